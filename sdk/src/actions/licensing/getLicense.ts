import type { Address, Hex } from "viem";
import { licensesRecordOf } from "../../abi/items/licenses.ts";
import { nameOf, namesOf } from "../../types/codec.ts";
import { LICENSE_STATUSES, type LicenseStatus, type Usage, USAGES } from "../../types/enums.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getLicense {
  type Args = { licenseId: Hex };
  type Parameters = On<"licenses"> & Args & ReadOptions;
  type ReturnType = {
    holder: Address;
    /** First second in which it is over, unix time; 2^40−1 = perpetual. */
    expiry: bigint;
    /** ppm of a derivative recipe's sales. */
    rate: number;
    usages: readonly Usage[];
    assetId: bigint;
    /** Ordinal of the recipe that was registered with it; 0 = none yet. */
    usedBy: number;
    /** Unix seconds. */
    boughtAt: bigint;
    /** Token units paid. */
    price: bigint;
    seats: number;
    offerId: Hex;
    status: LicenseStatus;
    /** Whether it is a token that may change hands. */
    transferable: boolean;
    exclusive: boolean;
    revocable: boolean;
    /** Whether it ever changed hands. */
    transferred: boolean;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a license record: training and derivative rights, and everything that is not plain.
 *
 * @example
 * ```ts
 * const { holder, rate, usedBy } = await client.getLicense({ licenseId: purchaseId });
 * ```
 */
export const getLicense: ReadAction<"licenses", getLicense.Args, typeof licensesRecordOf, getLicense.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "licenses",
    item: licensesRecordOf,
    toInputs: ({ licenseId }: getLicense.Args) => [licenseId],
    fromOutput: ({ usages, status, expiry, boughtAt, ...record }): getLicense.ReturnType => ({
      ...record,
      usages: namesOf(USAGES, usages),
      status: nameOf(LICENSE_STATUSES, status),
      expiry: BigInt(expiry),
      boughtAt: BigInt(boughtAt),
    }),
  });
