import { expect } from "chai";
import { appendFile, type FileHandle, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { memoryWorkJournal, runWorker, type WorkEntry } from "@imprimatur/sdk/agent";
import { fileStore, fileWorkJournal, type JournalCut } from "@imprimatur/sdk/node";
import { putBlock } from "@imprimatur/sdk/storage";
import { expectError } from "../helpers/errors.ts";
import { replacing } from "../helpers/openFiles.ts";

const ENTRY: WorkEntry = { step: "reported", reportHash: `0x${"11".repeat(32)}` };
const LINE = { run: "brief", entry: ENTRY };

describe("journals in files", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-journal-"));
    path = join(folder, "work.journal");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("are on the disk before the worker goes on, and after the blocks that they name", async () => {
    const synced: string[] = [];
    const noting = (name: string) => (real: (this: FileHandle) => Promise<void>) =>
      async function (this: FileHandle): Promise<void> {
        await real.call(this);
        synced.push(name);
      };
    const journal = fileWorkJournal(path);
    const release = await journal.claim?.();
    const restore = [
      await replacing(folder, "sync", noting("block")),
      await replacing(folder, "datasync", noting("line")),
    ];
    try {
      await putBlock(fileStore(join(folder, "blocks")), Uint8Array.of(1, 2, 3));
      await journal.append(LINE);
    } finally {
      for (const undo of restore) undo();
    }
    // The block, its name in the folder, and then the line.
    expect(synced).to.deep.equal(process.platform === "win32" ? ["block", "line"] : ["block", "block", "line"]);
    await release?.();
  });

  it("take off what a crash left of a last line, and say so", async () => {
    const cuts: JournalCut[] = [];
    const journal = fileWorkJournal(path, { onCut: (cut) => cuts.push(cut) });
    await journal.append(LINE);
    expect(cuts).to.deep.equal([]);
    await appendFile(path, '{"run":"bri\u0000');
    expect(await journal.read()).to.deep.equal([LINE]);
    await journal.append(LINE);
    expect(cuts).to.deep.equal([{ path, line: 2, bytes: 12 }]);
    expect(await journal.read()).to.deep.equal([LINE, LINE]);
  });

  it("write on where the system takes only a part, and leave nothing of what failed", async () => {
    const journal = fileWorkJournal(path);
    const release = await journal.claim?.();
    await journal.append(LINE);
    let room = 40;
    const few = (real: (...args: unknown[]) => Promise<{ bytesWritten: number }>) =>
      function (this: FileHandle, bytes: Buffer, at: number, length: number, position: number) {
        if (room === 0) return Promise.reject(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
        const part = Math.min(7, length, room);
        room -= part;
        return real.call(this, bytes, at, part, position);
      };
    const restore = await replacing(folder, "write", few);
    try {
      expect(await journal.append(LINE).catch((error: unknown) => String(error))).to.equal("Error: no space left");
      room = 1_000;
      await journal.append({ run: "b", entry: { step: "committed" } });
    } finally {
      restore();
    }
    expect((await journal.read()).map(({ run }) => run)).to.deep.equal(["brief", "b"]);
    expect((await readFile(path, "utf8")).split("\n")).to.have.length(3);
    await release?.();
  });

  it("have one writer: another is refused, and the same one may write many lines at once", async () => {
    const journal = fileWorkJournal(path);
    const [first, second] = [await journal.claim?.(), await journal.claim?.()];
    const other = fileWorkJournal(path);
    const { pid } = process;
    const error = await other.claim?.().catch((reason: unknown) => reason);
    expect(error).to.include({ name: "JournalLockedError", pid, host: hostname() });
    await expectError("JournalLockedError", () => other.append(LINE));
    await first?.();
    await first?.();
    await expectError("JournalLockedError", () => other.append(LINE));
    await Promise.all(Array.from({ length: 20 }, (_, at) => journal.append({ run: `${at}`, entry: ENTRY })));
    expect((await journal.read()).map(({ run }) => run)).to.deep.equal(Array.from({ length: 20 }, (_, at) => `${at}`));
    await second?.();
    await other.append(LINE);
    expect(await readdir(folder)).to.deep.equal(["work.journal"]);
  });

  it("take over a lock whose process died, and none of another machine", async () => {
    const lock = `${path}.lock`;
    const journal = fileWorkJournal(path);
    const own = { pid: process.pid, host: hostname() };
    const dead = [
      { ...own, pid: 2 ** 30 },
      { pid: "none" },
      // A later process with the same number; systems that do not tell when one began cannot know.
      ...(process.platform === "linux" ? [{ ...own, started: "another:1" }] : []),
    ];
    for (const holder of dead) {
      await writeFile(lock, JSON.stringify(holder));
      await journal.append(LINE);
    }
    await writeFile(lock, "");
    await journal.append(LINE);
    expect(await journal.read()).to.have.length(dead.length + 1);
    await writeFile(lock, JSON.stringify({ pid: 7, host: "elsewhere" }));
    const error = await journal.append(LINE).catch((reason: unknown) => reason);
    expect(error).to.include({ name: "JournalLockedError", pid: 7, host: "elsewhere" });
  });

  it("take over no lock that they cannot read", async () => {
    await mkdir(`${path}.lock`);
    const error = await fileWorkJournal(path)
      .append(LINE)
      .catch((reason: unknown) => reason);
    expect(error).to.include({ code: "EISDIR" });
    expect(await readdir(folder)).to.deep.equal(["work.journal.lock"]);
  });

  it("stop writing once somebody took the lock away", async () => {
    const journal = fileWorkJournal(path);
    const release = await journal.claim?.();
    await rm(`${path}.lock`);
    const other = fileWorkJournal(path);
    const taken = await other.claim?.();
    await expectError("JournalLockedError", () => journal.append(LINE));
    await other.append(LINE);
    await release?.();
    await other.append(LINE);
    await taken?.();
    expect(await readdir(folder)).to.deep.equal(["work.journal"]);
  });

  it("refuse lines that are none", async () => {
    await writeFile(path, '{"run":\n');
    await expectError("JournalMismatchError", () => fileWorkJournal(path).read());
    await writeFile(path, "{}\n");
    await expectError("JournalMismatchError", () => fileWorkJournal(path).read());
  });

  it("are worked on by one run of a name at a time, in memory too", async () => {
    const parameters = { journal: memoryWorkJournal(), brief: { title: "A", text: "b", count: 1 } };
    const never = new Promise(() => undefined);
    const client = { request: () => never };
    const begun = runWorker({ ...parameters, client, agent: {}, recipe: {}, addresses: {} } as never);
    void begun.next();
    await expectError("JournalLockedError", () => runWorker(parameters as never).next());
  });
});
