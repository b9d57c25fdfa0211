import type { Address, Hash, Hex } from "viem";
import { curationAuditClosedEvent, curationAuditOf, curationCloseAudit } from "../../abi/generated/curation.ts";
import type { SignedBallot } from "../../curation/ballot.ts";
import { packBallots } from "../../curation/pack.ts";
import { nameOf } from "../../types/codec.ts";
import { LOT_STATUSES, type LotStatus } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import { readBlockedWords } from "../registry/blockedWords.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { BallotDuplicateError, BallotPackingError, BallotWordsError } from "../../errors/curation.ts";

export declare namespace closeAudit {
  type Args = {
    lotId: bigint;
    /** The charter that all ballots name. */
    charterVersion: number;
    /** Signed ballots in any order, or packed ones. */
    ballots: readonly SignedBallot[] | Hex;
    /** Words that the present verdict blocks, rising; none by default. */
    previousWords?: readonly number[];
  };
  /** Sending reads the words that the present verdict blocks, if there are any, from `assetRegistry`. */
  type Sent = Args & { assetRegistry?: Address };
  type Parameters = On<"curation"> & Sent & SendOptions;
  type Result = {
    lotId: bigint;
    relayer: Address;
    charterVersion: number;
    weight: number;
    humanBallots: number;
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
 * Relays ballots: the chain verifies and counts them and sets the verdict.
 *
 * @example
 * ```ts
 * const { status, releasableAt } = await client.closeAuditAndWait({ lotId, charterVersion, ballots });
 * ```
 */
export const closeAudit: WriteAction<
  "curation",
  closeAudit.Args,
  typeof curationCloseAudit,
  closeAudit.Result,
  closeAudit.Sent
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationCloseAudit,
  event: curationAuditClosedEvent,
  complete: async (client, parameters: closeAudit.Parameters) => {
    const { lotId, charterVersion, ballots } = parameters;
    const previousWords = parameters.previousWords ?? (await presentWords(client, parameters));
    return { lotId, charterVersion, ballots, previousWords };
  },
  toInputs: ({ lotId, charterVersion, ballots, previousWords = [] }: closeAudit.Args) => [
    lotId,
    charterVersion,
    typeof ballots === "string" ? ballots : packBallots(ballots),
    previousWords,
  ],
  fromInputs: ([lotId, charterVersion, ballots, previousWords]) => ({ lotId, charterVersion, ballots, previousWords }),
  fromEvents: (events) =>
    only(events, ({ status, releasableAt, ...closed }): closeAudit.Result => {
      return { ...closed, status: nameOf(LOT_STATUSES, status), releasableAt: BigInt(releasableAt) };
    }),
});

async function presentWords(client: ActionClient, parameters: closeAudit.Parameters): Promise<number[]> {
  const { lotId } = parameters;
  const [{ blockedWords }] = await readMany(client, [
    { address: addressIn("curation", parameters), abi: [curationAuditOf], functionName: "auditOf", args: [lotId] },
  ]);
  if (blockedWords === 0) return [];
  const assetRegistry = addressIn("assetRegistry", parameters as On<"assetRegistry">);
  return (await readBlockedWords(client, { assetRegistry, lotId })).map(({ word }) => word);
}

/** {@link closeAudit}, waiting for the receipt. */
export const closeAuditAndWait: WaitingAction<"curation", closeAudit.Sent, closeAudit.Result> =
  /* @__PURE__ */ andWait(closeAudit);
