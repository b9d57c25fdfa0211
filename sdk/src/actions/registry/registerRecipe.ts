import type { Address, Hash, Hex } from "viem";
import { assetRegistryRecipeRegisteredEvent, assetRegistryRegisterRecipe } from "../../abi/items/assetRegistry.ts";
import { fromRecipeInput, type RecipeArgs, toRecipeInput } from "../../recipe/input.ts";
import { nameOf } from "../../types/codec.ts";
import { type Kind, KINDS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace registerRecipe {
  type Args = RecipeArgs & {
    /** Last second in which the signature is valid. */
    deadline?: bigint;
    /** The licensor's consent, from `signRecipeConsent`; not needed by the licensor or its studio's registrar. */
    signature?: Hex;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = {
    recipeId: Hex;
    /** Ordinal, which names the recipe in the ledger and in events. */
    recipe: number;
    licensor: Address;
    kind: Kind;
    /** Unix seconds; from then on no new lots. */
    validUntil: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Registers a recipe, once, and opens its royalty node.
 *
 * @example
 * ```ts
 * const { recipeId, recipe } = await client.registerRecipeAndWait({
 *   licensor: timelock,
 *   kind: "work",
 *   commitment: commitRecipe({ contents }).commitment,
 *   parents: [{ asset: modelAsset, licenseId }],
 *   split: [{ account: timelock, weight: 600_000 }, { account: engineer, weight: 400_000 }],
 * });
 * ```
 */
export const registerRecipe: WriteAction<
  "assetRegistry",
  registerRecipe.Args,
  typeof assetRegistryRegisterRecipe,
  registerRecipe.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryRegisterRecipe,
  event: assetRegistryRecipeRegisteredEvent,
  toInputs: ({ deadline = 0n, signature = "0x", ...recipe }: registerRecipe.Args) => [
    toRecipeInput(recipe),
    deadline,
    signature,
  ],
  fromInputs: ([recipe, deadline, signature]) => ({ ...fromRecipeInput(recipe), deadline, signature }),
  fromEvents: (events) =>
    only(events, ({ recipeId, recipe, licensor, kind, validUntil }): registerRecipe.Result => {
      return { recipeId, recipe, licensor, kind: nameOf(KINDS, kind), validUntil: BigInt(validUntil) };
    }),
});

/** {@link registerRecipe}, waiting for the receipt. */
export const registerRecipeAndWait: WaitingAction<"assetRegistry", registerRecipe.Args, registerRecipe.Result> =
  /* @__PURE__ */ andWait(registerRecipe);
