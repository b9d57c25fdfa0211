import { BigInt } from "@graphprotocol/graph-ts";
import {
  AccountSweep,
  CallListing,
  Mandate,
  MandateConsent,
  MandatedAgent,
  MandateFollowing,
  MandateGrant,
  MandatePause,
  MandateReview,
  MandateRevocation,
  PayeeListing,
  PolicyChange,
  PresenceChange,
  QuotaUse,
  WindowChange,
} from "../generated/schema";
import {
  AccountSwept,
  CallListed,
  MandateConsented,
  MandateGranted,
  MandatePaused,
  MandateReviewed,
  MandateRevoked,
  PayeeListed,
  PolicyChanged,
  PresenceNoted,
  QuotaMoved,
  QuotaUsed,
  WindowSet,
} from "../generated/templates/AgentMandates/AgentMandates";
import { actor, agentActor } from "./helpers/actors";
import { eventId, nonZero, nullable } from "./helpers/ids";
import { loadLot } from "./helpers/lots";
import { firstHead, loadCall, loadMandate, loadPayee, loadWindow, setPeriod, setPolicy } from "./helpers/mandates";
import { studioOf } from "./helpers/modules";
import { stamp } from "./helpers/stamp";

const NONE = BigInt.zero();

export function handleMandateConsented(event: MandateConsented): void {
  const consent = new MandateConsent(eventId(event));
  stamp(consent, event);
  consent.module = event.address;
  consent.account = event.params.agent;
  consent.terms = nonZero(event.params.terms);
  consent.save();
}

export function handleMandateGranted(event: MandateGranted): void {
  const mandate = newMandate(event);
  const agent = nextAgent(event);
  const input = event.params.input;
  setPolicy(mandate, agent.policyVersion, input.policyHash, event.block.timestamp);
  mandate.save();
  agent.save();

  const grant = new MandateGrant(eventId(event));
  stamp(grant, event);
  grant.mandate = mandate.id;
  grant.agent = mandate.agent;
  grant.policyHash = input.policyHash;
  grant.policyVersion = agent.policyVersion;
  grant.sponsor = input.sponsor;
  grant.token = mandate.token;
  grant.perTransaction = input.limits.perTransaction;
  grant.perPeriod = input.limits.perPeriod;
  grant.period = input.limits.period;
  grant.lifetime = input.lifetime;
  grant.validUntil = input.validUntil;
  grant.reviewAt = input.reviewAt;
  grant.quota = input.quota;
  grant.save();
}

function newMandate(event: MandateGranted): Mandate {
  const input = event.params.input;
  const mandate = new Mandate(event.params.mandateId);
  mandate.studio = studioOf(event.address);
  mandate.module = event.address;
  mandate.number = event.params.number;
  mandate.agent = agentActor(event.params.agent);
  mandate.sponsor = actor(input.sponsor);
  mandate.account = event.params.account;
  mandate.token = nullable(input.token);
  mandate.perTransaction = input.limits.perTransaction;
  mandate.perPeriod = input.limits.perPeriod;
  mandate.period = input.limits.period;
  mandate.lifetime = input.lifetime;
  mandate.left = input.lifetime;
  mandate.spent = NONE;
  mandate.paid = NONE;
  mandate.bought = NONE;
  mandate.periodSpent = NONE;
  mandate.periodIndex = NONE;
  mandate.validUntil = input.validUntil;
  mandate.reviewAt = input.reviewAt;
  mandate.quota = input.quota;
  mandate.pausedUntil = NONE;
  mandate.grantedAt = event.block.timestamp;
  mandate.head = firstHead(event.params.mandateId);
  mandate.actCount = 0;
  mandate.lotCount = 0;
  mandate.assetCount = NONE;
  return mandate;
}

/** The agent with its new mandate and the number of its policy; it is not saved. */
function nextAgent(event: MandateGranted): MandatedAgent {
  const id = event.address.concat(event.params.agent);
  const known = MandatedAgent.load(id);
  const agent = new MandatedAgent(id);
  agent.module = event.address;
  agent.agent = event.params.agent;
  agent.mandate = event.params.mandateId;
  agent.policyVersion = known ? known.policyVersion + 1 : 1;
  return agent;
}

export function handleMandateRevoked(event: MandateRevoked): void {
  const mandate = new Mandate(event.params.mandateId);
  mandate.revokedAt = event.block.timestamp;
  mandate.save();

  const revocation = new MandateRevocation(eventId(event));
  stamp(revocation, event);
  revocation.mandate = mandate.id;
  revocation.save();
}

