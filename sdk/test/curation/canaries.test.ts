import { expect } from "chai";
import { decodeAbiParameters, encodeAbiParameters, type Hex, keccak256, zeroHash } from "viem";
import {
  buildCanaries,
  hashOutcome,
  hashTruth,
  LaneSums,
  NO_OUTCOME,
  outcomeOf,
  parsePays,
  parseScores,
  slateProof,
  slateRoot,
  topK,
} from "@imprimatur/sdk/curation";
import { expectError } from "../helpers/errors.ts";

const OTHER_SEED: Hex = `0x${"11".repeat(16)}`;

describe("canaries", () => {
  it("have no proof for a lot that is not among them", async () => {
    const canaries = buildCanaries([{ lotId: 1n, count: 10, defects: [] }]);
    await expectError("CanaryUnknownError", () => canaries.open(2n));
  });

  it("open with what OpenZeppelin's MerkleProof verifies", () => {
    const lots = [1n, 2n, 3n, 4n, 5n].map((lotId) => ({ lotId, count: 300, defects: [0, 299 - Number(lotId)] }));
    const canaries = buildCanaries(lots);
    for (const { lotId } of lots) {
      const { root, proof, salt, masks } = canaries.open(lotId);
      expect([root, masks.length]).to.deep.equal([canaries.root, 2]);
      const leaf = encodeAbiParameters([{ type: "uint256" }, { type: "bytes32" }], [lotId, hashTruth(salt, masks)]);
      const hashed = proof.reduce(
        (node, sibling) =>
          keccak256(
            `0x${[node, sibling]
              .sort()
              .map((half) => half.slice(2))
              .join("")}`,
          ),
        keccak256(keccak256(leaf)),
      );
      expect(hashed).to.equal(root);
    }
    expect(new Set(canaries.openings.map(({ salt }) => salt)).size).to.equal(5);
    const fixed = { lotId: 9n, count: 1, defects: [0], salt: zeroHash };
    expect(buildCanaries([fixed]).root).to.equal(buildCanaries([fixed]).root);
    expect(buildCanaries([fixed]).open(9n).masks).to.deep.equal([1n]);
  });
});

describe("outcomes and records", () => {
  it("digest to the first half of a hash over all fields", () => {
    const digest = hashOutcome(outcomeOf({ ...NO_OUTCOME, ballots: "0x1234" }));
    expect(digest).to.have.lengthOf(34);
    for (const change of [{ covered: 1n }, { bad: 1n }, { weights: 1n }, { seed: OTHER_SEED }]) {
      expect(hashOutcome(outcomeOf({ ...NO_OUTCOME, ballots: "0x1234", ...change }))).to.not.equal(digest);
    }
  });

  it("are read entry by entry, and refused when they are cut", async () => {
    await expectError("RecordLengthError", () => parseScores("0x00"));
    await expectError("RecordLengthError", () => parsePays("0x00"));
    const pay = `${"00".repeat(13)}07`;
    expect(parsePays(`0x0102${pay}`)).to.deep.equal([{ curator: 0x102, pay: 7n }]);
    expect(parseScores(`0x0001000200030004000005${pay}`)).to.deep.equal([
      { curator: 1, hits: 2, misses: 3, falseAlarms: 4, points: 5, pay: 7n },
    ]);
  });
});

describe("slates", () => {
  const sumsOf = (...lanes: number[]): LaneSums => {
    const sums = new LaneSums();
    lanes.forEach((sum, lane) => {
      for (let power = 0; power < 12; power += 1) if ((sum >> power) & 1) sums.add(1n << BigInt(lane), 2 ** power);
    });
    return sums;
  };

  it("select the k heaviest, of equals at the cut the lowest", () => {
    const sums = sumsOf(5, 9, 5, 0, 5, 12);
    const all = 0b111111n;
    expect(topK(sums, 1, all)).to.deep.equal({ lanes: 0b100000n, threshold: 12 });
    expect(topK(sums, 3, all)).to.deep.equal({ lanes: 0b100011n, threshold: 5 });
    expect(topK(sums, 5, all)).to.deep.equal({ lanes: 0b110111n, threshold: 5 });
    expect(topK(sums, 6, all)).to.deep.equal({ lanes: 0b110111n, threshold: 0 });
    expect(topK(sums, 2, 0b011111n)).to.deep.equal({ lanes: 0b000011n, threshold: 5 });
  });

  it("prove a candidate at its place", () => {
    const candidates = [3n, 5n, 8n];
    const [sibling, uncle] = slateProof(candidates, 1) as [Hex, Hex];
    const pair = (left: Hex, right: Hex): Hex => keccak256(`0x${left.slice(2)}${right.slice(2)}`);
    const [leaf] = [encodeAbiParameters([{ type: "uint256" }], [5n])];
    expect(decodeAbiParameters([{ type: "uint256" }], sibling)).to.deep.equal([3n]);
    expect(pair(pair(sibling, leaf), uncle)).to.equal(slateRoot(candidates));
  });
});
