import { type Address, parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { ActionClient, ReadOptions } from "../actions/internal/types.ts";
import { ForeignContractError } from "../errors/governance.ts";
import { defined } from "../types/defined.ts";

const SAFE = /* @__PURE__ */ parseAbi(["function getOwners() view returns (address[])"]);

/**
 * A studio's founders out of a Safe's owners.
 *
 * @example
 * ```ts
 * const founders = await foundersFromSafe(client, { safe });
 * ```
 */
export async function foundersFromSafe(
  client: ActionClient,
  { safe, blockNumber }: { safe: Address } & ReadOptions,
): Promise<Address[]> {
  try {
    const request = { address: safe, abi: SAFE, functionName: "getOwners", ...defined({ blockNumber }) } as const;
    return [...(await readContract(client, request))];
  } catch (error) {
    throw new ForeignContractError(safe, "Safe", error);
  }
}
