import { expect } from "chai";
import sharp from "sharp";
import { calibrateBrandKit, createBrandKit, retrieve } from "../../src/brand/index.ts";
import { decodeImage } from "../../src/node/index.ts";
import { expectError } from "../helpers/errors.ts";
import { parametersOf } from "./kit.ts";
import { drawn, HARBOR, NEON, STRIPES } from "./pictures.ts";

const TAGS = [
  ["boat", "dawn"],
  ["boat", "night"],
  ["pier", "dawn"],
  ["pier", "gulls"],
];

/** A kit of three ways of drawing, four pictures each. */
async function mixedKit() {
  const references = await Promise.all(
    [HARBOR, NEON, STRIPES].flatMap((style, part) =>
      TAGS.map(async (tags, at) => {
        const bytes = await drawn(style, 400 + at);
        return { name: `${part}-${at}.png`, mediaType: "image/png", bytes, tags };
      }),
    ),
  );
  const { kit } = await createBrandKit(await parametersOf({ references }));
  return calibrateBrandKit(kit, { decode: decodeImage });
}

describe("brand/retrieve", () => {
  it("is refused for no references at all", async () => {
    const kit = await mixedKit();
    for (const k of [0, -1, 1.5]) await expectError("BrandInputError", () => retrieve(kit, { text: "boat" }, k));
  });

  it("finds the references that a picture is like: itself first, then those of its style", async () => {
    const kit = await mixedKit();
    for (const [part, style] of [HARBOR, NEON, STRIPES].entries()) {
      const own = kit.kit.references[4 * part + 2] as (typeof kit.kit.references)[number];
      const bytes = await sharp(own.bytes).resize(500).jpeg({ quality: 85 }).toBuffer();
      const [first] = await retrieve(kit, { picture: { name: "x.jpg", mediaType: "image/jpeg", bytes } }, 1);
      expect(first?.index).to.equal(4 * part + 2);
      const other = { name: "x.png", mediaType: "image/png", bytes: await drawn(style, 450 + part) };
      const near = await retrieve(kit, { picture: other }, 4);
      expect(near.map(({ index }) => Math.floor(index / 4))).to.deep.equal([part, part, part, part]);
    }
  });

  it("finds references by the words of a brief, rare ones first, equal ones in order", async () => {
    const kit = await mixedKit();
    const found = async (text: string, k = 3) => (await retrieve(kit, { text }, k)).map(({ index }) => index);
    expect(await found("Gulls over the PIER at noon")).to.deep.equal([3, 7, 11]);
    expect(await found("a boat", 7)).to.deep.equal([0, 1, 4, 5, 8, 9, 2]);
    expect(await found("a boat at dawn", 20)).to.have.length(12);
    expect((await retrieve(kit, { text: "nothing of it" }, 1))[0]?.similarity).to.equal(0);
  });
});
