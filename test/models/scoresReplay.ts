import {
  type Address,
  encodeAbiParameters,
  type Hash,
  type Hex,
  hexToBigInt,
  hexToNumber,
  keccak256,
  size,
  sliceHex,
} from "viem";
import type { ReplayedEvent } from "./curationReplay.ts";
import { type ModelEntry, type ModelScore, newScore, type ScoredBallot, settleModel } from "./curationScores.ts";

const WEEK = 7n * 86_400n;
const BALLOT_SIZE = 130;
const ENTRY_SIZE = 25;
const STATUS = { accepted: 2, rejected: 3 } as const;
const LEVEL = { normal: 0, tightened: 1, reduced: 2, stopped: 3 } as const;

/** What a producer is owed and how it is judged. */
export interface ReplayedProducer {
  free: bigint;
  level: number;
  /** Verdicts since the last move, the oldest first. */
  since: boolean[];
}

interface ReplayedRound {
  terms: { bond: bigint; fee: bigint };
  seed: Hex;
  covered: bigint;
  bad: bigint;
  weights: bigint;
  ballots: Hex;
  over: boolean;
}

interface ReplayedStake {
  producer: Address;
  count: number;
  rounds: ReplayedRound[];
  status: number;
  blocked: Map<number, bigint>;
  disputed: boolean;
  truth?: readonly bigint[];
}

/** Everything about money, scores and levels of one gate that follows from logs alone. */
export interface ReplayedScores {
  producers: Map<Address, ReplayedProducer>;
  scores: Map<number, ModelScore>;
  /** Sums by epoch as claims leave them alone. */
  epochs: Map<number, { points: bigint; canaryPoints: bigint; budget: bigint }>;
  canaries: Map<Hash, { poster: Address; bond: bigint; opened: number }>;
  lots: Map<bigint, ReplayedStake>;
}

class Disagreement extends Error {}

function demand(condition: boolean, what: string): void {
  if (!condition) throw new Disagreement(what);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Disagreement(what);
  return value;
}

/** Ballots off the wire with the weights that the close announced: byte k counts those of weight 2^k. */
function weighed({ ballots, weights }: ReplayedRound): ScoredBallot[] {
  const byRank: bigint[] = [];
  for (let k = 31; k >= 0; k--) {
    const count = Number((weights >> BigInt(8 * k)) & 0xffn);
    for (let i = 0; i < count; i++) byRank.push(1n << BigInt(k));
  }
  demand(byRank.length * BALLOT_SIZE === size(ballots), "weights of all ballots");
  return byRank.map((weight, i) => {
    const at = i * BALLOT_SIZE;
    const word = (offset: number): bigint => hexToBigInt(sliceHex(ballots, at + offset, at + offset + 32));
    return { index: hexToNumber(sliceHex(ballots, at, at + 2)), weight, ok: word(66), defect: word(98) };
  });
}

function entriesOf(packed: Hex): ModelEntry[] {
  return Array.from({ length: size(packed) / ENTRY_SIZE }, (_, i) => {
    const field = (from: number, to: number): Hex => sliceHex(packed, i * ENTRY_SIZE + from, i * ENTRY_SIZE + to);
    return {
      index: hexToNumber(field(0, 2)),
      hits: hexToNumber(field(2, 4)),
      misses: hexToNumber(field(4, 6)),
      falseAlarms: hexToNumber(field(6, 8)),
      points: hexToNumber(field(8, 11)),
      pay: hexToBigInt(field(11, 25)),
    };
  });
}

/** Lanes of a round whose asset is set in masks, looked up lane by lane. */
function lanesIn(maskOf: (word: number) => bigint, { seed, covered }: ReplayedRound, count: number): bigint {
  const lanes = covered.toString(2).length;
  let found_ = 0n;
  for (let lane = 0; lane < lanes; lane++) {
    const draw = keccak256(encodeAbiParameters([{ type: "bytes16" }, { type: "uint256" }], [seed, BigInt(lane)]));
    const position = lanes === count ? lane : Number(hexToBigInt(draw) % BigInt(count));
    if ((maskOf(position >> 8) >> BigInt(position & 255)) & 1n) found_ |= 1n << BigInt(lane);
  }
  return found_;
}

const rejectedAmong = (since: readonly boolean[], last: number): number =>
  since.slice(-last).filter((accepted) => !accepted).length;

/** Accepted lots at the end of the list. */
export const rowOf = (since: readonly boolean[]): number => since.length - 1 - since.lastIndexOf(false);

