import { expect } from "chai";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { writeKeystore } from "../../../sdk/src/cli/keystore.ts";
import { cli, type Ran } from "../../../sdk/test/cli/harness.ts";
import { type Role, roleKey } from "../../demo/cast.ts";
import { testUsdcAbi } from "../../demo/usdc.ts";
import { type SharedStory, sharedStory } from "../sharedStack.ts";

/** Of all keystores here. */
export const PASSWORD = "correct horse";

/** Cheap to open: what is tested is not the work that a password costs. */
const SCRYPT = { N: 1024 };

/** The shared stack as somebody at a command line sees it. */
export class World implements AsyncDisposable {
  readonly story: SharedStory;
  /** The working directory. */
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly #keystores = new Set<string>();

  constructor(story: SharedStory, folder: string) {
    this.story = story;
    this.folder = folder;
    this.env = {
      IMPRIMATUR_RPC: story.stack.rpcUrl,
      IMPRIMATUR_DEPLOYMENT: story.deploymentFile,
      IMPRIMATUR_STUDIO: story.end.studio.studio,
      IMPRIMATUR_STORE: story.stack.contentStore.url,
      IMPRIMATUR_KEYSTORES: join(folder, "keystores"),
      IMPRIMATUR_PASSWORD: PASSWORD,
    };
  }

  /** The name of a keystore with the key of a role of the story. */
  async account(role: Role): Promise<string> {
    await this.keep(role, roleKey(role));
    return role;
  }

  /** Keeps a key as a keystore of this name. */
  async keep(name: string, privateKey: Hex): Promise<void> {
    if (this.#keystores.has(name)) return;
    this.#keystores.add(name);
    await writeKeystore(join(this.folder, "keystores"), { name, privateKey, password: PASSWORD, scrypt: SCRYPT });
  }

  /** Runs a command line. */
  run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
    return cli(args, { env: { ...this.env, ...env }, cwd: this.folder, home: this.folder });
  }

  /** Runs a command line under `--json` and reads its one document. */
  async json<Document>(args: readonly string[], exitCode = 0, env: Record<string, string> = {}): Promise<Document> {
    const ran = await this.run([...args, "--json"], env);
    expect(ran.exitCode, `${args.join(" ")}: ${ran.stderr}${ran.stdout}`).to.equal(exitCode);
    return JSON.parse(ran.stdout) as Document;
  }

  /** The command is refused with this exit code, in one line that says why; stdout says the same in JSON. */
  async refuses(args: readonly string[], exitCode: number, reason: RegExp, env: Record<string, string> = {}) {
    const ran = await this.run([...args, "--json"], env);
    expect(ran.stderr).to.match(reason);
    expect(ran.stderr.trim().split("\n"), ran.stderr).to.have.length(1);
    expect(ran.exitCode, ran.stderr).to.equal(exitCode);
    const { error } = JSON.parse(ran.stdout) as { error: { exitCode: number; message: string } };
    expect(error.exitCode).to.equal(exitCode);
  }

  /** Gives an account test USDC. */
  fund(role: Role, amount: bigint): Promise<void> {
    return this.fundAccount(this.story.cast.addressOf(role), amount);
  }

  /** Gives any address test USDC. */
  async fundAccount(account: Hex, amount: bigint): Promise<void> {
    const { cast, token: address } = this.story;
    const args = [account, amount] as const;
    const mint = cast.as("deployer");
    const hash = await mint.writeContract({ address, abi: testUsdcAbi, functionName: "mint", args });
    await mint.waitForTransactionReceipt({ hash });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function openWorld(): Promise<World> {
  return new World(await sharedStory(), await mkdtemp(join(tmpdir(), "imprimatur-cli-")));
}
