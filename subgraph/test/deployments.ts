import { type Address, numberToHex } from "viem";
import { SINGLETONS } from "../scripts/sources.ts";

/** A deployment file for the manifest: every singleton, each at an address and a block of its own. */
export function deploymentAt(chain: number): Record<string, { address: Address; block: number }> {
  return Object.fromEntries(
    SINGLETONS.map(({ contract }, i) => [
      contract,
      { address: numberToHex((BigInt(chain) << 16n) | BigInt(i + 1), { size: 20 }), block: chain + i },
    ]),
  );
}
