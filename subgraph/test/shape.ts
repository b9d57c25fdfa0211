import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

/** What can be asked of a schema, type by type, without descriptions and in alphabetical order. */
export function shapeOf(schema: GraphQLSchema): Record<string, string[]> {
  const shape: Record<string, string[]> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isEnumType(type)) shape[type.name] = type.getValues().map(({ name }) => name);
    if (isInputObjectType(type)) {
      shape[type.name] = Object.values(type.getFields()).map((field) => `${field.name}: ${String(field.type)}`);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      shape[type.name] = Object.values(type.getFields()).map((field) => {
        const taken = field.args.map((argument) => `${argument.name}: ${String(argument.type)}`).sort();
        return `${field.name}(${taken.join(", ")}): ${String(field.type)}`;
      });
    }
    shape[type.name]?.sort();
  }
  return shape;
}
