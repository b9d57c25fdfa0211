import { addTallies, scoreBallots } from "@imprimatur/sdk/curation";
import type { Ballot } from "./panel.ts";

/** What is known about the lanes of a sample, from elsewhere than its ballots. */
export interface Truth {
  /** Lanes that the panel judged. */
  judged: bigint;
  /** Of them: something is known. */
  known: bigint;
  /** Of the known ones: defective. */
  defects: bigint;
  canary: boolean;
}

/** Pays and scores the ballots of one lot as its settlement does. */
export function settleBallots(ballots: readonly Ballot[], { canary, ...truth }: Truth, fee: bigint): void {
  const voters = new Map(ballots.map(({ curator }) => [curator.index, curator]));
  const voter = (index: number): Ballot["curator"] => {
    const found = voters.get(index);
    if (found === undefined) throw new Error(`curator ${index} did not vote`);
    return found;
  };
  const counted = ballots.map(({ curator, ...ballot }) => ({ ...ballot, curator: curator.index }));
  for (const score of scoreBallots({ ...truth, fee, ballots: counted, before: voter })) {
    const curator = voter(score.curator);
    Object.assign(curator, addTallies(curator, score));
    curator.ballots += 1;
    curator.pay += score.pay;
    curator.allPoints += score.points;
    if (canary) curator.canaryPoints += score.points;
    else curator.points += score.points;
  }
}
