import { expect } from "chai";
import { type Hash, parseEventLogs } from "viem";
import {
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  openAudit,
  passSeedBlock,
  sharedGate,
  STATUS,
} from "./fixture.ts";
import { closedLot, DEPOSIT, expectPot, finalLot, openPaidPanel, settle, TERMS } from "./scoring.ts";

const WINDOW = 8_191n;

describe("curation/expireLot", () => {
  const shared = sharedGate(openPaidPanel);
  let gate: Gate;
  beforeEach(async () => {
    gate = await shared();
  });

  const expire = (lotId: bigint): Promise<Hash> =>
    gate.curation.write.expireLot([lotId], { account: gate.stranger.account, gas: GAS });

  const producerOf = () => gate.curation.read.producerOf([gate.producer.account.address]);

  it("refuses a lot without an audit", async () => {
    await expectGateRefuses(gate, () => expire(7n), "CurationUnknownAudit", [7n]);
  });

  it("refuses while the seed can be drawn", async () => {
    const lotId = await commitLot(gate);
    const seedBlock = await passSeedBlock(gate, lotId);
    const { networkHelpers } = gate.connection;
    const latest = BigInt(await networkHelpers.time.latestBlock());
    // the refused call is mined as the last block in which the seed can be drawn
    await networkHelpers.mine(seedBlock + WINDOW - latest - 1n);
    await expectGateRefuses(gate, () => expire(lotId), "CurationNotExpired", [lotId]);
    await expire(lotId);
  });

  it("refuses until the time-out", async () => {
    const lotId = await openAudit(gate);
    const { clock } = await gate.curation.read.auditOf([lotId, 0]);
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock + TERMS.timeOut);
    await expectGateRefuses(gate, () => expire(lotId), "CurationNotExpired", [lotId]);
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock + TERMS.timeOut + 1);
    await expire(lotId);
  });

  it("refuses a lot with a verdict, and one that is settled", async () => {
    const lot = await closedLot(gate);
    await gate.connection.networkHelpers.time.increase(30n * 86_400n);
    await expectGateRefuses(gate, () => expire(lot.lotId), "CurationNotExpired", [lot.lotId]);
    await settle(gate, lot);
    await expectGateRefuses(gate, () => expire(lot.lotId), "CurationAlreadySettled", [lot.lotId, 0]);
  });

  it("gives bond and fee back, once, and counts no strike; the quota stays used", async () => {
    const lotId = await openAudit(gate);
    const before = await producerOf();
    expect(before.free).to.equal(DEPOSIT - TERMS.bond - TERMS.fee);
    await gate.connection.networkHelpers.time.increase(30n * 86_400n);
    const hash = await expire(lotId);
    const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const events = parseEventLogs({ abi: gate.curation.abi, logs });
    expect(events.map(({ eventName, args }) => ({ eventName, args }))).to.deep.equal([
      { eventName: "LotExpired", args: { lotId, round: 0, bond: TERMS.bond, fee: TERMS.fee } },
    ]);
    expect(await producerOf()).to.deep.equal({ ...before, free: DEPOSIT });
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.pending);
    await expectPot(gate, [gate.producer.account.address]);
    await expectGateRefuses(gate, () => expire(lotId), "CurationAlreadySettled", [lotId, 0]);
  });

  it("is not how a verdict ends: a settled lot keeps its money where it is", async () => {
    const lot = await finalLot(gate);
    await settle(gate, lot);
    const { free } = await producerOf();
    await gate.connection.networkHelpers.time.increase(30n * 86_400n);
    await expectGateRefuses(gate, () => expire(lot.lotId), "CurationAlreadySettled", [lot.lotId, 0]);
    expect((await producerOf()).free).to.equal(free);
  });
});
