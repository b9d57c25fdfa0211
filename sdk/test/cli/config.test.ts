import { expect } from "chai";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONFIG_FILE, SETTING_NAMES, variableOf } from "../../src/cli/config.ts";
import { type Circumstances, cli } from "./harness.ts";

interface Shown {
  file: string | null;
  settings: { name: string; value: unknown; source: string }[];
}

describe("settings of the command line", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-config-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (content: unknown, name = CONFIG_FILE): Promise<void> =>
    writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));

  async function shown(
    args: string[] = [],
    circumstances: Circumstances = {},
  ): Promise<Map<string, [unknown, string]>> {
    const ran = await cli(["config", "show", "--json", ...args], { cwd: folder, ...circumstances });
    expect(ran.exitCode, ran.stderr).to.equal(0);
    const { settings } = JSON.parse(ran.stdout) as Shown;
    return new Map(settings.map(({ name, value, source }) => [name, [value, source]]));
  }

  async function refused(reason: RegExp, args: string[] = [], circumstances: Circumstances = {}): Promise<void> {
    const ran = await cli(["config", "show", ...args], { cwd: folder, ...circumstances });
    expect(ran.stderr).to.match(reason);
    expect(ran.stderr.trim().split("\n")).to.have.length(1);
    expect(ran.exitCode).to.equal(2);
  }

  it("refuses a file that is no JSON, has a field that nobody knows, or a value that does not fit", async () => {
    await write("{");
    await refused(/imprimatur\.config\.json is not JSON/);
    await write({ rcp: "http://127.0.0.1:8545" });
    await refused(/unknown field rcp\. Known are: rpc, /);
    await write({ studio: "0x12" });
    await refused(/imprimatur\.config\.json: studio is no address/);
    await write({ rpc: "ws://127.0.0.1" });
    await refused(/rpc is no URL/);
    await write([]);
    await refused(/imprimatur\.config\.json/);
  });

  it("refuses a named file that is not there, and an odd environment", async () => {
    await refused(/elsewhere\.json cannot be read/, ["--config", "elsewhere.json"]);
    await refused(/elsewhere\.json cannot be read/, [], { env: { IMPRIMATUR_CONFIG: "elsewhere.json" } });
    await refused(/IMPRIMATUR_FROM_BLOCK is no whole number/, [], { env: { IMPRIMATUR_FROM_BLOCK: "-1" } });
    await refused(/--chain-id is no whole number/, ["--chain-id", "one"]);
  });

  it("takes the flag before the environment, the environment before the file", async () => {
    const rpc = (port: number): string => `http://127.0.0.1:${port}`;
    await write({ rpc: rpc(1), chainId: 1, account: "of-the-file" });
    const env = { IMPRIMATUR_RPC: rpc(2), IMPRIMATUR_CHAIN_ID: "2", IMPRIMATUR_ACCOUNT: "" };
    const settings = await shown(["--rpc", rpc(3)], { env });
    expect(settings.get("rpc")).to.deep.equal([rpc(3), "flag"]);
    expect(settings.get("chainId")).to.deep.equal([2, "environment"]);
    expect(settings.get("account"), "an empty variable is none").to.deep.equal(["of-the-file", "file"]);
    expect(settings.get("studio")).to.deep.equal([null, "none"]);
  });

  it("has a variable for every setting", async () => {
    const studio = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    const given: Record<string, string> = {
      rpc: "http://x.y",
      subgraph: "http://x.z",
      studio,
      chainId: "5",
      fromBlock: "9",
    };
    const env = Object.fromEntries(SETTING_NAMES.map((name) => [variableOf(name), given[name] ?? "thing"]));
    expect(env).to.include.keys("IMPRIMATUR_PASSWORD_FILE", "IMPRIMATUR_FROM_BLOCK");
    for (const [name, [, source]] of await shown([], { env })) expect(source, name).to.equal("environment");
  });

  it("reads paths of the file relative to the file, others to the working directory", async () => {
    await mkdir(join(folder, "deep"));
    await write({ deployment: "31337.json", store: "blocks", keystores: "/kept" }, "deep/settings.json");
    const settings = await shown(["--config", "deep/settings.json", "--password-file", "secret.txt"]);
    expect(settings.get("deployment")?.[0]).to.equal(join(folder, "deep", "31337.json"));
    expect(settings.get("store")?.[0]).to.equal(join(folder, "deep", "blocks"));
    expect(settings.get("keystores")?.[0]).to.equal("/kept");
    expect(settings.get("passwordFile")?.[0]).to.equal(join(folder, "secret.txt"));
    expect((await shown(["--store", "http://127.0.0.1:5001"])).get("store")?.[0]).to.equal("http://127.0.0.1:5001");
  });

  it("keeps what was given, and overwrites nothing", async () => {
    const init = ["config", "init", "--rpc", "http://127.0.0.1:8545", "--chain-id", "31337"];
    expect((await cli(["config", "init"], { cwd: folder })).stderr).to.match(/nothing to write/);
    expect((await cli(init, { cwd: folder })).exitCode).to.equal(0);
    const kept = JSON.parse(await readFile(join(folder, CONFIG_FILE), "utf8")) as unknown;
    expect(kept).to.deep.equal({ rpc: "http://127.0.0.1:8545", chainId: "31337" });
    expect((await shown()).get("chainId")).to.deep.equal([31337, "file"]);
    const again = await cli(init, { cwd: folder });
    expect(again.exitCode).to.equal(2);
    expect(again.stderr).to.match(/it is there already/);
  });
});
