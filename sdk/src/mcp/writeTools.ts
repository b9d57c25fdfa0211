import { type Address, encodeFunctionData, type Hex } from "viem";
import { sendCall } from "../actions/internal/sendCall.ts";
import { z } from "zod";
import { agentMandatesBuy, agentMandatesCall, agentMandatesPay } from "../abi/items/agentMandates.ts";
import { commissionsDeliver } from "../abi/items/commissions.ts";
import { vote } from "../actions/governance/vote.ts";
import type { Call } from "../actions/internal/types.ts";
import { purchaseLicense } from "../actions/licensing/purchaseLicense.ts";
import { quotePurchase } from "../actions/licensing/quotePurchase.ts";
import { toPurchase } from "../actions/licensing/toPurchase.ts";
import { commitLot } from "../actions/registry/commitLot.ts";
import { withdraw } from "../actions/royalties/withdraw.ts";
import type { AgentAct } from "../agent/act.ts";
import { checkAct, nextLotNonce } from "../agent/checkAct.ts";
import { readMandateState } from "../agent/readMandateState.ts";
import * as values from "../cli/values.ts";
import { ActRefusedError } from "../errors/agent.ts";
import { toPurchaseInput } from "../licensing/purchase.ts";
import { SUPPORTS } from "../types/enums.ts";
import { toLotId } from "../types/ids.ts";
import { agentOf, type McpContext, studioOf } from "./context.ts";
import { Said } from "./marking.ts";
import { moduleOf } from "./readTools.ts";
import { defineTool, type Tool } from "./tool.ts";

const studio = values.address.optional().describe("the studio; the server's own by default");

/** Calls that somebody else signs and sends, one after the other. */
function unsigned({ chainId }: McpContext, from: Address | undefined, calls: readonly Call[]) {
  const told = calls.map(({ to, data, value = 0n }) => ({ to, data, value }));
  return {
    signed: false,
    chainId,
    from,
    calls: told,
    then: new Said("Nothing was sent. Show these calls to whoever signs."),
  };
}

const prepareVote = defineTool({
  ...{ name: "prepare_vote", kind: "prepare", about: "The unsigned call of a vote on a proposal." },
  input: {
    proposalId: values.integer,
    support: values.oneOf(SUPPORTS),
    reason: z.string().max(2_000).optional(),
    studio,
  },
  async run(context, { studio: named, reason, ...args }) {
    const { governor } = await studioOf(context, named);
    return unsigned(context, undefined, [
      vote.encode({ governor, ...args, ...(reason === undefined ? {} : { reason }) }),
    ]);
  },
});

const preparePurchase = defineTool({
  ...{ name: "prepare_purchase", kind: "prepare" },
  about: "The unsigned calls of a purchase: an approval of exactly the price, and the purchase.",
  input: { offerId: values.hash, assetId: values.integer, payer: values.address, maxTotal: values.integer },
  async run(context, { offerId, assetId, payer, maxTotal }) {
    const { client, addresses } = context;
    const purchase = await toPurchase(client, { offerId, assetId, licensee: payer, maxTotal });
    const { requirements } = await quotePurchase(client, { ...addresses, purchase, payer });
    return unsigned(context, payer, [...requirements, purchaseLicense.encode({ ...addresses, purchase })]);
  },
});

const prepareWithdrawal = defineTool({
  ...{ name: "prepare_withdrawal", kind: "prepare", about: "The unsigned call that sends an account its royalties." },
  input: { payee: values.address, token: values.address },
  run: (context, { payee, token }) =>
    Promise.resolve(unsigned(context, undefined, [withdraw.encode({ ...context.addresses, payee, token })])),
});

/** What an act under a mandate is given by. */
const ACTS = {
  pay: { payee: values.address, amount: values.integer.describe("units of the mandate's token"), purpose: values.hash },
  buy: { offerId: values.hash, assetId: values.integer, maxTotal: values.integer, seats: values.count.default(0) },
  call: { target: values.address, data: values.bytes },
} as const;

