import { expect } from "chai";
import {
  ALL_LANES,
  blockedAssets,
  closeAudit,
  closedBy,
  commitLot,
  drawSeed,
  type Gate,
  laneMask,
  openAudit,
  openPanel,
  seedOf,
  STATUS,
  unanimous,
} from "./fixture.ts";

/** REG-9: in small lots sampling with replacement would leave gaps, so they are judged whole. */
describe("curation/sample.census", () => {
  const PLAN_SIZE = 256;
  const COUNTS = Array.from({ length: PLAN_SIZE + 1 }, (_, i) => i + 1);
  let gate: Gate;
  const lots = new Map<number, bigint>();

  before(async () => {
    gate = await openPanel();
    for (const count of COUNTS) lots.set(count, await commitLot(gate, { count, nonce: BigInt(count) }));
    for (const lotId of lots.values()) await drawSeed(gate, lotId);
  });

  const lotOf = (count: number): bigint => lots.get(count) ?? 0n;
  const laneBits = (count: number): bigint => (count >= PLAN_SIZE ? ALL_LANES : 2n ** BigInt(count) - 1n);

  it("judges every asset of a lot of 1 to 256, lane i = index i, and samples a lot of 257", async () => {
    for (const count of COUNTS) {
      const sample = await gate.curation.read.sampleOf([lotOf(count), await seedOf(gate, lotOf(count))]);
      const everyIndex = Array.from({ length: count }, (_, index) => index);
      if (count <= PLAN_SIZE) {
        expect(sample, `count ${count}`).to.deep.equal(everyIndex);
      } else {
        expect(sample).to.have.length(PLAN_SIZE);
        expect(sample).not.to.deep.equal(everyIndex.slice(0, PLAN_SIZE));
        expect(Math.max(...sample)).to.be.lessThan(count);
      }
    }
  });

  it("accepts while at most a quarter, or two, are bad, and blocks exactly those, for every count", async () => {
    for (const count of COUNTS.slice(0, PLAN_SIZE)) {
      const allowed = Math.max(Math.floor(count / 4), 2);
      const bad = everyNth(count, allowed);
      // bits beyond the lot are padding: they are set, and count for nothing
      const padding = ALL_LANES ^ laneBits(count);
      const hash = await closeAudit(gate, lotOf(count), unanimous(9, laneMask(...bad) | padding));
      const { status, bad: badLanes, covered } = await closedBy(gate, hash);
      expect([status, badLanes, covered], `count ${count}`).to.deep.equal([
        STATUS.accepted,
        laneMask(...bad),
        laneBits(count),
      ]);
      expect(await blockedAssets(gate, lotOf(count)), `count ${count}`).to.deep.equal(bad);
    }
  });

  it("rejects with one more, for every count that has one more", async () => {
    for (const count of COUNTS.slice(2, PLAN_SIZE)) {
      const lotId = await openAudit(gate, { count, nonce: 1_000n + BigInt(count) });
      const bad = everyNth(count, Math.max(Math.floor(count / 4), 2) + 1);
      const hash = await closeAudit(gate, lotId, unanimous(9, laneMask(...bad)));
      expect((await closedBy(gate, hash)).status, `count ${count}`).to.equal(STATUS.rejected);
      expect((await gate.registry.read.lotOf([lotId])).blocked).to.equal(false);
    }
  });

  it("does not ask for coverage of padded lanes", async () => {
    const lotId = await openAudit(gate, { count: 5, nonce: 5_000n });
    const votes = unanimous(9).map((vote) => ({ ...vote, ok: 0b11111n }));
    const hash = await closeAudit(gate, lotId, votes);
    expect((await closedBy(gate, hash)).covered).to.equal(0b11111n);
  });

  /** `wanted` indexes spread over a lot, ascending; all of it if it has no more. */
  function everyNth(count: number, wanted: number): number[] {
    const chosen = Math.min(count, wanted);
    return Array.from({ length: chosen }, (_, i) => Math.floor((i * count) / chosen));
  }
});
