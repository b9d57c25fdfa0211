import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble, type Cast } from "../demo/cast.ts";
import { localClock } from "../demo/clock.ts";
import { StepFailedError, StoryTeller } from "../demo/console/storyTeller.ts";
import { type StoryEnd, tellStory } from "../demo/story/tellStory.ts";
import { writeDeployment } from "../deploy/index.ts";
import { FREE_PORTS, startStack, type Stack } from "../stack/stack.ts";

/** A running stack on which the demo studio's story has been told: what `npm start` leaves. */
export interface SharedStory {
  stack: Stack;
  /** Studio, works, a license that changed hands, sales and shares. */
  end: StoryEnd;
  /** Clients of the story's accounts. */
  cast: Cast;
  /** Test USDC. */
  token: `0x${string}`;
  /** A deployment file of this stack alone, `31337.json`. */
  deploymentFile: string;
  /** License texts, certificate and earnings statement of the story. */
  documents: string;
  /** The pictures of the lots: `works` and `spoiled`. */
  media: string;
}

const LOCAL_CHAIN_ID = 31337;

const started = new AsyncDisposableStack();
let story: Promise<SharedStory> | undefined;

/**
 * The story's stack, started by the first test that asks and shared by all of the process.
 *
 * Import this file statically, so that its hook ends the stack after the last test. Whoever uses it must neither move
 * the chain's clock far nor rely on being alone: each test acts for itself and looks at what it made.
 */
export function sharedStory(): Promise<SharedStory> {
  story ??= tell();
  return story;
}

// At the top of a file mocha's hook belongs to the whole run.
after(() => started.disposeAsync());

async function tell(): Promise<SharedStory> {
  const folder = await mkdtemp(join(tmpdir(), "imprimatur-story-"));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const media = join(folder, "media");
  await mkdir(media);
  const signal = new AbortController().signal;
  const stack = started.use(await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal }));
  const scene = {
    stack,
    token: stack.deployment.addressOf("TestUSDC"),
    cast: assemble(stack),
    clock: localClock(stack.rpcUrl),
    teller: new SilentTeller(),
    output: join(folder, "documents"),
    sabotage: undefined,
  };
  const end = await tellStory(scene, { input: undefined, workingDirectory: media });
  const deploymentFile = await writeDeployment(LOCAL_CHAIN_ID, stack.deployment.contracts, join(folder, "deployments"));
  return { stack, end, cast: scene.cast, token: scene.token, deploymentFile, documents: scene.output, media };
}

/** Says nothing unless a step fails. */
class SilentTeller extends StoryTeller {
  override async step<T>(title: string, work: () => Promise<{ shown: string; value: T }>): Promise<T> {
    try {
      return (await work()).value;
    } catch (error) {
      throw new StepFailedError(title, error);
    }
  }
}
