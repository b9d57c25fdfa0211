import { expect } from "chai";
import {
  createDevelopmentSigner,
  type DevelopmentSigner,
  loadC2pa,
  readTrainingPermissions,
  signAsset,
  verifyFile,
} from "@imprimatur/sdk/c2pa";
import { trainingFlagOf } from "@imprimatur/sdk/compliance";
import { withBlobs } from "../../src/c2pa/blob.ts";
import { reservedBytes, signClaim } from "../../src/c2pa/cose.ts";
import { CLAIM, drawPng, PIXEL_JPEG } from "./fixtures.ts";

type Assertion = { label: string; data: unknown };
const entries = (space: string, uses: Record<string, string>): unknown => ({
  entries: Object.fromEntries(
    Object.entries(uses).map(([use, permission]) => [`${space}.${use}`, { use: permission }]),
  ),
});

describe("c2pa: what a file permits machines to do with it", () => {
  let authority: DevelopmentSigner;

  before(async () => {
    authority = await createDevelopmentSigner();
  });

  /** A file as other programs sign it: with these assertions and no birth claim. */
  async function signedElsewhere(...assertions: Assertion[]): Promise<Uint8Array> {
    const { signer } = authority;
    const { WasmBuilder } = await loadC2pa();
    const created = {
      action: "c2pa.created",
      digitalSourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt",
    };
    const actions = { label: "c2pa.actions.v2", data: { actions: [created] } };
    const builder = WasmBuilder.fromJson(
      JSON.stringify({ claim_generator_info: [{ name: "other" }], assertions: [actions, ...assertions] }),
      "{}",
    );
    const reserveSize = reservedBytes(signer.algorithm, signer.certificates);
    const sign = (claim: Uint8Array) => signClaim(claim, signer);
    const { asset } = await withBlobs(async (toBlob) => {
      const blob = toBlob(PIXEL_JPEG, "image/jpeg");
      return (await builder.signAndGetManifestBytes(
        { alg: signer.algorithm, reserveSize, sign },
        [],
        "image/jpeg",
        blob,
      )) as { asset: Uint8Array };
    });
    return asset;
  }

  const flagOf = (file: Uint8Array): Promise<string> => trainingFlagOf(file, readTrainingPermissions);

  it("reads C2PA's own older assertion as well as CAWG's", async () => {
    const older = {
      label: "c2pa.training-mining",
      data: entries("c2pa", { ai_training: "notAllowed", data_mining: "allowed" }),
    };
    const file = await signedElsewhere(older);
    expect(await readTrainingPermissions(file)).to.deep.equal({ ai_training: "notAllowed", data_mining: "allowed" });
    expect(await flagOf(file)).to.equal("notAllowed");
  });

  it("takes the strictest of several assertions, whichever comes first", async () => {
    const lax = {
      label: "cawg.training-mining",
      data: entries("cawg", { ai_training: "allowed", data_mining: "allowed" }),
    };
    const strict = { label: "c2pa.training-mining", data: entries("c2pa", { ai_training: "notAllowed" }) };
    const bound = { label: "cawg.training-mining", data: entries("cawg", { data_mining: "constrained" }) };
    for (const order of [
      [lax, strict, bound],
      [bound, strict, lax],
    ]) {
      const { manifest } = await verifyFile(await signedElsewhere(...order));
      expect(manifest?.permissions).to.deep.equal({ ai_training: "notAllowed", data_mining: { constrained: "" } });
    }
    expect(await flagOf(await signedElsewhere(lax, bound))).to.equal("constrained");
    expect(await flagOf(await signedElsewhere(lax))).to.equal("allowed");
  });

  it("allows nothing where an assertion cannot be read, or knows no such word", async () => {
    for (const data of [{}, { entries: null }, entries("cawg", { ai_training: "sure" })]) {
      expect(await flagOf(await signedElsewhere({ label: "cawg.training-mining", data }))).to.equal("notAllowed");
    }
  });

  it("believes no broken manifest, and says so where there is nothing to read", async () => {
    const permissions = { ai_training: "allowed" } as const;
    const { bytes } = await signAsset(drawPng(8), { claim: CLAIM, signer: authority.signer, permissions });
    expect(await flagOf(bytes)).to.equal("allowed");
    const tampered = Uint8Array.from(bytes);
    tampered[tampered.length - 20]! ^= 1;
    expect(await flagOf(tampered)).to.equal("unreadable");
    const failure = await readTrainingPermissions(tampered).catch((error: unknown) => error);
    expect(failure).to.include({ name: "ManifestUnreadableError" });
    expect(await flagOf(new TextEncoder().encode("no picture"))).to.equal("unreadable");
    expect(await flagOf(drawPng(8))).to.equal("unstated");
    expect(await flagOf(await signedElsewhere())).to.equal("unstated");
  });
});
