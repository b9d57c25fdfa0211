import { expect } from "chai";
import { encode } from "fast-png";
import type { Hex } from "viem";
import {
  type LookAlike,
  type PerceptualIndex,
  recover,
  signAsset,
  createDevelopmentSigner,
} from "@imprimatur/sdk/c2pa";
import { buildHashIndex, hashPixels } from "@imprimatur/sdk/compliance";
import { assetAt } from "@imprimatur/sdk/merkle";
import { hashImageViews } from "@imprimatur/sdk/node";
import { CLAIM, LOT, stripPng } from "./fixtures.ts";

const SIDE = 96;

/** A picture with shapes of its own, at any size. */
function draw(seed: number, side = SIDE): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [(at % side) / side, Math.floor(at / side) / side];
    const value = 128 + 90 * Math.sin(9 * x * (1 + (seed % 3)) + seed) * Math.cos(7 * y * (1 + (seed % 2)) - seed * x);
    data.fill(value, 4 * at, 4 * at + 3);
  }
  return { width: side, height: side, data };
}

const pngOf = (seed: number, side?: number): Uint8Array => encode({ ...draw(seed, side), channels: 4 });
const hashOf = (seed: number): Hex => hashPixels(draw(seed));

describe("c2pa: recovering a stripped file", () => {
  const known = [0, 1, 2, 3, 4].map((seed) => ({
    contentHash: `0x${`0${seed}`.repeat(32)}` as Hex,
    perceptualHash: hashOf(seed),
    source: `lot:${LOT}`,
    item: String(seed),
  }));
  const index = buildHashIndex(known);
  const hashesOf = (file: Uint8Array): Promise<Hex[]> => hashImageViews(file);

  it("finds the record of a file without its manifest, and of a smaller copy", async () => {
    const { signer } = await createDevelopmentSigner();
    const { bytes } = await signAsset(pngOf(2), { claim: CLAIM, signer });
    for (const copy of [stripPng(bytes), bytes, pngOf(2, 60)]) {
      const [found] = await recover(copy, { index, hashesOf });
      expect(found).to.include({ assetId: assetAt(LOT, 2), proved: undefined });
    }
  });

  it("finds nothing for a picture that nobody registered", async () => {
    expect(await recover(pngOf(77), { index, hashesOf })).to.deep.equal([]);
  });

  it("measures again what an index says, and leaves out what is no asset or no hash", async () => {
    const wrong: LookAlike[] = [
      { source: "web", item: "1", perceptualHash: hashOf(1) },
      { source: `lot:${LOT}`, item: "99999999", perceptualHash: hashOf(1) },
      { source: `lot:${"9".repeat(68)}`, item: "1", perceptualHash: hashOf(1) },
      { source: `lot:${LOT}`, item: "1" },
      { source: `lot:${LOT}`, item: "1", perceptualHash: "0x12" },
      { source: `lot:${LOT}`, item: "3", perceptualHash: hashOf(3) },
    ];
    const lying: PerceptualIndex = { nearest: () => Promise.resolve([...wrong, ...known]) };
    const found = await recover(pngOf(1), { index: lying, hashesOf: () => [hashOf(1)] });
    expect(found.map(({ assetId, distance }) => [assetId, distance])).to.deep.equal([[assetAt(LOT, 1), 0]]);
  });

  it("lets a failing index fail", async () => {
    const away: PerceptualIndex = { nearest: () => Promise.reject(new Error("the index is away")) };
    const failure = await recover(pngOf(1), { index: away, hashesOf }).catch((error: unknown) => String(error));
    expect(failure).to.contain("the index is away");
  });
});
