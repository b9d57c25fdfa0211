import type { Address, Hex } from "viem";
import { adjudicationVerdict } from "../curation/adjudication.ts";
import { closeVerdict, type CloseVerdict } from "../curation/close.ts";
import { epochAt } from "../curation/electorate.ts";
import { badAssets, outcomeOf, unpackWeights } from "../curation/outcome.ts";
import { parseBallots } from "../curation/pack.ts";
import { parsePays, parseScores } from "../curation/records.ts";
import { deriveSeed, lanePosition } from "../curation/sample.ts";
import { scoreBallots } from "../curation/scoring.ts";
import { slateVerdict } from "../curation/slate.ts";
import { countVerdict, FIRST_INSPECTION, type Inspection } from "../curation/switching.ts";
import type { AuditTerms } from "../curation/terms.ts";
import { LANES, lowBits, toBlockedWords } from "../curation/words.ts";
import { ImprimaturError } from "../errors/base.ts";
import { nameOf } from "../types/codec.ts";
import { LOT_STATUSES, PRODUCER_LEVELS } from "../types/enums.ts";
import { indexOf as indexInLot, lotOf, producerOf } from "../types/ids.ts";
import { type Difference, differ } from "./difference.ts";
import type { GateArgs, GateEvent } from "./gateEvents.ts";
import { GateLot, type ReplayedAudit, type ReplayedClose } from "./gateLot.ts";
import { PurseReplay } from "./purseReplay.ts";
import { RollReplay } from "./rollReplay.ts";
import { ScoreReplay } from "./scoreReplay.ts";

/** What a replay has to know beside the events. */
export type GateReplayParameters = {
  chainId: number;
  curation: Address;
  /** Unix seconds at which the studio was made. */
  created: bigint;
  /** prevRandao of a block. */
  randaoOf: (block: bigint) => Promise<Hex>;
  /** Assets in a lot. */
  countOf: (lotId: bigint) => number;
};

/** A gate's whole history from its events in order: every verdict is re-computed, every sum is kept. */
export class GateReplay {
  readonly roll = new RollReplay();
  readonly lots = new Map<bigint, GateLot>();
  /** Verdicts by the rules, by lot: the newest. */
  readonly verdicts = new Map<bigint, CloseVerdict>();
  readonly purse = new PurseReplay();
  readonly scores = new ScoreReplay();
  /** Levels by producer in lower case. */
  readonly inspections = new Map<string, Inspection>();
  /** Sets of canaries by root. */
  readonly canaries = new Map<Hex, { poster: Address; count: number; opened: number; bond: bigint }>();
  readonly differences: Difference[] = [];
  auditToken: Address | undefined;
  readonly #salts = new Map<bigint, Hex>();
  readonly #slates = new Map<bigint, GateArgs<"SlateOpened"> & { weight: number }>();
  readonly #is: GateReplayParameters;

  constructor(parameters: GateReplayParameters) {
    this.#is = parameters;
  }

