import { expect } from "chai";
import fc from "fast-check";
import { type Address, concat, type Hex, keccak256, numberToHex } from "viem";
import { buildMerkleSplit, buildReferrerList, hashMerkleLine } from "@imprimatur/sdk/merkle";
import { address, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const accountOf = (place: number): Address => numberToHex((0x10n << 152n) + BigInt(place) * 7919n, { size: 20 });

/** Lines, root and the proof of the middle line, by @openzeppelin/merkle-tree 1.0.8. */
const SPLITS: [lines: number, root: Hex, proof: Hex[]][] = [
  [1, "0x79b985db91c719fb2ac6c0f9966c505ba15b39afe27a59052290386f3c712228", []],
  [
    2,
    "0x71d64f70a54cc20568747bc9dacaacf97a2e55823fb74b70351b66329715315a",
    ["0x79b985db91c719fb2ac6c0f9966c505ba15b39afe27a59052290386f3c712228"],
  ],
  [
    3,
    "0xdb0d2ea2a190a3efb2b6572c0abcf458aece9546451a7ae3a248af57563aaeb1",
    ["0x45f1cc759a336707510fc325970766080b802983b1edbe25d5883fb0073d059d"],
  ],
  [
    5,
    "0xcf50013bb372d569a865a37dfa95dc28bb266b3486a72ab4fb290bc5d4e9f8b1",
    [
      "0x79b985db91c719fb2ac6c0f9966c505ba15b39afe27a59052290386f3c712228",
      "0xf99bd2269720bba9c525aa1ade8af86b961d841e36ebd3f45d4dea5d39de1fae",
      "0xded7cfb22e0f9243dab8e4c08ed2895c06905d97587954f9fb1922d09383cef6",
    ],
  ],
  [
    8,
    "0x16a4d5ed948b839f9cada17d0b11a7f3ae445b15e067cfc0ea8578f83722bd31",
    [
      "0xb7043ae4a71ea8062163303eb60defb67517e78202ea7ab9fbf5b5bb5121607d",
      "0xa44d999374528ba70fd8159edf248db2dc6f0bf1c0724d58805ffbf5b6c13be3",
      "0x22473a05658760716def407905ef7bf4154816dfa5281c22b2d6b9420f60f9d3",
    ],
  ],
  [
    13,
    "0x16d5b9eb6cbf9e5257a73f50dc62be4e00494f1645d9f405b5541dc310ad1615",
    [
      "0xb7043ae4a71ea8062163303eb60defb67517e78202ea7ab9fbf5b5bb5121607d",
      "0x28b1d69fa1d56c3a8994b051109a066bf37f988d6f0e0f0f649ddf21de5186b8",
      "0xa48aca4fd568c02ce941787d481418209d67513c1e0dd7020d14e1b4512ff3f8",
      "0x417de36bd69af1ab2ffa26badbf35dbba26e1e9c66c3a519047f6a95b3965f74",
    ],
  ],
  [
    100,
    "0x3254848eee8cabc6b1d37195de9dc8757b95d467336e99c0f07c57841f3e2838",
    [
      "0xd3dada7b24c817f25266e9c723106a27a645134009e9c58659077f01850c537a",
      "0x6a473118d80c9f477f35717929306a82a4a93a2ad99334ac2fa7b4b2bd14d914",
      "0x39739aa0b6b7c344e7c8073ecf7243afd06a74cc93d4cb019641dd549b8cdbf1",
      "0x2698c0cb620d49cba074635323d44c8aa65b723b5b96246c0be9c9f4c378eeef",
      "0x9b278f6bb1428ab52a056024b4870ca643fa4cecf0b77250cbc93c3708efaad5",
      "0x6abd41c348d962ae1e547e0aae8c956ddf0ffe8ca917b56fa32cdc8154b474eb",
    ],
  ],
];

/** Referrers, root and the proof of the last one, by the same package. */
const LISTS: [referrers: number, root: Hex, proof: Hex[]][] = [
  [1, "0x419b2cee9e5c16d31f34239f7b7b7610a4859a6f6361b1c981757fec979a6a48", []],
  [
    2,
    "0x95ec731e82042fc238be0f74890706732879052a7827bb0c510c101fbdd414f2",
    ["0x419b2cee9e5c16d31f34239f7b7b7610a4859a6f6361b1c981757fec979a6a48"],
  ],
  [
    7,
    "0x94f02b3590d87ab84208f847bd03e59974f7bb7b0d0b88e5429f9a3ab81e97b0",
    [
      "0x5af5310862ac7646d601735a89edadd11e5cda74d189016d6200dc94bae416b4",
      "0x664acaa0d32ddaa03ff1b6ba694748a5b42b3654a4ca31b815c22e69d76b9253",
      "0xa2849845722a0e0e55284f969b6f16b1efb49220d70f908ef57872a0ce64bec2",
    ],
  ],
];

/** OpenZeppelin's MerkleProof: what the contract does. */
const climb = (leaf: Hex, proof: readonly Hex[]): Hex =>
  proof.reduce((node, sibling) => keccak256(concat(node < sibling ? [node, sibling] : [sibling, node])), leaf);

describe("Merkle splits", () => {
  for (const [count, root, proof] of SPLITS) {
    it(`of ${count} lines are OpenZeppelin's standard tree`, () => {
      const split = buildMerkleSplit(
        Array.from({ length: count }, (_, place) => ({ account: accountOf(place), weight: BigInt(place ** 2 + 1) })),
      );
      expect(split.root).to.equal(root);
      expect(split.proof(BigInt(Math.floor(count / 2)))).to.deep.equal(proof);
      expect(split.options).to.deep.equal({ kind: "merkle", root, totalWeight: split.totalWeight });
    });
  }

  it("prove every line, however often an account is named", () => {
    const contributors = fc.array(fc.record({ account: address, weight: uint(32).map((weight) => weight + 1n) }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(contributors, (lines) => {
        const split = buildMerkleSplit([...lines, lines[0]!]);
        expect(split.totalWeight).to.equal(split.lines.reduce((sum, { weight }) => sum + weight, 0n));
        for (const line of split.lines) {
          expect(climb(hashMerkleLine(line), split.proof(line.index))).to.equal(split.root);
        }
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("refuse what no contract could divide by", async () => {
    const line = { account: accountOf(1), weight: 1n };
    await expectError("MerkleSplitError", () => buildMerkleSplit([]));
    await expectError("MerkleSplitError", () => buildMerkleSplit([{ ...line, weight: 0n }]));
    await expectError("MerkleSplitError", () => buildMerkleSplit([line, { ...line, weight: 2n ** 64n - 1n }]));
    await expectError("MerkleSplitError", () => buildMerkleSplit([line]).proof(1n));
  });
});

describe("lists of referrers", () => {
  for (const [count, root, proof] of LISTS) {
    it(`of ${count} are OpenZeppelin's standard tree`, () => {
      const list = buildReferrerList(Array.from({ length: count }, (_, place) => accountOf(place)));
      expect(list.root).to.equal(root);
      expect(list.proof(accountOf(count - 1))).to.deep.equal(proof);
    });
  }

  it("name each referrer once and no other", async () => {
    const [one, two] = [accountOf(1), accountOf(2)];
    const list = buildReferrerList([one, two, one]);
    expect(list.referrers).to.deep.equal([one, two]);
    expect(list.root).to.equal(buildReferrerList([two, one]).root);
    await expectError("MerkleSplitError", () => list.proof(accountOf(3)));
    await expectError("MerkleSplitError", () => buildReferrerList([]));
  });
});
