import type { Address } from "viem";
import { PROTOCOL_VERSION } from "../types/protocol.ts";

/** EIP-712 type by which a ballot key agrees to serve a member. */
export const CURATOR_KEY_TYPES = {
  CuratorKey: [
    { name: "account", type: "address" },
    { name: "key", type: "address" },
  ],
} as const;

/** The EIP-712 message that a ballot key signs. */
export function curatorKeyTypedData(parameters: {
  chainId: number;
  curation: Address;
  account: Address;
  key: Address;
}) {
  const { chainId, curation, account, key } = parameters;
  const domain = {
    name: "Imprimatur Curation",
    version: PROTOCOL_VERSION,
    chainId,
    verifyingContract: curation,
  } as const;
  return { domain, types: CURATOR_KEY_TYPES, primaryType: "CuratorKey", message: { account, key } } as const;
}
