import { expect } from "chai";
import { Random } from "../helpers/random.ts";
import { type ModelScore, newScore, settleModel } from "../models/curationScores.ts";
import { type Gate, lotIdOf } from "./fixture.ts";
import { CURATORS, openUnequalPanel, randomLot } from "./randomLots.ts";
import { expectPot, passEpoch, passWindow, settle, settledBy, TERMS } from "./scoring.ts";

const LOTS = 24;

describe("curation/settleLot.randomLots", () => {
  const random = new Random(0x5c0e);
  const scores = new Map<number, ModelScore>();
  let gate: Gate;
  before(async () => {
    gate = await openUnequalPanel();
  });

  it(`scores and pays ${LOTS} lots as an independent model does`, async () => {
    const seen = { canaries: 0, weights: new Set<bigint>(), settled: 0 };
    for (let nonce = 1n; nonce <= LOTS; nonce++) {
      const lot = await randomLot(gate, random, nonce);
      if (lot === undefined) continue;
      await passWindow(gate, lot.lotId);
      if (random.chance(300_000)) await passEpoch(gate);
      const { settled, scored } = await settledBy(gate, await settle(gate, lot));
      const { epoch } = await gate.curation.read.scoreOf([lot.votes[0]?.index ?? 0]);
      const expected = settleModel(scores, {
        epoch,
        covered: lot.outcome.covered,
        defects: lot.canary ? lot.lanes : 0n,
        canary: lot.canary,
        fee: TERMS.fee,
        ballots: lot.votes,
      });
      expect(scored.entries, `lot ${nonce}`).to.deep.equal(expected);
      expect(settled.paid).to.equal(expected.reduce((sum, { pay }) => sum + pay, 0n));
      expect(settled.paid + settled.rest).to.equal(TERMS.fee);
      if (lot.canary) seen.canaries++;
      seen.settled++;
      for (const { weight } of lot.votes) seen.weights.add(weight);
    }
    expect(seen.canaries, "canaries").to.be.greaterThan(2);
    expect(seen.settled, "settled").to.be.greaterThan(12);
    expect(seen.weights.size, "weights").to.be.greaterThan(1);
  });

  it("keeps what the model keeps", async () => {
    for (let index = 1; index <= CURATORS; index++) {
      const { hits, misses, falseAlarms, pay, points, canaryPoints } = scores.get(index) ?? newScore();
      const score = await gate.curation.read.scoreOf([index]);
      const stored = [score.hits, score.misses, score.falseAlarms, score.pay];
      expect(stored, `curator ${index}`).to.deep.equal([hits, misses, falseAlarms, pay]);
      for (const epoch of new Set([...points.keys(), ...canaryPoints.keys()])) {
        const expected = [BigInt(points.get(epoch) ?? 0), BigInt(canaryPoints.get(epoch) ?? 0)];
        expect(await gate.curation.read.pointsOf([index, epoch]), `curator ${index}, ${epoch}`).to.deep.equal(expected);
      }
    }
  });

  it("adds points up by epoch", async () => {
    const all = [...scores.values()];
    const epochs = new Set(all.flatMap(({ points, canaryPoints }) => [...points.keys(), ...canaryPoints.keys()]));
    expect(epochs.size).to.be.greaterThan(1);
    for (const epoch of epochs) {
      const sum = await gate.curation.read.epochPointsOf([epoch]);
      expect(Number(sum.points)).to.equal(all.reduce((total, { points }) => total + (points.get(epoch) ?? 0), 0));
      const fromCanaries = all.reduce((total, { canaryPoints }) => total + (canaryPoints.get(epoch) ?? 0), 0);
      expect(Number(sum.canaryPoints)).to.equal(fromCanaries);
    }
  });

  it("has every unit of the pot in its books", async () => {
    let stakes = 0n;
    for (let nonce = 1n; nonce <= LOTS; nonce++) {
      const { flags } = await gate.curation.read.auditOf([lotIdOf(gate.producer.account.address, nonce), 0]);
      if ((flags & 4) === 0) stakes += TERMS.bond + TERMS.fee;
    }
    for (const { args } of await gate.curation.getEvents.CanariesCommitted({}, { fromBlock: 0n })) {
      stakes += (await gate.curation.read.canariesOf([args.root ?? "0x"])).bond;
    }
    await expectPot(gate, [gate.producer.account.address, gate.registrar.account.address], stakes);
  });
});
