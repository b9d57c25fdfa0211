import { expect } from "chai";
import {
  createDevelopmentSigner,
  type DevelopmentSigner,
  type FileCheckName,
  openContainer,
  signAsset,
  verifyFile,
  type VerifyFileParameters,
} from "@imprimatur/sdk/c2pa";
import { decode, encode } from "cborg";
import { CLAIM, PIXEL_JPEG, withStore } from "./fixtures.ts";

const HOUR = 3_600_000;

/** A COSE header that the signature does not cover. */
type Unprotected = Map<string | number, unknown>;

describe("c2pa: whom to trust", () => {
  let authority: DevelopmentSigner;
  let stranger: DevelopmentSigner;
  let file: Uint8Array;

  before(async () => {
    authority = await createDevelopmentSigner();
    stranger = await createDevelopmentSigner({ organization: "Somebody else" });
    ({ bytes: file } = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer: authority.signer }));
  });

  async function seen(check: FileCheckName, parameters: VerifyFileParameters, bytes = file) {
    const { badge, outcome, checks } = await verifyFile(bytes, parameters);
    return { badge, outcome, ...checks.find((one) => one.check === check) };
  }

  it("says that trust was not asked for, when nobody gave anchors", async () => {
    expect(await seen("trust", {})).to.include({ badge: "valid", outcome: "not checked" });
  });

  it("refuses a signer of another authority, however valid", async () => {
    const { trustAnchors } = stranger;
    expect(await seen("trust", { trustAnchors })).to.include({ badge: "valid", outcome: "failed" });
    expect((await verifyFile(file, { trustAnchors })).outcome).to.equal("refused");
  });

  it("trusts any of several authorities", async () => {
    const trustAnchors = `${stranger.trustAnchors}\n${authority.trustAnchors}`;
    expect(await seen("trust", { trustAnchors })).to.include({ badge: "trusted", outcome: "passed" });
  });

  it("refuses what was signed with an expired certificate, or one that is not valid yet", async () => {
    const now = Date.now();
    for (const [notBefore, notAfter] of [
      [now - 48 * HOUR, now - HOUR],
      [now + HOUR, now + 48 * HOUR],
    ] as const) {
      const { signer, trustAnchors } = await createDevelopmentSigner({
        notBefore: new Date(notBefore),
        notAfter: new Date(notAfter),
      });
      const { bytes } = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer });
      const found = await seen("certificate", { trustAnchors }, bytes);
      expect(found).to.include({ badge: "invalid", outcome: "failed" });
    }
  });

  it("refuses a revoked certificate, and a list that its authority did not sign", async () => {
    const { trustAnchors } = authority;
    const [own, foreign] = [await authority.revoke(), await stranger.revoke()];
    expect(await seen("revocation", { trustAnchors })).to.include({ badge: "trusted", outcome: "not checked" });
    const revoked = await seen("revocation", { trustAnchors, revocationLists: [own] });
    expect(revoked).to.include({ badge: "invalid", outcome: "failed" });
    expect(revoked.reason).to.contain("is revoked");
    const forged = await seen("revocation", { trustAnchors, revocationLists: [foreign] });
    expect(forged).to.include({ outcome: "failed" });
    expect(forged.error).to.include({ name: "SigningCertificateError" });
    const old = await seen("revocation", { trustAnchors, revocationLists: [await authority.revoke(new Date(0))] });
    expect(old.error?.message).to.contain("out of date");
    const junk = await seen("revocation", { trustAnchors, revocationLists: [new Uint8Array(9)] });
    expect(junk.error).to.include({ name: "SigningCertificateError" });
  });

  it("takes no other authority's list for an answer, and passes one of its own on which others are", async () => {
    const trustAnchors = `${authority.trustAnchors}\n${stranger.trustAnchors}`;
    const foreign = await stranger.revoke();
    const found = await seen("revocation", { trustAnchors, revocationLists: [foreign] });
    expect(found).to.include({ outcome: "not checked", badge: "trusted" });
    expect(found.reason).to.contain("no list is by").and.contain("Imprimatur");
    expect(await seen("revocation", { trustAnchors, revocationLists: [] })).to.include({ outcome: "not checked" });
    const own = await authority.revokeOthers();
    const clean = await seen("revocation", { trustAnchors, revocationLists: [foreign, own] });
    expect(clean).to.include({ outcome: "passed", badge: "trusted" });
  });

  it("refuses a good signature that names no certificate, or names it where nobody signed it", async () => {
    const store = openContainer(file).store!;
    const at = Buffer.from(store).indexOf("c2pa.signature\0") + 15 + 8;
    const length = Buffer.from(store).readUInt32BE(at - 8) - 8;
    const useMaps = { useMaps: true };
    const [header, pad, , signature] = decode(store.subarray(at + 1, at + length), useMaps) as [
      Uint8Array,
      Unprotected,
      null,
      Uint8Array,
    ];
    const fields = decode(header, useMaps) as Map<number, unknown>;
    const claimAt = Buffer.from(store).indexOf("c2pa.claim.v2\0") + 14 + 8;
    const claim = store.subarray(claimAt, claimAt + Buffer.from(store).readUInt32BE(claimAt - 8) - 8);
    /** The file with another signature of the same key in the place of its own. */
    const signedWith = async (protectedHeader: Uint8Array, further: Unprotected): Promise<Uint8Array> => {
      const message = encode(["Signature1", protectedHeader, new Uint8Array(), claim]);
      const fresh = await authority.signer.sign(message);
      const cose = (spare: number) => {
        const unprotected = new Map([...further, ["pad", new Uint8Array(spare)]] as [string | number, unknown][]);
        return Buffer.concat([Buffer.of(0xd2), encode([protectedHeader, unprotected, null, fresh])]);
      };
      const filled = cose(1_000 + length - cose(1_000).length);
      return withStore(
        file,
        store,
        new Uint8Array(Buffer.concat([store.subarray(0, at), filled, store.subarray(at + length)])),
      );
    };
    expect([...pad.keys(), signature.length]).to.deep.equal(["pad", 64]);
    const trust = { trustAnchors: authority.trustAnchors };
    const whole = await signedWith(header, new Map());
    expect((await verifyFile(whole, trust)).badge, "made anew as it was").to.equal("trusted");
    const bare = encode(new Map([...fields].filter(([key]) => key !== 33)));
    const moved = new Map([[33, fields.get(33)]]);
    for (const [further, reason] of [
      [new Map(), "names no certificate"],
      [moved, "a header that nobody signed"],
    ] as const) {
      const found = await seen("manifest", trust, await signedWith(bare, further));
      expect(found).to.include({ badge: "invalid", outcome: "failed" });
      expect(found.error).to.include({ name: "ManifestBoxError" });
      expect(found.reason).to.contain(reason);
    }
  });

  it("refuses a signature whose certificate is none, or is somebody else's", async () => {
    const { signer } = authority;
    for (const certificates of [[new Uint8Array(300).fill(7)], stranger.signer.certificates]) {
      const signed = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer: { ...signer, certificates } }).catch(
        (error: unknown) => error as Error,
      );
      if (signed instanceof Error) expect(signed.name).to.equal("ClaimSigningError");
      else expect((await verifyFile(signed.bytes)).badge).to.equal("invalid");
    }
  });
});
