import type { Difference, Tally } from "./compareSides.ts";

/** Differences that are printed one by one. */
const FIRST = 12;

/** The table of all areas, as Markdown. */
export function printTable(tallies: ReadonlyMap<string, Tally>): void {
  const rows = [...tallies].map(([area, tally]) => [area, ...figuresOf(tally)]);
  const all = [...tallies.values()];
  const sum = (pick: (tally: Tally) => number): number => all.reduce((total, tally) => total + pick(tally), 0);
  const total = [
    sum(({ entities }) => entities),
    sum(({ fields }) => fields),
    sum(({ threeWay }) => threeWay),
    sum(({ differences }) => differences.length),
  ];
  console.log("\n| area | entities | fields compared | by all three | differences |\n|---|--:|--:|--:|--:|");
  for (const row of [...rows, ["all", ...total]]) {
    console.log(
      `| ${row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en-US") : cell)).join(" | ")} |`,
    );
  }
}

const figuresOf = ({ entities, fields, threeWay, differences }: Tally): number[] => [
  entities,
  fields,
  threeWay,
  differences.length,
];

/** Names the first differences with what each source says. */
export function printDifferences(differences: readonly Difference[]): void {
  for (const { area, entity, field, chain, logs, subgraph } of differences.slice(0, FIRST)) {
    const said = `chain ${chain ?? "–"}, logs ${logs ?? "–"}, subgraph ${subgraph ?? "–"}`;
    console.error(`${area}: ${entity}, ${field}: ${said}`);
  }
  if (differences.length > FIRST) console.error(`… and ${differences.length - FIRST} more`);
}
