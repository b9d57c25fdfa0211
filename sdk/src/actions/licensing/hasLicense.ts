import type { Address } from "viem";
import { licensesHasLicense } from "../../abi/items/licenses.ts";
import { ordinalOf } from "../../types/codec.ts";
import { type Usage, USAGES } from "../../types/enums.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace hasLicense {
  type Args = { account: Address; assetId: bigint; usage: Usage };
  type Parameters = On<"licenses"> & Args & ReadOptions;
  type ReturnType = boolean;
  type ErrorType = ReadErrorType;
}

/**
 * Whether an account has a live plain license for the asset or its whole lot. Training, derivative and sublicense
 * rights are records: see `holdsLicense`.
 *
 * @example
 * ```ts
 * const allowed = await client.hasLicense({ account: buyer, assetId, usage: "commercial" });
 * ```
 */
export const hasLicense: ReadAction<"licenses", hasLicense.Args, typeof licensesHasLicense, boolean> =
  /* @__PURE__ */ defineRead({
    contract: "licenses",
    item: licensesHasLicense,
    toInputs: ({ account, assetId, usage }: hasLicense.Args) => [account, assetId, ordinalOf(USAGES, usage)],
    fromOutput: (has) => has,
  });
