import { type Address, encodeFunctionData, type Hex } from "viem";
import { z } from "zod";
import { agentMandatesBuy, agentMandatesCall, agentMandatesPay } from "../abi/items/agentMandates.ts";
import { commissionsDeliver } from "../abi/items/commissions.ts";
import type { Call } from "../actions/internal/types.ts";
import { toPurchase } from "../actions/licensing/toPurchase.ts";
import type { AgentAct } from "../agent/act.ts";
import * as values from "../cli/values.ts";
import { toPurchaseInput } from "../licensing/purchase.ts";
import { studioOf, type McpContext } from "./context.ts";

/** Most bytes of calldata that a tool takes. */
const MAX_DATA = 24_576;

const calldata = values.bytes.refine((data) => data.length <= 2 + 2 * MAX_DATA, {
  error: `has more than ${MAX_DATA} bytes`,
});

/** What an act under a mandate is given by. */
export const ACTS = {
  pay: { payee: values.address, amount: values.integer.describe("units of the mandate's token"), purpose: values.hash },
  buy: { offerId: values.hash, assetId: values.integer, maxTotal: values.integer, seats: values.count.default(0) },
  call: { target: values.address, data: calldata },
} as const;

/** A lot that is committed; its leaves name its nonce. */
export const LOT = {
  ...{ recipeId: values.hash, root: values.hash, count: z.int().min(1).max(65_536), manifest: values.hash },
} as const;

/** A lot that is delivered for a milestone. */
export const DELIVERY = {
  ...{ commissionId: values.hash, milestone: z.int().min(0).max(15), lotId: values.integer },
} as const;

type Given<Name extends keyof typeof ACTS> = z.output<z.ZodObject<(typeof ACTS)[Name]>>;

export const toPay = ({ payee, amount, purpose }: Given<"pay">): AgentAct => ({ type: "pay", payee, amount, purpose });

export const toCall = ({ target, data }: Given<"call">): AgentAct => ({ type: "call", target, data });

/** A purchase for the studio's treasury. */
export async function toBuy(
  context: McpContext,
  given: Given<"buy"> & { studio?: Address | undefined },
): Promise<AgentAct> {
  const { studio, ...wanted } = given;
  const { timelock } = await studioOf(context, studio);
  return { type: "buy", purchase: await toPurchase(context.client, { ...wanted, licensee: timelock }) };
}

/** The transaction of an act. */
export function callOf(act: AgentAct, named: { mandates: Address; mandateId: Hex; policyHash: Hex }): Call {
  const { mandates: to, mandateId, policyHash } = named;
  switch (act.type) {
    case "pay": {
      const args = [mandateId, policyHash, act.payee, act.amount, act.purpose] as const;
      return { to, data: encodeFunctionData({ abi: [agentMandatesPay], args }) };
    }
    case "buy": {
      const args = [mandateId, policyHash, toPurchaseInput(act.purchase)] as const;
      return { to, data: encodeFunctionData({ abi: [agentMandatesBuy], args }) };
    }
    case "call": {
      const args = [mandateId, policyHash, act.target, act.data] as const;
      return { to, data: encodeFunctionData({ abi: [agentMandatesCall], args }) };
    }
    case "commit":
      throw new TypeError("A lot is committed to the registry.");
  }
}

export const deliveryOf = (commissions: Address, given: z.output<z.ZodObject<typeof DELIVERY>>): Call => ({
  to: commissions,
  data: encodeFunctionData({ abi: [commissionsDeliver], args: [given.commissionId, given.milestone, given.lotId] }),
});
