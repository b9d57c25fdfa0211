import { expect } from "chai";
import { zeroHash } from "viem";
import {
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  openPanel,
  openSoloGate,
  SEED_DELAY,
  sharedGate,
  STATUS,
} from "./fixture.ts";

describe("curation/admitLot", () => {
  const load = sharedGate(openPanel);
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  it("refuses everybody but the registry, whatever they are to the studio", async () => {
    const { curation, producer, registrar, timelock } = gate;
    for (const account of [producer.account.address, registrar.account.address, timelock]) {
      const call = () => curation.write.admitLot([1n, producer.account.address, 1], { account, gas: GAS });
      await expectGateRefuses(gate, call, "CurationUnauthorized", [account]);
    }
  });

  it("opens one slot: the seed block, 32 blocks ahead", async () => {
    const { curation, producer, protocol, connection } = gate;
    const lotId = await commitLot(gate, { count: 500 });
    const block = await protocol.publicClient.getBlock();
    const seedBlock = Number(block.number + SEED_DELAY);
    expect(await curation.read.auditOf([lotId, 0])).to.deep.equal({
      digest: "0x00000000000000000000000000000000",
      clock: seedBlock,
      weight: 0,
      excluded: 0,
      terms: 0,
      epoch: 0,
      plan: 0,
      humanBallots: 0,
      inbox: 0,
      flags: 0,
    });
    await connection.viem.assertions.emitWithArgs(block.transactions[0] ?? zeroHash, curation, "AuditOpened", [
      lotId,
      producer.account.address,
      0,
      seedBlock,
      0,
      0,
      0,
      0,
    ]);
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.pending);
  });

  it("opens no audit in a solo studio", async () => {
    const solo = await openSoloGate();
    const lotId = await commitLot(solo);
    expect((await solo.curation.read.auditOf([lotId, 0])).clock).to.equal(0);
    expect(await solo.curation.getEvents.AuditOpened()).to.deep.equal([]);
    const { assertions } = solo.connection.viem;
    for (const view of [solo.curation.read.isExpired([lotId]), solo.curation.read.expectedWeightOf([lotId])]) {
      await assertions.revertWithCustomErrorWithArgs(view, solo.curation, "CurationUnknownAudit", [lotId]);
    }
  });

  it("knows the plan table, and no other plan", async () => {
    const { curation, connection } = gate;
    const rolls = await connection.viem.getContractAt("CurationRolls", curation.address);
    const plans = await Promise.all([0, 1, 2].map((plan) => curation.read.planOf([0, plan])));
    expect(plans).to.deep.equal([
      [256, 2],
      [256, 0],
      [64, 0],
    ]);
    for (const plan of [3, 255]) {
      const call = curation.read.planOf([0, plan]);
      await connection.viem.assertions.revertWithCustomErrorWithArgs(call, rolls, "AcceptancePlanUnknown", [plan]);
    }
  });
});
