import type { Hex } from "viem";
import type { StudioData } from "@imprimatur/sdk";
import { logReader } from "@imprimatur/sdk/logs";
import { type SubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import { everyBalance, everyLedger, idOf, readAll, recipeKey, type Sides } from "./replay.ts";
import type { Desk } from "./randomDesk.ts";

/** Everything of the trade as the SDK's reader of the subgraph tells it, and its reader of logs. */
export async function compareReaders(subgraph: SubgraphClient, desk: Desk): Promise<Sides> {
  const { client, contracts } = desk;
  const addresses = {
    studioFactory: contracts.factory.address,
    assetRegistry: contracts.registry.address,
    licenseMarket: contracts.market.address,
    licenses: contracts.licenses.address,
    royaltySplitter: contracts.splitter.address,
  };
  const records = await readAll(subgraph, "licenseRecords", "id");
  const licenseIds = [...records.keys()] as Hex[];
  return {
    indexed: await readTrade(subgraphReader(subgraph), desk, licenseIds),
    stored: await readTrade(logReader(client, { addresses, fromBlock: 0n }), desk, licenseIds),
  };
}

async function readTrade(data: StudioData, desk: Desk, licenseIds: Hex[]): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { recipe } of desk.goods) all[recipeKey(recipe)] = await data.listPurchases({ recipe });
  for (const [recipe, token] of everyLedger(desk)) {
    const subject = { recipe, token };
    all[idOf(recipeKey(recipe), token)] = [await data.getLedger(subject), await data.listPayees(subject)];
  }
  for (const [account, token] of everyBalance(desk)) {
    all[idOf(account, token)] = await data.listEarnings({ account, token });
  }
  for (const licenseId of licenseIds) all[licenseId] = await data.getLicense({ licenseId });
  return all;
}
