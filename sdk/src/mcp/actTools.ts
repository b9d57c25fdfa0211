import { z } from "zod";
import { commitLot } from "../actions/registry/commitLot.ts";
import type { AgentAct } from "../agent/act.ts";
import { nextLotNonce } from "../agent/checkAct.ts";
import * as values from "../cli/values.ts";
import { ActRefusedError } from "../errors/agent.ts";
import { toLotId } from "../types/ids.ts";
import { ACTS, callOf, DELIVERY, deliveryOf, LOT, toBuy, toCall, toPay } from "./acts.ts";
import { agentOf, type McpAgent, type McpContext, moduleOf } from "./context.ts";
import { type ActRequest, type AllowedAct, sendOnce } from "./sendOnce.ts";
import { defineTool, type Tool } from "./tool.ts";

const requestId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{8,64}$/u, { error: "is no id of 8 to 64 letters, digits and . _ : -" })
  .describe("new for each act; the same one when you ask again for the same act, which is then not done twice");

/** Makes a tool that signs one act for a request, and tells what came of it to whoever asks again. */
function defineAct<const Shape extends z.ZodRawShape>(definition: {
  name: string;
  about: string;
  input: Shape;
  toAct: (context: McpContext, agent: McpAgent, given: z.output<z.ZodObject<Shape>>) => Promise<AllowedAct>;
}): Tool {
  const { name, about, input, toAct } = definition;
  return defineTool({
    ...{ name, kind: "sign", about, input: { requestId, ...input } },
    async run(context, asked, signal) {
      const { requestId: id, ...given } = asked as unknown as z.output<z.ZodObject<Shape>> & { requestId: string };
      const agent = await agentOf(context);
      const request = { requestId: id, tool: name, given: given as ActRequest["given"], signal };
      return sendOnce(agent, request, () => toAct(context, agent, given as never));
    },
  });
}

/** The call of an act, if the mandate allows it. */
async function allowed({ account, mandates }: McpAgent, act: AgentAct): Promise<AllowedAct> {
  const refusal = await account.check(act);
  if (refusal !== undefined) throw new ActRefusedError(refusal);
  const { mandateId, policyHash } = account;
  return { call: callOf(act, { mandates, mandateId, policyHash }) };
}

const actPay = defineAct({
  ...{ name: "act_pay", about: "Pays a listed payee from the treasury, within the agent's mandate.", input: ACTS.pay },
  toAct: (_, agent, given) => allowed(agent, toPay(given)),
});

const actBuy = defineAct({
  ...{ name: "act_buy", about: "Buys a license for the treasury, within the agent's mandate.", input: ACTS.buy },
  toAct: async (context, agent, given) => allowed(agent, await toBuy(context, given)),
});

const actCall = defineAct({
  ...{ name: "act_call", about: "Calls a listed function, within the agent's mandate.", input: ACTS.call },
  toAct: (_, agent, given) => allowed(agent, toCall(given)),
});

const actCommit = defineAct({
  name: "act_commit",
  about:
    "Commits a lot within the agent's quota. Without a nonce the next one is taken, which must be that of the leaves.",
  input: { ...LOT, nonce: values.integer.optional() },
  async toAct({ addresses }, { account }, { nonce: given, ...lot }) {
    const state = await account.readMandate();
    const nonce = given ?? nextLotNonce(state);
    const { gate } = state;
    const lotId = toLotId(account.address, nonce);
    const refusal = await account.check({ type: "commit", lotId, count: lot.count, gate });
    if (refusal !== undefined) throw new ActRefusedError(refusal);
    return { call: commitLot.encode({ ...addresses, ...lot, nonce, gate }), lotId };
  },
});

const actDeliver = defineAct({
  ...{ name: "act_deliver", about: "Delivers a committed lot of the agent for a milestone.", input: DELIVERY },
  async toAct(context, { commissions }, given) {
    return { call: deliveryOf(commissions ?? (await moduleOf(context, "commissions")).address, given) };
  },
});

/** Tools that sign: there only where the operator put an agent with a mandate behind the server. */
export const ACT_TOOLS: readonly Tool[] = [actPay, actBuy, actCall, actCommit, actDeliver];
