import { encodeAbiParameters, type Hex, hexToBigInt, keccak256, maxUint256 } from "viem";

const WHOLE = 1n << 64n;

/** Who judges, and by what rules they are drawn. */
export interface Panel {
  seed: Hex;
  /** Expected weight of the terms. */
  panel: number;
  /** By index. A curator who may not judge has a standing here, too: it counts for the mean. */
  standings: ReadonlyMap<number, number>;
  /** Indexes of those who never judge this. */
  barred?: ReadonlySet<number>;
  widening?: number;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** Expected weight of all curators: fewer than the panel weigh the same power of two, if they are equals. */
export function panelWeight({ panel, standings }: Pick<Panel, "panel" | "standings">): number {
  const curators = [...standings.values()].filter((standing) => standing !== 0).length;
  if (curators === 0 || curators >= panel) return panel;
  return curators * 2 ** Math.floor(Math.log2(panel / curators));
}

/** Expected weight of those who may judge. */
export function expectedWeight(parameters: Omit<Panel, "seed">): number {
  const { standings, barred = new Set<number>() } = parameters;
  const total = sum(standings.values());
  if (total === 0) return 0;
  const judging = total - sum([...barred].map((index) => standings.get(index) ?? 0));
  return Math.floor((panelWeight(parameters) * judging) / total);
}

/** What a curator weighs, by the definition: a power of two or nothing, and on average exactly its share of the panel. */
export function drawnWeight(parameters: Panel, index: number): number {
  const { seed, standings, barred, widening = 0 } = parameters;
  const standing = standings.get(index) ?? 0;
  if (standing === 0 || barred?.has(index) === true) return 0;
  const total = BigInt(sum(standings.values()));
  const whole = BigInt(panelWeight(parameters)) * WHOLE;
  const mean = BigInt(standing) * ((whole + total - 1n) / total);
  const draw =
    hexToBigInt(
      keccak256(encodeAbiParameters([{ type: "bytes16" }, { type: "uint256" }], [seed, maxUint256 - BigInt(index)])),
    ) >> 192n;
  if (mean < WHOLE) return draw < mean << BigInt(widening) ? 1 : 0;
  let shift = 0n;
  while (mean >> (shift + 1n) >= WHOLE) shift += 1n;
  return draw < (mean >> shift) - WHOLE ? 2 ** (Number(shift) + 1) : 2 ** Number(shift);
}