type Given<Name extends keyof typeof ACTS> = z.output<z.ZodObject<(typeof ACTS)[Name]>>;

const toPay = ({ payee, amount, purpose }: Given<"pay">): AgentAct => ({ type: "pay", payee, amount, purpose });
const toCall = ({ target, data }: Given<"call">): AgentAct => ({ type: "call", target, data });
async function toBuy(context: McpContext, mandates: Address, given: Given<"buy">): Promise<AgentAct> {
  const { timelock } = await readMandateState(context.client, {
    mandates,
    mandateId: ZERO,
    addresses: context.addresses,
  });
  return { type: "buy", purchase: await toPurchase(context.client, { ...given, licensee: timelock }) };
}

const ZERO: Hex = `0x${"0".repeat(64)}`;

/** The transaction of an act. */
function callOf(act: AgentAct, named: { mandates: Address; mandateId: Hex; policyHash: Hex }): Call {
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
    case "call":
      return {
        to,
        data: encodeFunctionData({ abi: [agentMandatesCall], args: [mandateId, policyHash, act.target, act.data] }),
      };
    case "commit":
      throw new TypeError("A lot is committed to the registry.");
  }
}

const mandate = { mandateId: values.hash, studio };

/** The unsigned call of an act, and whether the mandate would allow it now. */
async function prepareAct(context: McpContext, named: { mandates: Address; mandateId: Hex }, act: AgentAct) {
  const { client, addresses } = context;
  const state = await readMandateState(client, { ...named, addresses, acts: [act] });
  const { agent, policyHash } = state.mandate ?? { agent: named.mandates, policyHash: ZERO };
  const refusal = checkAct(state, act, { agent, policyHash });
  const allowed =
    refusal === undefined
      ? { allowed: true }
      : {
          allowed: false,
          refusal: { ...refusal, errorName: new Said(refusal.errorName), hint: new Said(refusal.hint) },
        };
  return { ...allowed, ...unsigned(context, agent, [callOf(act, { ...named, policyHash })]) };
}

const preparePay = defineTool({
  ...{
    name: "prepare_pay",
    kind: "prepare",
    about: "The unsigned call of a payment under a mandate, and whether it is allowed.",
  },
  input: { ...mandate, ...ACTS.pay },
  run: async (context, { mandateId, studio: named, ...given }) =>
    prepareAct(context, { mandates: await moduleOf(context, "mandates", named), mandateId }, toPay(given)),
});

const prepareBuy = defineTool({
  ...{
    name: "prepare_buy",
    kind: "prepare",
    about: "The unsigned call of a license bought under a mandate, and whether it is allowed.",
  },
  input: { ...mandate, ...ACTS.buy },
  async run(context, { mandateId, studio: named, ...given }) {
    const mandates = await moduleOf(context, "mandates", named);
    return prepareAct(context, { mandates, mandateId }, await toBuy(context, mandates, given));
  },
});

const prepareCall = defineTool({
  ...{
    name: "prepare_call",
    kind: "prepare",
    about: "The unsigned call of a listed function under a mandate, and whether it is allowed.",
  },
  input: { ...mandate, ...ACTS.call },
  run: async (context, { mandateId, studio: named, ...given }) =>
    prepareAct(context, { mandates: await moduleOf(context, "mandates", named), mandateId }, toCall(given)),
});

const LOT = {
  recipeId: values.hash,
  root: values.hash,
  count: z.int().min(1).max(65_536),
  manifest: values.hash,
} as const;

const prepareCommit = defineTool({
  ...{ name: "prepare_commit", kind: "prepare", about: "The unsigned call that commits a lot to a studio's gate." },
  input: { ...LOT, nonce: values.integer, studio },
  async run(context, { studio: named, ...lot }) {
    const { curation: gate } = await studioOf(context, named);
    return unsigned(context, undefined, [commitLot.encode({ ...context.addresses, ...lot, gate })]);
  },
});

const DELIVERY = { commissionId: values.hash, milestone: z.int().min(0).max(15), lotId: values.integer } as const;

