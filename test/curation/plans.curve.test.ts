import { acceptanceProbability, lanePosition, planOf } from "@imprimatur/sdk/curation";
import { loadKeccak256 } from "@imprimatur/sdk/merkle";
import { expect } from "chai";
import { bytesToHex, hexToBytes, numberToHex } from "viem";
import { Random } from "../helpers/random.ts";

const LOTS = 4_000;
const ASSETS = 10_000;
const MOST_LANES = 256;
const RATES = [0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05];
const PLANS = [0, 1, 2];

/** Samples real seeds of real lots, and asks how often each plan lets them through. */
describe("curation/plans.curve", () => {
  const random = new Random(2859);

  it(`accepts ${LOTS} simulated lots within two points of the exact binomial, whatever the plan and the rate`, async () => {
    const positionsOf = await sampler();
    const accepted = PLANS.map(() => RATES.map(() => 0));
    for (let lot = 0; lot < LOTS; lot++) {
      // an asset is defective at every rate above its own number
      const quality = Float64Array.from({ length: ASSETS }, () => random.bits() / 2 ** 32);
      const lanes = positionsOf(numberToHex(random.big(0n, 2n ** 128n - 1n), { size: 16 }));
      for (const plan of PLANS) {
        const { size, acceptance } = planOf(plan);
        const row = accepted[plan] ?? [];
        RATES.forEach((rate, i) => {
          const bad = lanes.slice(0, size).filter((position) => (quality[position] ?? 1) < rate).length;
          if (bad <= acceptance) row[i] = (row[i] ?? 0) + 1;
        });
      }
    }
    for (const plan of PLANS) {
      RATES.forEach((rate, i) => {
        const exact = acceptanceProbability(planOf(plan), rate);
        expect((accepted[plan]?.[i] ?? 0) / LOTS, `plan ${plan} at ${rate}`).to.be.closeTo(exact, 0.02);
      });
    }
  }).timeout(120_000);

  /** {@link lanePosition} of all lanes with a fast hash, compared with it once. */
  async function sampler() {
    const keccak = await loadKeccak256();
    const input = new Uint8Array(64);
    const positionsOf = (seed: `0x${string}`): number[] => {
      input.set(hexToBytes(seed), 0);
      return Array.from({ length: MOST_LANES }, (_, lane) => {
        input[63] = lane;
        return Number(BigInt(bytesToHex(keccak(input))) % BigInt(ASSETS));
      });
    };
    const seed = numberToHex(2n ** 127n + 1n, { size: 16 });
    expect(positionsOf(seed)).to.deep.equal(
      Array.from({ length: MOST_LANES }, (_, lane) => lanePosition(seed, lane, ASSETS)),
    );
    return positionsOf;
  }
});
