import type { Address, Hex } from "viem";
import { MerkleSplitError } from "../errors/merkle.ts";
import type { SplitOptions } from "../recipe/options.ts";
import { hashStandardLeaf, StandardTree } from "./standardTree.ts";

/** One contributor's line in a Merkle split. */
export type MerkleLine = { index: bigint; account: Address; weight: bigint };

/** A split between thousands of contributors, of which the chain keeps only the root. */
export type MerkleSplit = {
  root: Hex;
  totalWeight: bigint;
  /** Keep them: claims need them, and the chain does not have them. */
  lines: readonly MerkleLine[];
  /** The options of the recipe to register; its `split` stays empty. */
  options: SplitOptions;
  /** Proof for `claimMerkle`. */
  proof(index: bigint): Hex[];
};

const LINE = [{ type: "uint256" }, { type: "address" }, { type: "uint64" }] as const;
const MAX_TOTAL = 2n ** 64n - 1n;

/** Hash of a line as the contract proves it. */
export function hashMerkleLine({ index, account, weight }: MerkleLine): Hex {
  return hashStandardLeaf(LINE, [index, account, weight]);
}

/**
 * Builds the split of a recipe among any number of contributors; lines keep the order in which they are given.
 *
 * @example
 * ```ts
 * const split = buildMerkleSplit([{ account: ada, weight: 3n }, { account: bert, weight: 1n }]);
 * await client.registerRecipeAndWait({ licensor, kind: "dataset", split: [], options: split.options });
 * for (const line of split.lines) await client.claimMerkleAndWait({ recipe, token, line, proof: split.proof(line.index) });
 * ```
 */
export function buildMerkleSplit(contributors: readonly { account: Address; weight: bigint }[]): MerkleSplit {
  if (contributors.length === 0) throw new MerkleSplitError("A split needs at least one contributor.");
  const lines = contributors.map(({ account, weight }, place) => ({ index: BigInt(place), account, weight }));
  const idle = lines.find(({ weight }) => weight <= 0n);
  if (idle !== undefined) throw new MerkleSplitError(`Line ${idle.index} has weight ${idle.weight}; give it one.`);
  const totalWeight = lines.reduce((sum, { weight }) => sum + weight, 0n);
  if (totalWeight > MAX_TOTAL) throw new MerkleSplitError(`The weights add up to ${totalWeight}: more than 64 bits.`);
  const hashes = lines.map(hashMerkleLine);
  const tree = new StandardTree(hashes);
  return {
    root: tree.root,
    totalWeight,
    lines,
    options: { kind: "merkle", root: tree.root, totalWeight },
    proof: (index) => {
      const proof = tree.proof(hashes[Number(index)] ?? "0x");
      if (proof === undefined) throw new MerkleSplitError(`There is no line ${index} in a split of ${lines.length}.`);
      return proof;
    },
  };
}

/** The accounts that may earn an offer's referral. */
export type ReferrerList = {
  /** The offer's `referrerRoot`. */
  root: Hex;
  referrers: readonly Address[];
  /** The order's `referrerProof`; empty in a list of one. */
  proof(referrer: Address): Hex[];
};

const hashReferrer = (referrer: Address): Hex => hashStandardLeaf([{ type: "address" }], [referrer]);

/**
 * Builds the list of referrers that an offer pays.
 *
 * @example
 * ```ts
 * const list = buildReferrerList([gallery, newsletter]);
 * await client.publishOfferAndWait({ ...terms, referral: 50_000, referrerRoot: list.root });
 * await client.purchaseOrderAndWait({ purchase, evidence: { referrerProof: list.proof(gallery) } });
 * ```
 */
export function buildReferrerList(referrers: readonly Address[]): ReferrerList {
  if (referrers.length === 0) throw new MerkleSplitError("A list needs at least one referrer.");
  const unique = [...new Map(referrers.map((referrer) => [referrer.toLowerCase(), referrer])).values()];
  const tree = new StandardTree(unique.map(hashReferrer));
  return {
    root: tree.root,
    referrers: unique,
    proof: (referrer) => {
      const proof = tree.proof(hashReferrer(referrer));
      if (proof === undefined) throw new MerkleSplitError(`${referrer} is not on the list.`);
      return proof;
    },
  };
}
