import { expect } from "chai";
import fc from "fast-check";
import { CID } from "multiformats/cid";
import { sha256 as hasher } from "multiformats/hashes/sha2";
import { bytesToHex, hexToBytes } from "viem";
import { cidOf, cidOfBytes, digestOf } from "@imprimatur/sdk/storage";
import { hash, RUNS } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

describe("cid", () => {
  it("refuses other versions, codecs, hashes and nonsense", async () => {
    await expectError("CidUnsupportedError", () => digestOf("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG"));
    await expectError("CidUnsupportedError", () =>
      digestOf("bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi"),
    );
    await expectError("CidUnsupportedError", () => digestOf("hello"));
    const sha1 = CID.createV1(0x55, {
      code: 0x11,
      size: 1,
      digest: Uint8Array.of(1),
      bytes: Uint8Array.of(0x11, 1, 1),
    });
    await expectError("CidUnsupportedError", () => digestOf(sha1.toString()));
  });

  it("is the known one for hello world", () => {
    const cid = cidOfBytes(new TextEncoder().encode("hello world"));
    expect(cid).to.equal("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
  });

  it("equals multiformats for any digest, and back", async () => {
    await fc.assert(
      fc.asyncProperty(hash, async (digest) => {
        const bytes = hexToBytes(digest);
        const expected = CID.createV1(0x55, await hasher.digest(bytes));
        expect(cidOf(bytesToHex(expected.multihash.digest))).to.equal(expected.toString());
        expect(digestOf(cidOf(digest))).to.equal(digest);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});
