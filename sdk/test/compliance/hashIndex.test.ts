import { expect } from "chai";
import { assetAt } from "@imprimatur/sdk";
import {
  assetOfEntry,
  buildHashIndex,
  decodeHashIndex,
  entriesFromCsv,
  entriesOfLot,
  entriesToCsv,
  type HashIndex,
  type IndexEntry,
  perceptualDistance,
} from "@imprimatur/sdk/compliance";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { bytesToHex, type Hex, hexToBytes, sha256, stringToBytes } from "viem";
import { expectError } from "../helpers/errors.ts";
import { randomFrom } from "./pictures.ts";

const random = randomFrom(5);
const randomHash = (): Hex => {
  const bytes = Uint8Array.from({ length: 32 }, () => Math.floor(256 * random()));
  bytes.set([1, 40]);
  return bytesToHex(bytes);
};

/** The hash with `count` different bits turned. */
function turned(hash: Hex, count: number): Hex {
  const bytes = hexToBytes(hash);
  const bits = new Set<number>();
  while (bits.size < count) bits.add(16 + Math.floor(240 * random()));
  for (const bit of bits) bytes[bit >> 3]! ^= 0x80 >> (bit & 7);
  return bytesToHex(bytes);
}

const contentOf = (at: number): Hex => sha256(stringToBytes(`file ${at}`));
const SOURCE = `lot:${7n << 64n}`;

function entry(at: number, perceptualHash = randomHash()): IndexEntry {
  return { contentHash: contentOf(at), perceptualHash, source: SOURCE, item: String(at) };
}

