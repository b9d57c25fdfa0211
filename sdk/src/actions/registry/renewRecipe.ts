import type { Hash, Hex } from "viem";
import { assetRegistryRecipeRenewedEvent, assetRegistryRenewRecipe } from "../../abi/items/assetRegistry.ts";
import { zeroHash } from "viem";
import { fromRecipeInput, type RecipeArgs, toRecipeInput } from "../../recipe/input.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace renewRecipe {
  type Args = RecipeArgs & {
    /** A new license for each licensed parent. */
    renewals: readonly { asset: bigint; licenseId: Hex }[];
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { recipe: number; /** Unix seconds; 2^40−1 = never. */ validUntil: bigint; licenseIds: readonly Hex[] };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets a recipe whose licenses run out commit lots again, with new licenses at rates not above the frozen ones. The
 * recipe must be exactly the registered one.
 *
 * @example
 * ```ts
 * await client.renewRecipeAndWait({ ...recipe, renewals: [{ asset: modelAsset, licenseId }] });
 * ```
 */
export const renewRecipe: WriteAction<
  "assetRegistry",
  renewRecipe.Args,
  typeof assetRegistryRenewRecipe,
  renewRecipe.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryRenewRecipe,
  event: assetRegistryRecipeRenewedEvent,
  toInputs: ({ renewals, ...recipe }: renewRecipe.Args) => {
    const input = toRecipeInput(recipe);
    const licenses = new Map(renewals.map(({ asset, licenseId }) => [asset, licenseId]));
    return [input, input.parents.map(({ asset }) => licenses.get(asset) ?? zeroHash)];
  },
  fromInputs: ([input, licenseIds]) => {
    const renewed = input.parents.map(({ asset }, place) => ({ asset, licenseId: licenseIds[place] ?? zeroHash }));
    return { ...fromRecipeInput(input), renewals: renewed.filter(({ licenseId }) => licenseId !== zeroHash) };
  },
  fromEvents: (events) =>
    only(events, ({ validUntil, ...renewed }): renewRecipe.Result => ({ ...renewed, validUntil: BigInt(validUntil) })),
});

/** {@link renewRecipe}, waiting for the receipt. */
export const renewRecipeAndWait: WaitingAction<"assetRegistry", renewRecipe.Args, renewRecipe.Result> =
  /* @__PURE__ */ andWait(renewRecipe);
