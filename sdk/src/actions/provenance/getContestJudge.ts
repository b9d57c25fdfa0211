import type { Address, Hex } from "viem";
import { provenanceJudgeOf } from "../../abi/items/provenance.ts";
import { zeroAddress } from "viem";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getContestJudge {
  type Args = { recipeId: Hex };
  type Parameters = On<"provenance"> & Args & ReadOptions;
  type ReturnType = Address | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * The timelock that rules contests of a recipe; undefined: nobody does.
 *
 * @example
 * ```ts
 * const judge = await client.getContestJudge({ recipeId });
 * ```
 */
export const getContestJudge: ReadAction<
  "provenance",
  getContestJudge.Args,
  typeof provenanceJudgeOf,
  getContestJudge.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "provenance",
    item: provenanceJudgeOf,
    toInputs: ({ recipeId }: getContestJudge.Args) => [recipeId],
    fromOutput: (judge): getContestJudge.ReturnType => (judge === zeroAddress ? undefined : judge),
  }),
);
