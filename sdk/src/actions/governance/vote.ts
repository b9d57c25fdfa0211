import type { Address, Hash } from "viem";
import { studioGovernorCastVoteWithReason, studioGovernorVoteCastEvent } from "../../abi/items/studioGovernor.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Support, SUPPORTS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace vote {
  type Args = { proposalId: bigint; support: Support; reason?: string };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    voter: Address;
    proposalId: bigint;
    support: Support;
    /** Raw units of reputation, after the cap of one delegate. */
    weight: bigint;
    reason: string;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Votes on a proposal with the reputation delegated to the sender.
 *
 * @example
 * ```ts
 * const { weight } = await client.voteAndWait({ proposalId, support: "for" });
 * ```
 */
export const vote: WriteAction<"governor", vote.Args, typeof studioGovernorCastVoteWithReason, vote.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorCastVoteWithReason,
    event: studioGovernorVoteCastEvent,
    toInputs: ({ proposalId, support, reason = "" }: vote.Args) => [proposalId, ordinalOf(SUPPORTS, support), reason],
    fromInputs: ([proposalId, support, reason]) => ({ proposalId, support: nameOf(SUPPORTS, support), reason }),
    fromEvents: (events) =>
      only(events, ({ support, ...cast }): vote.Result => ({ ...cast, support: nameOf(SUPPORTS, support) })),
  });

/** {@link vote}, waiting for the receipt. */
export const voteAndWait: WaitingAction<"governor", vote.Args, vote.Result> = /* @__PURE__ */ andWait(vote);
