import type { Address, Hash, Hex } from "viem";
import { agentMandatesConsent, agentMandatesMandateConsentedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace consentToMandate {
  type Args = {
    /** `hashMandateTerms` of just what members vote for; the zero hash takes the consent back. */
    terms: Hex;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = { agent: Address; terms: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Consents to a mandate, as the account that is to act under it. Without it no vote makes an account an agent, which has
 * no votes; it is used up when the mandate is granted.
 *
 * @example
 * ```ts
 * const terms = hashMandateTerms({ agent: account.address, sponsor: alice, policyHash, validUntil, reviewAt, quota: 100 });
 * await client.consentToMandateAndWait({ terms });
 * ```
 */
export const consentToMandate: WriteAction<
  "mandates",
  consentToMandate.Args,
  typeof agentMandatesConsent,
  consentToMandate.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesConsent,
    event: agentMandatesMandateConsentedEvent,
  }),
);

/** {@link consentToMandate}, waiting for the receipt. */
export const consentToMandateAndWait: WaitingAction<"mandates", consentToMandate.Args, consentToMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(consentToMandate));
