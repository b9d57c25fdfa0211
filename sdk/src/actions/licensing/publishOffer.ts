import type { Address, Hash, Hex } from "viem";
import { licenseMarketOfferPublishedEvent, licenseMarketPublishOffer } from "../../abi/items/licenseMarket.ts";
import { fromOfferInput, type OfferArgs, toOfferInput } from "../../licensing/offer.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace publishOffer {
  type Args = OfferArgs;
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = { offerId: Hex; recipe: number; licensor: Address; offer: OfferArgs };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Publishes an offer under a recipe; only its licensor may, for a studio by a proposal.
 *
 * @example
 * ```ts
 * const call = publishOffer.encode({
 *   licenseMarket, recipeId, token: usdc, price: 25_000_000n, duration: "perpetual", end, usages: ["commercial"],
 * });
 * await client.proposeAndWait({ title: "Sell commercial licenses", calls: [call] });
 * ```
 */
export const publishOffer: WriteAction<
  "licenseMarket",
  publishOffer.Args,
  typeof licenseMarketPublishOffer,
  publishOffer.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketPublishOffer,
  event: licenseMarketOfferPublishedEvent,
  toInputs: (args: publishOffer.Args) => [toOfferInput(args)],
  fromInputs: ([input]) => fromOfferInput(input),
  fromEvents: (events) =>
    only(events, ({ input, ...offer }): publishOffer.Result => ({ ...offer, offer: fromOfferInput(input) })),
});

/** {@link publishOffer}, waiting for the receipt. */
export const publishOfferAndWait: WaitingAction<"licenseMarket", publishOffer.Args, publishOffer.Result> =
  /* @__PURE__ */ andWait(publishOffer);
