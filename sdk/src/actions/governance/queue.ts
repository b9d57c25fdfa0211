import type { Hash, Hex } from "viem";
import { studioGovernorQueue, studioGovernorProposalQueuedEvent } from "../../abi/items/studioGovernor.ts";
import { fromColumns, hashDescription, toColumns } from "../../governance/proposal.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { Call, On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace queue {
  /** The text of the proposal, or, where only calldata is known, its hash. */
  type Args = { calls: readonly Call[] } & (
    { description: string; descriptionHash?: undefined } | { descriptionHash: Hex; description?: undefined }
  );
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    proposalId: bigint;
    /** Unix seconds from which it can be executed. */
    etaSeconds: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts a succeeded proposal into the timelock.
 *
 * @example
 * ```ts
 * await client.queueAndWait(proposal); // what proposeAndWait returned
 * ```
 */
export const queue: WriteAction<"governor", queue.Args, typeof studioGovernorQueue, queue.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorQueue,
    event: studioGovernorProposalQueuedEvent,
    toInputs: ({ calls, description, descriptionHash }: queue.Args) => [
      ...toColumns(calls),
      descriptionHash ?? hashDescription(description),
    ],
    fromInputs: ([targets, values, datas, descriptionHash]): queue.Args => ({
      calls: fromColumns(targets, values, datas),
      descriptionHash,
    }),
  });

/** {@link queue}, waiting for the receipt. */
export const queueAndWait: WaitingAction<"governor", queue.Args, queue.Result> = /* @__PURE__ */ andWait(queue);
