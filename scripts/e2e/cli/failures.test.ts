import { expect } from "chai";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startProgram } from "../runCommand.ts";
import { openWorld, type World } from "./world.ts";

describe("imprimatur, when something is wrong outside", () => {
  let world: World;
  const servers: Server[] = [];

  before(async () => {
    world = await openWorld();
  });
  after(async () => {
    for (const server of servers) server.close();
    await world[Symbol.asyncDispose]();
  });

  async function nodeThatAnswers(status: number, body: string): Promise<string> {
    const server = createServer((_, response) => void response.writeHead(status).end(body)).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it("tells the wrong chain, by number and by file", async () => {
    await world.refuses(["studio", "list", "--chain-id", "1"], 4, /This is chain 31337, not 1\..*--rpc/);
    await writeFile(join(world.folder, "1.json"), await readFile(world.story.deploymentFile));
    await world.refuses(["studio", "list", "--deployment", "1.json"], 4, /This is chain 31337, not 1\./);
    const other = await nodeThatAnswers(200, JSON.stringify({ jsonrpc: "2.0", id: 1, result: "0x1" }));
    await world.refuses(["studio", "list", "--rpc", other], 4, /This is chain 1, not 31337/);
  });

  it("tells a stale deployment, an incomplete one, one that is none, one that is not there", async () => {
    const write = (name: string, content: unknown) => writeFile(join(world.folder, name), JSON.stringify(content));
    type Records = Record<string, { address: string; block: number; bytecodeHash?: string }>;
    const deployment = JSON.parse(await readFile(world.story.deploymentFile, "utf8")) as Records;
    const elsewhere = { address: world.story.cast.addressOf("relayer"), block: 1 };
    await write("stale.json", { ...deployment, AssetRegistry: elsewhere });
    await world.refuses(
      ["studio", "list", "--deployment", "stale.json"],
      4,
      /stale\.json is stale\. There is no such contract at 0x/,
    );
    await write("foreign.json", {
      ...deployment,
      Licenses: { ...deployment["LicenseMarket"], bytecodeHash: `0x${"1".repeat(64)}` },
    });
    await world.refuses(
      ["studio", "list", "--deployment", "foreign.json"],
      4,
      /is not the contract of the deployment file/,
    );
    const { LicenseMarket: _, ...incomplete } = deployment;
    await write("incomplete.json", incomplete);
    await world.refuses(["studio", "list", "--deployment", "incomplete.json"], 2, /has no LicenseMarket/);
    await write("odd.json", { AssetRegistry: { address: "0x12", block: 1 } });
    await world.refuses(["studio", "list", "--deployment", "odd.json"], 2, /AssetRegistry\.address is no address/);
    await world.refuses(["studio", "list", "--deployment", "none.json"], 2, /none\.json cannot be read: there is none/);
    await world.refuses(["studio", "list"], 2, /deployments\/31337\.json cannot be read/, {
      IMPRIMATUR_DEPLOYMENT: "",
    });
  });

  it("tells a node that is no node, has an error, or is not there", async () => {
    const html = await nodeThatAnswers(200, "<html>");
    await world.refuses(["studio", "list", "--rpc", html], 4, /imprimatur: .+/);
    const denied = await nodeThatAnswers(403, "no");
    await world.refuses(["studio", "list", "--rpc", denied], 4, /imprimatur: .+/);
    await world.refuses(["audit", "--rpc", "http://127.0.0.1:9"], 4, /imprimatur: .+/);
  });

  it("tells content that is not where it should be", async () => {
    const file = join(world.story.media, "works", world.story.end.license.piece.name);
    const lot = String(world.story.end.license.piece.assetId >> 24n);
    await world.refuses(["verify", file, "--lot", lot, "--store", "nowhere"], 4, /imprimatur: .+/);
    await world.refuses(["verify", file, "--lot", lot], 2, /not known where content is kept/, { IMPRIMATUR_STORE: "" });
  });

  it("asks for a studio where one is needed", () =>
    world.refuses(["vote", "list"], 2, /not known which studio.*--studio/, { IMPRIMATUR_STUDIO: "" }));

  it("runs as a program: pipes, exit codes, Ctrl-C", async () => {
    const { env, folder } = world;
    const listed = await startProgram("sdk/src/cli/bin.ts", ["studio", "list", "--json"], env).ended;
    expect(listed.exitCode, listed.output).to.equal(0);
    expect(listed.output).to.include(world.story.end.studio.studio);
    const unknown = await startProgram("sdk/src/cli/bin.ts", ["sing"], env).ended;
    expect(unknown).to.deep.equal({ exitCode: 2, output: "imprimatur: unknown command 'sing'\n" });
    const completion = await startProgram("sdk/src/cli/bin.ts", ["complete", "--", "offer", "pu"]).ended;
    expect(completion.output).to.match(/^publish\t/m);
    const script = await startProgram("sdk/src/cli/bin.ts", ["completion", "bash"]).ended;
    expect(script.output).to.include("complete -F __imprimatur_complete imprimatur");

    const rules = join(folder, "rules.json");
    await writeFile(rules, JSON.stringify({ rules: [{ when: "event", event: "ModuleReplaced" }] }));
    const args = ["audit", "--watch", "--rules", rules, "--interval", "1s", "--since", "0"];
    const watching = startProgram("sdk/src/cli/bin.ts", args, env);
    await watching.printed("Watching; seen up to block");
    watching.interrupt();
    const { exitCode, output } = await watching.ended;
    expect(exitCode, output).to.equal(0);
    expect(output).to.match(/^Blocks 0 to \d+: 0 alerts/m);
  });
});
