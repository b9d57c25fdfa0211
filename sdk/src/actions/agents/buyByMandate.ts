import type { Address, Hash, Hex } from "viem";
import { agentMandatesBuy, agentMandatesMandateBoughtEvent } from "../../abi/items/agentMandates.ts";
import { fromPurchaseInput, type Purchase, toPurchaseInput } from "../../licensing/purchase.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace buyByMandate {
  type Args = {
    mandateId: Hex;
    /** Policy under which the agent acts. */
    policyHash: Hex;
    /** From `toPurchase`; the licensee is the studio's timelock. */
    purchase: Purchase;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    mandateId: Hex;
    purchaseId: Hex;
    offerId: Hex;
    /** Who sold it: the licensor, or the token's owner. */
    seller: Address;
    amount: bigint;
    /** The mandate's log after this act; its low 40 bits number it. */
    head: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Buys a license for the treasury; only the mandate's agent may, from a listed seller.
 *
 * @example
 * ```ts
 * const purchase = await agent.toPurchase({ offerId, assetId, licensee: timelock, maxTotal: price });
 * await agent.buyByMandateAndWait({ mandateId, policyHash, purchase });
 * ```
 */
export const buyByMandate: WriteAction<"mandates", buyByMandate.Args, typeof agentMandatesBuy, buyByMandate.Result> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "mandates",
      item: agentMandatesBuy,
      event: agentMandatesMandateBoughtEvent,
      toInputs: ({ mandateId, policyHash, purchase }: buyByMandate.Args) => [
        mandateId,
        policyHash,
        toPurchaseInput(purchase),
      ],
      fromInputs: ([mandateId, policyHash, purchase]) => ({
        mandateId,
        policyHash,
        purchase: fromPurchaseInput(purchase),
      }),
    }),
  );

/** {@link buyByMandate}, waiting for the receipt. */
export const buyByMandateAndWait: WaitingAction<"mandates", buyByMandate.Args, buyByMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(buyByMandate));
