import type { Hash, Hex } from "viem";
import {
  provenanceProveContent,
  provenanceEarliestProvedEvent,
  provenanceCopyProvedEvent,
} from "../../abi/items/provenance.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace proveContent {
  type Args = {
    assetId: bigint;
    leaf: AssetLeaf;
    /** Siblings from the leaf up, from `lot.tree.proof(index)`. */
    proof: readonly Hex[];
  };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = {
    contentHash: Hex;
    /** The earliest commit of this content that is known now. */
    earliest: bigint;
    /** What was proved to be a copy of it; undefined: it is the earliest itself. */
    copy: bigint | undefined;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Shows what content an asset has: it becomes the earliest known commit of it, or is flagged as a copy of an earlier
 * one. Anybody may.
 *
 * @example
 * ```ts
 * const { earliest, copy } = await client.proveContentAndWait({ assetId, leaf, proof });
 * ```
 */
export const proveContent: WriteAction<
  "provenance",
  proveContent.Args,
  typeof provenanceProveContent,
  proveContent.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "provenance",
    item: provenanceProveContent,
    event: provenanceEarliestProvedEvent,
    alternative: provenanceCopyProvedEvent,
    fromEvents: ([earliest], [copied]) => {
      // An event of the other kind has other arguments than the type of its alternatives says.
      const copy = copied as { contentHash: Hex; earliest: bigint; copy: bigint } | undefined;
      const { contentHash, assetId } = earliest ?? {};
      if (copy !== undefined) return { contentHash: copy.contentHash, earliest: copy.earliest, copy: copy.copy };
      if (contentHash === undefined || assetId === undefined) return undefined;
      return { contentHash, earliest: assetId, copy: undefined };
    },
  }),
);

/** {@link proveContent}, waiting for the receipt. */
export const proveContentAndWait: WaitingAction<"provenance", proveContent.Args, proveContent.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(proveContent));
