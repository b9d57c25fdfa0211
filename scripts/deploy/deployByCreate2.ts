import { type Address, concat, getContractAddress, type Hex, zeroHash } from "viem";
import { CREATE2_FACTORY } from "./create2Factory.ts";
import { describeDeployed } from "./describeDeployed.ts";
import type { DeployClients, DeployedContract } from "./types.ts";

/** Creates a contract through the canonical CREATE2 factory with salt 0, unless it is there already. */
export async function deployByCreate2(
  { publicClient, walletClient }: DeployClients,
  initCode: Hex,
  known?: DeployedContract,
): Promise<DeployedContract> {
  const address: Address = getContractAddress({
    opcode: "CREATE2",
    from: CREATE2_FACTORY,
    salt: zeroHash,
    bytecode: initCode,
  });
  if ((await publicClient.getCode({ address })) !== undefined) {
    return describeDeployed(publicClient, address, known?.block ?? 0);
  }
  const hash = await walletClient.sendTransaction({ to: CREATE2_FACTORY, data: concat([zeroHash, initCode]) });
  const receipt = await publicClient.waitForTransactionReceipt({ hash });
  return describeDeployed(publicClient, address, Number(receipt.blockNumber));
}
