import type { Address, Hash, Hex } from "viem";
import { curationAuditClosedEvent, curationCloseAudit } from "../../abi/items/curation.ts";
import type { WeighedBallot } from "../../curation/ballot.ts";
import type { Outcome } from "../../curation/outcome.ts";
import { packBallots } from "../../curation/pack.ts";
import type { BallotDuplicateError, BallotPackingError, BallotWordsError } from "../../errors/curation.ts";
import { nameOf } from "../../types/codec.ts";
import { LOT_STATUSES, type LotStatus } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace closeAudit {
  type Args = {
    lotId: bigint;
    /** The charter that all ballots name. */
    charterVersion: number;
    /** Weighed ballots in any order, or packed ones. */
    ballots: readonly WeighedBallot[] | Hex;
    /** What the present verdict decided; `NO_OUTCOME` before the first. */
    previous: Outcome;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    relayer: Address;
    charterVersion: number;
    /** Weight that the panel has on average. */
    expectedWeight: number;
    weight: number;
    humanBallots: number;
    /** How often the chance of being drawn was doubled. */
    widening: number;
    /** Lanes that were judged. */
    covered: bigint;
    /** Judged lanes that are not better than a tie. */
    bad: bigint;
    status: LotStatus;
    /** Unix seconds. */
    releasableAt: bigint;
    ballots: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType | BallotDuplicateError | BallotPackingError | BallotWordsError;
}

/**
 * Relays ballots: the chain verifies and counts them and sets the verdict. A bound client also weighs signed ballots and
 * finds the present verdict by itself.
 *
 * @example
 * ```ts
 * const simulated = await client.simulateClose({ lotId, charterVersion, ballots: signed });
 * const { ballots, previous } = simulated;
 * const { status, releasableAt } = await client.closeAuditAndWait({ lotId, charterVersion, ballots, previous });
 * ```
 */
export const closeAudit: WriteAction<"curation", closeAudit.Args, typeof curationCloseAudit, closeAudit.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationCloseAudit,
    event: curationAuditClosedEvent,
    toInputs: ({ lotId, charterVersion, ballots, previous }: closeAudit.Args) => [
      lotId,
      charterVersion,
      typeof ballots === "string" ? ballots : packBallots(ballots),
      previous,
    ],
    fromInputs: ([lotId, charterVersion, ballots, previous]) => ({ lotId, charterVersion, ballots, previous }),
    fromEvents: (events) =>
      only(events, ({ status, releasableAt, ...closed }): closeAudit.Result => {
        return { ...closed, status: nameOf(LOT_STATUSES, status), releasableAt: BigInt(releasableAt) };
      }),
  });

/** {@link closeAudit}, waiting for the receipt. */
export const closeAuditAndWait: WaitingAction<"curation", closeAudit.Args, closeAudit.Result> =
  /* @__PURE__ */ andWait(closeAudit);
