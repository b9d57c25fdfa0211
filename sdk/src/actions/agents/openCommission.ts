import type { Hash, Hex } from "viem";
import { commissionsOpen, commissionsCommissionOpenedEvent } from "../../abi/items/commissions.ts";
import { type CommissionArgs, fromCommissionInput, toCommissionInput } from "../../agents/commission.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace openCommission {
  type Args = CommissionArgs;
  type Parameters = On<"commissions"> & Args & SendOptions;
  type Result = { commissionId: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Commissions work in milestones; only the timelock may, once all rewards lie in the pot with the commission's id
 * (`fundPot`).
 *
 * @example
 * ```ts
 * const commission = { token: usdc, milestones: [{ assignee: agent, reward: 500_000_000n, deadline, brief }] };
 * const id = await client.getCommissionId(commission);
 * const total = 500_000_000n;
 * const calls = [
 *   fundPot.encode({ royaltySplitter, opener: commissions, id, token: usdc, amount: total }),
 *   openCommission.encode({ commissions, ...commission }),
 * ]; // for a proposal, after an approval of the total
 * ```
 */
export const openCommission: WriteAction<
  "commissions",
  openCommission.Args,
  typeof commissionsOpen,
  openCommission.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "commissions",
    item: commissionsOpen,
    event: commissionsCommissionOpenedEvent,
    toInputs: (args: openCommission.Args) => [toCommissionInput(args)],
    fromInputs: ([input]) => fromCommissionInput(input),
    fromEvents: (events) => only(events, ({ commissionId }): openCommission.Result => ({ commissionId })),
  }),
);

/** {@link openCommission}, waiting for the receipt. */
export const openCommissionAndWait: WaitingAction<"commissions", openCommission.Args, openCommission.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(openCommission));
