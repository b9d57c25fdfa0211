import { type Address, zeroAddress } from "viem";
import {
  reputationTokenAccountMigrationOf,
  reputationTokenDormancyOf,
  reputationTokenHasClaimedInheritance,
  reputationTokenInheritance,
  reputationTokenNewAccountOf,
} from "../../abi/items/reputationToken.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getMembership {
  type Args = {
    member: Address;
  };
  type Parameters = On<"reputation"> & Args & ReadOptions;
  type ReturnType = {
    /** The account that the member goes on as; itself if it has not moved. */
    newAccount: Address;
    /** A move that was started; `readyAt` in unix seconds. */
    migration: { to: Address; readyAt: bigint } | undefined;
    /** The raw units and the index when dormancy was noted; undefined: never. */
    dormancy: { raw: bigint; index: bigint } | undefined;
    /** Whether the balance of the studio's former reputation was claimed; undefined: there is none to claim. */
    inherited: boolean | undefined;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what became of a member's account: moves, dormancy and inheritance, in one round trip.
 *
 * @example
 * ```ts
 * const { newAccount, inherited } = await getMembership(client, { reputation, member: alice });
 * ```
 */
export async function getMembership(
  client: ActionClient,
  parameters: getMembership.Parameters,
): Promise<getMembership.ReturnType> {
  const address = addressIn("reputation", parameters);
  const args = [parameters.member] as const;
  const [newAccount, [to, readyAt], [raw, index], [, since], claimed] = await readMany(
    client,
    [
      { address, abi: [reputationTokenNewAccountOf], functionName: "newAccountOf", args },
      { address, abi: [reputationTokenAccountMigrationOf], functionName: "accountMigrationOf", args },
      { address, abi: [reputationTokenDormancyOf], functionName: "dormancyOf", args },
      { address, abi: [reputationTokenInheritance], functionName: "inheritance" },
      { address, abi: [reputationTokenHasClaimedInheritance], functionName: "hasClaimedInheritance", args },
    ],
    parameters,
  );
  return {
    newAccount,
    migration: to === zeroAddress ? undefined : { to, readyAt: BigInt(readyAt) },
    dormancy: index === 0n ? undefined : { raw, index },
    inherited: since === 0 ? undefined : claimed,
  };
}
