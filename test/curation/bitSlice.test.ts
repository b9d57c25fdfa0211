import { expect } from "chai";
import { concatHex, type Hex, numberToHex } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { countLanes } from "../models/ballotTally.ts";

const RELEASE = process.env["RELEASE"] === "1";
const PANELS = RELEASE ? 10_000 : 1_000;
const PLANES = 16;
const ALL_LANES = 2n ** 256n - 1n;

/** The counters of 256 lanes out of their planes. */
const countersOf = (planes: readonly bigint[]): number[] =>
  Array.from({ length: 256 }, (_, lane) =>
    planes.reduce((sum, plane, i) => sum + Number((plane >> BigInt(lane)) & 1n) * 2 ** i, 0),
  );

const lanesWhere = (holds: (lane: number) => boolean): bigint => {
  let lanes = 0n;
  for (let lane = 0; lane < 256; lane++) if (holds(lane)) lanes |= 1n << BigInt(lane);
  return lanes;
};

const pack = (words: readonly bigint[]): Hex => concatHex(words.map((word) => numberToHex(word, { size: 32 })));

describe("curation/bitSlice", () => {
  let harness: Awaited<ReturnType<typeof deploy>>;
  const deploy = ({ viem }: Connection) => viem.deployContract("BitSliceHarness");

  before(async () => {
    harness = await deploy(await connect());
  });

  /** Words of a kind: random, sparse, dense, empty, full. */
  const wordOf = (random: Random): bigint => {
    const any = () => random.big(0n, ALL_LANES);
    return random.pick([any, () => any() & any() & any(), () => any() | any() | any(), () => 0n, () => ALL_LANES])();
  };

  interface RunOfWords {
    shift: number;
    words: bigint[];
  }

  /** Runs of tiers 9 down to 1, at most 255 words in all. */
  const runsOf = (random: Random): RunOfWords[] => {
    const runs: RunOfWords[] = [];
    let left = random.pick([0, 1, 3, 4, 5, 7, 8, 9, 16, 255, random.integer(0, 64), random.integer(0, 255)]);
    const uniform = random.pick([undefined, undefined, undefined, undefined, undefined, undefined, 0n, ALL_LANES]);
    for (let shift = 8; shift >= 0; shift--) {
      const size = shift === 0 ? left : Math.min(left, random.integer(0, Math.max(1, Math.ceil(left / 2))));
      left -= size;
      runs.push({ shift, words: Array.from({ length: size }, () => uniform ?? wordOf(random)) });
    }
    return runs;
  };

  /** The same ballots, in another order within each run, and each run in two pieces. */
  const rearrange = (random: Random, runs: readonly RunOfWords[]): RunOfWords[] =>
    runs.flatMap(({ shift, words }) => {
      const shuffled = random.shuffle(words);
      const cut = random.integer(0, words.length);
      return [
        { shift, words: shuffled.slice(0, cut) },
        { shift, words: shuffled.slice(cut) },
      ];
    });

  const naive = (runs: readonly RunOfWords[]): number[] =>
    countLanes(runs.flatMap(({ shift, words }) => words.map((word) => ({ weight: 2 ** shift, word }))));

  const sliced = (runs: readonly RunOfWords[]) =>
    harness.read.count([
      pack(runs.flatMap(({ words }) => words)),
      runs.map(({ words }) => BigInt(words.length)),
      runs.map(({ shift }) => BigInt(shift)),
    ]);

  it(`counts ${PANELS} random panels of tiers 1 to 9 as one lane at a time does, in any order and cut`, async () => {
    const random = new Random(20261120);
    for (let panel = 0; panel < PANELS; panel++) {
      const [ok, defect] = [runsOf(random), runsOf(random)];
      const [planesOk, planesDefect] = await Promise.all([sliced(ok), sliced(rearrange(random, defect))]);
      const [countsOk, countsDefect] = [naive(ok), naive(defect)];
      expect(countersOf(planesOk), `ok of panel ${panel}`).to.deep.equal(countsOk);
      expect(countersOf(planesDefect), `defect of panel ${panel}`).to.deep.equal(countsDefect);

      const most = Math.max(1, ...countsOk, ...countsDefect);
      const width = BigInt(random.integer(Math.floor(Math.log2(most)) + 1, PLANES));
      const threshold = random.pick([0, 1, most, most + 1, random.integer(0, 65_535), countsOk[0] ?? 0]);
      const [above, least] = await Promise.all([
        harness.read.gt([planesOk, planesDefect, width]),
        harness.read.ge([planesOk, BigInt(threshold), width]),
      ]);
      expect(above, `gt of panel ${panel}`).to.equal(
        lanesWhere((lane) => (countsOk[lane] ?? 0) > (countsDefect[lane] ?? 0)),
      );
      expect(least, `ge of panel ${panel}`).to.equal(lanesWhere((lane) => (countsOk[lane] ?? 0) >= threshold));
    }
  }).timeout(RELEASE ? 1_800_000 : 120_000);

  it("does not depend on the order inside a run, or on how a run is cut", async () => {
    const random = new Random(7);
    for (let round = 0; round < 50; round++) {
      const words = Array.from({ length: random.integer(1, 60) }, () => wordOf(random));
      const cut = random.integer(0, words.length);
      const whole = await sliced([{ shift: 2, words }]);
      const shuffled = await sliced([{ shift: 2, words: random.shuffle(words) }]);
      const parts = await sliced([
        { shift: 2, words: words.slice(0, cut) },
        { shift: 2, words: words.slice(cut) },
      ]);
      expect(shuffled).to.deep.equal(whole);
      expect(parts).to.deep.equal(whole);
    }
  });

  it("counts 255 ballots of the heaviest tier in every lane", async () => {
    const words = Array.from({ length: 255 }, () => ALL_LANES);
    expect(countersOf(await sliced([{ shift: 8, words }]))).to.deep.equal(Array.from({ length: 256 }, () => 65_280));
  });

  it("refuses what its planes cannot hold, and shifts that leave no room", async () => {
    const { viem } = await connect();
    const own = await viem.deployContract("BitSliceHarness");
    const overflow = (count: bigint, shift: bigint, runs: bigint) =>
      own.read.count([
        pack(Array.from({ length: Number(count * runs) }, () => 1n)),
        Array.from({ length: Number(runs) }, () => count),
        Array.from({ length: Number(runs) }, () => shift),
      ]);
    // 255 · 2⁸ + 1 · 2⁸ = 2¹⁶
    await viem.assertions.revertWithCustomError(overflow(256n, 8n, 1n), own, "BitSliceOverflow");
    await viem.assertions.revertWithCustomError(overflow(16n, 12n, 1n), own, "BitSliceOverflow");
    await viem.assertions.revertWithCustomError(overflow(8n, 12n, 2n), own, "BitSliceOverflow");
    await viem.assertions.revertWithCustomError(overflow(1n, 13n, 1n), own, "BitSliceOverflow");
    await overflow(15n, 12n, 1n);
    await overflow(255n, 8n, 1n);
  });

  it("counts bits and finds the lowest", async () => {
    const random = new Random(11);
    const words = [0n, 1n, ALL_LANES, ALL_LANES - 1n, 1n << 255n, (1n << 255n) | 1n];
    for (let i = 0; i < 200; i++) words.push(wordOf(random));
    for (const word of words) {
      const bits = word.toString(2).replaceAll("0", "").length;
      expect(await harness.read.popcount([word])).to.equal(BigInt(bits));
      if (word === 0n) continue;
      const lowest = word.toString(2).length - 1 - word.toString(2).lastIndexOf("1");
      expect(await harness.read.lowest([word])).to.equal(BigInt(lowest));
    }
  });
});
