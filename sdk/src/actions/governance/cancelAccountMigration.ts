import type { Address, Hash } from "viem";
import {
  reputationTokenAccountMigrationCanceledEvent,
  reputationTokenCancelAccountMigration,
} from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace cancelAccountMigration {
  type Args = {
    /** The account that stays. */
    from: Address;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    from: Address;
    by: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Stops a migration that is not finished; the account itself or the timelock may.
 *
 * @example
 * ```ts
 * await client.cancelAccountMigrationAndWait({ from: account.address });
 * ```
 */
export const cancelAccountMigration: WriteAction<
  "reputation",
  cancelAccountMigration.Args,
  typeof reputationTokenCancelAccountMigration,
  cancelAccountMigration.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenCancelAccountMigration,
  event: reputationTokenAccountMigrationCanceledEvent,
  toInputs: ({ from }: cancelAccountMigration.Args) => [from],
  fromInputs: ([from]) => ({ from }),
});

/** {@link cancelAccountMigration}, waiting for the receipt. */
export const cancelAccountMigrationAndWait: WaitingAction<
  "reputation",
  cancelAccountMigration.Args,
  cancelAccountMigration.Result
> = /* @__PURE__ */ andWait(cancelAccountMigration);
