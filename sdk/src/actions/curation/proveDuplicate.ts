import type { Address, Hash, Hex } from "viem";
import { curationDuplicateProvedEvent, curationProveDuplicate } from "../../abi/items/curation.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace proveDuplicate {
  type Args = {
    copy: bigint;
    copyLeaf: AssetLeaf;
    copyProof: readonly Hex[];
    original: bigint;
    originalLeaf: AssetLeaf;
    originalProof: readonly Hex[];
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    copy: bigint;
    original: bigint;
    prover: Address;
    /** Units of the audit token. */
    reward: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Proves that an accepted asset copies an earlier one of the same studio: it is blocked.
 *
 * @example
 * ```ts
 * await client.proveDuplicateAndWait({ copy, copyLeaf, copyProof, original, originalLeaf, originalProof });
 * ```
 */
export const proveDuplicate: WriteAction<
  "curation",
  proveDuplicate.Args,
  typeof curationProveDuplicate,
  proveDuplicate.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationProveDuplicate,
  event: curationDuplicateProvedEvent,
  toInputs: ({ copy, copyLeaf, copyProof, original, originalLeaf, originalProof }: proveDuplicate.Args) => [
    copy,
    copyLeaf,
    copyProof,
    original,
    originalLeaf,
    originalProof,
  ],
  fromInputs: ([copy, copyLeaf, copyProof, original, originalLeaf, originalProof]) => ({
    copy,
    copyLeaf,
    copyProof,
    original,
    originalLeaf,
    originalProof,
  }),
});

/** {@link proveDuplicate}, waiting for the receipt. */
export const proveDuplicateAndWait: WaitingAction<"curation", proveDuplicate.Args, proveDuplicate.Result> =
  /* @__PURE__ */ andWait(proveDuplicate);
