import type { Hex } from "viem";

/** Return data of a reverted call, however deep the clients wrapped it. */
export function revertData(error: unknown): Hex | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { raw, data } = cause as Error & { raw?: unknown; data?: unknown };
    if (typeof raw === "string") return raw as Hex;
    if (typeof data === "string") return data as Hex;
  }
  return undefined;
}
