import { expect } from "chai";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { runWorker } from "@imprimatur/sdk/agent";
import { fileStore, fileWorkJournal } from "@imprimatur/sdk/node";
import { type FaultyNode, startFaultyNode } from "../helpers/faultyNode.ts";
import { type AgentHouse, fails, keyOf, openAgentHouse, openCommission, POLICY_HASH } from "./agentHouse.ts";
import type { LifeOrders } from "../../sdk/test/helpers/agentLife.ts";

const PROGRAM = fileURLToPath(new URL("../../sdk/test/helpers/agentLife.ts", import.meta.url));

/** How a process ended, and what it said. */
type End = { code: number | null; signal: string | null; out: string; err: string };

describe("agent: lives of a process", () => {
  let stage: AgentHouse;
  let rewind: () => Promise<void>;
  let node: FaultyNode;
  let folder: string;

  before(async () => {
    stage = await openAgentHouse();
    const snapshot = await stage.house.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
    node = await startFaultyNode(stage.house.protocol.connection);
  });
  after(() => node[Symbol.asyncDispose]());
  beforeEach(async () => {
    await rewind();
    node.calls.length = 0;
    node.interfere = (_, answer) => answer();
    folder = await mkdtemp(join(tmpdir(), "imprimatur-lives-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function ordersOf(more: Partial<LifeOrders> = {}): Promise<LifeOrders> {
    const { house, mandateId, agent } = stage;
    const { commissions, curation: gate } = house.clones;
    return {
      ...{ url: node.url, key: keyOf(agent.address), addresses: addressesOf(house.protocol.deployment), folder },
      ...{ mandates: house.mandates.address, commissions, mandateId, policyHash: POLICY_HASH, gate },
      brief: { title: "Harbor", text: "A harbor at dusk.", count: 1, seed: 5 },
      recipes: more.recipes ?? [await stage.recipeOf("lives")],
      ...more,
    };
  }

  async function begin(orders: LifeOrders): Promise<{ child: ChildProcess; end: Promise<End> }> {
    const file = join(folder, "orders.json");
    await writeFile(file, JSON.stringify(orders));
    const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", PROGRAM, file], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (data) => (out += String(data)));
    child.stderr.on("data", (data) => (err += String(data)));
    const end = once(child, "close").then((ended) => {
      const [code, signal] = ended as [number | null, string | null];
      return { code, signal, out, err };
    });
    return { child, end };
  }

  const live = async (orders: LifeOrders): Promise<End> => (await begin(orders)).end;

  /** Lets a worker die at every entry of its journal, and finishes; what each life said on stderr. */
  async function dieEverywhere(orders: LifeOrders): Promise<{ said: string[]; out: string }> {
    const said: string[] = [];
    for (let life = 0; life < 40; life += 1) {
      // Every life notes one entry, and dies with the next thing done and not noted.
      const { code, signal, out, err } = await live({
        ...orders,
        dies: { at: life === 0 ? 0 : 1, torn: life % 2 === 1 },
      });
      if (signal !== "SIGKILL") {
        expect(code, err).to.equal(0);
        return { said, out };
      }
      said.push(err);
    }
    return expect.fail("it never ends");
  }

  const linesOf = async (file: string): Promise<string[]> =>
    (await readFile(join(folder, file), "utf8")).split("\n").slice(0, -1);
  const sent = (): number => node.calls.filter(({ method }) => method === "eth_sendRawTransaction").length;
  /** What the agent sent since it consented to its mandate. */
  const transactions = async () => (await stage.client.getTransactionCount({ address: stage.agent.address })) - 1;

  it("killed at every step, it commits and delivers once, and makes at most one file that nobody noted", async () => {
    const { commissions, id } = await openCommission(stage, [0]);
    const { said } = await dieEverywhere(await ordersOf({ commissionId: id }));
    const steps = (await linesOf("work.journal")).map(
      (line) => (JSON.parse(line) as { entry: { step: string } }).entry.step,
    );
    expect(steps).to.deep.equal([
      ...["opened", "generated", "screened", "signed", "reported", "built"],
      ...["sending", "committed", "sending", "delivered"],
    ]);
    expect(said).to.have.length(steps.length);
    expect(
      said.filter((err) => /line \d+ was cut off by a crash; its \d+ bytes were taken off/.test(err)).length,
    ).to.be.at.least(3);
    expect([await transactions(), sent()]).to.deep.equal([2, 2]);
    const filter = { fromBlock: stage.fromBlock };
    expect(await stage.house.registry.getEvents.LotCommitted({}, filter)).to.have.length(1);
    expect(await commissions.getEvents.MilestoneDelivered({}, filter)).to.have.length(1);
    expect((await linesOf("asked")).length).to.equal(2);
    expect((await readdir(folder)).sort()).to.deep.equal(["asked", "blocks", "orders.json", "work.journal"]);
  }).timeout(300_000);

  it("killed while its commit is on the way, it waits for it and commits once", async () => {
    const { provider } = stage.house.protocol.connection;
    const orders = await ordersOf();
    await provider.request({ method: "evm_setAutomine", params: [false] });
    try {
      const first = await begin(orders);
      node.interfere = async ({ method }, answer) => {
        const result = await answer();
        if (method === "eth_sendRawTransaction") first.child.kill("SIGKILL");
        return result;
      };
      expect((await first.end).signal).to.equal("SIGKILL");
      expect([sent(), await transactions()]).to.deep.equal([1, 0]);

      let counts = 0;
      node.interfere = async ({ method, params }, answer) => {
        // It is mined while the second life waits for it.
        const isWaiting = method === "eth_getTransactionCount" && params[1] === "latest" && ++counts === 3;
        if (isWaiting) await provider.request({ method: "evm_mine", params: [] });
        return answer();
      };
      const second = await live(orders);
      expect(second.code, second.err).to.equal(0);
    } finally {
      await provider.request({ method: "evm_setAutomine", params: [true] });
    }
    expect([sent(), await transactions()]).to.deep.equal([1, 1]);
    const committed = await stage.house.registry.getEvents.LotCommitted({}, { fromBlock: stage.fromBlock });
    expect(committed).to.have.length(1);
    const reserved = (await linesOf("work.journal")).filter((line) => line.includes('"sending"'));
    expect(reserved).to.have.length(1);
  }).timeout(120_000);

  it("refuses a second writer, by the number of the first, until that is gone", async () => {
    const { child, end } = await begin(await ordersOf({ hangs: true }));
    const isAsked = async () => (await linesOf("asked").catch(() => [])).length > 0;
    while (child.exitCode === null && !(await isAsked())) await new Promise((resolve) => setTimeout(resolve, 20));
    const recipe = await stage.recipeOf("lives again");
    const journal = fileWorkJournal(join(folder, "work.journal"));
    const parameters = await stage.worker({ recipe, journal, store: fileStore(join(folder, "blocks")), run: "second" });
    const error = await fails("JournalLockedError", () => runWorker(parameters).next());
    expect(error).to.include({ pid: child.pid });
    child.kill("SIGKILL");
    await end;
    const worker = runWorker(parameters);
    expect((await worker.next()).value).to.include({ step: "opened" });
    await worker.return(undefined as never);
    expect(await readdir(folder)).not.to.include("work.journal.lock");
  }).timeout(120_000);

  it("killed between two milestones, a chain pays, commits and delivers nothing twice", async () => {
    const { id } = await openCommission(stage, [0, 1]);
    const first = await stage.recipeOf("script");
    const { house, fromBlock } = stage;
    // The second recipe names the lot that the first one makes, whose number is known: it is registered in between.
    const orders = await ordersOf({ commissionId: id, payee: house.payee, recipes: [first, first] });
    const dead = await live({ ...orders, dies: { at: 10, torn: true } });
    expect(dead.signal, dead.err).to.equal("SIGKILL");
    const delivered = await linesOf("work.journal");
    expect(delivered.at(-1)).to.include('"delivered"');
    const paid = async () => house.usdc.read.balanceOf([house.payee]);
    expect([await paid(), await transactions()]).to.deep.equal([1_000_000n, 3]);

    const [{ args }] = (await house.registry.getEvents.LotCommitted({}, { fromBlock })) as unknown as [
      { args: { lotId?: bigint } },
    ];
    const parent = (args.lotId ?? 0n) << 24n;
    const second = await stage.recipeOf("panels", [{ asset: parent }]);
    const alive = await live({ ...orders, recipes: [first, second] });
    expect(alive.code, alive.err).to.equal(0);
    expect([await paid(), await transactions()]).to.deep.equal([2_000_000n, 6]);
    expect(await linesOf("asked")).to.deep.equal(["Harbor 0 0", "Harbor 1 0"]);
    const again = await live({ ...orders, recipes: [first, second] });
    expect(again.out).to.equal(alive.out);
    expect([await paid(), await transactions()]).to.deep.equal([2_000_000n, 6]);
  }).timeout(120_000);
});
