import type { Address, Hash, Hex } from "viem";
import { curationCloseSlate, curationSlateClosedEvent } from "../../abi/items/curation.ts";
import type { BallotDuplicateError, BallotPackingError, BallotWordsError } from "../../errors/curation.ts";
import { packBallots } from "../../curation/pack.ts";
import type { WeighedBallot } from "../../curation/ballot.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace closeSlate {
  type Args = {
    slateId: bigint;
    /** The charter that all ballots name. */
    charterVersion: number;
    /** Weighed ballots in any order, or packed ones. */
    ballots: readonly WeighedBallot[] | Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    slateId: bigint;
    relayer: Address;
    charterVersion: number;
    expectedWeight: number;
    weight: number;
    /** Least weight behind a selected candidate. */
    threshold: bigint;
    /** One word for each 256 candidates. */
    selected: readonly bigint[];
    /** Unix seconds. */
    finalAt: bigint;
    ballots: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType | BallotDuplicateError | BallotPackingError | BallotWordsError;
}

/**
 * Relays approvals: the chain verifies and counts them and selects the best.
 *
 * @example
 * ```ts
 * await client.closeSlateAndWait({ slateId, charterVersion, ballots });
 * ```
 */
export const closeSlate: WriteAction<"curation", closeSlate.Args, typeof curationCloseSlate, closeSlate.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationCloseSlate,
    event: curationSlateClosedEvent,
    toInputs: ({ slateId, charterVersion, ballots }: closeSlate.Args) => [
      slateId,
      charterVersion,
      typeof ballots === "string" ? ballots : packBallots(ballots, "slate"),
    ],
    fromInputs: ([slateId, charterVersion, ballots]) => ({ slateId, charterVersion, ballots }),
    fromEvents: (events) => only(events, (event): closeSlate.Result => ({ ...event, finalAt: BigInt(event.finalAt) })),
  });

/** {@link closeSlate}, waiting for the receipt. */
export const closeSlateAndWait: WaitingAction<"curation", closeSlate.Args, closeSlate.Result> =
  /* @__PURE__ */ andWait(closeSlate);
