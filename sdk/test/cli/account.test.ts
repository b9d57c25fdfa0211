import { expect } from "chai";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { findKeystore, openKeystore, writeKeystore } from "../../src/cli/keystore.ts";
import { type Circumstances, cli, type Ran } from "./harness.ts";

const SCRYPT = { N: 1024 };
const KEY = `0x${"11".repeat(32)}` as const;
const ADDRESS = "0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A";

/** The example of the Web3 Secret Storage definition, with the address that clients write beside it. */
const EXAMPLE = {
  address: "008aeeda4d805471df9b2a5b0f38a0c3bcba786b",
  crypto: {
    cipher: "aes-128-ctr",
    cipherparams: { iv: "6087dab2f9fdbbfaddc31a909735c1e6" },
    ciphertext: "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",
    kdf: "pbkdf2",
    kdfparams: {
      c: 262_144,
      dklen: 32,
      prf: "hmac-sha256",
      salt: "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd",
    },
    mac: "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2",
  },
  id: "3198bc9c-6672-5ab3-d995-4942343ae5b6",
  version: 3,
};

describe("accounts of the command line", () => {
  let folder: string;
  let keystores: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-account-"));
    keystores = join(folder, ".imprimatur", "keystores");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const account = (args: string[], circumstances: Circumstances = {}): Promise<Ran> =>
    cli(["account", ...args], { cwd: folder, home: folder, ...circumstances });

  const thrown = (promise: Promise<unknown>): Promise<Error> =>
    promise.then(
      () => expect.fail("nothing was thrown"),
      (error: unknown) => error as Error,
    );

  async function refused(ran: Promise<Ran>, exitCode: number, reason: RegExp): Promise<void> {
    const { exitCode: code, stderr } = await ran;
    expect(stderr).to.match(reason);
    expect(code).to.equal(exitCode);
    expect(await readdir(keystores).catch(() => [])).to.deep.equal([]);
  }

  it("refuses names that are no file's, empty passwords, two that differ, and to ask nobody", async () => {
    const env = { IMPRIMATUR_PASSWORD: "secret" };
    await refused(account(["create", "../alice"], { env }), 2, /is no name/);
    await refused(account(["create", "alice"], { env: { IMPRIMATUR_PASSWORD: "" } }), 6, /password is empty/);
    await refused(account(["create", "alice"], { typed: ["one", "two"] }), 6, /not the same/);
    await refused(account(["create", "alice"]), 6, /nobody to ask.*--password-file or IMPRIMATUR_PASSWORD/);
    await refused(account(["create", "alice"], { typed: [] }), 5, /User force closed the prompt/);
    await refused(account(["create", "alice", "--password-file", "none"]), 2, /none cannot be read/);
  });

  it("refuses what is no key, without repeating it", async () => {
    const env = { IMPRIMATUR_PASSWORD: "secret" };
    await writeFile(join(folder, "key.txt"), "0xabcdef-not-a-key");
    const ran = await account(["import", "alice", "--key-file", "key.txt"], { env });
    expect(ran.exitCode).to.equal(2);
    expect(ran.stderr)
      .to.match(/no private key/)
      .and.not.include("abcdef");
    await refused(account(["import", "alice"], { env }), 2, /nobody to ask for the key/);
    await refused(account(["import", "alice", "--key-file", "a", "--keystore", "b"], { env }), 2, /exclude each other/);
  });

  it("imports a typed key, readable by its owner only, lists it, and overwrites nothing", async function () {
    this.timeout(60_000);
    const ran = await account(["import", "alice", "--json"], { typed: [KEY.slice(2), "secret", "secret"] });
    expect(ran.exitCode, ran.stderr).to.equal(0);
    expect(ran.stdout + ran.stderr, "keys and passwords are never printed")
      .to.not.include("1111")
      .and.not.include("secret");
    const { address, file } = JSON.parse(ran.stdout) as { address: Hex; file: string };
    expect(address).to.equal(ADDRESS);
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await readFile(file, "utf8")).to.not.include("1111");
    expect(await openKeystore({ name: "alice", file, address }, "secret")).to.equal(KEY);
    const { stdout } = await account(["list", "--json"]);
    expect(JSON.parse(stdout)).to.deep.equal({ folder: keystores, accounts: [{ name: "alice", file, address }] });
    const before = await readFile(file, "utf8");
    const again = await account(["create", "alice"], { env: { IMPRIMATUR_PASSWORD: "other" } });
    expect(again.exitCode).to.equal(2);
    expect(await readFile(file, "utf8")).to.equal(before);
  });

  it("reads keystores of other wallets: the example of the definition", async function () {
    this.timeout(60_000);
    await writeFile(join(folder, "example"), JSON.stringify(EXAMPLE));
    const env = { IMPRIMATUR_PASSWORD: "secret", IMPRIMATUR_IMPORT_PASSWORD: "wrong" };
    const args = ["import", "bob", "--keystore", "example"];
    await refused(account(args, { env }), 6, /password does not open/);
    const { exitCode, stderr } = await account(args, { env: { ...env, IMPRIMATUR_IMPORT_PASSWORD: "testpassword" } });
    expect(exitCode, stderr).to.equal(0);
    const kept = await findKeystore(keystores, "bob", folder);
    expect(kept.address.toLowerCase()).to.equal(`0x${EXAMPLE.address}`);
    const key = await openKeystore(kept, "secret");
    expect(key).to.equal("0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d");
  });

  it("refuses files that are no keystores, and wrong passwords", async () => {
    const write = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content));
    await write("old.json", { ...EXAMPLE, version: 1 });
    await write("nobody.json", { ...EXAMPLE, address: "0x12" });
    await write("hollow.json", { version: 3, address: EXAMPLE.address });
    const found = (name: string) => findKeystore(keystores, `./${name}`, folder);
    expect(await thrown(found("old.json")))
      .to.include({ name: "UsageError" })
      .and.match(/version is not 3/);
    expect(await thrown(found("nobody.json"))).to.match(/address is no address/);
    expect(await thrown(found("none.json"))).to.match(/there is none/);
    expect(await thrown(openKeystore(await found("hollow.json"), "x"))).to.match(/no keystore that can be opened/);
    const alice = { name: "alice", privateKey: KEY, password: "secret", scrypt: SCRYPT };
    const made = await writeKeystore(keystores, alice);
    expect(await thrown(openKeystore(made, "Secret"))).to.include({ name: "AccountLockedError" });
    expect(await thrown(writeKeystore(keystores, alice))).to.match(/there already/);
    expect(await thrown(findKeystore(keystores, "carol", folder))).to.match(/no keystore carol/);
  });
});
