import type { Address, Hash } from "viem";
import { ethicsBoardBondReturnedEvent, ethicsBoardCloseClaim } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace closeClaim {
  type Args = {
    claimId: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    claimId: bigint;
    to: Address;
    /** Units of the token. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sends the bond of an answered claim where the finding says; anybody may.
 *
 * @example
 * ```ts
 * await client.closeClaimAndWait({ claimId });
 * ```
 */
export const closeClaim: WriteAction<"board", closeClaim.Args, typeof ethicsBoardCloseClaim, closeClaim.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardCloseClaim,
    event: ethicsBoardBondReturnedEvent,
  });

/** {@link closeClaim}, waiting for the receipt. */
export const closeClaimAndWait: WaitingAction<"board", closeClaim.Args, closeClaim.Result> =
  /* @__PURE__ */ andWait(closeClaim);
