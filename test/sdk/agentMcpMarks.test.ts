import { expect } from "chai";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { curationRefinementRequestedEvent } from "@imprimatur/sdk/abi";
import { type McpContext } from "@imprimatur/sdk/mcp";
import { putBlock } from "@imprimatur/sdk/storage";
import { concat, createPublicClient, custom, encodeEventTopics, type Hex, stringToBytes, zeroHash } from "viem";
import { hardhat } from "viem/chains";
import { PURPOSE } from "../agents/mandates.ts";
import { call, expectMarked, HOSTILE, type McpStage, openMcpStage, split, textsOf, told } from "./mcpStage.ts";

/** A contract that logs what it is told: four topics, then data. */
const LOGGER = "0x6080360360806000376060356040356020356000356080360360 00a400".replace(" ", "") as Hex;

/** A contract that reverts with what strangers like, whatever it is asked. */
const reverting = (reason: string): Hex => {
  const [code, text] = ["0x600d380380600d6000396000fd", stringToBytes(reason)] as const;
  const length = text.length.toString(16).padStart(64, "0");
  const error = `0x08c379a0${"20".padStart(64, "0")}${length}${Buffer.from(text)
    .toString("hex")
    .padEnd(Math.ceil(text.length / 32) * 64, "0")}`;
  return concat([code, error as Hex]);
};

const LIAR = "0x0000000000000000000000000000000000011a12";

/**
 * How each tool is asked: `text` where its answer tells what strangers wrote, `plain` where it tells no text at all, and
 * `refused` where what is asked is not allowed, in words that quote strangers.
 */
type Row = { args: Record<string, unknown>; tells: "text" | "plain" | "refused" };

