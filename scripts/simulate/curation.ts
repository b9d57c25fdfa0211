import { parseArgs } from "node:util";
import { curatorRows, defectShare, gainsOf, producerRows, table } from "./report.ts";
import { splittingGain } from "./splitting.ts";
import { simulate } from "./world.ts";

/** Prints what lazy, random, colluding, splitting, spamming and grinding actors get out of the rules of the gate. */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20261120" },
    studios: { type: "string", default: "4" },
    epochs: { type: "string", default: "12" },
    assets: { type: "string", default: "2000" },
    panels: { type: "string", default: "4000" },
  },
});
const seed = Number(values.seed);
const panels = Number(values.panels);
const size = { studios: Number(values.studios), epochs: Number(values.epochs), count: Number(values.assets) };

const simulated = simulate({ seed, ...size });
const lots = simulated.producers.reduce((all, producer) => all + producer.lots, 0);
console.log(`${size.studios} studios, ${size.epochs} epochs, ${lots} lots of ${size.count} assets, seed ${seed}\n`);
console.log(table(producerRows(simulated.producers)));
console.log(`\nDefective among all released assets: ${(100 * defectShare(simulated.producers)).toFixed(2)} %\n`);
console.log("One person's gain (all begin with the same reputation):");
console.log(table(curatorRows(gainsOf(simulated))));

console.log(`\nGain of dividing one standing among accounts, ${panels} panels:`);
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const cases = [2, 5, 12].flatMap((times) => [4, 16].map((accounts) => ({ times, accounts })));
const rows = cases.map(({ times, accounts }) => {
  const gain = splittingGain(times, accounts, panels, seed);
  return [`${times}×`, String(accounts), percent(gain.weight), percent(gain.pay), percent(gain.payPerBallot)];
});
console.log(table([["standing", "accounts", "weight and points", "pay", "(if ballots were paid alike)"], ...rows]));
