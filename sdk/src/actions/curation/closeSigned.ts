import type { Address, Hash, Hex } from "viem";
import type { SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import type { Outcome } from "../../curation/outcome.ts";
import type { AuditPhaseError, CurationRecordMissingError } from "../../errors/curation.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, SendOptions, WaitOptions } from "../internal/types.ts";
import { closeAudit, closeAuditAndWait } from "./closeAudit.ts";
import { readPoll } from "./simulateClose.ts";

export declare namespace closeSigned {
  type Args = Pick<closeAudit.Args, "lotId" | "charterVersion"> & {
    /** Signed ballots in any order, or packed ones. */
    ballots: readonly SignedBallot[] | Hex;
    /** What the present verdict decided; found in the logs by default. */
    previous?: Outcome;
    /** Needed where a ballot is not weighed or the present verdict is not given. */
    assetRegistry?: Address;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type ReturnType = Hash;
  type ErrorType = closeAudit.ErrorType | AuditPhaseError | CurationRecordMissingError;
}

/**
 * `closeAudit` with what it may leave out found first: the weights of the ballots and the present verdict.
 *
 * @example
 * ```ts
 * await client.closeAuditAndWait({ lotId, charterVersion, ballots: signed });
 * ```
 */
export async function closeSigned(
  client: ActionClient,
  parameters: closeSigned.Parameters,
): Promise<closeSigned.ReturnType> {
  return closeAudit(client, { ...parameters, ...(await complete(client, parameters)) });
}

/** {@link closeSigned}, waiting for the receipt. */
export async function closeSignedAndWait(
  client: ActionClient,
  parameters: closeSigned.Parameters & WaitOptions,
): ReturnType<typeof closeAuditAndWait> {
  return closeAuditAndWait(client, { ...parameters, ...(await complete(client, parameters)) });
}

async function complete(
  client: ActionClient,
  parameters: closeSigned.Parameters,
): Promise<Pick<closeAudit.Args, "ballots" | "previous">> {
  const { lotId, charterVersion, ballots, previous } = parameters;
  if (previous !== undefined && isComplete(ballots)) return { ballots, previous };
  const assetRegistry = addressIn("assetRegistry", parameters as On<"assetRegistry">);
  const signed = typeof ballots === "string" ? [] : ballots;
  const indices = signed.map(({ curator }) => curator);
  const poll = await readPoll(client, { ...parameters, lotId, charterVersion, assetRegistry, indices });
  const weigh = (ballot: SignedBallot): WeighedBallot => ({ ...ballot, weight: poll.panel.weightOf(ballot.curator) });
  return {
    ballots: typeof ballots === "string" ? ballots : signed.map(weigh),
    previous: previous ?? poll.previous,
  };
}

const isComplete = (ballots: readonly SignedBallot[] | Hex): ballots is readonly WeighedBallot[] | Hex =>
  typeof ballots === "string" || ballots.every((ballot) => "weight" in ballot);
