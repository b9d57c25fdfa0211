import { expect } from "chai";
import type { Hash, Hex } from "viem";
import {
  ALL_LANES,
  blockedAssets,
  closeAudit,
  closedBy,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  HOUR,
  laneMask,
  lotIdOf,
  NO_OUTCOME,
  openAudit,
  openPanel,
  type Outcome,
  passDeadline,
  presentOutcome,
  seedOf,
  sharedGate,
  signBallots,
  STATUS,
  timestampOf,
  unanimous,
  type Vote,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

describe("curation/closeAudit.replacement", () => {
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

  /** Votes of these curators, all the same. */
  const votesOf = (indexes: readonly number[], defect = 0n): Vote[] => indexes.map((index) => ({ index, defect }));

  const close = (votes: readonly Vote[]): Promise<Hash> => closeAudit(gate, lotId, votes);

  const refuse = async (votes: readonly Vote[], error: RefusedBy, args: readonly unknown[], previous?: Outcome) => {
    const ballots = await signBallots(gate, lotId, votes);
    const outcome = previous ?? (await presentOutcome(gate, lotId));
    const call = () => gate.curation.write.closeAudit([lotId, 1, ballots, outcome], { gas: GAS });
    await expectGateRefuses(gate, call, error, args);
  };

  const statusOf = async () => (await gate.registry.read.lotOf([lotId])).status;
  const releasableAt = async () => BigInt((await gate.registry.read.lotOf([lotId])).releasableAt);
  const wait = (seconds: bigint) => gate.connection.networkHelpers.time.increase(seconds);

  /** Lanes whose assets lie in different words, so that masks move. */
  const spreadLanes = async (wanted: number): Promise<number[]> => {
    const sample = await gate.curation.read.sampleOf([lotId, await seedOf(gate, lotId)]);
    const lanes = new Map(sample.map((position, lane) => [position >> 8, lane]));
    return [...lanes.values()].slice(0, wanted);
  };

  it("refuses a set of the same weight, and a lighter one", async () => {
    await close(votesOf([1, 2, 3, 4, 5, 6, 7], ALL_LANES));
    await refuse(votesOf([1, 2, 3, 4, 5, 8, 9]), "CurationNotHeavier", [lotId, 7n, 7]);
    await refuse(votesOf([1, 2, 3, 4, 5, 6]), "CurationNotHeavier", [lotId, 6n, 7]);
    expect(await statusOf()).to.equal(STATUS.rejected);
  });

  it("refuses everything below quorum, also against a present verdict", async () => {
    await close(votesOf([1, 2, 3, 4, 5, 6]));
    await refuse(votesOf([5, 6, 7, 8, 9], ALL_LANES), "CurationNoQuorum", [lotId, 5n, 6n]);
  });

  it("undoes the kindest subset of the ballots (CUR-1)", async () => {
    // Six of nine call lanes 0 to 4 defective. The producer's relayer shows the three friends and three of the others.
    const defect = laneMask(0, 1, 2, 3, 4);
    const honest = votesOf([4, 5, 6, 7, 8, 9], defect);
    const friends = votesOf([1, 2, 3]);
    // Three against three is no coverage; with a lane quorum of three alone it would have been accepted.
    await refuse([...friends, ...honest.slice(0, 3)], "CurationUncovered", [lotId, defect]);
    // One curator who wavers turns a subset of seven into an acceptance …
    const waverer: Vote = { index: 4 };
    await close([...friends, waverer, ...honest.slice(1, 4)]);
    expect(await statusOf()).to.equal(STATUS.accepted);
    // … until anybody relays all nine.
    const hash = await close([...friends, waverer, ...honest.slice(1)]);
    expect(await statusOf()).to.equal(STATUS.rejected);
    expect((await closedBy(gate, hash)).bad).to.equal(defect);
    await wait(DAY);
    expect(await gate.registry.read.isReleasable([lotId << 24n])).to.equal(false);
  });

  it("clears what only the lighter verdict blocked, and blocks what the heavier one does", async () => {
    const [a, b, c] = (await spreadLanes(3)) as [number, number, number];
    const sample = await gate.curation.read.sampleOf([lotId, await seedOf(gate, lotId)]);
    const assetsAt = (...lanes: number[]) => lanes.map((lane) => sample[lane] ?? -1).sort((x, y) => x - y);

    await close(votesOf([1, 2, 3, 4, 5, 6], laneMask(a, b)));
    expect(await blockedAssets(gate, lotId)).to.deep.equal(assetsAt(a, b));

    // Seven, of whom four call a and c defective, and three b.
    await close([...votesOf([1, 2, 3], laneMask(b)), ...votesOf([4, 5, 6, 7], laneMask(a, c))]);
    expect(await blockedAssets(gate, lotId)).to.deep.equal(assetsAt(a, c));

    // Eight say that all is well.
    await close(votesOf([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(await blockedAssets(gate, lotId)).to.deep.equal([]);
    expect((await gate.registry.read.lotOf([lotId])).blocked).to.equal(false);
  });

  it("clears one asset of a word and keeps its neighbor", async () => {
    const lot = await openAudit(gate, { nonce: 2n, count: 300 });
    await passDeadline(gate, lot);
    const sample = await gate.curation.read.sampleOf([lot, await seedOf(gate, lot)]);
    const lanes = sample.flatMap((position, lane) => (position < 256 ? [lane] : []));
    const [a, b] = [lanes[0] ?? -1, lanes.find((lane) => sample[lane] !== sample[lanes[0] ?? -1]) ?? -1];
    await closeAudit(gate, lot, unanimous(6, laneMask(a, b)));
    await closeAudit(gate, lot, unanimous(9, laneMask(b)));
    expect(await blockedAssets(gate, lot)).to.deep.equal([sample[b]]);
  });

  it("clears all masks when it rejects, since a rejected lot is closed as a whole", async () => {
    const [a, b] = (await spreadLanes(2)) as [number, number];
    await close(votesOf([1, 2, 3, 4, 5, 6], laneMask(a, b)));
    await close(votesOf([1, 2, 3, 4, 5, 6, 7], ALL_LANES));
    expect(await statusOf()).to.equal(STATUS.rejected);
    expect(await blockedAssets(gate, lotId)).to.deep.equal([]);
  });

  it("refuses a verdict that is not the present one, whatever differs", async () => {
    await close(votesOf([1, 2, 3, 4, 5, 6], laneMask(...(await spreadLanes(2)))));
    const first = await presentOutcome(gate, lotId);
    await close(votesOf([1, 2, 3, 4, 5, 6, 7], laneMask(...(await spreadLanes(1)))));
    const present = await presentOutcome(gate, lotId);
    const wrong: Outcome[] = [
      NO_OUTCOME,
      first,
      { ...present, seed: first.seed.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")) as Hex },
      { ...present, ballots: first.ballots },
      { ...present, covered: present.covered - 1n },
      { ...present, bad: 0n },
      { ...present, weights: 6n },
    ];
    const { digest } = await gate.curation.read.auditOf([lotId, 0]);
    expect(await gate.curation.read.hashOutcome([present])).to.equal(digest);
    for (const outcome of wrong) {
      const found = await gate.curation.read.hashOutcome([outcome]);
      await refuse(votesOf([1, 2, 3, 4, 5, 6, 7, 8]), "CurationWrongOutcome", [lotId, found, digest], outcome);
    }
  });

  describe("keeps the end of the window", () => {
    it("when an acceptance becomes a rejection", async () => {
      await close(votesOf([1, 2, 3, 4, 5, 6]));
      const end = await releasableAt();
      await wait(HOUR);
      await close(votesOf([1, 2, 3, 4, 5, 6, 7], ALL_LANES));
      expect(await statusOf()).to.equal(STATUS.rejected);
      expect(await releasableAt()).to.equal(end);
    });

    it("when an acceptance that blocked assets becomes a rejection", async () => {
      await close(votesOf([1, 2, 3, 4, 5, 6], laneMask(...(await spreadLanes(2)))));
      const end = await releasableAt();
      await wait(HOUR);
      await close(votesOf([1, 2, 3, 4, 5, 6, 7], ALL_LANES));
      expect(await blockedAssets(gate, lotId)).to.deep.equal([]);
      expect(await releasableAt()).to.equal(end);
    });

    it("when a rejection is confirmed", async () => {
      await close(votesOf([1, 2, 3, 4, 5, 6], ALL_LANES));
      const end = await releasableAt();
      await wait(HOUR);
      await close(votesOf([1, 2, 3, 4, 5, 6, 7], ALL_LANES));
      expect(await releasableAt()).to.equal(end);
    });

    it("when an acceptance is confirmed, or blocks more", async () => {
      const lanes = await spreadLanes(2);
      await close(votesOf([1, 2, 3, 4, 5, 6], laneMask(...lanes.slice(1))));
      const end = await releasableAt();
      await wait(HOUR);
      await close(votesOf([1, 2, 3, 4, 5, 6, 7], laneMask(...lanes.slice(1))));
      expect(await releasableAt()).to.equal(end);
      await wait(HOUR);
      await close(votesOf([1, 2, 3, 4, 5, 6, 7, 8], laneMask(...lanes)));
      expect((await blockedAssets(gate, lotId)).length).to.equal(2);
      expect(await releasableAt()).to.equal(end);
    });
  });

  describe("starts the window anew", () => {
    it("when a rejection becomes an acceptance", async () => {
      await close(votesOf([1, 2, 3, 4, 5, 6], ALL_LANES));
      await wait(HOUR);
      const hash = await close(votesOf([1, 2, 3, 4, 5, 6, 7]));
      expect(await releasableAt()).to.equal((await timestampOf(gate, hash)) + DAY);
      expect(BigInt((await gate.curation.read.auditOf([lotId, 0])).clock)).to.equal(await releasableAt());
    });

    it("when an asset is unblocked, though another one is blocked", async () => {
      const [a, b] = (await spreadLanes(2)) as [number, number];
      await close(votesOf([1, 2, 3, 4, 5, 6], laneMask(a)));
      await wait(HOUR);
      const hash = await close(votesOf([1, 2, 3, 4, 5, 6, 7], laneMask(b)));
      expect(await releasableAt()).to.equal((await timestampOf(gate, hash)) + DAY);
    });
  });
});
