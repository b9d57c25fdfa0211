import type { Hash } from "viem";
import { studioGovernorSetVotingPeriod, studioGovernorVotingPeriodSetEvent } from "../../abi/items/studioGovernor.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setVotingPeriod {
  type Args = {
    /** On the governor's clock. */
    votingPeriod: number;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    oldVotingPeriod: bigint;
    newVotingPeriod: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how long a vote lasts; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setVotingPeriod.encode({ governor, votingPeriod }); // for a proposal
 * ```
 */
export const setVotingPeriod: WriteAction<
  "governor",
  setVotingPeriod.Args,
  typeof studioGovernorSetVotingPeriod,
  setVotingPeriod.Result
> = /* @__PURE__ */ defineWrite({
  contract: "governor",
  item: studioGovernorSetVotingPeriod,
  event: studioGovernorVotingPeriodSetEvent,
  toInputs: ({ votingPeriod }: setVotingPeriod.Args) => [votingPeriod],
  fromInputs: ([votingPeriod]) => ({ votingPeriod }),
});

/** {@link setVotingPeriod}, waiting for the receipt. */
export const setVotingPeriodAndWait: WaitingAction<"governor", setVotingPeriod.Args, setVotingPeriod.Result> =
  /* @__PURE__ */ andWait(setVotingPeriod);
