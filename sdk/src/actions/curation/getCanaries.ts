import type { Address, Hex } from "viem";
import { curationCanariesOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getCanaries {
  type Args = {
    root: Hex;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    poster: Address;
    /** Unix seconds. */
    deadline: bigint;
    count: number;
    opened: number;
    /** Units of the audit token. */
    bond: bigint;
    /** Unix seconds. */
    committedAt: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a set of canaries.
 *
 * @example
 * ```ts
 * const { opened, count } = await client.getCanaries({ root });
 * ```
 */
export const getCanaries: ReadAction<"curation", getCanaries.Args, typeof curationCanariesOf, getCanaries.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationCanariesOf,
    toInputs: ({ root }: getCanaries.Args) => [root],
    fromOutput: ({ deadline, committedAt, ...set }): getCanaries.ReturnType => ({
      ...set,
      deadline: BigInt(deadline),
      committedAt: BigInt(committedAt),
    }),
  });
