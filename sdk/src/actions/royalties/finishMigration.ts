import type { Address, Hash } from "viem";
import { royaltySplitterFinishMigration, royaltySplitterPayeeMigratedEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace finishMigration {
  type Args = { payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = { payee: Address; to: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Finishes a migration whose delay is over: from now on claims of the payee go to the other account. Anybody may.
 *
 * @example
 * ```ts
 * await client.finishMigrationAndWait({ payee });
 * ```
 */
export const finishMigration: WriteAction<
  "royaltySplitter",
  finishMigration.Args,
  typeof royaltySplitterFinishMigration,
  finishMigration.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterFinishMigration,
  event: royaltySplitterPayeeMigratedEvent,
  toInputs: ({ payee }: finishMigration.Args) => [payee],
  fromInputs: ([payee]) => ({ payee }),
  fromEvents: (events) => only(events, ({ account: payee, to }): finishMigration.Result => ({ payee, to })),
});

/** {@link finishMigration}, waiting for the receipt. */
export const finishMigrationAndWait: WaitingAction<"royaltySplitter", finishMigration.Args, finishMigration.Result> =
  /* @__PURE__ */ andWait(finishMigration);
