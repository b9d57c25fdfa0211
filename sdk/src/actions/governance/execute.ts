import type { Hash, Hex } from "viem";
import { studioGovernorExecute, studioGovernorProposalExecutedEvent } from "../../abi/items/studioGovernor.ts";
import { fromColumns, hashDescription, toColumns } from "../../governance/proposal.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { Call, On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace execute {
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
 * Executes a queued proposal whose delay is over; anybody may.
 *
 * @example
 * ```ts
 * await client.executeAndWait(proposal); // what proposeAndWait returned
 * ```
 */
export const execute: WriteAction<"governor", execute.Args, typeof studioGovernorExecute, execute.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorExecute,
    event: studioGovernorProposalExecutedEvent,
    toInputs: ({ calls, description, descriptionHash }: execute.Args) => [
      ...toColumns(calls),
      descriptionHash ?? hashDescription(description),
    ],
    fromInputs: ([targets, values, datas, descriptionHash]): execute.Args => ({
      calls: fromColumns(targets, values, datas),
      descriptionHash,
    }),
  });

/** {@link execute}, waiting for the receipt. */
export const executeAndWait: WaitingAction<"governor", execute.Args, execute.Result> = /* @__PURE__ */ andWait(execute);
