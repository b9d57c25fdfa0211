import type { Hex } from "viem";
import { curationSlateOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getSlate {
  type Args = {
    slateId: bigint;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    phase: "none" | "open" | "closed";
    /** Positional root over the asset ids. */
    candidates: Hex;
    count: number;
    k: number;
    /** While open: unix seconds. */
    ballotDeadline: bigint | undefined;
    /** Once closed: end of the window for heavier sets of ballots, unix seconds. */
    finalAt: bigint | undefined;
    /** Whose standings count. */
    epoch: number;
    /** Behind the present result. */
    weight: number;
    /** Version of the terms. */
    terms: number;
    /** First half of the hash of the selected words. */
    digest: Hex;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a slate.
 *
 * @example
 * ```ts
 * const { k, ballotDeadline } = await client.getSlate({ slateId });
 * ```
 */
export const getSlate: ReadAction<"curation", getSlate.Args, typeof curationSlateOf, getSlate.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationSlateOf,
    toInputs: ({ slateId }: getSlate.Args) => [slateId],
    fromOutput: ({ clock, ...slate }): getSlate.ReturnType => {
      const closed = slate.weight !== 0;
      const phase = clock === 0 ? "none" : closed ? "closed" : "open";
      return {
        ...slate,
        phase,
        ballotDeadline: phase === "open" ? BigInt(clock) : undefined,
        finalAt: phase === "closed" ? BigInt(clock) : undefined,
      };
    },
  });
