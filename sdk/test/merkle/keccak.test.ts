import { expect } from "chai";
import { bytesToHex, keccak256 } from "viem";
import { createKeccak256 } from "../../src/merkle/keccakWasm.ts";

describe("keccak-256 in WebAssembly", () => {
  it("equals the portable one for every length around its blocks, one after the other", async () => {
    const keccak = await createKeccak256();
    for (let length = 0; length <= 420; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, place) => (place * 31 + length) & 0xff);
      expect(bytesToHex(keccak(bytes)), `${length} bytes`).to.equal(keccak256(bytes));
    }
  });

  it("gives out hashes that later ones do not overwrite", async () => {
    const keccak = await createKeccak256();
    const first = keccak(Uint8Array.of(1));
    keccak(Uint8Array.of(2));
    expect(bytesToHex(first)).to.equal(keccak256(Uint8Array.of(1)));
  });
});
