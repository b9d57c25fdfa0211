import { expect } from "chai";
import fc from "fast-check";
import { fromBlockedWords, fromWords, lowBits, setBits, toBlockedWords, toWords } from "@imprimatur/sdk/curation";
import { RUNS } from "../helpers/arbitraries.ts";

const judgments = fc.array(fc.constantFrom("ok", "defect", undefined), { minLength: 1, maxLength: 700 });

describe("words", () => {
  it("round-trip judgments", () => {
    fc.assert(
      fc.property(judgments, (given) => {
        const words = toWords(given);
        expect(words).to.have.lengthOf(2 * Math.ceil(given.length / 256));
        expect(fromWords(words, given.length)).to.deep.equal(given);
        words.forEach((word, i) => expect(i % 2 === 1 || (word & (words[i + 1] as bigint)) === 0n).to.equal(true));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("round-trip blocked assets, words rising", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(65_535), { maxLength: 60 }), (indices) => {
        const words = toBlockedWords(indices);
        expect(fromBlockedWords(words)).to.deep.equal(indices.toSorted((a, b) => a - b));
        expect(words.map(({ word }) => word)).to.deep.equal(
          [...new Set(words.map(({ word }) => word))].sort((a, b) => a - b),
        );
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("fills the low lanes", () => {
    expect(lowBits(256)).to.equal((1n << 256n) - 1n);
    expect(setBits(lowBits(3))).to.deep.equal([0, 1, 2]);
  });
});
