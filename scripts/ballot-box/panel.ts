import { type AuditTerms, drawnWeight, type Electorate, expectedWeight, factorOf } from "@imprimatur/sdk/curation";
import type { Address, Hex } from "viem";
import { type Bar, type Member, WIDENINGS } from "./poll.ts";

/** A registered curator, as the gate keeps it. */
export interface Curator {
  index: number;
  key: Address;
  agent: boolean;
  struckOff: boolean;
}

/** What all curators weigh in one epoch. */
export interface Standings {
  electorate: Electorate;
  /** By index. */
  standings: ReadonlyMap<number, number>;
}

/** What draws a panel. */
export interface Draw extends Standings {
  seed: Hex;
  /** Expected weight of the panel. */
  panel: number;
  agentsJudge: AuditTerms["agentsJudge"];
  /** Who is never drawn, by index, and why. */
  bars: ReadonlyMap<number, Bar>;
}

/** Every curator with its weight in the panel, or with what keeps it out. */
export function membersOf(draw: Draw, curators: readonly Curator[]): Map<number, Member> {
  const factor = factorOf(draw.panel, draw.electorate);
  return new Map(
    curators.map((curator) => {
      const { index, key, agent } = curator;
      const standing = draw.standings.get(index) ?? 0;
      const weigh = (widening: number): number => drawnWeight({ seed: draw.seed, index, standing, factor, widening });
      const weights = Array.from({ length: WIDENINGS }, (_, widening) => (standing === 0 ? 0 : weigh(widening)));
      return [index, { key, agent, weights, bar: barOf(draw, curator) }];
    }),
  );
}

/** Weight that the panel has on average without the producer and its delegate. */
export function expectedOf({ panel, electorate, standings, bars }: Draw): number {
  const partial = [...bars].filter(([, bar]) => bar === "ownLot" || bar === "delegate");
  return expectedWeight({ panel, electorate, excluded: partial.map(([index]) => standings.get(index) ?? 0) });
}

function barOf({ bars, agentsJudge }: Draw, { index, agent, struckOff }: Curator): Bar | undefined {
  if (struckOff) return "struckOff";
  return bars.get(index) ?? (agent && !agentsJudge ? "agent" : undefined);
}
