import type { Hex } from "viem";
import { licensesExclusiveOf } from "../../abi/items/licenses.ts";
import { zeroHash } from "viem";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getExclusive {
  type Args = { assetId: bigint };
  type Parameters = On<"licenses"> & Args & ReadOptions;
  type ReturnType = Hex | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * The exclusive license that was last sold on an asset; undefined where there was none.
 *
 * @example
 * ```ts
 * const licenseId = await client.getExclusive({ assetId });
 * ```
 */
export const getExclusive: ReadAction<
  "licenses",
  getExclusive.Args,
  typeof licensesExclusiveOf,
  getExclusive.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "licenses",
  item: licensesExclusiveOf,
  toInputs: ({ assetId }: getExclusive.Args) => [assetId],
  fromOutput: (licenseId): getExclusive.ReturnType => (licenseId === zeroHash ? undefined : licenseId),
});