describe("hash index", () => {
  // A crowd of pictures that look alike, as one generator makes them, among others.
  const model = randomHash();
  const all = Array.from({ length: 4_000 }, (_, at) => entry(at, at < 3_000 ? randomHash() : turned(model, at % 60)));
  let index: HashIndex;

  before(() => {
    index = buildHashIndex(all);
  });

  it("refuses malformed hashes and those of another algorithm", async () => {
    await expectError("PerceptualHashError", () => buildHashIndex([entry(1, "0x1234")]));
    await expectError("PerceptualHashError", () => buildHashIndex([entry(1, `0x09${"00".repeat(31)}`)]));
    const long: IndexEntry = { ...entry(1), contentHash: `0x${"11".repeat(33)}` };
    await expectError("SizeOverflowError", () => buildHashIndex([long]));
    await expectError("PerceptualHashError", () => index.nearest(`0x09${"00".repeat(31)}`));
  });

  it("refuses bytes that are not an index, however they are cut or changed", async () => {
    const bytes = buildHashIndex(all.slice(0, 20)).encode();
    for (const length of [0, 5, 19, 23, 60, bytes.length - 1]) {
      await expectError("HashIndexInvalidError", () => decodeHashIndex(bytes.subarray(0, length)));
    }
    await expectError("HashIndexInvalidError", () => decodeHashIndex(Uint8Array.of(...bytes, 0)));
    const outcome = (changed: Uint8Array): unknown => {
      try {
        return decodeHashIndex(changed).size;
      } catch (error) {
        return (error as Error).name;
      }
    };
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at]! ^= 0x20;
      expect(outcome(changed), `byte ${at}`).to.be.oneOf(["HashIndexInvalidError", 20]);
    }
  });

  it("finds nothing in an empty index, for an absent hash, and at no distance", () => {
    const empty = buildHashIndex([]);
    expect(empty.nearest(randomHash(), 240)).to.deep.equal([]);
    expect(empty.exact(contentOf(1))).to.deep.equal([]);
    expect(decodeHashIndex(empty.encode()).size).to.equal(0);
    expect(index.nearest(`0x${"00".repeat(32)}`)).to.deep.equal([]);
    expect(index.nearest(turned(all[5]!.perceptualHash!, 1), 0)).to.deep.equal([]);
    expect(index.nearest(all[5]!.perceptualHash!, -1)).to.deep.equal([]);
  });

  it("compares no plain surfaces on either side", () => {
    const plain: Hex = `0x0107${randomHash().slice(6)}`;
    const withPlain = buildHashIndex([...all.slice(0, 10), entry(11, plain)]);
    expect(withPlain.size).to.equal(11);
    expect(withPlain.nearest(plain)).to.deep.equal([]);
    expect(withPlain.nearest(`0x0128${plain.slice(6)}`)).to.deep.equal([]);
    expect(withPlain.exact(contentOf(11))).to.have.length(1);
  });

  it("finds the same bytes, all of them, in the order they were added", () => {
    const twice = [{ ...entry(9), source: "first" }, ...all, { ...entry(9), source: "last" }];
    const found = buildHashIndex(twice).exact(contentOf(9));
    expect(found.map(({ source }) => source)).to.deep.equal(["first", SOURCE, "last"]);
    expect(buildHashIndex(twice).exact(contentOf(9), 2)).to.have.length(2);
    expect(index.exact(contentOf(99_999))).to.deep.equal([]);
  });

  it("stays fast where somebody chose hashes that begin alike, and where all are the same", () => {
    const chosen = Array.from({ length: 400_000 }, (_, at): IndexEntry => {
      const contentHash: Hex = `0xdeadbeef${at.toString(16).padStart(8, "0")}${"00".repeat(24)}`;
      return { contentHash, source: "lot:1", item: String(at) };
    });
    const same = Array.from({ length: 60_000 }, (_, at) => ({ ...entry(9), source: "lot:2", item: String(at) }));
    const hostile = buildHashIndex([...chosen, ...same]);
    // Met in one place, they would be compared 80 billion times: the test would not end.
    expect(chosen.every(({ contentHash, item }) => hostile.exact(contentHash)[0]?.item === item)).to.equal(true);
    expect(hostile.exact(contentOf(9), 3).map(({ item }) => item)).to.deep.equal(["0", "1", "2"]);
  });

  it("keeps one source from hiding others, and leaves out those that do not count", () => {
    const flood = Array.from({ length: 50 }, (_, at) => ({ ...entry(9, model), source: "lot:1", item: String(at) }));
    const crowded = buildHashIndex([...flood, { ...entry(9, turned(model, 3)), source: "lot:2" }]);
    const sources = (found: { source: string }[]): string[] => found.map(({ source }) => source);
    const filter = { perSource: 2 };
    expect(sources(crowded.nearest(model, 40, 4))).to.deep.equal(Array(4).fill("lot:1"));
    expect(sources(crowded.nearest(model, 40, 4, filter))).to.deep.equal(["lot:1", "lot:1", "lot:2"]);
    expect(sources(crowded.exact(contentOf(9), 4, filter))).to.deep.equal(["lot:1", "lot:1", "lot:2"]);
    const except = (source: string): boolean => source === "lot:1";
    expect(sources(crowded.nearest(model, 40, 4, { except }))).to.deep.equal(["lot:2"]);
    expect(sources(crowded.exact(contentOf(9), 4, { except }))).to.deep.equal(["lot:2"]);
  });

  it("finds exactly what comparing with everything finds, at every distance", () => {
    for (const limit of [0, 1, 14, 15, 16, 29, 30, 31, 44, 45, 59, 60, 74, 75, 110, 240]) {
      const query = turned(model, limit % 50);
      const naive = all
        .map(({ item, perceptualHash }) => ({ item, distance: perceptualDistance(query, perceptualHash!)! }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance || Number(a.item) - Number(b.item));
      const found = index.nearest(query, limit, all.length).map(({ item, distance }) => ({ item, distance }));
      expect(found, `within ${limit}`).to.deep.equal(naive);
    }
  });

  it("tells the nearest first and no more than asked for", () => {
    const found = index.nearest(model, 44, 5);
    expect(found).to.have.length(5);
    expect(found[0]).to.include({ distance: 0, item: "3000" });
  });

  it("is the same after it was saved and loaded", () => {
    const loaded = decodeHashIndex(index.encode());
    expect(loaded.size).to.equal(index.size);
    expect(loaded.nearest(model, 30, 500)).to.deep.equal(index.nearest(model, 30, 500));
    expect(loaded.exact(contentOf(77))).to.deep.equal(index.exact(contentOf(77)));
  });

  it("takes the rows of a lot, leaves out hashes of other programs, and names the asset", () => {
    const lotId = (12n << 64n) | 3n;
    const foreign = toLeaf({ contentHash: contentOf(1), perceptualHash: `0x77${"00".repeat(31)}` });
    const ours = toLeaf({ contentHash: contentOf(2), perceptualHash: model });
    const rows = [foreign, ours].map((leaf, at) => ({ index: at, leaf }));
    const own = buildHashIndex(entriesOfLot(lotId, rows));
    expect(own.size).to.equal(2);
    expect(own.exact(contentOf(1))[0]).not.to.have.property("perceptualHash");
    expect(assetOfEntry(own.nearest(model)[0]!)).to.equal(assetAt(lotId, 1));
    expect(assetOfEntry({ source: "folder", item: "1" })).to.equal(undefined);
    expect(assetOfEntry({ source: "lot:1", item: "x" })).to.equal(undefined);
  });

  it("refuses a list with every bad line at once", async () => {
    await expectError("IndexListInvalidError", () => entriesFromCsv("", "list"));
    await expectError("IndexListInvalidError", () => entriesFromCsv("hash,item\n", "list"));
    const rows = [`${contentOf(1)},,a`, "0x12,,b", `${contentOf(2)},0x1234,c`, `${contentOf(3)},,d,e`];
    const text = ["contentHash,perceptualHash,item", ...rows].join("\n");
    const error = await expectError("IndexListInvalidError", () => entriesFromCsv(text, "list"));
    expect(error).to.have.deep.property("problems", [
      { line: 3, problem: '"0x12" is not 32 bytes of hex' },
      { line: 4, problem: "0x1234 is not a perceptual hash that is known here: it is not 32 bytes." },
      { line: 5, problem: "it has 4 cells" },
    ]);
    await expectError("CsvSyntaxError", () => entriesFromCsv('contentHash,"perceptual', "list"));
  });

  it("writes a list that it reads back", () => {
    const { perceptualHash: _, ...exactOnly } = entry(4);
    const some = [{ ...entry(3), item: 'a "b", c' }, exactOnly].map((known) => ({ ...known, source: "list" }));
    expect(entriesFromCsv(entriesToCsv(some), "list")).to.deep.equal(some);
  });
});
