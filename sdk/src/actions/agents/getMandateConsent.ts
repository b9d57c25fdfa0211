import { type Address, type Hex, zeroHash } from "viem";
import { agentMandatesConsentOf } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getMandateConsent {
  type Args = { agent: Address };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = Hex | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * The hash of the terms that an account consented to, and members have not granted yet.
 *
 * @example
 * ```ts
 * const isReady = (await client.getMandateConsent({ agent })) === hashMandateTerms(mandate);
 * ```
 */
export const getMandateConsent: ReadAction<
  "mandates",
  getMandateConsent.Args,
  typeof agentMandatesConsentOf,
  getMandateConsent.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "mandates",
    item: agentMandatesConsentOf,
    toInputs: ({ agent }: getMandateConsent.Args) => [agent],
    fromOutput: (terms): getMandateConsent.ReturnType => (terms === zeroHash ? undefined : terms),
  }),
);
