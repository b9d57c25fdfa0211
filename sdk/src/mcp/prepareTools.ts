import type { Address, Hex } from "viem";
import type { Call } from "../actions/internal/types.ts";
import { vote } from "../actions/governance/vote.ts";
import { purchaseLicense } from "../actions/licensing/purchaseLicense.ts";
import { quotePurchase } from "../actions/licensing/quotePurchase.ts";
import { toPurchase } from "../actions/licensing/toPurchase.ts";
import { commitLot } from "../actions/registry/commitLot.ts";
import { withdraw } from "../actions/royalties/withdraw.ts";
import type { AgentAct } from "../agent/act.ts";
import { checkAct } from "../agent/checkAct.ts";
import * as values from "../cli/values.ts";
import { SUPPORTS } from "../types/enums.ts";
import { ACTS, callOf, DELIVERY, deliveryOf, LOT, toBuy, toCall, toPay } from "./acts.ts";
import { mandateOf, type McpContext, moduleOf, studioOf } from "./context.ts";
import { Said } from "./marking.ts";
import { defineTool, type Tool, words } from "./tool.ts";

const studio = values.address.optional().describe("the studio; the server's own by default");

/** Most bytes of a voter's reason. */
const MAX_REASON = 2_048;

/** Calls that somebody else signs and sends, one after the other. */
function unsigned({ chainId }: McpContext, from: Address | undefined, calls: readonly Call[]) {
  const told = calls.map(({ to, data, value = 0n }) => ({ to, data, value }));
  const then = new Said("Nothing was sent. Show these calls to whoever signs.");
  return { signed: false, chainId, from, calls: told, then };
}

const prepareVote = defineTool({
  ...{ name: "prepare_vote", kind: "prepare", about: "The unsigned call of a vote on a proposal." },
  input: {
    proposalId: values.integer,
    support: values.oneOf(SUPPORTS),
    reason: words(MAX_REASON).optional(),
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

const mandate = { mandateId: values.hash, studio };

/** The unsigned call of an act, and whether the mandate would allow it now. */
async function prepareAct(
  context: McpContext,
  { mandateId, studio: named }: { mandateId: Hex; studio?: Address | undefined },
  act: AgentAct,
) {
  const state = await mandateOf(context, { mandateId, studio: named, acts: [act] });
  const { agent, policyHash } = state.mandate;
  const refusal = checkAct(state, act, { agent, policyHash });
  const call = callOf(act, { mandates: state.mandates, mandateId, policyHash });
  const prepared = unsigned(context, agent, [call]);
  if (refusal === undefined) return { allowed: true, ...prepared };
  const told = { ...refusal, errorName: new Said(refusal.errorName), hint: new Said(refusal.hint) };
  return { allowed: false, refusal: told, ...prepared };
}

const preparePay = defineTool({
  ...{ name: "prepare_pay", kind: "prepare" },
  about: "The unsigned call of a payment under a mandate, and whether it is allowed.",
  input: { ...mandate, ...ACTS.pay },
  run: (context, given) => prepareAct(context, given, toPay(given)),
});

const prepareBuy = defineTool({
  ...{ name: "prepare_buy", kind: "prepare" },
  about: "The unsigned call of a license bought under a mandate, and whether it is allowed.",
  input: { ...mandate, ...ACTS.buy },
  async run(context, { mandateId, ...given }) {
    return prepareAct(context, { mandateId, studio: given.studio }, await toBuy(context, given));
  },
});

const prepareCall = defineTool({
  ...{ name: "prepare_call", kind: "prepare" },
  about: "The unsigned call of a listed function under a mandate, and whether it is allowed.",
  input: { ...mandate, ...ACTS.call },
  run: (context, given) => prepareAct(context, given, toCall(given)),
});

const prepareCommit = defineTool({
  ...{ name: "prepare_commit", kind: "prepare", about: "The unsigned call that commits a lot to a studio's gate." },
  input: { ...LOT, nonce: values.integer, studio },
  async run(context, { studio: named, ...lot }) {
    const { curation: gate } = await studioOf(context, named);
    return unsigned(context, undefined, [commitLot.encode({ ...context.addresses, ...lot, gate })]);
  },
});

const prepareDelivery = defineTool({
  ...{ name: "prepare_delivery", kind: "prepare", about: "The unsigned call that delivers a lot for a milestone." },
  input: { ...DELIVERY, studio },
  async run(context, { studio: named, ...given }) {
    const { address } = await moduleOf(context, "commissions", named);
    return unsigned(context, undefined, [deliveryOf(address, given)]);
  },
});

/** Tools that return calls for others to sign. */
export const PREPARE_TOOLS: readonly Tool[] = [
  ...[prepareVote, preparePurchase, prepareWithdrawal, preparePay, prepareBuy, prepareCall],
  ...[prepareCommit, prepareDelivery],
];
