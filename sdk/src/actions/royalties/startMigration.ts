import type { Address, Hash, Hex } from "viem";
import {
  royaltySplitterMigrationStartedEvent,
  royaltySplitterStartMigration,
} from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace startMigration {
  type Args = {
    /** Payee whose income moves. */
    payee: Address;
    to: Address;
    /** Last second in which both signatures are valid. */
    deadline: bigint;
    /** From `signMigration`, by whom the payee's income goes to now. */
    payeeSignature: Hex;
    /** From `signMigration`, by `to`. */
    toSignature: Hex;
  };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = { payee: Address; to: Address; /** Unix seconds. */ readyAt: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Starts to move a payee's whole income to another account, which both have signed for; it takes effect by
 * `finishMigration` after seven days.
 *
 * @example
 * ```ts
 * const terms = { payee, to, deadline };
 * const payeeSignature = await client.signMigration({ ...terms, account: payeeAccount });
 * const toSignature = await client.signMigration({ ...terms, account: newAccount });
 * await client.startMigrationAndWait({ ...terms, payeeSignature, toSignature });
 * ```
 */
export const startMigration: WriteAction<
  "royaltySplitter",
  startMigration.Args,
  typeof royaltySplitterStartMigration,
  startMigration.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterStartMigration,
  event: royaltySplitterMigrationStartedEvent,
  toInputs: ({ payee, to, deadline, payeeSignature, toSignature }: startMigration.Args) => [
    payee,
    to,
    deadline,
    payeeSignature,
    toSignature,
  ],
  fromInputs: ([payee, to, deadline, payeeSignature, toSignature]) => ({
    payee,
    to,
    deadline,
    payeeSignature,
    toSignature,
  }),
  fromEvents: (events) =>
    only(events, ({ account: payee, to, readyAt }): startMigration.Result => {
      return { payee, to, readyAt: BigInt(readyAt) };
    }),
});

/** {@link startMigration}, waiting for the receipt. */
export const startMigrationAndWait: WaitingAction<"royaltySplitter", startMigration.Args, startMigration.Result> =
  /* @__PURE__ */ andWait(startMigration);
