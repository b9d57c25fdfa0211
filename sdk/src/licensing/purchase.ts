import {
  type Address,
  bytesToHex,
  encodeAbiParameters,
  type Hex,
  hashStruct,
  keccak256,
  numberToHex,
  zeroAddress,
} from "viem";

/** EIP-712 type of a purchase; hashed as a struct, without a domain. */
export const PURCHASE_TYPES = {
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

/** What a buyer signs or sends: all of it goes into the purchase id. */
export type Purchase = {
  offerId: Hex;
  assetId: bigint;
  /** Account that may use the asset; need not be the payer. */
  licensee: Address;
  /** Account credited with the referral; the zero address for none. */
  referrer: Address;
  seats: number;
  /** Most token units that the payer gives. */
  maxTotal: bigint;
  /** Last second in which the purchase is valid, unix time. */
  deadline: number;
  /** Makes otherwise equal purchases differ. */
  salt: Hex;
};

/** A purchase with what has a sensible default left out. */
export type PurchaseArgs = Pick<Purchase, "offerId" | "assetId" | "licensee" | "maxTotal"> & Partial<Purchase>;

/** Seconds for which a purchase is valid by default. */
const VALIDITY = 3600;

/**
 * Completes a purchase: valid for an hour, one seat, no referrer, a random salt.
 *
 * @example
 * ```ts
 * const purchase = toPurchase({ offerId, assetId, licensee: buyer, maxTotal: 25_000_000n });
 * ```
 */
export function toPurchase(args: PurchaseArgs): Purchase {
  return {
    referrer: zeroAddress,
    seats: 0,
    deadline: Math.floor(Date.now() / 1000) + VALIDITY,
    salt: bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
    ...args,
  };
}

/** Tokens with keyed nonces count in these bits of an EIP-3009 nonce, so a purchase leaves them clear. */
const SEQUENCE = (1n << 64n) - 1n;

/** Id of a purchase on one chain and market: the payment's nonce, and of a record also the license id. */
export function hashPurchase(parameters: { chainId: number; licenseMarket: Address; purchase: Purchase }): Hex {
  const { chainId, licenseMarket, purchase } = parameters;
  const struct = hashStruct({ data: purchase, primaryType: "Purchase", types: PURCHASE_TYPES });
  const types = [{ type: "uint256" }, { type: "address" }, { type: "bytes32" }] as const;
  const hash = BigInt(keccak256(encodeAbiParameters(types, [BigInt(chainId), licenseMarket, struct])));
  return numberToHex(hash & ~SEQUENCE, { size: 32 });
}
