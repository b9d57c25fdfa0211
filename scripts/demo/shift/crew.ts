import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

/** What the curators get, which are programs here. */
const JUDGING_MILLISECONDS = 180_000;

/** A ballot box and curators, each a process of its own; disposing of them stops all. */
export interface Crew extends AsyncDisposable {
  boxUrl: string;
  curators: { index: number; account: `0x${string}` }[];
  /** Asks again and again until there is an answer; fails as soon as one of the processes ends. */
  atWork<T extends object>(what: string, probe: () => Promise<T | undefined>): Promise<T>;
}

/** Registers the founders' ballot keys and starts a box that closes audits, and a curator for each key. */
export async function startCrew(scene: Scene, studio: StudioClones): Promise<Crew> {
  const { cast, stack, sabotage } = scene;
  await using started = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-crew-"));
  started.defer(() => rm(directory, { recursive: true, force: true }));
  const deployment = await keep(directory, "deployment.json", JSON.stringify(stack.deployment.contracts));
  const common = ["--rpc", stack.rpcUrl, "--studio", studio.studio, "--deployment", deployment];
  const team: Worker[] = [];
  const run = (name: string, script: string, args: string[]): Worker => {
    const log = join(directory, `${name}.log`);
    const command = ["--conditions=source", "--import", "tsx", script, ...common, ...args];
    const child = started.use(
      startProcess({ name, command: process.execPath, args: command, cwd: ROOT, logFile: log }),
    );
    team.push({ child, log });
    return { child, log };
  };

  const port = await freePort();
  const boxUrl = `http://127.0.0.1:${port}`;
  const box = run("ballot-box", "scripts/ballot-box.ts", [
    ...["--content", stack.contentStore.url, "--data", join(directory, "ballots.sqlite")],
    ...["--port", String(port), "--rate", "100000", "--key", await keep(directory, "relayer.key", roleKey("relayer"))],
  ]);
  const answers = until("the ballot box", START_MILLISECONDS, async () =>
    (await fetch(`${boxUrl}/health`)).ok ? true : undefined,
  );
  await whileRunning(box.child, box.log, answers);
  const curators: Crew["curators"] = [];
  for (const role of FOUNDERS) {
    const key = generatePrivateKey();
    const member = cast.inStudio(role, studio);
    const consent = await member.signCuratorKey({ account: privateKeyToAccount(key), curator: cast.addressOf(role) });
    const { index } = await member.registerCuratorAndWait(consent);
    curators.push({ index, account: cast.addressOf(role) });
    const blind = sabotage === "overlook" ? ["--overlook"] : [];
    const file = await keep(directory, `${role}.key`, key);
    run(role, "scripts/demo/curator.ts", ["--box", boxUrl, "--key", file, ...blind]);
  }
  let failure: string | undefined;
  for (const { child, log } of team) {
    void child.ended.then(async (reason) => (failure ??= `${reason}: ${await lastWords(log)}`));
  }
  const parts = started.move();
  return {
    boxUrl,
    curators,
    atWork: (what, probe) =>
      until(what, JUDGING_MILLISECONDS, async () => (failure === undefined ? probe() : { failure })).then((found) => {
        if (failure === undefined) return found as Awaited<ReturnType<typeof probe>> & object;
        throw new Error(failure);
      }),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** A process and what it prints. */
interface Worker {
  child: ManagedProcess;
  log: string;
}

/** What a process said at last. */
async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, "utf8").catch(() => "");
  return text.trim().split("\n").at(-1) ?? "";
}

async function keep(directory: string, name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
