import { AuditOpenError } from "../errors/curation.ts";
import type { BallotSubject, SignedBallot } from "./ballot.ts";
import { Panel, type PanelParameters, weighSigned } from "./panel.ts";
import type { RecoverKey } from "./recover.ts";
import { LaneSums } from "./tally.ts";
import { DEFAULT_TERMS } from "./terms.ts";
import { assertQuorum, MIN_BALLOTS, partOf } from "./verdict.ts";
import { fromMasks, LANES, lowBits, type MaskRange } from "./words.ts";

/** ppm of the expected weight that decides about a challenged asset. */
const MAJORITY = 600_000;

/** What {@link adjudicationVerdict} needs: everything that `adjudicate` reads on chain. */
export type AdjudicationParameters = Omit<BallotSubject, "kind" | "subject" | "firstWord"> &
  Omit<PanelParameters, "widening"> &
  MaskRange & {
    lotId: bigint;
    /** In wire order: see `packBallots`. */
    ballots: readonly SignedBallot[];
    /** Before the ballot deadline: then all who are drawn have to be there. */
    early?: boolean;
    recover?: RecoverKey;
  };

/** What a panel decides about one challenge. */
export type Adjudication = {
  weight: number;
  expectedWeight: number;
  /** One word for each of the challenge's. */
  decided: bigint[];
  /** Of the decided ones, those that stay blocked. */
  upheld: bigint[];
  /** Indices of the assets that are freed, rising. */
  cleared: number[];
  /** Indices of the assets about which nothing is decided, rising. */
  open: number[];
};

/**
 * What `adjudicate` would decide: every ballot is checked as the chain checks it.
 *
 * Throws `BallotRejectedError` for a ballot that would be refused, `AuditOpenError` where nothing is decided.
 */
export async function adjudicationVerdict(parameters: AdjudicationParameters): Promise<Adjudication> {
  const { ballots, masks, firstWord, terms = DEFAULT_TERMS } = parameters;
  // A panel on challenges is never widened.
  const panel = new Panel(parameters.seed, parameters);
  if (ballots.length < MIN_BALLOTS) throw new AuditOpenError("tooFewBallots", ballots.length, MIN_BALLOTS);
  const subject: BallotSubject = { ...parameters, kind: "adjudication", subject: parameters.lotId };
  const weights = await weighSigned(panel, subject, ballots, parameters.recover);
  const weight = weights.reduce((sum, own) => sum + own, 0);
  const { expectedWeight } = panel;
  assertQuorum(weight, expectedWeight, terms);
  const humans = panel.humans(ballots);
  if (humans < terms.minHumanBallots) throw new AuditOpenError("tooFewHumans", humans, terms.minHumanBallots);
  if (parameters.early === true) assertAllThere(panel, ballots);
  const needed = partOf(expectedWeight, MAJORITY);
  const words = masks.map((mask, word) => decideWord(ballots, weights, word, mask, needed));
  const [decided, upheld] = [words.map((word) => word.decided), words.map((word) => word.upheld)];
  if (decided.every((word) => word === 0n)) throw new AuditOpenError("undecided", 0, 1);
  const assets = (of: (mask: bigint, at: number) => bigint) => fromMasks({ firstWord, masks: masks.map(of) });
  return {
    ...{ weight, expectedWeight, decided, upheld },
    cleared: assets((_, at) => (decided[at] as bigint) & ~(upheld[at] as bigint)),
    open: assets((mask, at) => mask & ~(decided[at] as bigint)),
  };
}

function decideWord(
  ballots: readonly SignedBallot[],
  weights: readonly number[],
  word: number,
  mask: bigint,
  needed: number,
): { decided: bigint; upheld: bigint } {
  const [ok, defect] = [new LaneSums(), new LaneSums()];
  ballots.forEach(({ words }, at) => {
    ok.add((words[2 * word] ?? 0n) & mask, weights[at] as number);
    defect.add((words[2 * word + 1] ?? 0n) & mask, weights[at] as number);
  });
  const all = lowBits(LANES);
  const broken = defect.atLeast(needed, all);
  // More can be drawn than expected, and both sides have enough: then nothing is decided.
  const decided = (ok.atLeast(needed, all) ^ broken) & mask;
  return { decided, upheld: decided & broken };
}

function assertAllThere(panel: Panel, ballots: readonly { curator: number }[]): void {
  const there = new Set(ballots.map(({ curator }) => curator));
  const drawn = panel.drawn();
  const cast = drawn.filter((index) => there.has(index)).length;
  if (cast < drawn.length) throw new AuditOpenError("ballotsOpen", cast, drawn.length);
}
