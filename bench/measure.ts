import type { Hash } from "viem";
import type { Protocol } from "../test/helpers/protocol.ts";
import type { Measurement } from "./context.ts";

interface StructLog {
  op: string;
  gasCost: number;
}

/** Charges of an SSTORE that turns zero into something, warm and cold slot (EIP-2929). */
const NEW_SLOT = new Set([20_000, 22_100]);

/** Charges of an SSTORE that changes what was there. */
const UPDATED_SLOT = new Set([2_900, 5_000]);

/** Gas and slots of a mined transaction. */
export async function measure({ connection, publicClient }: Protocol, hash: Hash): Promise<Measurement> {
  const receipt = await publicClient.waitForTransactionReceipt({ hash });
  if (receipt.status !== "success") throw new Error(`Transaction ${hash} failed`);
  const { structLogs } = (await connection.provider.request({
    method: "debug_traceTransaction",
    params: [hash, { disableMemory: true, disableStack: true, disableStorage: true }],
  })) as { structLogs: StructLog[] };
  const stores = structLogs.filter(({ op }) => op === "SSTORE");
  return {
    gas: Number(receipt.gasUsed),
    newSlots: stores.filter(({ gasCost }) => NEW_SLOT.has(gasCost)).length,
    updatedSlots: stores.filter(({ gasCost }) => UPDATED_SLOT.has(gasCost)).length,
  };
}
