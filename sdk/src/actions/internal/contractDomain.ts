import type { Address, TypedDataDomain } from "viem";
import { getEip712Domain } from "viem/actions";
import type { ActionClient } from "./types.ts";

/** Parts of an EIP-712 domain in the order of ERC-5267's bits. */
const PARTS = ["name", "version", "chainId", "verifyingContract", "salt"] as const;

/** What a contract's signatures are bound to, as ERC-5267 tells it: only the parts that it says it uses. */
export async function contractDomain(client: ActionClient, address: Address): Promise<TypedDataDomain> {
  const { domain, fields } = await getEip712Domain(client, { address });
  const used = PARTS.filter((_, bit) => (Number(fields) & (1 << bit)) !== 0);
  return Object.fromEntries(used.map((part) => [part, domain[part]]));
}
