import { CURATOR_KINDS, CURATORS, type CuratorKind, PRODUCER_KINDS, PRODUCERS } from "./actors.ts";
import type { Curator, Producer } from "./ledgers.ts";
import { isStopped, type Simulated } from "./world.ts";

/** What one person of a kind got, on average, however many accounts it used. */
export interface CuratorGain {
  kind: CuratorKind;
  people: number;
  ballots: number;
  hits: number;
  misses: number;
  falseAlarms: number;
  /** Whole units of the audit token. */
  pay: number;
  points: number;
  /** Effective units of reputation. */
  reputation: number;
}

const UNIT = 1e6;

/** Gains by kind, the best paid first. */
export function gainsOf({ curators, studios }: Pick<Simulated, "curators" | "studios">): CuratorGain[] {
  const gainOf = (kind: CuratorKind): CuratorGain => {
    const people = studios * CURATORS[kind];
    const own = curators.filter((curator) => curator.kind === kind);
    const mean = (read: (curator: Curator) => number): number => own.reduce((all, one) => all + read(one), 0) / people;
    return {
      kind,
      people,
      ballots: mean(({ ballots }) => ballots),
      hits: mean(({ hits }) => hits),
      misses: mean(({ misses }) => misses),
      falseAlarms: mean(({ falseAlarms }) => falseAlarms),
      pay: mean(({ pay }) => Number(pay) / UNIT),
      points: mean(({ allPoints }) => allPoints),
      reputation: mean(({ earned }) => earned),
    };
  };
  return CURATOR_KINDS.map(gainOf).sort((a, b) => b.pay - a.pay);
}

const sumOf = (producers: readonly Producer[], read: (producer: Producer) => number): number =>
  producers.reduce((all, one) => all + read(one), 0);

/** Share of what was committed that may be sold. */
export const releasedShare = (producers: readonly Producer[]): number =>
  sumOf(producers, ({ released }) => released) / sumOf(producers, ({ committed }) => committed);

/** Share of defects among what may be sold. */
export function defectShare(producers: readonly Producer[]): number {
  const released = sumOf(producers, (producer) => producer.released);
  return released === 0 ? 0 : sumOf(producers, (producer) => producer.releasedDefects) / released;
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
/** Rows of what became of the work of each kind of producer. */
export function producerRows(all: readonly Producer[]): string[][] {
  const head = [
    "producer",
    "defects",
    "released",
    "lots",
    "accepted",
    "expired",
    "assets out",
    "bonds lost",
    "stopped",
  ];
  const rows = PRODUCER_KINDS.map((kind) => {
    const producers = all.filter((producer) => producer.kind === kind);
    const sum = (read: (producer: Producer) => number): string => String(sumOf(producers, read));
    const share = releasedShare(producers);
    return [
      kind,
      percent(PRODUCERS[kind].defects / UNIT),
      share === 0 ? "–" : percent(defectShare(producers)),
      sum(({ lots }) => lots),
      sum(({ passed }) => passed),
      sum(({ expired }) => expired),
      percent(share),
      sum(({ slashed }) => Number(slashed) / UNIT),
      `${sum((producer) => (isStopped(producer) ? 1 : 0))} of ${producers.length}`,
    ];
  });
  return [head, ...rows];
}

/** Rows of what each kind of curator got for one person's standing. */
export function curatorRows(gains: readonly CuratorGain[]): string[][] {
  const head = ["curator", "people", "ballots", "hits", "misses", "false alarms", "pay", "points", "reputation"];
  const rows = gains.map((gain) => [
    gain.kind,
    String(gain.people),
    ...[gain.ballots, gain.hits, gain.misses, gain.falseAlarms].map((value) => value.toFixed(0)),
    gain.pay.toFixed(2),
    gain.points.toFixed(0),
    gain.reputation.toFixed(1),
  ]);
  return [head, ...rows];
}

/** Rows as text, in columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return rows.map(line).join("\n");
}
