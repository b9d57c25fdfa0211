import type { Address, Hex } from "viem";
import { agentMandatesIsPayee } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace isMandatePayee {
  type Args = { mandateId: Hex; payee: Address };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = boolean;
  type ErrorType = ReadErrorType;
}

/**
 * Whether a mandate lists a payee.
 *
 * @example
 * ```ts
 * const mayBePaid = await client.isMandatePayee({ mandateId, payee: vendor });
 * ```
 */
export const isMandatePayee: ReadAction<
  "mandates",
  isMandatePayee.Args,
  typeof agentMandatesIsPayee,
  isMandatePayee.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "mandates",
    item: agentMandatesIsPayee,
    toInputs: ({ mandateId, payee }: isMandatePayee.Args) => [mandateId, payee],
    fromOutput: (listed): isMandatePayee.ReturnType => listed,
  }),
);
