import type { Address, Hash, Hex } from "viem";
import { curationAdjudicate, curationChallengeJudgedEvent } from "../../abi/items/curation.ts";
import type { BallotDuplicateError, BallotPackingError, BallotWordsError } from "../../errors/curation.ts";
import { packBallots } from "../../curation/pack.ts";
import type { WeighedBallot } from "../../curation/ballot.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace adjudicate {
  type Args = {
    lotId: bigint;
    /** Number of the challenge. */
    id: number;
    firstWord: number;
    /** What is undecided. */
    masks: readonly bigint[];
    /** The charter that all ballots name. */
    charterVersion: number;
    /** Weighed ballots in any order, or packed ones. */
    ballots: readonly WeighedBallot[] | Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    id: number;
    relayer: Address;
    charterVersion: number;
    firstWord: number;
    decided: readonly bigint[];
    /** Of the decided ones, those that stay blocked. */
    upheld: readonly bigint[];
    ballots: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType | BallotDuplicateError | BallotPackingError | BallotWordsError;
}

/**
 * Relays ballots of the panel on one challenge: decided assets are cleared or stay blocked. See `getChallenge`.
 *
 * @example
 * ```ts
 * const { firstWord, masks } = await client.getOpenMasks({ lotId, id });
 * await client.adjudicateAndWait({ lotId, id, firstWord, masks, charterVersion, ballots });
 * ```
 */
export const adjudicate: WriteAction<"curation", adjudicate.Args, typeof curationAdjudicate, adjudicate.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationAdjudicate,
    event: curationChallengeJudgedEvent,
    toInputs: ({ lotId, id, firstWord, masks, charterVersion, ballots }: adjudicate.Args) => [
      lotId,
      id,
      firstWord,
      masks,
      charterVersion,
      typeof ballots === "string" ? ballots : packBallots(ballots, "adjudication"),
    ],
    fromInputs: ([lotId, id, firstWord, masks, charterVersion, ballots]) => ({
      lotId,
      id,
      firstWord,
      masks,
      charterVersion,
      ballots,
    }),
  });

/** {@link adjudicate}, waiting for the receipt. */
export const adjudicateAndWait: WaitingAction<"curation", adjudicate.Args, adjudicate.Result> =
  /* @__PURE__ */ andWait(adjudicate);
