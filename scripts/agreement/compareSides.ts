import type { Sides } from "../e2e/replay.ts";

/** What the three sources say of one field; undefined: nothing. */
export interface Difference {
  area: string;
  entity: string;
  field: string;
  chain: string | undefined;
  logs: string | undefined;
  subgraph: string | undefined;
}

/** What became of one comparison. */
export interface Tally {
  entities: number;
  fields: number;
  /** Of them: fields that the logs told too. */
  threeWay: number;
  differences: Difference[];
}

/** Logs know nothing of an entity of which they should. */
const UNTOLD = { chain: "known", logs: undefined, subgraph: "known" } as const;

/** Compares field by field what two or three sources say of the same entities. */
export function compareSides(area: string, { indexed, stored, logged }: Sides): Tally {
  const tally: Tally = { entities: 0, fields: 0, threeWay: 0, differences: [] };
  const entities = new Set([indexed, stored ?? {}, logged ?? {}].flatMap((side) => Object.keys(side)));
  for (const entity of entities) {
    tally.entities += 1;
    const subgraph = flatten(indexed[entity]);
    const chain = stored === undefined ? undefined : flatten(stored[entity]);
    const logs = logged === undefined ? undefined : flatten(logged[entity]);
    if (logs?.size === 0) tally.differences.push({ area, entity, field: "all", ...UNTOLD });
    const fields = new Set([subgraph, chain, logs].flatMap((side) => [...(side?.keys() ?? [])]));
    for (const field of fields) {
      // Logs speak of some fields only, unless there is nothing else to compare with.
      const told = logs !== undefined && (chain === undefined || logs.has(field));
      tally.fields += 1;
      if (told && chain !== undefined) tally.threeWay += 1;
      const found = { chain: chain?.get(field), logs: logs?.get(field), subgraph: subgraph.get(field) };
      const wrong = (chain !== undefined && found.chain !== found.subgraph) || (told && found.logs !== found.subgraph);
      if (wrong) tally.differences.push({ area, entity, field, ...found });
    }
  }
  return tally;
}

/** Every leaf of a value by its path, spelled alike whatever source it comes from. */
function flatten(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    into.set(`${path}.length`, String(value.length));
    value.forEach((part, i) => flatten(part, `${path}[${i}]`, into));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) flatten(part, path === "" ? name : `${path}.${name}`, into);
  } else if (value !== undefined || path !== "") into.set(path === "" ? "value" : path, spell(value as Leaf));
  return into;
}

type Leaf = string | number | bigint | boolean | null | undefined;

function spell(value: Leaf): string {
  const text = String(value ?? null);
  return /^0x[0-9a-f]*$/i.test(text) ? text.toLowerCase() : text;
}
