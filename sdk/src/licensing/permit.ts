import { type Address, encodeAbiParameters, type Hex, parseSignature, type TypedDataDomain } from "viem";

/** EIP-2612. */
const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

const PERMIT_DATA = [
  { type: "uint256" },
  { type: "uint256" },
  { type: "uint8" },
  { type: "bytes32" },
  { type: "bytes32" },
] as const;

/** What a permit allows, as tokens of EIP-2612 have it signed. */
type Permit = { owner: Address; spender: Address; value: bigint; nonce: bigint; deadline: bigint };

/** The EIP-712 message by which a token's holder allows an amount without a transaction. */
export function permitTypedData(domain: TypedDataDomain, message: Permit) {
  return { domain, types: PERMIT_TYPES, primaryType: "Permit", message } as const;
}

/** A signed permit as the market takes it. */
export function encodePermit({ value, deadline }: Pick<Permit, "value" | "deadline">, signature: Hex): Hex {
  const { r, s, yParity } = parseSignature(signature);
  return encodeAbiParameters(PERMIT_DATA, [value, deadline, 27 + yParity, r, s]);
}
