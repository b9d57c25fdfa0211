import type { Address, Hash, Hex } from "viem";
import { assetRegistryControlOfferedEvent, assetRegistryOfferControl } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace offerControl {
  type Args = { recipeId: Hex; /** The zero address takes an offer back. */ to: Address };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { recipe: number; licensor: Address; to: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Offers control of a recipe to another account, which has to accept it. Only the licensor may.
 *
 * @example
 * ```ts
 * await client.offerControlAndWait({ recipeId, to: buyer });
 * ```
 */
export const offerControl: WriteAction<
  "assetRegistry",
  offerControl.Args,
  typeof assetRegistryOfferControl,
  offerControl.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryOfferControl,
  event: assetRegistryControlOfferedEvent,
  toInputs: ({ recipeId, to }: offerControl.Args) => [recipeId, to],
  fromInputs: ([recipeId, to]) => ({ recipeId, to }),
});

/** {@link offerControl}, waiting for the receipt. */
export const offerControlAndWait: WaitingAction<"assetRegistry", offerControl.Args, offerControl.Result> =
  /* @__PURE__ */ andWait(offerControl);
