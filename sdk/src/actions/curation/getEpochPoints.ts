import { curationEpochPointsOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getEpochPoints {
  type Args = {
    epoch: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    points: bigint;
    /** From canaries, not in `points`. */
    canaryPoints: bigint;
    /** Raw reputation; 0 until the epoch is closed. */
    budget: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the points of all curators in an epoch and the reputation that they share.
 *
 * @example
 * ```ts
 * const { budget } = await client.getEpochPoints({ epoch });
 * ```
 */
export const getEpochPoints: ReadAction<
  "curation",
  getEpochPoints.Args,
  typeof curationEpochPointsOf,
  getEpochPoints.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "curation",
  item: curationEpochPointsOf,
  toInputs: ({ epoch }: getEpochPoints.Args) => [epoch],
  fromOutput: (points): getEpochPoints.ReturnType => points,
});
