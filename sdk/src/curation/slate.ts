import type { Hex } from "viem";
import { numberToHex } from "viem";
import { PositionalTree } from "../merkle/tree.ts";
import { AuditOpenError } from "../errors/curation.ts";
import type { BallotSubject, SignedBallot } from "./ballot.ts";
import { Panel, type PanelParameters, weighSigned } from "./panel.ts";
import type { RecoverKey } from "./recover.ts";
import { LaneSums } from "./tally.ts";
import { DEFAULT_TERMS } from "./terms.ts";
import { assertQuorum, MIN_BALLOTS } from "./verdict.ts";
import { LANES, lowBits, setBits } from "./words.ts";

/** What {@link slateVerdict} needs: everything that `closeSlate` reads on chain. */
export type SlateVerdictParameters = Omit<BallotSubject, "kind" | "firstWord" | "subject"> &
  PanelParameters & {
    slateId: bigint;
    /** Candidates. */
    count: number;
    /** How many of them are to be selected. */
    k: number;
    /** In wire order: see `packBallots`. */
    ballots: readonly SignedBallot[];
    previousWeight?: number;
    recover?: RecoverKey;
  };

/** The result of one set of ballots on a slate. */
export type SlateVerdict = {
  weight: number;
  expectedWeight: number;
  /** Least weight behind a selected candidate; 0: fewer than k have any. */
  threshold: number;
  /** Places of the selected candidates, rising: k of them, or all that have any weight. */
  selected: number[];
  /** The same, one word for each 256 candidates. */
  selectedWords: bigint[];
};

/**
 * The k lanes with the greatest sums among `all`; of equals at the cut the lowest. Lanes without any weight never are:
 * then there may be fewer than k, and the threshold is zero.
 */
export function topK(sums: LaneSums, k: number, all: bigint): { lanes: bigint; threshold: number } {
  let counted = 0n;
  for (let plane = 0; plane < sums.width; plane += 1) counted |= sums.plane(plane) & all;
  if (setBits(counted).length < k) return { lanes: counted, threshold: 0 };
  let [candidates, selected, threshold, needed] = [counted, 0n, 0, k];
  for (let plane = sums.width - 1; plane >= 0; plane -= 1) {
    const high = candidates & sums.plane(plane);
    const found = setBits(high).length;
    if (found >= needed) {
      candidates = high;
      threshold += 2 ** plane;
    } else {
      selected |= high;
      needed -= found;
      candidates ^= high;
    }
  }
  const lowest = setBits(candidates).slice(0, needed);
  return { lanes: lowest.reduce((lanes, lane) => lanes | (1n << BigInt(lane)), selected), threshold };
}

/** Weight of a slate's panel on average: everybody is asked where the chain can hear them all. */
export function slatePanel(curators: number): number {
  return curators <= 255 ? 2048 : 128;
}

/**
 * The result that `closeSlate` would give: every ballot is checked as the chain checks it.
 *
 * Throws `BallotRejectedError` for a ballot that would be refused, `AuditOpenError` where there is no result yet.
 */
export async function slateVerdict(parameters: SlateVerdictParameters): Promise<SlateVerdict> {
  const { ballots, count, k, previousWeight = 0, terms = DEFAULT_TERMS } = parameters;
  const ofSlate = { ...terms, panel: slatePanel(parameters.electorate.curators) };
  const panel = new Panel(parameters.seed, { ...parameters, terms: ofSlate, producerIndex: 0, excludedIndex: 0 });
  if (ballots.length < MIN_BALLOTS) throw new AuditOpenError("tooFewBallots", ballots.length, MIN_BALLOTS);
  const subject: BallotSubject = { ...parameters, kind: "slate", subject: parameters.slateId, firstWord: 0 };
  const weights = await weighSigned(panel, subject, ballots, parameters.recover);
  const weight = weights.reduce((sum, own) => sum + own, 0);
  const { expectedWeight } = panel;
  assertQuorum(weight, expectedWeight, terms);
  if (weight <= previousWeight) throw new AuditOpenError("notHeavier", weight, previousWeight + 1);
  const humans = panel.humans(ballots);
  if (humans < terms.minHumanBallots) throw new AuditOpenError("tooFewHumans", humans, terms.minHumanBallots);
  const sums = new LaneSums();
  const all = lowBits(count);
  ballots.forEach(({ words }, at) => sums.add(joinWords(words) & all, weights[at] as number));
  const { lanes, threshold } = topK(sums, k, all);
  return { weight, expectedWeight, threshold, selected: setBits(lanes), selectedWords: splitWords(lanes, count) };
}

/** Words as one number, the first one lowest. */
function joinWords(words: readonly bigint[]): bigint {
  return words.reduceRight((joined, word) => (joined << BigInt(LANES)) | word, 0n);
}

function splitWords(lanes: bigint, count: number): bigint[] {
  const words = Array.from({ length: Math.ceil(count / LANES) }, (_, word) => lanes >> BigInt(LANES * word));
  return words.map((word) => BigInt.asUintN(LANES, word));
}

/** Proof that a candidate stands at its place: what `requestRefinement` takes. */
export function slateProof(candidates: readonly bigint[], candidate: number): Hex[] {
  return treeOf(candidates).proof(candidate);
}

/** Root of a slate's candidates. */
export function slateRoot(candidates: readonly bigint[]): Hex {
  return treeOf(candidates).root;
}

function treeOf(candidates: readonly bigint[]): PositionalTree {
  return PositionalTree.from(candidates.map((assetId) => numberToHex(assetId, { size: 32 })));
}
