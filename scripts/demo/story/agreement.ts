import { deepEqual, equal, ok } from "node:assert/strict";
import type { StudioData } from "@imprimatur/sdk";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { logReader } from "@imprimatur/sdk/logs";
import { createSubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import type { Address, Hex } from "viem";
import type { StudioPlayer } from "../cast.ts";
import type { Share } from "./books.ts";
import type { Scene, StudioClones } from "./scene.ts";

/** Everything whose figures must be the same wherever one reads them. */
export interface Facts {
  studio: StudioClones;
  lotIds: bigint[];
  recipes: number[];
  proposalIds: bigint[];
  shares: Share[];
  licenseIds: Hex[];
}

/** The subgraph, where there is one, and the event logs against the chain's own storage. */
export async function compareIndexers(scene: Scene, facts: Facts): Promise<void> {
  const { cast, stack } = scene;
  const reader = cast.inStudio("relayer", facts.studio);
  const logs = logReader(reader, { addresses: addressesOf(stack.deployment.contracts), fromBlock: 0n });
  if (stack.graphqlUrl !== undefined) {
    await compare(scene, facts, "GraphQL answers", subgraphReader(createSubgraphClient({ url: stack.graphqlUrl })));
  }
  await compare(scene, facts, "event logs", logs);
}

function compare({ cast, teller, token }: Scene, facts: Facts, title: string, data: StudioData): Promise<void> {
  return teller.step(`the ${title} agree with the chain`, async () => {
    const reader = cast.inStudio("relayer", facts.studio);
    await data.waitForIndexed({ blockNumber: await reader.getBlockNumber({ cacheTime: 0 }) });
    let figures = await compareStudio(data, reader, facts.studio);
    for (const lotId of facts.lotIds) figures += await compareLot(data, reader, lotId);
    for (const recipe of facts.recipes) figures += await compareMoney(data, reader, recipe, token);
    for (const proposalId of facts.proposalIds)
      figures += await compareProposal(data, reader, facts.studio, proposalId);
    for (const licenseId of facts.licenseIds) figures += await compareLicense(data, reader, licenseId);
    figures += await comparePayees(data, facts.shares, token);
    return { value: undefined, shown: `${figures} figures compared, no difference` };
  });
}

async function compareStudio(data: StudioData, reader: StudioPlayer, { studio }: StudioClones): Promise<number> {
  const found = await data.getStudio({ studio });
  ok(found, "the studio is not indexed");
  const { timelock, governor, reputation, curation, name, symbol, registrar, charterVersion } = found;
  const facts = { studio, timelock, governor, reputation, curation, name, symbol, registrar, charterVersion };
  const stored = await reader.getStudio({ studio });
  deepEqual(facts, Object.fromEntries(Object.keys(facts).map((key) => [key, stored[key as keyof typeof facts]])));
  return Object.keys(facts).length;
}

async function compareLot(data: StudioData, reader: StudioPlayer, lotId: bigint): Promise<number> {
  const found = await data.getLot({ lotId });
  const stored = await reader.getLot({ lotId });
  ok(found, `lot ${lotId} is not indexed`);
  const { root, recipe, count, status, releasableAt, blocked } = stored;
  const facts = { root, recipe, count, status, releasableAt, blocked };
  deepEqual(
    {
      root: found.root,
      recipe: found.recipe,
      count: found.count,
      status: found.status,
      releasableAt: found.releasableAt,
      blocked: found.blocked,
    },
    facts,
  );
  return Object.keys(facts).length;
}

async function compareMoney(data: StudioData, reader: StudioPlayer, recipe: number, token: Address): Promise<number> {
  const found = await data.getLedger({ recipe, token });
  const { sales, settledSales, passed, settledPassed, own } = await reader.getLedger({ recipe, token });
  deepEqual(found, { sales, settledSales, passed, settledPassed, own }, `ledger of recipe ${recipe}`);
  const sold = await data.listPurchases({ recipe });
  const booked = sold.reduce((sum, purchase) => sum + purchase.booked, 0n);
  equal(booked, sales, `sales of recipe ${recipe}`);
  return Object.keys(found).length + 1;
}

async function compareProposal(
  data: StudioData,
  reader: StudioPlayer,
  { governor }: StudioClones,
  proposalId: bigint,
): Promise<number> {
  const found = await data.getProposal({ governor, proposalId });
  const stored = await reader.getProposalState({ proposalId });
  ok(found, `proposal ${proposalId} is not indexed`);
  deepEqual(found.votes, stored.votes);
  equal(found.executed, stored.state === "executed");
  return Object.keys(found.votes).length + 1;
}

async function comparePayees(data: StudioData, shares: readonly Share[], token: Address): Promise<number> {
  for (const { title, recipe, account, amount, line } of shares) {
    const earned = await data.listEarnings({ account, token });
    equal(earned.find((earning) => earning.recipe === recipe)?.total, amount, `earnings of the ${title}`);
    if (line !== undefined) continue;
    const payees = await data.listPayees({ recipe, token });
    equal(payees.find((payee) => payee.account === account)?.claimed, amount, `claims of the ${title}`);
  }
  return shares.length;
}

async function compareLicense(data: StudioData, reader: StudioPlayer, licenseId: Hex): Promise<number> {
  const found = await data.getLicense({ licenseId });
  ok(found, `license ${licenseId} is not indexed`);
  const { holder, assetId, expiry, transferred } = await reader.getLicense({ licenseId });
  const facts = { holder, assetId, expiry, transferred };
  deepEqual(
    { holder: found.holder, assetId: found.assetId, expiry: found.expiry, transferred: found.transferred },
    facts,
    "the license that changed hands",
  );
  return Object.keys(facts).length;
}
