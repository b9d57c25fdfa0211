import { findingsOf, type Finding } from "./solidity/rules.ts";
import { lengthOf, lineOf, readSources, type SoliditySource } from "./solidity/source.ts";

/** Measures the contracts against the figures that docs/style.md promises, and fails above them. */
const MOST_LEVELS = 2;

const sources = readSources("contracts/**/*.sol").filter(({ path }) => !path.startsWith("contracts/mocks/"));
const implementations = sources.filter(({ contracts }) => !contracts.every(({ kind }) => kind === "interface"));
const bodies = implementations.flatMap(({ functions }) => functions).filter(({ body }) => body !== null);
const fileLines = implementations.map(({ lines }) => lines.length);
const functionLines = bodies.map(lengthOf);

const figures: [name: string, value: number, limit: number][] = [
  ["lines of an implementation file, median", percentile(fileLines, 50), 130],
  ["lines of a function, median", percentile(functionLines, 50), 8],
  ["lines of a function, 90th percentile", percentile(functionLines, 90), 25],
];
const findings = [...sources.flatMap(findingsOf), ...tooDeep(implementations)];

for (const { path, line, message } of findings) console.error(`${path}:${line} ${message}`);
for (const [name, value, limit] of figures) console.log(`${value > limit ? "✘" : "✔"} ${name}: ${value} (${limit})`);
console.log(`${implementations.length} implementation files, ${bodies.length} functions, ${findings.length} findings`);
const met = figures.every(([, value, limit]) => value <= limit);
process.exitCode = met && findings.length === 0 ? 0 : 1;

/** Nearest rank. */
function percentile(values: number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? 0;
}

/** Contracts whose chain of own parents is longer than two; interfaces and OpenZeppelin do not count. */
function tooDeep(files: SoliditySource[]): Finding[] {
  const parents = new Map(
    files.flatMap(({ contracts }) => contracts).map((node) => [node.name, node.baseContracts.map(nameOfBase)]),
  );
  const levels = (name: string): number =>
    Math.max(0, ...(parents.get(name) ?? []).map((base) => (parents.has(base) ? 1 + levels(base) : 0)));
  return files.flatMap(({ path, contracts }) =>
    contracts
      .filter(({ name }) => levels(name) > MOST_LEVELS)
      .map((node) => ({ path, line: lineOf(node), message: `${levels(node.name)} levels of own inheritance` })),
  );
}

function nameOfBase({ baseName }: { baseName: { namePath: string } }): string {
  return baseName.namePath;
}
