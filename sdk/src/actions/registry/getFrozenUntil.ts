import { assetRegistryFrozenUntil } from "../../abi/items/assetRegistry.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getFrozenUntil {
  type Args = { assetId: bigint };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * First second in which an asset is no longer frozen, unix time; 0 where it is not.
 *
 * @example
 * ```ts
 * const until = await client.getFrozenUntil({ assetId });
 * ```
 */
export const getFrozenUntil: ReadAction<
  "assetRegistry",
  getFrozenUntil.Args,
  typeof assetRegistryFrozenUntil,
  getFrozenUntil.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "assetRegistry",
  item: assetRegistryFrozenUntil,
  toInputs: ({ assetId }: getFrozenUntil.Args) => [assetId],
  fromOutput: (until): getFrozenUntil.ReturnType => BigInt(until),
});
