import type { Address } from "viem";
import { agentMandatesQuotaOf } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getMandateQuota {
  type Args = { gate: Address; agent: Address };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = {
    /** Assets on one day (UTC). */
    perDay: number;
    /** On `day`. */
    used: number;
    /** Days since 1970. */
    day: number;
    /** Unix seconds; nothing before. */
    from: bigint;
    /** Unix seconds; nothing from then on. */
    until: bigint;
    policyVersion: number;
    /** Number of the mandate. */
    number: bigint;
    /** The least nonce that the next lot may have. */
    nonce: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads how much an agent may commit through a gate, and how its next lot is numbered.
 *
 * @example
 * ```ts
 * const { nonce } = await client.getMandateQuota({ gate: curation, agent });
 * const lot = await buildLot({ chainId, assetRegistry, producer: agent, nonce, recipeId, recipeCommitment, items });
 * ```
 */
export const getMandateQuota: ReadAction<
  "mandates",
  getMandateQuota.Args,
  typeof agentMandatesQuotaOf,
  getMandateQuota.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "mandates",
    item: agentMandatesQuotaOf,
    toInputs: ({ gate, agent }: getMandateQuota.Args) => [gate, agent],
    fromOutput: ({ next, from, until, ...quota }): getMandateQuota.ReturnType => ({
      ...quota,
      from: BigInt(from),
      until: BigInt(until),
      nonce: (BigInt(quota.policyVersion) << 32n) + BigInt(next),
    }),
  }),
);
