import type { Address } from "viem";
import { licensesPlainLicenseOf } from "../../abi/items/licenses.ts";
import type { PlainLicense } from "../../licensing/sale.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getPlainLicense {
  type Args = { account: Address; assetId: bigint };
  type Parameters = On<"licenses"> & Args & ReadOptions;
  type ReturnType = PlainLicense;
  type ErrorType = ReadErrorType;
}

/**
 * Reads the expiries of an account's plain license, without that of the whole lot.
 *
 * @example
 * ```ts
 * const { commercial } = await client.getPlainLicense({ account: buyer, assetId });
 * ```
 */
export const getPlainLicense: ReadAction<
  "licenses",
  getPlainLicense.Args,
  typeof licensesPlainLicenseOf,
  getPlainLicense.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "licenses",
  item: licensesPlainLicenseOf,
  toInputs: ({ account, assetId }: getPlainLicense.Args) => [account, assetId],
  fromOutput: ([personal, commercial, advertising]): getPlainLicense.ReturnType => ({
    personal: BigInt(personal),
    commercial: BigInt(commercial),
    advertising: BigInt(advertising),
  }),
});
