import type { Hex } from "viem";
import { provenanceEarliestOf } from "../../abi/items/provenance.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getEarliest {
  type Args = { contentHash: Hex };
  type Parameters = On<"provenance"> & Args & ReadOptions;
  type ReturnType =
    | {
        assetId: bigint;
        /** Unix seconds. */
        committedAt: bigint;
      }
    | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * The earliest commit of a content that was proved; undefined: none was.
 *
 * @example
 * ```ts
 * const earliest = await client.getEarliest({ contentHash });
 * ```
 */
export const getEarliest: ReadAction<
  "provenance",
  getEarliest.Args,
  typeof provenanceEarliestOf,
  getEarliest.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "provenance",
    item: provenanceEarliestOf,
    toInputs: ({ contentHash }: getEarliest.Args) => [contentHash],
    fromOutput: ([assetId, committedAt]): getEarliest.ReturnType =>
      assetId === 0n ? undefined : { assetId, committedAt: BigInt(committedAt) },
  }),
);
