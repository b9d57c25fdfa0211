import type { Address, Hex } from "viem";
import { licensesHoldsLicense } from "../../abi/items/licenses.ts";
import { ordinalOf } from "../../types/codec.ts";
import { type Usage, USAGES } from "../../types/enums.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace holdsLicense {
  type Args = { licenseId: Hex; account: Address; assetId: bigint; usage: Usage };
  type Parameters = On<"licenses"> & Args & ReadOptions;
  type ReturnType = boolean;
  type ErrorType = ReadErrorType;
}

/**
 * Whether an account holds a license record that is live for a usage of the asset.
 *
 * @example
 * ```ts
 * const allowed = await client.holdsLicense({ licenseId, account: maker, assetId, usage: "training" });
 * ```
 */
export const holdsLicense: ReadAction<"licenses", holdsLicense.Args, typeof licensesHoldsLicense, boolean> =
  /* @__PURE__ */ defineRead({
    contract: "licenses",
    item: licensesHoldsLicense,
    toInputs: ({ licenseId, account, assetId, usage }: holdsLicense.Args) => [
      licenseId,
      account,
      assetId,
      ordinalOf(USAGES, usage),
    ],
    fromOutput: (holds) => holds,
  });
