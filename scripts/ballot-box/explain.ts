import { curationAbi } from "@imprimatur/sdk/abi";
import { BaseError, decodeErrorResult, type Hex, isHex } from "viem";

/** Name of the error with which the gate refuses a call, or the node's own words. */
export function explainRevert(error: unknown): string {
  const data = revertData(error);
  if (data === undefined) return error instanceof BaseError ? error.shortMessage : String(error);
  try {
    return decodeErrorResult({ abi: curationAbi, data }).errorName;
  } catch {
    return data.slice(0, 10);
  }
}

function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const cause = error.walk((each) => isHex((each as { data?: unknown }).data)) as { data?: Hex } | null;
  return cause?.data;
}
