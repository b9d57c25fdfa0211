import { type Address, concatHex, type Hex, numberToHex } from "viem";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import type { GovernedStudio } from "./governedStudio.ts";
import type { House } from "./house.ts";
import type { Desk } from "./randomDesk.ts";
import type { Books } from "./replayBooks.ts";

/** Where everything happened, and what the logs make of it. */
export interface World {
  desk: Desk;
  house: House;
  governed: GovernedStudio;
  books: Books;
  /** What runs at each address of the protocol. */
  clones: ReadonlyMap<Address, string>;
  rpcUrl: string;
}

/** The same figures from two or three sources, each under the id of its entity. */
export interface Sides {
  /** As the subgraph answers. */
  indexed: Record<string, unknown>;
  /** As the contracts answer; undefined where no contract keeps it. */
  stored?: Record<string, unknown>;
  /** As the logs say through the SDK: the fields of which logs speak. */
  logged?: Record<string, unknown>;
}

/** Where a contract that exists once is. */
export function placeOf(clones: World["clones"], contract: string): Address {
  const found = [...clones].find(([, name]) => name === contract);
  if (found === undefined) throw new Error(`there is no ${contract}`);
  return found[0];
}

/** Three empty sides. */
export const noSides = (): Required<Sides> => ({ indexed: {}, stored: {}, logged: {} });

const PAGE = 1_000;

/** Id of an entity from its parts. */
export const idOf = (...parts: Hex[]): Hex => concatHex(parts).toLowerCase() as Hex;

/** Id of a recipe. */
export const recipeKey = (recipe: number): Hex => numberToHex(recipe, { size: 4 });

/** Id of an asset. */
export const assetKey = (asset: bigint): Hex => numberToHex(asset, { size: 31 });

/** Every entity of a type by its id. */
export async function readAll<Fields>(
  subgraph: SubgraphClient,
  entities: string,
  fields: string,
  /** Start of the ids; all by default. */
  of = "",
): Promise<Map<string, Fields>> {
  const query = `query ($after: ID!) {
    ${entities}(first: ${PAGE}, orderBy: id, where: { id_gt: $after }) { id ${fields} }
  }`;
  const all = new Map<string, Fields>();
  const prefix = of.toLowerCase();
  for (let after = "0x"; ;) {
    const answer = await subgraph.query<Record<string, (Fields & { id: string })[]>>(query, { after });
    const page = answer[entities] ?? [];
    for (const { id, ...rest } of page) if (id.startsWith(prefix)) all.set(id, rest as Fields);
    if (page.length < PAGE) return all;
    after = page.at(-1)?.id ?? "";
  }
}

/** Sums amounts under one key each. */
export class Sums {
  readonly #sums = new Map<string, bigint>();

  add(key: string, amount: string | bigint): void {
    this.#sums.set(key, this.get(key) + BigInt(amount));
  }

  get(key: string): bigint {
    return this.#sums.get(key) ?? 0n;
  }

  /** What does not come to nothing. */
  all(): Record<string, bigint> {
    return Object.fromEntries([...this.#sums].filter(([, sum]) => sum !== 0n).sort());
  }
}

/** Every recipe in every token, and whatever else the logs know a ledger of. */
export const everyLedger = ({ desk: { goods, tokens }, books }: World): [number, Address][] =>
  unique([
    ...goods.flatMap(({ recipe }) => tokens.map((token): [number, Address] => [recipe, token])),
    ...[...books.royalties.accounts.values()].map(({ recipe, token }): [number, Address] => [recipe, token]),
  ]);

/** Every account in every token, and whatever else the logs know a balance of. */
export const everyBalance = ({ desk: { accounts, tokens }, books }: World): [Address, Address][] =>
  unique([
    ...accounts.flatMap((account) => tokens.map((token): [Address, Address] => [account, token])),
    ...[...books.royalties.holders.values()].map(({ account, token }): [Address, Address] => [account, token]),
  ]);

function unique<Pair extends readonly [number | string, string]>(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [pair.join("/").toLowerCase(), pair])).values()];
}

/** Amounts as the subgraph spells them. */
export const asText = (totals: Record<string, bigint>): Record<string, string> =>
  Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, String(value)]));
