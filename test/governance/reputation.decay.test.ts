import { expect } from "chai";
import { parseEventLogs } from "viem";
import { connect } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { type DecayCurve, effectiveOf, FIRST_INDEX, indexAt, LAST_INDEX, rawOf } from "../models/decayIndex.ts";
import { DAY, REP, setUpReputation } from "./reputation.ts";

const POINTS = 12_000;
const BATCH = 1_000;

const MIN_HALF_LIFE = BigInt(30 * DAY);
const MAX_HALF_LIFE = BigInt(5 * 365 * DAY);

/** A curve that may really occur, and a time on it: near half-lives, near saturation, anywhere. */
function randomPoint(random: Random): { curve: DecayCurve; time: bigint } {
  const halfLife = random.big(MIN_HALF_LIFE, MAX_HALF_LIFE);
  const gBase = random.chance(300_000) ? FIRST_INDEX : random.big(FIRST_INDEX, LAST_INDEX);
  const tBase = random.big(1n, 2n ** 34n);
  const near = halfLife * BigInt(random.integer(0, 60)) + BigInt(random.integer(-2, 2));
  const elapsed = random.pick([
    random.big(0n, halfLife),
    random.big(0n, 50n * halfLife),
    near > 0n ? near : 0n,
    random.big(0n, 2n ** 40n),
  ]);
  return { curve: { gBase, tBase, halfLife }, time: tBase + elapsed };
}

describe("governance/reputation.decay", () => {
  it(`equals the model at ${POINTS.toLocaleString("en-US")} points, conversions included`, async function () {
    this.timeout(300_000);
    const { viem } = await connect();
    const harness = await viem.deployContract("DecayIndexHarness");
    const random = new Random(0xdeca);
    let saturated = 0;
    for (let done = 0; done < POINTS; done += BATCH) {
      const points = Array.from({ length: BATCH }, () => randomPoint(random));
      const found = await harness.read.at([
        points.map(({ curve: { gBase, tBase, halfLife } }) => ({
          gBase,
          tBase: Number(tBase),
          halfLife: Number(halfLife),
        })),
        points.map(({ time }) => time),
      ]);
      const expected = points.map(({ curve, time }) => indexAt(curve, time));
      expect([...found]).to.deep.equal(expected);
      saturated += expected.filter((g) => g === LAST_INDEX).length;

      const amounts = points.map(() => random.big(1n, 10n ** 6n * REP));
      const [raw, effective] = await harness.read.convert([amounts, expected]);
      expect([...raw]).to.deep.equal(amounts.map((amount, i) => rawOf(amount, expected[i] as bigint)));
      expect([...effective]).to.deep.equal(raw.map((value, i) => effectiveOf(value, expected[i] as bigint)));
    }
    // The sample must reach both regions.
    expect(saturated).to.be.within(1_000, POINTS - 1_000);
  });

  it("stays within 6.15 % above the exponential and meets it at half-lives", () => {
    const curve = { gBase: FIRST_INDEX, tBase: 0n, halfLife: BigInt(180 * DAY) };
    let worst = 0;
    for (let i = 0; i <= 4_000; i++) {
      const halfLives = i / 1_000;
      const time = BigInt(Math.round(halfLives * 180 * DAY));
      const ratio = Number(indexAt(curve, time)) / (2 ** 40 * 2 ** (Number(time) / (180 * DAY)));
      worst = Math.max(worst, ratio - 1);
      expect(ratio).to.be.greaterThan(1 - 1e-9);
      if (i % 1_000 === 0) expect(ratio).to.be.closeTo(1, 1e-9);
    }
    expect(worst).to.be.within(0.0614, 0.0615);
  });

  it("is replayed from IndexChanged alone, over half-lives that change", async () => {
    const studio = await setUpReputation();
    const { protocol, token, setHalfLife, now } = studio;
    const { publicClient, connection } = protocol;
    const random = new Random(0x1dea);
    let curve: DecayCurve | undefined;
    let cursor = 0n;
    for (let i = 0; i < 120; i++) {
      if (random.chance(150_000)) await setHalfLife(Number(random.big(MIN_HALF_LIFE, MAX_HALF_LIFE)));
      await connection.networkHelpers.time.increase(random.integer(1, 200 * DAY));
      const logs = await publicClient.getLogs({ address: token.address, fromBlock: cursor });
      cursor = (await publicClient.getBlockNumber()) + 1n;
      for (const { args } of parseEventLogs({ abi: token.abi, logs, eventName: "IndexChanged" })) {
        const next = { gBase: args.gBase, tBase: BigInt(args.tBase), halfLife: BigInt(args.halfLife) };
        if (curve !== undefined) expect(next.gBase).to.equal(indexAt(curve, next.tBase));
        curve = next;
      }
      const index = indexAt(curve as DecayCurve, await now());
      expect(await token.read.index()).to.equal(index);
      const supply = await token.read.totalSupply();
      expect(await token.read.effectiveTotalSupply()).to.equal(effectiveOf(supply, index));
    }
  });
});
