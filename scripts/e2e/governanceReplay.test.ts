import { expect } from "chai";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { FREE_PORTS, startStack } from "../stack/stack.ts";
import { govern } from "./governedStudio.ts";
import { readAll } from "./replay.ts";
import {
  compareClaims,
  compareElectorates,
  compareHolders,
  compareModules,
  compareProposals,
  compareReviews,
  compareSeats,
} from "./replayGovernance.ts";

const COMPARISONS = [
  compareModules,
  compareHolders,
  compareElectorates,
  compareProposals,
  compareSeats,
  compareReviews,
  compareClaims,
];

/** What the life of this studio has logged at least once each. */
const LIVELY = [
  "SuccessorsCreation",
  "ModuleReplacement",
  "ElectorateReplacement",
  "ActionsVeto",
  "OverrideProposal",
  "ReputationGrant",
  "ReputationSlash",
  "GrantCapacityChange",
  "DormancyNote",
  "SeatTerm",
  "SeatVacancy",
  "Candidacy",
  "ReviewOpening",
  "ReviewVote",
  "ReviewEnactment",
  "ProposalVeto",
  "VetoLimitChange",
  "ClaimFiling",
  "ClaimAnswer",
  "BondReturn",
  "ReviewReward",
];

describe("the subgraph against a studio that governs itself", function () {
  before(function () {
    if (graphNodeBinary() === undefined) this.skip();
  });

  it("says after vetoes, elections and replacements what the contracts say", async () => {
    const signal = new AbortController().signal;
    await using stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal });
    const governed = await govern(stack);

    const subgraph = createSubgraphClient({ url: stack.graphqlUrl ?? "", timeout: 120_000 });
    const blockNumber = await governed.reader.getBlockNumber({ cacheTime: 0 });
    await subgraph.waitForIndexed({ blockNumber });
    const events = await readAll<{ __typename: string }>(subgraph, "auditEvents", "__typename");
    const kinds = new Set([...events.values()].map(({ __typename }) => __typename));
    expect([...kinds], "the life was lively").to.include.members(LIVELY);
    for (const compare of COMPARISONS) {
      const { indexed, stored } = await compare(subgraph, governed);
      expect(Object.keys(indexed), compare.name).not.to.have.length(0);
      expect(indexed, compare.name).to.deep.equal(stored);
    }
  });
});
