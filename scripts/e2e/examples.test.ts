import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { purchaseLicenseWithAuthorization, withdrawTo } from "@imprimatur/sdk/actions";
import { commitRecipe, toLeaf } from "@imprimatur/sdk/merkle";
import { expect } from "chai";
import { encodeFunctionData, erc20Abi, type Hex, toHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { type Role, roleKey } from "../demo/cast.ts";
import { testUsdcAbi } from "../demo/usdc.ts";
import { type Outcome, type RunningCommand, startIn, startProgram } from "./runCommand.ts";
import { sharedStory, type SharedStory } from "./sharedStack.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FIRST_SALE = join(ROOT, "examples/first-sale/sale.mjs");
type Call = { to: Hex; data: Hex };

const NOWHERE = "http://127.0.0.1:1";

describe("the examples", () => {
  let story: SharedStory;
  let folder: string;

  before(async () => {
    story = await sharedStory();
    folder = await mkdtemp(join(tmpdir(), "imprimatur-examples-"));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** What every example is told of the stack. */
  const where = (): NodeJS.ProcessEnv => ({
    RPC_URL: story.stack.rpcUrl,
    GRAPHQL_URL: story.stack.graphqlUrl ?? NOWHERE,
    DEPLOYMENT: story.deploymentFile,
  });

  const run = (example: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> =>
    startProgram(`examples/${example}.ts`, args, { ...where(), ...env }).ended;

  describe("first-sale", () => {
    let project: string;

    /** A project of somebody else, with the two packages that its README names. */
    before(async () => {
      project = join(folder, "first-sale");
      await mkdir(join(project, "node_modules/@imprimatur"), { recursive: true });
      await symlink(join(ROOT, "sdk"), join(project, "node_modules/@imprimatur/sdk"), "dir");
      await symlink(join(ROOT, "node_modules/viem"), join(project, "node_modules/viem"), "dir");
      await cp(FIRST_SALE, join(project, "sale.mjs"));
      await cp(story.deploymentFile, join(project, "31337.json"));
    });

    const sell = (rpcUrl: string): Promise<Outcome> =>
      startIn(["sale.mjs"], { cwd: project, env: { RPC_URL: rpcUrl } }).ended;

    it("goes from an empty folder to a sold license in thirty lines", async () => {
      const lines = (await readFile(FIRST_SALE, "utf8")).trimEnd().split("\n");
      expect(lines).to.have.length.of.at.most(30);
      const { exitCode, output } = await sell(story.stack.rpcUrl);
      expect(exitCode, output).to.equal(0);
      const [, account = "", gross = "", asset = ""] =
        /^Sold: (0x\w{40}) paid (\d+) units and holds a commercial license of asset (\d+)\.$/m.exec(output) ?? [];
      const question = { account: account as Hex, assetId: BigInt(asset), usage: "commercial" } as const;
      const anybody = story.cast.as("relayer");
      expect(await anybody.hasLicense(question)).to.equal(true);
      const { recipe } = await anybody.getAsset({ assetId: question.assetId });
      const { sales } = await anybody.getLedger({ recipe, token: story.token });
      expect(sales).to.equal(BigInt(gross));
    });

    it("says in one line that there is no chain", async () => {
      const { exitCode, output } = await sell(NOWHERE);
      expect(exitCode, output).to.equal(1);
      expect(output.trim()).to.match(/^No sale: .+$/);
    });
  });

  describe("storefront and relayer", () => {
    let relayer: RunningCommand;
    let relayerUrl = "";

    const startRelayer = async (): Promise<void> => {
      const env = { ...where(), RELAYER_KEY: roleKey("relayer"), QUEUE: join(folder, "queue"), PORT: "0" };
      relayer = startProgram("examples/relayer/relayer.ts", [], env);
      const output = await relayer.printed(" relays at ");
      relayerUrl = /relays at (\S+)/.exec(output)?.[1] ?? "";
    };

    before(async function () {
      if (story.stack.graphqlUrl === undefined) this.skip();
      await startRelayer();
    });

    after(async () => {
      if (relayerUrl === "") return;
      relayer.interrupt();
      expect((await relayer.ended).exitCode).to.equal(0);
    });

    const post = async ({ to, data }: Call): Promise<{ status: number; body: Record<string, string> }> => {
      const response = await fetch(relayerUrl, { method: "POST", body: JSON.stringify({ to, data }) });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    };

    const outcomeOf = async (id: string): Promise<string> => {
      for (;;) {
        const { state } = (await (await fetch(`${relayerUrl}/${id}`)).json()) as { state: string };
        if (state === "done" || state === "refused") return state;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };

    const commercialOffer = async (): Promise<{ offerId: string; price: bigint; asset: string }> => {
      const { exitCode, output } = await run("storefront/storefront", [story.end.studio.studio], {});
      expect(exitCode, output).to.equal(0);
      const found = /^(0x\w{64}) {2}(\d+)\.(\d{6}) of .*\n +Personal, Commercial; up to 1 seats; asset (\d+)$/m.exec(
        output,
      );
      const [, offerId = "", whole = "", cents = "", asset = ""] = found ?? [];
      return { offerId, price: BigInt(whole + cents), asset };
    };

    it("list a studio's offers, and sell to a buyer who has dollars and no ether", async () => {
      const { offerId, price, asset } = await commercialOffer();
      const key = generatePrivateKey();
      const { address: account } = privateKeyToAccount(key);
      const env = { BUYER_KEY: key, RELAYER_URL: relayerUrl };
      const poor = await run("storefront/storefront", [offerId, asset], env);
      expect(poor.exitCode).to.equal(1);
      expect(poor.output.trim()).to.equal("This cannot be bought: balanceTooSmall.");

      await mint(story, account, price);
      const { exitCode, output } = await run("storefront/storefront", [offerId, asset], env);
      expect(exitCode, output).to.equal(0);
      expect(output).to.match(new RegExp(`^Bought: ${account} may use asset ${asset} .* and paid no gas\\.$`, "m"));
      const anybody = story.cast.as("relayer");
      expect(await anybody.hasLicense({ account, assetId: BigInt(asset), usage: "commercial" })).to.equal(true);
      expect(await anybody.getBalance({ address: account })).to.equal(0n);
      expect(await balanceOf(story, account)).to.equal(0n);
    });

    it("refuse what nobody signed for and what the chain would refuse", async () => {
      const { token: to, cast } = story;
      const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [cast.addressOf("agent"), 1n] });
      expect(await post({ to, data })).to.deep.equal({ status: 400, body: { reason: `nothing is relayed to ${to}` } });
      const deadline = (await cast.as("agent").getBlock()).timestamp + 3_600n;
      const withdrawal = { token: to, payee: cast.addressOf("agent"), to: cast.addressOf("gallery"), deadline };
      const signature = await cast.as("gallery").signWithdrawal(withdrawal);
      const { royaltySplitter } = addressesOfStory(story);
      const { status, body } = await post(withdrawTo.encode({ royaltySplitter, ...withdrawal, signature }));
      expect(status).to.equal(422);
      expect(body["reason"]).to.include("RoyaltySplitterInvalidSignature");
    });

    it("lose nothing when the relayer is killed, and send nothing twice", async () => {
      const { cast, token } = story;
      const payee = cast.addressOf("volunteer");
      const earned = await earn(story, "volunteer");
      const client = cast.as("volunteer");
      const deadline = (await client.getBlock()).timestamp + 3_600n;
      const to = privateKeyToAccount(generatePrivateKey()).address;
      const signature = await client.signWithdrawal({ token, to, deadline });
      const { royaltySplitter } = addressesOfStory(story);
      const request = withdrawTo.encode({ royaltySplitter, token, payee, to, deadline, signature });
      const [first, second] = await Promise.all([post(request), post(request)]);
      expect([first.status, second.status]).to.deep.equal([202, 202]);
      expect(first.body["id"]).to.equal(second.body["id"]);
      process.kill(relayer.pid, "SIGKILL");
      await relayer.ended;

      await startRelayer();
      expect(await outcomeOf(first.body["id"] ?? "")).to.equal("done");
      expect(await balanceOf(story, to)).to.equal(earned);
      expect((await post(request)).body["state"]).to.equal("done");
    });

    it("tell who asks again of the transaction, whoever sent it, also when nothing was kept", async () => {
      const { cast } = story;
      const { offerId, price, asset } = await commercialOffer();
      const key = generatePrivateKey();
      const { address: payer } = privateKeyToAccount(key);
      await mint(story, payer, price);
      const anybody = cast.as("relayer");
      const order = { offerId: offerId as Hex, assetId: BigInt(asset), licensee: payer, maxTotal: price };
      const purchase = await anybody.toPurchase(order);
      const signature = await anybody.signPurchaseAuthorization({ purchase, account: privateKeyToAccount(key) });
      const { licenseMarket, royaltySplitter } = addressesOfStory(story);
      const bought = purchaseLicenseWithAuthorization.encode({ licenseMarket, purchase, payer, signature });
      const { receipt } = await cast
        .as("agent")
        .purchaseLicenseWithAuthorizationAndWait({ purchase, payer, signature });
      const answered = await post(bought);
      expect(answered.body).to.include({ state: "done", hash: receipt.transactionHash });

      await earn(story, "volunteer");
      const payee = cast.addressOf("volunteer");
      const deadline = purchase.deadline;
      const to = privateKeyToAccount(generatePrivateKey()).address;
      const withdrawal = { token: story.token, payee, to, deadline };
      const signed = { ...withdrawal, signature: await cast.as("volunteer").signWithdrawal(withdrawal) };
      const request = withdrawTo.encode({ royaltySplitter, ...signed });
      const withdrawn = await cast.as("agent").withdrawToAndWait(signed);
      expect((await post(request)).body).to.include({ state: "done", hash: withdrawn.receipt.transactionHash });
    });

    it("say in one line that there is no chain", async () => {
      const env = { RPC_URL: NOWHERE, RELAYER_KEY: roleKey("relayer"), QUEUE: join(folder, "none"), PORT: "0" };
      const { exitCode, output } = await run("relayer/relayer", [], env);
      expect(exitCode).to.equal(1);
      expect(output.trim()).to.match(/^No chain at http:\/\/127\.0\.0\.1:1: .+$/);
      const front = await run("storefront/storefront", [story.end.studio.studio], { RPC_URL: NOWHERE });
      expect(front.exitCode).to.equal(1);
      expect(front.output.trim().split("\n")).to.have.length(1);
    });
  });

  describe("auditor", () => {
    before(function () {
      if (story.stack.graphqlUrl === undefined) this.skip();
    });

    it("finds the books of chain, logs and subgraph in order", async () => {
      const { exitCode, output } = await run("auditor/auditor", [], {});
      expect(exitCode, output).to.equal(0);
      expect(output).to.match(/^block \d+: \d+ lots of \d+ gates, \d+ ledgers replayed\nThe books are in order\.$/m);
    });

    it("names what a lying subgraph tells otherwise", async () => {
      await using liar = await lyingSubgraph(story.stack.graphqlUrl ?? NOWHERE);
      const { exitCode, output } = await run("auditor/auditor", [], { GRAPHQL_URL: liar.url });
      expect(exitCode, output).to.equal(1);
      expect(output).to.match(/^recipe \d+, sales in 0x\w{40}: \d+ instead of \d+$/m);
    });

    it("says in one line that it could not ask", async () => {
      const { exitCode, output } = await run("auditor/auditor", [], { RPC_URL: NOWHERE });
      expect(exitCode).to.equal(2);
      expect(output.trim()).to.match(/^Nothing was audited: .+$/);
    });
  });
});

const addressesOfStory = ({ stack }: SharedStory): { licenseMarket: Hex; royaltySplitter: Hex } => ({
  licenseMarket: stack.deployment.addressOf("LicenseMarket"),
  royaltySplitter: stack.deployment.addressOf("RoyaltySplitter"),
});

async function mint({ cast, token }: SharedStory, to: Hex, amount: bigint): Promise<void> {
  const client = cast.as("deployer");
  const call = { address: token, abi: testUsdcAbi, functionName: "mint", args: [to, amount] } as const;
  await client.waitForTransactionReceipt({ hash: await client.writeContract(call) });
}

const balanceOf = ({ cast, token }: SharedStory, account: Hex): Promise<bigint> =>
  cast.as("relayer").readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] });

