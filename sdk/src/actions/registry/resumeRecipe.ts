import type { Address, Hash, Hex } from "viem";
import { assetRegistryRecipeSuspendedEvent, assetRegistryResumeRecipe } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace resumeRecipe {
  type Args = {
    recipeId: Hex;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = {
    recipeId: Hex;
    ruler: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends the suspension of a recipe; anybody may once it is over, who rules the recipe before.
 *
 * @example
 * ```ts
 * await client.resumeRecipeAndWait({ recipeId });
 * ```
 */
export const resumeRecipe: WriteAction<
  "assetRegistry",
  resumeRecipe.Args,
  typeof assetRegistryResumeRecipe,
  resumeRecipe.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryResumeRecipe,
  event: assetRegistryRecipeSuspendedEvent,
  toInputs: ({ recipeId }: resumeRecipe.Args) => [recipeId],
  fromInputs: ([recipeId]) => ({ recipeId }),
  fromEvents: (events) => only(events, ({ until: _, ...resumed }): resumeRecipe.Result => resumed),
});

/** {@link resumeRecipe}, waiting for the receipt. */
export const resumeRecipeAndWait: WaitingAction<"assetRegistry", resumeRecipe.Args, resumeRecipe.Result> =
  /* @__PURE__ */ andWait(resumeRecipe);
