import type { Hex } from "viem";
import { judgmentsOf, type Outcome, outcomeOf } from "../../curation/outcome.ts";
import { CurationRecordMissingError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { fetchRounds } from "./rounds.ts";

export declare namespace getOutcome {
  type Args = {
    lotId: bigint;
    /** The audit that counts by default; 0: the first one. */
    round?: number;
    /** First block that is searched; that of the lot's commit by default. */
    fromBlock?: bigint;
  };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  type ReturnType = {
    lotId: bigint;
    round: number;
    /** What `settleLot`, `openCanary` and a replacing `closeAudit` take. */
    outcome: Outcome;
    /** The ballots as they were relayed. */
    ballots: Hex;
    /** What they say, without who signed it: `settleLot` takes it. */
    judgments: Hex;
    charterVersion: number;
    expectedWeight: number;
    weight: number;
    widening: number;
  };
  type ErrorType = ReadErrorType | CurationRecordMissingError;
}

/**
 * Rebuilds from the logs what the newest close of an audit decided: the chain keeps only its digest.
 *
 * @example
 * ```ts
 * const { outcome, judgments, round } = await client.getOutcome({ lotId });
 * await client.settleLotAndWait({ lotId, round, outcome, judgments });
 * ```
 */
export async function getOutcome(
  client: ActionClient,
  parameters: getOutcome.Parameters,
): Promise<getOutcome.ReturnType> {
  const rounds = await fetchRounds(client, parameters);
  const round = parameters.round ?? rounds.length - 1;
  const found = rounds[round];
  const close = found?.close;
  if (found === undefined || close === undefined) throw new CurationRecordMissingError("close", parameters.lotId);
  const { lotId, ballots, covered, bad, weights, charterVersion, expectedWeight, weight, widening } = close;
  const outcome = outcomeOf({ seed: found.seed, ballots, covered, bad, weights });
  const judgments = judgmentsOf(ballots);
  return { lotId, round, outcome, ballots, judgments, charterVersion, expectedWeight, weight, widening };
}
