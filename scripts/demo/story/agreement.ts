import { deepEqual, equal, ok } from "node:assert/strict";
import type { StudioData } from "@imprimatur/sdk";
import { logReader } from "@imprimatur/sdk/logs";
import { createSubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import type { Address } from "viem";
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
}

/** The subgraph, or where there is none the event logs, against the chain's own storage. */
export function compareIndexers(scene: Scene, facts: Facts): Promise<void> {
  const { cast, stack, teller, token } = scene;
  const indexed = stack.graphqlUrl !== undefined;
  return teller.step(`the ${indexed ? "GraphQL answers" : "event logs"} agree with the chain`, async () => {
    const reader = cast.inStudio("relayer", facts.studio);
    const data = await openData(scene, reader);
    let figures = await compareStudio(data, reader, facts.studio);
    for (const lotId of facts.lotIds) figures += await compareLot(data, reader, lotId);
    for (const recipe of facts.recipes) figures += await compareMoney(data, reader, recipe, token);
    for (const proposalId of facts.proposalIds)
      figures += await compareProposal(data, reader, facts.studio, proposalId);
    figures += await comparePayees(data, facts.shares, token);
    return { value: undefined, shown: `${figures} figures compared, no difference` };
  });
}

async function openData({ stack }: Scene, reader: StudioPlayer): Promise<StudioData> {
  const at = stack.deployment.addressOf;
  const addresses = {
    studioFactory: at("StudioFactory"),
    assetRegistry: at("AssetRegistry"),
    licenseMarket: at("LicenseMarket"),
    royaltySplitter: at("RoyaltySplitter"),
  };
  const data =
    stack.graphqlUrl === undefined
      ? logReader(reader, { addresses, fromBlock: 0n })
      : subgraphReader(createSubgraphClient({ url: stack.graphqlUrl }));
  await data.waitForIndexed({ blockNumber: await reader.getBlockNumber({ cacheTime: 0 }) });
  return data;
}

async function compareStudio(data: StudioData, reader: StudioPlayer, { studio }: StudioClones): Promise<number> {
  const found = await data.getStudio({ studio });
  ok(found, "the studio is not indexed");
  const { timelock, governor, reputation, curation, name, symbol, registrar, charterVersion } = found;
  const facts = { studio, timelock, governor, reputation, curation, name, symbol, registrar, charterVersion };
  const { preset: _preset, createdAt: _createdAt, ...stored } = await reader.getStudio({ studio });
  deepEqual(facts, stored);
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
  return Object.keys(found).length;
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
    if (line !== undefined) continue;
    const payees = await data.listPayees({ recipe, token });
    equal(payees.find((payee) => payee.account === account)?.claimed, amount, `claims of the ${title}`);
  }
  return shares.length;
}
