import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildASTSchema,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
} from "graphql";
import { SUBGRAPH } from "./paths.ts";

/** An entity, an aggregation, or the interface that entities implement. */
export type EntityType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const SCALARS = new Set(["ID", "Bytes", "String", "BigInt", "BigDecimal", "Int", "Int8", "Boolean", "Timestamp"]);
const ORDERED = ["gt", "lt", "gte", "lte"];
const PARTIAL = ["contains", "starts_with", "ends_with"].flatMap((suffix) => [suffix, `not_${suffix}`]);
const LISTED = ["not", "contains", "not_contains"];
const NOCASE = ["contains_nocase", "not_contains_nocase"];

const COMMON = `
  scalar Bytes scalar BigInt scalar BigDecimal scalar Int8 scalar Timestamp
  enum OrderDirection { asc desc }
  enum Aggregation_interval { hour day }
  enum Aggregation_current { exclude include }
  enum _SubgraphErrorPolicy_ { allow deny }
  input Block_height { hash: Bytes number: Int number_gte: Int }
  input BlockChangedFilter { number_gte: Int! }
  type _Block_ { hash: Bytes number: Int! timestamp: Int parentHash: Bytes }
  type _Meta_ { block: _Block_! deployment: String! hasIndexingErrors: Boolean! }
`;

/** The entity schema. */
export function readEntitySchema(): DocumentNode {
  return parse(readFileSync(join(SUBGRAPH, "schema.graphql"), "utf8"), { noLocation: true });
}

