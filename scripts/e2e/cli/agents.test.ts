import { expect } from "chai";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { hashMandateTerms } from "@imprimatur/sdk/mandates";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { getBlock, ipfsStore, readLot } from "@imprimatur/sdk/storage";
import { erc20Abi, type Hex, keccak256, sha256, stringToBytes } from "viem";
import { issueCertificate } from "../../../sdk/test/helpers/certificates.ts";
import { localClock } from "../../demo/clock.ts";
import { openWorkshop, type AgentStudio } from "./agentStudio.ts";
import { ended, environmentOf, PROGRAM, runCli, runJson, startCli } from "./process.ts";
import { openWorld, type World } from "./world.ts";

/** Of a solo studio: delay and period of a vote, delay of the timelock, challenge window, with a little to spare. */
const SOLO = { delay: 61n, period: 3_601n, timelock: 86_401n, challenge: 3_601n } as const;
const DAY = 86_400n;

const POLICY = {
  ...{ model: { name: "imprimatur-landscapes-1" }, systemPrompt: keccak256("0x") },
  tools: ["generate", "screen", "commit", "pay"],
};
const INVOICE = sha256(stringToBytes("invoice 7"));
const USDC = 1_000_000n;

interface Milestones {
  milestones: { status: string; lotId?: string; reward: string }[];
}

