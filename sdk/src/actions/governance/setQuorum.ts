import type { Hash } from "viem";
import {
  studioGovernorQuorumNumeratorUpdatedEvent,
  studioGovernorUpdateQuorumNumerator,
} from "../../abi/items/studioGovernor.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setQuorum {
  type Args = {
    /** Of the supply, 1 to 50. */
    percent: bigint;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    oldQuorumNumerator: bigint;
    newQuorumNumerator: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how many votes, for or abstaining, a proposal needs; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setQuorum.encode({ governor, percent: 20n }); // for a proposal
 * ```
 */
export const setQuorum: WriteAction<
  "governor",
  setQuorum.Args,
  typeof studioGovernorUpdateQuorumNumerator,
  setQuorum.Result
> = /* @__PURE__ */ defineWrite({
  contract: "governor",
  item: studioGovernorUpdateQuorumNumerator,
  event: studioGovernorQuorumNumeratorUpdatedEvent,
  toInputs: ({ percent }: setQuorum.Args) => [percent],
  fromInputs: ([percent]) => ({ percent }),
});

/** {@link setQuorum}, waiting for the receipt. */
export const setQuorumAndWait: WaitingAction<"governor", setQuorum.Args, setQuorum.Result> =
  /* @__PURE__ */ andWait(setQuorum);
