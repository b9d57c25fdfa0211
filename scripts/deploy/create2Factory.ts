import { type Address, type Hex, parseEther } from "viem";
import type { DeployClients } from "./types.ts";

/** The CREATE2 factory that most chains already have, at the same address everywhere. */
export const CREATE2_FACTORY: Address = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

/** Sender of the presigned transaction: nobody holds its key, anybody may fund it. */
const PRESIGNED_SENDER: Address = "0x3fAB184622Dc19b6109349B94811493BF2a45362";

/** 100,000 gas at 100 gwei, the fixed price of the presigned transaction. */
const PRESIGNED_COST = parseEther("0.01");

const PRESIGNED_TRANSACTION: Hex =
  "0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222";

/** Makes sure that the canonical CREATE2 factory exists; costs 0.01 of the native currency where it does not. */
export async function ensureCreate2Factory({ publicClient, walletClient }: DeployClients): Promise<void> {
  if ((await publicClient.getCode({ address: CREATE2_FACTORY })) !== undefined) return;

  const balance = await publicClient.getBalance({ address: PRESIGNED_SENDER });
  if (balance < PRESIGNED_COST) {
    const funding = await walletClient.sendTransaction({ to: PRESIGNED_SENDER, value: PRESIGNED_COST - balance });
    await publicClient.waitForTransactionReceipt({ hash: funding });
  }
  const hash = await publicClient.sendRawTransaction({ serializedTransaction: PRESIGNED_TRANSACTION });
  await publicClient.waitForTransactionReceipt({ hash });
  if ((await publicClient.getCode({ address: CREATE2_FACTORY })) === undefined) {
    throw new Error("This chain did not accept the presigned transaction of the canonical CREATE2 factory.");
  }
}
