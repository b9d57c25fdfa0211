import { expect } from "chai";
import { crc32 } from "node:zlib";
import {
  hashPixels,
  PERCEPTUAL_ALGORITHM,
  perceptualDistance,
  readPerceptualHash,
  SAME_PICTURE,
} from "@imprimatur/sdk/compliance";
import { decodeImage, hashImage, hashImageViews } from "@imprimatur/sdk/node";
import sharp, { type Sharp } from "sharp";
import { type Hex, zeroHash } from "viem";
import { expectError } from "../helpers/errors.ts";
import { cropped, picture, product } from "./pictures.ts";

const COUNT = 12;

describe("perceptual hash", () => {
  let files: Buffer[];
  let hashes: Hex[];

  before(async () => {
    files = await Promise.all(Array.from({ length: COUNT }, (_, seed) => picture(seed + 1)));
    hashes = await Promise.all(files.map((file) => hashImage(file)));
  });

  it("refuses pixels that are not as many as the size says, or none", async () => {
    await expectError("ImageUnreadableError", () => hashPixels({ width: 2, height: 2, data: new Uint8Array(15) }));
    await expectError("ImageUnreadableError", () => hashPixels({ width: 0, height: 2, data: new Uint8Array() }));
    await expectError("ImageUnreadableError", () => hashPixels({ width: 1.5, height: 2, data: new Uint8Array(12) }));
  });

  it("refuses hashes of another length or algorithm, and takes zero for none", async () => {
    await expectError("PerceptualHashError", () => readPerceptualHash("0x01"));
    await expectError("PerceptualHashError", () => readPerceptualHash(`0x02${"11".repeat(31)}`));
    expect(readPerceptualHash(zeroHash)).to.equal(undefined);
    expect(perceptualDistance(zeroHash, hashes[0]!)).to.equal(undefined);
  });

  it("names its algorithm and holds as many ones as zeros", () => {
    for (const hash of hashes) {
      expect(hash.slice(2, 4)).to.equal(`0${PERCEPTUAL_ALGORITHM}`);
      const { bits } = readPerceptualHash(hash)!;
      expect([...bits].map((byte) => byte.toString(2).replaceAll("0", "")).join("")).to.have.length(120);
    }
  });

  it("is the same for the same pixels at twice the size", async () => {
    const small = sharp(files[0]).resize(64, 64, { fit: "fill" }).ensureAlpha();
    const data = await small.raw().toBuffer();
    const twice = await sharp(data, { raw: { width: 64, height: 64, channels: 4 } })
      .resize(128, 128, { kernel: "nearest" })
      .raw()
      .toBuffer();
    expect(hashPixels({ width: 128, height: 128, data: twice })).to.equal(hashPixels({ width: 64, height: 64, data }));
  });

  it("compares no plain surfaces: all of them look the same", async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 90, height: 60, channels: 3, background } })
        .png()
        .toBuffer();
    const [red, blue] = [await hashImage(await plain("red")), await hashImage(await plain("blue"))];
    expect(readPerceptualHash(red)!.quality).to.equal(0);
    expect(perceptualDistance(red, blue)).to.equal(undefined);
    expect(perceptualDistance(red, red)).to.equal(undefined);
  });

  it("sees transparent pictures on white", async () => {
    const clear = await sharp(files[0]).ensureAlpha(0.5).png().toBuffer();
    const white = await sharp(clear).flatten({ background: "white" }).png().toBuffer();
    expect(perceptualDistance(await hashImage(clear), await hashImage(white))).to.be.at.most(4);
  });

  it("turns pictures as their camera says", async () => {
    const turned = await sharp(files[0]).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    expect(perceptualDistance(await hashImage(turned), hashes[0]!)).to.be.at.most(8);
  });

  const changes: [name: string, change: (image: Buffer) => Sharp, atMost: number][] = [
    ["half the size", (image) => sharp(image).resize(240), 12],
    ["a thumbnail of 64 pixels", (image) => sharp(image).resize(64), 20],
    ["twice the size", (image) => sharp(image).resize(960), 12],
    ["another shape", (image) => sharp(image).resize(300, 300, { fit: "fill" }), 12],
    ["JPEG of quality 80", (image) => sharp(image).jpeg({ quality: 80 }), 12],
    ["JPEG of quality 10", (image) => sharp(image).jpeg({ quality: 10 }), 30],
    ["WebP of quality 50", (image) => sharp(image).webp({ quality: 50 }), 12],
    ["AVIF", (image) => sharp(image).avif({ quality: 50, effort: 0 }), 12],
    ["GIF of 64 colors", (image) => sharp(image).gif({ colors: 64, effort: 1 }), 16],
    ["a fifth brighter", (image) => sharp(image).modulate({ brightness: 1.2 }), 24],
    ["blurred", (image) => sharp(image).blur(3), 12],
    ["2 % cut off", (image) => cropped(image, 0.02), 36],
  ];
  for (const [name, change, atMost] of changes) {
    it(`recalls every picture: ${name}`, async () => {
      for (const [at, file] of files.entries()) {
        const changed = await hashImage(await change(file).toBuffer());
        expect(perceptualDistance(changed, hashes[at]!), `picture ${at}`).to.be.at.most(atMost);
      }
    });
  }

  const left = { left: 38, top: 0, width: 442, height: 360 };
  const cuts: [name: string, cut: (image: Buffer) => Sharp, recall: number][] = [
    ["5 % cut off", (image) => cropped(image, 0.05), COUNT],
    ["10 % cut off", (image) => cropped(image, 0.1), COUNT - 3],
    ["8 % of the left cut off", (image) => sharp(image).extract(left), COUNT - 2],
    ["mirrored", (image) => sharp(image).flop(), COUNT],
  ];
  for (const [name, cut, recall] of cuts) {
    it(`recalls by its views a picture that was changed: ${name}`, async () => {
      let found = 0;
      for (const [at, file] of files.entries()) {
        const views = await hashImageViews(await cut(file).toBuffer());
        if (views.some((view) => perceptualDistance(view, hashes[at]!)! <= SAME_PICTURE)) found += 1;
      }
      expect(found).to.be.at.least(recall);
    });
  }

  it("takes no two different pictures for one, whatever view of them, products on white included", async () => {
    const others = await Promise.all(Array.from({ length: COUNT }, (_, seed) => product(seed + 100)));
    const all = [...files, ...others];
    const own = await Promise.all(all.map((file) => hashImage(file)));
    for (const [at, file] of all.entries()) {
      const views = await hashImageViews(file);
      const distances = own.filter((_, other) => other !== at).map((hash) => views.map((view) => distance(view, hash)));
      expect(Math.min(...distances.flat()), `picture ${at}`).to.be.above(SAME_PICTURE);
    }
  });

  const distance = (a: Hex, b: Hex): number => perceptualDistance(a, b) ?? Infinity;

  it("refuses damaged pictures, foreign bytes and nothing at all, with the name of the file", async () => {
    for (const bytes of [files[0]!.subarray(0, 2_000), Buffer.from("no picture at all"), Buffer.alloc(0)]) {
      const error = await expectError("ImageUnreadableError", () => decodeImage(bytes, { name: '"a.png"' }));
      expect(error).to.have.property("file", '"a.png"');
      expect(error.message).to.contain("Hint:");
    }
  });

  it("refuses a decompression bomb by its header, before anything is unpacked", async () => {
    const bomb = Buffer.from(await sharp(files[0]).resize(64, 64).png().toBuffer());
    bomb.writeUInt32BE(16_000, 16);
    bomb.writeUInt32BE(16_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const before = process.memoryUsage().rss;
    const error = await expectError("ImageTooLargeError", () => decodeImage(bomb));
    expect(error).to.deep.include({ pixels: 256_000_000, maxPixels: 100_000_000 });
    expect(process.memoryUsage().rss - before).to.be.below(100_000_000);
  });

  it("decodes as many pixels as it is allowed", async () => {
    await expectError("ImageTooLargeError", () => decodeImage(files[0]!, { maxPixels: 480 * 360 - 1 }));
    expect((await decodeImage(files[0]!, { maxPixels: 480 * 360 })).data).to.have.length(128 * 128 * 4);
  });
});
