import { type Address, concatHex, type Hex, numberToHex } from "viem";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import type { Desk } from "./randomDesk.ts";

/** The same figures from two sides, each under the id of its entity: what the subgraph says, and what the chain says. */
export interface Sides {
  indexed: Record<string, unknown>;
  stored: Record<string, unknown>;
}

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
): Promise<Map<string, Fields>> {
  const query = `query ($after: ID!) {
    ${entities}(first: ${PAGE}, orderBy: id, where: { id_gt: $after }) { id ${fields} }
  }`;
  const all = new Map<string, Fields>();
  for (let after = "0x"; ;) {
    const answer = await subgraph.query<Record<string, (Fields & { id: string })[]>>(query, { after });
    const page = answer[entities] ?? [];
    for (const { id, ...rest } of page) all.set(id, rest as Fields);
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
}

/** Every recipe in every token. */
export const everyLedger = ({ goods, tokens }: Desk): [number, Address][] =>
  goods.flatMap(({ recipe }) => tokens.map((token): [number, Address] => [recipe, token]));

/** Every account in every token. */
export const everyBalance = ({ accounts, tokens }: Desk): [Address, Address][] =>
  accounts.flatMap((account) => tokens.map((token): [Address, Address] => [account, token]));

/** Amounts as the subgraph spells them. */
export const asText = (totals: Record<string, bigint>): Record<string, string> =>
  Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, String(value)]));
