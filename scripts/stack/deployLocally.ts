import { type Address, createPublicClient, createTestClient, createWalletClient, http } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import {
  deployMocks,
  deployPermit2,
  deployProtocol,
  type Deployment,
  type MockName,
  type ProtocolName,
  readArtifacts,
} from "../deploy/index.ts";
import { installHistoryContract } from "./history.ts";

/** The mnemonic of Hardhat's funded accounts: public, worthless, the same everywhere. */
const MNEMONIC = "test test test test test test test test test test test junk";

/** The protocol and the test tokens on the local chain. */
export interface LocalDeployment {
  contracts: Deployment;
  addressOf: (name: "Deployer" | ProtocolName | MockName) => Address;
}

/** One of the funded accounts of the local chain, 0 to 19. */
export const localAccount = (index: number) => mnemonicToAccount(MNEMONIC, { addressIndex: index });

/** Deploys with the scripts that public networks use; the first account pays. */
export async function deployLocally(rpcUrl: string): Promise<LocalDeployment> {
  const transport = http(rpcUrl);
  const publicClient = createPublicClient({ chain: hardhat, transport });
  const walletClient = createWalletClient({ account: localAccount(0), chain: hardhat, transport });
  await installHistoryContract(createTestClient({ mode: "hardhat", chain: hardhat, transport }));
  const artifacts = await readArtifacts();
  const contracts: Deployment = {
    ...(await deployProtocol({ publicClient, walletClient, artifacts })),
    ...(await deployMocks({ publicClient, walletClient, artifacts })),
    Permit2: await deployPermit2({ publicClient, walletClient }),
  };
  const addressOf: LocalDeployment["addressOf"] = (name) => {
    const contract = contracts[name];
    if (contract === undefined) throw new Error(`${name} was not deployed: run npm run compile first`);
    return contract.address;
  };
  return { contracts, addressOf };
}
