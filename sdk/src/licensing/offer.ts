import { type Address, type Hex, zeroHash } from "viem";
import { bitsOf, nameOf, namesOf, ordinalOf } from "../types/codec.ts";
import { PERPETUAL, toSeconds } from "../types/time.ts";
import { type Scope, SCOPES, type Usage, USAGES } from "../types/enums.ts";

/** Immutable terms of an offer; what is absent is zero. */
export type OfferArgs = {
  recipeId: Hex;
  /** Which of the recipe's assets are covered; all of them by default. */
  scope?: Scope;
  /** Lot id or asset id, for these scopes. */
  scopeId?: bigint;
  /** ERC-20 in which the price is paid. */
  token: Address;
  /** Token units per license. */
  price: bigint;
  /** Seconds a license lasts. */
  duration: bigint | "perpetual";
  /** First second of sale, unix time; from publication on by default. */
  start?: bigint;
  /** First second after the sale, unix time. */
  end: bigint;
  usages: readonly Usage[];
  /** ppm of a derivative recipe's sales; only with training or derivative among the usages. */
  rate?: number;
  /** Confirms that a price of zero is meant. */
  free?: boolean;
  /** ISO 3166-1 numeric code that the licensee declares to keep to; 0 = world-wide. */
  territory?: number;
  /** Number of the standard text that applies. */
  legalPreset?: number;
  /** SHA-256 of the license text. */
  textHash?: Hex;
  /** Lets the same terms be published again. */
  salt?: Hex;
  /** ppm of the gross for the referrer whom a purchase names, at most 100,000. */
  referral?: number;
  /** Conveys the asset itself instead of a license. */
  title?: boolean;
  /** Nobody else is licensed while the license lives. */
  exclusive?: boolean;
  /** The license is a token that may change hands. */
  transferable?: boolean;
  /** The studio that committed the asset may end the license against a refund. */
  revocable?: boolean;
  /** Most licenses that are sold; 0 = unlimited. */
  supply?: number;
  /** Most licenses that one payer may buy; needed with a supply. */
  perPayer?: number;
  /** Most seats of one license; 0 = one. */
  seats?: number;
  /** Seconds in which an unused license may be returned; 0 = never. */
  refundWindow?: number;
  /** ppm of the price that is kept when a license is returned. */
  penalty?: number;
  /** Root of the accepted referrers: see `buildReferrerList` in `/merkle`. */
  referrerRoot?: Hex;
};

/** Fields of the struct that read the same in both forms. */
const ZEROS = {
  scopeId: 0n,
  rate: 0,
  free: false,
  territory: 0,
  legalPreset: 0,
  textHash: zeroHash,
  salt: zeroHash,
  referral: 0,
  title: false,
  exclusive: false,
  transferable: false,
  revocable: false,
  supply: 0,
  perPayer: 0,
  seats: 0,
  refundWindow: 0,
  penalty: 0,
  referrerRoot: zeroHash,
} as const satisfies Partial<OfferArgs>;

/** The struct of an offer as contracts take it. */
export type OfferInput = Omit<Required<OfferArgs>, "scope" | "duration" | "start" | "end" | "usages"> & {
  scope: number;
  duration: number;
  start: number;
  end: number;
  usages: number;
};

/** Fills in what is absent. */
export function toOfferInput({ scope = "recipe", duration, start = 0n, end, usages, ...args }: OfferArgs): OfferInput {
  return {
    ...ZEROS,
    ...args,
    scope: ordinalOf(SCOPES, scope),
    duration: toSeconds(duration === "perpetual" ? PERPETUAL : duration),
    start: toSeconds(start),
    end: toSeconds(end),
    usages: bitsOf(USAGES, usages),
  };
}

/** The inverse of {@link toOfferInput}. */
export function fromOfferInput({ scope, duration, start, end, usages, ...input }: OfferInput): OfferArgs {
  return {
    ...input,
    scope: nameOf(SCOPES, scope),
    duration: BigInt(duration) === PERPETUAL ? "perpetual" : BigInt(duration),
    start: BigInt(start),
    end: BigInt(end),
    usages: namesOf(USAGES, usages),
  };
}
