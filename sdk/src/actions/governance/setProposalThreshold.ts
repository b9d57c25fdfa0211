import type { Hash } from "viem";
import {
  studioGovernorProposalThresholdSetEvent,
  studioGovernorSetProposalThreshold,
} from "../../abi/items/studioGovernor.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setProposalThreshold {
  type Args = {
    /** ppm of the supply, 1 to 50,000. */
    ratio: bigint;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    oldProposalThreshold: bigint;
    newProposalThreshold: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets which share of all votes it takes to propose; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setProposalThreshold.encode({ governor, ratio }); // for a proposal
 * ```
 */
export const setProposalThreshold: WriteAction<
  "governor",
  setProposalThreshold.Args,
  typeof studioGovernorSetProposalThreshold,
  setProposalThreshold.Result
> = /* @__PURE__ */ defineWrite({
  contract: "governor",
  item: studioGovernorSetProposalThreshold,
  event: studioGovernorProposalThresholdSetEvent,
  toInputs: ({ ratio }: setProposalThreshold.Args) => [ratio],
  fromInputs: ([ratio]) => ({ ratio }),
});

/** {@link setProposalThreshold}, waiting for the receipt. */
export const setProposalThresholdAndWait: WaitingAction<
  "governor",
  setProposalThreshold.Args,
  setProposalThreshold.Result
> = /* @__PURE__ */ andWait(setProposalThreshold);
