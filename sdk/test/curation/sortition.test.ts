import { expect } from "chai";
import fc from "fast-check";
import { type Hex, numberToHex } from "viem";
import {
  acceptanceProbability,
  drawnWeight,
  expectedWeight,
  factorOf,
  LaneSums,
  packWeights,
  panelOf,
  planFor,
  standingAt,
  tally,
  tierOf,
  unfoldEpoch,
  unpackWeights,
  type WeighedLanes,
  wideningAt,
} from "@imprimatur/sdk/curation";
import { RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const ALL = (1n << 256n) - 1n;
const seedOf = (run: number): Hex => numberToHex(run, { size: 16 });

describe("sortition", () => {
  it("asks everybody with equal weight where there are fewer curators than the panel", () => {
    expect([0, 1, 3, 5, 9, 15, 16, 400].map((curators) => panelOf(16, curators))).to.deep.equal([
      16, 16, 12, 10, 9, 15, 16, 16,
    ]);
    const electorate = { curators: 5, standing: 500n };
    const factor = factorOf(16, electorate);
    for (let index = 1; index <= 5; index += 1) {
      expect(drawnWeight({ seed: seedOf(1), index, standing: 100, factor })).to.equal(2);
    }
  });

  it("draws with a weight whose mean is the share of all standings", () => {
    for (const standing of [3, 40, 100, 777]) {
      const factor = factorOf(16, { curators: 100, standing: 10_000n });
      const draws = Array.from({ length: 4000 }, (_, run) =>
        drawnWeight({ seed: seedOf(run), index: 7, standing, factor }),
      );
      const mean = draws.reduce((sum, weight) => sum + weight, 0) / draws.length;
      expect(mean).to.be.closeTo((16 * standing) / 10_000, 0.06);
    }
  });

  it("widens only the chance of those who are not sure to be drawn", () => {
    const factor = factorOf(16, { curators: 100, standing: 10_000n });
    const drawn = (standing: number, widening: number): number =>
      Array.from({ length: 2000 }, (_, run) => drawnWeight({ seed: seedOf(run), index: 3, standing, factor, widening }))
        .map((weight) => Math.min(weight, 1))
        .reduce((sum, there) => sum + there, 0);
    expect(drawn(100, 1) / drawn(100, 0)).to.be.closeTo(2, 0.25);
    expect(drawn(100, 2) / drawn(100, 0)).to.be.closeTo(4, 0.5);
    expect([0, 1, 2].map((widening) => drawn(700, widening))).to.deep.equal([2000, 2000, 2000]);
    const clock = { ballotDeadline: 100n, timeOut: 50 };
    expect([99n, 100n, 124n, 125n].map((time) => wideningAt(time, clock))).to.deep.equal([0, 1, 1, 2]);
  });

  it("expects less where the producer and its delegate do not judge, and nothing of nobody", () => {
    const electorate = { curators: 100, standing: 10_000n };
    expect(expectedWeight({ panel: 16, electorate })).to.equal(16);
    expect(expectedWeight({ panel: 16, electorate, excluded: [2500, 1000] })).to.equal(10);
    expect(expectedWeight({ panel: 16, electorate: { curators: 0, standing: 0n } })).to.equal(0);
    expect(factorOf(16, { curators: 0, standing: 0n })).to.equal(0n);
  });

  it("names tiers by the weight on average", () => {
    const factor = factorOf(16, { curators: 100, standing: 16_000n });
    expect([0, 1, 999, 1000, 2000, 4000].map((standing) => tierOf({ standing, factor }))).to.deep.equal([
      0, 1, 1, 1, 2, 3,
    ]);
  });

  it("forgets standings that are stale, and knows the two before the newest", () => {
    const gaps = (2 << 2) | (3 << 5);
    const curator = { epoch: 10, standing: 3, previous: 2, earlier: 1, flags: gaps };
    const epochs = [4, 5, 7, 8, 9, 10, 13, 14];
    const standings = (flags: number) => epochs.map((epoch) => standingAt({ ...curator, flags }, epoch));
    expect(standings(gaps)).to.deep.equal([0, 1, 1, 2, 2, 3, 3, 0]);
    expect(standings(gaps | 1)).to.deep.equal(standings(gaps));
    expect(standings(gaps | 2)).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(standings(7 << 2)).to.deep.equal([2, 2, 0, 0, 0, 3, 3, 0]);
    expect(standings(0)).to.deep.equal([0, 0, 0, 0, 0, 3, 3, 0]);
    expect([unfoldEpoch(5, 5), unfoldEpoch(255, 256), unfoldEpoch(0, 511)]).to.deep.equal([5, 255, 256]);
  });
});

describe("tally", () => {
  const ballot: fc.Arbitrary<WeighedLanes> = fc
    .record({ weight: fc.integer({ min: 0, max: 8 }), ok: uint(256), defect: uint(256) })
    .map(({ weight, ok, defect }) => ({ weight: 2 ** weight, ok, defect: defect & ~ok & ALL }));

  it("counts every lane as one by one", () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 40 }), fc.nat(600), (ballots, threshold) => {
        const found = tally(ballots, threshold, ALL);
        let [covered, bad] = [0n, 0n];
        for (let lane = 0n; lane < 256n; lane += 1n) {
          const votes = (word: (of: WeighedLanes) => bigint): number =>
            ballots.reduce((sum, of) => sum + ((word(of) >> lane) & 1n ? of.weight : 0), 0);
          const [ok, defect] = [votes((of) => of.ok), votes((of) => of.defect)];
          if (Math.max(ok, defect) < threshold) continue;
          covered |= 1n << lane;
          if (ok <= defect) bad |= 1n << lane;
        }
        expect([found.covered, found.bad]).to.deep.equal([covered, bad]);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("knows the sum of each lane", () => {
    const sums = new LaneSums();
    sums.add(0b101n, 4);
    sums.add(0b100n, 4);
    expect([0, 1, 2].map((lane) => sums.of(lane))).to.deep.equal([4, 0, 8]);
  });

  it("packs the weights of ballots in the order of the wire", () => {
    const weights = [8, 8, 2, 1, 1, 1];
    expect(unpackWeights(packWeights(weights))).to.deep.equal(weights);
    expect(packWeights([])).to.equal(0n);
  });
});

describe("plans", () => {
  it("refuses risks that no word of lanes can meet, and shares that make no sense", async () => {
    await expectError("PlanImpossibleError", () => planFor({ aql: 0.01, ltpd: 0.012 }));
    await expectError("PlanImpossibleError", () => planFor({ aql: 0.02, ltpd: 0.01 }));
    await expectError("PlanImpossibleError", () => planFor({ aql: 0.01, ltpd: 0.1, maxSize: 257 }));
  });

  it("finds the smallest plan that meets both risks", () => {
    for (const [aql, ltpd] of [
      [0.001, 0.02],
      [0.005, 0.03],
      [0.01, 0.08],
    ] as const) {
      const plan = planFor({ aql, ltpd });
      expect(acceptanceProbability(plan, aql)).to.be.at.least(0.95);
      expect(acceptanceProbability(plan, ltpd)).to.be.at.most(0.1);
      for (let { size } = plan; size > 0; size -= 1) {
        for (let acceptance = 0; acceptance < size; acceptance += 1) {
          if (size === plan.size && acceptance >= plan.acceptance) break;
          const smaller = { size, acceptance };
          const meets = acceptanceProbability(smaller, aql) >= 0.95 && acceptanceProbability(smaller, ltpd) <= 0.1;
          expect(meets, `(${size}, ${acceptance})`).to.equal(size === plan.size && acceptance > plan.acceptance);
        }
      }
    }
  });

  it("accepts as often as the simulated operating-characteristic curve, within 2 points", () => {
    const random = generator(0x9e3779b97f4a7c15n);
    for (const plan of [
      { size: 256, acceptance: 2 },
      { size: 64, acceptance: 0 },
      planFor({ aql: 0.002, ltpd: 0.03 }),
    ]) {
      for (const share of [0.001, 0.005, 0.01, 0.02, 0.05]) {
        let accepted = 0;
        const lots = 6000;
        for (let lot = 0; lot < lots; lot += 1) {
          let defects = 0;
          for (let lane = 0; lane < plan.size && defects <= plan.acceptance; lane += 1)
            defects += random() < share ? 1 : 0;
          if (defects <= plan.acceptance) accepted += 1;
        }
        expect(accepted / lots).to.be.closeTo(acceptanceProbability(plan, share), 0.02);
      }
    }
  });
});

/** Numbers between 0 and 1, the same in every run (SplitMix64). */
function generator(start: bigint): () => number {
  let state = start;
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return Number((mixed ^ (mixed >> 31n)) >> 11n) / 2 ** 53;
  };
}
