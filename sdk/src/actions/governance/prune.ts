import type { Address, Hash } from "viem";
import { reputationTokenPrune, reputationTokenReputationPrunedEvent } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace prune {
  type Args = {
    member: Address;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    account: Address;
    /** Raw units that it had. */
    raw: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Burns the dust of an account that was noted as dormant four half-lives ago; anybody may.
 *
 * @example
 * ```ts
 * await client.pruneAndWait({ member });
 * ```
 */
export const prune: WriteAction<"reputation", prune.Args, typeof reputationTokenPrune, prune.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "reputation",
    item: reputationTokenPrune,
    event: reputationTokenReputationPrunedEvent,
    toInputs: ({ member }: prune.Args) => [member],
    fromInputs: ([member]) => ({ member }),
  });

/** {@link prune}, waiting for the receipt. */
export const pruneAndWait: WaitingAction<"reputation", prune.Args, prune.Result> = /* @__PURE__ */ andWait(prune);
