import type { Address, Hash } from "viem";
import {
  royaltySplitterCancelMigration,
  royaltySplitterMigrationCanceledEvent,
} from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace cancelMigration {
  type Args = { payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = { payee: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Stops a migration before it is finished; either side may.
 *
 * @example
 * ```ts
 * await client.cancelMigrationAndWait({ payee });
 * ```
 */
export const cancelMigration: WriteAction<
  "royaltySplitter",
  cancelMigration.Args,
  typeof royaltySplitterCancelMigration,
  cancelMigration.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterCancelMigration,
  event: royaltySplitterMigrationCanceledEvent,
  toInputs: ({ payee }: cancelMigration.Args) => [payee],
  fromInputs: ([payee]) => ({ payee }),
  fromEvents: (events) => only(events, ({ account: payee }): cancelMigration.Result => ({ payee })),
});

/** {@link cancelMigration}, waiting for the receipt. */
export const cancelMigrationAndWait: WaitingAction<"royaltySplitter", cancelMigration.Args, cancelMigration.Result> =
  /* @__PURE__ */ andWait(cancelMigration);
