import { curationChallengeOf, curationDisputeOf } from "../../abi/items/curation.ts";
import { type Adjudication, adjudicationVerdict } from "../../curation/adjudication.ts";
import type { SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import { packBallots, parseBallots } from "../../curation/pack.ts";
import { Panel } from "../../curation/panel.ts";
import type { RecoverKey } from "../../curation/recover.ts";
import type { MaskRange } from "../../curation/words.ts";
import {
  type AuditOpenError,
  AuditPhaseError,
  type BallotRejectedError,
  type ChallengeResolvedError,
  type CurationRecordMissingError,
} from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { getOpenMasks } from "./getOpenMasks.ts";
import { readPanel } from "./readPanel.ts";

export declare namespace simulateAdjudication {
  type Args = {
    lotId: bigint;
    /** Number of the challenge. */
    id: number;
    charterVersion: number;
    ballots: readonly SignedBallot[];
    /** Finds keys of signatures; viem's way by default, `nodeRecovery` of `/node` is faster. */
    recover?: RecoverKey;
  };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  type ReturnType = Adjudication &
    MaskRange & {
      /** With their weights: `adjudicate` takes them as they are, with first word and masks. */
      ballots: readonly WeighedBallot[];
    };
  type ErrorType =
    | ReadErrorType
    | AuditOpenError
    | AuditPhaseError
    | BallotRejectedError
    | ChallengeResolvedError
    | CurationRecordMissingError;
}

/**
 * What `adjudicate` would decide with these ballots, computed here; throws `BallotRejectedError` for a ballot that the
 * chain would refuse, `AuditOpenError` where nothing is decided yet.
 *
 * @example
 * ```ts
 * const ruling = await client.simulateAdjudication({ lotId, id, charterVersion, ballots });
 * await client.adjudicateAndWait({ lotId, id, charterVersion, ...ruling });
 * ```
 */
export async function simulateAdjudication(
  client: ActionClient,
  parameters: simulateAdjudication.Parameters,
): Promise<simulateAdjudication.ReturnType> {
  const { lotId, id, charterVersion, recover } = parameters;
  const curation = addressIn("curation", parameters);
  const [{ seed, clock, epoch }, { challenger }] = await readMany(client, [
    { address: curation, abi: [curationDisputeOf], functionName: "disputeOf", args: [lotId] },
    { address: curation, abi: [curationChallengeOf], functionName: "challengeOf", args: [lotId, id] },
  ]);
  if (BigInt(seed) === 0n) throw new AuditPhaseError(lotId, clock === 0 ? "open" : "called", '"drawn"');
  const { firstWord, masks } = await getOpenMasks(client, parameters);
  const indices = parameters.ballots.map(({ curator }) => curator);
  const read = await readPanel(client, { curation, lotId, round: 0, indices, challenge: { challenger, epoch } });
  const ballotDeadline = BigInt(clock);
  const panel = new Panel(seed, read);
  const weigh = (ballot: SignedBallot): WeighedBallot => ({ ...ballot, weight: panel.weightOf(ballot.curator) });
  const ballots = parseBallots(packBallots(parameters.ballots.map(weigh), "adjudication"), 2 * masks.length);
  const ruling = await adjudicationVerdict({
    ...{ ...panel.parameters, chainId: await chainIdOf(client), curation, seed, charterVersion, lotId },
    ...{ firstWord, masks, ballots, early: read.time < ballotDeadline },
    ...(recover === undefined ? {} : { recover }),
  });
  return { ...ruling, firstWord, masks, ballots: ballots.map(weigh) };
}
