import { expect } from "chai";
import {
  ALL_LANES,
  closeAudit,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  lotIdOf,
  openAudit,
  openPanel,
  passDeadline,
  presentOutcome,
  sharedGate,
  signBallots,
  STATUS,
  timestampOf,
  type Vote,
} from "./fixture.ts";

/** CUR-7: a heavier set held back until the last second. */
describe("curation/closeAudit.lateFlip", () => {
  const load = sharedGate(async () => {
    const opened = await openPanel();
    await passDeadline(opened, await openAudit(opened));
    return opened;
  });
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    lotId = lotIdOf(gate.producer.account.address, 1n);
  });

  const votes = (weight: number, defect: bigint): Vote[] =>
    Array.from({ length: weight }, (_, i) => ({ index: i + 1, defect }));
  const releasable = () => gate.registry.read.isReleasable([lotId << 24n]);
  const windowEnd = async () => BigInt((await gate.curation.read.auditOf([lotId, 0])).clock);

  const closeAt = async (time: bigint, set: Vote[]) => {
    const ballots = await signBallots(gate, lotId, set);
    const previous = await presentOutcome(gate, lotId);
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(time);
    return gate.curation.write.closeAudit([lotId, 1, ballots, previous], { gas: GAS });
  };

  it("cannot release a rejected lot before another whole window", async () => {
    await closeAudit(gate, lotId, votes(6, ALL_LANES));
    const end = await windowEnd();
    const hash = await closeAt(end - 1n, votes(7, 0n));
    expect(await timestampOf(gate, hash)).to.equal(end - 1n);
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);

    await gate.connection.networkHelpers.time.increaseTo(end + DAY - 10n);
    expect(await releasable()).to.equal(false);
    // in which an honest relayer answers, at the last second of all
    await closeAt(end + DAY - 2n, votes(8, ALL_LANES));
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.rejected);
  });

  it("is over with the window: one second later nothing is replaced", async () => {
    await closeAudit(gate, lotId, votes(6, ALL_LANES));
    const end = await windowEnd();
    const ballots = await signBallots(gate, lotId, votes(9, 0n));
    const previous = await presentOutcome(gate, lotId);
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(end);
    const call = () => gate.curation.write.closeAudit([lotId, 1, ballots, previous], { gas: GAS });
    await expectGateRefuses(gate, call, "CurationVerdictFinal", [lotId, end, Number(end)]);
    expect(await releasable()).to.equal(false);
  });

  it("ends: each restart takes more weight, up to a known total", async () => {
    await closeAudit(gate, lotId, votes(6, ALL_LANES));
    const firstEnd = await windowEnd();
    // the worst order: rejected 6, accepted 7, rejected 8, accepted 9; only acceptances restart the window
    await closeAt(firstEnd - 1n, votes(7, 0n));
    await closeAt((await windowEnd()) - 2n, votes(8, ALL_LANES));
    await closeAt((await windowEnd()) - 1n, votes(9, 0n));
    const end = await windowEnd();
    expect(end).to.equal(firstEnd - 1n + DAY - 1n + DAY);
    await gate.connection.networkHelpers.time.increaseTo(end);
    expect(await releasable()).to.equal(true);
  });
});
