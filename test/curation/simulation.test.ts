import { expect } from "chai";
import type { ProducerKind } from "../../scripts/simulate/actors.ts";
import { defectShare, gainsOf, releasedShare } from "../../scripts/simulate/report.ts";
import { splittingGain } from "../../scripts/simulate/splitting.ts";
import { isStopped, simulate, type Simulated } from "../../scripts/simulate/world.ts";

describe("curation/simulation", () => {
  const SIZE = { seed: 20261120, studios: 6, epochs: 8, count: 500 };
  const SMALL = { ...SIZE, studios: 1, epochs: 1 };
  let simulated: Simulated;

  before(() => {
    simulated = simulate(SIZE);
  });

  const producersOf = (kind: ProducerKind) => simulated.producers.filter((producer) => producer.kind === kind);

  it("pays honest curators better than lazy, random, colluding and flagging ones, and lets them earn more", () => {
    const gains = gainsOf(simulated).filter(({ kind }) => kind !== "splitting");
    const byReputation = [...gains].sort((a, b) => b.reputation - a.reputation);
    expect(gains[0]?.kind).to.equal("honest");
    expect(byReputation[0]?.kind).to.equal("honest");
    const [best] = gains;
    for (const { kind, pay, reputation } of gains.filter((gain) =>
      ["lazy", "random", "flagging"].includes(gain.kind),
    )) {
      expect(pay, `pay of ${kind}`).to.be.lessThan((best?.pay ?? 0) * 0.75);
      expect(reputation, `reputation of ${kind}`).to.be.lessThan((best?.reputation ?? 0) * 0.6);
    }
  });

  it("stops spamming and grinding producers, and lets the careful one through", () => {
    for (const kind of ["spamming", "colluding", "resubmitting", "withholding"] as const) {
      const producers = producersOf(kind);
      expect(producers.filter(isStopped).length, kind).to.be.greaterThan(SIZE.studios / 2);
      expect(releasedShare(producers), kind).to.be.lessThan(0.4);
    }
    expect(releasedShare(producersOf("spamming"))).to.equal(0);
    expect(releasedShare(producersOf("careful"))).to.be.greaterThan(0.6);
    expect(producersOf("withholding").some(({ withheld }) => withheld > 0)).to.equal(true);
  });

  it("releases fewer defects than careless work has", () => {
    expect(defectShare(simulated.producers)).to.be.greaterThan(0).and.lessThan(0.01);
  });

  it("says the same for the same seed, and something else for another", () => {
    expect(simulate(SMALL)).to.deep.equal(simulate(SMALL));
    expect(simulate({ ...SMALL, seed: 1 })).not.to.deep.equal(simulate(SMALL));
  });

  it("lets nobody gain more than 5 % by dividing a standing", () => {
    for (const [times, accounts] of [
      [2, 16],
      [5, 5],
      [12, 4],
    ] as const) {
      const { weight, pay, payPerBallot } = splittingGain(times, accounts, 2_000, SIZE.seed);
      expect(weight, `weight of ${times} in ${accounts}`).to.be.within(-0.05, 0.05);
      expect(pay, `pay of ${times} in ${accounts}`).to.be.within(-0.1, 0.05);
      // what the measure says where it pays to divide
      expect(payPerBallot, `pay by heads of ${times} in ${accounts}`).to.be.greaterThan(0.5);
    }
  }).timeout(60_000);
});
