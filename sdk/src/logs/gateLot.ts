import type { Address, Hex } from "viem";
import type { CloseVerdictParameters } from "../curation/close.ts";
import type { Outcome } from "../curation/outcome.ts";
import type { AuditTerms } from "../curation/terms.ts";
import { LANES } from "../curation/words.ts";
import type { LotStatus } from "../types/enums.ts";

/** One close: what was announced, and what it has to be re-computed from. */
export type ReplayedClose = {
  announced: {
    status: LotStatus;
    expectedWeight: number;
    weight: number;
    humanBallots: number;
    widening: number;
    covered: bigint;
    bad: bigint;
    weights: bigint;
  };
  parameters: CloseVerdictParameters;
  outcome: Outcome;
};

/** One audit of a lot. */
export type ReplayedAudit = {
  /** 0, or 1 after a suspension. */
  round: number;
  seedBlock: bigint;
  plan: number;
  /** Version of the terms. */
  terms: number;
  epoch: number;
  /** Index of the curator to whom the producer delegated its votes; 0 = none. */
  excluded: number;
  seed: Hex | undefined;
  /** Oldest first; each one after the first replaced its predecessor. */
  closes: ReplayedClose[];
  settled: boolean;
};

/** One challenge. */
export type ReplayedChallenge = {
  challenger: Address;
  firstWord: number;
  /** What is undecided. */
  masks: readonly bigint[];
  /** Units of the audit token: still at stake, without fees. */
  bond: bigint;
  suspended: boolean;
};

/** One vetoed word. */
export type ReplayedVeto = { mask: bigint; until: bigint; confirmed: boolean };

/** A lot as its gate's events tell it. */
export class GateLot {
  /** By round. */
  readonly audits: ReplayedAudit[] = [];
  /** By number. */
  readonly challenges = new Map<number, ReplayedChallenge>();
  /** By word. */
  readonly vetoes = new Map<number, ReplayedVeto>();
  /** Masks of blocked assets by word. */
  readonly #blocked = new Map<number, bigint>();
  /** Who judges the challenges. */
  panel: { seedBlock: bigint; epoch: number; seed: Hex | undefined } | undefined;
  /** Id of the challenge that suspended the lot; 0 = none. */
  suspender = 0;
  status: LotStatus = "pending";
  /** Of the lot's bond: paid to challengers, units of the audit token. */
  paid = 0n;
  /** Whether there ever was a veto. */
  vetoed = false;
  /** Whether assets stay blocked that no panel judged. */
  undecided = false;
  /** One word for each 256 assets, once it was opened as a canary. */
  truth: readonly bigint[] | undefined;

  constructor(
    readonly lotId: bigint,
    readonly producer: Address,
    readonly count: number,
  ) {}

  /** The audit that counts. */
  get audit(): ReplayedAudit | undefined {
    return this.audits.at(-1);
  }

  /** Whether there ever was a challenge or a veto: then a replacing verdict only adds. */
  get disputed(): boolean {
    return this.challenges.size > 0 || this.vetoed;
  }

  /**
   * Whether what is blocked tells defects that the panel let pass: there was a veto, or challenges of one asset in 256
   * were upheld and paid for, or more than the bond could pay; and nothing was left undecided.
   */
  provesDefects({ bond, challengeBond }: Pick<AuditTerms, "bond" | "challengeBond">): boolean {
    if (this.status !== "accepted" || !this.disputed || this.undecided) return false;
    if (this.vetoed) return true;
    return this.paid !== 0n && (this.paid === bond || this.paid * BigInt(LANES) >= BigInt(this.count) * challengeBond);
  }

  /** Mask of one word. */
  blockedIn(word: number): bigint {
    return this.#blocked.get(word) ?? 0n;
  }

  /** Words with a blocked asset, rising. */
  get blockedWords(): { word: number; mask: bigint }[] {
    const words = [...this.#blocked].map(([word, mask]) => ({ word, mask })).filter(({ mask }) => mask !== 0n);
    return words.sort((a, b) => a.word - b.word);
  }

  /** Adds to a word. */
  block(word: number, mask: bigint): void {
    this.#blocked.set(word, this.blockedIn(word) | mask);
  }

  /** Takes from a word. */
  free(word: number, mask: bigint): void {
    this.#blocked.set(word, this.blockedIn(word) & ~mask);
  }

  /** What a verdict blocks: instead of the last one's, or on top of it where the lot is disputed. */
  decide(status: LotStatus, blocked: readonly { word: number; mask: bigint }[]): void {
    this.status = status;
    if (!this.disputed) this.#blocked.clear();
    for (const { word, mask } of blocked) {
      this.block(word, mask);
      const veto = this.vetoes.get(word);
      if (veto !== undefined) this.vetoes.set(word, { ...veto, mask: veto.mask & ~mask });
    }
  }
}
