import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import type { Health } from "../../ballot-box/box.ts";
import { ROOT } from "../../stack/compile.ts";
import { freePort } from "../../stack/ports.ts";
import { NODE_ARGUMENTS, startBox } from "./boxProcess.ts";
import { type BoxStudio, openLots } from "./boxStudio.ts";

export const CLIENTS = 8;

/** Files that nobody looks at: four lanes a lot. */
const COUNT = 4;

/** Milliseconds between two looks at how far the clients are. */
const LOOK = 50;

export interface StormReport {
  ballots: number;
  /** What the clients were told. */
  stored: number;
  duplicate: number;
  /** Requests that were answered by nobody. */
  retries: number;
  /** In the box when it was killed. */
  atKill: number;
  /** In the box at the end, by its own word and by its file. */
  kept: number;
  distinct: number;
  evidence: number;
  /** From the first request to the last answer, the restart included. */
  seconds: number;
}

/** Hands in ballots from eight processes, kills the box in the middle without notice, starts it again, and counts. */
export async function storm(
  studio: BoxStudio,
  { ballots, directory, firstNonce }: { ballots: number; directory: string; firstNonce?: number },
): Promise<StormReport> {
  const lots = await openLots(studio, {
    lots: Math.ceil(ballots / studio.curators.length),
    count: COUNT,
    ...(firstNonce === undefined ? {} : { firstNonce }),
  });
  const all = lots.flatMap(({ lotId, seed }) =>
    studio.curators.map(({ index, key }) => ({ lotId: String(lotId), seed, curator: index, key })),
  );
  const port = await freePort();
  const place = { studio, directory, port, name: "storm" };
  let box = await startBox(place);
  const clients = await startClients({ studio, url: box.url, directory, ballots: all.slice(0, ballots) });

  const start = performance.now();
  const results = clients.map((client) => client.go());
  let atKill = 0;
  while (atKill < ballots / 2) {
    await delay(LOOK);
    atKill = (await healthOf(box.url)).ballots;
  }
  await box.kill();
  box = await startBox(place);
  const told = await Promise.all(results);
  const seconds = (performance.now() - start) / 1000;
  const { ballots: kept, evidence } = await healthOf(box.url);
  const exitCode = await box.stop();
  if (exitCode !== 0) throw new Error(`the box ended with ${String(exitCode)}: ${box.output()}`);
  const sum = (key: "stored" | "duplicate" | "retries"): number => told.reduce((total, each) => total + each[key], 0);
  const counts = { stored: sum("stored"), duplicate: sum("duplicate"), retries: sum("retries") };
  return { ballots, ...counts, atKill, kept, evidence, distinct: distinctIn(join(directory, "storm.sqlite")), seconds };
}

interface Told {
  stored: number;
  duplicate: number;
  retries: number;
}

async function startClients(job: {
  studio: BoxStudio;
  url: string;
  directory: string;
  ballots: readonly object[];
}): Promise<{ go: () => Promise<Told> }[]> {
  const { directory, studio, url, ballots } = job;
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const file = join(directory, `client-${client}.json`);
      const mine = ballots.filter((_ballot, place) => place % CLIENTS === client);
      const common = { url, chainId: studio.registrar.chain.id, curation: studio.curation };
      await writeFile(file, JSON.stringify({ ...common, ballots: mine }), { mode: 0o600 });
      return startClient(file);
    }),
  );
}

async function startClient(file: string): Promise<{ go: () => Promise<Told> }> {
  const child = spawn(process.execPath, [...NODE_ARGUMENTS, "scripts/e2e/ballotBox/client.ts", file], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return {
    go: async () => {
      child.stdin.write("go\n");
      const exit = once(child, "exit");
      const { value } = (await lines.next()) as { value: string | undefined };
      const [code] = (await exit) as [number | null];
      if (code !== 0 || value === undefined) throw new Error(`a client ended with ${String(code)}`);
      return JSON.parse(value) as Told;
    },
  };
}

async function healthOf(url: string): Promise<Health> {
  return (await (await fetch(`${url}/health`)).json()) as Health;
}

/** Ballots that differ in curator or lot, in a file that is whole. */
function distinctIn(file: string): number {
  using database = new DatabaseSync(file, { readOnly: true });
  const integrity = database.prepare("PRAGMA integrity_check").get();
  if (integrity?.["integrity_check"] !== "ok") throw new Error(`${file} is damaged`);
  const query = "SELECT count(*) AS found FROM (SELECT DISTINCT subject, curator FROM ballots)";
  return Number(database.prepare(query).get()?.["found"]);
}
