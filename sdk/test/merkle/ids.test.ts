import { expect } from "chai";
import fc from "fast-check";
import { getAddress } from "viem";
import { assetAt, indexOf, lotOf, nonceOf, producerOf, toLotId, WHOLE_LOT, wholeLot } from "@imprimatur/sdk";
import { address, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

describe("ids", () => {
  it("refuses what does not fit", async () => {
    await expectError("IdOutOfRangeError", () => toLotId("0x0000000000000000000000000000000000000001", 1n << 64n));
    await expectError("IdOutOfRangeError", () => toLotId("0x0000000000000000000000000000000000000001", -1n));
    await expectError("IdOutOfRangeError", () => assetAt(1n << 224n, 0));
    await expectError("IdOutOfRangeError", () => assetAt(1n, 1 << 24));
    await expectError("IdOutOfRangeError", () => lotOf(1n << 248n));
  });

  it("takes every id apart again", () => {
    fc.assert(
      fc.property(address, uint(64), fc.nat(WHOLE_LOT), (producer, nonce, index) => {
        const lotId = toLotId(producer, nonce);
        const assetId = assetAt(lotId, index);
        expect([producerOf(lotId), nonceOf(lotId)]).to.deep.equal([getAddress(producer), nonce]);
        expect([lotOf(assetId), indexOf(assetId)]).to.deep.equal([lotId, index]);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("names a whole lot by the highest index", () => {
    expect(indexOf(wholeLot(7n))).to.equal(0xffffff);
  });
});
