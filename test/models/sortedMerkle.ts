import { concat, type Hash, type Hex, keccak256 } from "viem";

/** A tree of sorted pairs: what OpenZeppelin's verifier accepts. */
export interface ModelTree {
  root: Hash;
  /** In the order of the leaves. */
  proofs: Hash[][];
}

const pairHash = (one: Hex, other: Hex): Hash =>
  keccak256(BigInt(one) < BigInt(other) ? concat([one, other]) : concat([other, one]));

/** Pairs neighbors layer by layer; an odd one out is carried up as it is. */
export function sortedMerkle(leaves: readonly Hash[]): ModelTree {
  let layer = leaves.map((hash, at) => ({ hash, members: [at] }));
  const proofs: Hash[][] = leaves.map(() => []);
  while (layer.length > 1) {
    const next: typeof layer = [];
    for (let at = 0; at < layer.length; at += 2) {
      const [one, other] = [layer[at], layer[at + 1]];
      if (one === undefined) break;
      if (other === undefined) {
        next.push(one);
        continue;
      }
      for (const member of one.members) proofs[member]?.push(other.hash);
      for (const member of other.members) proofs[member]?.push(one.hash);
      next.push({ hash: pairHash(one.hash, other.hash), members: [...one.members, ...other.members] });
    }
    layer = next;
  }
  const [top] = layer;
  if (top === undefined) throw new Error("a tree needs leaves");
  return { root: top.hash, proofs };
}
