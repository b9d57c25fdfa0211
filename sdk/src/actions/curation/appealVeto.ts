import type { Address, Hash, Hex } from "viem";
import { curationAppealVeto, curationVetoAppealedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace appealVeto {
  type Args = {
    lotId: bigint;
    /** Number of the word of 256 assets. */
    word: number;
    evidence: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    word: number;
    by: Address;
    evidence: Hex;
    /** Unix seconds. */
    until: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Shortens a veto, once; only the lot's producer or its recipe's licensor may.
 *
 * @example
 * ```ts
 * await client.appealVetoAndWait({ lotId, word, evidence });
 * ```
 */
export const appealVeto: WriteAction<"curation", appealVeto.Args, typeof curationAppealVeto, appealVeto.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationAppealVeto,
    event: curationVetoAppealedEvent,
    fromEvents: (events) => only(events, (event): appealVeto.Result => ({ ...event, until: BigInt(event.until) })),
  });

/** {@link appealVeto}, waiting for the receipt. */
export const appealVetoAndWait: WaitingAction<"curation", appealVeto.Args, appealVeto.Result> =
  /* @__PURE__ */ andWait(appealVeto);