describe("imprimatur mandate, commission, agent and mcp", () => {
  let world: World;
  let studio: AgentStudio;
  let agent: string;
  let founder: string;
  let mandateId: string;
  let commissionId: string;
  let recipeId: Hex;
  let lotId: string;
  let sequelId: string;

  before(async () => {
    world = await openWorld();
    studio = await openWorkshop(world);
    [agent, founder] = [await world.account("agent"), await world.account("founder0")];
    await write("policy.json", POLICY);
    await write("sequel.json", { title: "Harbor", text: "The harbor at dawn.", count: 1, seed: 8 });
    await write("brief.json", { title: "Harbor", text: "A harbor at dusk, twice.", count: 2, seed: 7 });
    const { commitment } = commitRecipe({ contents: { model: POLICY.model.name, steps: [studio.studio] } });
    ({ recipeId } = await world.story.cast.as("founder0").registerRecipeAndWait({
      ...{ licensor: studio.timelock, kind: "work", commitment },
      split: [{ account: studio.timelock, weight: 1_000_000, roles: ["treasury"] }],
    }));
  });
  after(() => world[Symbol.asyncDispose]());

  const write = (name: string, content: unknown) => writeFile(join(world.folder, name), JSON.stringify(content));
  const here = (...args: string[]): string[] => [...args, "--studio", studio.studio];
  const by = (account: string, ...args: string[]): string[] => [...here(...args), "--account", account];
  const clock = () => localClock(world.story.stack.rpcUrl);
  const vendor = () => world.story.cast.addressOf("illustrator");
  const balance = (account: Hex): Promise<bigint> =>
    world.story.cast.as("relayer").readContract({
      ...{ address: world.story.token, abi: erc20Abi, functionName: "balanceOf", args: [account] },
    });

  /** The command is refused with this exit code, in one line that says why; nothing is printed on stdout. */
  async function refused(args: readonly string[], expected: { exitCode: number; says: RegExp }): Promise<void> {
    const { exitCode, stdout, stderr } = await world.run(args);
    expect(stderr.trim().split("\n"), stderr).to.have.length(1);
    expect(stderr).to.match(expected.says);
    expect([exitCode, stdout], stderr).to.deep.equal([expected.exitCode, ""]);
  }

  /** The founder proposes files of calls, votes for all, and executes them. */
  async function pass(...files: string[]): Promise<void> {
    const proposals: string[] = [];
    for (const file of files) {
      const made = await world.json<{ proposalId: string }>(by(founder, "vote", "propose", file, "--yes"));
      proposals.push(made.proposalId);
    }
    const each = async (...words: string[]) => {
      for (const proposal of proposals) {
        const [verb = "", ...rest] = words;
        await world.json(by(founder, "vote", verb, proposal, ...rest, "--yes"));
      }
    };
    await clock().pass(SOLO.delay);
    await each("cast", "for");
    await clock().pass(SOLO.period);
    await each("queue");
    await clock().pass(SOLO.timelock);
    await each("execute");
  }

  it("grants a mandate and commissions work by vote, and shows both", async () => {
    const now = await clock().now();
    await world.fundAccount(studio.timelock, 200n * USDC);
    const { cast, token } = world.story;
    const grant = here(
      ...["mandate", "grant", cast.addressOf("agent"), "--sponsor", cast.addressOf("founder0")],
      ...["--policy", "policy.json", "--valid-until", String(now + 90n * DAY), "--review-at", String(now + 60n * DAY)],
      ...["--quota", "5", "--payee", vendor(), "--token", token],
    );
    await refused([...grant, "--proposal", "grant.json"], {
      exitCode: 2,
      says: /--token needs --per-transaction/,
    });
    const caps = ["--per-transaction", "8", "--per-period", "12", "--lifetime", "50", "--window", "20"];
    await refused([...grant, ...caps, "--account", agent, "--yes"], {
      exitCode: 2,
      says: /Only a vote of members/,
    });
    const granted = await runJson<{ calls: { function: string }[]; policyHash: Hex; terms: Hex }>(world, [
      ...[...grant, ...caps, "--proposal", "grant.json"],
    ]);
    expect(granted.calls.map((call) => call.function)).to.deep.equal(["approve", "setWindow", "grant"]);

    await write("scene.md", "Two pictures of a harbor.");
    const deadline = String(now + 30n * DAY);
    const milestone = { assignee: cast.addressOf("agent"), deadline, brief: "scene.md" };
    await write("commission.json", { token, milestones: ["40", "2.5"].map((reward) => ({ ...milestone, reward })) });
    await write("odd.json", { token, milestones: [{ ...milestone, reward: "many" }] });
    await refused(here("commission", "open", "odd.json", "--proposal", "odd.out.json"), {
      ...{ exitCode: 2, says: /milestones\.0\.reward is no amount/ },
    });
    const opened = await runJson<{ commissionId: string; calls: { function: string }[] }>(world, [
      ...here("commission", "open", "commission.json", "--proposal", "open.json"),
    ]);
    expect(opened.calls.map((call) => call.function)).to.deep.equal(["approve", "fundPot", "open"]);

    await runJson(world, by(agent, "mandate", "consent", granted.terms, "--yes"));
    await pass("grant.json", "open.json");
    const { mandates } = await runJson<{ mandates: { mandateId: string; agent: Hex }[] }>(
      world,
      here("mandate", "list"),
    );
    expect(mandates.map((each) => each.agent)).to.deep.equal([cast.addressOf("agent")]);
    mandateId = mandates[0]!.mandateId;
    const shown = await runJson<{ mandate: { policyHash: Hex; left: string } }>(
      world,
      here("mandate", "show", mandateId),
    );
    expect(shown.mandate).to.include({ policyHash: granted.policyHash, left: String(50n * USDC) });
    const { stdout } = await runCli(world, here("mandate", "show", mandateId));
    expect(stdout)
      .to.match(/^state +in force$/m)
      .and.match(/^at once +at most 8 USDC$/m);
    const { commissions } = await runJson<{ commissions: object[] }>(world, here("commission", "list"));
    commissionId = opened.commissionId;
    expect(commissions).to.deep.equal([{ commissionId, milestones: 2 }]);
    const found = await runJson<Milestones>(world, here("commission", "show", commissionId));
    expect(found.milestones[0]).to.include({ status: "open", reward: String(40n * USDC) });
  });

  const under = () => ["--mandate", mandateId, "--policy", "policy.json"];
  const run = (brief: string, journal = "work.journal") =>
    by(agent, "agent", "run", brief, ...under(), "--recipe", recipeId, "--journal", journal);

  it("lets the agent work from a brief to a delivered milestone, and the chain pay it", async () => {
    const show = here("commission", "show", commissionId);
    const plan = await runJson<{ state: string; lotId: string }>(world, run("brief.json"));
    expect(plan.state).to.equal("dryRun");
    const made = await runJson<{ lotId: string; count: number }>(world, [...run("brief.json"), "--yes"]);
    expect(made).to.include({ lotId: plan.lotId, count: 2 });
    ({ lotId } = made);
    const again = await runJson<{ lotId: string }>(world, [...run("brief.json"), "--yes"]);
    expect(again.lotId, "the journal has it").to.equal(lotId);
    const deliver = (account: string) => by(account, "commission", "deliver", commissionId, "0", lotId, "--yes");
    await refused(deliver(founder), { exitCode: 3, says: /CommissionsUnauthorized/ });
    await runJson(world, deliver(agent));
    expect((await world.json<Milestones>(show)).milestones[0]).to.include({ status: "open", lotId });

    const sequel = [...run("sequel.json", "sequel.journal"), "--commission", commissionId];
    await refused(sequel, { exitCode: 2, says: /--commission and --milestone go together/ });
    await refused([...sequel, "--milestone", "1", "--forbid-training"], {
      ...{ exitCode: 2, says: /give --certificate and --key/ },
    });
    await issueCertificate(world.folder, "es256");
    const signed = ["--certificate", "es256.crt", "--key", "es256.key", "--forbid-training"];
    const second = await runJson<{ lotId: string }>(world, [...sequel, ...signed, "--milestone", "1", "--yes"]);
    sequelId = second.lotId;
    expect((await world.json<Milestones>(show)).milestones[1]).to.include({ status: "open", lotId: second.lotId });

    const pay = (place: number) => by(founder, "commission", "pay", commissionId, String(place), "--yes");
    await refused(pay(0), { exitCode: 3, says: /The contract refused the call: Commissions/ });
    for (const each of [lotId, second.lotId]) await studio.founder.selfCertifyAndWait({ lotId: BigInt(each) });
    await clock().pass(SOLO.challenge);
    await runJson(world, pay(0));
    await world.json(pay(1));
    const { milestones } = await world.json<Milestones>(show);
    expect(milestones.map(({ status }) => status)).to.deep.equal(["paid", "paid"]);
    await refused(pay(0), { exitCode: 3, says: /The contract refused the call: Commissions/ });
  });

  it("verifies a delivered file, and reports which files have certificates", async () => {
    const store = ipfsStore({ url: world.story.stack.contentStore.url });
    const { lots } = await world.json<{ lots: { lotId: string; manifest: Hex }[] }>(["lot", "list"]);
    const { rows } = await readLot(store, lots.find((lot) => lot.lotId === lotId)!.manifest);
    const [row] = rows;
    await writeFile(join(world.folder, "harbor.png"), await getBlock(store, row!.leaf.contentHash));
    const verified = await runJson<{ genuine: boolean; assetId: string }>(world, ["verify", "harbor.png"]);
    expect(verified).to.include({ genuine: true, assetId: String(BigInt(lotId) << 24n) });
    const bytes = await readFile(join(world.folder, "harbor.png"));
    await writeFile(join(world.folder, "other.png"), bytes.subarray(0, -1));
    expect((await runCli(world, ["verify", "other.png"])).exitCode).to.equal(1);
    const marks = await runJson<{ marked: number; unmarked: number }>(world, ["report", "--art50", "--lot", lotId], 1);
    expect(marks).to.include({ marked: 0, unmarked: 2 });
    const sequel = await runJson<{ marked: number; unmarked: number }>(world, ["report", "--art50", "--lot", sequelId]);
    expect(sequel).to.include({ marked: 1, unmarked: 0 });
    const screened = await runJson<{ findings: unknown[] }>(world, ["report", "--screening", "--lot", lotId]);
    expect(screened.findings).to.deep.equal([]);
  });

  const pay = (amount: string, ...more: string[]) =>
    by(agent, "agent", "pay", vendor(), amount, ...under(), "--purpose", INVOICE, ...more);

  it("lets the agent pay within its caps, and refuses what the mandate does not allow, in one line", async () => {
    const before = await balance(vendor());
    expect(await runJson(world, pay("3"))).to.include({ state: "dryRun" });
    await runJson(world, pay("3", "--yes"));
    expect(await balance(vendor())).to.equal(before + 3n * USDC);
    await refused(pay("8.1", "--yes"), {
      exitCode: 3,
      says: /AgentMandatesOverTransaction\. Nothing was signed\..*Split it/,
    });
    await runJson(world, pay("8", "--yes"));
    await refused(pay("2", "--yes"), { exitCode: 3, says: /AgentMandatesOverPeriod\..*next period/ });
    const stranger = pay("1", "--yes").map((word) =>
      word === vendor() ? world.story.cast.addressOf("gallery") : word,
    );
    await refused(stranger, { exitCode: 3, says: /AgentMandatesUnlistedPayee\..*setPayee/ });
    await refused(pay("1", "--yes").with(-1, founder), { exitCode: 3, says: /AgentMandatesUnauthorized/ });
    await write("many.json", { title: "Harbor", text: "A fleet.", count: 6 });
    const over = { exitCode: 3, says: /AgentMandatesOverQuota\..*next day/ };
    await refused(run("many.json", "many.journal"), over);
    await refused([...run("many.json", "many.journal"), "--yes"], over);
    await refused([...run("brief.json"), "--proposal", "x.json"], { exitCode: 2, says: /not voted on/ });
  });

  it("refuses another policy than the one that members voted for", async () => {
    await write("policy2.json", { ...POLICY, tools: ["generate"] });
    const other = pay("1", "--yes").map((word) => (word === "policy.json" ? "policy2.json" : word));
    await refused(other, { exitCode: 3, says: /AgentMandatesWrongPolicy\..*have them vote anew/ });
    const model = { ...POLICY, model: { name: "another" } };
    await write("policy3.json", model);
    const run3 = run("brief.json").map((word) => (word === "policy.json" ? "policy3.json" : word));
    await refused(run3, { exitCode: 2, says: /model\.name/ });
  });

  it("serves the studio over stdio: reads, prepares, pays once, and ends when its client goes", async () => {
    await clock().pass(DAY);
    const policy = (await runJson<{ mandate: { policyHash: Hex } }>(world, here("mandate", "show", mandateId))).mandate;
    const args = by(agent, "mcp", "--mandate", mandateId, "--policy", policy.policyHash);
    const transport = new StdioClientTransport({
      ...{ command: PROGRAM.command, args: [...PROGRAM.args, ...args] },
      ...{ env: { ...environmentOf(world), HOME: world.folder }, cwd: world.folder, stderr: "pipe" },
    });
    const client = new Client({ name: "test", version: "1.0.0" });
    await client.connect(transport);
    const ask = async (name: string, given: Record<string, unknown>): Promise<Record<string, unknown>> => {
      const { content } = (await client.callTool({ name, arguments: given })) as CallToolResult;
      return JSON.parse((content[1] as { text: string }).text) as Record<string, unknown>;
    };
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).to.include.members(["get_mandate", "prepare_pay", "act_pay"]);
    expect(((await ask("get_mandate", { mandateId }))["mandate"] as { agent: Hex }).agent).to.equal(
      world.story.cast.addressOf("agent"),
    );
    const before = await balance(vendor());
    const payment = { requestId: "invoice-0007", payee: vendor(), amount: String(USDC), purpose: INVOICE };
    const first = await ask("act_pay", payment);
    expect(first).to.include({ signed: true, repeated: false });
    expect(await ask("act_pay", payment)).to.deep.equal({ ...first, repeated: true });
    expect(await balance(vendor())).to.equal(before + USDC);
    await client.close();

    const child = startCli(world, [...args, "--json"]);
    const outcome = ended(child);
    const say = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    const clientInfo = { name: "test", version: "1.0.0" };
    say({ id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo } });
    say({ method: "notifications/initialized" });
    say({ id: 2, method: "tools/call", params: { name: "act_pay", arguments: payment } });
    child.stdin.end();
    const { exitCode, stdout, stderr } = await outcome;
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(lines.map(({ jsonrpc, id }) => [jsonrpc, id])).to.deep.equal([
      ["2.0", 1],
      ["2.0", 2],
    ]);
    expect([exitCode, stderr]).to.deep.equal([0, ""]);
    expect(stdout, "the journal beside the keystores has it").to.contain(String(first["transaction"]));
    expect(await balance(vendor())).to.equal(before + USDC);
  });

  it("starts no server for a mandate that is not the studio's, or not the account's", async () => {
    const mcp = (account: string, id: string) => by(account, "mcp", "--mandate", id, "--policy", INVOICE);
    await refused(mcp(agent, INVOICE), { exitCode: 1, says: /Mandate 0x\w+ is none of studio 0x\w+/ });
    await refused(mcp(founder, mandateId), {
      exitCode: 1,
      says: /The mandate is 0x\w+'s, and the account is/,
    });
    await refused(here("mcp", "--mandate", mandateId), { exitCode: 2, says: /--mandate needs --policy/ });
    await refused(here("mcp", "--port", "1"), { exitCode: 2, says: /need --http/ });
  });

  it("tells everything that the agent did, unbroken, and refuses it while it is paused and when it is over", async () => {
    const log = await runJson<{ unbroken: boolean; acts: { kind: string }[]; lots: { lotId: string }[] }>(world, [
      ...here("mandate", "log", mandateId),
    ]);
    expect(log).to.deep.include({ unbroken: true });
    expect(log.acts.map(({ kind }) => kind)).to.deep.equal(["paid", "paid", "paid"]);
    expect(log.lots[0]?.lotId).to.equal(lotId);
    const card = await runJson<object>(world, here("mandate", "scorecard", mandateId));
    expect(card).to.deep.include({
      lots: 2,
      judgedLots: 2,
      assets: 3,
      spent: String(12n * USDC),
      acceptance: 1_000_000,
    });
    const now = await clock().now();
    await studio.timelockMember.pauseMandateAndWait({ mandateId: mandateId as Hex, until: now + DAY });
    await refused(pay("1", "--yes"), { exitCode: 3, says: /AgentMandatesPaused\. .*Wait until 20/ });
    await refused([...run("brief.json", "late.journal"), "--yes"], {
      exitCode: 3,
      says: /AgentMandatesQuotaClosed/,
    });
    await studio.timelockMember.revokeMandateAndWait({ mandateId: mandateId as Hex });
    await refused(pay("1", "--yes"), { exitCode: 3, says: /AgentMandatesRevoked\..*new vote/ });
    const next = {
      ...{ agent: world.story.cast.addressOf("agent"), sponsor: world.story.cast.addressOf("founder0"), quota: 1 },
      ...{ policyHash: INVOICE, token: world.story.token, validUntil: now + DAY, reviewAt: now + DAY },
      ...{ limits: { perTransaction: USDC, perPeriod: USDC, period: 86_400 }, lifetime: USDC, payees: [vendor()] },
    };
    await world.json(by(agent, "mandate", "consent", hashMandateTerms(next), "--yes"));
    const { mandateId: short } = await studio.timelockMember.grantMandateAndWait(next);
    await clock().passUntil(now + DAY);
    const late = pay("1", "--yes").map((word) => (word === mandateId ? short : word));
    await refused(late, { exitCode: 3, says: /AgentMandatesExpired\./ });
    await refused(here("mandate", "show", INVOICE), { exitCode: 1, says: /has no mandate/ });
  });
});
