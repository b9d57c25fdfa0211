import type { Hash } from "viem";
import {
  studioGovernorLateQuorumVoteExtensionSetEvent,
  studioGovernorSetLateQuorumVoteExtension,
} from "../../abi/items/studioGovernor.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setLateQuorumExtension {
  type Args = {
    /** On the governor's clock. */
    extension: number;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    oldVoteExtension: bigint;
    newVoteExtension: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how long a vote goes on after its quorum was reached late; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setLateQuorumExtension.encode({ governor, extension }); // for a proposal
 * ```
 */
export const setLateQuorumExtension: WriteAction<
  "governor",
  setLateQuorumExtension.Args,
  typeof studioGovernorSetLateQuorumVoteExtension,
  setLateQuorumExtension.Result
> = /* @__PURE__ */ defineWrite({
  contract: "governor",
  item: studioGovernorSetLateQuorumVoteExtension,
  event: studioGovernorLateQuorumVoteExtensionSetEvent,
  toInputs: ({ extension }: setLateQuorumExtension.Args) => [extension],
  fromInputs: ([extension]) => ({ extension }),
});

/** {@link setLateQuorumExtension}, waiting for the receipt. */
export const setLateQuorumExtensionAndWait: WaitingAction<
  "governor",
  setLateQuorumExtension.Args,
  setLateQuorumExtension.Result
> = /* @__PURE__ */ andWait(setLateQuorumExtension);
