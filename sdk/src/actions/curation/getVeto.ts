import { curationVetoOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getVeto {
  type Args = {
    lotId: bigint;
    /** Number of the word of 256 assets. */
    word: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    mask: bigint;
    /** Unix seconds: then it lapses, unless it is confirmed. */
    until: bigint;
    confirmed: boolean;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the veto on a word of assets.
 *
 * @example
 * ```ts
 * const { mask, until } = await client.getVeto({ lotId, word });
 * ```
 */
export const getVeto: ReadAction<"curation", getVeto.Args, typeof curationVetoOf, getVeto.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationVetoOf,
    toInputs: ({ lotId, word }: getVeto.Args) => [lotId, word],
    fromOutput: ([mask, until, confirmed]): getVeto.ReturnType => ({ mask, until: BigInt(until), confirmed }),
  });
