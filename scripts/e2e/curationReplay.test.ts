import { expect } from "chai";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { numberToHex } from "viem";
import { Random } from "../../test/helpers/random.ts";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { FREE_PORTS, startStack } from "../stack/stack.ts";
import { codeBlocks } from "./documentation.ts";
import { type House, openHouse } from "./house.ts";
import { curate } from "./randomCuration.ts";
import { readAll } from "./replay.ts";
import {
  compareAdjudicators,
  compareAudits,
  compareChallenges,
  compareCurators,
  compareDeposits,
  compareDisputes,
  compareEpochs,
  compareProducers,
} from "./replayCuration.ts";

const SEED = 20_261_120;

const COMPARISONS = [
  compareCurators,
  compareEpochs,
  compareDeposits,
  compareProducers,
  compareAudits,
  compareDisputes,
  compareChallenges,
  compareAdjudicators,
];

/** What the life of these lots has logged at least once each. */
const LIVELY = [
  "AuditOpening",
  "SeedDraw",
  "AuditClose",
  "BallotCast",
  "LotSettlement",
  "Scoring",
  "LotExpiry",
  "LotChallenge",
  "LotSuspension",
  "PanelCall",
  "PanelDraw",
  "ChallengeJudgment",
  "ChallengeResolution",
  "AdjudicatorPayment",
  "AssetVeto",
  "VetoLift",
  "CuratorStrikeOff",
  "StandingChange",
  "TermsChange",
  "DepositPayment",
  "DepositWithdrawal",
  "PotMove",
  "EpochClose",
  "PayClaim",
];

describe("the subgraph against the gate of a studio", function () {
  before(function () {
    if (graphNodeBinary() === undefined) this.skip();
  });

  it("says after the lives of six lots what the gate says, and answers what its README asks", async () => {
    const signal = new AbortController().signal;
    await using stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal });
    const house = await openHouse(stack, new Random(SEED));
    await curate(house);

    const subgraph = createSubgraphClient({ url: stack.graphqlUrl ?? "", timeout: 120_000 });
    const blockNumber = await house.registrar.getBlockNumber({ cacheTime: 0 });
    await subgraph.waitForIndexed({ blockNumber });
    const events = await readAll<{ __typename: string }>(subgraph, "auditEvents", "__typename");
    const kinds = new Set([...events.values()].map(({ __typename }) => __typename));
    expect([...kinds], "lives were lively").to.include.members(LIVELY);
    for (const compare of COMPARISONS) {
      const { indexed, stored } = await compare(subgraph, house);
      expect(Object.keys(indexed), compare.name).not.to.have.length(0);
      expect(indexed, compare.name).to.deep.equal(stored);
    }
    const answers: unknown[] = [];
    for (const query of await codeBlocks("subgraph/README.md", "graphql")) {
      answers.push(await subgraph.query(query, variablesOf(house, blockNumber)));
    }
    const [why, again, judge, money] = answers;
    expect(why).to.have.nested.property("lot.status", "Accepted");
    expect(again).to.have.nested.property("lotSuspensions[0].lot.status", "Rejected");
    expect(judge).to.have.nested.property("curators[0].index", 1);
    expect(money).to.have.nested.property("curationBooks.deposits").that.has.length.greaterThan(1);
  });
});

/** What the queries of the README ask for. */
function variablesOf({ lots, judges, curation }: House, blockNumber: bigint) {
  const [lot = 0n] = lots;
  const block = Number(blockNumber);
  return { lot: numberToHex(lot, { size: 28 }), account: judges[0]?.account, curation: curation.toLowerCase(), block };
}
