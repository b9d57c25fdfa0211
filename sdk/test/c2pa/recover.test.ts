import { expect } from "chai";
import { type Hex, numberToHex } from "viem";
import { type PerceptualIndex, recover } from "@imprimatur/sdk/c2pa";

const hash = (value: bigint): Hex => numberToHex(value, { size: 32 });
const distanceOf = (one: Hex, other: Hex): number =>
  (BigInt(one) ^ BigInt(other)).toString(2).replaceAll("0", "").length;

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

  it("lets a failing index fail", async () => {
    const index: PerceptualIndex = { nearest: () => Promise.reject(new Error("the index is away")) };
    const failure = await recover(file, { ...parameters, index }).catch((error: unknown) => String(error));
    expect(failure).to.contain("the index is away");
  });
});
