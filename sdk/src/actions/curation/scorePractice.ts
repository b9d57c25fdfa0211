import type { Hash } from "viem";
import { curationPracticeScoredEvent, curationScorePractice } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace scorePractice {
  type Args = {
    lotId: bigint;
    /** Index of the curator. */
    index: number;
    /** Words of the ballot. */
    ok: bigint;
    defect: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    /** Index of the curator. */
    index: number;
    /** Defects called defects. */
    hits: bigint;
    /** Defects called good. */
    misses: bigint;
    /** Good ones called defects. */
    falseAlarms: bigint;
    canaryPoints: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Scores a ballot of a curator without a standing on an opened canary. Anybody may.
 *
 * @example
 * ```ts
 * await client.scorePracticeAndWait({ lotId, index, ok, defect });
 * ```
 */
export const scorePractice: WriteAction<
  "curation",
  scorePractice.Args,
  typeof curationScorePractice,
  scorePractice.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationScorePractice,
  event: curationPracticeScoredEvent,
  toInputs: ({ lotId, index, ok, defect }: scorePractice.Args) => [lotId, index, ok, defect],
  fromInputs: ([lotId, index, ok, defect]) => ({ lotId, index, ok, defect }),
});

/** {@link scorePractice}, waiting for the receipt. */
export const scorePracticeAndWait: WaitingAction<"curation", scorePractice.Args, scorePractice.Result> =
  /* @__PURE__ */ andWait(scorePractice);