describe("agent/mcp: what strangers wrote", () => {
  let mcp: McpStage;
  let signing: McpContext;
  let client: Client;
  let rows: Record<string, Row>;

  before(async function () {
    this.timeout(120_000);
    mcp = await openMcpStage();
    const { house } = mcp.stage;
    await house.protocol.connection.networkHelpers.setCode(LIAR, reverting(HOSTILE));
    await askForRefinement();
    signing = { ...mcp.context, agent: mcp.agent() };
    client = await mcp.overStdio(signing);
    rows = rowsOf();
  });
  after(() => mcp[Symbol.asyncDispose]());

  /** Logs a request whose note is hostile, from the studio's gate, whose code is another's for one transaction. */
  async function askForRefinement(): Promise<void> {
    const { house, agent } = mcp.stage;
    const note = await putBlock(mcp.store, stringToBytes(`${HOSTILE} ${"é".repeat(30_000)}`));
    const { networkHelpers, viem } = house.protocol.connection;
    const { curation: to } = house.clones;
    const code = await mcp.stage.client.getCode({ address: to });
    await networkHelpers.setCode(to, LOGGER);
    const args = { assetId: mcp.lotId << 24n, producer: agent.address, slateId: 1n };
    const topics = encodeEventTopics({ abi: [curationRefinementRequestedEvent], args }) as Hex[];
    const [wallet] = await viem.getWalletClients();
    await wallet?.sendTransaction({ to, data: concat([...topics, note]) });
    await networkHelpers.setCode(to, code ?? "0x");
  }

  function rowsOf(): Record<string, Row> {
    const { house, mandateId, agent } = mcp.stage;
    const { lotId, proposalId, evilStudio } = mcp;
    const [lot, assetId] = [String(lotId), String(lotId << 24n)];
    const [payee, token] = [house.payee, house.usdc.address];
    const buy = { offerId: PURPOSE, assetId, maxTotal: "1" };
    const pay = { payee, amount: "1", purpose: PURPOSE };
    const made = { recipeId: PURPOSE, root: PURPOSE, count: 1, manifest: PURPOSE };
    const delivery = { commissionId: PURPOSE, milestone: 0, lotId: lot };
    const requestId = "request-of-row";
    const row = (tells: Row["tells"], args: Record<string, unknown> = {}): Row => ({ args, tells });
    return {
      list_studios: row("text"),
      get_studio: row("text", { studio: evilStudio }),
      list_lots: row("plain"),
      get_lot: row("plain", { lotId: lot }),
      list_files: row("text", { lotId: lot }),
      get_asset: row("plain", { assetId }),
      list_offers: row("plain"),
      get_offer: row("refused", { offerId: PURPOSE }),
      quote_purchase: row("refused", { offerId: PURPOSE, assetId, payer: payee }),
      verify_license: row("plain", { account: agent.address, assetId, usage: "commercial" }),
      list_proposals: row("text"),
      get_proposal: row("text", { proposalId: String(proposalId) }),
      get_balances: row("refused", { account: payee, token: LIAR }),
      get_reputation: row("plain", { member: house.sponsor }),
      get_lineage: row("plain", { recipe: 1 }),
      list_mandates: row("plain"),
      get_mandate: row("plain", { mandateId }),
      list_acts: row("plain", { mandateId }),
      get_scorecard: row("plain", { mandateId }),
      get_commission: row("plain", { commissionId: zeroHash }),
      list_refinements: row("text", { producer: agent.address }),
      prepare_vote: row("plain", { proposalId: "1", support: "for", reason: HOSTILE }),
      prepare_purchase: row("refused", { offerId: PURPOSE, assetId, payer: payee, maxTotal: "1" }),
      prepare_withdrawal: row("plain", { payee, token }),
      prepare_pay: row("plain", { mandateId, ...pay }),
      prepare_buy: row("refused", { mandateId, ...buy }),
      prepare_call: row("plain", { mandateId, target: LIAR, data: "0x01020304" }),
      prepare_commit: row("plain", { ...made, nonce: "1" }),
      prepare_delivery: row("plain", delivery),
      act_pay: row("plain", { requestId: `${requestId}1`, ...pay }),
      act_buy: row("refused", { requestId: `${requestId}2`, ...buy }),
      act_call: row("refused", { requestId: `${requestId}3`, target: LIAR, data: "0x01020304" }),
      act_commit: row("refused", { requestId: `${requestId}4`, ...made }),
      act_deliver: row("refused", { requestId: `${requestId}5`, ...delivery }),
    };
  }

  it("has a row for every tool: a new one says what it tells", async () => {
    const { tools } = await client.listTools();
    expect(Object.keys(rows)).to.have.members(tools.map(({ name }) => name));
  });

  it("stands between marks in every tool's answer, and where a row says that there is none there is none", async () => {
    for (const [name, { args, tells }] of Object.entries(rows)) {
      const result = await call(client, name, args);
      expect(result.isError === true, `${name}: ${textsOf(result).join(" ")}`).to.equal(tells === "refused");
      expectMarked(result, tells === "text");
      if (tells === "plain") expect(split(result).inside, name).to.equal("");
    }
  });

  it("stands between marks in every tool's failure: what a node says is a stranger's", async () => {
    const lie = (): Promise<never> =>
      Promise.reject(Object.assign(new Error(HOSTILE), { code: -32_000, data: HOSTILE }));
    const nowhere = createPublicClient({ chain: hardhat, transport: custom({ request: lie }, { retryCount: 0 }) });
    const store = { get: lie };
    const lied = await mcp.overStdio({ ...signing, client: nowhere, store, agent: mcp.agent(lie) });
    for (const [name, { args }] of Object.entries(rows)) {
      // Its call is made out of its arguments alone.
      if (name === "prepare_withdrawal") continue;
      const result = await call(lied, name, args);
      expect(result.isError, `${name}: ${textsOf(result).join(" ")}`).to.equal(true);
      expectMarked(result, false);
    }
  });

  it("quotes what a contract said as a stranger's words", async () => {
    expectMarked(await call(client, "get_balances", rows["get_balances"]?.args), true);
  });

  it("is cut off after so many bytes, not only characters", async () => {
    const { inside } = split(await call(client, "list_refinements", rows["list_refinements"]?.args));
    expect(inside).to.contain("characters more)");
    expect(Buffer.byteLength(inside)).to.be.lessThan(4_500);
  });

  it("is not taken for silence where a note cannot be had", async () => {
    const stores: [McpContext["store"], string][] = [
      [{ get: () => Promise.reject(new Error(HOSTILE)) }, "does not have the note"],
      [{ get: () => new Promise(() => undefined) }, "in time"],
      [undefined, "no content store"],
    ];
    for (const [store, reason] of stores) {
      const { store: _store, ...storeless } = signing;
      const asked = await mcp.overStdio(store === undefined ? storeless : { ...storeless, store });
      const { entries } = await told(asked, "list_refinements", rows["list_refinements"]?.args);
      const [entry] = entries as unknown as Record<string, string>[];
      expect(entry).not.to.have.property("text");
      expect(entry?.["unavailable"]).to.contain(reason);
    }
  }).timeout(30_000);

  it("is refused as an argument where it is too long, in every field of every tool", async () => {
    const { tools } = await client.listTools();
    let fields = 0;
    for (const { name, inputSchema } of tools) {
      for (const field of Object.keys(inputSchema.properties ?? {})) {
        for (const long of ["é".repeat(3_000), `0x${"00".repeat(30_000)}`]) {
          const result = await call(client, name, { ...rows[name]?.args, [field]: long });
          expect(result.isError, `${name}.${field}`).to.equal(true);
          fields += 1;
        }
      }
    }
    expect(fields).to.be.greaterThan(100);
  });
});
