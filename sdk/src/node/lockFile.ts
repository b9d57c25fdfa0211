import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { JournalLockedError } from "../errors/agent.ts";

/** Who holds a lock. `started` tells a process from a later one with its number; only some systems say it. */
type Holder = { pid: number; host: string; started?: string };

/** A lock that is held. */
export type Lock = {
  /** Throws {@link JournalLockedError} if somebody took it away. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the lock, a file that names its holder; throws {@link JournalLockedError} while that lives. A lock whose holder
 * died on this machine is taken over.
 */
export async function lockFile(path: string): Promise<Lock> {
  const token = randomUUID();
  // Processes of one number may share a folder: of several machines, or containers of one.
  const own = `${path}.${token}`;
  const text = JSON.stringify({ ...(await holderOf(process.pid)), token });
  await writeFile(own, text);
  try {
    if (!(await isLinked(own, path))) {
      await removeStale(path, own);
      if (!(await isLinked(own, path))) throw await lockedBy(path);
    }
    return heldLock(path, text);
  } finally {
    await rm(own, { force: true });
  }
}

function heldLock(path: string, text: string): Lock {
  const isHeld = () =>
    readFile(path, "utf8").then(
      (found) => found === text,
      () => false,
    );
  return {
    assertHeld: async () => {
      if (!(await isHeld())) throw await lockedBy(path);
    },
    release: async () => {
      if (await isHeld()) await unlink(path);
    },
  };
}

/** Links appear whole or not at all, and never over another file. */
async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Puts a dead holder's lock aside. Should another process have taken it over in the meantime, that one gets it back. */
async function removeStale(path: string, own: string): Promise<void> {
  const holder = await readHolder(path);
  if (holder === undefined) return;
  if (await isAlive(holder)) throw new JournalLockedError(path, holder);
  const aside = `${own}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  try {
    if (await isAlive((await readHolder(aside)) ?? {})) await isLinked(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
}

const lockedBy = async (path: string): Promise<JournalLockedError> =>
  new JournalLockedError(path, (await readHolder(path)) ?? {});

/** Undefined where the file is gone, empty where it names nobody. What cannot be read may name somebody: that throws. */
async function readHolder(path: string): Promise<Partial<Holder> | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Of a process elsewhere nobody knows here, so it counts as alive. */
async function isAlive({ pid, host, started }: Partial<Holder>): Promise<boolean> {
  if (pid === undefined || !Number.isSafeInteger(pid) || pid <= 0) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return (await holderOf(pid)).started === started;
}

async function holderOf(pid: number): Promise<Holder> {
  const started = await startOf(pid);
  return { pid, host: hostname(), ...(started === undefined ? {} : { started }) };
}

/** Where the 22nd field of Linux's `/proc/<pid>/stat` is, counted after the name, which may hold anything. */
const START_FIELD = 19;

/** When a process began, in ticks of this start of the machine; undefined where the system does not say. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const [text, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, "utf8"),
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    ]);
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return `${boot.trim()}:${fields[START_FIELD] ?? ""}`;
  } catch {
    return undefined;
  }
}
