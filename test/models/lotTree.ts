import { concat, encodeAbiParameters, type Hash, type Hex, keccak256, stringToHex, zeroHash } from "viem";

/** The seven fields of a leaf beside its place. */
export interface LeafFields {
  contentHash: Hex;
  c2paHash: Hex;
  recipeCommitment: Hex;
  createdAt: bigint;
  perceptualHash: Hex;
  machineScore: number;
  reportHash: Hex;
}

const LEAF_TYPE =
  "AssetLeaf(uint256 lotId,uint32 index,bytes32 contentHash,bytes32 c2paHash,bytes32 recipeCommitment,uint64 createdAt,bytes32 perceptualHash,uint32 machineScore,bytes32 reportHash)";

/** Every word of the leaf in the order of its type, each written out. */
export function leafHash(lotId: bigint, index: number, leaf: LeafFields): Hash {
  const words = [
    ...["bytes32", "uint256", "uint256", "bytes32", "bytes32", "bytes32"],
    ...["uint256", "bytes32", "uint256", "bytes32"],
  ].map((type) => ({ type }));
  return keccak256(
    encodeAbiParameters(words, [
      keccak256(stringToHex(LEAF_TYPE)),
      lotId,
      BigInt(index),
      leaf.contentHash,
      leaf.c2paHash,
      leaf.recipeCommitment,
      leaf.createdAt,
      leaf.perceptualHash,
      BigInt(leaf.machineScore),
      leaf.reportHash,
    ]),
  );
}

/** Depth by its definition: the least number of doublings that makes room for all leaves. */
export function depthOf(count: number): number {
  let depth = 0;
  while (2n ** BigInt(depth) < BigInt(count)) depth += 1;
  return depth;
}

/** The whole tree, with every padding node: levels from the leaves (0) to the root. */
export function lotTree(leaves: readonly Hash[]): Hash[][] {
  const width = 2 ** depthOf(leaves.length);
  const levels = [[...leaves, ...new Array<Hash>(width - leaves.length).fill(zeroHash)]];
  for (let below = levels[0] as Hash[]; below.length > 1; below = levels.at(-1) as Hash[]) {
    const above: Hash[] = [];
    for (let i = 0; i < below.length; i += 2) {
      above.push(keccak256(concat([below[i] as Hash, below[i + 1] as Hash])));
    }
    levels.push(above);
  }
  return levels;
}

export function rootOf(tree: Hash[][]): Hash {
  return tree.at(-1)?.[0] as Hash;
}

/** Siblings from the leaf up: on each level the other child of the same parent. */
export function proofOf(tree: Hash[][], index: number): Hash[] {
  return tree.slice(0, -1).map((level, height) => {
    const place = Math.floor(index / 2 ** height);
    return level[place % 2 === 0 ? place + 1 : place - 1] as Hash;
  });
}
