import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble } from "./demo/cast.ts";
import { localClock } from "./demo/clock.ts";
import { formatTable } from "./demo/console/table.ts";
import { StoryTeller } from "./demo/console/storyTeller.ts";
import { printBooks } from "./demo/story/books.ts";
import { AUTHORITY_FILE } from "./demo/story/birth.ts";
import { type StoryEnd, tellStory } from "./demo/story/tellStory.ts";
import { writeDeployment } from "./deploy/index.ts";
import { InterruptedError, interruption, unlessAborted } from "./stack/interruption.ts";
import { startStack, type Stack, USUAL_PORTS } from "./stack/stack.ts";

const LOCAL_CHAIN_ID = 31337;

/** Starts the local stack, plays the demo studio's story on it and keeps it running until Ctrl-C. */
async function start(signal: AbortSignal): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const workingDirectory = await mkdtemp(join(tmpdir(), "imprimatur-media-"));
  cleanup.defer(() => rm(workingDirectory, { recursive: true, force: true }));
  const onProgress = (sentence: string): void => console.log(`    … ${sentence}`);
  const stack = cleanup.use(await startStack({ onProgress, ports: USUAL_PORTS, signal }));
  await writeDeployment(LOCAL_CHAIN_ID, stack.deployment.contracts);
  const token = stack.deployment.addressOf("TestUSDC");
  const scene = {
    stack,
    token,
    cast: assemble(stack),
    clock: localClock(stack.rpcUrl),
    teller: new StoryTeller(),
    output: join(workingDirectory, "documents"),
    sabotage: undefined,
  };
  const story = tellStory(scene, { input: undefined, workingDirectory });
  const end = await unlessAborted(signal, story);
  printBooks(end);
  printWelcome(stack, end, { documents: scene.output, pictures: join(workingDirectory, "works") });
  throw new Error(await unlessAborted(signal, stack.ended));
}

function printWelcome(
  stack: Stack,
  { studio, license }: StoryEnd,
  { documents, pictures }: { documents: string; pictures: string },
): void {
  const rows = [
    ["EVM node", stack.rpcUrl],
    ["GraphQL", stack.graphqlUrl ?? "none on this platform: use @imprimatur/sdk/logs"],
    ["content store", stack.contentStore.url],
    ["studio", studio.studio],
    ["treasury (timelock)", studio.timelock],
    ["governor", studio.governor],
    ["a licensed asset", `0x${license.piece.assetId.toString(16)}`],
    ["a license of it", license.licenseId],
    ["license texts, certificate, earnings", documents],
    ["pictures with birth certificates", pictures],
    ...Object.entries(stack.deployment.contracts).map(([name, { address }]) => [name, address]),
  ];
  console.log(`\n${formatTable(["what", "where"], rows).join("\n")}`);
  console.log(`
Try next:
  curl -s ${stack.graphqlUrl ?? stack.rpcUrl} -H 'content-type: application/json' \\
    -d '{"query":"{ lots { lotId count status blockedCount } licenseRecords { id status holder { id } } }"}'
  npm run -s imprimatur -- verify ${join(pictures, "work-00000.png")} \\
    --trust ${join(documents, AUTHORITY_FILE)} --store ${stack.contentStore.url}
                                  a picture's birth certificate, checked against the chain; change a byte and try again
  npm run -s imprimatur -- mcp --studio ${studio.studio} --store ${stack.contentStore.url}
                                  tools for an AI agent, by the Model Context Protocol on stdin and stdout
  npm run demo -- --agent --keep  agents on a leash, on a stack of their own: votes, work, limits, pay
  docs/guides/                    a studio, a sale, a vote, an audit, a page: their code runs against this stack
  docs/licensing.md               sell, buy, hand on and verify a license: its code runs against this stack
  docs/royalties.md               claim what is owed, check who was paid
  docs/c2pa.md, compliance.md     the birth certificates in its pictures, and how they were screened
  docs/agents.md                  mandates, an account that refuses, a worker: its code runs against this stack
  npm run demo -- --input DIR     the same story on your own files
  deployments/31337.json          addresses for your own scripts; accounts are Hardhat's
Ctrl-C stops everything.`);
}

try {
  await start(interruption());
} catch (error) {
  if (error instanceof InterruptedError) console.log("\nStopped; nothing is left running.");
  else {
    console.error(`\nThe start failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
