import type { Address, Hash } from "viem";
import {
  reputationTokenAccountMigratedEvent,
  reputationTokenFinishAccountMigration,
} from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace finishAccountMigration {
  type Args = {
    /** The account until now. */
    from: Address;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    from: Address;
    to: Address;
    /** Raw units. */
    raw: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Moves the reputation of an account whose migration is seven days old; anybody may.
 *
 * @example
 * ```ts
 * await client.finishAccountMigrationAndWait({ from });
 * ```
 */
export const finishAccountMigration: WriteAction<
  "reputation",
  finishAccountMigration.Args,
  typeof reputationTokenFinishAccountMigration,
  finishAccountMigration.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenFinishAccountMigration,
  event: reputationTokenAccountMigratedEvent,
  toInputs: ({ from }: finishAccountMigration.Args) => [from],
  fromInputs: ([from]) => ({ from }),
});

/** {@link finishAccountMigration}, waiting for the receipt. */
export const finishAccountMigrationAndWait: WaitingAction<
  "reputation",
  finishAccountMigration.Args,
  finishAccountMigration.Result
> = /* @__PURE__ */ andWait(finishAccountMigration);
