import type { Address, Hash, Log } from "viem";
import { ethicsBoardWithdrawBond } from "../../abi/items/ethicsBoard.ts";
import { royaltySplitterPotReleasedEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace withdrawBond {
  type Args = {
    /** Of bonds, now or at any time. */
    token: Address;
    /** Units of the token. */
    amount: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    to: Address;
    token: Address;
    /** Units of the token. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

type Withdrawal = WriteAction<"board", withdrawBond.Args, typeof ethicsBoardWithdrawBond, withdrawBond.Result>;

/** Not the board tells of it, but the ledger that holds the pot. */
function toldByLedger(action: Withdrawal): Withdrawal {
  const extract = action.extractEvent.bind(action);
  return Object.assign(action, { extractEvent: (logs: readonly Log[]) => extract(logs) });
}

/**
 * Credits the sender with what it put aside for claims and did not use; it is withdrawn like any royalty.
 *
 * @example
 * ```ts
 * await client.withdrawBondAndWait({ token: usdc, amount: 50_000_000n });
 * ```
 */
export const withdrawBond: Withdrawal = /* @__PURE__ */ toldByLedger(
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardWithdrawBond,
    event: royaltySplitterPotReleasedEvent,
    fromEvents: (events) => only(events, ({ to, token, amount }): withdrawBond.Result => ({ to, token, amount })),
  }),
);

/** {@link withdrawBond}, waiting for the receipt. */
export const withdrawBondAndWait: WaitingAction<"board", withdrawBond.Args, withdrawBond.Result> =
  /* @__PURE__ */ andWait(withdrawBond);
