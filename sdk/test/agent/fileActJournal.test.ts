import { expect } from "chai";
import { appendFile, type FileHandle, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileActJournal } from "@imprimatur/sdk/node";
import { expectError } from "../helpers/errors.ts";
import { replacing } from "../helpers/openFiles.ts";

type Act = Parameters<ReturnType<typeof fileActJournal>["append"]>[0];

const act = (requestId: string): Act => ({
  ...{ requestId, digest: "0x11", transaction: "0x22", serialized: `0x${"33".repeat(100)}`, nonce: 1 },
});

describe("journals of acts in files", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-acts-"));
    path = join(folder, "acts", "acts.journal");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const idsIn = async (): Promise<string[]> => (await fileActJournal(path).read()).map(({ requestId }) => requestId);

  it("write on where the system takes only a part, and leave nothing of what failed", async () => {
    const journal = fileActJournal(path);
    await journal.append(act("first"));
    let room = 40;
    const few = (real: (...args: unknown[]) => Promise<{ bytesWritten: number }>) =>
      function (this: FileHandle, bytes: Buffer, at: number, length: number, position: number) {
        if (room === 0) return Promise.reject(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
        const part = Math.min(7, length, room);
        room -= part;
        return real.call(this, bytes, at, part, position);
      };
    const whole = await readFile(path, "utf8");
    const restore = await replacing(folder, "write", few);
    try {
      expect(await journal.append(act("lost")).catch((error: unknown) => String(error))).to.equal(
        "Error: no space left",
      );
      expect(await readFile(path, "utf8")).to.equal(whole);
      room = 10_000;
      await journal.append(act("second"));
    } finally {
      restore();
    }
    expect(await idsIn()).to.deep.equal(["first", "second"]);
  });

  it("keep every act of several writers that find a torn line", async () => {
    await fileActJournal(path).append(act("old"));
    await appendFile(path, '{"requestId":"to');
    const names = Array.from({ length: 12 }, (_, at) => `act ${at}`);
    await Promise.all(names.map((name) => fileActJournal(path).append(act(name))));
    expect((await idsIn()).sort()).to.deep.equal([...names, "old"].sort());
    expect(await readdir(join(folder, "acts"))).to.deep.equal(["acts.journal"]);
  });

  it("are on the disk by their names too, once they are made", async () => {
    let syncs = 0;
    const noting = (real: (this: FileHandle) => Promise<void>) =>
      async function (this: FileHandle): Promise<void> {
        await real.call(this);
        syncs += 1;
      };
    const restore = await replacing(folder, "sync", noting);
    try {
      const journal = fileActJournal(path);
      await journal.append(act("first"));
      // The file in its folder, and that one in the folder above.
      const made = process.platform === "win32" ? 0 : 2;
      expect(syncs).to.equal(made);
      await journal.append(act("second"));
      expect(syncs).to.equal(made);
    } finally {
      restore();
    }
  });

  it("take over the lock of a process that died, and wait for no other machine's for ever", async () => {
    const journal = fileActJournal(path);
    await journal.append(act("first"));
    await writeFile(`${path}.lock`, JSON.stringify({ pid: 2 ** 30, host: hostname() }));
    await journal.append(act("second"));
    await writeFile(`${path}.lock`, JSON.stringify({ pid: 7, host: "elsewhere" }));
    await expectError("JournalLockedError", () => journal.append(act("third")));
    expect(await idsIn()).to.deep.equal(["first", "second"]);
  }).timeout(20_000);
});
