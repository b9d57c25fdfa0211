import type { Address } from "viem";
import {
  ethicsBoardCandidateUntil,
  ethicsBoardFreeClaimsOf,
  ethicsBoardSeatHeldBy,
} from "../../abi/items/ethicsBoard.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getCandidacy {
  type Args = {
    account: Address;
  };
  type Parameters = On<"board"> & Args & ReadOptions;
  type ReturnType = {
    /** Until then the account can be elected, unix seconds; 0: it never stood, or was elected since. */
    until: bigint;
    /** The live seat that it holds; 0: none. */
    seat: number;
    /** Claims of it that cost nothing and are open; three at most. */
    freeClaims: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what an account is to the ethics board: candidate, seat, claimant, in one round trip.
 *
 * @example
 * ```ts
 * const { until, seat } = await client.getCandidacy({ account: alice });
 * ```
 */
export async function getCandidacy(
  client: ActionClient,
  parameters: getCandidacy.Parameters,
): Promise<getCandidacy.ReturnType> {
  const address = addressIn("board", parameters);
  const args = [parameters.account] as const;
  const [until, seat, freeClaims] = await readMany(
    client,
    [
      { address, abi: [ethicsBoardCandidateUntil], functionName: "candidateUntil", args },
      { address, abi: [ethicsBoardSeatHeldBy], functionName: "seatHeldBy", args },
      { address, abi: [ethicsBoardFreeClaimsOf], functionName: "freeClaimsOf", args },
    ],
    parameters,
  );
  return { until: BigInt(until), seat, freeClaims };
}
