import type { Address, Hash, Hex } from "viem";
import { royaltySplitterWithdrawnEvent, royaltySplitterWithdrawTo } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace withdrawTo {
  type Args = {
    token: Address;
    /** Whose balance is sent. */
    payee: Address;
    to: Address;
    /** Last second in which the signature is valid; not needed by the payee itself. */
    deadline?: bigint;
    /** From `signWithdrawal`; not needed by the payee itself. */
    signature?: Hex;
  };
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
 * Sends a payee's whole balance in one token where the payee wants it: by the payee itself, or with its signature by
 * anybody.
 *
 * @example
 * ```ts
 * const signature = await payee.signWithdrawal({ token: usdc, to: coldWallet, deadline });
 * await relayer.withdrawToAndWait({ token: usdc, payee: engineer, to: coldWallet, deadline, signature });
 * ```
 */
export const withdrawTo: WriteAction<
  "royaltySplitter",
  withdrawTo.Args,
  typeof royaltySplitterWithdrawTo,
  withdrawTo.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterWithdrawTo,
  event: royaltySplitterWithdrawnEvent,
  toInputs: ({ token, payee, to, deadline = 0n, signature = "0x" }: withdrawTo.Args) => [
    token,
    payee,
    to,
    deadline,
    signature,
  ],
  fromInputs: ([token, payee, to, deadline, signature]) => ({ token, payee, to, deadline, signature }),
  fromEvents: ([withdrawn]): withdrawTo.Result => ({ amount: withdrawn?.amount ?? 0n }),
});

/** {@link withdrawTo}, waiting for the receipt. */
export const withdrawToAndWait: WaitingAction<"royaltySplitter", withdrawTo.Args, withdrawTo.Result> =
  /* @__PURE__ */ andWait(withdrawTo);
