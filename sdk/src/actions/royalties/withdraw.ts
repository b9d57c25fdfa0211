import type { Address, Hash } from "viem";
import { royaltySplitterWithdraw, royaltySplitterWithdrawnEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace withdraw {
  type Args = { token: Address; payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = {
    /** Token units; 0 if the balance was empty. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sends a payee its whole balance in one token. Anybody may do it for anybody.
 *
 * @example
 * ```ts
 * const { amount } = await client.withdrawAndWait({ token: usdc, payee: engineer });
 * ```
 */
export const withdraw: WriteAction<"royaltySplitter", withdraw.Args, typeof royaltySplitterWithdraw, withdraw.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterWithdraw,
    event: royaltySplitterWithdrawnEvent,
    toInputs: ({ token, payee }: withdraw.Args) => [token, payee],
    fromInputs: ([token, payee]) => ({ token, payee }),
    fromEvents: ([withdrawn]): withdraw.Result => ({ amount: withdrawn?.amount ?? 0n }),
  });

/** {@link withdraw}, waiting for the receipt. */
export const withdrawAndWait: WaitingAction<"royaltySplitter", withdraw.Args, withdraw.Result> =
  /* @__PURE__ */ andWait(withdraw);
