import type { Address, Hash, Hex } from "viem";
import { curationAssetsVetoedEvent, curationVeto } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace veto {
  type Args = {
    lotId: bigint;
    /** Number of the word of 256 assets. */
    word: number;
    mask: bigint;
    /** Of the charter. */
    reasonCode: Hex;
    evidence: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    word: number;
    by: Address;
    /** What was not blocked before. */
    mask: bigint;
    reasonCode: Hex;
    evidence: Hex;
    /** Unix seconds. */
    until: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Blocks assets by ethical judgment until it lapses or is confirmed; only the board or the timelock may.
 *
 * @example
 * ```ts
 * await client.vetoAndWait({ lotId, word: 0, mask: 1n << 7n, reasonCode, evidence });
 * ```
 */
export const veto: WriteAction<"curation", veto.Args, typeof curationVeto, veto.Result> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationVeto,
  event: curationAssetsVetoedEvent,
  toInputs: ({ lotId, word, mask, reasonCode, evidence }: veto.Args) => [lotId, word, mask, reasonCode, evidence],
  fromInputs: ([lotId, word, mask, reasonCode, evidence]) => ({ lotId, word, mask, reasonCode, evidence }),
  fromEvents: (events) => only(events, (event): veto.Result => ({ ...event, until: BigInt(event.until) })),
});

/** {@link veto}, waiting for the receipt. */
export const vetoAndWait: WaitingAction<"curation", veto.Args, veto.Result> = /* @__PURE__ */ andWait(veto);
