import type { Address, Hash } from "viem";
import { curationDepositWithdrawnEvent, curationWithdrawDeposit } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace withdrawDeposit {
  type Args = {
    /** Units of the audit token. */
    amount: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    account: Address;
    /** Units of the audit token. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Credits the sender with a part of its deposit that is not at stake; it is withdrawn like any royalty.
 *
 * @example
 * ```ts
 * await client.withdrawDepositAndWait({ amount: 100_000_000n });
 * ```
 */
export const withdrawDeposit: WriteAction<
  "curation",
  withdrawDeposit.Args,
  typeof curationWithdrawDeposit,
  withdrawDeposit.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationWithdrawDeposit,
  event: curationDepositWithdrawnEvent,
  toInputs: ({ amount }: withdrawDeposit.Args) => [amount],
  fromInputs: ([amount]) => ({ amount }),
});

/** {@link withdrawDeposit}, waiting for the receipt. */
export const withdrawDepositAndWait: WaitingAction<"curation", withdrawDeposit.Args, withdrawDeposit.Result> =
  /* @__PURE__ */ andWait(withdrawDeposit);
