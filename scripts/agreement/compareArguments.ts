import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { getNamedType, Kind, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";
import { decodeEventLog, type Hash, type Hex, isHex, type Log, size, slice } from "viem";
import { apiSchema, entityTypes, readEntitySchema } from "../../subgraph/scripts/apiSchema.ts";
import { readEvents } from "../../subgraph/scripts/events.ts";
import { noSides, readAll, type Sides, type World } from "../e2e/replay.ts";
import { kindOf, protocolLogs } from "./eventKinds.ts";
import { EVENTS_OF } from "./eventTypes.ts";

/** What an entity holds in a field that can be an argument of its event. */
interface Field {
  name: string;
  /** An entity, of which the id is compared. */
  refers: boolean;
}

const COMMON = ["id", "block", "timestamp", "txHash", "logIndex", "emitter"];
const SCALARS = ["Bytes", "String", "BigInt", "Int", "Boolean"];

/** The types of entities that are events, and which of their fields may be arguments. */
function eventTypes(): Map<string, Field[]> {
  const types = entityTypes(readEntitySchema());
  const names = new Set(types.map(({ name }) => name.value));
  const events = types.filter(
    (type): type is ObjectTypeDefinitionNode =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION &&
      (type.interfaces ?? []).some(({ name }) => name.value === "AuditEvent"),
  );
  return new Map(
    events.map(({ name, fields = [] }) => [
      name.value,
      fields.flatMap((field): Field[] => {
        const [type, refers] = [innermost(field.type), names.has(innermost(field.type))];
        const derived = (field.directives ?? []).some((directive) => directive.name.value === "derivedFrom");
        const isList =
          field.type.kind === Kind.LIST_TYPE ||
          (field.type.kind === Kind.NON_NULL_TYPE && field.type.type.kind === Kind.LIST_TYPE);
        const comparable = !derived && (refers ? !isList : SCALARS.includes(type));
        return comparable && !COMMON.includes(field.name.value) ? [{ name: field.name.value, refers }] : [];
      }),
    ]),
  );
}

const innermost = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type));

/** How graph-node calls the list of each type. */
function listNames(): Map<string, string> {
  const fields = apiSchema(readEntitySchema()).getQueryType()?.getFields() ?? {};
  const lists = Object.values(fields).filter(({ args }) => args.some(({ name }) => name === "first"));
  return new Map(lists.map(({ name, type }) => [getNamedType(type).name, name]));
}

type Row = { txHash: Hash; logIndex: number } & Record<string, unknown>;

/**
 * The name and the arguments of each event, as its log has them and as the subgraph keeps them. A field is an argument
 * where it is called like one; entities are compared by their ids, where those are the argument alone.
 */
export async function compareArguments(subgraph: SubgraphClient, { books, clones }: World): Promise<Sides> {
  const { indexed, logged } = noSides();
  const told = new Map<string, { kind: string; args: Map<string, unknown> }>();
  for (const log of await protocolLogs(books.client, clones)) {
    const kind = kindOf(clones, log) ?? "";
    told.set(`${log.transactionHash}/${log.logIndex}`, { kind, args: argumentsOf(kind, log) });
  }
  const lists = listNames();
  for (const [type, fields] of eventTypes()) {
    const selection = fields.map(({ name, refers }) => (refers ? `${name} { id }` : name)).join(" ");
    for (const row of (
      await readAll<Row>(subgraph, lists.get(type) ?? type, `txHash logIndex ${selection}`)
    ).values()) {
      const place = `${row.txHash}/${row.logIndex}`;
      const log = told.get(place);
      const kinds = EVENTS_OF[type] ?? [];
      const found: Record<string, unknown> = { event: kinds.find((kind) => kind === log?.kind) ?? kinds.join(" or ") };
      const expected: Record<string, unknown> = { event: log?.kind ?? "none" };
      for (const { name, refers } of fields) {
        const argument = log?.args.get(name) ?? (refers ? log?.args.get(`${name}Id`) : undefined);
        const value = refers ? partOf((row[name] as { id: string } | null)?.id, argument) : row[name];
        if (!isComparable(value, argument) || OTHER_THINGS.has(`${type}.${name}`)) continue;
        found[name] = plain(value, argument);
        expected[name] = plain(argument, argument);
      }
      indexed[`${place}/${type}`] = found;
      logged[`${place}/${type}`] = expected;
    }
  }
  return { indexed, logged };
}

/** Every argument by its name, those within tuples too; what several tuples call alike is nobody's. */
function argumentsOf(kind: string, { data, topics }: Log): Map<string, unknown> {
  const [contract = "", name] = kind.split(".");
  const abi = readEvents(contract).filter((event) => event.name === name);
  const { args } = decodeEventLog({ abi, data, topics }) as { args?: Record<string, unknown> };
  const found = new Map<string, unknown>();
  const collect = (values: Readonly<Record<string, unknown>>, isOuter: boolean): void => {
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        collect(value as Record<string, unknown>, false);
      } else if (isOuter || !found.has(key)) found.set(key, value);
    }
  };
  collect(args ?? {}, true);
  return found;
}

/** Fields that are called like an argument and are something else. */
const OTHER_THINGS: ReadonlySet<string> = new Set([
  // The slot of a plain license as the market packed it; the entity is the license itself.
  "LicensePurchase.license",
]);

/** Bytes of an address. */
const ADDRESS = 20;
/** Bytes of ids that are a number alone: of a recipe, a lot, an asset, and anything else. */
const NUMBERS = [4, 28, 31, 32];
/** Bytes of ids that are an address and a number: of a seat, an epoch or terms, and anything else. */
const NUMBERED = [21, 24, 52];

/** What of an id can be an argument; undefined: it has other parts. */
function partOf(id: string | undefined, argument: unknown): Hex | undefined {
  if (!isHex(id)) return undefined;
  if (typeof argument === "string") return size(id) === (argument.length - 2) / 2 ? id : undefined;
  if (NUMBERS.includes(size(id))) return id;
  return NUMBERED.includes(size(id)) ? slice(id, ADDRESS) : undefined;
}

/** Whether both are of one kind: names of the members of enums, texts of bytes and what is left out are not. */
function isComparable(value: unknown, argument: unknown): boolean {
  if (value === null || value === undefined || argument === undefined) return false;
  if (typeof argument === "boolean" || typeof value === "boolean") return typeof argument === typeof value;
  if (typeof argument === "string") return isHex(argument) === isHex(value);
  return Array.isArray(argument) || isHex(value) || typeof value === "number" || /^-?\d+$/.test(value as string);
}

/** A value as both sides spell it. */
function plain(value: unknown, argument: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, at) => plain(item, (argument as unknown[])[at]));
  if (typeof argument === "bigint" || typeof argument === "number") return BigInt(value as string);
  return typeof value === "string" ? value.toLowerCase() : value;
}
