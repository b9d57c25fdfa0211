import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cidOf, cidOfBytes, type StoredFile } from "@imprimatur/sdk/storage";
import { fileUploadJournal } from "@imprimatur/sdk/node";
import { sha256 } from "viem";
import { expectError } from "../helpers/errors.ts";
import { serveKubo, servePinning, serveS3, type TestServer } from "../storage/servers.ts";
import { cli } from "./harness.ts";

const COUNT = 12;
const BIN = fileURLToPath(new URL("../../src/cli/bin.ts", import.meta.url));
const KEYS = { AWS_ACCESS_KEY_ID: "studio", AWS_SECRET_ACCESS_KEY: "secret" };

/** How often a server took each file, by its CID. */
function putsAt({ log }: TestServer): Map<string, number> {
  const puts = new Map<string, number>();
  for (const line of log) {
    const cid = /^PUT \/bucket\/(\w+)$/.exec(line)?.[1];
    if (cid !== undefined) puts.set(cid, (puts.get(cid) ?? 0) + 1);
  }
  return puts;
}

describe("imprimatur lot upload", () => {
  let home: string;
  let folder: string;
  const fileOf = (at: number): Uint8Array =>
    Uint8Array.from({ length: 5_000 + at }, (_, byte) => (byte * 7 + at) & 0xff);
  const cids = Array.from({ length: COUNT }, (_, at) => cidOfBytes(fileOf(at)));

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "imprimatur-upload-"));
    folder = join(home, "renders");
    await mkdir(folder);
    for (let at = 0; at < COUNT; at += 1)
      await writeFile(join(folder, `${String(at).padStart(2, "0")}.png`), fileOf(at));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const argsFor = (to: string, url: string, ...more: string[]): string[] => [
    ...["lot", "upload", folder, "--to", to, "--url", url, "--journal", join(home, "lot.journal"), ...more],
  ];
  const journaled = async (): Promise<string[]> => {
    const text = await readFile(join(home, "lot.journal"), "utf8").catch(() => "");
    const lines = text.split("\n").slice(1, -1);
    return lines.map((line) => cidOf((JSON.parse(line) as StoredFile).digest));
  };

  it("refuses what does not fit together, says which key is missing, and begins nothing", async () => {
    const refused: [args: string[], env: Record<string, string>, message: RegExp][] = [
      [argsFor("s3", "http://127.0.0.1:1"), {}, /needs AWS_ACCESS_KEY_ID in the environment/],
      [argsFor("s3", "http://127.0.0.1:1", "--gateway", "http://127.0.0.1:1"), KEYS, /has no --gateway/],
      [argsFor("kubo", "http://127.0.0.1:1", "--region", "x"), {}, /has no --region/],
      [argsFor("pinning", "http://127.0.0.1:1"), {}, /needs --gateway/],
      [argsFor("arweave", "http://127.0.0.1:1"), { IMPRIMATUR_ARWEAVE_KEY: "none.json" }, /none\.json cannot be read/],
      [argsFor("ftp", "http://127.0.0.1:1"), {}, /--to is not among/],
      [argsFor("kubo", "http://127.0.0.1:1", "--proposal", "p.json"), {}, /not voted on/],
    ];
    for (const [args, env, message] of refused) {
      const { exitCode, stderr } = await cli(args, { cwd: home, home, env });
      expect(exitCode, stderr).to.equal(2);
      expect(stderr).to.match(message);
    }
    const away = await cli(argsFor("kubo", "http://127.0.0.1:1", "--yes"), { cwd: home, home });
    expect(away.exitCode).not.to.equal(0);
    expect(away.stderr).to.contain("12 of 12 files were not stored");
    expect(await journaled()).to.deep.equal([]);
  }).timeout(60_000);

  it("shows what it would send, sends it, and sends nothing twice; a journal of another place is refused", async () => {
    await using server = await serveKubo();
    await using other = await servePinning("token");
    const dry = await cli(argsFor("kubo", server.url, "--json"), { cwd: home, home });
    expect(JSON.parse(dry.stdout)).to.include({ state: "dryRun", files: COUNT, bytes: 60_066 });
    expect(server.log).to.deep.equal([]);
    const sent = await cli(argsFor("kubo", server.url, "--json", "--yes"), { cwd: home, home });
    const { files } = JSON.parse(sent.stdout) as { files: { name: string; uri: string }[] };
    expect(files.map(({ name, uri }) => [name, uri])).to.deep.equal(
      cids.map((cid, at) => [`${String(at).padStart(2, "0")}.png`, `ipfs://${cid}`]),
    );
    const asked = server.log.length;
    expect((await cli(argsFor("kubo", server.url, "--yes"), { cwd: home, home })).exitCode).to.equal(0);
    expect(server.log).to.have.length(asked);
    const elsewhere = argsFor("pinning", other.url, "--gateway", other.url, "--yes");
    const wrong = await cli(elsewhere, { cwd: home, home, env: { IMPRIMATUR_PINNING_TOKEN: "token" } });
    expect(wrong.exitCode).not.to.equal(0);
    expect(wrong.stderr).to.contain("its files went to");
    expect(other.log).to.deep.equal([]);
  }).timeout(60_000);

  it("goes on after its process was killed in the middle: what is stored is neither sent nor asked for again", async () => {
    await using server = await serveS3("secret");
    // The seventh file never gets an answer, nor does anything after it; four are on their way at a time.
    const hangs = (): string | undefined => (putsAt(server).size >= 7 ? "before" : undefined);
    Object.defineProperty(server.behavior, "hangs", { get: hangs, configurable: true });
    const args = argsFor("s3", `${server.url}/bucket`, "--yes");
    const options = ["--conditions=source", "--import", "tsx", BIN, ...args];
    const child = spawn(process.execPath, options, {
      env: { ...process.env, ...KEYS, HOME: home },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const ended = once(child, "exit");
    const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await isSo())) {
        if (child.exitCode !== null) expect.fail("The upload came to an end.");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await until(async () => hangs() !== undefined && (await journaled()).length >= 3);
    child.kill("SIGKILL");
    expect(await ended).to.deep.equal([null, "SIGKILL"]);
    const stored = await journaled();
    expect(stored.length).to.be.within(3, 6);

    delete server.behavior.hangs;
    server.log.length = 0;
    const { exitCode, stderr } = await cli(args, { cwd: home, home, env: KEYS });
    expect(exitCode, stderr).to.equal(0);
    for (const cid of stored) expect(server.log.filter((line) => line.includes(cid))).to.deep.equal([]);
    expect([...(await journaled())].sort()).to.deep.equal([...cids].sort());
    // Every one of the rest was read back before it counted.
    for (const cid of cids.filter((one) => !stored.includes(one))) {
      expect(server.log.filter((line) => line === `GET /bucket/${cid}`)).to.have.length(1);
      expect(putsAt(server).get(cid) ?? 0).to.be.at.most(1);
    }
  }).timeout(60_000);
});

