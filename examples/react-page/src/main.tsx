import { addressesOf, type Deployment } from "@imprimatur/sdk/addresses";
import { type ImprimaturConfig, ImprimaturProvider } from "@imprimatur/sdk/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { hardhat } from "viem/chains";
import { createConfig, http, WagmiProvider } from "wagmi";
import { Boundary } from "./Problem.tsx";
import { Studio } from "./Studio.tsx";
import { Wallet } from "./Wallet.tsx";

declare const DEPLOYMENT: Deployment;
const { VITE_RPC_URL: rpcUrl, VITE_SUBGRAPH_URL: subgraph } = import.meta.env as Record<string, string | undefined>;

const wagmi = createConfig({ chains: [hardhat], transports: { [hardhat.id]: http(rpcUrl) } });
const queries = new QueryClient();
const imprimatur: ImprimaturConfig = {
  chainId: hardhat.id,
  addresses: addressesOf(DEPLOYMENT),
  subgraph: subgraph ?? "http://127.0.0.1:8000/subgraphs/name/subgraph-0",
};

createRoot(document.getElementById("root") ?? document.body).render(
  <StrictMode>
    <WagmiProvider config={wagmi}>
      <QueryClientProvider client={queries}>
        <ImprimaturProvider config={imprimatur}>
          <Wallet />
          <Boundary>
            <Suspense fallback={<p>Loading …</p>}>
              <Studio config={imprimatur} />
            </Suspense>
          </Boundary>
        </ImprimaturProvider>
      </QueryClientProvider>
    </WagmiProvider>
  </StrictMode>,
);
