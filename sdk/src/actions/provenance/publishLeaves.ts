import type { Hash, Hex } from "viem";
import { provenancePublishLeaves, provenanceLeavesPublishedEvent } from "../../abi/items/provenance.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace publishLeaves {
  type Args = {
    lotId: bigint;
    /** Index of the first leaf; chunks are aligned: see `leafChunks`. */
    first: number;
    /** Hashes, at most 2,048. */
    leaves: readonly Hex[];
    /** Siblings from their common ancestor up to the root. */
    subtreeProof: readonly Hex[];
  };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    first: number;
    /** How many. */
    count: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts hashes of consecutive leaves of a lot into the log, so that whoever has a file and its leaf can prove it;
 * anybody may.
 *
 * @example
 * ```ts
 * for (const chunk of leafChunks(lot.tree)) await client.publishLeavesAndWait({ lotId: lot.lotId, ...chunk });
 * ```
 */
export const publishLeaves: WriteAction<
  "provenance",
  publishLeaves.Args,
  typeof provenancePublishLeaves,
  publishLeaves.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "provenance",
    item: provenancePublishLeaves,
    event: provenanceLeavesPublishedEvent,
    fromEvents: (events) =>
      only(events, ({ lotId, first, leaves }): publishLeaves.Result => ({ lotId, first, count: leaves.length })),
  }),
);

/** {@link publishLeaves}, waiting for the receipt. */
export const publishLeavesAndWait: WaitingAction<"provenance", publishLeaves.Args, publishLeaves.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(publishLeaves));
