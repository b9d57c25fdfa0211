import { readFile } from "node:fs/promises";
import { type Address, concat, getContractAddress, type Hex, isAddressEqual, toHex } from "viem";
import { CREATE2_FACTORY, ensureCreate2Factory } from "./create2Factory.ts";
import { describeDeployed } from "./describeDeployed.ts";
import type { DeployClients, DeployedContract } from "./types.ts";

/** Uniswap's Permit2 has the same address on every chain that has it. */
export const PERMIT2: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";

/** Salt under which Uniswap deployed it through the canonical CREATE2 factory. */
const SALT: Hex = "0x0000000000000000000000000000000000000000d3af2663da51c10215000000";

/** File with its creation code (MIT) in the package of predeployed contracts. */
const CREATION_CODE = `bin/${PERMIT2}.bytecode`;

/** Creates the real Permit2 where a local network lacks it. Other code could not have this address. */
export async function deployPermit2(clients: DeployClients): Promise<DeployedContract> {
  const { publicClient, walletClient } = clients;
  if ((await publicClient.getCode({ address: PERMIT2 })) !== undefined) {
    return describeDeployed(publicClient, PERMIT2, 0);
  }
  await ensureCreate2Factory(clients);
  const bytecode = await readCreationCode();
  const address = getContractAddress({ opcode: "CREATE2", from: CREATE2_FACTORY, salt: SALT, bytecode });
  if (!isAddressEqual(address, PERMIT2)) throw new Error(`The creation code is not Permit2's: it leads to ${address}.`);
  const hash = await walletClient.sendTransaction({ to: CREATE2_FACTORY, data: concat([SALT, bytecode]) });
  const { blockNumber } = await publicClient.waitForTransactionReceipt({ hash });
  return describeDeployed(publicClient, PERMIT2, Number(blockNumber));
}

async function readCreationCode(): Promise<Hex> {
  const manifest = import.meta.resolve("hardhat-predeploy/package.json");
  return toHex(await readFile(new URL(CREATION_CODE, manifest)));
}
