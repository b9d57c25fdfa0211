import { type Address, encodeAbiParameters, type Hex, hashStruct, keccak256, numberToHex } from "viem";
import { toSeconds } from "../types/time.ts";

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
  /** 0 and 1 both mean one seat. */
  seats: number;
  /** Most token units that the payer gives. */
  maxTotal: bigint;
  /** Last second in which the purchase is valid, unix time. */
  deadline: bigint;
  /** Makes otherwise equal purchases differ. */
  salt: Hex;
};

/** The struct of a purchase as contracts take it. */
export type PurchaseInput = Omit<Purchase, "deadline"> & { deadline: number };

/** A purchase as contracts take it. */
export function toPurchaseInput(purchase: Purchase): PurchaseInput {
  return { ...purchase, deadline: toSeconds(purchase.deadline) };
}

/** The inverse of {@link toPurchaseInput}. */
export function fromPurchaseInput(input: PurchaseInput): Purchase {
  return { ...input, deadline: BigInt(input.deadline) };
}

/** Token units that a purchase costs: the offer's price for each seat. */
export function grossOf(price: bigint, { seats }: Pick<Purchase, "seats">): bigint {
  return price * BigInt(Math.max(seats, 1));
}

/** Tokens with keyed nonces count in these bits of an EIP-3009 nonce, so a purchase leaves them clear. */
const SEQUENCE = (1n << 64n) - 1n;

/** Id of a purchase on one chain and market: the payment's nonce, and of a record also the license id. */
export function hashPurchase(parameters: { chainId: number; licenseMarket: Address; purchase: Purchase }): Hex {
  const { chainId, licenseMarket, purchase } = parameters;
  const struct = hashStruct({ data: toPurchaseInput(purchase), primaryType: "Purchase", types: PURCHASE_TYPES });
  const types = [{ type: "uint256" }, { type: "address" }, { type: "bytes32" }] as const;
  const hash = BigInt(keccak256(encodeAbiParameters(types, [BigInt(chainId), licenseMarket, struct])));
  return numberToHex(hash & ~SEQUENCE, { size: 32 });
}
