import { type Address, type Hex, isAddressEqual, size, slice, zeroAddress } from "viem";
import type { Refusal } from "../errors/agent.ts";
import { grossOf } from "../licensing/purchase.ts";
import { nonceOf, producerOf } from "../types/ids.ts";
import type { AgentAct } from "./act.ts";
import type { MandateRecord, MandateState } from "./mandateState.ts";

/** Who acts, and under which policy. */
export type Acting = { agent: Address; policyHash: Hex };

type Check = { state: MandateState; acting: Acting };
type Of<Type extends AgentAct["type"]> = Extract<AgentAct, { type: Type }>;

const DAY = 86_400n;
const NUMBER_BITS = 32n;
const LAST_NUMBER = (1n << NUMBER_BITS) - 1n;
/** Numbers that one lot may pass over. */
const SKIPPED = 1n << 16n;
const SELECTOR_BYTES = 4;

/**
 * Whether a mandate allows an act, in the order in which the chain checks it: the refusal that the chain would give, or
 * undefined. What the other side has to say (a market, a called contract, a registry) only a simulation tells.
 *
 * @example
 * ```ts
 * const state = await readMandateState(client, { mandates, mandateId, addresses, acts: [act] });
 * const refusal = checkAct(state, act, { agent, policyHash });
 * ```
 */
export function checkAct(state: MandateState, act: AgentAct, acting: Acting): Refusal | undefined {
  if (act.type === "commit") return checkCommit({ state, acting }, act);
  const { mandate } = state;
  const refusal = refusalOf({ state, acting });
  if (refusal !== undefined || mandate === undefined) return refusal;
  switch (act.type) {
    case "pay":
      return checkPay(state, mandate, act);
    case "buy":
      return checkBuy(state, mandate, act);
    case "call":
      return checkCall(state, act);
  }
}

const refused = (errorName: string, args: Refusal["args"], hint: string): Refusal => ({ errorName, args, hint });

/** Module, mandate, time, caller and policy, of which every act depends. */
function refusalOf({ state, acting: { agent, policyHash } }: Check): Refusal | undefined {
  const { mandateId, mandate, mandates, present, time } = state;
  if (mandate === undefined) {
    return refused("AgentMandatesUnknownMandate", { mandateId }, "Look for the agent's mandate: mandateIdOf.");
  }
  const { validUntil, pausedUntil } = mandate;
  if (mandate.revoked) {
    return refused("AgentMandatesRevoked", { mandateId }, "Members ended this mandate; only a new vote gives another.");
  }
  if (BigInt(validUntil) <= time) {
    return refused("AgentMandatesExpired", { mandateId, validUntil }, "Only a new vote gives another mandate.");
  }
  if (BigInt(pausedUntil) > time) {
    return refused("AgentMandatesPaused", { mandateId, until: pausedUntil }, `Wait until ${dateOf(pausedUntil)}.`);
  }
  if (!isAddressEqual(mandate.agent, agent)) {
    return refused("AgentMandatesUnauthorized", { caller: agent }, "Only the mandate's own agent acts.");
  }
  if (mandate.policyHash.toLowerCase() !== policyHash.toLowerCase()) {
    const args = { mandateId, policyHash, expected: mandate.policyHash };
    return refused("AgentMandatesWrongPolicy", args, "Run the policy that members voted for, or have them vote anew.");
  }
  if (!isAddressEqual(present, mandates)) {
    return refused("AgentMandatesReplaced", { present }, "The studio has other mandates now: ask for one there.");
  }
  return undefined;
}

function checkPay(state: MandateState, mandate: MandateRecord, { payee, amount }: Of<"pay">): Refusal | undefined {
  return checkPayee(state, payee) ?? checkSpending(state, mandate, amount);
}

function checkPayee({ mandateId, payees }: MandateState, payee: Address): Refusal | undefined {
  if (payees.some((listed) => isAddressEqual(listed, payee))) return undefined;
  return refused("AgentMandatesUnlistedPayee", { mandateId, payee }, "Members list a payee by vote: setPayee.");
}

/** Caps of the mandate, window and allowance of the treasury, and what it has. */
function checkSpending(state: MandateState, mandate: MandateRecord, amount: bigint): Refusal | undefined {
  const { mandateId } = state;
  const { limits, spent, left } = mandate;
  if (amount > limits.perTransaction) {
    const args = { mandateId, amount, cap: limits.perTransaction };
    return refused("AgentMandatesOverTransaction", args, "Split it, or ask members for a higher cap.");
  }
  const total = spent + amount;
  if (total > limits.perPeriod) {
    const args = { mandateId, total, cap: limits.perPeriod };
    return refused("AgentMandatesOverPeriod", args, `Wait for the next period of ${limits.period} seconds.`);
  }
  if (amount > left) {
    return refused("AgentMandatesOverLifetime", { mandateId, amount, left }, "Only a new mandate has more to spend.");
  }
  return checkTreasury(state, mandate, amount);
}

