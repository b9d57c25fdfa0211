import type { Address } from "viem";
import { provenanceContestTermsOf } from "../../abi/items/provenance.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getContestTerms {
  type Args = { timelock: Address };
  type Parameters = On<"provenance"> & Args & ReadOptions;
  type ReturnType = { token: Address; bond: bigint };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a studio asks of those who contest its recipes; the zero address: they choose token and bond.
 *
 * @example
 * ```ts
 * const { token, bond } = await client.getContestTerms({ timelock });
 * ```
 */
export const getContestTerms: ReadAction<
  "provenance",
  getContestTerms.Args,
  typeof provenanceContestTermsOf,
  getContestTerms.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "provenance",
    item: provenanceContestTermsOf,
    toInputs: ({ timelock }: getContestTerms.Args) => [timelock],
    fromOutput: ([token, bond]): getContestTerms.ReturnType => ({ token, bond }),
  }),
);
