import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Mandate, MandateCall, MandatePayee, MandatePolicy, MandateWindow } from "../../generated/schema";
import { actor } from "./actors";
import { bigEndian, bigEndianOf, fromBigEndian, ORDINAL_WIDTH, slice, WORD256_WIDTH } from "./ids";
import { studioOf } from "./modules";

const NONE = BigInt.zero();

/** The low bits of a log's head that number its acts, in bytes. */
const NUMBER_WIDTH = 5;

/** A granted mandate: every event about it comes after its grant. */
export function loadMandate(mandateId: Bytes): Mandate {
  return Mandate.load(mandateId)!;
}

/** Puts a policy in force; returns its id. The mandate is not saved. */
export function setPolicy(mandate: Mandate, version: i32, policyHash: Bytes, now: BigInt): Bytes {
  const policy = new MandatePolicy(mandate.id.concat(bigEndianOf(version, ORDINAL_WIDTH)));
  policy.mandate = mandate.id;
  policy.version = version;
  policy.policyHash = policyHash;
  policy.since = now;
  policy.save();
  mandate.policy = policy.id;
  return policy.id;
}

/** Whom the mandate lists or listed; a new one is not saved. */
export function loadPayee(mandate: Bytes, account: Bytes): MandatePayee {
  const id = mandate.concat(account);
  const known = MandatePayee.load(id);
  if (known) return known;
  const payee = new MandatePayee(id);
  payee.mandate = mandate;
  payee.payee = actor(account);
  payee.listed = false;
  payee.paid = NONE;
  return payee;
}

/** What the mandate lists or listed; a new one is not saved. */
export function loadCall(mandate: Bytes, target: Bytes, selector: Bytes): MandateCall {
  const id = mandate.concat(target).concat(selector);
  const known = MandateCall.load(id);
  if (known) return known;
  const call = new MandateCall(id);
  call.mandate = mandate;
  call.target = target;
  call.selector = selector;
  call.listed = false;
  call.count = 0;
  return call;
}

/** What all mandates of a module may take of a token; a new one is not saved. */
export function loadWindow(module: Bytes, token: Bytes): MandateWindow {
  const id = module.concat(token);
  const known = MandateWindow.load(id);
  if (known) return known;
  const window = new MandateWindow(id);
  window.studio = studioOf(module);
  window.module = module;
  window.token = token;
  window.cap = NONE;
  window.length = NONE;
  window.spent = NONE;
  return window;
}

/** Counts an amount like the contract does; the mandate is not saved. */
export function spend(mandate: Mandate, amount: BigInt, now: BigInt): void {
  enterPeriod(mandate, now);
  mandate.periodSpent = mandate.periodSpent.plus(amount);
  mandate.spent = mandate.spent.plus(amount);
  mandate.left = mandate.left.minus(amount);
}

/** Another length of periods begins another count of them: what was spent in the running one counts in the first. */
export function setPeriod(mandate: Mandate, period: BigInt, now: BigInt): void {
  if (period.isZero()) return;
  enterPeriod(mandate, now);
  mandate.period = period;
  mandate.periodIndex = now.div(period);
}

/** Forgets what was spent in a period that is over. */
function enterPeriod(mandate: Mandate, now: BigInt): void {
  if (mandate.period.isZero()) return;
  const index = now.div(mandate.period);
  if (index != mandate.periodIndex) mandate.periodSpent = NONE;
  mandate.periodIndex = index;
}

/** Of the newest act in the log with this head, from 1 on. */
export function actNumber(head: Bytes): BigInt {
  return fromBigEndian(slice(head, WORD256_WIDTH - NUMBER_WIDTH, NUMBER_WIDTH));
}

/** The head of a log that has no acts yet: the mandate's id with number zero. */
export function firstHead(mandateId: Bytes): Bytes {
  return slice(mandateId, 0, WORD256_WIDTH - NUMBER_WIDTH).concat(bigEndian(NONE, NUMBER_WIDTH));
}
