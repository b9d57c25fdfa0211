import { AuditOpenError } from "../errors/curation.ts";
import { sampleOf, type SampleParameters } from "./sample.ts";
import { tally } from "./tally.ts";
import { type BlockedWord, lowBits, setBits, toBlockedWords } from "./words.ts";

const ONE = 1_000_000;
const QUORUM = 600_000;
const COVERAGE = 400_000;

/** Fewest ballots that make a verdict. */
export const MIN_BALLOTS = 3;

/** `share` ppm of `weight`, rounded up: what must be reached. */
const partOf = (weight: number, share: number): number => Math.ceil((weight * share) / ONE);

/** What the weight of a curator's ballot says about the lanes of an audit. */
export type CountedBallot = { tier: number; ok: bigint; defect: bigint };

/** What {@link judge} needs: the sample, the electorate, the ballots. */
export type JudgeParameters = SampleParameters & { expectedWeight: number; ballots: readonly CountedBallot[] };

/** The verdict of one set of ballots. */
export type Verdict = {
  status: "accepted" | "rejected";
  weight: number;
  /** Lanes on which one side reached coverage: all that are judged. */
  covered: bigint;
  /** Lanes that are not better than a tie. */
  bad: bigint;
  /** Asset indices that the verdict blocks; none when the whole lot is rejected. */
  blocked: number[];
  blockedWords: BlockedWord[];
};

/**
 * Counts ballots as the chain does; throws {@link AuditOpenError} where they make no verdict.
 *
 * The ballots must be genuine: see `closeVerdict` for signed ones.
 */
export function judge({ ballots, expectedWeight, ...lot }: JudgeParameters): Verdict {
  if (ballots.length < MIN_BALLOTS) throw new AuditOpenError("tooFewBallots", ballots.length, MIN_BALLOTS);
  const { positions, acceptance } = sampleOf(lot);
  const judged = lowBits(positions.length);
  const { weight, ...lanes } = tally(ballots, partOf(expectedWeight, COVERAGE));
  const quorum = partOf(expectedWeight, QUORUM);
  if (weight < quorum) throw new AuditOpenError("noQuorum", weight, quorum);
  const [covered, bad] = [lanes.covered & judged, lanes.bad & judged];
  if (covered !== judged) throw new AuditOpenError("uncovered", setBits(covered).length, positions.length);
  const badLanes = setBits(bad);
  const accepted = badLanes.length <= acceptance;
  const indices = accepted ? badLanes.map((lane) => positions[lane] as number) : [];
  const blocked = [...new Set(indices)].sort((a, b) => a - b);
  const status = accepted ? "accepted" : "rejected";
  return { status, weight, covered, bad, blocked, blockedWords: toBlockedWords(blocked) };
}
