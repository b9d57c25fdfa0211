import { type Address, type Hex, zeroAddress } from "viem";
import { agentMandatesHeadOf, agentMandatesIsLive, agentMandatesMandateOf } from "../../abi/items/agentMandates.ts";
import type { SpendingLimits } from "../../agents/mandate.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readManyOfAgents } from "../internal/readManyOfAgents.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getMandate {
  type Args = { mandateId: Hex };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = {
    agent: Address;
    /** Who answers for it. */
    sponsor: Address;
    /** From where its calls are made; owns nothing. */
    account: Address;
    /** ERC-20 it may spend; undefined: none. */
    token: Address | undefined;
    /** What the agent echoes on every act. */
    policyHash: Hex;
    policyVersion: number;
    limits: SpendingLimits;
    /** In the present period, units of the token. */
    spent: bigint;
    /** Of the lifetime cap, units of the token. */
    left: bigint;
    /** First second in which it is over, unix time. */
    validUntil: bigint;
    /** Nothing can be done before, unix seconds. */
    pausedUntil: bigint;
    /** First second in which the quota is zero, unix time. */
    reviewAt: bigint;
    /** Assets that may be committed on one day (UTC). */
    quota: number;
    revoked: boolean;
    /** Whether its agent may act now. */
    live: boolean;
    /** Newest link of the log: see `hashAct` in `/mandates`. */
    head: Hex;
    /** How many acts there were. */
    acts: number;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a mandate as it stands, in one round trip.
 *
 * @example
 * ```ts
 * const { live, policyHash, limits, spent, left } = await client.getMandate({ mandateId });
 * ```
 */
export async function getMandate(
  client: ActionClient,
  parameters: getMandate.Parameters,
): Promise<getMandate.ReturnType> {
  const on = { address: addressIn("mandates", parameters), args: [parameters.mandateId] } as const;
  const [mandate, live, head] = await readManyOfAgents(
    client,
    [
      { ...on, abi: [agentMandatesMandateOf], functionName: "mandateOf" },
      { ...on, abi: [agentMandatesIsLive], functionName: "isLive" },
      { ...on, abi: [agentMandatesHeadOf], functionName: "headOf" },
    ],
    parameters,
  );
  const { token, validUntil, pausedUntil, reviewAt, ...rest } = mandate;
  return {
    ...rest,
    token: token === zeroAddress ? undefined : token,
    validUntil: BigInt(validUntil),
    pausedUntil: BigInt(pausedUntil),
    reviewAt: BigInt(reviewAt),
    live,
    head,
    acts: Number(BigInt.asUintN(40, BigInt(head))),
  };
}
