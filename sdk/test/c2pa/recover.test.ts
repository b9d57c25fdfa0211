import { expect } from "chai";
import { encode } from "fast-png";
import { type Hex, numberToHex, sha256 } from "viem";
import { createDevelopmentSigner, type PerceptualIndex, recover, signAsset } from "@imprimatur/sdk/c2pa";
import { assetSearch, buildHashIndex, hashPixels, SAME_PICTURE } from "@imprimatur/sdk/compliance";
import { assetAt } from "@imprimatur/sdk/merkle";
import { hashImage, hashImageViews } from "@imprimatur/sdk/node";
import { cropped, picture } from "../compliance/pictures.ts";
import { CLAIM, LOT, stripPng } from "./fixtures.ts";

const hash = (value: bigint): Hex => numberToHex(value, { size: 32 });
const distanceOf = (one: Hex, other: Hex): number =>
  (BigInt(one) ^ BigInt(other)).toString(2).replaceAll("0", "").length;

/** A picture with shapes of its own, at any size. */
function draw(seed: number, side = 96): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [(at % side) / side, Math.floor(at / side) / side];
    const value = 128 + 90 * Math.sin(9 * x * (1 + (seed % 3)) + seed) * Math.cos(7 * y * (1 + (seed % 2)) - seed * x);
    data.fill(value, 4 * at, 4 * at + 3);
  }
  return { width: side, height: side, data };
}

describe("c2pa: recovering a stripped file", () => {
  const file = new Uint8Array([1, 2, 3]);
  const known = [
    { assetId: 11n, hash: hash(0b1111n) },
    { assetId: 12n, hash: hash(0b1110n) },
    { assetId: 13n, hash: hash(0xffffffffn) },
    { assetId: 10n, hash: hash(0b1101n) },
  ];
  const everything: PerceptualIndex = { nearest: () => known };
  const parameters = { index: everything, hashOf: () => hash(0b1111n), distanceOf, maxDistance: 3 };

  it("lists the nearest first and drops what the index should not have named", async () => {
    const found = await recover(file, parameters);
    expect(found.map(({ assetId, distance }) => [assetId, distance])).to.deep.equal([
      [11n, 0],
      [10n, 1],
      [12n, 1],
    ]);
    expect(found.map(({ proved }) => proved)).to.deep.equal([undefined, undefined, undefined]);
  });

  it("asks the index with the file's own hash and the distance, and takes answers that come later", async () => {
    const asked: unknown[] = [];
    const index: PerceptualIndex = { nearest: (...question) => Promise.resolve((asked.push(question), [])) };
    const hashOf = (bytes: Uint8Array) => Promise.resolve(hash(BigInt(bytes.length)));
    expect(await recover(file, { ...parameters, index, hashOf })).to.deep.equal([]);
    expect(asked).to.deep.equal([[hash(3n), 3]]);
  });

  it("asks for every view, and names what several find once, as near as the likest", async () => {
    const index: PerceptualIndex = {
      nearest: (asked) => (asked === hash(0b1111n) ? known.slice(0, 1) : known.slice(0, 2)),
    };
    const hashOf = () => [hash(0b1111n), hash(0b1000n), hash(0b1100n)];
    const found = await recover(file, { ...parameters, index, hashOf });
    expect(found.map(({ assetId, distance }) => [assetId, distance])).to.deep.equal([
      [11n, 0],
      [12n, 1],
    ]);
  });

  it("reads the records of 64 finds at most, the nearest", async () => {
    const crowd = Array.from({ length: 100 }, (_, at) => ({
      assetId: BigInt(at),
      hash: hash(at < 90 ? 0b111n : 0b1111n),
    }));
    const found = await recover(file, { ...parameters, index: { nearest: () => crowd } });
    expect(found).to.have.length(64);
    expect(found[0]).to.include({ assetId: 90n, distance: 0 });
  });

  it("lets a failing index fail", async () => {
    const index: PerceptualIndex = { nearest: () => Promise.reject(new Error("the index is away")) };
    const failure = await recover(file, { ...parameters, index }).catch((error: unknown) => String(error));
    expect(failure).to.contain("the index is away");
  });

  it("finds a signed picture without its manifest, and a smaller copy, by their real looks", async () => {
    const entries = [0, 1, 2, 3, 4].map((seed) => ({
      contentHash: sha256(Uint8Array.of(seed)),
      perceptualHash: hashPixels(draw(seed)),
      source: `lot:${LOT}`,
      item: String(seed),
    }));
    const index = assetSearch(buildHashIndex(entries));
    const search = {
      index,
      hashOf: (image: Uint8Array) => hashImage(image),
      distanceOf: (one: Hex, other: Hex) => index.distanceOf(one, other),
    };
    const pngOf = (seed: number, side?: number): Uint8Array => encode({ ...draw(seed, side), channels: 4 });
    const { signer } = await createDevelopmentSigner();
    const { bytes } = await signAsset(pngOf(2), { claim: CLAIM, signer });
    for (const copy of [stripPng(bytes), bytes, pngOf(2, 60)]) {
      const [found] = await recover(copy, { ...search, maxDistance: SAME_PICTURE });
      expect(found).to.include({ assetId: assetAt(LOT, 2), proved: undefined });
    }
    expect(await recover(pngOf(77), { ...search, maxDistance: SAME_PICTURE })).to.deep.equal([]);
  });

  it("finds cut copies by their views: all with 5 % off, four of five with 10 %, and no other picture", async () => {
    const files = await Promise.all(Array.from({ length: 30 }, (_, at) => picture(at + 1)));
    const hashes = await Promise.all(files.map((image) => hashImage(image)));
    const entries = hashes.map((perceptualHash, at) => {
      return { contentHash: sha256(Uint8Array.of(at)), perceptualHash, source: `lot:${LOT}`, item: String(at) };
    });
    const index = assetSearch(buildHashIndex(entries));
    const search = {
      ...{ index, hashOf: (image: Uint8Array) => hashImageViews(image), maxDistance: SAME_PICTURE },
      distanceOf: (one: Hex, other: Hex) => index.distanceOf(one, other),
    };
    const foundWith = async (cut: number): Promise<number> => {
      const found = await Promise.all(
        files.map(async (image) => recover(await cropped(image, cut).toBuffer(), search)),
      );
      const right = found.map((finds, at) => finds.map(({ assetId }) => assetId === assetAt(LOT, at)));
      expect(right.flat()).not.to.include(false);
      return right.flat().length;
    };
    expect(await foundWith(0.05)).to.equal(30);
    expect(await foundWith(0.1)).to.be.at.least(24);
  }).timeout(20_000);
});
