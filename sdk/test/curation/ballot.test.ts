import { expect } from "chai";
import fc from "fast-check";
import { type Hex, numberToHex, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import {
  auditBallotTypedData,
  compactSignature,
  packBallots,
  parseBallots,
  recoverBallotKey,
  type SignedBallot,
} from "@imprimatur/sdk/curation";
import { hash, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const subject = {
  chainId: 31337,
  curation: zeroAddress,
  lotId: 77n,
  seed: `0x${"5e".repeat(16)}`,
  charterVersion: 1,
} as const;
const curator = privateKeyToAccount(`0x${"07".repeat(32)}`);
const words = [1n, 2n];

const anyBallot: fc.Arbitrary<SignedBallot> = fc.record({
  curator: fc.nat(0xffff),
  tier: fc.integer({ min: 1, max: 9 }),
  r: hash,
  vs: hash,
  words: uint(256).map((ok) => [ok, ~ok & ((1n << 256n) - 1n)]),
});
const ballots = fc.uniqueArray(anyBallot, { selector: (ballot) => ballot.curator, maxLength: 12 });

describe("ballot", () => {
  it("refuses words that judge a lane twice or are no pairs", async () => {
    await expectError("BallotWordsError", () => auditBallotTypedData({ ...subject, words: [1n, 1n] }));
    await expectError("BallotWordsError", () => auditBallotTypedData({ ...subject, words: [1n] }));
  });

  it("recovers the key that signed, and another one after any change", async () => {
    const signature = await curator.signTypedData(auditBallotTypedData({ ...subject, words }));
    const ballot = { ...compactSignature(signature), words };
    expect(await recoverBallotKey(subject, ballot)).to.equal(curator.address);
    expect(await recoverBallotKey({ ...subject, chainId: 1 }, ballot)).to.not.equal(curator.address);
    expect(await recoverBallotKey({ ...subject, lotId: 78n }, ballot)).to.not.equal(curator.address);
    expect(await recoverBallotKey({ ...subject, charterVersion: 2 }, ballot)).to.not.equal(curator.address);
    expect(await recoverBallotKey(subject, { ...ballot, words: [2n, 1n] })).to.not.equal(curator.address);
  });

  it("gives no key for an s above half the order, the only malleable ones that the wire can hold", async () => {
    const { r } = compactSignature(await curator.signTypedData(auditBallotTypedData({ ...subject, words })));
    for (const s of [ORDER / 2n + 1n, (1n << 255n) - 1n, 0n]) {
      expect(await recoverBallotKey(subject, { r, vs: numberToHex(s, { size: 32 }), words })).to.equal(undefined);
    }
    const highest = { r, vs: numberToHex(ORDER / 2n, { size: 32 }), words };
    expect(await recoverBallotKey(subject, highest)).to.match(/^0x/);
  });
});

describe("packed ballots", () => {
  it("refuse two of one curator, mixed sizes and more than 255", async () => {
    const one: SignedBallot = {
      curator: 1,
      tier: 1,
      r: numberToHex(1, { size: 32 }),
      vs: numberToHex(2, { size: 32 }),
      words,
    };
    await expectError("BallotDuplicateError", () => packBallots([one, { ...one, words: [2n, 1n] }]));
    await expectError("BallotPackingError", () => packBallots([one, { ...one, curator: 2, words: [0n, 0n, 0n, 0n] }]));
    const many = Array.from({ length: 256 }, (_, i) => ({ ...one, curator: i }));
    await expectError("BallotPackingError", () => packBallots(many));
    await expectError("BallotPackingError", () => parseBallots("0x00"));
  });

  it("are 130 bytes each, tier falling, then index rising", () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const packed = packBallots(given);
        expect(packed.length).to.equal(2 + 260 * given.length);
        const parsed = parseBallots(packed);
        const tierOf = new Map(given.map((ballot) => [ballot.curator, ballot.tier]));
        const keys = parsed.map(({ curator: index }) => ((9 - (tierOf.get(index) ?? 0)) << 16) | index);
        expect(keys).to.deep.equal(keys.toSorted((a, b) => a - b));
        const byIndex = (a: { curator: number }, b: { curator: number }) => a.curator - b.curator;
        const wire = given.map(({ tier: _, ...ballot }) => ballot);
        expect(parsed.toSorted(byIndex)).to.deep.equal(wire.toSorted(byIndex));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("may be none", () => {
    const none: Hex = packBallots([]);
    expect([none, parseBallots(none)]).to.deep.equal(["0x", []]);
  });
});