export function handleMandatePaused(event: MandatePaused): void {
  const mandate = new Mandate(event.params.mandateId);
  mandate.pausedUntil = event.params.until;
  mandate.pausedBy = actor(event.params.by);
  mandate.save();

  const pause = new MandatePause(eventId(event));
  stamp(pause, event);
  pause.mandate = mandate.id;
  pause.by = event.params.by;
  pause.until = event.params.until;
  pause.save();
}

export function handlePolicyChanged(event: PolicyChanged): void {
  const mandate = loadMandate(event.params.mandateId);
  const version = event.params.version.toI32();
  const policy = setPolicy(mandate, version, event.params.policyHash, event.block.timestamp);
  mandate.save();
  const agent = new MandatedAgent(event.address.concat(mandate.agent));
  agent.policyVersion = version;
  agent.save();

  const change = new PolicyChange(eventId(event));
  stamp(change, event);
  change.mandate = mandate.id;
  change.policy = policy;
  change.save();
}

export function handleMandateReviewed(event: MandateReviewed): void {
  const limits = event.params.limits;
  const mandate = loadMandate(event.params.mandateId);
  mandate.reviewAt = event.params.reviewAt;
  mandate.quota = event.params.quota;
  mandate.perTransaction = limits.perTransaction;
  mandate.perPeriod = limits.perPeriod;
  setPeriod(mandate, limits.period, event.block.timestamp);
  mandate.save();

  const review = new MandateReview(eventId(event));
  stamp(review, event);
  review.mandate = mandate.id;
  review.reviewAt = event.params.reviewAt;
  review.quota = event.params.quota;
  review.perTransaction = limits.perTransaction;
  review.perPeriod = limits.perPeriod;
  review.period = limits.period;
  review.save();
}

export function handlePayeeListed(event: PayeeListed): void {
  const payee = loadPayee(event.params.mandateId, event.params.payee);
  payee.listed = event.params.listed;
  payee.save();

  const listing = new PayeeListing(eventId(event));
  stamp(listing, event);
  listing.mandate = event.params.mandateId;
  listing.payee = payee.id;
  listing.listed = event.params.listed;
  listing.save();
}

export function handleCallListed(event: CallListed): void {
  const call = loadCall(event.params.mandateId, event.params.target, event.params.selector);
  call.listed = event.params.listed;
  call.save();

  const listing = new CallListing(eventId(event));
  stamp(listing, event);
  listing.mandate = event.params.mandateId;
  listing.call = call.id;
  listing.listed = event.params.listed;
  listing.save();
}

export function handleWindowSet(event: WindowSet): void {
  const window = loadWindow(event.address, event.params.token);
  window.cap = event.params.cap;
  window.length = event.params.length;
  window.save();

  const change = new WindowChange(eventId(event));
  stamp(change, event);
  change.window = window.id;
  change.cap = event.params.cap;
  change.length = event.params.length;
  change.save();
}

export function handleAccountSwept(event: AccountSwept): void {
  const sweep = new AccountSweep(eventId(event));
  stamp(sweep, event);
  sweep.mandate = event.params.mandateId;
  sweep.token = event.params.token;
  sweep.amount = event.params.amount;
  sweep.save();
}

/** Logged while the lot is committed: the registry's own event comes first. */
export function handleQuotaUsed(event: QuotaUsed): void {
  const lot = loadLot(event.params.lotId);
  const mandate = loadMandate(event.params.mandateId);
  mandate.lotCount += 1;
  mandate.assetCount = mandate.assetCount.plus(BigInt.fromI32(lot.count));
  mandate.save();

  const use = new QuotaUse(eventId(event));
  stamp(use, event);
  use.mandate = mandate.id;
  use.lot = lot.id;
  use.used = event.params.used;
  use.save();
}

export function handleQuotaMoved(event: QuotaMoved): void {
  const following = new MandateFollowing(eventId(event));
  stamp(following, event);
  following.mandate = event.params.mandateId;
  following.gate = event.params.gate;
  following.save();
}

export function handlePresenceNoted(event: PresenceNoted): void {
  const change = new PresenceChange(eventId(event));
  stamp(change, event);
  change.module = event.address;
  change.present = event.params.present;
  change.save();
}
