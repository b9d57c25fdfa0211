import type { Address, Hex } from "viem";
import { agentMandatesIsCall } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace isMandateCall {
  type Args = { mandateId: Hex; target: Address; selector: Hex };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = boolean;
  type ErrorType = ReadErrorType;
}

/**
 * Whether a mandate lists a function.
 *
 * @example
 * ```ts
 * const mayBeCalled = await client.isMandateCall({ mandateId, target, selector });
 * ```
 */
export const isMandateCall: ReadAction<
  "mandates",
  isMandateCall.Args,
  typeof agentMandatesIsCall,
  isMandateCall.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "mandates",
    item: agentMandatesIsCall,
    toInputs: ({ mandateId, target, selector }: isMandateCall.Args) => [mandateId, target, selector],
    fromOutput: (listed): isMandateCall.ReturnType => listed,
  }),
);
