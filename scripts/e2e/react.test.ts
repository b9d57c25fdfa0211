import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type Address, erc20Abi } from "viem";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { localClock } from "../demo/clock.ts";
import { testUsdcAbi } from "../demo/usdc.ts";
import { PRICES } from "../demo/story/scene.ts";
import { BROWSER_EXISTS, type Faults, observe, startBrowser } from "./react/browser.ts";
import { servePage, type ServedPage } from "./react/servePage.ts";
import { injectWallet } from "./react/wallet.ts";
import { type SharedStory, sharedStory } from "./sharedStack.ts";

const CHAIN = 31337;
const OTHER_CHAIN = 1;

describe("a React page in a browser", function () {
  const started = new AsyncDisposableStack();
  let story: SharedStory;
  let served: ServedPage;
  let browser: Browser;
  let page: Page;
  let faults: Faults;
  let account: Address;

  before(async function () {
    if (!BROWSER_EXISTS) {
      console.log("      npm carries no browser for this platform: the page is tested on linux-x64");
      this.skip();
    }
    story = await sharedStory();
    account = story.cast.addressOf("illustrator");
    const { rpcUrl, graphqlUrl } = story.stack;
    if (graphqlUrl === undefined) throw new Error("the story has no subgraph on a platform that has a browser");
    served = started.use(await servePage({ rpcUrl, graphqlUrl, deploymentFile: story.deploymentFile }));
    browser = await startBrowser();
    started.defer(() => browser.close());
  });

  after(() => started.disposeAsync());

  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    faults = await observe(page);
    // Names that the compiler gives to functions have no meaning in the page.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.addInitScript(injectWallet, { account, rpcUrl: story.stack.rpcUrl, chainId: CHAIN });
  });

  afterEach(async () => {
    await page.close();
    expect(faults).to.deep.equal({ complaints: [], strangers: [] });
  });

  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const alert = (text: string | RegExp) => page.getByRole("alert").filter({ hasText: text });

  async function open(studio: Address): Promise<void> {
    await page.goto(`${served.url}?studio=${studio}`);
  }

  async function connect(): Promise<void> {
    await button("Connect Test wallet").click();
    await button(`Disconnect ${account}`).waitFor();
  }

  const held = (token: Address): Promise<bigint> =>
    story.cast
      .as("relayer")
      .readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] });

  it("says what is missing: a studio, a wallet", async () => {
    await open("0x00000000000000000000000000000000000000a1");
    await page.getByText("There is no studio at 0x00000000000000000000000000000000000000a1").waitFor();
  });

  it("reads, quotes, survives a refusal and a wrong chain, buys with an exact allowance and lists the sale", async () => {
    const { cast, end, stack, token } = story;
    const mint = {
      address: token,
      abi: testUsdcAbi,
      functionName: "mint",
      args: [account, PRICES.commercial],
    } as const;
    const hash = await cast.as("deployer").writeContract(mint);
    await cast.as("deployer").waitForTransactionReceipt({ hash });
    const before = await held(token);

    await open(end.studio.studio);
    await page.getByRole("heading", { name: "Lighthouse Studio" }).waitFor();
    const sales = page.getByRole("list", { name: "Sales" }).getByRole("listitem");
    await sales.first().waitFor();
    const sold = await sales.count();
    await button("Piece 0").click();
    const offer = page.getByRole("article").filter({ hasText: `personal, commercial for ${PRICES.commercial} units` });
    await connect();
    await offer.getByRole("button", { name: "Quote" }).click();

    await page.evaluate(() => (window.testWallet.refuses = true));
    await button(/^Allow exactly/).click();
    await alert("SignatureRejectedError").waitFor();

    await page.evaluate(() => (window.testWallet.chainId = 1));
    await button(`Allow exactly ${PRICES.commercial} units`).click();
    await alert(`WrongChainError: This is chain ${OTHER_CHAIN}, not ${CHAIN}.`).waitFor();
    await page.evaluate(() => (window.testWallet.chainId = 31337));

    await button(/^Allow exactly/).click();
    await button("Buy").click();
    await page.getByText("Bought: listed").waitFor();
    await page.getByText("1 sold since this page was opened").waitFor();
    await sales.nth(sold).waitFor();
    expect(await sales.nth(sold).innerText()).to.equal(`${PRICES.commercial} units, licensed to ${account}`);
    expect(await sales.count()).to.equal(sold + 1);
    expect(await page.getByRole("alert").count()).to.equal(0);

    expect(before - (await held(token))).to.equal(PRICES.commercial);
    const spender = stack.deployment.addressOf("RoyaltySplitter");
    const allowance = { address: token, abi: erc20Abi, functionName: "allowance", args: [account, spender] } as const;
    expect(await cast.as("relayer").readContract(allowance)).to.equal(0n);
  });

  it("asks a wallet on another chain to switch, then votes", async () => {
    const { cast, stack } = story;
    const studio = await cast.as("illustrator").createStudioAndWait({
      name: "Page Test Studio",
      symbol: "PAGE",
      preset: "solo",
      founders: [account],
      charter: `0x${"ab".repeat(32)}`,
    });
    const member = cast.inStudio("illustrator", studio);
    const calls = [{ to: studio.timelock, data: "0x", value: 0n }] as const;
    const { proposalId, receipt } = await member.proposeAndWait({ title: "Paint the door", body: "Red.", calls });
    const clock = localClock(stack.rpcUrl);
    await clock.pass(61n);
    await createSubgraphClient({ url: stack.graphqlUrl ?? "" }).waitForIndexed(receipt);

    await page.addInitScript(() => (window.testWallet.chainId = 1));
    await open(studio.studio);
    await page.getByRole("heading", { name: "Paint the door" }).waitFor();
    await button("Vote for").click();
    await alert("WalletDisconnectedError").waitFor();
    await connect();
    const hint = page.getByRole("status").filter({ hasText: `Your wallet is on chain ${OTHER_CHAIN}` });
    await hint.waitFor();
    await button("Switch chain").click();
    await hint.waitFor({ state: "detached" });

    await button("Vote for").click();
    await page.getByText(/active: 100(\.0+)? % for, 0(\.0+)? % against/).waitFor();
    expect((await member.getProposalState({ proposalId })).votes.against).to.equal(0n);
  });
});
