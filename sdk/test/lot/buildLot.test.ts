import { expect } from "chai";
import { keccak256, numberToHex, sha256, zeroHash } from "viem";
import { buildLot, type LotItem } from "@imprimatur/sdk/lot";
import { hashLeaf, PositionalTree } from "@imprimatur/sdk/merkle";
import { cidOf, getBlock, memoryStore, readLot } from "@imprimatur/sdk/storage";
import { assetAt, toLotId } from "@imprimatur/sdk";
import { expectError } from "../helpers/errors.ts";

const producer = "0x00000000000000000000000000000000000000aa";
const common = {
  chainId: 31337,
  assetRegistry: "0x00000000000000000000000000000000000000bb",
  producer,
  nonce: 3n,
  recipeId: keccak256("0x01"),
  recipeCommitment: keccak256("0x02"),
  createdAt: 1_700_000_000n,
} as const;

const itemsOf = (count: number): LotItem[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `möwe ${i % 7}.png`,
    mediaType: "image/png",
    bytes: i,
    contentHash: sha256(numberToHex(i % 1000)),
  }));

describe("buildLot", () => {
  it("refuses no assets and one too many", async () => {
    await expectError("LotEmptyError", () => buildLot({ ...common, items: [] }));
    const item = itemsOf(1)[0] as LotItem;
    const tooMany = (function* () {
      for (let i = 0; i <= 65_536; i += 1) yield item;
    })();
    await expectError("LotTooLargeError", () => buildLot({ ...common, items: tooMany }));
  });

  it("hashes leaves, tree and manifest of any source of items", async () => {
    const seen: number[] = [];
    const source = (async function* () {
      yield* itemsOf(2100);
    })();
    const lot = await buildLot({ ...common, items: source, onProgress: (assets) => seen.push(assets) });
    const lotId = toLotId(producer, 3n);
    const hashes = lot.rows.map((row, index) => hashLeaf(assetAt(lotId, index), row.leaf));
    expect(lot.root).to.equal(PositionalTree.from(hashes).root);
    expect(lot.input).to.deep.equal({
      recipeId: common.recipeId,
      nonce: 3n,
      root: lot.root,
      count: 2100,
      manifest: lot.manifest,
    });
    expect(lot.rows[5]?.leaf).to.deep.equal({
      contentHash: sha256(numberToHex(5)),
      c2paHash: zeroHash,
      recipeCommitment: common.recipeCommitment,
      createdAt: 1_700_000_000n,
      perceptualHash: zeroHash,
      machineScore: 0,
      reportHash: zeroHash,
    });
    expect(seen).to.deep.equal([1024, 2048, 2100]);
  });

  it("keeps evidence of single assets", async () => {
    const [item] = itemsOf(1) as [LotItem];
    const lot = await buildLot({ ...common, items: [{ ...item, evidence: { machineScore: 9, createdAt: 5n } }] });
    expect(lot.rows[0]?.leaf).to.include({ machineScore: 9, createdAt: 5n });
    expect(lot.tree.proof(0)).to.deep.equal([]);
  });
});

describe("readLot", () => {
  it("reads a lot back and checks it against its root", async () => {
    const lot = await buildLot({ ...common, items: itemsOf(1500) });
    const read = await readLot(lot.store, lot.manifest);
    expect(read.rows).to.deep.equal(lot.rows);
    expect(read.tree.root).to.equal(lot.root);
    expect(read.manifest.chunks).to.have.lengthOf(2);
  });

  it("refuses a lying and an incomplete store", async () => {
    const lot = await buildLot({ ...common, items: itemsOf(3) });
    await expectError("ContentMissingError", () => readLot(memoryStore(), lot.manifest));
    const liar = { ...lot.store, get: () => Promise.resolve(new Uint8Array(3)) };
    await expectError("ContentMismatchError", () => getBlock(liar, lot.manifest));
  });

  it("refuses a manifest whose rows do not hash to its root", async () => {
    const honest = await buildLot({ ...common, items: itemsOf(3) });
    const store = memoryStore();
    const text = new TextDecoder().decode(await honest.store.get(honest.manifest));
    for (const digest of (honest.store as ReturnType<typeof memoryStore>).digests())
      await store.put(digest, await honest.store.get(digest));
    for (const forged of [text.replace(honest.root, keccak256("0x03")), text.replace('"count":3', '"count":4')]) {
      const block = new TextEncoder().encode(forged);
      await store.put(sha256(block), block);
      await expectError("ManifestInvalidError", () => readLot(store, sha256(block)));
    }
    expect(cidOf(honest.manifest)).to.match(/^bafkrei/);
  });
});
