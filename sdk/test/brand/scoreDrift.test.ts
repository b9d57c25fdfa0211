import { expect } from "chai";
import sharp from "sharp";
import { stringToBytes } from "viem";
import {
  calibrateBrandKit,
  type CalibratedKit,
  type FeatureExtractor,
  type FeatureVector,
  scoreDrift,
} from "../../src/brand/index.ts";
import { decodeImage } from "../../src/node/index.ts";
import { expectError } from "../helpers/errors.ts";
import { harborKit } from "./kit.ts";
import { drawn, HARBOR, NEON, STRIPES, type Style } from "./pictures.ts";

const SEEDS = Array.from({ length: 20 }, (_, at) => 200 + at);

/** An extractor that gives every picture this far from the references, which are this far from each other. */
const constant = (name: string, distance: number, more: Partial<FeatureExtractor> = {}): FeatureExtractor => {
  const zero: FeatureVector = Float64Array.of(0);
  return {
    ...{ name, unit: "steps", weight: 1, resolution: 1 },
    extract: (pictures) =>
      Promise.resolve(pictures.map(() => (pictures.length === 1 ? Float64Array.of(distance) : zero))),
    distance: (one, other) => Math.abs((one[0] as number) - (other[0] as number)),
    ...more,
  };
};

describe("brand/scoreDrift", () => {
  let calibrated: CalibratedKit;
  before(async () => {
    calibrated = await calibrateBrandKit(await harborKit(), { decode: decodeImage });
  });

  const picture = (bytes: Uint8Array) => ({ name: "work.png", mediaType: "image/png", bytes });
  const text = (words: string) => ({ name: "work.md", mediaType: "text/markdown", bytes: stringToBytes(words) });
  const measure = async (style: Style) =>
    Promise.all(SEEDS.map(async (seed) => scoreDrift(calibrated, picture(await drawn(style, seed)))));

  describe("is refused", () => {
    it("for a damaged picture and for what is neither picture nor text", async () => {
      const whole = await drawn(HARBOR, 1);
      for (const bytes of [whole.subarray(0, 200), new Uint8Array(0), stringToBytes("<html>")]) {
        await expectError("ImageUnreadableError", () => scoreDrift(calibrated, picture(bytes)));
      }
      const sound = { name: "a.mp3", mediaType: "audio/mpeg", bytes: new Uint8Array(4) };
      await expectError("BrandFileUnsupportedError", () => scoreDrift(calibrated, sound));
    });

    it("with a decoder of another size, no extractor, two of one name, and settings that are none", async () => {
      const kit = await harborKit();
      const decode = async () => ({ width: 2, height: 2, data: new Uint8Array(16) });
      const same = [constant("a", 1), constant("a", 1)];
      for (const wrong of [
        { decode },
        { extractors: [] },
        { extractors: same },
        { extractors: [constant("a", 1, { weight: 0 })] },
        { extractors: [constant("a", 1, { resolution: Number.NaN })] },
        { neighbors: 0 },
        { missRate: 0.6 },
      ]) {
        await expectError("BrandInputError", () => calibrateBrandKit(kit, { decode: decodeImage, ...wrong }));
      }
    });

    it("by an extractor that gives too few vectors, or distances that are none", async () => {
      const kit = await harborKit();
      for (const wrong of [
        { extract: () => Promise.resolve([]) },
        { distance: () => Number.NaN },
        { distance: () => -1 },
      ]) {
        const extractors = [constant("a", 1, wrong)];
        await expectError("FeatureExtractorError", () => calibrateBrandKit(kit, { decode: decodeImage, extractors }));
      }
    });
  });

  it("takes new pictures of the style for on brand, and other colors or other forms never", async () => {
    const [harbor, neon, stripes] = [await measure(HARBOR), await measure(NEON), await measure(STRIPES)];
    expect(harbor.filter(({ onBrand }) => onBrand).length).to.be.at.least(17);
    expect([...neon, ...stripes].filter(({ onBrand }) => onBrand)).to.deep.equal([]);
    const worst = Math.max(...harbor.map(({ score }) => score));
    expect(Math.min(...[...neon, ...stripes].map(({ score }) => score))).to.be.above(worst);
  });

  it("says by which feature a picture is off brand", async () => {
    const ratios = async (style: Style): Promise<Record<string, number>> => {
      const { features } = await scoreDrift(calibrated, picture(await drawn(style, 300)));
      return Object.fromEntries(features.map(({ feature, distance, usual }) => [feature, distance / usual]));
    };
    const [neon, stripes] = [await ratios(NEON), await ratios(STRIPES)];
    expect(neon["palette"]).to.be.above(5);
    expect(neon["swatches"]).to.be.above(5);
    expect(stripes["edges"]).to.be.above(5);
    expect(stripes["palette"]).to.be.below(2);
  });

  it("gives the same score twice, and nearly the same for a scaled or recompressed copy", async () => {
    const original = await drawn(HARBOR, 250);
    const { score } = await scoreDrift(calibrated, picture(original));
    expect((await scoreDrift(calibrated, picture(original))).score).to.equal(score);
    for (const copy of [
      sharp(original).jpeg({ quality: 60 }),
      sharp(original).resize(160).png(),
      sharp(original).resize(1_000).webp({ quality: 75 }),
    ]) {
      const again = await scoreDrift(calibrated, picture(await copy.toBuffer()));
      expect(again.score).to.be.closeTo(score, 0.05);
    }
  });

  it("grows as a picture moves away from the brand", async () => {
    const [near, far] = [await drawn(HARBOR, 260), await drawn(NEON, 260)];
    const scores: number[] = [];
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const over = await sharp(far).removeAlpha().ensureAlpha(share).png().toBuffer();
      const mixed = await sharp(near)
        .composite([{ input: over }])
        .png()
        .toBuffer();
      scores.push((await scoreDrift(calibrated, picture(mixed))).score);
    }
    expect(scores).to.deep.equal([...scores].sort((a, b) => a - b));
    expect(scores.at(-1)).to.be.above((scores[0] as number) + 0.3);
  });

  it("is r / (1 + r) of the weighted ratios, whatever extractors say", async () => {
    const kit = await harborKit();
    const scored = async (extractors: FeatureExtractor[]) =>
      (
        await scoreDrift(
          await calibrateBrandKit(kit, { decode: decodeImage, extractors }),
          picture(await drawn(NEON, 1)),
        )
      ).score;
    expect(await scored([constant("a", 0)])).to.equal(0);
    expect(await scored([constant("a", 1)])).to.equal(0.5);
    expect(await scored([constant("a", 3), constant("b", 1, { weight: 3 })])).to.equal(0.6);
    expect(await scored([constant("a", 8, { resolution: 8 })])).to.equal(0.5);
  });

  it("sets the threshold so that at most the share asked for of the references would be off brand", async () => {
    const kit = await harborKit();
    for (const missRate of [0.1, 0.25, 0.5]) {
      const { leftOut, threshold } = await calibrateBrandKit(kit, { decode: decodeImage, missRate });
      expect(leftOut).to.have.length(12);
      expect(leftOut.filter((score) => score > threshold).length / 12).to.be.at.most(missRate);
      expect(threshold).to.be.at.least(0.5);
    }
    expect(calibrated.threshold).to.equal(Math.max(...calibrated.leftOut));
  });

  it("names the reference that a picture is a copy of: no drift, and nothing new", async () => {
    const { references } = calibrated.kit;
    const copy = await sharp(references[7]?.bytes).resize(400).jpeg({ quality: 80 }).toBuffer();
    const report = await scoreDrift(calibrated, picture(copy));
    expect([report.copyOf, report.onBrand]).to.deep.equal([7, true]);
    expect(await scoreDrift(calibrated, picture(await drawn(HARBOR, 270)))).not.to.have.property("copyOf");
  });

  it("measures texts by the words of the brand, whole words in any way of writing", async () => {
    const found = async (words: string) => {
      const { score, onBrand, words: report } = await scoreDrift(calibrated, text(words));
      return [score, onBrand, report?.forbidden, report?.missing];
    };
    expect(await found("The HARBOR at dusk.")).to.deep.equal([0, true, [], []]);
    expect(await found("A harbour at dusk.")).to.deep.equal([1, false, [], ["harbor"]]);
    expect(await found("The harbor, at the BEST  price!")).to.deep.equal([1, false, ["best price"], []]);
    expect(await found("Cheapness is no virtue of a harbor.")).to.deep.equal([0, true, [], []]);
  });
});
