import { curationElectorateOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getElectorate {
  type Args = {
    epoch: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    /** Whose standing is not zero. */
    curators: number;
    /** Tenths of a unit of reputation. */
    standing: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the sum of curators' standings in an epoch.
 *
 * @example
 * ```ts
 * const { curators, standing } = await client.getElectorate({ epoch });
 * ```
 */
export const getElectorate: ReadAction<
  "curation",
  getElectorate.Args,
  typeof curationElectorateOf,
  getElectorate.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "curation",
  item: curationElectorateOf,
  toInputs: ({ epoch }: getElectorate.Args) => [epoch],
  fromOutput: ([curators, standing]): getElectorate.ReturnType => ({ curators, standing: BigInt(standing) }),
});
