import type { Hex } from "viem";
import { bytesToHex, hexToBytes, keccak256 } from "viem";
import { LeafCountError, LeafIndexError } from "../errors/merkle.ts";
import { MAX_LOT } from "../types/ids.ts";
import type { Keccak256 } from "./types.ts";

const HASH = 32;
const viemKeccak: Keccak256 = (bytes) => keccak256(bytes, "bytes");

/** Levels between the root and the leaves of a tree of `count` leaves: ⌈log2 count⌉. */
export function depthOf(count: number): number {
  if (!Number.isInteger(count) || count < 1 || count > MAX_LOT) throw new LeafCountError(count, MAX_LOT);
  return Math.ceil(Math.log2(count));
}

/** Roots of subtrees that hold padding only, by height. */
function paddingRoots(depth: number, keccak: Keccak256): Uint8Array[] {
  const roots = [new Uint8Array(HASH)];
  for (let height = 1; height <= depth; height += 1) {
    const below = roots[height - 1] as Uint8Array;
    roots.push(Uint8Array.from(keccak(Uint8Array.of(...below, ...below))));
  }
  return roots;
}

/**
 * A positional Merkle tree: the path of a leaf is its index, positions after the last leaf hold zero.
 *
 * Keeps every level (64 bytes a leaf), so that a proof is a look-up.
 */
export class PositionalTree {
  /** Number of leaves. */
  readonly count: number;
  readonly #levels: readonly Uint8Array[];
  readonly #padding: readonly Uint8Array[];

  /** @param leaves - The leaf hashes, 32 bytes each, one after the other. */
  constructor(leaves: Uint8Array, keccak: Keccak256 = viemKeccak) {
    this.count = leaves.length / HASH;
    const depth = depthOf(this.count);
    this.#padding = paddingRoots(depth, keccak);
    const levels = [leaves];
    for (let height = 0; height < depth; height += 1) {
      levels.push(levelAbove(levels[height] as Uint8Array, this.#padding[height] as Uint8Array, keccak));
    }
    this.#levels = levels;
  }

  /** Builds a tree from hex leaf hashes. */
  static from(leaves: readonly Hex[], keccak?: Keccak256): PositionalTree {
    const bytes = new Uint8Array(leaves.length * HASH);
    leaves.forEach((leaf, index) => bytes.set(hexToBytes(leaf, { size: HASH }), index * HASH));
    return new PositionalTree(bytes, keccak);
  }

  get root(): Hex {
    return bytesToHex(this.#levels[this.#levels.length - 1] as Uint8Array);
  }

  /** The leaf hash at `index`. */
  leaf(index: number): Hex {
    this.#check(index);
    return this.#node(0, index);
  }

  /** The siblings on the way from the leaf to the root, lowest first; exactly `depthOf(count)` of them. */
  proof(index: number): Hex[] {
    this.#check(index);
    return this.#padding.slice(1).map((_, height) => this.#node(height, (index >> height) ^ 1));
  }

  #check(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) throw new LeafIndexError(index, this.count);
  }

  #node(height: number, position: number): Hex {
    const level = this.#levels[height] as Uint8Array;
    const start = position * HASH;
    return bytesToHex(
      start < level.length ? level.subarray(start, start + HASH) : (this.#padding[height] as Uint8Array),
    );
  }
}

function levelAbove(level: Uint8Array, padding: Uint8Array, keccak: Keccak256): Uint8Array {
  const nodes = Math.ceil(level.length / (2 * HASH));
  const above = new Uint8Array(nodes * HASH);
  const full = Math.floor(level.length / (2 * HASH));
  for (let node = 0; node < full; node += 1) {
    above.set(keccak(level.subarray(2 * HASH * node, 2 * HASH * (node + 1))), HASH * node);
  }
  if (full < nodes) {
    const pair = new Uint8Array(2 * HASH);
    pair.set(level.subarray(2 * HASH * full));
    pair.set(padding, HASH);
    above.set(keccak(pair), HASH * full);
  }
  return above;
}

/** What {@link verifyProof} needs. */
export type VerifyProofParameters = {
  root: Hex;
  count: number;
  index: number;
  /** Leaf hash. */
  leaf: Hex;
  proof: readonly Hex[];
};

/** Whether the leaf is at exactly this index of the tree: exact depth, index below count, leaf not zero. */
export function verifyProof({ root, count, index, leaf, proof }: VerifyProofParameters): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= count || count > MAX_LOT) return false;
  if (proof.length !== depthOf(count) || BigInt(leaf) === 0n) return false;
  let node = hexToBytes(leaf, { size: HASH });
  proof.forEach((sibling, height) => {
    const other = hexToBytes(sibling, { size: HASH });
    node = viemKeccak(
      ((index >> height) & 1) === 0 ? Uint8Array.of(...node, ...other) : Uint8Array.of(...other, ...node),
    );
  });
  return bytesToHex(node) === root.toLowerCase();
}
