import { curationScoreOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getScore {
  type Args = {
    /** Index of the curator. */
    curator: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    /** Defects called defects, of those that were independently known. */
    hits: number;
    /** Defects called good. */
    misses: number;
    /** Good ones called defects. */
    falseAlarms: number;
    /** Epoch of the points. */
    epoch: number;
    points: number;
    /** From canaries, not in `points`. */
    canaryPoints: number;
    /** Units of the audit token: earned and not claimed. */
    pay: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a curator has scored and earned.
 *
 * @example
 * ```ts
 * const { hits, misses, pay } = await client.getScore({ curator });
 * ```
 */
export const getScore: ReadAction<"curation", getScore.Args, typeof curationScoreOf, getScore.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationScoreOf,
    toInputs: ({ curator }: getScore.Args) => [curator],
    fromOutput: (score): getScore.ReturnType => score,
  });
