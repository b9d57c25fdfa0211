import { expect } from "chai";
import { parseEventLogs } from "viem";
import { commitLot, expectGateRefuses, type Gate, laneMask, sharedGate, unanimous } from "./fixture.ts";
import { closedLot, expectPot, finalLot, openPaidPanel, passWindow, settle, settledBy } from "./scoring.ts";

const LEVEL = { normal: 0, tightened: 1, reduced: 2, stopped: 3 } as const;
const DEFECT = laneMask(0, 1, 2, 3, 4);

describe("curation/switching", () => {
  const shared = sharedGate(openPaidPanel);
  let gate: Gate;
  let nonce: bigint;
  beforeEach(async () => {
    gate = await shared();
    nonce = 0n;
  });

  /** Runs one lot of ten assets to its settlement and returns the level that was announced, if any. */
  async function run(accepted: boolean): Promise<number | undefined> {
    nonce += 1n;
    const lot = await finalLot(gate, unanimous(9, accepted ? 0n : DEFECT), { nonce, count: 10 });
    const { level } = await settledBy(gate, await settle(gate, lot));
    return level?.level;
  }

  async function runAll(outcomes: string): Promise<(number | undefined)[]> {
    const levels: (number | undefined)[] = [];
    for (const outcome of outcomes) levels.push(await run(outcome === "a"));
    return levels;
  }

  const levelOf = async (): Promise<number> =>
    (await gate.curation.read.producerOf([gate.producer.account.address])).level;

  /** Plan of the next lot, from the event of its commit. */
  async function planOfNext(): Promise<number> {
    nonce += 1n;
    const from = BigInt(await gate.connection.networkHelpers.time.latestBlock()) + 1n;
    await commitLot(gate, { nonce });
    const logs = await gate.protocol.publicClient.getLogs({ fromBlock: from });
    const [opened] = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "AuditOpened" });
    return opened?.args.plan ?? -1;
  }

  it("tightens at the second rejection among five lots", async () => {
    expect(await runAll("raaar")).to.deep.equal([undefined, undefined, undefined, undefined, LEVEL.tightened]);
    expect(await planOfNext()).to.equal(LEVEL.tightened);
  });

  it("stays normal if five lots lie between", async () => {
    expect(await runAll("raaaar")).to.deep.equal(Array.from({ length: 6 }, () => undefined));
    expect(await planOfNext()).to.equal(LEVEL.normal);
  });

  it("relaxes after five accepted in a row", async () => {
    await runAll("rr");
    expect(await runAll("aaaaraaaaa")).to.deep.equal([...Array.from({ length: 9 }, () => undefined), LEVEL.normal]);
  });

  it("stops at the fifth rejection while tightened, until the timelock lifts it", async () => {
    await runAll("rr");
    expect(await runAll("rrrarr")).to.deep.equal([...Array.from({ length: 5 }, () => undefined), LEVEL.stopped]);
    const { address } = gate.producer.account;
    await expectGateRefuses(gate, () => stoppedCommit(), "CurationProducerStopped", [address]);
    await gate.curation.write.liftStop([address], { account: gate.timelock });
    expect(await levelOf()).to.equal(LEVEL.tightened);
    expect(await planOfNext()).to.equal(LEVEL.tightened);
  });

  async function stoppedCommit() {
    const manifest = `0x${"11".repeat(32)}` as const;
    const input = {
      recipeId: gate.recipeId,
      nonce: 99n,
      root: manifest,
      count: 10,
      gate: gate.clones.curation,
      manifest,
    };
    return gate.registry.write.commitLot([input], { account: gate.producer.account, gas: 15_000_000n });
  }

  it("reduces after ten accepted in a row, and ends that at one rejection", async () => {
    expect(await runAll("aaaaaaaaaa")).to.deep.equal([...Array.from({ length: 9 }, () => undefined), LEVEL.reduced]);
    expect(await planOfNext()).to.equal(LEVEL.reduced);
    expect(await run(true)).to.equal(undefined);
    expect(await run(false)).to.equal(LEVEL.normal);
  });

  it("counts in the order of settlements, and judges a lot by the plan of its commit", async () => {
    const early = await closedLot(gate, unanimous(9), { nonce: 50n });
    await runAll("rr");
    expect((await gate.curation.read.auditOf([early.lotId, 0])).plan).to.equal(LEVEL.normal);
    await passWindow(gate, early.lotId);
    await settle(gate, early);
    const { accepted, level } = await gate.curation.read.producerOf([gate.producer.account.address]);
    expect([accepted, level]).to.deep.equal([1, LEVEL.tightened]);
    await expectPot(gate, [gate.producer.account.address]);
  });
});
