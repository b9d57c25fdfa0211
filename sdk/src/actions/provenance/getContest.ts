import type { Address, Hex } from "viem";
import { provenanceContestOf } from "../../abi/items/provenance.ts";
import { nameOf } from "../../types/codec.ts";
import { type Finding, FINDINGS } from "../../types/enums.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getContest {
  type Args = { contestId: bigint };
  type Parameters = On<"provenance"> & Args & ReadOptions;
  type ReturnType = {
    /** The zero address: there is no such contest. */
    claimant: Address;
    /** Until when it is ruled, unix seconds. */
    deadline: bigint;
    finding: Finding;
    closed: boolean;
    token: Address;
    bond: bigint;
    recipeId: Hex;
    parent: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a contest of a recipe's lineage.
 *
 * @example
 * ```ts
 * const { finding, closed } = await client.getContest({ contestId });
 * ```
 */
export const getContest: ReadAction<"provenance", getContest.Args, typeof provenanceContestOf, getContest.ReturnType> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineRead({
      contract: "provenance",
      item: provenanceContestOf,
      toInputs: ({ contestId }: getContest.Args) => [contestId],
      fromOutput: ({ deadline, finding, ...contest }): getContest.ReturnType => ({
        ...contest,
        deadline: BigInt(deadline),
        finding: nameOf(FINDINGS, finding),
      }),
    }),
  );
