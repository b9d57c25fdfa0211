import { DEFAULT_TERMS, drawnWeight, expectedWeight, factorOf, STANDINGS_PER_UNIT } from "@imprimatur/sdk/curation";
import type { Hex } from "viem";
import type { Random } from "../../test/helpers/random.ts";
import { callsDefective, type ProducerKind, votes } from "./actors.ts";
import type { Curator } from "./ledgers.ts";

/** What a curator says about the lanes of one sample. */
export interface Ballot {
  curator: Curator;
  weight: number;
  ok: bigint;
  defect: bigint;
}

/** Below ten units there is none. */
export const standingOf = ({ reputation }: Pick<Curator, "reputation">): number =>
  reputation < 10 ? 0 : Math.floor(reputation * Number(STANDINGS_PER_UNIT));

/** Who may judge in an epoch: standings are those of its beginning. */
export interface Electorate {
  standings: ReadonlyMap<Curator, number>;
  factor: bigint;
  expectedWeight: number;
}

export function electorateOf(curators: readonly Curator[]): Electorate {
  const standings = new Map(curators.map((curator) => [curator, standingOf(curator)]));
  const entitled = [...standings.values()].filter((standing) => standing > 0);
  const sum = { curators: entitled.length, standing: entitled.reduce((all, one) => all + BigInt(one), 0n) };
  const { panel } = DEFAULT_TERMS;
  return { standings, factor: factorOf(panel, sum), expectedWeight: expectedWeight({ panel, electorate: sum }) };
}

/** The drawn curators who vote, and what they say about these assets. */
export function callPanel(
  { standings, factor }: Electorate,
  seed: Hex,
  producer: ProducerKind,
  lanes: readonly boolean[],
  random: Random,
): Ballot[] {
  const panel: Ballot[] = [];
  for (const [curator, standing] of standings) {
    const weight = drawnWeight({ seed, index: curator.index, standing, factor });
    if (weight === 0 || !votes(random)) continue;
    let [ok, defect] = [0n, 0n];
    lanes.forEach((defective, lane) => {
      const bit = 1n << BigInt(lane);
      if (callsDefective(curator.kind, producer, defective, random)) defect |= bit;
      else ok |= bit;
    });
    panel.push({ curator, weight, ok, defect });
  }
  return panel;
}
