import { expect } from "chai";
import { decode } from "fast-png";
import { drawLandscape, type GenerationRequest, proceduralGenerator, seedOf } from "../../src/agent/index.ts";
import { hashPixels, perceptualDistance, SAME_PICTURE } from "../../src/compliance/index.ts";
import { encodePng } from "../../src/node/index.ts";
import { expectError } from "../helpers/errors.ts";

const BRIEF = { title: "Harbor: at dusk!", text: "A harbor at dusk.", count: 4, seed: 9 };
const request = (index: number, attempt = 0): GenerationRequest => ({
  ...{ brief: BRIEF, index, attempt, inputs: [] },
  seed: seedOf(BRIEF, index, attempt),
});
const never = new AbortController().signal;

describe("agent/proceduralGenerator", () => {
  const generator = proceduralGenerator({ encode: encodePng, width: 64, height: 48 });

  it("ends when it is told to", async () => {
    const signal = AbortSignal.abort();
    await expectError("AbortError", () => generator.generate(request(0), { signal }));
  });

  it("draws a PNG of the size that was asked for, with a name that any file system takes", async () => {
    const { bytes, mediaType, name } = await generator.generate(request(3), { signal: never });
    expect([mediaType, name]).to.deep.equal(["image/png", "harbor-at-dusk-0003.png"]);
    const { width, height, data } = decode(bytes, { checkCrc: true });
    expect([width, height]).to.deep.equal([64, 48]);
    expect(new Set(data).size).to.be.above(50);
  });

  it("draws the same for the same seed, byte by byte, and something else for another", async () => {
    const [first, again, other] = await Promise.all(
      [request(0), request(0), request(0, 1)].map((each) => generator.generate(each, { signal: never })),
    );
    expect(first?.bytes).to.deep.equal(again?.bytes);
    expect(first?.bytes).not.to.deep.equal(other?.bytes);
  });

  it("draws pictures that screening tells apart", () => {
    const hashes = Array.from({ length: 24 }, (_, index) =>
      hashPixels(drawLandscape(seedOf(BRIEF, index, 0), { width: 128, height: 128 })),
    );
    const pairs = hashes.flatMap((one, at) => hashes.slice(at + 1).map((other) => perceptualDistance(one, other)));
    expect(Math.min(...pairs.map(Number))).to.be.above(SAME_PICTURE);
  });

  it("pins the pixels of one seed, so that a change of the drawing is noticed", () => {
    const { data } = drawLandscape(1, { width: 8, height: 8 });
    const sum = Array.from(data).reduce((total, value, place) => (total + value * (place + 1)) % 1_000_003, 0);
    expect(sum).to.equal(PINNED);
  });
});

/** Checksum of `drawLandscape(1)` at 8 by 8. */
const PINNED = 824_935;

describe("agent/seedOf", () => {
  it("gives each index and attempt another seed", () => {
    const seeds = Array.from({ length: 300 }, (_, place) => seedOf(BRIEF, place % 100, Math.floor(place / 100)));
    expect(new Set(seeds).size).to.equal(300);
  });
});
