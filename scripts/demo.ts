import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { InterruptedError, interruption, unlessAborted } from "./stack/interruption.ts";
import { FREE_PORTS, type Stack, startStack } from "./stack/stack.ts";
import { printInspections } from "./demo/agent/inspection.ts";
import { tellAgent } from "./demo/agent/tellAgent.ts";
import { assemble } from "./demo/cast.ts";
import { localClock } from "./demo/clock.ts";
import { StoryTeller } from "./demo/console/storyTeller.ts";
import { checkInput } from "./demo/input.ts";
import { type DemoOptions, parseOptions, USAGE } from "./demo/options.ts";
import { printShift } from "./demo/shift/report.ts";
import { tellShift } from "./demo/shift/tellShift.ts";
import { printBooks } from "./demo/story/books.ts";
import { tellGovernance } from "./demo/story/governance/tellGovernance.ts";
import { tellStory } from "./demo/story/tellStory.ts";

/** Starts a stack of its own on free ports, tells the story, and leaves nothing behind. */
async function demo({ agent, assets, input, keep, output, sabotage }: DemoOptions, signal: AbortSignal): Promise<void> {
  const here = process.env["INIT_CWD"] ?? ".";
  const folder = input === undefined ? undefined : checkInput(resolve(here, input));
  await using cleanup = new AsyncDisposableStack();
  const workingDirectory = await mkdtemp(join(tmpdir(), "imprimatur-demo-"));
  cleanup.defer(() => rm(workingDirectory, { recursive: true, force: true }));
  const onProgress = (sentence: string): void => console.log(`    … ${sentence}`);
  const stack = cleanup.use(
    await startStack({ onProgress, ports: FREE_PORTS, signal, indexed: assets === undefined && !agent }),
  );
  const scene = {
    stack,
    sabotage,
    output: resolve(here, output),
    cast: assemble(stack),
    clock: localClock(stack.rpcUrl),
    teller: new StoryTeller(),
    token: stack.deployment.addressOf("TestUSDC"),
  };
  if (agent) {
    printInspections(await unlessAborted(signal, tellAgent(scene, workingDirectory)), keep);
    if (keep) await untilInterrupted(stack, signal);
  } else if (assets === undefined) {
    const books = await unlessAborted(signal, tellStory(scene, { input: folder, workingDirectory }));
    await unlessAborted(signal, tellGovernance(scene, workingDirectory));
    printBooks(books);
  } else printShift(await unlessAborted(signal, tellShift(scene, { assets, workingDirectory })));
}

/** Waits for Ctrl-C; a part that ends before is a failure. */
async function untilInterrupted(stack: Stack, signal: AbortSignal): Promise<void> {
  try {
    throw new Error(await unlessAborted(signal, stack.ended));
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    console.log("\nStopped; nothing is left running.");
  }
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await demo(options, interruption());
} catch (error) {
  console.error(`The demo stopped: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
  process.exitCode = 1;
}