/** Entities, aggregations and interfaces of a schema. */
export function entityTypes(schema: DocumentNode): EntityType[] {
  return schema.definitions.filter(
    (definition): definition is EntityType =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
}

/** What graph-node makes of the entity schema for those who ask: collections, filters, orders, and the block of an answer. */
export function apiSchema(schema: DocumentNode): GraphQLSchema {
  const types = entityTypes(schema);
  const enums = schema.definitions.filter(
    (definition): definition is EnumTypeDefinitionNode => definition.kind === Kind.ENUM_TYPE_DEFINITION,
  );
  const known = new Map(types.map((type) => [type.name.value, type]));
  const parts = types.flatMap((type) => [typeOf(type, known), filterOf(type, known), orderOf(type, known)]);
  const query = `type Query {
    ${types.flatMap(rootFields).join("\n")}
    _meta(block: Block_height): _Meta_
  }`;
  return buildASTSchema(parse([COMMON, ...enums.map(print), ...parts, query].join("\n")));
}

const directiveOf = (node: FieldDefinitionNode | EntityType, name: string) =>
  node.directives?.find((directive) => directive.name.value === name);

const isAggregation = (type: EntityType): boolean => directiveOf(type, "aggregation") !== undefined;

function rootFields(type: EntityType): string[] {
  const { value: name } = type.name;
  const one = lowerFirst(name);
  const past = "block: Block_height, subgraphError: _SubgraphErrorPolicy_! = deny";
  const many = `${pluralOf(one)}(${isAggregation(type) ? "interval: Aggregation_interval!, current: Aggregation_current, " : ""}${listArguments(name)}, ${past}): [${name}!]!`;
  return isAggregation(type) ? [many] : [`${one}(id: ID!, ${past}): ${name}`, many];
}

const listArguments = (type: string): string =>
  `skip: Int = 0, first: Int = 100, orderBy: ${type}_orderBy, orderDirection: OrderDirection, where: ${type}_filter`;

function typeOf(type: EntityType, known: Map<string, EntityType>): string {
  const interfaces = (type.interfaces ?? []).map((parent) => parent.name.value);
  const heading = type.kind === Kind.INTERFACE_TYPE_DEFINITION ? "interface" : "type";
  const implemented = interfaces.length > 0 ? ` implements ${interfaces.join(" & ")}` : "";
  const fields = fieldsOf(type).map((field) => {
    const { name, isList } = shapeOf(field.type);
    const listed = isList && known.has(name) ? `(${listArguments(name)})` : "";
    return `${field.name.value}${listed}: ${print(field.type)}`;
  });
  return `${heading} ${type.name.value}${implemented} { ${fields.join("\n")} }`;
}

function filterOf(type: EntityType, known: Map<string, EntityType>): string {
  const { value: name } = type.name;
  const fields = fieldsOf(type).flatMap((field) =>
    isAggregation(type) ? dimensionFiltersOf(field, known) : filtersOf(field, known),
  );
  return `input ${name}_filter { ${fields.join("\n")}
    _change_block: BlockChangedFilter and: [${name}_filter] or: [${name}_filter] }`;
}

/** Aggregations are filtered by what they are grouped by, and by time. */
function dimensionFiltersOf(field: FieldDefinitionNode, known: Map<string, EntityType>): string[] {
  const { value: name } = field.name;
  const { name: type } = shapeOf(field.type);
  if (directiveOf(field, "aggregate") !== undefined) return [];
  if (known.has(type)) return [`${name}: String`, `${name}_: ${type}_filter`];
  return [`${name}: ${type}`, `${name}_in: [${type}!]`, ...ORDERED.map((suffix) => `${name}_${suffix}: ${type}`)];
}

function filtersOf(field: FieldDefinitionNode, known: Map<string, EntityType>): string[] {
  const { value: name } = field.name;
  const { name: type, isList } = shapeOf(field.type);
  const nested = known.has(type) ? [`${name}_: ${type}_filter`] : [];
  if (directiveOf(field, "derivedFrom") !== undefined) return nested;
  const value = known.has(type) ? "String" : type;
  if (isList) {
    const suffixes = type === "String" ? [...LISTED, ...NOCASE] : LISTED;
    return [`${name}: [${value}!]`, ...suffixes.map((suffix) => `${name}_${suffix}: [${value}!]`), ...nested];
  }
  return [
    ...[name, `${name}_not`].map((key) => `${key}: ${value}`),
    ...[`${name}_in`, `${name}_not_in`].map((key) => `${key}: [${value}!]`),
    ...(SCALARS.has(value) && value !== "Boolean" ? ORDERED.map((suffix) => `${name}_${suffix}: ${value}`) : []),
    ...partialsOf(name, value),
    ...nested,
  ];
}

function partialsOf(name: string, type: string): string[] {
  if (type === "Bytes") return [`${name}_contains: Bytes`, `${name}_not_contains: Bytes`];
  if (type !== "String") return [];
  return PARTIAL.flatMap((suffix) => [`${name}_${suffix}: String`, `${name}_${suffix}_nocase: String`]);
}

/** Fields of the type, and one level below it those of what it points at. */
function orderOf(type: EntityType, known: Map<string, EntityType>): string {
  const values = fieldsOf(type).flatMap((field) => {
    const { name, isList } = shapeOf(field.type);
    const child = isList ? undefined : known.get(name);
    const below = child === undefined ? [] : fieldsOf(child).filter((deep) => isPlain(deep, known));
    return [field.name.value, ...below.map((deep) => `${field.name.value}__${deep.name.value}`)];
  });
  return `enum ${type.name.value}_orderBy { ${values.join(" ")} }`;
}

function isPlain({ type }: FieldDefinitionNode, known: Map<string, EntityType>): boolean {
  const { name, isList } = shapeOf(type);
  return !isList && !known.has(name);
}

const fieldsOf = (type: EntityType): readonly FieldDefinitionNode[] => type.fields ?? [];

function shapeOf(type: TypeNode): { name: string; isList: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, isList: false };
  return { name: shapeOf(type.type).name, isList: type.kind === Kind.LIST_TYPE || shapeOf(type.type).isList };
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A name that is a plural already gets a suffix, because the singular needs it. */
function pluralOf(name: string): string {
  if (/[^s]s$/.test(name)) return `${name}_collection`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
