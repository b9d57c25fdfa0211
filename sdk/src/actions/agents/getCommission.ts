import type { Address, Hex } from "viem";
import { commissionsCommissionOf } from "../../abi/items/commissions.ts";
import { type Milestone, toMilestone } from "../../agents/commission.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getCommission {
  type Args = { commissionId: Hex };
  type Parameters = On<"commissions"> & Args & ReadOptions;
  type ReturnType = {
    token: Address;
    /** Unix seconds. */
    openedAt: bigint;
    milestones: readonly Milestone[];
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a commission and where its milestones stand.
 *
 * @example
 * ```ts
 * const { milestones } = await client.getCommission({ commissionId });
 * ```
 */
export const getCommission: ReadAction<
  "commissions",
  getCommission.Args,
  typeof commissionsCommissionOf,
  getCommission.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "commissions",
    item: commissionsCommissionOf,
    toInputs: ({ commissionId }: getCommission.Args) => [commissionId],
    fromOutput: ([token, openedAt, milestones]): getCommission.ReturnType => ({
      token,
      openedAt: BigInt(openedAt),
      milestones: milestones.map(toMilestone),
    }),
  }),
);
