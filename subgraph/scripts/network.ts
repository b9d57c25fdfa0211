/** graph-node's names of the chains that people deploy to; the local stack calls its chain `hardhat`. */
const NETWORKS: Readonly<Record<number, string>> = {
  1: "mainnet",
  10: "optimism",
  137: "matic",
  8453: "base",
  31337: "hardhat",
  42161: "arbitrum-one",
  84532: "base-sepolia",
  421614: "arbitrum-sepolia",
  11155111: "sepolia",
  11155420: "optimism-sepolia",
};

/** Id of the chain that graph-node calls by this name. */
export function chainOf(network: string): number {
  const found = Object.entries(NETWORKS).find(([, name]) => name === network);
  if (found === undefined) throw new Error(`no chain is known by the name ${network}: pass --chain and --network`);
  return Number(found[0]);
}

/** Network name of a manifest for the chain. */
export function networkOf(chainId: number): string {
  const network = NETWORKS[chainId];
  if (network === undefined) throw new Error(`no network name is known for chain ${chainId}: pass --network`);
  return network;
}
