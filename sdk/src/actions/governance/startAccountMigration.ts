import type { Address, Hash, Hex } from "viem";
import {
  reputationTokenAccountMigrationStartedEvent,
  reputationTokenStartAccountMigration,
} from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace startAccountMigration {
  type Args = {
    /** The account until now. */
    from: Address;
    /** The account from then on; without reputation and delegation. */
    to: Address;
    /** Until when the signatures count, unix seconds. */
    deadline: bigint;
    /** From `signAccountMigration` by `from`. */
    fromSignature: Hex;
    /** From `signAccountMigration` by `to`. */
    toSignature: Hex;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    from: Address;
    to: Address;
    /** Unix seconds from which it can be finished. */
    readyAt: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Starts moving all reputation of an account to a fresh one of the same owner; anybody may bring the two signatures.
 *
 * @example
 * ```ts
 * await relayer.startAccountMigrationAndWait({ from, to, deadline, fromSignature, toSignature });
 * ```
 */
export const startAccountMigration: WriteAction<
  "reputation",
  startAccountMigration.Args,
  typeof reputationTokenStartAccountMigration,
  startAccountMigration.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenStartAccountMigration,
  event: reputationTokenAccountMigrationStartedEvent,
  toInputs: ({ from, to, deadline, fromSignature, toSignature }: startAccountMigration.Args) => [
    from,
    to,
    deadline,
    fromSignature,
    toSignature,
  ],
  fromInputs: ([from, to, deadline, fromSignature, toSignature]) => ({
    from,
    to,
    deadline,
    fromSignature,
    toSignature,
  }),
  fromEvents: (events) =>
    only(events, ({ readyAt, ...accounts }): startAccountMigration.Result => ({
      ...accounts,
      readyAt: BigInt(readyAt),
    })),
});

/** {@link startAccountMigration}, waiting for the receipt. */
export const startAccountMigrationAndWait: WaitingAction<
  "reputation",
  startAccountMigration.Args,
  startAccountMigration.Result
> = /* @__PURE__ */ andWait(startAccountMigration);
