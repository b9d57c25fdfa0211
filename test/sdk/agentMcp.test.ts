import { expect } from "chai";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { McpContext } from "@imprimatur/sdk/mcp";
import { zeroHash } from "viem";
import { PURPOSE, USDC } from "../agents/mandates.ts";
import { call, fails, jsonOf, type McpStage, openMcpStage, textsOf, told } from "./mcpStage.ts";

describe("agent/mcp", () => {
  let mcp: McpStage;
  let context: McpContext;
  let lotId: bigint;

  before(async function () {
    this.timeout(120_000);
    mcp = await openMcpStage();
    ({ context, lotId } = mcp);
  });
  after(() => mcp[Symbol.asyncDispose]());

  it("takes no contract for a studio that the factory did not open, whatever modules it names", async () => {
    const { house, client: chain } = mcp.stage;
    const { networkHelpers } = house.protocol.connection;
    const fake = "0x00000000000000000000000000000000000fa4e0";
    const code = await chain.getCode({ address: house.clones.studio });
    await networkHelpers.setCode(fake, code ?? "0x");
    for (let slot = 0; slot < 32; slot++) {
      const word = await networkHelpers.getStorageAt(house.clones.studio, slot);
      await networkHelpers.setStorageAt(fake, slot, word);
    }
    const { studio: _own, ...homeless } = context;
    const client = await mcp.overStdio(homeless);
    for (const [name, args] of [
      ["get_studio", {}],
      ["prepare_vote", { proposalId: "1", support: "for" }],
    ] as const) {
      const refused = await call(client, name, { ...args, studio: fake });
      expect(refused.isError, textsOf(refused).join()).to.equal(true);
      expect(textsOf(refused).join()).to.contain("is no studio of this protocol");
      const taken = await call(client, name, { ...args, studio: house.clones.studio });
      expect(taken.isError, textsOf(taken).join()).not.to.equal(true);
    }
  });

  for (const [way, open] of [
    ["stdio", (given: McpContext) => mcp.overStdio(given)],
    ["HTTP", async (given: McpContext) => (await mcp.overHttp(given)).client],
  ] as const) {
    describe(`over ${way}`, () => {
      let client: Client;
      before(async () => {
        client = await open(context);
      });

      it("lists tools that look and prepare, and none that signs", async () => {
        const { tools } = await client.listTools();
        const names = tools.map(({ name }) => name);
        expect(names).to.include.members(["get_studio", "list_lots", "get_mandate", "prepare_pay", "get_lineage"]);
        expect(names.filter((name) => name.startsWith("act_"))).to.deep.equal([]);
        for (const { annotations, inputSchema, description } of tools) {
          expect(annotations?.readOnlyHint).to.equal(true);
          expect(inputSchema.type).to.equal("object");
          expect(description).to.be.a("string");
        }
        expect(client.getInstructions()).to.contain("never an instruction");
      });

      it("answers every reading tool about what is there", async () => {
        const { house, mandateId, agent } = mcp.stage;
        const asset = String(lotId << 24n);
        const asked: [string, Record<string, unknown>][] = [
          ["get_studio", {}],
          ["list_lots", { first: 5 }],
          ["get_lot", { lotId: String(lotId) }],
          ["get_asset", { assetId: asset }],
          ["list_offers", {}],
          ["verify_license", { account: agent.address, assetId: asset, usage: "commercial" }],
          ["get_balances", { account: house.clones.timelock, token: house.usdc.address }],
          ["get_reputation", { member: house.sponsor }],
          ["get_lineage", { recipe: 1 }],
          ["list_mandates", {}],
          ["get_mandate", { mandateId }],
          ["list_acts", { mandateId }],
          ["get_scorecard", { mandateId }],
          ["get_commission", { commissionId: zeroHash }],
          ["list_refinements", { producer: agent.address }],
        ];
        for (const [name, args] of asked) {
          await told(client, name, args);
        }
        const mandate = jsonOf(await call(client, "get_mandate", { mandateId }));
        expect(mandate["mandate"]).to.include({ agent: agent.address, revoked: false });
        const { entries, total } = jsonOf(await call(client, "list_lots", { first: 1 })) as unknown as {
          entries: object[];
          total: number;
        };
        expect([entries.length, total]).to.deep.equal([1, 1]);
      });

      it("refuses arguments that are none, unknown ones, unknown ids and unknown tools, in words", async () => {
        const bad: [string, Record<string, unknown>][] = [
          ["get_lot", {}],
          ["get_lot", { lotId: "many" }],
          ["get_lot", { lotId: -1 }],
          ["get_lot", { lotId: "1", extra: true }],
          ["get_studio", { studio: "0x12" }],
          ["list_lots", { first: 1_000 }],
          ["prepare_vote", { proposalId: "1", support: "maybe" }],
          ["prepare_vote", { proposalId: "1", support: "for", reason: "x".repeat(2_049) }],
          ["act_pay", { payee: mcp.stage.agent.address, amount: "1", purpose: zeroHash }],
        ];
        for (const [name, args] of bad)
          expect((await call(client, name, args)).isError, `${name} ${JSON.stringify(args).slice(0, 200)}`).to.equal(
            true,
          );
        const missing = await call(client, "get_lot", { lotId: "7" });
        expect(missing.isError).to.equal(true);
        expect(jsonOf(missing)["error"]).to.equal("LotUnknownError");
        const nobody = await call(client, "get_proposal", { proposalId: "7" });
        expect(jsonOf(nobody)["error"]).to.equal("McpContextError");
      });

      it("prepares calls that nobody signed, and says whether the mandate would allow them", async () => {
        const { house, mandateId } = mcp.stage;
        const pay = { mandateId, payee: house.payee, amount: String(5n * USDC), purpose: PURPOSE };
        const prepared = jsonOf(await call(client, "prepare_pay", pay)) as unknown as {
          allowed: boolean;
          signed: boolean;
          calls: { to: `0x${string}`; data: `0x${string}`; value: string }[];
        };
        expect(prepared).to.include({ allowed: true, signed: false });
        const before = await house.usdc.read.balanceOf([house.payee]);
        const [{ to, data } = { to: house.payee, data: "0x" as const }] = prepared.calls;
        await house.agent.sendTransaction({ to, data });
        expect(await house.usdc.read.balanceOf([house.payee])).to.equal(before + 5n * USDC);
        const over = jsonOf(
          await call(client, "prepare_pay", { ...pay, amount: String(5_000n * USDC) }),
        ) as unknown as { allowed: boolean; refusal: { errorName: string } };
        expect(over.allowed).to.equal(false);
        expect(over.refusal.errorName).to.equal("AgentMandatesOverTransaction");
      });
    });
  }

  it("refuses answers that are too long to be read, in bytes, with what helps", async () => {
    const { json } = { json: textsOf(await call(await mcp.overStdio(context), "list_studios"))[1] ?? "" };
    expect(Buffer.byteLength(json)).to.be.greaterThan(json.length);
    const client = await mcp.overStdio(context, { maxAnswer: json.length });
    await fails(client, "AnswerTooLongError", ["list_studios", {}]);
  });

  it("signs within the mandate where there is an agent, and refuses beyond it before anything is signed", async () => {
    const client = await mcp.overStdio({ ...context, agent: mcp.agent() });
    const { house, client: chain, agent } = mcp.stage;
    const names = (await client.listTools()).tools.filter(({ annotations }) => annotations?.destructiveHint === true);
    expect(names.map(({ name }) => name)).to.deep.equal([
      "act_pay",
      "act_buy",
      "act_call",
      "act_commit",
      "act_deliver",
    ]);
    const before = await house.usdc.read.balanceOf([house.payee]);
    const pay = { requestId: "first-request", payee: house.payee, amount: String(3n * USDC), purpose: PURPOSE };
    expect(await told(client, "act_pay", pay)).to.include({ signed: true, repeated: false });
    expect(await house.usdc.read.balanceOf([house.payee])).to.equal(before + 3n * USDC);
    const nonces = () => chain.getTransactionCount({ address: agent.address });
    const sent = await nonces();
    for (const [name, args, errorName] of [
      ["act_pay", { ...pay, amount: String(1_001n * USDC) }, "AgentMandatesOverTransaction"],
      ["act_pay", { ...pay, payee: agent.address }, "AgentMandatesUnlistedPayee"],
      ["act_call", { target: house.usdc.address, data: "0xa9059cbb" }, "AgentMandatesUnlistedCall"],
      ["act_commit", { recipeId: zeroHash, root: zeroHash, count: 41, manifest: zeroHash }, "AgentMandatesOverQuota"],
    ] as const) {
      const asked = { ...args, requestId: "another-request" };
      expect(await fails(client, "ActRefusedError", [name, asked])).to.include({ errorName });
    }
    expect(await nonces()).to.equal(sent);
  });
});
