import type { Address, Hex } from "viem";
import { licensesSeatOf } from "../../abi/items/licenses.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getSeat {
  type Args = { licenseId: Hex; seat: number };
  type Parameters = On<"licenses"> & Args & ReadOptions;
  type ReturnType = Address;
  type ErrorType = ReadErrorType;
}

/**
 * Who sits on a seat of a license; the zero address for nobody.
 *
 * @example
 * ```ts
 * const colleague = await client.getSeat({ licenseId, seat: 1 });
 * ```
 */
export const getSeat: ReadAction<"licenses", getSeat.Args, typeof licensesSeatOf, getSeat.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "licenses",
    item: licensesSeatOf,
    toInputs: ({ licenseId, seat }: getSeat.Args) => [licenseId, seat],
    fromOutput: (account): getSeat.ReturnType => account,
  });
