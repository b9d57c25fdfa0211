import type { Address, Hex } from "viem";
import { studioGovernorCastVoteBySig, studioGovernorVoteCastEvent } from "../../abi/generated/studioGovernor.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Support, SUPPORTS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { vote } from "./vote.ts";

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