/** The level after one more verdict, from all verdicts since the last move. */
function count(producer: ReplayedProducer, accepted: boolean): void {
  const { level, since } = producer;
  if (level === LEVEL.stopped) return;
  since.push(accepted);
  const move = (next: number, past: boolean[] = []): void => {
    producer.level = next;
    producer.since = past;
  };
  if (level === LEVEL.tightened) {
    if (rejectedAmong(since, since.length) >= 5) move(LEVEL.stopped);
    else if (rowOf(since) >= 5) move(LEVEL.normal);
  } else if (level === LEVEL.reduced) {
    if (!accepted) move(LEVEL.normal, [false]);
  } else if (rejectedAmong(since, 5) >= 2) move(LEVEL.tightened);
  else if (rowOf(since) >= 10) move(LEVEL.reduced);
}

/** Re-computes scores, points, pay, deposits and levels from logs; throws where an event says what does not follow. */
export function replayScores(created: bigint, events: readonly ReplayedEvent[]): ReplayedScores {
  const state: ReplayedScores = {
    producers: new Map(),
    scores: new Map(),
    epochs: new Map(),
    canaries: new Map(),
    lots: new Map(),
  };
  const terms = new Map<number, { bond: bigint; fee: bigint }>([[0, { bond: 0n, fee: 0n }]]);
  const accounts = new Map<Address, number>();
  const counts = new Map<bigint, number>();
  let announced: { account: Address; level: number } | undefined;

  const producerOf = (account: Address): ReplayedProducer => {
    const producer = state.producers.get(account) ?? { free: 0n, level: LEVEL.normal, since: [] };
    state.producers.set(account, producer);
    return producer;
  };
  const lotOf = (args: Record<string, unknown>): ReplayedStake =>
    found(state.lots.get(args["lotId"] as bigint), "an audit of this lot");
  const roundOf = (lot: ReplayedStake, round: unknown): ReplayedRound =>
    found(lot.rounds[round as number], "this round");
  const epochAt = (timestamp: bigint): number => Number((timestamp - created) / WEEK);
  const epochOf = (epoch: number) => {
    const sum = state.epochs.get(epoch) ?? { points: 0n, canaryPoints: 0n, budget: 0n };
    state.epochs.set(epoch, sum);
    return sum;
  };
  const newest = (): number => Math.max(...terms.keys());

  const handlers: Record<string, (args: Record<string, unknown>, timestamp: bigint) => void> = {
    TermsSet: ({ version, terms: set }) => {
      terms.set(version as number, set as { bond: bigint; fee: bigint });
    },
    CuratorRegistered: ({ index, account }) => {
      accounts.set(account as Address, index as number);
    },
    Deposited: ({ account, amount }) => {
      producerOf(account as Address).free += amount as bigint;
    },
    DepositWithdrawn: ({ account, amount }) => {
      producerOf(account as Address).free -= amount as bigint;
    },
    LotCommitted: ({ lotId, count: assets }) => {
      counts.set(lotId as bigint, assets as number);
    },
    AuditOpened: ({ lotId, producer, round, terms: version }) => {
      const lot = state.lots.get(lotId as bigint) ?? {
        producer: producer as Address,
        count: counts.get(lotId as bigint) ?? 0,
        rounds: [],
        status: 0,
        blocked: new Map<number, bigint>(),
        disputed: false,
      };
      state.lots.set(lotId as bigint, lot);
      const { bond, fee } = found(terms.get(version as number), "these terms");
      lot.rounds[round as number] = {
        terms: { bond, fee },
        seed: "0x",
        covered: 0n,
        bad: 0n,
        weights: 0n,
        ballots: "0x",
        over: false,
      };
      if (round === 0) producerOf(lot.producer).free -= bond + fee;
    },
    SeedDrawn: (args) => {
      const lot = lotOf(args);
      roundOf(lot, lot.rounds.length - 1).seed = args["seed"] as Hex;
    },
    AuditClosed: (args) => {
      const lot = lotOf(args);
      const { covered, bad, weights, ballots } = args as unknown as ReplayedRound;
      Object.assign(roundOf(lot, lot.rounds.length - 1), { covered, bad, weights, ballots });
    },
    VerdictSet: ({ lotId, status }) => {
      const lot = state.lots.get(lotId as bigint);
      if (lot !== undefined) lot.status = status as number;
    },
    BlockedSet: ({ lotId, word, mask }) => {
      state.lots.get(lotId as bigint)?.blocked.set(Number(word), mask as bigint);
    },
    AssetsVetoed: (args) => {
      lotOf(args).disputed = true;
    },
    CanariesCommitted: ({ root, poster, bond }) => {
      demand(bond === terms.get(newest())?.bond, "bond of canaries");
      producerOf(poster as Address).free -= bond as bigint;
      state.canaries.set(root as Hash, { poster: poster as Address, bond: bond as bigint, opened: 0 });
    },
    CanaryOpened: (args) => {
      lotOf(args).truth = args["masks"] as readonly bigint[];
      found(state.canaries.get(args["root"] as Hash), "these canaries").opened++;
    },
    CanariesReturned: ({ root, bond }) => {
      const set = found(state.canaries.get(root as Hash), "these canaries");
      demand(set.bond === bond, "returned bond");
      producerOf(set.poster).free += set.bond;
      state.canaries.delete(root as Hash);
    },
    CanariesForfeited: ({ root }) => {
      state.canaries.delete(root as Hash);
    },
    CuratorsScored: (args, timestamp) => {
      const lot = lotOf(args);
      const round = roundOf(lot, args["round"]);
      const canary = lot.truth !== undefined;
      let defects = 0n;
      if (lot.truth !== undefined) {
        const { truth } = lot;
        defects = lanesIn((word) => truth[word] ?? 0n, round, lot.count);
      } else if (lot.status === STATUS.accepted && lot.disputed) {
        defects = lanesIn((word) => lot.blocked.get(word) ?? 0n, round, lot.count) & ~round.bad;
      }
      demand(args["canary"] === canary && args["defects"] === defects, "what is known of the lanes");
      const epoch = epochAt(timestamp);
      const expected = settleModel(state.scores, {
        epoch,
        covered: round.covered,
        defects,
        canary,
        fee: round.terms.fee,
        ballots: weighed(round),
      });
      const announcedEntries = entriesOf(args["scores"] as Hex);
      demand(JSON.stringify(announcedEntries, asText) === JSON.stringify(expected, asText), "scores");
      const sum = epochOf(epoch);
      const points = BigInt(expected.reduce((total, entry) => total + entry.points, 0));
      if (canary) sum.canaryPoints += points;
      else sum.points += points;
    },
    ProducerLevelSet: ({ producer, level }) => {
      announced = { account: producer as Address, level: level as number };
      // lifted by a vote, without a lot
      const known = producerOf(producer as Address);
      if (known.level === LEVEL.stopped) Object.assign(known, { level: level as number, since: [] });
    },
    LotSettled: (args) => {
      const lot = lotOf(args);
      const round = roundOf(lot, args["round"]);
      const { paid, rest, returned, slashed } = args as unknown as Record<string, bigint>;
      demand(found(paid, "paid") + found(rest, "rest") === round.terms.fee, "the fee");
      const producer = producerOf(lot.producer);
      if (args["round"] === 0) producer.free += found(rest, "rest");
      const before = producer.level;
      if (args["round"] === lot.rounds.length - 1) {
        const kept = lot.truth !== undefined || lot.status === STATUS.accepted;
        demand(found(kept ? slashed : returned, "bond") === 0n, "whose the bond is");
        producer.free += found(returned, "returned");
        if (lot.truth === undefined) count(producer, lot.status === STATUS.accepted);
      }
      demand(producer.level === before || announced?.level === producer.level, "level");
      round.over = true;
    },
    LotExpired: (args) => {
      const lot = lotOf(args);
      const round = roundOf(lot, args["round"]);
      demand(args["fee"] === round.terms.fee && args["bond"] === round.terms.bond, "what was at stake");
      producerOf(lot.producer).free += round.terms.bond + (args["round"] === 0 ? round.terms.fee : 0n);
      round.over = true;
    },
    PracticeScored: ({ index, hits, misses, falseAlarms, canaryPoints }, timestamp) => {
      const score = state.scores.get(index as number) ?? newScore();
      state.scores.set(index as number, score);
      score.hits += Number(hits);
      score.misses += Number(misses);
      score.falseAlarms += Number(falseAlarms);
      const epoch = epochAt(timestamp);
      score.canaryPoints.set(epoch, (score.canaryPoints.get(epoch) ?? 0) + Number(canaryPoints));
      epochOf(epoch).canaryPoints += canaryPoints as bigint;
    },
    EpochClosed: (args) => {
      const sum = epochOf(args["epoch"] as number);
      demand(args["points"] === sum.points && args["canaryPoints"] === sum.canaryPoints, "points of the epoch");
      sum.budget = args["budget"] as bigint;
    },
    ReputationClaimed: ({ epoch, account }) => {
      const score = found(state.scores.get(accounts.get(account as Address) ?? 0), "a score of the account");
      score.points.delete(epoch as number);
      score.canaryPoints.delete(epoch as number);
    },
    PayClaimed: ({ index, amount }) => {
      const score = found(state.scores.get(index as number), "a score of the curator");
      demand(score.pay === amount, "pay");
      score.pay = 0n;
    },
  };
  for (const { name, args, timestamp } of events) handlers[name]?.(args, timestamp);
  return state;
}

const asText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);
