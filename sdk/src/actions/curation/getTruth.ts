import { curationTruthOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getTruth {
  type Args = {
    lotId: bigint;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    opened: boolean;
    /** Judged lanes that are defective. */
    lanes: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the truth about an opened canary.
 *
 * @example
 * ```ts
 * const { opened, lanes } = await client.getTruth({ lotId });
 * ```
 */
export const getTruth: ReadAction<"curation", getTruth.Args, typeof curationTruthOf, getTruth.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationTruthOf,
    toInputs: ({ lotId }: getTruth.Args) => [lotId],
    fromOutput: ([opened, lanes]): getTruth.ReturnType => ({ opened, lanes }),
  });
