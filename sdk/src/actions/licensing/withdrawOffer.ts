import type { Hash, Hex } from "viem";
import { licenseMarketOfferWithdrawnEvent, licenseMarketWithdrawOffer } from "../../abi/items/licenseMarket.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace withdrawOffer {
  type Args = { offerId: Hex };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = { offerId: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends an offer for good; licenses sold under it stay. Only the recipe's licensor may.
 *
 * @example
 * ```ts
 * await client.withdrawOfferAndWait({ offerId });
 * ```
 */
export const withdrawOffer: WriteAction<
  "licenseMarket",
  withdrawOffer.Args,
  typeof licenseMarketWithdrawOffer,
  withdrawOffer.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketWithdrawOffer,
  event: licenseMarketOfferWithdrawnEvent,
  toInputs: ({ offerId }: withdrawOffer.Args) => [offerId],
  fromInputs: ([offerId]) => ({ offerId }),
});

/** {@link withdrawOffer}, waiting for the receipt. */
export const withdrawOfferAndWait: WaitingAction<"licenseMarket", withdrawOffer.Args, withdrawOffer.Result> =
  /* @__PURE__ */ andWait(withdrawOffer);