/** Lets an account sell one license of a work of its own, and returns what it may withdraw. */
async function earn(story: SharedStory, role: Role): Promise<bigint> {
  const { cast, token } = story;
  const client = cast.as(role);
  const payee = cast.addressOf(role);
  const nonce = BigInt(Date.now());
  const { commitment } = commitRecipe({ contents: { steps: ["a sketch"] } });
  const split = [{ account: payee, weight: 1_000_000 }];
  const { recipeId, recipe } = await client.registerRecipeAndWait({ licensor: payee, kind: "work", commitment, split });
  const leaf = toLeaf({ contentHash: toHex(nonce, { size: 32 }), recipeCommitment: commitment });
  const { assetId } = await client.registerAndWait({ recipeId, nonce, leaf });
  const end = (await client.getBlock()).timestamp + 86_400n;
  const price = 3_000_001n;
  const { offerId } = await client.publishOfferAndWait({
    ...{ recipeId, token, price, end, duration: "perpetual" },
    usages: ["personal"],
  });
  const buyer = cast.as("deployer");
  const licensee = cast.addressOf("deployer");
  await mint(story, licensee, price);
  const purchase = await buyer.toPurchase({ offerId, assetId, licensee, maxTotal: price });
  await buyer.purchaseOrderAndWait({ purchase, payment: await buyer.signPermit({ purchase }) });
  await client.settleAndWait({ recipes: [recipe], token });
  const before = await client.getRoyaltyBalance({ token, payee });
  const { amount } = await client.claimAndWait({ recipe, token, payee });
  expect(await client.getRoyaltyBalance({ token, payee })).to.equal(before + amount);
  return before + amount;
}

/** An endpoint that passes questions on and adds one unit to each income that it is told. */
async function lyingSubgraph(url: string): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((request, response) => {
    const forward = async (): Promise<string> => {
      const answer = await fetch(url, { method: "POST", headers: JSON_BODY, body: await text(request) });
      return (await answer.text()).replace(/"net":"(\d+)"/g, (_, net: string) => `"net":"${BigInt(net) + 1n}"`);
    };
    void forward().then((body) => response.writeHead(200, JSON_BODY).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const JSON_BODY = { "content-type": "application/json" };
