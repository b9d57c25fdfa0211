import type { Hash } from "viem";
import { studioGovernorSetVoteCap, studioGovernorVoteCapSetEvent } from "../../abi/items/studioGovernor.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setVoteCap {
  type Args = {
    /** ppm of the supply. */
    cap: bigint;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    oldVoteCap: bigint;
    newVoteCap: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how many votes one delegate can cast at most; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setVoteCap.encode({ governor, cap }); // for a proposal
 * ```
 */
export const setVoteCap: WriteAction<"governor", setVoteCap.Args, typeof studioGovernorSetVoteCap, setVoteCap.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorSetVoteCap,
    event: studioGovernorVoteCapSetEvent,
    toInputs: ({ cap }: setVoteCap.Args) => [cap],
    fromInputs: ([cap]) => ({ cap }),
  });

/** {@link setVoteCap}, waiting for the receipt. */
export const setVoteCapAndWait: WaitingAction<"governor", setVoteCap.Args, setVoteCap.Result> =
  /* @__PURE__ */ andWait(setVoteCap);
