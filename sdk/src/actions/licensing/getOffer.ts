import type { Address, Hex } from "viem";
import { licenseMarketOfferOf } from "../../abi/items/licenseMarket.ts";
import { PERPETUAL } from "../../types/time.ts";
import { nameOf, namesOf } from "../../types/codec.ts";
import { type Scope, SCOPES, type Usage, USAGES } from "../../types/enums.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getOffer {
  type Args = { offerId: Hex };
  type Parameters = On<"licenseMarket"> & Args & ReadOptions;
  type ReturnType = {
    token: Address;
    /** Token units per license. */
    price: bigint;
    recipe: number;
    duration: bigint | "perpetual";
    /** Unix seconds. */
    start: bigint;
    end: bigint;
    usages: readonly Usage[];
    /** ppm of a derivative recipe's sales. */
    rate: number;
    referral: number;
    /** The only epoch of the recipe's licensor in which the offer sells. */
    controlEpoch: number;
    scope: Scope;
    scopeId: bigint;
    free: boolean;
    /** Whether each sale becomes a record instead of extending the plain license. */
    recorded: boolean;
    withdrawn: boolean;
    title: boolean;
    exclusive: boolean;
    transferable: boolean;
    revocable: boolean;
    /** 0 = unlimited. */
    supply: number;
    sold: number;
    /** 0 = unlimited. */
    perPayer: number;
    /** Most seats of one license. */
    seats: number;
    /** Seconds; 0 = no refunds. */
    refundWindow: number;
    /** ppm of the price that is kept on a refund. */
    penalty: number;
    referrerRoot: Hex;
    /** Owner of the token that sells; the zero address where the licensor or its agent does. */
    seller: Address;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads an offer as stored.
 *
 * @example
 * ```ts
 * const { price, token, usages } = await client.getOffer({ offerId });
 * ```
 */
export const getOffer: ReadAction<"licenseMarket", getOffer.Args, typeof licenseMarketOfferOf, getOffer.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "licenseMarket",
    item: licenseMarketOfferOf,
    toInputs: ({ offerId }: getOffer.Args) => [offerId],
    fromOutput: ({ duration, start, end, scope, usages, ...offer }): getOffer.ReturnType => ({
      ...offer,
      duration: BigInt(duration) === PERPETUAL ? "perpetual" : BigInt(duration),
      start: BigInt(start),
      end: BigInt(end),
      scope: nameOf(SCOPES, scope),
      usages: namesOf(USAGES, usages),
    }),
  });
