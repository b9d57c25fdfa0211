import { type Address, keccak256 } from "viem";
import type { DeployClients, DeployedContract } from "./types.ts";

/** The record of a contract that must exist at `address`. */
export async function describeDeployed(
  publicClient: DeployClients["publicClient"],
  address: Address,
  block: number,
): Promise<DeployedContract> {
  const code = await publicClient.getCode({ address });
  if (code === undefined) throw new Error(`No contract came to exist at ${address}: the transaction failed.`);
  return { address, block, bytecodeHash: keccak256(code) };
}
