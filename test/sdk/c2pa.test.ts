import { expect } from "chai";
import { encode } from "fast-png";
import { assetAt, toLotId } from "@imprimatur/sdk";
import {
  type BirthClaim,
  createDevelopmentSigner,
  type DevelopmentSigner,
  type FileCheckName,
  type FileReport,
  recover,
  signAsset,
  type SignedAsset,
  verifyFile,
  verifyStoredAsset,
} from "@imprimatur/sdk/c2pa";
import { PIXEL_JPEG } from "../../sdk/test/c2pa/fixtures.ts";
import { type BuiltLot, buildLot, type LotItem } from "@imprimatur/sdk/lot";
import { commitRecipe, discloseRecipeField } from "@imprimatur/sdk/merkle";
import { memoryStore, readLot } from "@imprimatur/sdk/storage";
import { type Hex, numberToHex } from "viem";
import { expectError, setStage, type Stage } from "./fixture.ts";

/** Signed pictures of one lot, from before the commit to everything that may be wrong afterwards. */
describe("sdk: birth certificates", () => {
  const COUNT = 3;
  const NONCE = 41n;
  const JPEG = 2;
  const recipe = commitRecipe({ contents: { model: "sdxl-1.0", steps: ["a lighthouse"] } });
  const perceptualHash = (index: number): Hex => numberToHex(0xabc0 + index, { size: 32 });
  let stage: Stage;
  let authority: DevelopmentSigner;
  let claims: BirthClaim[];
  let signed: SignedAsset[];
  let lot: BuiltLot;
  const store = memoryStore();

  /** Two PNG files and a JPEG file. */
  const draw = (shade: number): Uint8Array =>
    shade === JPEG ? PIXEL_JPEG : encode({ width: 8, height: 8, data: new Uint8Array(192).fill(shade), channels: 3 });

  before(async () => {
    stage = await setStage();
    authority = await createDevelopmentSigner();
    const [maker, producer] = [stage.as(1), stage.addressOf(1)];
    const { recipeId } = await maker.registerRecipeAndWait({
      licensor: producer,
      kind: "work",
      commitment: recipe.commitment,
      split: [{ account: producer, weight: 1_000_000 }],
    });
    claims = Array.from({ length: COUNT }, (_, index) => ({
      chainId: 31337,
      assetRegistry: stage.addresses.assetRegistry,
      assetId: assetAt(toLotId(producer, NONCE), index),
      recipeId,
      recipeCommitment: recipe.commitment,
      model: "sdxl-1.0",
      disclosures: [discloseRecipeField(recipe, "model")],
    }));
    const { signer } = authority;
    signed = await Promise.all(claims.map((claim, index) => signAsset(draw(index), { claim, signer })));
    for (const { contentHash, bytes } of signed) await store.put(contentHash, bytes);
    const items = signed.map(({ bytes, contentHash, c2paHash, mediaType }, index): LotItem => ({
      name: `${index}.png`,
      mediaType,
      bytes: bytes.length,
      contentHash,
      evidence: { c2paHash, perceptualHash: perceptualHash(index) },
    }));
    const common = { chainId: 31337, assetRegistry: stage.addresses.assetRegistry, producer, recipeId };
    lot = await buildLot({ ...common, nonce: NONCE, recipeCommitment: recipe.commitment, items, store });
    await maker.commitLotAndWait(lot.input);
  });

  const source = () => ({ client: stage.reader, assetRegistry: stage.addresses.assetRegistry, store });
  const verify = (bytes: Uint8Array, assetId?: bigint): Promise<FileReport> =>
    verifyFile(bytes, {
      trustAnchors: authority.trustAnchors,
      record: source(),
      ...(assetId === undefined ? {} : { assetId }),
    });
  const failed = ({ checks }: FileReport): FileCheckName[] =>
    checks.filter(({ outcome }) => outcome === "failed").map(({ check }) => check);
  /** Signs the first picture with a claim that differs. */
  const lie = async (change: Partial<BirthClaim>): Promise<FileCheckName[]> => {
    const { bytes } = await signAsset(draw(0), { claim: { ...claims[0]!, ...change }, signer: authority.signer });
    const report = await verify(bytes);
    expect(report.outcome).to.equal("refused");
    return failed(report);
  };

  it("verifies files that were signed before their lot was committed", async () => {
    for (const [index, { bytes }] of signed.entries()) {
      const report = await verify(bytes, claims[index]!.assetId);
      expect(failed(report)).to.deep.equal([]);
      expect(report).to.include({ outcome: "verified", badge: "trusted" });
      expect(report.record?.lot?.lotId).to.equal(lot.lotId);
    }
  });

  it("verifies with a leaf and a proof, or with the published lot, in place of a store", async () => {
    const { client, assetRegistry } = source();
    const { trustAnchors } = authority;
    const [{ bytes }, row] = [signed[1]!, lot.rows[1]!];
    const byProof = { client, assetRegistry, leaf: row.leaf, proof: lot.tree.proof(1) };
    expect((await verifyFile(bytes, { trustAnchors, record: byProof })).outcome).to.equal("verified");
    const byLot = { client, assetRegistry, lot: await readLot(store, lot.manifest) };
    expect((await verifyFile(bytes, { trustAnchors, record: byLot })).outcome).to.equal("verified");
    const wrongProof = { ...byProof, proof: lot.tree.proof(2) };
    expect(failed(await verifyFile(bytes, { trustAnchors, record: wrongProof }))).to.deep.equal(["leaf"]);
    const bare = await verifyFile(bytes, { trustAnchors, record: { client, assetRegistry } });
    expect(bare.outcome).to.equal("incomplete");
    expect(bare.checks.find(({ check }) => check === "leaf")?.outcome).to.equal("not checked");
  });

  it("finds the file that a certificate stands for and checks that it names it back", async () => {
    const parameters = { trustAnchors: authority.trustAnchors, record: source() };
    const report = await verifyStoredAsset({ ...parameters, assetId: claims[2]!.assetId });
    expect(report).to.include({ outcome: "verified", contentHash: signed[2]!.contentHash });
    const assetId = assetAt(lot.lotId, COUNT);
    await expectError("RecordMissingError", () => verifyStoredAsset({ ...parameters, assetId }));
  });

  it("refuses a file that is shown for another asset", async () => {
    const report = await verify(signed[0]!.bytes, claims[1]!.assetId);
    expect(failed(report)).to.include.members(["asset", "content", "c2paHash"]);
  });

  it("refuses manifests that lie about their record, though their signature is good", async () => {
    const other = `0x${"77".repeat(32)}` as const;
    expect(await lie({ assetId: claims[1]!.assetId })).to.deep.equal(["content", "c2paHash"]);
    expect(await lie({ assetId: assetAt(lot.lotId, COUNT) })).to.deep.equal(["lot"]);
    expect(await lie({ assetId: assetAt(lot.lotId + 1n, 0) })).to.deep.equal(["lot"]);
    expect(await lie({ chainId: 1 })).to.include("chain");
    expect(await lie({ assetRegistry: stage.addresses.licenses })).to.include("chain");
    expect(await lie({ recipeId: other })).to.include("recipe");
    const { commitment } = commitRecipe({ contents: { model: "another" } });
    const bare = { disclosures: [], recipeCommitment: commitment };
    expect(await lie(bare)).to.include("recipeCommitment");
  });

  it("refuses a file that was signed again: same picture, same claim, other bytes", async () => {
    expect(await lie({})).to.deep.equal(["content", "c2paHash"]);
  });

  it("catches on chain what C2PA leaves open: bytes that no signature covers", async () => {
    const changed = Buffer.concat([signed[0]!.bytes, Buffer.of(0)]);
    expect(failed(await verify(new Uint8Array(changed)))).to.include("content");
  });

  it("catches on chain another number of a JPEG's box: any is allowed, and C2PA leaves it open", async () => {
    const { bytes } = signed[JPEG]!;
    const number = Buffer.from(bytes).indexOf("JP") + 2;
    for (const at of [number, number + 1]) {
      for (let mask = 1; mask < 256; mask <<= 1) {
        const report = await verify(bytes.with(at, bytes[at]! ^ mask));
        expect(report).to.include({ outcome: "refused", badge: "trusted" });
        expect(failed(report), `byte ${at}, mask ${mask}`).to.deep.equal(["content"]);
      }
    }
  });

  it("recovers the record of a stripped file by its looks, and proves only what the chain has", async () => {
    const found = { assetId: claims[1]!.assetId, hash: perceptualHash(1) };
    const forged = { assetId: claims[2]!.assetId, hash: perceptualHash(1) };
    const unknown = { assetId: assetAt(lot.lotId, 9), hash: perceptualHash(1) };
    const recovered = await recover(draw(1), {
      index: { nearest: () => [forged, unknown, found] },
      hashOf: () => perceptualHash(1),
      distanceOf: (one, another) => (one === another ? 0 : 99),
      maxDistance: 4,
      record: source(),
    });
    expect(recovered.map(({ assetId, proved }) => [assetId, proved])).to.deep.equal([
      [found.assetId, true],
      [forged.assetId, false],
      [unknown.assetId, false],
    ]);
    expect(recovered[0]?.record?.leaf?.contentHash).to.equal(signed[1]!.contentHash);
  });

  it("lets a client that cannot be reached fail, instead of calling the file wrong", async () => {
    const client = { ...stage.reader, request: () => Promise.reject(new Error("no network")) };
    const record = { ...source(), client: client as unknown as Stage["reader"] };
    const failure: unknown = await verifyFile(signed[0]!.bytes, { record }).catch((error: unknown) => error);
    expect(String(failure)).to.contain("no network");
  });
});
