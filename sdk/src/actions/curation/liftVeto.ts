import type { Address, Hash } from "viem";
import { curationLiftVeto, curationVetoLiftedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace liftVeto {
  type Args = {
    lotId: bigint;
    /** Number of the word of 256 assets. */
    word: number;
    mask: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    word: number;
    by: Address;
    mask: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Frees vetoed assets; the board or the timelock may at any time, anybody once the veto has lapsed.
 *
 * @example
 * ```ts
 * await client.liftVetoAndWait({ lotId, word, mask });
 * ```
 */
export const liftVeto: WriteAction<"curation", liftVeto.Args, typeof curationLiftVeto, liftVeto.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationLiftVeto,
    event: curationVetoLiftedEvent,
  });

/** {@link liftVeto}, waiting for the receipt. */
export const liftVetoAndWait: WaitingAction<"curation", liftVeto.Args, liftVeto.Result> =
  /* @__PURE__ */ andWait(liftVeto);
