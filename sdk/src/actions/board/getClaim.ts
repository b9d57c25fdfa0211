import type { Address } from "viem";
import { ethicsBoardClaimOf } from "../../abi/items/ethicsBoard.ts";
import { nameOf } from "../../types/codec.ts";
import { type Finding, FINDINGS, type SubjectKind, SUBJECT_KINDS } from "../../types/enums.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getClaim {
  type Args = { claimId: bigint };
  type Parameters = On<"board"> & Args & ReadOptions;
  type ReturnType = {
    claimant: Address;
    kind: SubjectKind;
    subject: bigint;
    /** `none`: not answered. */
    finding: Finding;
    /** Answered or lapsed, and the bond is on its way. */
    closed: boolean;
    /** Unix seconds. */
    filedAt: bigint;
    token: Address;
    /** Units of the token. */
    bond: bigint;
    /** The review that answered it; 0: none. */
    reviewId: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a claim that somebody filed with the ethics board.
 *
 * @example
 * ```ts
 * const { finding, reviewId } = await client.getClaim({ claimId });
 * ```
 */
export const getClaim: ReadAction<"board", getClaim.Args, typeof ethicsBoardClaimOf, getClaim.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "board",
    item: ethicsBoardClaimOf,
    toInputs: ({ claimId }: getClaim.Args) => [claimId],
    fromOutput: ({ kind, finding, filedAt, ...claim }): getClaim.ReturnType => ({
      ...claim,
      kind: nameOf(SUBJECT_KINDS, kind),
      finding: nameOf(FINDINGS, finding),
      filedAt: BigInt(filedAt),
    }),
  });
