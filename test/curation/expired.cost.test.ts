import { expect } from "chai";
import { Random } from "../helpers/random.ts";
import {
  commitLot,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  lotIdOf,
  passSeedBlock,
  sharedGate,
} from "./fixture.ts";
import { DEPOSIT, openPaidPanel } from "./scoring.ts";

const WINDOW = 8_191n;
const COUNT = 10_000;

/** Rejected lots move a producer on, as in ISO 2859-1: what the rules of the gate come to for who is mostly rejected. */
const PLANS = { normal: { n: 256, c: 2 }, tightened: { n: 256, c: 0 } } as const;
const BAD_SHARE_PPM = 20_000;
const RUNS = 4_000;

describe("curation/expired.cost", () => {
  const shared = sharedGate(openPaidPanel);
  let gate: Gate;
  beforeEach(async () => {
    gate = await shared();
  });

  /** Bad lanes in a sample of a lot of which 2 % is defective. */
  function badLanes(random: Random, n: number): number {
    let bad = 0;
    for (let lane = 0; lane < n; lane++) if (random.chance(BAD_SHARE_PPM)) bad++;
    return bad;
  }

  it("takes every try out of the quota of the day, also when it expires", async () => {
    const tries = 3;
    const { address } = gate.producer.account;
    await gate.curation.write.admitProducer([address, tries * COUNT], { account: gate.registrar.account });
    for (let nonce = 1n; nonce <= tries; nonce++) await commitLot(gate, { nonce, count: COUNT });
    await passSeedBlock(gate, lotIdOf(address, BigInt(tries)));
    await gate.connection.networkHelpers.mine(WINDOW + 1n);
    for (let nonce = 1n; nonce <= tries; nonce++) {
      await gate.curation.write.expireLot([lotIdOf(address, nonce)], { account: gate.stranger.account, gas: GAS });
    }
    const producer = await gate.curation.read.producerOf([address]);
    expect([producer.free, producer.used, producer.rejected]).to.deep.equal([DEPOSIT, tries * COUNT, 0]);
    const input = {
      recipeId: gate.recipeId,
      nonce: 9n,
      root: hashOf("root"),
      count: 1,
      gate: gate.clones.curation,
      manifest: hashOf("manifest"),
    };
    const call = () => gate.registry.write.commitLot([input], { account: gate.producer.account, gas: GAS });
    await expectGateRefuses(gate, call, "CurationQuotaExceeded", [address, BigInt(tries * COUNT + 1), tries * COUNT]);
    await gate.connection.networkHelpers.time.increase(DAY);
    await call();
  });

  it("prices a kind sample in whole lots of quota where nobody else draws", () => {
    const random = new Random(0xc05e);
    const quota = 200_000;
    const acceptedWithin = Array.from({ length: quota / COUNT + 1 }, () => 0);
    for (let run = 0; run < RUNS; run++) {
      for (let tries = 1; tries <= quota / COUNT; tries++) {
        if (badLanes(random, PLANS.normal.n) > PLANS.normal.c) continue;
        for (let later = tries; later < acceptedWithin.length; later++)
          acceptedWithin[later] = (acceptedWithin[later] ?? 0) + 1;
        break;
      }
    }
    const share = (tries: number): number => (acceptedWithin[tries] ?? 0) / RUNS;
    // one lot in nine passes; each try costs 10,000 assets of quota, so half a chance costs six lots that are not sold
    expect(share(1)).to.be.within(0.09, 0.135);
    expect(share(6)).to.be.within(0.45, 0.57);
    expect(share(20)).to.be.greaterThan(0.85);
  });

  it("prices it in bonds, and ends it, where one stranger draws what the producer would let expire", () => {
    const random = new Random(0xb0d5);
    let accepted = 0;
    let bonds = 0;
    for (let run = 0; run < RUNS; run++) {
      let rejections = 0;
      // two rejections tighten, five more stop
      while (rejections < 7) {
        const { n, c } = rejections < 2 ? PLANS.normal : PLANS.tightened;
        if (badLanes(random, n) <= c) {
          accepted++;
          break;
        }
        rejections++;
      }
      bonds += rejections;
    }
    const chance = accepted / RUNS;
    expect(chance).to.be.within(0.18, 0.28);
    // what one accepted lot costs in bonds, counted over those that stop before
    expect(bonds / accepted).to.be.greaterThan(18);
  });
});
