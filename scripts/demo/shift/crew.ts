import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { FOUNDERS, roleKey } from "../cast.ts";
import { freePort } from "../../stack/ports.ts";
import { type ManagedProcess, startProcess, whileRunning } from "../../stack/managedProcess.ts";
import { ROOT } from "../../stack/compile.ts";
import { until } from "../../stack/until.ts";
import type { Scene, StudioClones } from "../story/scene.ts";

const START_MILLISECONDS = 30_000;

/** A ballot box and curators, each a process of its own; disposing of them stops all. */
export interface Crew extends AsyncDisposable {
  boxUrl: string;
  curators: { index: number; account: `0x${string}` }[];
  /** Fails as soon as one of the processes ends. */
  whileAtWork<T>(work: Promise<T>): Promise<T>;
}

/** Registers the founders' ballot keys and starts a box that closes audits, and a curator for each key. */
export async function startCrew(scene: Scene, studio: StudioClones): Promise<Crew> {
  const { cast, stack, sabotage } = scene;
  await using started = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-crew-"));
  started.defer(() => rm(directory, { recursive: true, force: true }));
  const deployment = await keep(directory, "deployment.json", JSON.stringify(stack.deployment.contracts));
  const common = ["--rpc", stack.rpcUrl, "--studio", studio.studio, "--deployment", deployment];
  const run = (name: string, script: string, args: string[]): ManagedProcess =>
    started.use(
      startProcess({
        name,
        command: process.execPath,
        args: ["--conditions=source", "--import", "tsx", script, ...common, ...args],
        cwd: ROOT,
        logFile: join(directory, `${name}.log`),
      }),
    );

  const port = await freePort();
  const boxUrl = `http://127.0.0.1:${port}`;
  const box = run("ballot-box", "scripts/ballot-box.ts", [
    ...["--content", stack.contentStore.url, "--data", join(directory, "ballots.sqlite")],
    ...["--port", String(port), "--rate", "100000", "--key", await keep(directory, "relayer.key", roleKey("relayer"))],
  ]);
  const curators: Crew["curators"] = [];
  const processes = [box];
  for (const role of FOUNDERS) {
    const key = generatePrivateKey();
    const member = cast.inStudio(role, studio);
    const consent = await member.signCuratorKey({ account: privateKeyToAccount(key), curator: cast.addressOf(role) });
    const { index } = await member.registerCuratorAndWait(consent);
    curators.push({ index, account: cast.addressOf(role) });
    const blind = sabotage === "overlook" ? ["--overlook"] : [];
    const file = await keep(directory, `${role}.key`, key);
    processes.push(run(role, "scripts/demo/curator.ts", ["--box", boxUrl, "--key", file, ...blind]));
  }
  const answers = until("the ballot box", START_MILLISECONDS, async () =>
    (await fetch(`${boxUrl}/health`)).ok ? true : undefined,
  );
  await whileRunning(box, join(directory, "ballot-box.log"), answers);
  const ended = Promise.race(processes.map((each) => each.ended));
  const parts = started.move();
  return {
    boxUrl,
    curators,
    whileAtWork: (work) =>
      Promise.race([work, ended.then((reason) => Promise.reject(new Error(`${reason} in the middle of its work`)))]),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

async function keep(directory: string, name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
