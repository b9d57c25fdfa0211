import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { zeroAddress } from "viem";
import { hardhat, mainnet } from "viem/chains";
import { createConfig, http, WagmiProvider } from "wagmi";
import { expect } from "chai";
import { type ImprimaturConfig, ImprimaturProvider, useQuerySource } from "@imprimatur/sdk/react";
import { expectError } from "../helpers/errors.ts";

const ADDRESSES = {
  assetRegistry: zeroAddress,
  royaltySplitter: zeroAddress,
  licenseMarket: zeroAddress,
  licenses: zeroAddress,
  studioFactory: zeroAddress,
} as const;

/** Shows of which chain and subgraph the hooks ask. */
function Asked(): ReactNode {
  const { chainId, client, subgraph } = useQuerySource();
  return `${chainId} ${client.chain?.id ?? "?"} ${typeof subgraph === "string" ? subgraph : "?"}`;
}

function render(...configs: ImprimaturConfig[]): string {
  const wagmi = createConfig({ chains: [hardhat], transports: { [hardhat.id]: http() } });
  const inner = configs.reduceRight<ReactNode>(
    (children, config) => createElement(ImprimaturProvider, { config }, children),
    createElement(Asked),
  );
  const queries = createElement(QueryClientProvider, { client: new QueryClient() }, inner);
  return renderToString(createElement(WagmiProvider, { config: wagmi }, queries));
}

describe("ImprimaturProvider", () => {
  const here = { chainId: hardhat.id, addresses: ADDRESSES };

  it("is asked for where it is missing", async () => {
    await expectError("ProviderMissingError", () => render());
  });

  it("refuses a chain that wagmi does not know", async () => {
    const error = await expectError("ChainUnconfiguredError", () => render({ ...here, chainId: mainnet.id }));
    expect(error).to.include({ chainId: mainnet.id });
  });

  it("lets the innermost decide, on the studio's chain without any wallet", () => {
    expect(render({ ...here, subgraph: "outer" }, { ...here, subgraph: "inner" })).to.equal("31337 31337 inner");
  });
});
