/** What a payer signs for Permit2: the transfer, with the purchase as witness. */
export const PERMIT_WITNESS_TYPES = {
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
  Purchase: [
    { name: "offerId", type: "bytes32" },
    { name: "assetId", type: "uint256" },
    { name: "licensee", type: "address" },
    { name: "referrer", type: "address" },
    { name: "seats", type: "uint32" },
    { name: "maxTotal", type: "uint96" },
    { name: "deadline", type: "uint40" },
    { name: "salt", type: "bytes32" },
  ],
} as const;
