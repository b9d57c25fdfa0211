import type { Address, Hash, Hex } from "viem";
import { assetRegistryRecipeSuspendedEvent, assetRegistrySuspendRecipe } from "../../abi/items/assetRegistry.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace suspendRecipe {
  type Args = {
    recipeId: Hex;
    /** Unix seconds, at most 30 days from now for a board. */
    until: bigint;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = {
    recipeId: Hex;
    ruler: Address;
    /** Unix seconds. */
    until: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Stops new lots of a recipe for a while; only the board of its licensor's studio, or its timelock, may.
 *
 * @example
 * ```ts
 * const call = suspendRecipe.encode({ assetRegistry, recipeId, until }); // a ratification, for a proposal
 * ```
 */
export const suspendRecipe: WriteAction<
  "assetRegistry",
  suspendRecipe.Args,
  typeof assetRegistrySuspendRecipe,
  suspendRecipe.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistrySuspendRecipe,
  event: assetRegistryRecipeSuspendedEvent,
  toInputs: ({ recipeId, until }: suspendRecipe.Args) => [recipeId, toSeconds(until)],
  fromInputs: ([recipeId, until]) => ({ recipeId, until: BigInt(until) }),
  fromEvents: (events) =>
    only(events, ({ until, ...suspended }): suspendRecipe.Result => ({ ...suspended, until: BigInt(until) })),
});

/** {@link suspendRecipe}, waiting for the receipt. */
export const suspendRecipeAndWait: WaitingAction<"assetRegistry", suspendRecipe.Args, suspendRecipe.Result> =
  /* @__PURE__ */ andWait(suspendRecipe);
