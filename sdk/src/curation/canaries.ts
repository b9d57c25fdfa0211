import { bytesToHex, encodeAbiParameters, type Hex, keccak256 } from "viem";
import { CanaryUnknownError } from "../errors/curation.ts";
import { hashStandardLeaf, StandardTree } from "../merkle/standardTree.ts";
import { LANES, toBlockedWords } from "./words.ts";

/** A lot whose truth is known to who made it. */
export type CanaryLot = {
  lotId: bigint;
  /** Assets in the lot. */
  count: number;
  /** Indices of the defective ones. */
  defects: readonly number[];
  /** Keeps the truth secret; random by default. */
  salt?: Hex;
};

/** What `openCanary` takes beside the outcome. */
export type CanaryOpening = {
  lotId: bigint;
  root: Hex;
  proof: Hex[];
  salt: Hex;
  /** One word for each 256 assets; a set bit is a defect. */
  masks: bigint[];
};

/** A set of canaries. */
export type CanaryTree = {
  /** What `commitCanaries` announces. */
  root: Hex;
  count: number;
  /** How one of them is opened; throws `CanaryUnknownError` for another lot. */
  open(lotId: bigint): CanaryOpening;
  /** Everything that opening needs, to be kept secret until then. */
  openings: readonly CanaryOpening[];
};

const LEAF = [{ type: "uint256" }, { type: "bytes32" }] as const;

/**
 * Builds the tree of a set of canaries: an OpenZeppelin tree over (lotId, keccak(salt, masks)). The gate takes sets of a
 * power of two, so that a tree has no room for a lot beyond those that are announced.
 *
 * @example
 * ```ts
 * const canaries = buildCanaries([{ lotId, count: 300, defects: [3, 77] }]);
 * await client.commitCanariesAndWait({ root: canaries.root, count: canaries.count, deadline });
 * ```
 */
export function buildCanaries(lots: readonly CanaryLot[]): CanaryTree {
  const secrets = lots.map(({ lotId, count, defects, salt = randomSalt() }) => {
    const masks = new Array<bigint>(Math.ceil(count / LANES)).fill(0n);
    for (const { word, mask } of toBlockedWords(defects)) masks[word] = mask;
    return { lotId, salt, masks, leaf: hashStandardLeaf(LEAF, [lotId, hashTruth(salt, masks)]) };
  });
  const tree = new StandardTree(secrets.map(({ leaf }) => leaf));
  const openings = secrets.map(({ leaf, ...secret }) => ({
    ...secret,
    root: tree.root,
    proof: tree.proof(leaf) as Hex[],
  }));
  return {
    root: tree.root,
    count: lots.length,
    openings,
    open: (lotId) => {
      const opening = openings.find((candidate) => candidate.lotId === lotId);
      if (opening === undefined) throw new CanaryUnknownError(lotId);
      return opening;
    },
  };
}

/** What a canary's leaf says about its truth. */
export function hashTruth(salt: Hex, masks: readonly bigint[]): Hex {
  return keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint256[]" }], [salt, masks]));
}

function randomSalt(): Hex {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
}
