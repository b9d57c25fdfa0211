import { AuditOpenError } from "../errors/curation.ts";
import { sampleOf, type SampleParameters } from "./sample.ts";
import { tally, type WeighedLanes } from "./tally.ts";
import { type AuditTerms, DEFAULT_TERMS } from "./terms.ts";
import { type BlockedWord, lowBits, setBits, toBlockedWords } from "./words.ts";

const ONE = 1_000_000;

/** Fewest ballots that make a verdict. */
export const MIN_BALLOTS = 3;

/** `share` ppm of `weight`, rounded up: what must be reached. */
export const partOf = (weight: number, share: number): number => Math.ceil((weight * share) / ONE);

/** What {@link judge} needs: the sample, the expected weight, the ballots. */
export type JudgeParameters = SampleParameters & { expectedWeight: number; ballots: readonly WeighedLanes[] };

/** The verdict of one set of ballots. */
export type Verdict = {
  status: "accepted" | "rejected";
  weight: number;
  /** Lanes that are judged: on each of them one side reached coverage. */
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
export function judge({ ballots, expectedWeight, terms = DEFAULT_TERMS, ...lot }: JudgeParameters): Verdict {
  if (ballots.length < MIN_BALLOTS) throw new AuditOpenError("tooFewBallots", ballots.length, MIN_BALLOTS);
  const { positions, acceptance } = sampleOf({ ...lot, terms });
  const judged = lowBits(positions.length);
  const { weight, covered, bad } = tally(ballots, partOf(expectedWeight, terms.coverage), judged);
  assertQuorum(weight, expectedWeight, terms);
  if (covered !== judged) throw new AuditOpenError("uncovered", setBits(covered).length, positions.length);
  const badLanes = setBits(bad);
  const accepted = badLanes.length <= acceptance;
  const indices = accepted ? badLanes.map((lane) => positions[lane] as number) : [];
  const blocked = [...new Set(indices)].sort((a, b) => a - b);
  const status = accepted ? "accepted" : "rejected";
  return { status, weight, covered, bad, blocked, blockedWords: toBlockedWords(blocked) };
}

/** Throws where too little of the expected weight voted. */
export function assertQuorum(weight: number, expectedWeight: number, { quorum }: Pick<AuditTerms, "quorum">): void {
  const needed = partOf(expectedWeight, quorum);
  if (weight < needed) throw new AuditOpenError("noQuorum", weight, needed);
}
