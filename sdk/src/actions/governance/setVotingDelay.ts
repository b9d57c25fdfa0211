import type { Hash } from "viem";
import { studioGovernorSetVotingDelay, studioGovernorVotingDelaySetEvent } from "../../abi/items/studioGovernor.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setVotingDelay {
  type Args = {
    /** On the governor's clock. */
    votingDelay: number;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    oldVotingDelay: bigint;
    newVotingDelay: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how long after a proposal the vote begins; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setVotingDelay.encode({ governor, votingDelay }); // for a proposal
 * ```
 */
export const setVotingDelay: WriteAction<
  "governor",
  setVotingDelay.Args,
  typeof studioGovernorSetVotingDelay,
  setVotingDelay.Result
> = /* @__PURE__ */ defineWrite({
  contract: "governor",
  item: studioGovernorSetVotingDelay,
  event: studioGovernorVotingDelaySetEvent,
  toInputs: ({ votingDelay }: setVotingDelay.Args) => [votingDelay],
  fromInputs: ([votingDelay]) => ({ votingDelay }),
});

/** {@link setVotingDelay}, waiting for the receipt. */
export const setVotingDelayAndWait: WaitingAction<"governor", setVotingDelay.Args, setVotingDelay.Result> =
  /* @__PURE__ */ andWait(setVotingDelay);
