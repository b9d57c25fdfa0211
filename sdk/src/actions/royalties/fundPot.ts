import type { Address, Hash, Hex } from "viem";
import { royaltySplitterFundPot, royaltySplitterPotFundedEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace fundPot {
  type Args = {
    /** Contract whose pot it is. */
    opener: Address;
    /** The opener's name for it. */
    id: Hex;
    token: Address;
    /** Token units; the sender has approved as much to RoyaltySplitter. */
    amount: bigint;
  };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = { amount: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts the sender's tokens into a pot that only its opener can empty. See `fundDeposit` for a gate's.
 *
 * @example
 * ```ts
 * await client.fundPotAndWait({ opener: board, id: toBondId(member), token: usdc, amount: 100_000_000n });
 * ```
 */
export const fundPot: WriteAction<"royaltySplitter", fundPot.Args, typeof royaltySplitterFundPot, fundPot.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterFundPot,
    event: royaltySplitterPotFundedEvent,
    fromEvents: ([funded]): fundPot.Result => ({ amount: funded?.amount ?? 0n }),
  });

/** {@link fundPot}, waiting for the receipt. */
export const fundPotAndWait: WaitingAction<"royaltySplitter", fundPot.Args, fundPot.Result> =
  /* @__PURE__ */ andWait(fundPot);