const deliveryOf = (commissions: Address, given: z.output<z.ZodObject<typeof DELIVERY>>): Call => ({
  to: commissions,
  data: encodeFunctionData({ abi: [commissionsDeliver], args: [given.commissionId, given.milestone, given.lotId] }),
});

const prepareDelivery = defineTool({
  ...{ name: "prepare_delivery", kind: "prepare", about: "The unsigned call that delivers a lot for a milestone." },
  input: { ...DELIVERY, studio },
  run: async (context, { studio: named, ...given }) =>
    unsigned(context, undefined, [deliveryOf(await moduleOf(context, "commissions", named), given)]),
});

/** Tools that return calls for others to sign. */
export const PREPARE_TOOLS: readonly Tool[] = [
  ...[
    prepareVote,
    preparePurchase,
    prepareWithdrawal,
    preparePay,
    prepareBuy,
    prepareCall,
    prepareCommit,
    prepareDelivery,
  ],
];

/** Signs and sends an act, if the mandate allows it. */
async function act(context: McpContext, toAct: (mandates: Address) => Promise<AgentAct> | AgentAct) {
  const { account, wallet, mandates } = agentOf(context);
  const { mandateId, policyHash } = account;
  const made = await toAct(mandates);
  const refusal = await account.check(made);
  if (refusal !== undefined) throw new ActRefusedError(refusal);
  return sent(await sendCall(wallet, callOf(made, { mandates, mandateId, policyHash }), account));
}

const sent = ({
  transactionHash,
  blockNumber,
  gasUsed,
}: {
  transactionHash: Hex;
  blockNumber: bigint;
  gasUsed: bigint;
}) => ({
  signed: true,
  transaction: transactionHash,
  block: blockNumber,
  gas: gasUsed,
});

const actPay = defineTool({
  ...{ name: "act_pay", kind: "sign", about: "Pays a listed payee from the treasury, within the agent's mandate." },
  input: ACTS.pay,
  run: (context, given) => act(context, () => toPay(given)),
});

const actBuy = defineTool({
  ...{ name: "act_buy", kind: "sign", about: "Buys a license for the treasury, within the agent's mandate." },
  input: ACTS.buy,
  run: (context, given) => act(context, (mandates) => toBuy(context, mandates, given)),
});

const actCall = defineTool({
  ...{ name: "act_call", kind: "sign", about: "Calls a listed function, within the agent's mandate." },
  input: ACTS.call,
  run: (context, given) => act(context, () => toCall(given)),
});

const actCommit = defineTool({
  ...{ name: "act_commit", kind: "sign" },
  about:
    "Commits a lot within the agent's quota. Without a nonce the next one is taken, which must be that of the leaves.",
  input: { ...LOT, nonce: values.integer.optional() },
  async run(context, { nonce: given, ...lot }) {
    const { account, wallet } = agentOf(context);
    const state = await account.readMandate();
    const nonce = given ?? nextLotNonce(state);
    const { gate } = state;
    const refusal = await account.check({
      type: "commit",
      lotId: toLotId(account.address, nonce),
      count: lot.count,
      gate,
    });
    if (refusal !== undefined) throw new ActRefusedError(refusal);
    const call = commitLot.encode({ ...context.addresses, ...lot, nonce, gate });
    return { ...sent(await sendCall(wallet, call, account)), lotId: toLotId(account.address, nonce) };
  },
});

const actDeliver = defineTool({
  ...{ name: "act_deliver", kind: "sign", about: "Delivers a committed lot of the agent for a milestone." },
  input: DELIVERY,
  async run(context, given) {
    const { account, wallet, commissions } = agentOf(context);
    const to = commissions ?? (await moduleOf(context, "commissions"));
    return sent(await sendCall(wallet, deliveryOf(to, given), account));
  },
});

/** Tools that sign: there only where the operator put an agent with a mandate behind the server. */
export const SIGN_TOOLS: readonly Tool[] = [actPay, actBuy, actCall, actCommit, actDeliver];
