import { type Address, concatHex, encodeAbiParameters, type Hash, keccak256 } from "viem";

/** Balances as OpenZeppelin's MerkleProof reads them: leaves hashed twice, pairs sorted, an odd one moves up. */
export interface BalanceTree {
  root: Hash;
  total: bigint;
  proofOf: (account: Address) => Hash[];
}

const leafOf = ([account, raw]: readonly [Address, bigint]): Hash =>
  keccak256(keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [account, raw])));

const parentOf = (a: Hash, b: Hash): Hash => keccak256(a < b ? concatHex([a, b]) : concatHex([b, a]));

/** A tree of (account, raw units). */
export function balanceTree(balances: readonly (readonly [Address, bigint])[]): BalanceTree {
  const levels: Hash[][] = [balances.map(leafOf)];
  for (let level = levels[0] as Hash[]; level.length > 1; levels.push(level)) {
    const below = level;
    level = below
      .filter((_, i) => i % 2 === 0)
      .map((left, i) => (below[2 * i + 1] === undefined ? left : parentOf(left, below[2 * i + 1] as Hash)));
  }
  const proofOf = (account: Address): Hash[] => {
    const index = balances.findIndex(([owner]) => owner === account);
    if (index < 0) throw new Error(`${account} is not in the tree`);
    return levels.flatMap((level, height) => {
      const sibling = level[(index >> height) ^ 1];
      return sibling === undefined || level.length === 1 ? [] : [sibling];
    });
  };
  const total = balances.reduce((sum, [, raw]) => sum + raw, 0n);
  return { root: (levels.at(-1) as Hash[])[0] as Hash, total, proofOf };
}
