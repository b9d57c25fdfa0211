import { DEFAULT_TERMS, drawnWeight, factorOf } from "@imprimatur/sdk/curation";
import { numberToHex } from "viem";
import { Random } from "../../test/helpers/random.ts";

/** What one person gets out of many panels, as shares of everything that was given out. */
export interface Takings {
  /** Of the weight in panels: what decides, and what points are worth. */
  weight: number;
  /** Of the fees: weight over the weight of the panel. */
  pay: number;
  /** Of the fees, if every ballot were paid alike. */
  payPerBallot: number;
}

const OTHERS = 15;
const STANDING = 10_000;

/** Takings of a person who holds `times` as much as each of 15 others, divided among some accounts. */
export function takingsOf(times: number, accounts: number, panels: number, seed: number): Takings {
  const random = new Random(seed);
  const own = Array.from({ length: accounts }, () => Math.floor((STANDING * times) / accounts));
  const standings = [...own, ...Array.from({ length: OTHERS }, () => STANDING)];
  const total = standings.reduce((sum, standing) => sum + BigInt(standing), 0n);
  const factor = factorOf(DEFAULT_TERMS.panel, { curators: standings.length, standing: total });
  const takings: Takings = { weight: 0, pay: 0, payPerBallot: 0 };
  let allWeight = 0;
  for (let panel = 0; panel < panels; panel++) {
    const drawn = numberToHex(random.big(0n, 2n ** 128n - 1n), { size: 16 });
    const weights = standings.map((standing, i) => drawnWeight({ seed: drawn, index: i + 1, standing, factor }));
    const [mine, all] = [sum(weights.slice(0, accounts)), sum(weights)];
    takings.weight += mine;
    allWeight += all;
    takings.pay += mine / all / panels;
    takings.payPerBallot += ballotsIn(weights.slice(0, accounts)) / ballotsIn(weights) / panels;
  }
  return { ...takings, weight: takings.weight / allWeight };
}

const sum = (weights: readonly number[]): number => weights.reduce((all, weight) => all + weight, 0);
const ballotsIn = (weights: readonly number[]): number => weights.filter((weight) => weight > 0).length;

/** How much more, as a fraction, somebody takes by dividing its standing among some accounts. */
export function splittingGain(times: number, accounts: number, panels: number, seed: number): Takings {
  const [whole, split] = [takingsOf(times, 1, panels, seed), takingsOf(times, accounts, panels, seed)];
  return {
    weight: split.weight / whole.weight - 1,
    pay: split.pay / whole.pay - 1,
    payPerBallot: split.payPerBallot / whole.payPerBallot - 1,
  };
}
