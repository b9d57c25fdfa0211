/**
 * What the contracts make of attempts to buy influence, in exact integers where they use integers. Each function names
 * what it mirrors; `test/governance/impact.cost.test.ts` compares both on the real contracts.
 */

const REP = 10n ** 18n;
const ONE = 1_000_000n;

/** Largest integer whose square is not above `value`. */
function sqrtDown(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** ImpactPoints.score: REP (18 decimals) for what one recipe brought to the treasury in one epoch. */
export function impactPoints(amount: bigint, unitsPerRep: bigint): bigint {
  const points = (amount * REP) / unitsPerRep;
  return points <= REP ? points : sqrtDown(points * REP);
}

/** The least income for which {@link impactPoints} gives at least `points`. */
export function incomeFor(points: bigint, unitsPerRep: bigint): bigint {
  const linear = points <= REP ? points : (points * points + REP - 1n) / REP;
  return (linear * unitsPerRep + REP - 1n) / REP;
}

/** Effective REP beside `supply` of others that are `ppm` of all votes. */
export const repFor = (supply: bigint, ppm: bigint): bigint => (supply * ppm) / (ONE - ppm);

/** ImpactEmission: most REP that all recipes together get in one epoch. */
export const impactBudget = (supply: bigint, share: bigint): bigint => (((supply * 18_000n) / ONE) * share) / ONE;

/** How influence is bought by washing: the same amount through each of some recipes, epoch after epoch. */
export interface WashPlan {
  recipes: bigint;
  epochs: bigint;
  /** What the studio keeps, units of the token. */
  given: bigint;
  /** What has to be paid for licenses to give that, units of the token: the rest comes back. */
  turnover: bigint;
  /** REP that are minted for it. */
  points: bigint;
}

/** What washing starts from; `budget` is {@link impactBudget}, `treasury` the studio's part of the income, ppm. */
export interface WashTerms {
  recipes: bigint;
  unitsPerRep: bigint;
  budget: bigint;
  treasury: bigint;
}

/**
 * The same income for every recipe and epoch, until `wanted` REP are reached: in a hurry in as few epochs as the budget
 * allows, else with one REP a recipe and epoch, below which nothing is cheaper.
 */
export function planWash(wanted: bigint, terms: WashTerms, hurry: boolean): WashPlan {
  const { recipes, unitsPerRep, budget, treasury } = terms;
  const most = hurry || budget < recipes * REP ? budget : recipes * REP;
  const epochs = (wanted + most - 1n) / most;
  const each = (wanted + recipes * epochs - 1n) / (recipes * epochs);
  const income = incomeFor(each, unitsPerRep);
  const given = income * recipes * epochs;
  const points = impactPoints(income, unitsPerRep) * recipes * epochs;
  return { recipes, epochs, given, turnover: (given * ONE) / treasury, points };
}

/** Of one recipe's income in one epoch, `washed` ppm were paid by its own payees. */
export interface WashShare {
  /** What they lost by it: the treasury's part of their own purchases. */
  lost: bigint;
  /** REP that they would not have had otherwise. */
  gained: bigint;
}

/** What washing adds to honest income of the same recipe. */
export function washShare(income: bigint, washed: bigint, unitsPerRep: bigint): WashShare {
  const lost = (income * washed) / ONE;
  return { lost, gained: impactPoints(income, unitsPerRep) - impactPoints(income - lost, unitsPerRep) };
}

/** MachineIssuance: weeks until stolen modules, all of them together, have minted `ppm` of all votes. The first takes what waits. */
export function weeksToSteal(ppm: bigint): number {
  const WHOLE = 10n ** 30n;
  let supply = WHOLE;
  for (let weeks = 0; ; weeks++) {
    supply += (supply * 18_000n) / ONE;
    if ((supply - WHOLE) * ONE >= ppm * supply) return weeks;
  }
}

/** MachineIssuance: accounts that are needed to take everything at once, at 0.45 % each of 1.8 %. */
export const ACCOUNTS_TO_STEAL = 4;

/** StudioGovernor: delegates that are needed to cast `ppm` of all votes, when each counts for `cap` ppm at most. */
export const delegatesFor = (ppm: bigint, cap: bigint): bigint => (ppm + cap - 1n) / cap;

/** DecayIndex: ppm that reputation loses in some days; linear within a half-life, as the curve is. */
export function decayed(days: bigint, halfLife: bigint): bigint {
  if (days > halfLife) throw new Error(`${days} days are more than a half-life of ${halfLife}`);
  return ONE - (ONE * halfLife) / (halfLife + days);
}
