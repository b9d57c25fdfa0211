import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { SUBGRAPH } from "./paths.ts";

const QUERIES = join(SUBGRAPH, "queries");
const ENDING = ".graphql";

/** Variables that an export fills in itself. */
const PAGING = ["after", "first", "block"];

/** Names of the queries for auditors. */
export function savedNames(): string[] {
  return readdirSync(QUERIES)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
}

/** Text of one of them. */
export function readSaved(name: string): string {
  if (!savedNames().includes(name)) throw new Error(`there is no query ${name}: ${savedNames().join(", ")}`);
  return readFileSync(join(QUERIES, `${name}${ENDING}`), "utf8");
}

/** Values for the variables of a query, from `name=value`; addresses and ids in lower case, as the index has them. */
export function variablesOf(query: string, assignments: readonly string[]): Record<string, string> {
  const given = new Map(
    assignments.map((text): [string, string] => [before(text), text.slice(before(text).length + 1)]),
  );
  const wanted = asked(query);
  const missing = wanted.filter((name) => !given.has(name));
  const strange = [...given.keys()].filter((name) => !wanted.includes(name));
  if (missing.length > 0) throw new Error(`the query needs ${missing.map((name) => `${name}=…`).join(" ")}`);
  if (strange.length > 0) throw new Error(`the query takes no ${strange.join(", ")}`);
  return Object.fromEntries(
    [...given].map(([name, value]) => [name, /^0x/i.test(value) ? value.toLowerCase() : value]),
  );
}

const before = (text: string): string => text.split("=", 1)[0] ?? "";

function asked(query: string): string[] {
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const names = (operation?.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return names.filter((name) => !PAGING.includes(name));
}
