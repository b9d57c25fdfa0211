import { expect } from "chai";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { sha256, stringToBytes, zeroHash } from "viem";
import { BRAND_FILE, type BrandDraft, createBrandKit, parseBrandManifest } from "../../src/brand/index.ts";
import { createDevelopmentSigner, verifyFile } from "../../src/c2pa/index.ts";
import { createBrandKitFromFiles } from "../../src/node/index.ts";
import { getBlock, memoryStore, readLot } from "../../src/storage/index.ts";
import { assetAt } from "../../src/types/ids.ts";
import { expectError } from "../helpers/errors.ts";
import { DRAFT, parametersOf } from "./kit.ts";
import { drawn, HARBOR, referencesOf } from "./pictures.ts";

const png = async (bytes: Uint8Array, name = "more.png") => ({ name, mediaType: "image/png", bytes });

describe("brand/createBrandKit", () => {
  describe("is refused", () => {
    it("with a draft that says nothing, or what nobody can show", async () => {
      const drafts: [string, BrandDraft][] = [
        ["brand.name", { ...DRAFT, name: " " }],
        ["brand.palette[0].color", { ...DRAFT, palette: [{ color: "blue" }] }],
        ["brand.words.forbidden[1]", { ...DRAFT, words: { forbidden: ["cheap", "!!"] } }],
        ["brand", { ...DRAFT, colour: 1 } as BrandDraft],
        ["brand.tone", { ...DRAFT, tone: "a".repeat(4_001) }],
      ];
      for (const [field, brand] of drafts) {
        const error = await expectError("BrandInputError", async () => createBrandKit(await parametersOf({ brand })));
        expect(error.message).to.match(new RegExp(`^${field.replaceAll(/[[\].]/gu, "\\$&")} `, "u"));
      }
    });

    it("with fewer pictures than can be compared", async () => {
      const references = await referencesOf(HARBOR, 3);
      const error = await expectError("BrandInputError", async () =>
        createBrandKit(await parametersOf({ references })),
      );
      expect(error.message).to.contain("brand.references");
    });

    it("with a file that is no picture, a damaged one, and one that is nearly another", async () => {
      const references = await referencesOf(HARBOR, 5);
      const make = async (file: Awaited<ReturnType<typeof png>>) =>
        createBrandKit(await parametersOf({ references: [...references, file] }));
      await expectError("BrandInputError", () =>
        make({ name: "a.md", mediaType: "text/markdown", bytes: stringToBytes("a") }),
      );
      const whole = await drawn(HARBOR, 77);
      await expectError("ImageUnreadableError", async () => make(await png(whole.subarray(0, whole.length >> 1))));
      const copy = await sharp(references[2]?.bytes).resize(200).png().toBuffer();
      const error = await expectError("BrandInputError", async () => make(await png(copy)));
      expect(error.message).to.contain("more.png").and.to.contain("reference-2.png");
    });
  });

  it("makes a lot of the manifest and the pictures, each in the store and named by its digest", async () => {
    const store = memoryStore();
    const { kit, lot } = await createBrandKit(await parametersOf({ store }));
    const { rows } = await readLot(store, lot.manifest);
    expect(rows.map(({ name }) => name)).to.deep.equal([BRAND_FILE, ...kit.references.map(({ name }) => name)]);
    expect(rows.slice(1).every(({ leaf }) => leaf.perceptualHash !== zeroHash)).to.equal(true);
    const manifest = parseBrandManifest(await getBlock(store, kit.digest));
    expect(manifest).to.deep.equal(kit.manifest);
    expect(manifest).to.deep.include({ name: "Harbor", fonts: DRAFT.fonts });
    for (const [at, { digest, bytes }] of kit.references.entries()) {
      expect(digest).to.equal(rows[at + 1]?.leaf.contentHash);
      expect(sha256(await getBlock(store, digest))).to.equal(sha256(bytes));
    }
  });

  it("is the same for the same files, digest and root", async () => {
    const [one, other] = [await createBrandKit(await parametersOf()), await createBrandKit(await parametersOf())];
    expect([one.kit.digest, one.lot.root]).to.deep.equal([other.kit.digest, other.lot.root]);
    const brand = { ...DRAFT, tone: "Loud." };
    expect((await createBrandKit(await parametersOf({ brand }))).kit.digest).not.to.equal(one.kit.digest);
  });

  it("gives every picture a certificate of its own place, and names the signed files", async () => {
    const { signer } = await createDevelopmentSigner();
    const references = await referencesOf(HARBOR, 4);
    const { kit, lot } = await createBrandKit(await parametersOf({ references, signing: { signer } }));
    for (const [at, { bytes }] of kit.references.entries()) {
      const { manifest } = await verifyFile(bytes, {});
      expect(manifest?.birth?.assetId).to.equal(assetAt(lot.lotId, at + 1));
      expect(lot.rows[at + 1]?.leaf.c2paHash).to.equal(manifest?.c2paHash);
    }
  });
});

describe("node/createBrandKitFromFiles", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "imprimatur-brand-"));
    for (const [at, { bytes }] of (await referencesOf(HARBOR, 5)).entries()) {
      const path = join(directory, at < 2 ? "boats" : "piers/night", `${at}.png`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    await writeFile(join(directory, "notes.md"), "not a picture");
  });
  afterEach(() => rm(directory, { recursive: true }));

  const make = async () => {
    const { brand: _, decode: __, references: ___, ...lot } = await parametersOf({ references: [] });
    return createBrandKitFromFiles({ ...lot, directory });
  };

  it("is refused without a brand.json, and with one that is no JSON or no brand", async () => {
    await expectError("FileUnreadableError", make);
    await writeFile(join(directory, BRAND_FILE), "{");
    await expectError("BrandInputError", make);
    await writeFile(join(directory, BRAND_FILE), "[]");
    await expectError("BrandInputError", make);
  });

  it("takes the pictures in the order of their paths, tagged by their folders", async () => {
    await writeFile(join(directory, BRAND_FILE), JSON.stringify(DRAFT));
    const { kit } = await make();
    expect(kit.manifest.references.map(({ name, tags }) => [name, ...tags])).to.deep.equal([
      ["boats/0.png", "boats"],
      ["boats/1.png", "boats"],
      ...[2, 3, 4].map((at) => [`piers/night/${at}.png`, "piers", "night"]),
    ]);
  });
});

describe("brand/parseBrandManifest", () => {
  it("refuses what is no manifest of a kit", async () => {
    const { kit } = await createBrandKit(await parametersOf());
    const { manifest } = kit;
    const wrong: unknown[] = [
      { ...manifest, type: "imprimatur/lot" },
      { ...manifest, version: 2 },
      { ...manifest, references: manifest.references.slice(0, 3) },
      { ...manifest, references: [{ ...manifest.references[0], digest: "0x12" }, ...manifest.references.slice(1)] },
      [manifest],
    ];
    for (const value of wrong) {
      await expectError("BrandKitInvalidError", () => parseBrandManifest(stringToBytes(JSON.stringify(value))));
    }
    await expectError("BrandKitInvalidError", () => parseBrandManifest(Uint8Array.of(0xff, 0xfe)));
  });
});
