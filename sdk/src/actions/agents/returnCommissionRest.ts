import type { Address, Hash, Hex } from "viem";
import { commissionsReturnRest, commissionsRestReturnedEvent } from "../../abi/items/commissions.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace returnCommissionRest {
  type Args = { commissionId: Hex; token: Address };
  type Parameters = On<"commissions"> & Args & SendOptions;
  type Result = { commissionId: Hex; token: Address; amount: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Credits to the studio what is in the pot of a commission beyond the rewards; anybody may, of one that was not
 * opened only the timelock.
 *
 * @example
 * ```ts
 * await client.returnCommissionRestAndWait({ commissionId, token: usdc });
 * ```
 */
export const returnCommissionRest: WriteAction<
  "commissions",
  returnCommissionRest.Args,
  typeof commissionsReturnRest,
  returnCommissionRest.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "commissions",
    item: commissionsReturnRest,
    event: commissionsRestReturnedEvent,
  }),
);

/** {@link returnCommissionRest}, waiting for the receipt. */
export const returnCommissionRestAndWait: WaitingAction<
  "commissions",
  returnCommissionRest.Args,
  returnCommissionRest.Result
> = /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(returnCommissionRest));
