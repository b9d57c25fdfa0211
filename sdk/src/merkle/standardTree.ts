import { type AbiParameter, concat, encodeAbiParameters, type Hex, keccak256 } from "viem";

const byValue = (a: Hex, b: Hex): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * OpenZeppelin's standard tree: double-hashed leaves in rising order, sorted pairs, so that a proof needs no positions.
 * Lots have another tree, `PositionalTree`, in which the place is part of what is proved.
 */
export class StandardTree {
  /** Root first; the children of node i are 2i + 1 and 2i + 2. */
  readonly #nodes: Hex[];

  /** `leaves`: hashes from {@link hashStandardLeaf}, at least one. */
  constructor(leaves: readonly Hex[]) {
    const nodes = [...leaves].sort(byValue);
    // Leaves stand at the end, falling; every node before them is made of two later ones.
    for (let child = 0; nodes.length < 2 * leaves.length - 1; child += 2) {
      const pair = [nodes[child] as Hex, nodes[child + 1] as Hex].sort(byValue);
      nodes.push(keccak256(concat(pair)));
    }
    this.#nodes = nodes.reverse();
  }

  get root(): Hex {
    return this.#nodes[0] as Hex;
  }

  /** Siblings from the leaf up; undefined where the tree has no such leaf. */
  proof(leaf: Hex): Hex[] | undefined {
    const proof: Hex[] = [];
    let node = this.#nodes.lastIndexOf(leaf);
    if (node < 0) return undefined;
    for (; node > 0; node = (node - 1) >> 1) proof.push(this.#nodes[node % 2 === 0 ? node - 1 : node + 1] as Hex);
    return proof;
  }
}

/** Hash of a leaf, hashed twice so that no inner node can pass for one. */
export function hashStandardLeaf(types: readonly AbiParameter[], values: readonly unknown[]): Hex {
  return keccak256(keccak256(encodeAbiParameters(types, values)));
}
