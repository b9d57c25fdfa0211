import { expect } from "chai";
import fc from "fast-check";
import { stringToBytes } from "viem";
import {
  canonicalBytes,
  canonicalJson,
  cidOf,
  encodeChunk,
  encodeManifest,
  type Json,
  type LotManifest,
  type ManifestRow,
  parseChunk,
  parseManifest,
} from "@imprimatur/sdk/storage";
import { address, hash, leaf, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const anyRow = fc
  .record({ name: fc.string({ unit: "binary" }), mediaType: fc.string(), bytes: fc.maxSafeNat(), leaf })
  .map((row) => ({ ...row, cid: cidOf(row.leaf.contentHash) }));

const rowsFrom = (first: number) =>
  fc.array(anyRow, { minLength: 1, maxLength: 5 }).map((rows) => rows.map((row, i) => ({ ...row, index: first + i })));

const manifest: fc.Arbitrary<LotManifest> = fc.record({
  chainId: fc.nat(),
  registry: address,
  lotId: uint(224),
  recipeId: hash,
  count: fc.nat(65_536),
  root: hash,
  chunks: fc.array(hash.map(cidOf), { maxLength: 3 }),
});

const asJson = (lotId: bigint, { leaf: fields, ...row }: ManifestRow): Json => ({
  ...row,
  leaf: { lotId: String(lotId), index: row.index, ...fields, createdAt: Number(fields.createdAt) },
});

describe("canonical JSON", () => {
  it("sorts keys and drops white space", () => {
    expect(canonicalJson({ b: [1, "ü"], a: null })).to.equal('{"a":null,"b":[1,"ü"]}');
  });

  it("refuses what JSON cannot say", async () => {
    await expectError("JsonUnsupportedError", () => canonicalJson(Number.NaN));
    await expectError("JsonUnsupportedError", () => canonicalJson(Number.POSITIVE_INFINITY));
    await expectError("JsonUnsupportedError", () => canonicalJson(undefined as unknown as Json));
  });
});

describe("lot manifest", () => {
  it("refuses names that are not Unicode", async () => {
    const [row] = fc.sample(rowsFrom(0), { numRuns: 1, seed: 1 })[0] as ManifestRow[];
    await expectError("JsonUnsupportedError", () => encodeChunk(1n, [{ ...(row as ManifestRow), name: "\ud800" }]));
  });

  it("refuses foreign, shifted and broken chunks", async () => {
    const rows = fc.sample(rowsFrom(3), { numRuns: 1, seed: 1 })[0] as ManifestRow[];
    const block = encodeChunk(1n, rows);
    await expectError("ManifestInvalidError", () => parseChunk(block, 2n, 3));
    await expectError("ManifestInvalidError", () => parseChunk(block, 1n, 4));
    await expectError("ManifestInvalidError", () => parseChunk(stringToBytes("{"), 1n, 3));
    await expectError("ManifestInvalidError", () => parseChunk(stringToBytes("{}"), 1n, 3));
    await expectError("ManifestInvalidError", () => parseChunk(Uint8Array.of(0xff), 1n, 3));
    await expectError("ManifestInvalidError", () => parseManifest(block));
    const other = rows.map((row) => ({ ...row, cid: cidOf(`0x${"00".repeat(32)}`) }));
    await expectError("ManifestInvalidError", () => parseChunk(encodeChunk(1n, other), 1n, 3));
  });

  it("refuses each missing or mistyped field", async () => {
    const [good] = fc.sample(manifest, { numRuns: 1, seed: 1 }) as [LotManifest];
    const fields = JSON.parse(new TextDecoder().decode(encodeManifest(good))) as Record<string, Json>;
    for (const key of Object.keys(fields)) {
      const { [key]: _, ...missing } = fields;
      await expectError("ManifestInvalidError", () => parseManifest(canonicalBytes(missing)));
      await expectError("ManifestInvalidError", () => parseManifest(canonicalBytes({ ...fields, [key]: true })));
    }
  });

  it("chunks are canonical and come back", () => {
    fc.assert(
      fc.property(uint(224), rowsFrom(7), (lotId, rows) => {
        const block = encodeChunk(lotId, rows);
        expect(block).to.deep.equal(canonicalBytes(rows.map((row) => asJson(lotId, row))));
        expect(parseChunk(block, lotId, 7)).to.deep.equal(rows);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("comes back", () => {
    fc.assert(
      fc.property(manifest, (given) => {
        const parsed = parseManifest(encodeManifest(given));
        expect({ ...parsed, registry: parsed.registry.toLowerCase() }).to.deep.equal(given);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});
