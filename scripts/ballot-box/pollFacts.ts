import {
  type AuditTerms,
  DEFAULT_TERMS,
  isChallengerBarred,
  lowBits,
  sampleOf,
  setBits,
  wideningAt,
} from "@imprimatur/sdk/curation";
import type { Address, Hex } from "viem";
import type { Facts } from "./gate.ts";
import type { Curator, Draw, Standings } from "./panel.ts";
import { type Bar, type Item, type Poll, pollId } from "./poll.ts";
import type { AuditRecord, ChallengeRecord, Records } from "./records.ts";

const LANES = 256;

/** Expected weight of a slate's panel: all are asked while they fit into one close. */
const SLATE = { panel: 2_048, mostCurators: 255, drawn: 128 } as const;

/** What there is to judge. */
export interface SampleFacts {
  lanes: readonly bigint[];
  items: readonly Item[];
}

/** A poll before its sample and its panel are computed, which costs hundreds of hashes. */
export interface PollFacts extends Omit<Poll, "lanes" | "items" | "members" | "expectedWeight"> {
  sample: () => SampleFacts;
  /** Changes when the sample does. */
  sampleKey: string;
  draw: Draw;
  curators: readonly Curator[];
}

/** All polls that are open at `time`. */
export function factsOf(records: Records, facts: Facts, time: bigint): PollFacts[] {
  const context = { records, facts, time };
  const polls = [...auditPolls(context), ...adjudications(context), ...slatePolls(context)];
  return polls.filter(({ end }) => end > time);
}

interface Context {
  records: Records;
  facts: Facts;
  time: bigint;
}

const NOBODY: Standings = { electorate: { curators: 0, standing: 0n }, standings: new Map() };

function* auditPolls({ records, facts, time }: Context): Generator<PollFacts> {
  for (const [lotId, audit] of records.audits) {
    const { closed, ballotDeadline: deadline, plan, seed } = audit;
    const count = facts.counts.get(lotId);
    if (seed === undefined || audit.over || count === undefined) continue;
    const terms = records.terms.get(audit.terms) ?? DEFAULT_TERMS;
    const place = { kind: "audit", subject: lotId, seed, firstWord: 0 } as const;
    yield {
      ...place,
      id: pollId({ ...place, words: 2 }),
      sample: () => auditSample(lotId, sampleOf({ seed, count, plan, terms }).positions),
      sampleKey: "",
      count,
      draw: drawOf(facts, audit, { seed, epoch: audit.epoch, terms, challengers: [] }),
      curators: facts.curators,
      // The first ballot that was cast on chain fixes the version for all.
      charterVersion: audit.cast[0]?.charterVersion ?? facts.charterVersion,
      deadline,
      end: closed?.windowEnd ?? deadline + BigInt(terms.timeOut),
      widening: closed?.widening ?? wideningAt(time, { ballotDeadline: deadline, timeOut: terms.timeOut }),
      present: closed?.weight ?? 0,
      challenges: [],
    };
  }
}

/** Challenges that begin at the same word and are as long share their ballots: two would be a double vote. */
function* adjudications({ records, facts }: Context): Generator<PollFacts> {
  for (const [lotId, { epoch, ballotDeadline: deadline, seed }] of records.disputes) {
    const audit = records.audits.get(lotId);
    const count = facts.counts.get(lotId);
    if (seed === undefined || audit === undefined || count === undefined) continue;
    const terms = records.terms.get(audit.terms) ?? DEFAULT_TERMS;
    for (const { challengers, firstWord, ids, masks } of groupsOf(records.challenges.get(lotId))) {
      const place = { kind: "adjudication", subject: lotId, seed, firstWord } as const;
      yield {
        ...place,
        id: pollId({ ...place, words: 2 * masks.length }),
        sample: () => maskSample(lotId, firstWord, masks),
        sampleKey: masks.join(),
        count,
        draw: drawOf(facts, audit, { seed, epoch, terms, challengers }),
        curators: facts.curators,
        charterVersion: facts.charterVersion,
        deadline,
        end: deadline + BigInt(terms.timeOut),
        // Whoever sleeps is replaced by the next panel.
        widening: 0,
        present: 0,
        challenges: ids,
      };
    }
  }
}

