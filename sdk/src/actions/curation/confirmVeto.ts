import type { Hash } from "viem";
import { curationConfirmVeto, curationVetoConfirmedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace confirmVeto {
  type Args = {
    lotId: bigint;
    /** Number of the word of 256 assets. */
    word: number;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    word: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Keeps a veto from lapsing; only the timelock may.
 *
 * @example
 * ```ts
 * const call = confirmVeto.encode({ curation, lotId, word }); // for a proposal
 * ```
 */
export const confirmVeto: WriteAction<"curation", confirmVeto.Args, typeof curationConfirmVeto, confirmVeto.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationConfirmVeto,
    event: curationVetoConfirmedEvent,
  });

/** {@link confirmVeto}, waiting for the receipt. */
export const confirmVetoAndWait: WaitingAction<"curation", confirmVeto.Args, confirmVeto.Result> =
  /* @__PURE__ */ andWait(confirmVeto);
