import type { Address, Hex } from "viem";
import { assetRegistryRecipeUseOf } from "../../abi/items/assetRegistry.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRecipeUse {
  type Args = { recipeId: Hex; user: Address };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = { /** Unix seconds; 0 = no grant. */ until: bigint; independent: boolean };
  type ErrorType = ReadErrorType;
}

/**
 * Whether and until when an account may commit lots under a recipe of somebody else.
 *
 * @example
 * ```ts
 * const { until } = await client.getRecipeUse({ recipeId, user });
 * ```
 */
export const getRecipeUse: ReadAction<
  "assetRegistry",
  getRecipeUse.Args,
  typeof assetRegistryRecipeUseOf,
  getRecipeUse.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "assetRegistry",
  item: assetRegistryRecipeUseOf,
  toInputs: ({ recipeId, user }: getRecipeUse.Args) => [recipeId, user],
  fromOutput: ([until, independent]): getRecipeUse.ReturnType => ({ until: BigInt(until), independent }),
});
