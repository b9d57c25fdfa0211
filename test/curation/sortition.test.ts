import { expect } from "chai";
import { type Hex, numberToHex, sliceHex, zeroHash } from "viem";
import { Random } from "../helpers/random.ts";
import { drawnWeight, expectedWeight, panelWeight } from "../models/sortition.ts";
import {
  ballotKey,
  closeAudit,
  closedBy,
  commitLot,
  drawnOf,
  drawSeed,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  NO_OUTCOME,
  openAudit,
  openGate,
  openPanel,
  passDeadline,
  seedOf,
  sharedGate,
  signBallots,
  STATUS,
} from "./fixture.ts";
import { epochNow, EPOCH, LIFE, toEpoch } from "./rolls.ts";
import { writeCurators } from "./storage.ts";

const PANEL = 16;
const DRAWS = process.env["RELEASE"] === "1" ? 2_000 : 1_000;

/** CUR-3: many small curators beat one. */
describe("curation/sortition", () => {
  const random = new Random(1963);
  const anySeed = (): Hex => sliceHex(numberToHex(random.big(0n, 2n ** 256n - 1n), { size: 32 }), 0, 16);

  /** Mean weight of some curators together over many seeds. */
  function meanWeight(standings: ReadonlyMap<number, number>, indexes: readonly number[], widening = 0): number {
    let sum = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      const seed = anySeed();
      for (const index of indexes) sum += drawnWeight({ seed, panel: PANEL, standings, widening }, index);
    }
    return sum / DRAWS;
  }

  describe("by its definition, which the gate's agrees with on random panels", () => {
    /** Thirty others, and one member's standing split into some parts. */
    const split = (standing: number, parts: number) => {
      const others = Array.from({ length: 30 }, (_, i): [number, number] => [i + 1, 1_000 + 100 * i]);
      const own = Array.from({ length: parts }, (_, i): [number, number] => [100 + i, Math.floor(standing / parts)]);
      return { standings: new Map([...others, ...own]), own: own.map(([index]) => index) };
    };

    for (const standing of [900, 4_000, 30_000]) {
      it(`gives ${standing} the same mean weight whole and in 2, 5 or 9 parts: a gain of at most 5 %`, () => {
        const whole = split(standing, 1);
        const share = standing / [...whole.standings.values()].reduce((sum, x) => sum + x, 0);
        const weight = meanWeight(whole.standings, whole.own);
        for (const parts of [2, 5, 9]) {
          const { standings, own } = split(standing, parts);
          const mean = meanWeight(standings, own);
          // three standard deviations of that many draws, at most one unit each, beside the 5 %
          const noise = 3 * Math.sqrt(Math.max(share * PANEL, 1) / DRAWS);
          expect(mean, `${parts} parts`).to.be.lessThan(1.05 * weight + 2 * noise);
          expect(mean, `${parts} parts`).to.be.within(share * PANEL - noise, share * PANEL + noise);
        }
      });
    }

    it("makes the mean weight of every standing its share of the panel", () => {
      const standings = new Map([3_000, 500, 100, 9_000, 20_000, 750, 1, 400].map((x, i) => [i + 1, x]));
      const total = [...standings.values()].reduce((sum, x) => sum + x, 0);
      for (const [index, standing] of standings) {
        const expected = (panelWeight({ panel: PANEL, standings }) * standing) / total;
        const noise = 4 * Math.sqrt(Math.max(expected, 0.01) / DRAWS);
        expect(meanWeight(standings, [index]), `standing ${standing}`).to.be.within(expected - noise, expected + noise);
      }
    });

    it("changes nothing for anybody when 10,000 keys without standing join", () => {
      const { standings } = split(4_000, 1);
      const crowded = new Map([
        ...standings,
        ...Array.from({ length: 10_000 }, (_, i): [number, number] => [200 + i, 0]),
      ]);
      expect(panelWeight({ panel: PANEL, standings: crowded })).to.equal(panelWeight({ panel: PANEL, standings }));
      for (let draw = 0; draw < 100; draw++) {
        const seed = anySeed();
        for (const index of standings.keys()) {
          const weight = drawnWeight({ seed, panel: PANEL, standings }, index);
          expect(drawnWeight({ seed, panel: PANEL, standings: crowded }, index)).to.equal(weight);
        }
        for (const index of [200, 5_000, 10_199]) {
          expect(drawnWeight({ seed, panel: PANEL, standings: crowded, widening: 2 }, index)).to.equal(0);
        }
      }
    });

    it("doubles the chance of the small ones when it widens, and leaves the large ones and the expectation", () => {
      const { standings } = split(30_000, 1);
      const [small, large] = [1, 100];
      expect(meanWeight(standings, [small], 1) / meanWeight(standings, [small])).to.be.within(1.6, 2.4);
      expect(meanWeight(standings, [small], 2) / meanWeight(standings, [small])).to.be.within(3.2, 4.8);
      for (let draw = 0; draw < 100; draw++) {
        const seed = anySeed();
        const weights = [0, 1, 2].map((widening) => drawnWeight({ seed, panel: PANEL, standings, widening }, large));
        expect(new Set(weights).size).to.equal(1);
      }
      expect(expectedWeight({ panel: PANEL, standings })).to.equal(PANEL);
    });
  });

  describe("at the gate", () => {
    const load = sharedGate(openGate);
    let gate: Gate;

    beforeEach(async () => {
      gate = await load();
    });

    /** Forty equals, of whom sixteen are drawn on average. */
    const openCrowd = async (extra: readonly { standing: number; epoch?: number }[] = []) => {
      const crowd = [...Array.from({ length: 40 }, () => ({ standing: 1_000 })), ...extra];
      await writeCurators(
        gate,
        crowd.map((curator, i) => ({ key: ballotKey(i + 1).address, ...curator })),
      );
      return openAudit(gate, { count: 400 });
    };

    it("still decides by widening when half of the panel sleeps", async () => {
      const lotId = await openCrowd();
      const seed = await seedOf(gate, lotId);
      const first = await drawnOf(gate, lotId);
      const awake = new Set(first.filter((_, i) => i % 2 === 0).map(({ index }) => index));
      await passDeadline(gate, lotId);
      const { clock } = await gate.curation.read.auditOf([lotId, 0]);
      const quorum = 10;
      const reachable = async () =>
        (await drawnOf(gate, lotId)).filter(
          ({ index }) => awake.has(index) || !first.some((sleeper) => sleeper.index === index),
        );
      const sleeping = first.filter(({ index }) => awake.has(index));
      const ballots = await signBallots(gate, lotId, sleeping);
      const call = () => gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME], { gas: GAS });
      expect(sleeping.length).to.be.lessThan(quorum);
      await expectGateRefuses(gate, call, "CurationNoQuorum", [lotId, BigInt(sleeping.length), BigInt(quorum)]);

      await gate.connection.networkHelpers.time.increaseTo(clock + (7 * 86_400) / 2);
      const voters = await reachable();
      expect(await gate.curation.read.drawnWeightOf([lotId, seed, voters[0]?.index ?? 0, 2])).to.be.greaterThan(0);
      const {
        widening,
        expectedWeight: expected,
        weight,
      } = await closedBy(gate, await closeAudit(gate, lotId, voters));
      expect([widening, expected]).to.deep.equal([2, PANEL]);
      expect(weight).to.be.greaterThan(quorum - 1);
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
      expect((await gate.curation.read.auditOf([lotId, 0])).flags & 3).to.equal(2);
    });

    it("refuses a curator who is drawn by the widening of later only", async () => {
      const lotId = await openCrowd();
      const now = await drawnOf(gate, lotId);
      const later = async (widening: number) => {
        const seed = await seedOf(gate, lotId);
        const found: number[] = [];
        for (let index = 1; index <= 40; index++) {
          if ((await gate.curation.read.drawnWeightOf([lotId, seed, index, widening])) !== 0) found.push(index);
        }
        return found;
      };
      const one = (await later(1)).find((index) => !now.some((drawn) => drawn.index === index)) ?? 0;
      const votes = [...now, { index: one, weight: 1 }].sort((a, b) => a.index - b.index);
      const ballots = await signBallots(gate, lotId, votes);
      const call = () => gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME], { gas: GAS });
      await expectGateRefuses(gate, call, "CurationNotDrawn", [one, 0]);
      await passDeadline(gate, lotId);
      await call();
    });

    it("gives a stale standing no weight, and one that counts from the next epoch on none yet", async () => {
      await toEpoch(gate, LIFE + 1);
      const now = await epochNow(gate);
      const lotId = await openCrowd([
        { standing: 9_000, epoch: now - LIFE },
        { standing: 9_000, epoch: now - LIFE + 1 },
        { standing: 9_000, epoch: now + 1 },
      ]);
      const seed = await seedOf(gate, lotId);
      const weights = await Promise.all(
        [41, 42, 43].map((index) => gate.curation.read.drawnWeightOf([lotId, seed, index, 2])),
      );
      expect(weights.map((weight) => weight !== 0)).to.deep.equal([false, true, false]);
    });
  });

  it("judges a lot by the standings of its commit, whatever is refreshed or registered meanwhile", async () => {
    const gate = await openPanel();
    const lotId = await commitLot(gate);
    await drawSeed(gate, lotId);
    const seed = await seedOf(gate, lotId);
    const before = await gate.curation.read.expectedWeightOf([lotId]);
    const [member] = gate.members;
    const reputation = await gate.connection.viem.getContractAt("ReputationToken", gate.clones.reputation);
    await reputation.write.mint([member?.account.address ?? "0x", 100n * 10n ** 18n, zeroHash, hashOf("grant")], {
      account: gate.timelock,
    });
    await gate.connection.networkHelpers.time.increase(EPOCH + 3_600n);
    await gate.curation.write.refreshCurators([gate.members.map(({ account }) => account.address)]);
    const weights = await Promise.all(
      gate.members.map((_, i) => gate.curation.read.drawnWeightOf([lotId, seed, i + 1, 0])),
    );
    expect(weights).to.deep.equal(gate.members.map(() => 1));
    expect(await gate.curation.read.expectedWeightOf([lotId]))
      .to.equal(before)
      .and.equal(9);
  });

  it("keeps the curator out to whom the producer delegates its votes, as found at its first lot of the day", async () => {
    const gate = await openPanel();
    const reputation = await gate.connection.viem.getContractAt("ReputationToken", gate.clones.reputation);
    const [, , judge] = gate.members;
    const { producer } = gate;
    await reputation.write.delegate([judge?.account.address ?? "0x"], { account: producer.account });
    const lotId = await openAudit(gate);
    expect((await gate.curation.read.auditOf([lotId, 0])).excluded).to.equal(3);
    expect((await gate.curation.read.producerOf([producer.account.address])).delegate).to.equal(3);
    expect(await gate.curation.read.expectedWeightOf([lotId])).to.equal(8);

    // it cannot react to a panel: neither for this lot nor for others of the day
    await reputation.write.delegate([producer.account.address], { account: producer.account });
    const second = await openAudit(gate, { nonce: 2n });
    expect((await gate.curation.read.auditOf([second, 0])).excluded).to.equal(3);
    await passDeadline(gate, lotId);
    const all = gate.members.map((_, i) => ({ index: i + 1 }));
    const ballots = await signBallots(gate, lotId, all);
    const call = () => gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME], { gas: GAS });
    await expectGateRefuses(gate, call, "CurationDelegateOfProducer", [3]);
    await closeAudit(
      gate,
      lotId,
      all.filter(({ index }) => index !== 3),
    );

    // the next day it is asked again; a delegation to itself excludes nobody
    await gate.connection.networkHelpers.time.increase(86_400n);
    const third = await openAudit(gate, { nonce: 3n });
    expect((await gate.curation.read.auditOf([third, 0])).excluded).to.equal(0);
  });
});