describe("an upload's journal in a file", () => {
  let path: string;
  const stored = (at: number): StoredFile => ({ uri: `ipfs://${at}`, digest: sha256(Uint8Array.of(at)), bytes: at });

  beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), "imprimatur-journal-")), "lot.journal");
  });
  afterEach(() => rm(join(path, ".."), { recursive: true, force: true }));

  it("refuses files that are none, and lines that were changed", async () => {
    for (const text of [
      "x\n",
      "[]\n",
      "null\n",
      '{"place":"b"}\n',
      '{"place":"a"}\n{"uri":"x"}\n',
      '{"place":"a"}\n7\n',
    ]) {
      await writeFile(path, text);
      const journal = fileUploadJournal({ path, place: "a" });
      await expectError("JournalMismatchError", async () => journal.find(stored(1).digest));
      expect(await readFile(path, "utf8")).to.equal(text);
    }
  });

  it("keeps every file that was noted, also side by side, and forgets a line that was cut off alone", async () => {
    const journal = fileUploadJournal({ path, place: "a" });
    expect(await journal.find(stored(1).digest)).to.equal(undefined);
    await Promise.all([1, 2, 3, 4, 5].map(async (at) => journal.note(stored(at))));
    expect(await journal.find(stored(2).digest)).to.deep.equal(stored(2));
    const whole = await readFile(path);
    for (const cut of [1, 30, 90]) {
      await writeFile(path, whole);
      await truncate(path, whole.length - cut);
      const again = fileUploadJournal({ path, place: "a" });
      expect(await again.find(stored(1).digest)).to.deep.equal(stored(1));
      await again.note(stored(6));
      const later = fileUploadJournal({ path, place: "a" });
      expect([await later.find(stored(4).digest), await later.find(stored(6).digest)]).to.deep.equal([
        stored(4),
        stored(6),
      ]);
    }
  });
});
