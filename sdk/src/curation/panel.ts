import { type Address, isAddressEqual } from "viem";
import { BallotRejectedError } from "../errors/curation.ts";
import { assertWords, type BallotSubject, type SignedBallot } from "./ballot.ts";
import type { Electorate } from "./electorate.ts";
import { drawnWeight, expectedWeight, factorOf } from "./sortition.ts";
import { recoverBallotKeys, type RecoverKey } from "./recover.ts";
import { type AuditTerms, DEFAULT_TERMS } from "./terms.ts";
import { MIN_BALLOTS } from "./verdict.ts";

/** What a panel has to know of a curator. */
export type ElectorCurator = {
  key: Address;
  /** In the epoch whose standings count. */
  standing: number;
  agent: boolean;
  struckOff: boolean;
};

/** Who may judge something, and with which weight: everything that the chain reads about it. */
export type PanelParameters = {
  /** Terms of the lot; the defaults where it has none of its own. */
  terms?: AuditTerms;
  electorate: Electorate;
  curators: ReadonlyMap<number, ElectorCurator>;
  /** Index of the lot's producer among the curators; 0 = none. */
  producerIndex?: number;
  /** Index of the curator to whom the producer delegated its votes; 0 = none. */
  excludedIndex?: number;
  /** Index of the challenger whose challenge is judged, which judges only where others are too few; 0 = none. */
  challengerIndex?: number;
  widening?: number;
};

/** A panel of one seed. */
export class Panel {
  /** Weight that it has on average: what quorum and coverage are shares of. */
  readonly expectedWeight: number;
  readonly #factor: bigint;
  readonly #challengerIndex: number;

  constructor(
    readonly seed: `0x${string}`,
    readonly parameters: PanelParameters,
  ) {
    const { electorate, terms = DEFAULT_TERMS } = parameters;
    this.#factor = factorOf(terms.panel, electorate);
    this.#challengerIndex = isChallengerBarred(parameters) ? (parameters.challengerIndex ?? 0) : 0;
    const excluded = this.#excluded.map((index) => parameters.curators.get(index)?.standing ?? 0);
    this.expectedWeight = expectedWeight({ panel: terms.panel, electorate, excluded });
  }

  /** The lot's producer, its delegate and a challenger that is barred, each once. */
  get #excluded(): number[] {
    const { producerIndex = 0, excludedIndex = 0 } = this.parameters;
    return [...new Set([producerIndex, excludedIndex, this.#challengerIndex])].filter((index) => index !== 0);
  }

  /** Why a curator does not judge here, whatever is drawn. */
  refusalOf(index: number): string | undefined {
    const { curators, terms = DEFAULT_TERMS } = this.parameters;
    const curator = curators.get(index);
    if (curator === undefined) return "there is no such curator";
    if (index === this.parameters.producerIndex) return "the curator produced the lot";
    if (index === this.parameters.excludedIndex) return "the lot's producer delegated its votes to the curator";
    if (index !== 0 && index === this.#challengerIndex) return "the curator made the challenge";
    if (curator.struckOff) return "the curator was struck off";
    return curator.agent && !terms.agentsJudge ? "the curator is an agent" : undefined;
  }

  /** What a curator weighs; 0: not drawn. */
  weightOf(index: number, widening = this.parameters.widening ?? 0): number {
    if (this.refusalOf(index) !== undefined) return 0;
    const standing = this.parameters.curators.get(index)?.standing ?? 0;
    return drawnWeight({ seed: this.seed, index, standing, factor: this.#factor, widening });
  }

  /** Indices of all curators that were drawn, rising. */
  drawn(widening?: number): number[] {
    return [...this.parameters.curators.keys()]
      .filter((index) => this.weightOf(index, widening) > 0)
      .sort((a, b) => a - b);
  }

  /** People among curators. */
  humans(ballots: readonly { curator: number }[]): number {
    return ballots.filter(({ curator }) => this.parameters.curators.get(curator)?.agent === false).length;
  }
}

/** Whether the challenger is kept out: only where at least three others with a standing are left. */
export function isChallengerBarred(
  parameters: Pick<PanelParameters, "electorate" | "challengerIndex" | "producerIndex" | "excludedIndex"> & {
    curators: ReadonlyMap<number, Pick<ElectorCurator, "standing">>;
  },
): boolean {
  const { curators, electorate, challengerIndex = 0, producerIndex = 0, excludedIndex = 0 } = parameters;
  if (challengerIndex === 0) return false;
  const absent = [...new Set([challengerIndex, producerIndex, excludedIndex])];
  const standing = absent.filter((index) => (curators.get(index)?.standing ?? 0) > 0);
  return electorate.curators - standing.length >= MIN_BALLOTS;
}

/**
 * The weights of ballots in wire order, each of them checked as the chain checks it; throws `BallotRejectedError` for
 * one that would be refused.
 */
export async function weighSigned(
  panel: Panel,
  subject: BallotSubject,
  ballots: readonly SignedBallot[],
  recover?: RecoverKey,
): Promise<number[]> {
  const weights = ballots.map(({ curator }) => requireDrawn(panel, curator));
  assertOrder(ballots, weights);
  for (const { words } of ballots) assertWords(words, subject.kind);
  const signers = await recoverBallotKeys(subject, ballots, recover);
  ballots.forEach(({ curator }, at) => {
    const [signer, key] = [signers[at], panel.parameters.curators.get(curator)?.key];
    if (signer === undefined || key === undefined || !isAddressEqual(signer, key)) {
      throw new BallotRejectedError(curator, "the signature is not the curator's");
    }
  });
  return weights;
}

function requireDrawn(panel: Panel, curator: number): number {
  const refusal = panel.refusalOf(curator);
  if (refusal !== undefined) throw new BallotRejectedError(curator, refusal);
  const weight = panel.weightOf(curator);
  if (weight === 0) throw new BallotRejectedError(curator, "the curator is not drawn");
  return weight;
}

/** Weights fall; among equals, indices rise. */
function assertOrder(ballots: readonly { curator: number }[], weights: readonly number[]): void {
  ballots.forEach(({ curator }, at) => {
    if (at === 0) return;
    const [before, weight] = [weights[at - 1] as number, weights[at] as number];
    const rises = before === weight && (ballots[at - 1]?.curator ?? 0) < curator;
    if (before <= weight && !rises) throw new BallotRejectedError(curator, "it is out of order or there twice");
  });
}
