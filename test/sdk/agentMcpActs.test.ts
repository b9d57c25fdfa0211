import { expect } from "chai";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { fileActJournal } from "@imprimatur/sdk/node";
import { createPublicClient, custom } from "viem";
import { hardhat } from "viem/chains";
import { PURPOSE, USDC } from "../agents/mandates.ts";
import { call, fails, jsonOf, type McpStage, openMcpStage, told } from "./mcpStage.ts";

describe("agent/mcp: acts that are asked for again", () => {
  let mcp: McpStage;
  let folder: string;
  let file: string;
  let asked = 0;

  before(async function () {
    this.timeout(120_000);
    mcp = await openMcpStage();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-acts-"));
    file = join(folder, "acts", "journal.jsonl");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  after(() => mcp[Symbol.asyncDispose]());

  /** A server as a new process starts it; `request` may come between it and the chain. */
  const start = (request?: Parameters<McpStage["agent"]>[0]): Promise<Client> =>
    mcp.overStdio({ ...mcp.context, agent: { ...mcp.agent(request), journal: fileActJournal(file) } });

  /** A payment with an id of its own. */
  const payment = (units = 2n) => ({
    ...{ requestId: `payment-${++asked}`, payee: mcp.stage.house.payee, purpose: PURPOSE },
    amount: String(units * USDC),
  });
  const paid = async (): Promise<bigint> => mcp.stage.house.usdc.read.balanceOf([mcp.stage.house.payee]);
  const nonce = () => mcp.stage.client.getTransactionCount({ address: mcp.stage.agent.address });

  /** What the payee has got while this ran. */
  async function gained(work: () => Promise<unknown>): Promise<bigint> {
    const before = await paid();
    await work();
    return (await paid()) - before;
  }

  it("are done once, by the same server and the next, and answered alike", async () => {
    const pay = payment();
    const sum = await gained(async () => {
      const client = await start();
      const first = await told(client, "act_pay", pay);
      const again = await told(client, "act_pay", pay);
      const later = await told(await start(), "act_pay", { ...pay, payee: pay.payee.toLowerCase() });
      expect(first).to.include({ signed: true, repeated: false });
      for (const each of [again, later]) expect(each).to.deep.equal({ ...first, repeated: true });
    });
    expect(sum).to.equal(2n * USDC);
  });

  it("are done once where a client asks many times at once, and each of several is done", async () => {
    const pay = payment();
    const others = [payment(), payment(), payment()];
    const sum = await gained(async () => {
      const client = await start();
      const answers = await Promise.all([pay, pay, pay, ...others].map((each) => call(client, "act_pay", each)));
      for (const answer of answers) expect(answer.isError, JSON.stringify(answer.content)).not.to.equal(true);
      const hashes = answers.map((answer) => jsonOf(answer)["transaction"]);
      expect(new Set(hashes).size).to.equal(4);
    });
    expect(sum).to.equal(8n * USDC);
  });

  it("are done once where two servers share a journal", async () => {
    const pay = payment();
    const [one, other] = [await start(), await start()];
    const sum = await gained(() => Promise.all([one, other].map((client) => call(client, "act_pay", pay))));
    expect(sum).to.equal(2n * USDC);
    expect(await told(one, "act_pay", pay)).to.include({ repeated: true });
  });

  it("are refused where the id stands for another act, whatever differs", async () => {
    const pay = payment();
    const client = await start();
    await told(client, "act_pay", pay);
    const sum = await gained(async () => {
      const other = { requestId: pay.requestId, target: mcp.stage.house.usdc.address, data: "0x01020304" };
      await fails(client, "RequestReusedError", ["act_pay", { ...pay, amount: String(USDC) }]);
      await fails(client, "RequestReusedError", ["act_call", other]);
      for (const requestId of [undefined, "", "short", "x".repeat(65), "with blanks", "é".repeat(10)]) {
        expect((await call(client, "act_pay", { ...pay, requestId })).isError, String(requestId)).to.equal(true);
      }
    });
    expect(sum).to.equal(0n);
  });

  it("are found when the answer was lost and the process with it", async () => {
    const pay = payment();
    let lost = 0;
    const sum = await gained(async () => {
      const dying = await start(async ({ method }, chain) => {
        const answer = await chain();
        if (method === "eth_sendRawTransaction") lost += 1;
        // From then on the node is gone.
        if (lost > 0) throw new Error("socket hang up");
        return answer;
      });
      expect((await call(dying, "act_pay", pay)).isError).to.equal(true);
      expect(await told(await start(), "act_pay", pay)).to.include({ signed: true, repeated: true });
    });
    expect([lost > 0, sum]).to.deep.equal([true, 2n * USDC]);
  });

  it("are sent by the next process where one ended between its note and the sending", async () => {
    const pay = payment();
    const sum = await gained(async () => {
      const dying = await start(({ method }, chain) => {
        if (method === "eth_sendRawTransaction") throw new Error("the process ends");
        return chain();
      });
      const before = await nonce();
      expect((await call(dying, "act_pay", pay)).isError).to.equal(true);
      expect(await nonce()).to.equal(before);
      expect((await readFile(file, "utf8")).trim().split("\n")).to.have.length(1);
      expect(await told(await start(), "act_pay", pay)).to.include({ signed: true, repeated: true });
      expect(await nonce()).to.equal(before + 1);
    });
    expect(sum).to.equal(2n * USDC);
  });

  it("never sign twice where another act took the nonce: the request is lost and says so", async () => {
    const pay = payment();
    const sum = await gained(async () => {
      const dying = await start(({ method }, chain) => {
        if (method === "eth_sendRawTransaction") throw new Error("the process ends");
        return chain();
      });
      await call(dying, "act_pay", pay);
      const client = await start();
      await told(client, "act_pay", payment(1n));
      const lost = await fails(client, "RequestLostError", ["act_pay", pay]);
      expect(String(lost["hint"])).to.contain("list_acts");
    });
    expect(sum).to.equal(USDC);
  });

  it("are not called lost by a node that knows the nonce before the receipt", async () => {
    const pay = payment();
    const sum = await gained(async () => {
      await told(await start(), "act_pay", pay);
      let behind = 4;
      const lagging = await start(({ method }, chain) =>
        method === "eth_getTransactionReceipt" && behind-- > 0 ? Promise.resolve(null) : chain(),
      );
      expect(await told(lagging, "act_pay", pay)).to.include({ signed: true, repeated: true });
      expect(behind).to.be.lessThan(1);
    });
    expect(sum).to.equal(2n * USDC);
  });

  it("may be asked again when nothing was signed, and tell a revert as often as one asks", async () => {
    const over = payment(5_000n);
    const client = await start();
    await fails(client, "ActRefusedError", ["act_pay", over]);
    await fails(client, "ActRefusedError", ["act_pay", over]);
    expect(await gained(() => told(client, "act_pay", { ...over, amount: String(USDC) }))).to.equal(USDC);

    const { house } = mcp.stage;
    const pay = payment();
    // The treasury is emptied between the look and the block.
    const treasury = await house.usdc.read.balanceOf([house.timelock]);
    const account = { account: house.timelock };
    let isFirst = true;
    const racing = await start(async ({ method }, chain) => {
      if (method === "eth_sendRawTransaction" && isFirst) {
        isFirst = false;
        await house.usdc.write.transfer([house.sponsor, treasury], account);
      }
      return chain();
    });
    const sum = await gained(async () => {
      expect((await call(racing, "act_pay", pay)).isError).to.equal(true);
      await house.usdc.write.transfer([house.timelock, treasury], { account: house.sponsor });
      const again = await call(await start(), "act_pay", pay);
      expect(again.isError, JSON.stringify(again.content)).to.equal(true);
      expect(jsonOf(again)).to.include({ error: "TransactionRevertedError" });
    });
    expect(sum).to.equal(0n);
  });

  it("are not signed where the journal was changed by hand, and go on after a line that a crash cut off", async () => {
    const client = await start();
    const pay = payment();
    await told(client, "act_pay", pay);
    const good = await readFile(file, "utf8");
    for (const bad of [`${good}{"requestId":"x"}\n`, `${good}not JSON\n`]) {
      await writeFile(file, bad);
      const refused = await fails(await start(), "ActJournalError", ["act_pay", payment()]);
      expect(String(refused["message"])).to.contain("Line 2");
    }
    await writeFile(file, `${good}${good.slice(0, 40)}`);
    const mended = await start();
    expect(await told(mended, "act_pay", pay)).to.include({ repeated: true });
    expect(await gained(() => told(mended, "act_pay", payment()))).to.equal(2n * USDC);
    expect((await fileActJournal(file).read()).map(({ nonce: each }) => each)).to.have.length(2);
  });

  it("are done once without a file too, over HTTP where every request has a server of its own", async () => {
    const pay = payment();
    const token = "a-token-of-the-terminal";
    const { client } = await mcp.overHttp({ ...mcp.context, agent: mcp.agent() }, { token });
    const sum = await gained(async () => {
      expect(await told(client, "act_pay", pay)).to.include({ repeated: false });
      expect(await told(client, "act_pay", pay)).to.include({ repeated: true });
    });
    expect(sum).to.equal(2n * USDC);
  });

  it("commit a lot once, though its nonce was left open", async () => {
    const client = await start();
    const { recipeId } = await mcp.stage.recipeOf("asked again");
    const lot = { requestId: "commit-once", recipeId, root: PURPOSE, count: 1, manifest: PURPOSE };
    const first = await told(client, "act_commit", lot);
    expect(await told(await start(), "act_commit", lot)).to.deep.equal({ ...first, repeated: true });
    expect(first["lotId"]).to.match(/^\d+$/);
  });

  describe("where a node hangs", () => {
    const hanging = () => new Promise<never>(() => undefined);

    it("say so in time, every kind of tool, and sign nothing afterwards", async () => {
      const { context } = mcp;
      const client = createPublicClient({ chain: hardhat, transport: custom({ request: hanging }) });
      const deadlines = { read: 30, prepare: 30, sign: 30 };
      const over = { ...context, client, agent: { ...mcp.agent(hanging), journal: fileActJournal(file) } };
      const server = await mcp.overStdio(over, { deadlines });
      await fails(server, "ToolTimeoutError", ["get_studio", {}]);
      await fails(server, "ToolTimeoutError", ["prepare_vote", { proposalId: "1", support: "for" }]);
      const late = await fails(server, "ToolTimeoutError", ["act_pay", payment()]);
      expect(String(late["hint"])).to.contain("same requestId");
    });

    it("leave the next act its turn, and no act is sent after its client was told", async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let isHeld = true;
      const agent = mcp.agent(async ({ method }, chain) => {
        if (method === "eth_getTransactionCount" && isHeld) {
          isHeld = false;
          await held;
        }
        return chain();
      });
      const context = { ...mcp.context, agent: { ...agent, journal: fileActJournal(file) } };
      const server = await mcp.overStdio(context, { deadlines: { sign: 2_000 } });
      const slow = payment();
      const sum = await gained(async () => {
        await fails(server, "ToolTimeoutError", ["act_pay", slow]);
        await told(server, "act_pay", payment(1n));
        release();
        expect(await told(server, "act_pay", payment(1n))).to.include({ repeated: false });
      });
      expect(sum).to.equal(2n * USDC);
      const noted = await fileActJournal(file).read();
      expect(noted.map(({ requestId }) => requestId)).not.to.include(slow.requestId);
      expect(await gained(() => told(server, "act_pay", slow))).to.equal(2n * USDC);
    });
  });

  it("name the studio where a mandate is none of it", async () => {
    const { context, evilStudio } = mcp;
    const foreign = { mandateId: PURPOSE };
    const client = await start();
    const pay = { payee: mcp.stage.house.payee, amount: "1", purpose: PURPOSE };
    for (const [name, args] of [
      ["get_mandate", foreign],
      ["list_acts", foreign],
      ["get_scorecard", foreign],
      ["prepare_pay", { ...foreign, ...pay }],
    ] as const) {
      const refused = await fails(client, "MandateForeignError", [name, { ...args }]);
      expect(String(refused["message"])).to.contain(String(context.studio)).and.contain(PURPOSE);
    }
    const elsewhere = { ...context, studio: evilStudio, agent: mcp.agent() };
    const refused = await call(await mcp.overStdio(elsewhere), "act_pay", payment());
    expect(refused.isError).to.equal(true);
    expect(["MandateForeignError", "McpContextError"]).to.include(jsonOf(refused)["error"]);
  });

  it("are listed page by page, with the newest of everything else, and counted on a scorecard", async () => {
    const { mandateId } = mcp.stage;
    const client = await start();
    type Page = { acts: { total: number; entries: { number: number }[]; next?: number }; lots: { total: number } };
    const numbers: number[] = [];
    let [cursor, total]: [number | undefined, number] = [0, 0];
    while (cursor !== undefined) {
      const args = { mandateId, cursor, limit: 3 };
      const page = (await told(client, "list_acts", args)) as unknown as Page;
      expect(page.acts.entries.length).to.be.lessThanOrEqual(3);
      numbers.push(...page.acts.entries.map((act) => act.number));
      ({ total, next: cursor } = page.acts);
    }
    expect(total).to.be.greaterThan(6);
    expect(numbers).to.deep.equal(Array.from({ length: total }, (_, place) => place + 1));
    const card = await told(client, "get_scorecard", { mandateId });
    expect(card).to.deep.include({ lots: 2, judgedLots: 2, unbroken: true });
    expect(card["acts"]).to.include({ paid: total });
  });
});
