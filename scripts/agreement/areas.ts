import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import type { Sides, World } from "../e2e/replay.ts";
import { compareMandates, compareMilestones } from "../e2e/replayAgents.ts";
import {
  compareAdjudicators,
  compareAudits,
  compareChallenges,
  compareCurators,
  compareDeposits,
  compareDisputes,
  compareEpochs,
  compareProducers,
  compareVetoes,
} from "../e2e/replayCuration.ts";
import {
  compareClaims,
  compareElectorates,
  compareMembers,
  compareModules,
  compareProposals,
  compareReviews,
  compareSeats,
} from "../e2e/replayGovernance.ts";
import {
  compareBalances,
  compareClaimable,
  compareLedgers,
  compareParts,
  comparePots,
  compareStatements,
} from "../e2e/replayMoney.ts";
import {
  compareAttestations,
  compareContents,
  compareContests,
  comparePublications,
  compareSupersessions,
} from "../e2e/replayProvenance.ts";
import { compareAgentLists, compareProvenanceLists, compareReaders } from "../e2e/replayReaders.ts";
import { compareHolders, compareLicenses, compareOffers, compareRecords } from "../e2e/replayRights.ts";
import { compareLots, compareStudios } from "../e2e/replayStudios.ts";
import { compareArguments } from "./compareArguments.ts";
import { compareEvents } from "./compareEvents.ts";

/** One comparison: the same facts from the chain, the logs and the subgraph. */
export type Comparison = (subgraph: SubgraphClient, world: World) => Promise<Sides>;

/** What is compared, by area. */
export const AREAS: Readonly<Record<string, readonly Comparison[]>> = {
  events: [compareEvents, compareArguments],
  studios: [compareStudios, compareModules],
  "recipes and owners": [compareHolders],
  lots: [compareLots],
  curation: [compareCurators, compareEpochs, compareDeposits, compareProducers, compareAudits],
  disputes: [compareDisputes, compareChallenges, compareAdjudicators, compareVetoes],
  licensing: [compareLicenses, compareRecords, compareOffers],
  royalties: [compareLedgers, compareClaimable, compareParts, compareBalances, comparePots, compareStatements],
  "purchases and earnings": [compareReaders],
  governance: [compareElectorates, compareProposals],
  reputation: [compareMembers],
  "ethics board": [compareSeats, compareReviews, compareClaims],
  provenance: [
    ...[compareAttestations, compareContents, compareContests, comparePublications, compareSupersessions],
    compareProvenanceLists,
  ],
  agents: [compareMandates, compareMilestones, compareAgentLists],
};
