import { FIRST_INSPECTION, type Inspection } from "@imprimatur/sdk/curation";
import { type CuratorKind, CURATORS, IDENTITIES, type ProducerKind } from "./actors.ts";

/** One registered curator. */
export interface Curator {
  index: number;
  kind: CuratorKind;
  /** Effective units. */
  reputation: number;
  hits: number;
  misses: number;
  falseAlarms: number;
  ballots: number;
  /** Of this epoch. */
  points: number;
  canaryPoints: number;
  /** Of all epochs. */
  allPoints: number;
  /** Units of the audit token. */
  pay: bigint;
  /** Reputation ever earned, effective units. */
  earned: number;
}

/** One producer, and what became of its lots. */
export interface Producer {
  kind: ProducerKind;
  /** What its last verdicts made of it. */
  inspection: Inspection;
  lots: number;
  passed: number;
  expired: number;
  committed: number;
  released: number;
  releasedDefects: number;
  fees: bigint;
  slashed: bigint;
  withheld: number;
}

const REPUTATION = 1_000;

/** The curators of a studio: people with equal reputation, one of whom uses many accounts. */
export function openRolls(): Curator[] {
  const curators: Curator[] = [];
  const register = (kind: CuratorKind, reputation: number): void => {
    const zero = { hits: 0, misses: 0, falseAlarms: 0, ballots: 0, points: 0, canaryPoints: 0, allPoints: 0 };
    curators.push({ index: curators.length + 1, kind, reputation, ...zero, pay: 0n, earned: 0 });
  };
  for (const [kind, people] of Object.entries(CURATORS) as [CuratorKind, number][]) {
    const accounts = kind === "splitting" ? IDENTITIES : 1;
    for (let i = 0; i < people * accounts; i++) register(kind, REPUTATION / accounts);
  }
  return curators;
}

export function admit(kind: ProducerKind): Producer {
  const counts = { lots: 0, passed: 0, expired: 0, committed: 0, released: 0, releasedDefects: 0, withheld: 0 };
  return { kind, inspection: FIRST_INSPECTION, ...counts, fees: 0n, slashed: 0n };
}
