import type { Address, Hex } from "viem";
import { PERMIT2 } from "./permit2Address.ts";
import { PURCHASE_TYPES, type Purchase, toPurchaseInput } from "./purchase.ts";

/** EIP-712 types of a Permit2 payment whose witness is the purchase. */
export const PERMIT2_PURCHASE_TYPES = {
  PermitWitnessTransferFrom: [
    { name: "permitted", type: "TokenPermissions" },
    { name: "spender", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
    { name: "witness", type: "Purchase" },
  ],
  TokenPermissions: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
  ...PURCHASE_TYPES,
} as const;

/** What {@link permit2PurchaseTypedData} needs. */
export type Permit2PurchaseParameters = {
  chainId: number;
  royaltySplitter: Address;
  token: Address;
  /** Token units: the price for all seats. */
  gross: bigint;
  purchaseId: Hex;
  purchase: Purchase;
};

/** The EIP-712 message by which Permit2 pays for exactly one purchase, out of an allowance that the payer gave it. */
export function permit2PurchaseTypedData(parameters: Permit2PurchaseParameters) {
  const { chainId, royaltySplitter, token, gross, purchaseId, purchase } = parameters;
  return {
    domain: { name: "Permit2", chainId, verifyingContract: PERMIT2 },
    types: PERMIT2_PURCHASE_TYPES,
    primaryType: "PermitWitnessTransferFrom",
    message: {
      permitted: { token, amount: gross },
      spender: royaltySplitter,
      nonce: BigInt(purchaseId),
      deadline: purchase.deadline,
      witness: toPurchaseInput(purchase),
    },
  } as const;
}
