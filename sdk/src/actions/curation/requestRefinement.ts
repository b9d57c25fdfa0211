import type { Address, Hash, Hex } from "viem";
import { curationRefinementRequestedEvent, curationRequestRefinement } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace requestRefinement {
  type Args = {
    slateId: bigint;
    /** Place among the candidates. */
    candidate: number;
    assetId: bigint;
    /** From `slateProof`. */
    proof: readonly Hex[];
    /** From `SlateClosed`. */
    selected: readonly bigint[];
    /** Digest of the note. */
    note: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    assetId: bigint;
    producer: Address;
    slateId: bigint;
    note: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Asks the producer of a selected candidate to refine it; the registrar or the timelock may.
 *
 * @example
 * ```ts
 * await client.requestRefinementAndWait({ slateId, candidate, assetId, proof, selected, note });
 * ```
 */
export const requestRefinement: WriteAction<
  "curation",
  requestRefinement.Args,
  typeof curationRequestRefinement,
  requestRefinement.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationRequestRefinement,
  event: curationRefinementRequestedEvent,
  toInputs: ({ slateId, candidate, assetId, proof, selected, note }: requestRefinement.Args) => [
    slateId,
    candidate,
    assetId,
    proof,
    selected,
    note,
  ],
  fromInputs: ([slateId, candidate, assetId, proof, selected, note]) => ({
    slateId,
    candidate,
    assetId,
    proof,
    selected,
    note,
  }),
});

/** {@link requestRefinement}, waiting for the receipt. */
export const requestRefinementAndWait: WaitingAction<"curation", requestRefinement.Args, requestRefinement.Result> =
  /* @__PURE__ */ andWait(requestRefinement);
