import type { SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { closeAudit } from "./closeAudit.ts";
import { readPoll } from "./simulateClose.ts";

/** Finds what sending a close may leave out: the weights of the ballots and the present verdict. */
export async function completeClose(client: ActionClient, parameters: closeAudit.Parameters): Promise<closeAudit.Args> {
  const { lotId, charterVersion, ballots, previous } = parameters;
  if (previous !== undefined && (typeof ballots === "string" || ballots.every(isWeighed))) {
    return { lotId, charterVersion, ballots: ballots, previous };
  }
  const assetRegistry = addressIn("assetRegistry", parameters as On<"assetRegistry">);
  const signed = typeof ballots === "string" ? [] : ballots;
  const indices = signed.map(({ curator }) => curator);
  const poll = await readPoll(client, { ...parameters, assetRegistry, indices });
  const weigh = (ballot: SignedBallot): WeighedBallot => ({ ...ballot, weight: poll.panel.weightOf(ballot.curator) });
  return {
    lotId,
    charterVersion,
    ballots: typeof ballots === "string" ? ballots : signed.map(weigh),
    previous: previous ?? poll.previous,
  };
}

const isWeighed = (ballot: SignedBallot | WeighedBallot): ballot is WeighedBallot => "weight" in ballot;
