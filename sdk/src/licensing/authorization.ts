import type { Address, Hex, TypedDataDomain } from "viem";

/** EIP-3009: the payee itself has to present the authorization. */
export const RECEIVE_WITH_AUTHORIZATION_TYPES = {
  ReceiveWithAuthorization: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "validAfter", type: "uint256" },
    { name: "validBefore", type: "uint256" },
    { name: "nonce", type: "bytes32" },
  ],
} as const;

/** What {@link purchaseAuthorizationTypedData} needs. */
export type PurchaseAuthorizationParameters = {
  /** The token's own EIP-712 domain. */
  domain: TypedDataDomain;
  payer: Address;
  royaltySplitter: Address;
  /** The offer's price. */
  value: bigint;
  /** Last second in which the purchase is valid. */
  deadline: bigint;
  purchaseId: Hex;
};

/** The EIP-712 message by which a payer's token pays for exactly one purchase. */
export function purchaseAuthorizationTypedData(parameters: PurchaseAuthorizationParameters) {
  const { domain, payer, royaltySplitter, value, deadline, purchaseId } = parameters;
  return {
    domain,
    types: RECEIVE_WITH_AUTHORIZATION_TYPES,
    primaryType: "ReceiveWithAuthorization",
    message: {
      from: payer,
      to: royaltySplitter,
      value,
      validAfter: 0n,
      validBefore: deadline + 1n,
      nonce: purchaseId,
    },
  } as const;
}