function checkTreasury(state: MandateState, { token }: MandateRecord, amount: bigint): Refusal | undefined {
  const { window, allowance, treasury, timelock, mandates } = state;
  if (token === zeroAddress) {
    return refused("AgentMandatesUnknownWindow", { token }, "This mandate has no money: members vote for a token.");
  }
  const step = stepOf(window.cap);
  const total = window.spent + ((amount + step - 1n) / step) * step;
  if (total > window.cap) {
    const args = { token, total, cap: window.cap };
    return refused("AgentMandatesOverWindow", args, "All mandates together have spent the window: wait.");
  }
  const max = 2n * window.cap;
  if (allowance > max) {
    const args = { token, allowance, max };
    return refused("AgentMandatesAllowanceTooLarge", args, "The treasury must approve at most twice the window.");
  }
  if (allowance < amount) {
    const args = { spender: mandates, allowance, needed: amount };
    return refused("ERC20InsufficientAllowance", args, "The treasury has to approve more, by vote.");
  }
  if (treasury < amount) {
    const args = { sender: timelock, balance: treasury, needed: amount };
    return refused("ERC20InsufficientBalance", args, "The treasury has not got it.");
  }
  return undefined;
}

/** Most steps that a bucket of the window counts. */
const MOST_STEPS = (1n << 22n) - 1n;

/** The step in which the window counts amounts, rounded up. */
function stepOf(cap: bigint): bigint {
  let step = 1n;
  while (cap / step > MOST_STEPS) step *= 10n;
  return step;
}

function checkBuy(state: MandateState, mandate: MandateRecord, { purchase }: Of<"buy">): Refusal | undefined {
  const { licensee, referrer, offerId, assetId } = purchase;
  const { mandateId, timelock } = state;
  if (!isAddressEqual(licensee, timelock)) {
    return refused("AgentMandatesInvalidLicensee", { licensee }, "Name the studio's timelock as the licensee.");
  }
  if (referrer !== zeroAddress) {
    return refused("AgentMandatesInvalidReferrer", { referrer }, "Leave the referrer out.");
  }
  const offer = state.offers.find((each) => each.offerId === offerId && each.assetId === assetId);
  if (offer === undefined) {
    return refused("LicenseMarketUnknownOffer", { offerId }, "Read the state for this act, or look for the offer.");
  }
  if (!isAddressEqual(offer.token, mandate.token)) {
    const args = { mandateId, token: offer.token, expected: mandate.token };
    return refused("AgentMandatesWrongToken", args, "Look for an offer in the mandate's token.");
  }
  return checkPayee(state, offer.seller) ?? checkSpending(state, mandate, grossOf(offer.price, purchase));
}

function checkCall(state: MandateState, { target, data }: Of<"call">): Refusal | undefined {
  const { mandateId, calls } = state;
  const length = size(data);
  if (length < SELECTOR_BYTES) {
    return refused("AgentMandatesShortCall", { length: BigInt(length) }, "Data begins with a function's selector.");
  }
  const selector = slice(data, 0, SELECTOR_BYTES);
  const isListed = calls.some((rule) => isAddressEqual(rule.target, target) && rule.selector === selector);
  if (!isListed) {
    const args = { mandateId, target, selector };
    return refused("AgentMandatesUnlistedCall", args, "Members list a function by vote: setCall.");
  }
  return undefined;
}

/** What the gate asks the mandates before it takes a lot. */
function checkCommit({ state, acting }: Check, { lotId, count, gate }: Of<"commit">): Refusal | undefined {
  const { quota, mandateId, time } = state;
  const agent = producerOf(lotId);
  const isOwn = isAddressEqual(agent, acting.agent) && isAddressEqual(gate, state.gate);
  if (quota.number === 0n || !isOwn) {
    return refused("AgentMandatesUnknownAgent", { gate, agent }, "Commit own lots to the studio's present gate.");
  }
  if (time < BigInt(quota.from) || time >= BigInt(quota.until)) {
    const args = { mandateId, from: quota.from, until: quota.until };
    return refused("AgentMandatesQuotaClosed", args, "It is paused or over, or members have to review it by vote.");
  }
  const nonce = nonceOf(lotId);
  const least = (BigInt(quota.policyVersion) << NUMBER_BITS) | BigInt(quota.next);
  const isTooHigh = nonce > least + SKIPPED || BigInt.asUintN(Number(NUMBER_BITS), nonce) === LAST_NUMBER;
  if (nonce >> NUMBER_BITS !== BigInt(quota.policyVersion) || nonce < least || isTooHigh) {
    return refused("AgentMandatesWrongNonce", { lotId, nonce, least }, "Take the nonce from nextLotNonce.");
  }
  const total = BigInt(count) + (BigInt(quota.day) === time / DAY ? BigInt(quota.used) : 0n);
  if (total > BigInt(quota.perDay)) {
    const args = { mandateId, total, quota: BigInt(quota.perDay) };
    return refused("AgentMandatesOverQuota", args, "Commit fewer assets, or wait for the next day (UTC).");
  }
  return checkQuotaOf({ state, acting });
}

/**
 * The gate asks about the agent, whichever mandate it has now, and of the policy it sees only the version. That it is this
 * mandate, which is live, and the policy that runs here, only this side can know.
 */
function checkQuotaOf({ state, acting }: Check): Refusal | undefined {
  const { mandateId, quota } = state;
  const refusal = refusalOf({ state, acting });
  if (refusal !== undefined || quota.mandateId.toLowerCase() === mandateId.toLowerCase()) return refusal;
  const hint = `The agent's quota is that of ${quota.mandateId}: run under that one.`;
  return refused("AgentMandatesUnknownMandate", { mandateId }, hint);
}

/** The nonce that the agent's next lot takes: the version of its policy, and the next number. */
export function nextLotNonce({ quota }: Pick<MandateState, "quota">): bigint {
  return (BigInt(quota.policyVersion) << NUMBER_BITS) | BigInt(quota.next);
}

const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
