import type { Hex } from "viem";
import { commissionsCommissionIdOf } from "../../abi/items/commissions.ts";
import { type CommissionArgs, toCommissionInput } from "../../agents/commission.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getCommissionId {
  type Args = CommissionArgs;
  type Parameters = On<"commissions"> & Args & ReadOptions;
  type ReturnType = Hex;
  type ErrorType = ReadErrorType;
}

/**
 * The id of a commission before it is opened: the name of its pot.
 *
 * @example
 * ```ts
 * const commissionId = await client.getCommissionId({ token: usdc, milestones });
 * ```
 */
export const getCommissionId: ReadAction<
  "commissions",
  getCommissionId.Args,
  typeof commissionsCommissionIdOf,
  getCommissionId.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "commissions",
    item: commissionsCommissionIdOf,
    toInputs: (args: getCommissionId.Args) => [toCommissionInput(args)],
    fromOutput: (id): getCommissionId.ReturnType => id,
  }),
);
