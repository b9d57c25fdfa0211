import type { Address, Hash, Hex } from "viem";
import { studioGovernorCastVoteBySig, studioGovernorVoteCastEvent } from "../../abi/items/studioGovernor.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Support, SUPPORTS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { vote } from "./vote.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace voteBySig {
  type Args = {
    proposalId: bigint;
    support: Support;
    /** Who signed. */
    voter: Address;
    /** From `signVote`. */
    signature: Hex;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = vote.Result;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Submits a vote that somebody else signed.
 *
 * @example
 * ```ts
 * await relayer.voteBySigAndWait({ proposalId, support: "for", voter, signature });
 * ```
 */
export const voteBySig: WriteAction<"governor", voteBySig.Args, typeof studioGovernorCastVoteBySig, voteBySig.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorCastVoteBySig,
    event: studioGovernorVoteCastEvent,
    toInputs: ({ proposalId, support, voter, signature }: voteBySig.Args) => [
      proposalId,
      ordinalOf(SUPPORTS, support),
      voter,
      signature,
    ],
    fromInputs: ([proposalId, support, voter, signature]) => ({
      proposalId,
      support: nameOf(SUPPORTS, support),
      voter,
      signature,
    }),
    fromEvents: (events) =>
      only(events, ({ support, ...cast }): voteBySig.Result => ({ ...cast, support: nameOf(SUPPORTS, support) })),
  });

/** {@link voteBySig}, waiting for the receipt. */
export const voteBySigAndWait: WaitingAction<"governor", voteBySig.Args, voteBySig.Result> =
  /* @__PURE__ */ andWait(voteBySig);
