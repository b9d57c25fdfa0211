import { expect } from "chai";
import { readFile, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { erc20Abi, type Hex, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { PRICES } from "../../demo/story/scene.ts";
import { type Meddling, meddlingNode } from "./proxy.ts";
import { openWorld, type World } from "./world.ts";

interface Sent {
  does: string;
  hash: Hex;
  state: string;
}

describe("imprimatur buy license, when something fails on the way", () => {
  let world: World;
  const servers: Server[] = [];
  const order: string[] = ["buy", "license", "--account", "patron"];
  /** Nobody's of the story: what it is left with disturbs no other test. */
  let patron: Hex;

  before(async () => {
    world = await openWorld();
    const { end } = world.story;
    const { offers } = await world.json<{ offers: { offerId: Hex; price: string }[] }>([
      ...["offer", "list", "--recipe", String(end.works.recipe)],
    ]);
    const { offerId } = offers.find(({ price }) => price === String(PRICES.commercial))!;
    const key = generatePrivateKey();
    patron = privateKeyToAccount(key).address;
    await world.keep("patron", key);
    const bank = world.story.cast.as("deployer");
    const hash = await bank.sendTransaction({ to: patron, value: parseEther("1") });
    await bank.waitForTransactionReceipt({ hash });
    order.push("--offer", offerId, "--asset", String(end.license.piece.assetId));
  });
  after(async () => {
    for (const server of servers) server.close();
    await world[Symbol.asyncDispose]();
  });

  const balance = (): Promise<bigint> =>
    world.story.cast.as("relayer").readContract({
      ...{ address: world.story.token, abi: erc20Abi, functionName: "balanceOf", args: [patron] },
    });

  async function rpc(meddle: Meddling): Promise<string[]> {
    const { url, server } = await meddlingNode(world.story.stack.rpcUrl, meddle);
    servers.push(server);
    return ["--rpc", url];
  }

  /** Runs a purchase that fails with this exit code, and reads what was sent before. */
  async function failing(args: readonly string[], exitCode: number): Promise<{ sent: Sent[]; stderr: string }> {
    const ran = await world.run([...args, "--json"]);
    expect(ran.exitCode, ran.stderr).to.equal(exitCode);
    const { error } = JSON.parse(ran.stdout) as { error: { exitCode: number; sent: Sent[] } };
    expect(error.exitCode).to.equal(exitCode);
    return { sent: error.sent, stderr: ran.stderr };
  }

  it("pays nothing where a file could not be written", async () => {
    await world.fundAccount(patron, PRICES.commercial);
    const before = await balance();
    const buying = [...order, "--yes"];
    await writeFile(join(world.folder, "there.json"), "mine");
    await world.refuses(
      [...buying, "--receipt", "there.json"],
      2,
      /there\.json cannot be written: it is there already/,
    );
    await world.refuses([...buying, "--text", "there.json/license.md"], 2, /a part of the path is no folder/);
    await world.refuses([...buying, "--receipt", "one.json", "--certificate", "./one.json"], 2, /the same name/);
    expect(await balance()).to.equal(before);
    expect(await readFile(join(world.folder, "there.json"), "utf8")).to.equal("mine");
  });

  it("tells of the purchase where a file cannot be written after all, keeps the others, and ends with 7", async () => {
    const before = await balance();
    const node = await rpc(async ({ method }) => {
      // Somebody else's file, while the transaction is on its way.
      if (method === "eth_sendRawTransaction") await writeFile(join(world.folder, "receipt.json"), "not ours");
      return undefined;
    });
    const files = ["--receipt", "receipt.json", "--text", "license.md"];
    const ran = await world.run([...order, "--yes", "--json", ...node, ...files]);
    expect(ran.exitCode, ran.stderr).to.equal(7);
    const told = JSON.parse(ran.stdout) as {
      state: string;
      licenseId: Hex;
      calls: { hash: Hex }[];
      files: object;
      unkept: { keeping: string; exitCode: number }[];
    };
    expect(told.state).to.equal("sent");
    expect(before - (await balance())).to.equal(PRICES.commercial);
    expect(told.unkept).to.have.length(1);
    expect(told.unkept[0]).to.include({ keeping: "receipt", exitCode: 2 });
    expect(Object.keys(told.files)).to.deep.equal(["text"]);
    expect(ran.stderr)
      .to.include(told.licenseId)
      .and.include(told.calls.at(-1)!.hash)
      .and.match(/receipt was not kept: .*receipt\.json cannot be written/);
    expect(await readFile(join(world.folder, "receipt.json"), "utf8")).to.equal("not ours");
  });

  it("tells what was sent where a later call is refused", async () => {
    await world.fundAccount(patron, PRICES.commercial);
    let sends = 0;
    const node = await rpc(({ method }) => {
      if (method === "eth_sendRawTransaction") sends += 1;
      const isRefused = method === "eth_call" && sends > 0;
      return isRefused ? { error: { code: 3, message: "execution reverted", data: "0x" } } : undefined;
    });
    const { sent, stderr } = await failing([...order, "--yes", ...node], 3);
    expect(sent.map(({ state }) => state)).to.deep.equal(["done"]);
    const { status } = await world.story.cast.as("relayer").getTransactionReceipt({ hash: sent[0]!.hash });
    expect(status).to.equal("success");
    expect(stderr.split(sent[0]!.hash), "as it was sent, and in the failure").to.have.length(3);
    expect(await balance()).to.equal(PRICES.commercial);
  });

  it("tells of a transaction that was included and reverted", async () => {
    const node = await rpc(async ({ method }, ask) => {
      const answer = method === "eth_getTransactionReceipt" ? await ask() : undefined;
      const isThere = answer !== undefined && "result" in answer && answer.result !== null;
      return isThere ? { result: { ...(answer.result as object), status: "0x0" } } : undefined;
    });
    const { sent, stderr } = await failing([...order, "--yes", ...node], 3);
    expect(sent.map(({ state }) => state)).to.deep.equal(["failed"]);
    expect(stderr).to.match(/reverted/);
  });
});
