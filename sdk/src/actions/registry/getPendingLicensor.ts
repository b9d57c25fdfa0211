import type { Address, Hex } from "viem";
import { assetRegistryPendingLicensorOf } from "../../abi/items/assetRegistry.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getPendingLicensor {
  type Args = { recipeId: Hex };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = Address;
  type ErrorType = ReadErrorType;
}

/**
 * Whom control of a recipe was offered to; the zero address for nobody.
 *
 * @example
 * ```ts
 * const to = await client.getPendingLicensor({ recipeId });
 * ```
 */
export const getPendingLicensor: ReadAction<
  "assetRegistry",
  getPendingLicensor.Args,
  typeof assetRegistryPendingLicensorOf,
  getPendingLicensor.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "assetRegistry",
  item: assetRegistryPendingLicensorOf,
  toInputs: ({ recipeId }: getPendingLicensor.Args) => [recipeId],
  fromOutput: (to): getPendingLicensor.ReturnType => to,
});
