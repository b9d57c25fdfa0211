import { expect } from "chai";
import { connect, type Connection } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { selectNaively } from "../models/slate.ts";

const PLANES = 16;
const SLATES = process.env["RELEASE"] === "1" ? 2_000 : 60;
const MOST_CANDIDATES = 4_096;
const ALL_LANES = 2n ** 256n - 1n;

/** Counters as bit-sliced planes, one array of planes for each 256 of them. */
function slice(counts: readonly number[]): bigint[][] {
  return Array.from({ length: Math.ceil(counts.length / 256) }, (_, word) => {
    const planes = Array.from({ length: PLANES }, () => 0n);
    for (let lane = 0; lane < 256; lane++) {
      const count = counts[256 * word + lane] ?? 0;
      for (let i = 0; i < PLANES; i++) planes[i] = (planes[i] ?? 0n) | (BigInt((count >> i) & 1) << BigInt(lane));
    }
    return planes;
  });
}

/** Masks of the first `count` lanes. */
const masksOf = (count: number): bigint[] =>
  Array.from(
    { length: Math.ceil(count / 256) },
    (_, word) => ALL_LANES >> BigInt(Math.max(0, 256 * word + 256 - count)),
  );

const numbersOf = (words: readonly bigint[]): number[] =>
  words.flatMap((word, i) =>
    Array.from({ length: 256 }, (_, lane) => 256 * i + lane).filter((lane) => (word >> BigInt(lane % 256)) & 1n),
  );

describe("curation/topK", () => {
  let harness: Awaited<ReturnType<typeof deploy>>;
  const deploy = ({ viem }: Connection) => viem.deployContract("BitSliceHarness");

  before(async () => {
    harness = await deploy(await connect());
  });

  const topK = async (counts: readonly number[], k: number, width = PLANES, masks = masksOf(counts.length)) => {
    const planes = slice(counts) as unknown as Parameters<typeof harness.read.topK>[0][0];
    const [selected, threshold] = await harness.read.topK([planes, masks, BigInt(k), BigInt(width)]);
    return { selected: numbersOf(selected), threshold: Number(threshold) };
  };

  it("selects the lower numbers where several count the same at the cut, across words", async () => {
    const counts = Array.from({ length: 600 }, () => 7);
    counts[599] = 8;
    expect(await topK(counts, 259)).to.deep.equal({
      selected: [...Array.from({ length: 258 }, (_, i) => i), 599],
      threshold: 7,
    });
    expect(await topK(counts, 1)).to.deep.equal({ selected: [599], threshold: 8 });
    expect(await topK(counts, 2)).to.deep.equal({ selected: [0, 599], threshold: 7 });
    expect((await topK(counts, 600)).selected).to.have.length(600);
  });

  it("never selects what counts nothing", async () => {
    const counts = Array.from({ length: 300 }, () => 0);
    expect(await topK(counts, 3)).to.deep.equal({ selected: [], threshold: 0 });
    [counts[5], counts[299]] = [1, 65_535];
    expect(await topK(counts, 3)).to.deep.equal({ selected: [5, 299], threshold: 0 });
    expect(await topK(counts, 2)).to.deep.equal({ selected: [5, 299], threshold: 1 });
  });

  it("leaves out lanes that are no candidates, whatever they count", async () => {
    const counts = [9, 9, 1, 9];
    expect(await topK(counts, 2, PLANES, [0b1101n])).to.deep.equal({ selected: [0, 3], threshold: 9 });
    expect(await topK(counts, 4, PLANES, [0b0100n])).to.deep.equal({ selected: [2], threshold: 0 });
  });

  it(`agrees with sorting on ${SLATES} random slates of up to ${MOST_CANDIDATES} candidates`, async () => {
    const random = new Random(4096);
    for (let round = 0; round < SLATES; round++) {
      const size = random.pick([1, 255, 256, 257, MOST_CANDIDATES, random.integer(1, MOST_CANDIDATES)]);
      const most = random.pick([1, 2, 9, 4_351, 65_535]);
      const silent = random.pick([0, 0, 300_000, 990_000]);
      const counts = Array.from({ length: size }, () => (random.chance(silent) ? 0 : random.integer(0, most)));
      const k = random.pick([1, size, Math.ceil(size / 2), random.integer(1, size)]);
      const width = Math.floor(Math.log2(most)) + 1;
      expect(await topK(counts, k, width), `slate ${round}`).to.deep.equal(selectNaively(counts, k));
    }
  }).timeout(600_000);

  it("selects among 4,096 candidates within 250,000 gas", async () => {
    const random = new Random(1);
    const counts = Array.from({ length: MOST_CANDIDATES }, () => random.integer(0, 4_096));
    const planes = slice(counts) as unknown as Parameters<typeof harness.read.gasOfTopK>[0][0];
    const gas = await harness.read.gasOfTopK([planes, masksOf(MOST_CANDIDATES), 100n, 13n]);
    expect(Number(gas)).to.be.lessThan(250_000).and.greaterThan(10_000);
  });
});
