import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sha256, stringToHex } from "viem";
import { MOST_CURATORS, openBoxStudio } from "../scripts/e2e/ballotBox/boxStudio.ts";
import { CLIENTS, storm } from "../scripts/e2e/ballotBox/storm.ts";
import { interruption } from "../scripts/stack/interruption.ts";
import { FREE_PORTS, startStack } from "../scripts/stack/stack.ts";

/** Ten thousand ballots from eight processes, and the box killed in the middle: prints what became of them. */
const { values } = parseArgs({ options: { ballots: { type: "string", default: "10000" } } });
const ballots = Number(values.ballots);
const directory = await mkdtemp(join(tmpdir(), "imprimatur-storm-"));
try {
  const onProgress = (sentence: string): void => console.log(`… ${sentence}`);
  await using stack = await startStack({ onProgress, ports: FREE_PORTS, signal: interruption(), indexed: false });
  const studio = await openBoxStudio(stack, { curators: MOST_CURATORS, charter: sha256(stringToHex("a charter")) });
  console.log(`… ${ballots} ballots by ${MOST_CURATORS} curators from ${CLIENTS} processes`);
  const report = await storm(studio, { ballots, directory });
  const { kept, distinct, evidence, atKill, seconds, stored, duplicate, retries } = report;
  const [lost, doubled] = [ballots - distinct, kept - distinct];
  console.log(`
killed with SIGKILL at ${atKill}; ${retries} requests had no answer and were made again
acknowledged: ${stored} stored, ${duplicate} found to be there already
lost: ${lost}, doubled: ${doubled}, taken for a double vote: ${evidence}
${Math.round(ballots / seconds)} ballots/s over ${seconds.toFixed(1)} s, restart included`);
  process.exitCode = lost === 0 && doubled === 0 && evidence === 0 && stored + duplicate === ballots ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}
