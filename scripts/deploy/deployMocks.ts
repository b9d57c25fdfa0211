import { deployByCreate2 } from "./deployByCreate2.ts";
import { ensureCreate2Factory } from "./create2Factory.ts";
import { MOCK_NAMES } from "./names.ts";
import type { CompiledArtifacts, DeployClients, Deployment } from "./types.ts";

/** Chain ids of Hardhat, Anvil, Ganache and Geth's developer mode. */
const LOCAL_CHAINS = new Set([31337, 1337]);

export interface DeployMocksParameters extends DeployClients {
  artifacts: CompiledArtifacts;
}

/** Deploys the test tokens, at the same addresses on every local network; refuses any other. */
export async function deployMocks(parameters: DeployMocksParameters): Promise<Deployment> {
  const chainId = await parameters.publicClient.getChainId();
  if (!LOCAL_CHAINS.has(chainId)) throw new Error(`Test tokens belong on local networks, not on chain ${chainId}.`);
  await ensureCreate2Factory(parameters);
  const deployment: Deployment = {};
  for (const name of MOCK_NAMES) {
    const artifact = parameters.artifacts[name];
    if (artifact !== undefined) deployment[name] = await deployByCreate2(parameters, artifact.bytecode);
  }
  return deployment;
}
