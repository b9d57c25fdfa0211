import { parseArgs } from "node:util";
import { agree } from "./agreement/agree.ts";
import { neverSeen } from "./agreement/eventKinds.ts";
import { play } from "./agreement/play.ts";
import { printDifferences, printTable } from "./agreement/report.ts";
import { type Sabotage, SABOTAGES } from "./agreement/sabotage.ts";
import { interruption, unlessAborted } from "./stack/interruption.ts";
import { FREE_PORTS, startStack } from "./stack/stack.ts";
import { graphNodeBinary } from "./stack/graphNode.ts";

const USAGE = `npm run agreement -- [--events N] [--seed N] [--sabotage LIE]

Plays random actions of the whole protocol on a local stack of its own, then compares field by field what the contracts
store, what the SDK replays from the logs, and what the subgraph answers. The exit code is 0 only if all agree.

  --events N      events that are logged at least (default: 10000)
  --seed N        plays another game (default: 6); the same seed plays the same game
  --sabotage LIE  lets a source lie, to see the comparison notice it:
${Object.entries(SABOTAGES)
  .map(([lie, text]) => `                    ${lie.padEnd(10)} ${text}`)
  .join("\n")}`;

interface Options {
  events: number;
  seed: number;
  sabotage: Sabotage | undefined;
}

/** Plays, compares and reports; resolves with the number of differences. */
async function run({ events, seed, sabotage }: Options, signal: AbortSignal): Promise<number> {
  const onProgress = (sentence: string): void => console.log(`    … ${sentence}`);
  await using stack = await startStack({ onProgress, ports: FREE_PORTS, signal });
  const start = performance.now();
  const played = await unlessAborted(signal, play(stack, { events, seed, onProgress }));
  const middle = performance.now();
  const agreement = await unlessAborted(signal, agree(stack, played, { onProgress, sabotage }));
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(0);

  printTable(agreement.tallies);
  const differences = [...agreement.tallies.values()].flatMap((tally) => tally.differences);
  const { total, kinds } = agreement.events;
  const never = neverSeen(agreement.events);
  console.log(`
${total.toLocaleString("en-US")} events of ${kinds.size - never.length} of ${kinds.size} kinds, seed ${seed}: \
played in ${seconds(start, middle)} s, indexed and compared in ${seconds(middle, performance.now())} s`);
  if (never.length > 0) console.log(`never seen: ${never.join(", ")}`);
  printDifferences(differences);
  return differences.length;
}

function parseOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      events: { type: "string", default: "10000" },
      seed: { type: "string", default: "6" },
      sabotage: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const [events, seed] = [Number(values.events), Number(values.seed)];
  if (!Number.isInteger(events) || !Number.isInteger(seed) || events < 0)
    throw new Error("--events and --seed are whole numbers");
  if (values.sabotage !== undefined && !Object.hasOwn(SABOTAGES, values.sabotage)) {
    throw new Error(`unknown lie "${values.sabotage}": choose ${Object.keys(SABOTAGES).join(" or ")}`);
  }
  return { events, seed, sabotage: values.sabotage as Sabotage | undefined };
}

try {
  const options = parseOptions();
  if (options === undefined) console.log(USAGE);
  else if (graphNodeBinary() === undefined) throw new Error("npm carries no graph-node for this platform");
  else process.exitCode = (await run(options, interruption())) === 0 ? 0 : 1;
} catch (error) {
  console.error(`imprimatur: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