  /** Takes the next event; `time` is its block's. */
  async apply({ eventName, args }: GateEvent, time: bigint): Promise<void> {
    await (this.#handlers[eventName] as (args: unknown, time: bigint) => unknown)(args, time);
  }

  readonly #handlers: { [Name in GateEvent["eventName"]]: (args: GateArgs<Name>, time: bigint) => unknown } = {
    CuratorRegistered: (args) => this.roll.register(args),
    StandingSet: (args) => this.roll.setStanding(args),
    CuratorStruckOff: ({ index, forfeited }) => {
      this.roll.strike(index, true);
      this.purse.payOut(index, forfeited);
    },
    CuratorReadmitted: ({ index }) => this.roll.strike(index, false),
    TermsSet: ({ version, terms }) => this.roll.setTerms(version, terms),
    AuditTokenSet: ({ token }) => {
      this.auditToken = token;
    },
    SaltRevealed: ({ span, link }) => this.#salts.set(span, link),
    Deposited: ({ account, amount }) => {
      this.purse.deposit(account, amount);
      this.purse.flow(amount);
    },
    DepositWithdrawn: ({ account, amount }) => {
      this.purse.deposit(account, -amount);
      this.purse.flow(-amount);
    },
    ProducerLevelSet: (args) => this.#setLevel(args),
    AuditOpened: (args) => this.#open(args),
    SeedBlockSet: ({ lotId, round, seedBlock }) => {
      const audit = this.lots.get(lotId)?.audits[round];
      if (audit !== undefined) audit.seedBlock = BigInt(seedBlock);
    },
    SeedDrawn: (args) => this.#draw(args),
    AuditClosed: (args) => this.#close(args),
    CanariesCommitted: ({ root, poster, count, bond }) => {
      this.canaries.set(root, { poster, count, opened: 0, bond });
      this.purse.stake(poster, bond);
    },
    CanaryOpened: (args) => this.#openCanary(args),
    CanariesReturned: ({ root, bond }) => {
      const poster = this.#endCanaries(root);
      if (poster !== undefined) this.purse.stake(poster, -bond);
    },
    CanariesForfeited: ({ root, bond }) => {
      this.#endCanaries(root);
      this.purse.slash(bond);
    },
    CuratorsScored: (args, time) => this.#score(args, time),
    PracticeScored: ({ index, hits, misses, falseAlarms, canaryPoints }, time) => {
      const tallies = { hits: Number(hits), misses: Number(misses), falseAlarms: Number(falseAlarms) };
      this.scores.add({ curator: index, ...tallies, points: Number(canaryPoints), pay: 0n }, this.#epochAt(time), true);
    },
    LotSettled: (args) => this.#settle(args),
    LotExpired: ({ lotId, round, bond, fee }) => {
      const audit = this.lots.get(lotId)?.audits[round];
      if (audit !== undefined) audit.settled = true;
      this.purse.stake(producerOf(lotId), -bond);
      this.purse.stake(this.#payerOf(lotId, round), -fee);
    },
    LotChallenged: (args) => this.#challenge(args),
    LotSuspended: ({ lotId, id }) => {
      const lot = this.lots.get(lotId);
      if (lot === undefined) return;
      lot.status = "suspended";
      lot.suspender = id;
      const challenge = lot.challenges.get(id);
      if (challenge !== undefined) lot.challenges.set(id, { ...challenge, suspended: true });
    },
    PanelCalled: ({ lotId, seedBlock, epoch }) => {
      const lot = this.lots.get(lotId);
      if (lot !== undefined) lot.panel = { seedBlock: BigInt(seedBlock), epoch, seed: undefined };
    },
    PanelDrawn: (args) => this.#drawPanel(args),
    ChallengeJudged: (args) => this.#adjudicate(args),
    ChallengeResolved: (args) => this.#resolve(args),
    AdjudicatorsPaid: ({ pays }) => {
      for (const { curator, pay } of parsePays(pays)) this.purse.earn(curator, pay);
    },
    DuplicateProved: ({ copy, prover, reward }) => {
      this.lots.get(lotOf(copy))?.block(Math.floor(indexInLot(copy) / LANES), 1n << BigInt(indexInLot(copy) % LANES));
      this.purse.deposit(producerOf(lotOf(copy)), -reward);
      this.purse.deposit(prover, reward);
    },
    AssetsVetoed: ({ lotId, word, mask, until }) => {
      const lot = this.lots.get(lotId);
      if (lot === undefined) return;
      lot.vetoed = true;
      lot.vetoes.set(word, { mask, until: BigInt(until), confirmed: false });
      lot.block(word, mask);
    },
    VetoAppealed: ({ lotId, word, until }) => this.#changeVeto(lotId, word, { until: BigInt(until) }),
    VetoConfirmed: ({ lotId, word }) => this.#changeVeto(lotId, word, { confirmed: true }),
    VetoLifted: ({ lotId, word, mask }) => {
      const lot = this.lots.get(lotId);
      this.#changeVeto(lotId, word, { mask: (lot?.vetoes.get(word)?.mask ?? 0n) & ~mask });
      lot?.free(word, mask);
    },
    EpochClosed: ({ epoch, budget, ...announced }) => {
      const { points, canaryPoints } = this.scores.in(epoch);
      this.#differ(`epoch ${epoch}`, announced, { points, canaryPoints });
      this.scores.close(epoch, budget);
    },
    ReputationClaimed: ({ epoch, account }) => this.scores.claim(this.roll.indexOf(account), epoch),
    PayClaimed: ({ index, amount }) => this.purse.payOut(index, amount),
    SlateOpened: (args) => this.#slates.set(args.slateId, { ...args, weight: 0 }),
    SlateClosed: (args) => this.#closeSlate(args),
  };

  #epochAt(time: bigint): number {
    return epochAt(time, this.#is.created);
  }

  #payerOf(lotId: bigint, round: number): Address {
    const lot = this.lots.get(lotId);
    const suspender = round === 0 ? undefined : lot?.challenges.get(lot.suspender)?.challenger;
    return suspender ?? producerOf(lotId);
  }

  #differ(subject: string, found: Parameters<typeof differ>[1], expected: Parameters<typeof differ>[2]): void {
    this.differences.push(...differ(subject, found, expected));
  }

