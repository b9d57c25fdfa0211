import { expect } from "chai";
import { getAddress, type Hash } from "viem";
import { commitLot, expectGateRefuses, GAS, type Gate, openPanel, sharedGate } from "./fixture.ts";
import { writeLevel } from "./storage.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

const [NORMAL, TIGHTENED, REDUCED, STOPPED] = [0, 1, 2, 3];

describe("curation/liftStop", () => {
  const load = sharedGate(openPanel);
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);
  const producer = () => getAddress(gate.producer.account.address);
  const lift = (by = gate.timelock) => gate.curation.write.liftStop([producer()], { account: by, gas: GAS });

  it("refuses everybody but the timelock: registrar and producer, too", async () => {
    await writeLevel(gate, producer(), STOPPED);
    for (const { account } of [gate.registrar, gate.producer, gate.stranger]) {
      await refuse(() => lift(account.address), "CurationUnauthorized", [getAddress(account.address)]);
    }
  });

  it("refuses a producer that is not stopped", async () => {
    for (const level of [NORMAL, TIGHTENED, REDUCED]) {
      await writeLevel(gate, producer(), level);
      await refuse(() => lift(), "CurationNotStopped", [producer()]);
    }
  });

  it("lets a stopped producer commit again, under the tightened plan, once", async () => {
    const { curation, connection } = gate;
    await writeLevel(gate, producer(), STOPPED);
    const commit = async (): Promise<Hash> => `0x${(await commitLot(gate)).toString(16)}`;
    await refuse(commit, "CurationProducerStopped", [producer()]);
    await connection.viem.assertions.emitWithArgs(lift(), curation, "ProducerLevelSet", [producer(), TIGHTENED]);
    const { level, accepted, rejected } = await curation.read.producerOf([producer()]);
    expect([level, accepted, rejected]).to.deep.equal([TIGHTENED, 0, 0]);
    const lotId = await commitLot(gate);
    expect((await curation.read.auditOf([lotId, 0])).plan).to.equal(TIGHTENED);
    await refuse(() => lift(), "CurationNotStopped", [producer()]);
  });
});
