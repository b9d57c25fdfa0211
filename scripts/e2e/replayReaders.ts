import type { Address, Hex } from "viem";
import type { StudioData } from "@imprimatur/sdk";
import { type SubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import { everyLedger, idOf, readAll, recipeKey, type Sides, type World } from "./replay.ts";

/** Purchases, earnings and records as the SDK's reader of the subgraph tells them, and its reader of logs. */
export async function compareReaders(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { books } = world;
  const records = await readAll(subgraph, "licenseRecords", "id");
  const data = subgraphReader(subgraph);
  const indexed = await readTrade(data, world);
  const logged = await readTrade(books.reader, world);
  for (const licenseId of new Set([...(records.keys() as Iterable<Hex>), ...books.licenses.keys()])) {
    indexed[licenseId] = await data.getLicense({ licenseId });
    logged[licenseId] = books.licenses.get(licenseId);
  }
  for (const [recipe, token] of everyLedger(world)) {
    const id = idOf(recipeKey(recipe), token);
    indexed[id] = [await data.getLedger({ recipe, token }), await data.listPayees({ recipe, token })];
    logged[id] = [books.royalties.ledger(recipe, token), payeesOf(world, recipe, token)];
  }
  return { indexed, logged };
}

/** What the reader of logs answers, out of one replay instead of one for each ledger. */
function payeesOf({ books: { royalties } }: World, recipe: number, token: Address) {
  const payees = royalties.nodes.get(recipe)?.payees ?? [];
  return payees.map(({ account, weight }) => ({
    ...{ account, weight },
    claimed: royalties.claimed(recipe, token, account),
  }));
}

async function readTrade(data: StudioData, { desk }: World): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { recipe } of desk.goods) all[recipeKey(recipe)] = await data.listPurchases({ recipe });
  for (const account of desk.accounts) {
    for (const token of desk.tokens) all[idOf(account, token)] = await data.listEarnings({ account, token });
  }
  return all;
}