function* slatePolls({ records, facts }: Context): Generator<PollFacts> {
  for (const [slateId, { candidates, closed, epoch, ...slate }] of records.slates) {
    const standings = facts.standings.get(epoch) ?? NOBODY;
    const terms = records.terms.get(slate.terms) ?? DEFAULT_TERMS;
    const panel = standings.electorate.curators <= SLATE.mostCurators ? SLATE.panel : SLATE.drawn;
    // A slate's id carries its seed.
    const seed: Hex = `0x${slateId.toString(16).padStart(64, "0").slice(0, 32)}`;
    const place = { kind: "slate", subject: slateId, seed, firstWord: 0 } as const;
    yield {
      ...place,
      id: pollId({ ...place, words: Math.ceil(candidates.length / LANES) }),
      sample: () => slateSample(candidates),
      sampleKey: "",
      count: candidates.length,
      draw: { ...standings, seed, panel, agentsJudge: terms.agentsJudge, bars: new Map() },
      curators: facts.curators,
      charterVersion: facts.charterVersion,
      deadline: slate.ballotDeadline,
      end: closed?.finalAt ?? slate.ballotDeadline + BigInt(terms.timeOut),
      widening: 0,
      present: closed?.weight ?? 0,
      challenges: [],
    };
  }
}

interface DrawParameters {
  seed: Hex;
  epoch: number;
  terms: AuditTerms;
  challengers: readonly Address[];
}

function drawOf({ standings, indexes }: Facts, audit: AuditRecord, parameters: DrawParameters): Draw {
  const { challengers, epoch, seed, terms } = parameters;
  const known = standings.get(epoch) ?? NOBODY;
  const [producerIndex, excludedIndex] = [indexes.get(audit.producer) ?? 0, audit.excluded];
  const curators = new Map([...known.standings].map(([index, standing]) => [index, { standing }]));
  const barred = challengers
    .map((account) => indexes.get(account) ?? 0)
    .filter((challengerIndex) =>
      isChallengerBarred({ ...known, curators, challengerIndex, producerIndex, excludedIndex }),
    );
  const bars = new Map<number, Bar>(barred.map((index) => [index, "challenger"]));
  bars.set(excludedIndex, "delegate");
  bars.set(producerIndex, "ownLot");
  // Index 0 is nobody.
  bars.delete(0);
  return { ...known, seed, panel: terms.panel, agentsJudge: terms.agentsJudge, bars };
}

interface ChallengeGroup {
  ids: number[];
  firstWord: number;
  masks: bigint[];
  challengers: Address[];
}

function groupsOf(challenges: ReadonlyMap<number, ChallengeRecord> = new Map()): ChallengeGroup[] {
  const groups = new Map<string, ChallengeGroup>();
  for (const [id, { challenger, firstWord, masks }] of challenges) {
    // A challenge of the whole lot is judged by an audit.
    if (masks.length === 0) continue;
    const key = `${firstWord}-${masks.length}`;
    const group = groups.get(key) ?? { ids: [], firstWord, masks: masks.map(() => 0n), challengers: [] };
    group.ids.push(id);
    group.challengers.push(challenger);
    group.masks = group.masks.map((mask, word) => mask | (masks[word] ?? 0n));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function auditSample(lotId: bigint, positions: readonly number[]): SampleFacts {
  const items = positions.map((position, lane) => ({ lane, lotId, position }));
  return { lanes: [lowBits(positions.length)], items };
}

function maskSample(lotId: bigint, firstWord: number, masks: readonly bigint[]): SampleFacts {
  const items = masks.flatMap((mask, word) =>
    setBits(mask).map((bit) => ({ lane: LANES * word + bit, lotId, position: LANES * (firstWord + word) + bit })),
  );
  return { lanes: masks, items };
}

/** An asset id is its lot's id and 24 bits of index. */
const INDEX_BITS = 24;

function slateSample(candidates: readonly bigint[]): SampleFacts {
  const words = Math.ceil(candidates.length / LANES);
  const rest = candidates.length - LANES * (words - 1);
  const items = candidates.map((asset, lane) => {
    return { lane, lotId: asset >> BigInt(INDEX_BITS), position: Number(BigInt.asUintN(INDEX_BITS, asset)) };
  });
  return { lanes: Array.from({ length: words }, (_, word) => lowBits(word === words - 1 ? rest : LANES)), items };
}
