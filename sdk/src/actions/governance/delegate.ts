import type { Address, Hash } from "viem";
import { reputationTokenDelegate, reputationTokenDelegateChangedEvent } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace delegate {
  type Args = { delegatee: Address };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = { delegator: Address; fromDelegate: Address; toDelegate: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Delegates the sender's voting power, which stays the sender's reputation.
 *
 * @example
 * ```ts
 * await client.delegateAndWait({ delegatee: bob });
 * ```
 */
export const delegate: WriteAction<"reputation", delegate.Args, typeof reputationTokenDelegate, delegate.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "reputation",
    item: reputationTokenDelegate,
    event: reputationTokenDelegateChangedEvent,
  });

/** {@link delegate}, waiting for the receipt. */
export const delegateAndWait: WaitingAction<"reputation", delegate.Args, delegate.Result> =
  /* @__PURE__ */ andWait(delegate);
