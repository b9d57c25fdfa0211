import type { Address, Hex } from "viem";
import { agentMandatesMandateIdOf } from "../../abi/items/agentMandates.ts";
import { zeroHash } from "viem";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getMandateId {
  type Args = { agent: Address };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = Hex | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * Finds the last mandate of an agent, which may be over.
 *
 * @example
 * ```ts
 * const mandateId = await client.getMandateId({ agent });
 * ```
 */
export const getMandateId: ReadAction<
  "mandates",
  getMandateId.Args,
  typeof agentMandatesMandateIdOf,
  getMandateId.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "mandates",
    item: agentMandatesMandateIdOf,
    toInputs: ({ agent }: getMandateId.Args) => [agent],
    fromOutput: (id): getMandateId.ReturnType => (id === zeroHash ? undefined : id),
  }),
);
