import type { Hash, Hex } from "viem";
import { studioGovernorCancel, studioGovernorProposalCanceledEvent } from "../../abi/items/studioGovernor.ts";
import { fromColumns, hashDescription, toColumns } from "../../governance/proposal.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { Call, On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace cancel {
  /** The text of the proposal, or, where only calldata is known, its hash. */
  type Args = { calls: readonly Call[] } & (
    { description: string; descriptionHash?: undefined } | { descriptionHash: Hex; description?: undefined }
  );
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = { proposalId: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Cancels a proposal; its proposer may while it is pending.
 *
 * @example
 * ```ts
 * await client.cancelAndWait(proposal); // what proposeAndWait returned
 * ```
 */
export const cancel: WriteAction<"governor", cancel.Args, typeof studioGovernorCancel, cancel.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorCancel,
    event: studioGovernorProposalCanceledEvent,
    toInputs: ({ calls, description, descriptionHash }: cancel.Args) => [
      ...toColumns(calls),
      descriptionHash ?? hashDescription(description),
    ],
    fromInputs: ([targets, values, datas, descriptionHash]): cancel.Args => ({
      calls: fromColumns(targets, values, datas),
      descriptionHash,
    }),
  });

/** {@link cancel}, waiting for the receipt. */
export const cancelAndWait: WaitingAction<"governor", cancel.Args, cancel.Result> = /* @__PURE__ */ andWait(cancel);
