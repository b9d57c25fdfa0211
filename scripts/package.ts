import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkTypes,
  installPeers,
  installTarball,
  loadEntries,
  olderNode,
  sellFirst,
  useInNode,
} from "./package/consumer.ts";
import { areTheTypesWrong, inspectContents, inspectImports, limitSizes, runPublint } from "./package/inspect.ts";
import { launchBrowser, useWithImportMap, useWithVite } from "./package/inBrowser.ts";
import { pack } from "./package/packed.ts";
import { FREE_PORTS, startStack } from "./stack/stack.ts";
import { secondsSince } from "./testing/process.ts";

/**
 * What users get: the SDK is built, packed, examined, installed in an empty project and used there, in Node and in a
 * browser, against a local chain. One line a gate; all run, so that one finding hides no other.
 */
const failed: string[] = [];
const MESSAGE_LENGTH = 1_500;

/** Runs one gate and says how it went; `undefined` when it failed. */
async function gate<T>(
  name: string,
  work: () => Promise<T>,
  tell: (result: T) => string = String,
): Promise<T | undefined> {
  const start = performance.now();
  try {
    const result = await work();
    console.log(`✔ ${name}: ${tell(result)} (${secondsSince(start)})`);
    return result;
  } catch (error) {
    failed.push(name);
    const message = error instanceof Error ? error.message : String(error);
    console.log(`✘ ${name}: ${message.slice(0, MESSAGE_LENGTH)} (${secondsSince(start)})`);
    return undefined;
  }
}

async function runGates(started: AsyncDisposableStack): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "imprimatur-package-"));
  started.defer(() => rm(folder, { recursive: true, force: true }));
  const packed = await gate(
    "npm pack",
    () => pack(folder),
    ({ tarball }) => tarball.slice(folder.length + 1),
  );
  if (packed === undefined) return;
  await gate("contents", () => inspectContents(packed));
  await gate("publint --strict", () => runPublint(packed));
  await gate("attw --profile esm-only", () => areTheTypesWrong(packed));
  await gate("size-limit", () => limitSizes());
  const consumer = await gate(
    "npm install",
    async () => started.use(await installTarball(packed)),
    () => "in an empty project",
  );
  if (consumer === undefined) return;
  await gate("imports", () => inspectImports(packed, consumer));
  await gate("entries", () => loadEntries(process.execPath, packed, consumer));
  await gate("types, bundler", () => checkTypes("bundler", packed, consumer));

  const stack = await gate(
    "local chain",
    () => startChain(started),
    ({ rpcUrl }) => rpcUrl,
  );
  if (stack !== undefined) {
    const task = { rpcUrl: stack.rpcUrl, deployment: stack.deployment.contracts };
    await gate("Node", () => useInNode(process.execPath, consumer, task));
    await gate("first sale", () => sellFirst(consumer, task));
    await gate("older Node", async () => useInNode(await olderNode(), consumer, task));
    const browser = await gate("browser", launchBrowser, (launched) => `Chromium ${launched.version()}`);
    if (browser !== undefined) {
      started.defer(() => browser.close());
      await gate("Vite", () => useWithVite(browser, consumer, task));
      await gate("import map", () => useWithImportMap(browser, consumer, task));
    }
  }

  await gate("optional peers", () => installPeers(packed, consumer));
  await gate("types, nodenext", () => checkTypes("nodenext", packed, consumer));
}

const startChain = async (started: AsyncDisposableStack) =>
  started.use(
    await startStack({
      onProgress: () => undefined,
      ports: FREE_PORTS,
      signal: new AbortController().signal,
      indexed: false,
    }),
  );

const begin = performance.now();
{
  await using started = new AsyncDisposableStack();
  await runGates(started);
}
console.log(
  failed.length === 0
    ? `The package can be published (${secondsSince(begin)})`
    : `Not fit to be published: ${failed.join(", ")}. See above, and CONTRIBUTING.md on "npm run package"`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
