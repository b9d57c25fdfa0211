import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { expect } from "chai";
import type { Purchase } from "@imprimatur/sdk";
import {
  type ImprimaturConfig,
  ImprimaturProvider,
  requirementsQueryOptions,
  useQuerySource,
  useSendRequirements,
} from "@imprimatur/sdk/react";
import type { Requirement } from "@imprimatur/sdk/requirements";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { type Address, erc20Abi, getAddress, parseGwei } from "viem";
import { hardhat } from "viem/chains";
import { connect } from "wagmi/actions";
import { mock } from "wagmi/connectors/mock";
import { createConfig, http, WagmiProvider } from "wagmi";
import { type FaultyNode, startFaultyNode } from "../helpers/faultyNode.ts";
import { setStage, type Stage } from "./fixture.ts";
import { fund, putOnSale } from "./market.ts";

const SELLER = 1;
const BUYER = 5;
const OTHER = 6;
const PRICE = 25_000_000n;

describe("sdk: hooks for what comes before a purchase", () => {
  let stage: Stage;
  let node: FaultyNode;
  let token: Address;
  let purchase: Purchase;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await setStage();
    node = await startFaultyNode(stage.protocol.connection);
    token = await fund(stage, "TestUSDC", stage.addressOf(BUYER), PRICE);
    const { offerId, assetId } = await putOnSale(stage, {
      ...{ seller: SELLER, label: "work", kind: "work", token, price: PRICE, usages: ["commercial"] },
      split: [{ account: stage.addressOf(SELLER), weight: 1_000_000 }],
    });
    const licensee = stage.addressOf(BUYER);
    purchase = await stage.reader.toPurchase({ offerId, assetId, licensee, maxTotal: PRICE });
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());
  after(() => node[Symbol.asyncDispose]());

  /** A page with a wallet of this account: what its hooks give. */
  async function pageOf(account: number) {
    const chain = { ...hardhat, blockTime: 100, rpcUrls: { default: { http: [node.url] } } } as const;
    const connector = mock({ accounts: [stage.addressOf(account)] });
    const wagmi = createConfig({
      chains: [chain],
      connectors: [connector],
      transports: { [chain.id]: http(node.url) },
    });
    const config: ImprimaturConfig = { chainId: chain.id, addresses: stage.addresses };
    const cache = new QueryClient();
    const given = new Map<"send" | "source", unknown>();
    const Page = () => {
      given.set("send", useSendRequirements()).set("source", useQuerySource());
      return null;
    };
    const inner = createElement(ImprimaturProvider, { config }, createElement(Page));
    const queries = createElement(QueryClientProvider, { client: cache }, inner);
    renderToString(createElement(WagmiProvider, { config: wagmi, reconnectOnMount: false }, queries));
    const send = given.get("send") as ReturnType<typeof useSendRequirements>;
    const source = given.get("source") as ReturnType<typeof useQuerySource>;
    const [connected] = wagmi.connectors;
    await connect(wagmi, { connector: connected });
    const sender = stage.addressOf(account);
    const question = requirementsQueryOptions(source, { action: "purchaseLicense", purchase, sender });
    return { send, requirements: await cache.query(question), end: () => cache.clear() };
  }

  const allowance = () =>
    stage.reader.readContract({
      ...{ address: token, abi: erc20Abi, functionName: "allowance" },
      args: [stage.addressOf(BUYER), stage.addresses.royaltySplitter],
    });

  const nonceOf = (account: number) => stage.reader.getTransactionCount({ address: stage.addressOf(account) });

  const failureOf = (act: Promise<unknown>): Promise<unknown> =>
    act.then(
      () => expect.fail("Nothing was refused."),
      (reason: unknown) => reason,
    );

  it("sends nothing of what another account has to allow or to sign", async () => {
    const { requirements, end: endFirst } = await pageOf(BUYER);
    const { send, requirements: own, end } = await pageOf(OTHER);
    const before = await nonceOf(OTHER);
    for (const list of [requirements, [...own, ...requirements]] as readonly (readonly Requirement[])[]) {
      expect(await failureOf(send.mutateAsync(list))).to.include({
        ...{ name: "RequirementForeignError", owner: stage.addressOf(BUYER) },
        account: getAddress(stage.addressOf(OTHER)),
      });
    }
    expect([await nonceOf(OTHER), await allowance()]).to.deep.equal([before, 0n]);
    endFirst();
    end();
  });

  it("takes no canceled approval for one", async () => {
    const { send, requirements, end } = await pageOf(BUYER);
    const { provider } = stage.protocol.connection;
    await provider.request({ method: "evm_setAutomine", params: [false] });
    const nonce = await nonceOf(BUYER);
    const looks = () => node.calls.filter(({ method }) => method === "eth_getTransactionByHash").length;
    const before = looks();
    const sending = failureOf(send.mutateAsync(requirements));
    while (looks() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    const fees = { maxFeePerGas: parseGwei("500"), maxPriorityFeePerGas: parseGwei("500"), gas: 100_000n };
    const buyer = stage.as(BUYER);
    const replacement = await buyer.sendTransaction({ to: stage.addressOf(BUYER), value: 0n, nonce, ...fees });
    await stage.protocol.connection.networkHelpers.mine(1);
    expect(await sending).to.include({ name: "TransactionReplacedError", replacement, reason: "cancelled" });
    expect(await allowance()).to.equal(0n);
    await provider.request({ method: "evm_setAutomine", params: [true] });
    end();
  });

  it("allows exactly the price, after which nothing is left to be done and the purchase goes through", async () => {
    const { send, requirements, end } = await pageOf(BUYER);
    const { receipts, payments } = await send.mutateAsync(requirements);
    expect(receipts.map(({ status }) => status)).to.deep.equal(["success"]);
    expect(payments.size).to.equal(0);
    expect(await allowance()).to.equal(PRICE);
    expect((await pageOf(BUYER)).requirements).to.deep.equal([]);
    await stage.as(BUYER).purchaseLicenseAndWait({ purchase });
    end();
  });
});
