import type { Address, Hash } from "viem";
import { curationDeposit, curationDepositedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace deposit {
  type Args = {
    depositor: Address;
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
 * Books what was paid into an account's pot as its deposit at the studio's gate. Anybody may; see `fundDeposit`.
 *
 * @example
 * ```ts
 * await client.depositAndWait({ depositor: producer });
 * ```
 */
export const deposit: WriteAction<"curation", deposit.Args, typeof curationDeposit, deposit.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationDeposit,
    event: curationDepositedEvent,
    toInputs: ({ depositor }: deposit.Args) => [depositor],
    fromInputs: ([depositor]) => ({ depositor }),
  });

/** {@link deposit}, waiting for the receipt. */
export const depositAndWait: WaitingAction<"curation", deposit.Args, deposit.Result> = /* @__PURE__ */ andWait(deposit);
