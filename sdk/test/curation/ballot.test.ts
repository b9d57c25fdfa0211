import { expect } from "chai";
import fc from "fast-check";
import { type Hex, numberToHex, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import {
  auditBallotTypedData,
  compactSignature,
  packBallots,
  parseBallots,
  recoverBallotKeys,
  type BallotSubject,
  hashAuditBallot,
  ballotHasher,
  type SignedBallot,
  type WeighedBallot,
} from "@imprimatur/sdk/curation";
import { nodeRecovery } from "@imprimatur/sdk/node";
import { hash, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const subject = {
  chainId: 31337,
  curation: zeroAddress,
  subject: 77n,
  seed: `0x${"5e".repeat(16)}`,
  charterVersion: 1,
} as const;
const curator = privateKeyToAccount(`0x${"07".repeat(32)}`);
const words = [1n, 2n];

const keyOf = async (of: BallotSubject, ballot: Pick<SignedBallot, "r" | "vs" | "words">) =>
  (await recoverBallotKeys(of, [ballot]))[0];

const anyBallot: fc.Arbitrary<WeighedBallot> = fc.record({
  curator: fc.nat(0xffff),
  weight: fc.integer({ min: 0, max: 8 }).map((power) => 2 ** power),
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
    expect(await keyOf(subject, ballot)).to.equal(curator.address);
    expect(await keyOf({ ...subject, chainId: 1 }, ballot)).to.not.equal(curator.address);
    expect(await keyOf({ ...subject, subject: 78n }, ballot)).to.not.equal(curator.address);
    expect(await keyOf({ ...subject, charterVersion: 2 }, ballot)).to.not.equal(curator.address);
    expect(await keyOf(subject, { ...ballot, words: [2n, 1n] })).to.not.equal(curator.address);
  });

  it("hashes every kind as the typed data says", () => {
    const kinds: BallotSubject[] = [
      subject,
      { ...subject, kind: "adjudication", firstWord: 3 },
      { ...subject, kind: "slate" },
    ];
    const hashes = kinds.map((of) => {
      const digest = ballotHasher(of)(words);
      expect(digest).to.equal(hashAuditBallot({ ...of, words }));
      return digest;
    });
    expect(new Set(hashes).size).to.equal(3);
  });

  it("recovers the same keys with libsecp256k1, and none from garbage", async () => {
    const recover = await nodeRecovery();
    const ballot = {
      ...compactSignature(await curator.signTypedData(auditBallotTypedData({ ...subject, words }))),
      words,
    };
    const garbage = [`0x${"00".repeat(32)}`, `0x${"ff".repeat(32)}`].map((r) => ({ ...ballot, r: r as Hex }));
    const swapped = { ...ballot, vs: numberToHex(BigInt(ballot.vs) ^ (1n << 255n), { size: 32 }) };
    const all = [ballot, swapped, ...garbage];
    const keys = await recoverBallotKeys(subject, all, recover);
    expect(keys).to.deep.equal(await recoverBallotKeys(subject, all));
    expect(keys[0]).to.equal(curator.address);
    expect(keys.slice(2)).to.deep.equal([undefined, undefined]);
  });

  it("gives no key for an s above half the order, the only malleable ones that the wire can hold", async () => {
    const { r } = compactSignature(await curator.signTypedData(auditBallotTypedData({ ...subject, words })));
    for (const s of [ORDER / 2n + 1n, (1n << 255n) - 1n, 0n]) {
      expect(await keyOf(subject, { r, vs: numberToHex(s, { size: 32 }), words })).to.equal(undefined);
    }
    const highest = { r, vs: numberToHex(ORDER / 2n, { size: 32 }), words };
    expect(await keyOf(subject, highest)).to.match(/^0x/);
  });
});

describe("packed ballots", () => {
  it("refuse two of one curator, mixed sizes and more than 255", async () => {
    const one: WeighedBallot = {
      curator: 1,
      weight: 1,
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

  it("are 130 bytes each, drawn weight falling, then index rising", () => {
    fc.assert(
      fc.property(ballots, (given) => {
        const packed = packBallots(given);
        expect(packed.length).to.equal(2 + 260 * given.length);
        const parsed = parseBallots(packed);
        const weightOf = new Map(given.map((ballot) => [ballot.curator, ballot.weight]));
        const keys = parsed.map(({ curator: index }) => ((256 - (weightOf.get(index) ?? 0)) << 16) | index);
        expect(keys).to.deep.equal(keys.toSorted((a, b) => a - b));
        const byIndex = (a: { curator: number }, b: { curator: number }) => a.curator - b.curator;
        const wire = given.map(({ weight: _, ...ballot }) => ballot);
        expect(parsed.toSorted(byIndex)).to.deep.equal(wire.toSorted(byIndex));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("hold any number of words: pairs, or approvals of a slate", () => {
    const ballot: WeighedBallot = {
      ...{ curator: 1, weight: 1, words: [1n, 2n, 4n] },
      r: numberToHex(1, { size: 32 }),
      vs: numberToHex(2, { size: 32 }),
    };
    const { weight: _, ...wire } = ballot;
    const packed = packBallots([ballot, { ...ballot, curator: 2 }], "slate");
    expect(packed.length).to.equal(2 + 2 * 2 * (66 + 32 * 3));
    expect(parseBallots(packed, 3)).to.deep.equal([wire, { ...wire, curator: 2 }]);
  });

  it("may be none", () => {
    const none: Hex = packBallots([]);
    expect([none, parseBallots(none)]).to.deep.equal(["0x", []]);
  });
});
