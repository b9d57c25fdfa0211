import type { Address } from "viem";
import { PROTOCOL_VERSION } from "../types/protocol.ts";

/** EIP-712 type of a payee's order to send its balance elsewhere. */
export const WITHDRAWAL_TYPES = {
  Withdrawal: [
    { name: "token", type: "address" },
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** EIP-712 type by which both sides agree that a payee's income moves. */
export const PAYEE_MIGRATION_TYPES = {
  PayeeMigration: [
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** What RoyaltySplitter's signatures are bound to. */
export function royaltySplitterDomain(chainId: number, royaltySplitter: Address) {
  return {
    name: "Imprimatur RoyaltySplitter",
    version: PROTOCOL_VERSION,
    chainId,
    verifyingContract: royaltySplitter,
  } as const;
}
