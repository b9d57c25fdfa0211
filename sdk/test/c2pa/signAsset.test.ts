import { expect } from "chai";
import { sha256 } from "viem";
import {
  type ClaimSigner,
  createDevelopmentSigner,
  type DevelopmentSigner,
  DIGITAL_SOURCE_TYPES,
  type FileReport,
  openContainer,
  signAsset,
  verifyFile,
  webCryptoSigner,
} from "@imprimatur/sdk/c2pa";
import { ASSET, CLAIM, drawPng, PIXEL_JPEG, PIXEL_WEBP } from "./fixtures.ts";

const outcomes = ({ checks }: FileReport): Record<string, string> =>
  Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]));

async function failureOf(act: () => unknown): Promise<Error> {
  try {
    await act();
  } catch (error) {
    return error as Error;
  }
  return expect.fail("Nothing was refused.");
}

describe("c2pa: signing", () => {
  let authority: DevelopmentSigner;
  let signer: ClaimSigner;
  const png = drawPng(16);

  before(async () => {
    authority = await createDevelopmentSigner({ commonName: "Ada", organization: "Lighthouse Studio" });
    ({ signer } = authority);
  });

  it("refuses a claim that no record could keep", async () => {
    const wrong = [
      { chainId: 0 },
      { assetRegistry: "0x12" as const },
      { assetId: CLAIM.assetId | 0xff_ffffn },
      { recipeId: "0x12" as const },
      { recipeCommitment: `0x${"11".repeat(32)}` as const },
      { model: "another-model" },
      { promptCommitments: [{ ...CLAIM.promptCommitments![0]!, path: "step/1" }] },
    ];
    for (const change of wrong) {
      const error = await failureOf(() => signAsset(png, { claim: { ...CLAIM, ...change }, signer }));
      expect(error.name, JSON.stringify(Object.keys(change))).to.equal("BirthClaimError");
      expect(error).to.have.property("hint").that.is.a("string");
    }
  });

  it("refuses a signer without certificates, with another curve, or whose key fails", async () => {
    const curve = { name: "ECDSA", namedCurve: "P-384" };
    const { privateKey } = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
    expect((await failureOf(() => webCryptoSigner({ key: privateKey, certificates: [] }))).name).to.equal(
      "SigningCertificateError",
    );
    const foreign = await failureOf(() => webCryptoSigner({ key: privateKey, certificates: signer.certificates }));
    expect(foreign.message).to.contain("P-384");
    const silent = { ...signer, sign: () => Promise.reject(new Error("the card was pulled")) };
    const pulled = await failureOf(() => signAsset(png, { claim: CLAIM, signer: silent }));
    expect(pulled).to.include({ name: "ClaimSigningError" });
    expect((pulled.cause as Error).message).to.equal("the card was pulled");
    const short = { ...signer, sign: () => Promise.resolve(new Uint8Array(12)) };
    expect((await failureOf(() => signAsset(png, { claim: CLAIM, signer: short }))).name).to.equal(
      "SigningCertificateError",
    );
    const none = { ...signer, certificates: [] };
    expect((await failureOf(() => signAsset(png, { claim: CLAIM, signer: none }))).name).to.equal(
      "SigningCertificateError",
    );
  });

  it("works on after a failure", async () => {
    const { bytes } = await signAsset(png, { claim: CLAIM, signer });
    expect((await verifyFile(bytes)).badge).to.equal("valid");
  });

  for (const [mediaType, file] of [
    ["image/png", png],
    ["image/jpeg", PIXEL_JPEG],
    ["image/webp", PIXEL_WEBP],
  ] as const) {
    it(`signs ${mediaType} and reads everything back`, async () => {
      const permissions = {
        data_mining: "allowed",
        ai_training: "notAllowed",
        ai_generative_training: { constrained: "ask the studio" },
      } as const;
      const signed = await signAsset(file, { claim: CLAIM, signer, permissions, title: "Lighthouse" });
      expect(signed.mediaType).to.equal(mediaType);
      expect(signed.contentHash).to.equal(sha256(signed.bytes));
      expect(signed.c2paHash).to.equal(sha256(openContainer(signed.bytes).store!));

      const report = await verifyFile(signed.bytes, { trustAnchors: authority.trustAnchors });
      expect(report).to.include({ badge: "trusted", outcome: "incomplete", contentHash: signed.contentHash });
      expect(report.manifest).to.deep.include({
        c2paHash: signed.c2paHash,
        birth: CLAIM,
        permissions,
        digitalSourceType: "trainedAlgorithmicMedia",
      });
      expect(report.manifest?.signature).to.include({ commonName: "Ada", organization: "Lighthouse Studio" });
      expect(report.manifest?.birth?.assetId).to.equal(ASSET);
      const { revocation, chain, ...rest } = outcomes(report);
      expect([revocation, chain]).to.deep.equal(["not checked", "not checked"]);
      for (const check of [
        "manifest",
        "signature",
        "assertions",
        "binding",
        "certificate",
        "trust",
        "birth",
        "fields",
      ]) {
        expect(rest[check], check).to.equal("passed");
      }
    });
  }

  it("signs with Ed25519, every digital source type, and says nothing about training unless asked", async () => {
    const other = await createDevelopmentSigner({ algorithm: "ed25519" });
    for (const digitalSourceType of DIGITAL_SOURCE_TYPES) {
      const { bytes } = await signAsset(PIXEL_WEBP, { claim: CLAIM, signer: other.signer, digitalSourceType });
      const { badge, manifest } = await verifyFile(bytes, { trustAnchors: other.trustAnchors });
      expect(badge).to.equal("trusted");
      expect(manifest).to.include({ digitalSourceType, permissions: undefined });
      expect(manifest?.signature?.algorithm).to.equal("Ed25519");
    }
  });

  it("leaves no reader of files behind, and a worker's own alone", async () => {
    const scope = globalThis as { FileReaderSync?: unknown };
    const both = [signAsset(png, { claim: CLAIM, signer }), signAsset(PIXEL_WEBP, { claim: CLAIM, signer })];
    await Promise.all(both);
    await signAsset(png, { claim: CLAIM, signer: { ...signer, sign: () => Promise.reject(new Error("no")) } }).catch(
      () => undefined,
    );
    expect(scope).not.to.have.property("FileReaderSync");
    const read: number[] = [];
    class WorkersOwn {
      readAsArrayBuffer(blob: Blob): ArrayBuffer {
        read.push(blob.size);
        throw new DOMException("gone", "NotFoundError");
      }
    }
    scope.FileReaderSync = WorkersOwn;
    try {
      const failed = await failureOf(() => signAsset(png, { claim: CLAIM, signer }));
      expect(failed.name).to.equal("ClaimSigningError");
      expect(scope.FileReaderSync).to.equal(WorkersOwn);
      expect(read.length).to.be.above(0);
    } finally {
      delete scope.FileReaderSync;
    }
  });

  it("takes ingredients with their own manifests along", async () => {
    const first = await signAsset(png, { claim: CLAIM, signer });
    const second = await signAsset(PIXEL_JPEG, {
      claim: { ...CLAIM, assetId: ASSET + 1n },
      signer,
      ingredients: [{ file: first.bytes, title: "the sketch" }],
    });
    const report = await verifyFile(second.bytes, { trustAnchors: authority.trustAnchors });
    expect(report.badge).to.equal("trusted");
    expect(report.checks.find(({ check }) => check === "ingredients")?.reason).to.equal("1 ingredients");
    expect(report.manifest?.birth?.assetId).to.equal(ASSET + 1n);
  });

  it("signs a signed file anew: the old manifest is replaced, the record is another", async () => {
    const first = await signAsset(png, { claim: CLAIM, signer });
    const again = await signAsset(first.bytes, { claim: { ...CLAIM, assetId: ASSET + 1n }, signer });
    const report = await verifyFile(again.bytes);
    expect(report.badge).to.equal("valid");
    expect(report.manifest?.birth?.assetId).to.equal(ASSET + 1n);
    expect(again.contentHash).not.to.equal(first.contentHash);
  });
});