  // Audits

  #open({ lotId, round, seedBlock, producer, ...opened }: GateArgs<"AuditOpened">): void {
    const lot = this.lots.get(lotId) ?? new GateLot(lotId, producer, this.#is.countOf(lotId));
    this.lots.set(lotId, lot);
    lot.audits[round] = { ...opened, round, seedBlock: BigInt(seedBlock), seed: undefined, closes: [], settled: false };
    if (round !== 0) return;
    const { bond, fee } = this.roll.termsOf(opened.terms);
    this.purse.stake(producer, bond + fee);
  }

  async #draw({ lotId, seed }: GateArgs<"SeedDrawn">): Promise<void> {
    const audit = this.lots.get(lotId)?.audit;
    if (audit === undefined) return;
    audit.seed = seed;
    this.#differ(subjectOf(lotId, audit.round), { seed }, { seed: await this.#seedOf(lotId, audit.seedBlock) });
  }

  async #drawPanel({ lotId, seed }: GateArgs<"PanelDrawn">): Promise<void> {
    const panel = this.lots.get(lotId)?.panel;
    if (panel === undefined) return;
    panel.seed = seed;
    this.#differ(`panel of lot ${lotId}`, { seed }, { seed: await this.#seedOf(lotId, panel.seedBlock) });
  }

  async #seedOf(lotId: bigint, seedBlock: bigint): Promise<Hex> {
    const salt = this.#salts.get(seedBlock / 256n);
    const prevRandao = await this.#is.randaoOf(seedBlock);
    return deriveSeed({ lotId, prevRandao, ...(salt === undefined ? {} : { salt }) });
  }

  /** Who judges a lot by the standings of an epoch, with the keys of this moment. */
  #panelOf(lot: GateLot, epoch: number, excludedIndex: number, terms: AuditTerms) {
    return {
      curators: this.roll.curatorsAt(epoch),
      electorate: this.roll.electorateAt(epoch),
      producerIndex: this.roll.indexOf(lot.producer),
      excludedIndex,
      terms,
    };
  }

  async #close(args: GateArgs<"AuditClosed">): Promise<void> {
    const { lotId, ballots, charterVersion, covered, bad, weights } = args;
    const lot = this.lots.get(lotId);
    const audit = lot?.audit;
    if (lot === undefined || audit?.seed === undefined) return;
    const { seed, plan, epoch, excluded } = audit;
    const status = nameOf(LOT_STATUSES, args.status);
    const terms = this.roll.termsOf(audit.terms);
    const { expectedWeight, weight, humanBallots, widening } = args;
    const announced = { status, expectedWeight, weight, humanBallots, widening, covered, bad, weights };
    const { chainId, curation } = this.#is;
    const close: ReplayedClose = {
      announced,
      outcome: outcomeOf({ seed, ballots, covered, bad, weights }),
      parameters: {
        ...{ chainId, curation, lotId, seed, charterVersion, plan, widening, count: lot.count },
        ...this.#panelOf(lot, epoch, excluded, terms),
        previousWeight: audit.closes.at(-1)?.announced.weight ?? 0,
        ballots: parseBallots(ballots),
      },
    };
    audit.closes.push(close);
    await this.#check(`${subjectOf(lotId, audit.round)}, close ${audit.closes.length}`, status, async () => {
      const verdict = await closeVerdict(close.parameters);
      this.verdicts.set(lotId, verdict);
      return { announced, expected: verdict };
    });
    const before = audit.closes.at(-2)?.outcome.bad ?? 0n;
    if (lot.disputed && (before & ~bad) !== 0n) lot.undecided = true;
    const sample = { seed, count: lot.count, plan, terms, bad };
    lot.decide(status, status === "accepted" ? toBlockedWords(badAssets(sample)) : []);
  }

  /** Compares what was announced with what the rules say; where they allow nothing, that is the difference. */
  async #check(
    subject: string,
    status: string,
    recompute: () => Promise<{ announced: object; expected: object }>,
  ): Promise<void> {
    try {
      const { announced, expected } = await recompute();
      const fields = Object.keys(announced) as never[];
      const rules = Object.fromEntries(fields.map((field) => [field, expected[field]]));
      this.#differ(subject, announced, rules);
    } catch (error) {
      if (!ImprimaturError.is(error)) throw error;
      const found = `${status} although: ${error.shortMessage}`;
      this.differences.push({ subject, field: "verdict", found, expected: "none" });
    }
  }

  // Settlements

  #score({ lotId, round, canary, defects, scores }: GateArgs<"CuratorsScored">, time: bigint): void {
    const lot = this.lots.get(lotId);
    const audit = lot?.audits[round];
    const close = audit?.closes.at(-1);
    if (lot === undefined || audit === undefined || close === undefined) return;
    const subject = `${subjectOf(lotId, round)}, scores`;
    const { covered, weights } = close.outcome;
    this.#differ(subject, { defects }, { defects: this.#truthOf(lot, audit, close, canary) });
    const drawn = unpackWeights(weights);
    const expected = scoreBallots({
      ...{ judged: covered, known: canary ? covered : defects, defects, fee: this.roll.termsOf(audit.terms).fee },
      ballots: close.parameters.ballots.map(({ curator, words }, at) => ({
        ...{ curator, weight: drawn[at] ?? 0, ok: words[0] ?? 0n, defect: words[1] ?? 0n },
      })),
      before: (curator) => this.scores.of(curator),
    });
    const found = parseScores(scores);
    this.#differ(subject, { ballots: found.length }, { ballots: expected.length });
    expected.forEach(({ curator, ...rules }, at) => {
      this.#differ(`${subject} of curator ${curator}`, found[at] ?? {}, rules);
    });
    for (const score of found) {
      this.scores.add(score, this.#epochAt(time), canary);
      this.purse.earn(score.curator, score.pay);
    }
  }

  /** Judged lanes that are known to be defective without the panel. */
  #truthOf(lot: GateLot, audit: ReplayedAudit, { outcome }: ReplayedClose, canary: boolean): bigint {
    const { seed, covered, bad } = outcome;
    if (canary) return lanesIn(lot, seed, covered, lot.truth ?? []);
    if (!lot.provesDefects(this.roll.termsOf(audit.terms))) return 0n;
    const words = Math.ceil(lot.count / LANES);
    const blocked = Array.from({ length: words }, (_, word) => lot.blockedIn(word));
    return lanesIn(lot, seed, covered, blocked) & ~bad;
  }

  #settle({ lotId, round, rest, returned, slashed }: GateArgs<"LotSettled">): void {
    const lot = this.lots.get(lotId);
    const audit = lot?.audits[round];
    if (lot === undefined || audit === undefined) return;
    audit.settled = true;
    this.purse.stake(this.#payerOf(lotId, round), -rest);
    this.purse.stake(lot.producer, -returned);
    this.purse.slash(slashed);
    if (audit !== lot.audit || lot.truth !== undefined) return;
    const key = lot.producer.toLowerCase();
    this.inspections.set(key, countVerdict(this.inspections.get(key) ?? FIRST_INSPECTION, lot.status === "accepted"));
  }

  /** A level by the rules is known already; another one was set by the timelock, and begins without a past. */
  #setLevel({ producer, level }: GateArgs<"ProducerLevelSet">): void {
    const key = producer.toLowerCase();
    const name = nameOf(PRODUCER_LEVELS, level);
    if (this.inspections.get(key)?.level === name) return;
    this.inspections.set(key, { ...FIRST_INSPECTION, level: name });
  }

  #openCanary({ lotId, root, masks }: GateArgs<"CanaryOpened">): void {
    const lot = this.lots.get(lotId);
    if (lot !== undefined) [lot.truth, lot.status] = [masks, "rejected"];
    const set = this.canaries.get(root);
    if (set !== undefined) this.canaries.set(root, { ...set, opened: set.opened + 1 });
  }

  #endCanaries(root: Hex): Address | undefined {
    const set = this.canaries.get(root);
    if (set !== undefined) this.canaries.set(root, { ...set, bond: 0n });
    return set?.poster;
  }

  // Disputes

  #challenge({ lotId, id, challenger, firstWord, masks, bond, fee }: GateArgs<"LotChallenged">): void {
    const lot = this.lots.get(lotId);
    lot?.challenges.set(id, { challenger, firstWord, masks, bond, suspended: false });
    masks.forEach((mask, at) => lot?.block(firstWord + at, mask));
    this.purse.stake(challenger, bond + fee);
  }

  async #adjudicate(args: GateArgs<"ChallengeJudged">): Promise<void> {
    const { lotId, id, charterVersion, firstWord, decided, upheld } = args;
    const lot = this.lots.get(lotId);
    const challenge = lot?.challenges.get(id);
    const [audit] = lot?.audits ?? [];
    const { panel } = lot ?? {};
    if (lot === undefined || challenge === undefined || audit === undefined || panel?.seed === undefined) return;
    const { seed } = panel;
    const { masks } = challenge;
    const ballots = parseBallots(args.ballots, 2 * masks.length);
    const members = this.#panelOf(lot, panel.epoch, audit.excluded, this.roll.termsOf(audit.terms));
    const challengerIndex = this.roll.indexOf(challenge.challenger);
    const announced = { decided: String(decided), upheld: String(upheld) };
    await this.#check(`lot ${lotId}, challenge ${id}`, "judged", async () => {
      const { chainId, curation } = this.#is;
      const poll = { chainId, curation, seed, charterVersion, lotId, firstWord, masks, ballots };
      const ruling = await adjudicationVerdict({ ...poll, ...members, challengerIndex });
      return { announced, expected: { decided: String(ruling.decided), upheld: String(ruling.upheld) } };
    });
    decided.forEach((mask, at) => {
      const kept = lot.vetoes.get(firstWord + at)?.mask ?? 0n;
      lot.free(firstWord + at, mask & ~(upheld[at] ?? 0n) & ~kept);
    });
    lot.challenges.set(id, { ...challenge, masks: masks.map((mask, at) => mask & ~(decided[at] ?? 0n)) });
  }

  #resolve({ lotId, id, returned, reward, lost, undecided }: GateArgs<"ChallengeResolved">): void {
    const lot = this.lots.get(lotId);
    const challenge = lot?.challenges.get(id);
    if (lot === undefined || challenge === undefined) return;
    lot.paid += reward;
    const dropped = undecided === 0n && challenge.masks.some((mask) => mask !== 0n);
    if (dropped && lot.status === "accepted") lot.undecided = true;
    this.purse.stake(challenge.challenger, -(returned + reward));
    this.purse.stake(producerOf(lotId), -lost);
  }

  #changeVeto(lotId: bigint, word: number, change: Partial<{ mask: bigint; until: bigint; confirmed: boolean }>): void {
    const lot = this.lots.get(lotId);
    const veto = lot?.vetoes.get(word);
    if (lot === undefined || veto === undefined) return;
    const changed = { ...veto, ...change };
    if (changed.mask === 0n) lot.vetoes.delete(word);
    else lot.vetoes.set(word, changed);
  }

  // Slates

  async #closeSlate(args: GateArgs<"SlateClosed">): Promise<void> {
    const { slateId, charterVersion, expectedWeight, weight, threshold, selected } = args;
    const slate = this.#slates.get(slateId);
    if (slate === undefined) return;
    const { candidates, k, epoch, terms } = slate;
    const count = candidates.length;
    const ballots = parseBallots(args.ballots, Math.ceil(count / LANES));
    const announced = { expectedWeight, weight, threshold: Number(threshold), selected: String(selected) };
    await this.#check(`slate ${slateId}`, "closed", async () => {
      const { chainId, curation } = this.#is;
      const result = await slateVerdict({
        ...{ chainId, curation, slateId, charterVersion, count, k, ballots, previousWeight: slate.weight },
        ...{ seed: slateSeed(slateId), curators: this.roll.curatorsAt(epoch) },
        ...{ electorate: this.roll.electorateAt(epoch), terms: this.roll.termsOf(terms) },
      });
      return { announced, expected: { ...result, selected: String(result.selectedWords) } };
    });
    this.#slates.set(slateId, { ...slate, weight });
  }
}

const subjectOf = (lotId: bigint, round: number): string => (round === 0 ? `lot ${lotId}` : `lot ${lotId}, re-audit`);

/** The high half of a slate's id. */
const slateSeed = (slateId: bigint): Hex => `0x${(slateId >> 128n).toString(16).padStart(32, "0")}`;

/** Judged lanes whose asset is set in a lot's masks. */
function lanesIn(lot: GateLot, seed: Hex, covered: bigint, masks: readonly bigint[]): bigint {
  let lanes = 0n;
  const census = covered === lowBits(lot.count);
  for (let lane = 0; lane < LANES; lane += 1) {
    if ((covered & (1n << BigInt(lane))) === 0n) continue;
    const position = census ? lane : lanePosition(seed, lane, lot.count);
    const mask = masks[Math.floor(position / LANES)] ?? 0n;
    if ((mask & (1n << BigInt(position % LANES))) !== 0n) lanes |= 1n << BigInt(lane);
  }
  return lanes;
}
