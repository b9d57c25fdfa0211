import { createPublicClient, createWalletClient, defineChain, http, isHex, size } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { deployMocks } from "./deployMocks.ts";
import { deployPermit2 } from "./deployPermit2.ts";
import { readDeployment, writeDeployment } from "./deploymentFile.ts";
import { deployProtocol } from "./deployProtocol.ts";
import { readArtifacts } from "./readArtifacts.ts";
import type { DeployClients } from "./types.ts";

const USAGE = "RPC_URL=https://… PRIVATE_KEY=0x… npm run deploy";

/** Reads the environment and asks the node for its chain. */
async function connect(): Promise<DeployClients> {
  const url = process.env["RPC_URL"] ?? "";
  const key = process.env["PRIVATE_KEY"] ?? "";
  if (!/^https?:\/\//.test(url)) throw new Error(`RPC_URL must be an http(s) address. Usage: ${USAGE}`);
  if (!isHex(key) || size(key) !== 32) throw new Error(`PRIVATE_KEY must be 0x and 64 hex digits. Usage: ${USAGE}`);
  const transport = http(url);
  const id = await createPublicClient({ transport })
    .getChainId()
    .catch(() => Promise.reject(new Error(`No Ethereum node answers at ${new URL(url).origin}.`)));
  const chain = defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: "Native", symbol: "NATIVE", decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  });
  return {
    publicClient: createPublicClient({ chain, transport }),
    walletClient: createWalletClient({ chain, transport, account: privateKeyToAccount(key) }),
  };
}

async function main(): Promise<void> {
  const clients = await connect();
  const chainId = clients.publicClient.chain.id;
  const artifacts = await readArtifacts();
  const known = await readDeployment(chainId);
  const deployment = { ...known };
  await deployProtocol({
    ...clients,
    artifacts,
    known,
    onDeployed: (name, contract) => {
      deployment[name] = contract;
      console.log(`${name.padEnd(16)} ${contract.address}  block ${contract.block}`);
    },
  }).finally(() => writeDeployment(chainId, deployment));
  if (process.argv.includes("--mocks")) {
    Object.assign(deployment, await deployMocks({ ...clients, artifacts }), { Permit2: await deployPermit2(clients) });
  }
  console.log(`Written: ${await writeDeployment(chainId, deployment)}`);
}

main().catch((error: unknown) => {
  const { shortMessage, message } = error as { shortMessage?: string; message: string };
  console.error(shortMessage ?? message);
  process.exitCode = 1;
});
