import type { SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import type { AuditPhaseError, CurationRecordMissingError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { readPoll } from "./simulateClose.ts";

export declare namespace weighBallots {
  type Args = { lotId: bigint; ballots: readonly SignedBallot[] };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  /** 0: the curator is not drawn now, so the chain would refuse the ballot. */
  type ReturnType = WeighedBallot[];
  type ErrorType = ReadErrorType | AuditPhaseError | CurationRecordMissingError;
}

/**
 * What the ballots of an audit weigh now; the panel widens while drawn curators sleep.
 *
 * @example
 * ```ts
 * const weighed = await client.weighBallots({ lotId, ballots });
 * const drawn = weighed.filter(({ weight }) => weight > 0);
 * ```
 */
export async function weighBallots(
  client: ActionClient,
  parameters: weighBallots.Parameters,
): Promise<WeighedBallot[]> {
  const indices = parameters.ballots.map(({ curator }) => curator);
  const { panel } = await readPoll(client, { ...parameters, charterVersion: 0, indices });
  return parameters.ballots.map((ballot) => ({ ...ballot, weight: panel.weightOf(ballot.curator) }));
}
