import { parseArgs } from "node:util";
import {
  ACCOUNTS_TO_STEAL,
  decayed,
  delegatesFor,
  impactBudget,
  planWash,
  repFor,
  washShare,
  weeksToSteal,
} from "./captureModel.ts";
import { table } from "./report.ts";

/** Prints what one percent of a studio's votes costs somebody who buys, steals, splits or rents them. */
const { values } = parseArgs({
  options: {
    supply: { type: "string", default: "15000" },
    price: { type: "string", default: "100" },
    share: { type: "string", default: "250000" },
    treasury: { type: "string", default: "100000" },
    cap: { type: "string", default: "200000" },
    days: { type: "string", default: "6" },
    rent: { type: "string" },
  },
});
const REP = 10n ** 18n;
const UNIT = 1_000_000n;
const PERCENT = 10_000n;
const supply = BigInt(values.supply) * REP;
const unitsPerRep = BigInt(values.price) * UNIT;
const [share, treasury, cap] = [BigInt(values.share), BigInt(values.treasury), BigInt(values.cap)];
const budget = impactBudget(supply, share);
const wanted = repFor(supply, PERCENT);

const dollars = (units: bigint): string =>
  (Number(units) / Number(UNIT)).toLocaleString("en-US", { maximumFractionDigits: 0 });
const rep = (amount: bigint): string => (Number(amount) / 1e18).toFixed(1);
const ratio = (units: bigint, points: bigint): string =>
  points === 0n ? "–" : (Number(units) / 1e6 / (Number(points) / 1e18)).toFixed(2);

console.log(
  `${values.supply} REP, ${values.price} USDC a REP of impact, ${Number(share) / 1e4} % of the issuance, ` +
    `${Number(treasury) / 1e4} % of the income to the treasury.\n1 % of the votes is ${rep(wanted)} REP beside the others'.`,
);

console.log(
  "\nWash trading, all of it the attacker's money (ImpactPoints, ImpactEmission, its share; the rest comes back):",
);
const plan = (recipes: bigint, hurry: boolean) => planWash(wanted, { recipes, unitsPerRep, budget, treasury }, hurry);
const plans = [1n, 4n, 16n, 64n].flatMap((recipes) =>
  [false, true].map((hurry) => {
    const { epochs, given, turnover, points } = plan(recipes, hurry);
    const pace = hurry ? "in a hurry" : "patient";
    return [pace, String(recipes), String(epochs), dollars(turnover), dollars(given), ratio(given, points)];
  }),
);
console.log(table([["pace", "recipes", "weeks", "licenses bought", "given to the studio", "USDC a REP"], ...plans]));

console.log("\nThe same beside honest income of one recipe, 16 REP before the root in a week (ImpactPoints):");
const income = 16n * unitsPerRep;
const shares = [0n, 10n, 25n, 50n, 75n, 90n, 100n].map((percent) => {
  const { lost, gained } = washShare(income, percent * PERCENT, unitsPerRep);
  return [`${percent} %`, dollars(lost), (Number(gained) / 1e18).toFixed(2), ratio(lost, gained)];
});
console.log(table([["washed", "given for it", "REP gained", "USDC a REP"], ...shares]));

console.log("\nStolen minters, every module at once (MachineIssuance: 1.8 % in 7 days in all, 0.45 % an account):");
const stolen = [1n, 10n, 33n, 50n].map((percent) => [
  `${percent} %`,
  String(weeksToSteal(percent * PERCENT)),
  String(ACCOUNTS_TO_STEAL),
  String(delegatesFor(percent * PERCENT, cap)),
]);
console.log(table([["of the votes", "weeks", "accounts", "delegates to cast them"], ...stolen]));

console.log(
  "\nSybils (ReputationToken, StudioGovernor: a new account has nothing, a vote counts for the cap at most):",
);
const [one, many] = [plan(1n, false), plan(1_000n, false)];
console.log(
  table([
    ["identities", "votes without earning", "1 % by impact, USDC", "weeks"],
    ["1", "0", dollars(one.given), String(one.epochs)],
    ["1000", "0", dollars(many.given), String(many.epochs)],
  ]),
);

/** Nobody rents out for less than it would cost to earn again what fades in the meantime. */
const fading = decayed(BigInt(values.days), 180n);
const rent =
  values.rent === undefined ? (unitsPerRep * fading) / 1_000_000n : BigInt(Math.round(Number(values.rent) * 1e6));
const source =
  values.rent === undefined
    ? `assumed: what ${values.days} days take of a REP at a half-life of 180 days, at the price of impact`
    : "as given";
console.log(
  `\nDelegations for one proposal (reputation cannot be sold; rent of ${ratio(rent, REP)} USDC a REP, ${source}):`,
);
const rented = [1n, 10n, 33n, 51n].map((percent) => {
  const votes = (supply * percent) / 100n;
  return [`${percent} %`, rep(votes), dollars((votes * rent) / REP), String(delegatesFor(percent * PERCENT, cap))];
});
console.log(table([["of the votes", "REP", "USDC", "delegates to cast them"], ...rented]));
