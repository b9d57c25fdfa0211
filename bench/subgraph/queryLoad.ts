import { existsSync } from "node:fs";
import { assetAt } from "@imprimatur/sdk";
import { createSubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import { type Address, type Hex, numberToHex, zeroAddress } from "viem";
import { codeBlocks } from "../../scripts/e2e/documentation.ts";
import { readAll } from "../../scripts/e2e/replay.ts";
import { readSaved, savedNames } from "../../subgraph/scripts/saved.ts";
import type { Desk } from "../../scripts/e2e/randomDesk.ts";
import type { ListedLot } from "./manifests.ts";

/** Milliseconds of every answer, by query. */
export type Latencies = Map<string, number[]>;

const ROUNDS = 40;
const WARM_UP = 3;
const AUDITOR = "docs/auditor.md";

/** Asks what the SDK and the auditor's handbook ask, over and over, each time about something else. */
export async function loadWithQueries(url: string, desk: Desk, listed: readonly ListedLot[]): Promise<Latencies> {
  const latencies: Latencies = new Map();
  let name = "";
  let counting = false;
  const timed: typeof fetch = async (input, init) => {
    const start = performance.now();
    const response = await fetch(input, init);
    const body = await response.arrayBuffer();
    if (counting) latencies.set(name, [...(latencies.get(name) ?? []), performance.now() - start]);
    return new Response(body, { status: response.status, headers: response.headers });
  };
  const subgraph = createSubgraphClient({ url, fetch: timed });
  const subjects = await findSubjects(url, desk, listed);
  const data = subgraphReader(subgraph);
  const queries = new Map<string, () => Promise<unknown>>([
    ["getStudio", () => data.getStudio({ studio: subjects.studio() })],
    ["getLot", () => data.getLot({ lotId: subjects.lot() })],
    ["listPurchases", () => data.listPurchases({ recipe: subjects.recipe() })],
    ["getLicense", () => data.getLicense({ licenseId: subjects.license() })],
    ["listEarnings", () => data.listEarnings({ account: subjects.account(), token: subjects.token() })],
    ["getLedger", () => data.getLedger({ recipe: subjects.recipe(), token: subjects.token() })],
    ["listPayees", () => data.listPayees({ recipe: subjects.recipe(), token: subjects.token() })],
  ]);
  for (const [title, query] of await handbookQueries()) {
    queries.set(title, () => subgraph.query(query, subjects.variables()));
  }
  for (const name of savedNames()) {
    const query = readSaved(name);
    queries.set(`saved: ${name}`, () => {
      const { block: number, ...subject } = subjects.variables();
      return subgraph.query(query, { ...subject, block: { number } });
    });
  }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    counting = round >= 0;
    for (const [title, ask] of queries) {
      name = title;
      await ask();
    }
  }
  return latencies;
}

/** The queries of the auditor's handbook. */
async function handbookQueries(): Promise<[string, string][]> {
  if (!existsSync(new URL(`../../${AUDITOR}`, import.meta.url))) return [];
  const blocks = await codeBlocks(AUDITOR, "graphql");
  return blocks.map((query, at) => [
    `auditor ${at + 1}: ${/\w+/.exec(query.slice(query.indexOf("{")))?.[0] ?? ""}`,
    query,
  ]);
}

/** Random subjects of questions. */
interface Subjects {
  studio: () => Address;
  lot: () => bigint;
  recipe: () => number;
  license: () => Hex;
  account: () => Address;
  token: () => Address;
  /** For every name of a variable. */
  variables: () => Record<string, unknown>;
}

async function findSubjects(url: string, desk: Desk, listed: readonly ListedLot[]): Promise<Subjects> {
  const subgraph = createSubgraphClient({ url });
  const idsOf = async (entities: string): Promise<Hex[]> =>
    [...(await readAll(subgraph, entities, "__typename")).keys()] as Hex[];
  const { random, goods, accounts, tokens } = desk;
  const [studios, lots, records] = [await idsOf("studios"), await idsOf("lots"), await idsOf("licenseRecords")];
  const boards = await idsOf("ethicsBoards");
  const { _meta: meta } = await subgraph.query<{ _meta: { block: { number: number } } }>(
    "{ _meta { block { number } } }",
  );
  const studio = (): Hex => random.pick(studios);
  const recipe = (): number => random.pick(goods).recipe;
  const asset = (): Hex => {
    const { lotId, count } = random.pick(listed);
    return numberToHex(assetAt(lotId, random.integer(0, count - 1)), { size: 31 });
  };
  return {
    studio,
    recipe,
    lot: () => BigInt(random.pick(lots)),
    license: () => (records.length === 0 ? numberToHex(1, { size: 32 }) : random.pick(records)),
    account: () => random.pick(accounts),
    token: () => random.pick(tokens),
    variables: () => ({
      studio: studio(),
      recipe: numberToHex(recipe(), { size: 4 }),
      lot: numberToHex(random.pick(listed).lotId, { size: 28 }),
      asset: asset(),
      // Of a row of the listed manifests, which number their contents from one.
      content: numberToHex(random.integer(1, listed[0]?.count ?? 1), { size: 32 }),
      account: random.pick(accounts).toLowerCase(),
      member: random.pick(accounts).toLowerCase(),
      agent: random.pick(accounts).toLowerCase(),
      token: random.pick(tokens).toLowerCase(),
      board: boards.length === 0 ? zeroAddress : random.pick(boards),
      first: 100,
      skip: 0,
      after: "0x",
      block: meta.block.number,
    }),
  };
}

/** The value below which this part of all values lies, by nearest rank. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
