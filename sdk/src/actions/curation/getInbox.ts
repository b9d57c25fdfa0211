import { curationInboxOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getInbox {
  type Args = {
    lotId: bigint;
    round: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    charterVersion: number;
    /** Indices, oldest first. */
    curators: readonly number[];
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads whose ballots were cast directly.
 *
 * @example
 * ```ts
 * const { curators } = await client.getInbox({ lotId, round: 0 });
 * ```
 */
export const getInbox: ReadAction<"curation", getInbox.Args, typeof curationInboxOf, getInbox.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationInboxOf,
    toInputs: ({ lotId, round }: getInbox.Args) => [lotId, round],
    fromOutput: ([charterVersion, curators]): getInbox.ReturnType => ({ charterVersion, curators }),
  });
