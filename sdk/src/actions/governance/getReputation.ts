import type { Address } from "viem";
import {
  reputationTokenBalanceOf,
  reputationTokenDelegates,
  reputationTokenEffectiveBalanceOf,
  reputationTokenEffectiveTotalSupply,
  reputationTokenEffectiveVotes,
  reputationTokenGetVotes,
} from "../../abi/items/reputationToken.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getReputation {
  type Args = {
    /** The member. */
    member: Address;
  };
  type Parameters = On<"reputation"> & Args & ReadOptions;
  type ReturnType = {
    /** What the member's own reputation is worth now, 18 decimals. */
    effective: bigint;
    /** What the reputation delegated to the member is worth now, 18 decimals. */
    effectiveVotes: bigint;
    /** What all reputation of the studio is worth now, 18 decimals. */
    effectiveSupply: bigint;
    /** The same as stored, in units that do not decay: what balances and votes of ERC-20 and ERC-5805 say. */
    raw: bigint;
    votes: bigint;
    /** Who votes with the member's reputation; the zero address for nobody. */
    delegate: Address;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a member's reputation in one round trip.
 *
 * @example
 * ```ts
 * const { effective, effectiveSupply } = await client.getReputation({ member: alice });
 * ```
 */
export async function getReputation(
  client: ActionClient,
  parameters: getReputation.Parameters,
): Promise<getReputation.ReturnType> {
  const address = addressIn("reputation", parameters);
  const args = [parameters.member] as const;
  const [effective, effectiveVotes, effectiveSupply, raw, votes, delegate] = await readMany(
    client,
    [
      { address, abi: [reputationTokenEffectiveBalanceOf], functionName: "effectiveBalanceOf", args },
      { address, abi: [reputationTokenEffectiveVotes], functionName: "effectiveVotes", args },
      { address, abi: [reputationTokenEffectiveTotalSupply], functionName: "effectiveTotalSupply" },
      { address, abi: [reputationTokenBalanceOf], functionName: "balanceOf", args },
      { address, abi: [reputationTokenGetVotes], functionName: "getVotes", args },
      { address, abi: [reputationTokenDelegates], functionName: "delegates", args },
    ],
    parameters,
  );
  return { effective, effectiveVotes, effectiveSupply, raw, votes, delegate };
}
