import { AuditOpenError, BallotMissingError } from "../errors/curation.ts";
import type { BallotSubject, SignedBallot } from "./ballot.ts";
import { packWeights } from "./outcome.ts";
import { Panel, type PanelParameters, weighSigned } from "./panel.ts";
import type { RecoverKey } from "./recover.ts";
import { DEFAULT_TERMS } from "./terms.ts";
import { judge, type Verdict } from "./verdict.ts";

/** What {@link closeVerdict} needs: everything that `closeAudit` reads on chain. */
export type CloseVerdictParameters = Omit<BallotSubject, "kind" | "firstWord" | "subject"> &
  PanelParameters & {
    lotId: bigint;
    /** Assets in the lot. */
    count: number;
    plan: number;
    /** In wire order: see `packBallots`. */
    ballots: readonly SignedBallot[];
    /** Curators whose ballots were cast directly and have to be there. */
    inbox?: readonly number[];
    /** Weight behind the present verdict: the next one is heavier. */
    previousWeight?: number;
    /** Before the ballot deadline and without a verdict: then all who are drawn have to be there. */
    early?: boolean;
    /** Finds keys of signatures; viem's way by default, `nodeRecovery` of `/node` is faster. */
    recover?: RecoverKey;
  };

/** A verdict with what `AuditClosed` says about its ballots. */
export type CloseVerdict = Verdict & {
  humanBallots: number;
  expectedWeight: number;
  widening: number;
  /** Byte k: how many of the ballots weigh 2^k. */
  weights: bigint;
};

/**
 * The verdict that `closeAudit` would give: every ballot is checked as the chain checks it.
 *
 * Throws `BallotRejectedError` for a ballot that would be refused, `AuditOpenError` where there is no verdict yet.
 */
export async function closeVerdict(parameters: CloseVerdictParameters): Promise<CloseVerdict> {
  const { ballots, terms = DEFAULT_TERMS, widening = 0, inbox = [] } = parameters;
  const panel = new Panel(parameters.seed, parameters);
  const subject: BallotSubject = { ...parameters, kind: "audit", subject: parameters.lotId, firstWord: 0 };
  const weights = await weighSigned(panel, subject, ballots, parameters.recover);
  const there = new Set(ballots.map(({ curator }) => curator));
  const missing = inbox.find((curator) => !there.has(curator));
  if (missing !== undefined) throw new BallotMissingError(missing);
  const { expectedWeight } = panel;
  const counted = ballots.map(({ words }, at) => {
    return { weight: weights[at] as number, ok: words[0] ?? 0n, defect: words[1] ?? 0n };
  });
  const verdict = judge({ ...parameters, terms, expectedWeight, ballots: counted });
  const humanBallots = panel.humans(ballots);
  if (humanBallots < terms.minHumanBallots) {
    throw new AuditOpenError("tooFewHumans", humanBallots, terms.minHumanBallots);
  }
  assertTimely(panel, verdict.weight, parameters, there);
  return { ...verdict, humanBallots, expectedWeight, widening, weights: packWeights(weights) };
}

/** Nothing is decided before the deadline while a drawn curator is awaited, nor again by as light a set. */
function assertTimely(
  panel: Panel,
  weight: number,
  { previousWeight = 0, early = false }: CloseVerdictParameters,
  there: ReadonlySet<number>,
): void {
  if (weight <= previousWeight) throw new AuditOpenError("notHeavier", weight, previousWeight + 1);
  if (!early) return;
  const drawn = panel.drawn(0);
  const cast = drawn.filter((index) => there.has(index)).length;
  if (cast < drawn.length) throw new AuditOpenError("ballotsOpen", cast, drawn.length);
}
