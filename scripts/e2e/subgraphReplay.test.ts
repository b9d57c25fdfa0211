import { expect } from "chai";
import { createSubgraphClient, type SubgraphClient } from "@imprimatur/sdk/subgraph";
import { Random } from "../../test/helpers/random.ts";
import { PROTOCOL_NAMES } from "../deploy/index.ts";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { type Desk, openDesk } from "./randomDesk.ts";
import { setUp } from "./randomGoods.ts";
import { trade } from "./randomTrade.ts";
import { readAll } from "./replay.ts";
import {
  compareBalances,
  compareClaimable,
  compareLedgers,
  compareParts,
  comparePots,
  compareStatements,
} from "./replayMoney.ts";
import { compareReaders } from "./replayReaders.ts";
import { compareHolders, compareLicenses, compareOffers, compareRecords } from "./replayRights.ts";

const SEED = 20_261_120;
const STEPS = process.env["RELEASE"] === "1" ? 4_000 : 500;

const COMPARISONS = [
  compareLedgers,
  compareClaimable,
  compareParts,
  compareBalances,
  compareStatements,
  comparePots,
  compareLicenses,
  compareRecords,
  compareOffers,
  compareHolders,
  compareReaders,
];

/** What a trade that went well has logged at least once each. */
const LIVELY = [
  "LicensePurchase",
  "PurchaseSkip",
  "LicenseRefund",
  "LicenseFinalization",
  "LicenseRenewal",
  "LicenseTransfer",
  "SeatAssignment",
  "OwnerPayment",
  "AssetMint",
  "ControlTransfer",
  "AgentAppointment",
  "PotRelease",
  "MerkleClaim",
  "ShareTransfer",
  "Sweep",
  "MigrationFinish",
  "Settlement",
  "Claim",
  "Withdrawal",
];

describe("the subgraph against the chain", function () {
  before(function () {
    if (graphNodeBinary() === undefined) this.skip();
  });

  it("says after a random trade what every contract says, and has seen every log", async () => {
    const signal = new AbortController().signal;
    await using stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal });
    const desk = await openDesk(stack, new Random(SEED));
    await setUp(desk);
    await trade(desk, STEPS);

    const subgraph = createSubgraphClient({ url: stack.graphqlUrl ?? "", timeout: 120_000 });
    await subgraph.waitForIndexed({ blockNumber: await desk.client.getBlockNumber() });
    const seen = await countEvents(subgraph);
    expect(seen.count).to.equal(await countLogs(desk, stack));
    expect([...seen.kinds], "the trade was lively").to.include.members(LIVELY);
    for (const compare of COMPARISONS) {
      const { indexed, stored } = await compare(subgraph, desk);
      expect(indexed, compare.name).to.deep.equal(stored);
    }
  });
});

async function countLogs({ client }: Desk, stack: Stack): Promise<number> {
  const address = [...PROTOCOL_NAMES, "Deployer" as const].map((name) => stack.deployment.addressOf(name));
  const logs = await client.getLogs({ address, fromBlock: 0n });
  // The implementations behind clones lock themselves as they are deployed; they belong to no studio.
  const INITIALIZED = "0xc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2";
  return logs.filter(({ topics }) => topics[0] !== INITIALIZED).length;
}

async function countEvents(subgraph: SubgraphClient): Promise<{ count: number; kinds: Set<string> }> {
  const events = await readAll<{ __typename: string }>(subgraph, "auditEvents", "__typename");
  return { count: events.size, kinds: new Set([...events.values()].map(({ __typename }) => __typename)) };
}
