import { curationPointsOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getPoints {
  type Args = {
    /** Index of the curator. */
    curator: number;
    epoch: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    points: bigint;
    /** From canaries, not in `points`. */
    canaryPoints: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a curator's points in an epoch.
 *
 * @example
 * ```ts
 * const { points } = await client.getPoints({ curator, epoch });
 * ```
 */
export const getPoints: ReadAction<"curation", getPoints.Args, typeof curationPointsOf, getPoints.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationPointsOf,
    toInputs: ({ curator, epoch }: getPoints.Args) => [curator, epoch],
    fromOutput: ([points, canaryPoints]): getPoints.ReturnType => ({ points, canaryPoints }),
  });
