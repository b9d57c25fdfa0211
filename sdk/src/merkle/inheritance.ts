import type { Address, Hex } from "viem";
import { MerkleSplitError } from "../errors/merkle.ts";
import { hashStandardLeaf, StandardTree } from "./standardTree.ts";

/** Balances that move to a studio's next reputation. */
export type Inheritance = {
  root: Hex;
  /** Sum of all balances, raw units. */
  total: bigint;
  /** Keep them: claims need them, and the chain does not have them. */
  balances: readonly { account: Address; raw: bigint }[];
  /** Proof for `claimInheritance`. */
  proof(account: Address): Hex[];
};

const BALANCE = [{ type: "address" }, { type: "uint256" }] as const;

/**
 * Builds the list of balances that members take along when a studio replaces its electorate; accounts without any are
 * left out.
 *
 * @example
 * ```ts
 * const inheritance = buildInheritance([{ account: alice, raw }, { account: bob, raw }]);
 * await client.createSuccessorsAndWait({ successorsOf, preset, modules: ["electorate"], inheritance, evidence });
 * ```
 */
export function buildInheritance(holders: readonly { account: Address; raw: bigint }[]): Inheritance {
  const balances = holders.filter(({ raw }) => raw > 0n);
  if (balances.length === 0) throw new MerkleSplitError("Nobody has a balance to take along.");
  const leaves = new Map(
    balances.map(({ account, raw }) => [account.toLowerCase(), hashStandardLeaf(BALANCE, [account, raw])]),
  );
  if (leaves.size !== balances.length) throw new MerkleSplitError("An account is listed twice.");
  const tree = new StandardTree([...leaves.values()]);
  return {
    root: tree.root,
    total: balances.reduce((sum, { raw }) => sum + raw, 0n),
    balances,
    proof: (account) => {
      const proof = tree.proof(leaves.get(account.toLowerCase()) ?? "0x");
      if (proof === undefined) throw new MerkleSplitError(`${account} has no balance in the list.`);
      return proof;
    },
  };
}
