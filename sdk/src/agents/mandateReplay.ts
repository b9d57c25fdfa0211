import type { AbiEvent, Address, Hex } from "viem";
import {
  agentMandatesCallListedEvent,
  agentMandatesMandateBoughtEvent,
  agentMandatesMandateCalledEvent,
  agentMandatesMandateGrantedEvent,
  agentMandatesMandatePaidEvent,
  agentMandatesMandatePausedEvent,
  agentMandatesMandateReviewedEvent,
  agentMandatesMandateRevokedEvent,
  agentMandatesPayeeListedEvent,
  agentMandatesPolicyChangedEvent,
  agentMandatesQuotaUsedEvent,
  agentMandatesWindowSetEvent,
} from "../abi/items/agentMandates.ts";
import type { EventArgs } from "../actions/internal/types.ts";
import type { Difference } from "../logs/difference.ts";
import { nonceOf, producerOf } from "../types/ids.ts";
import { firstHead, hashAct, type MandateActEvent } from "./hashAct.ts";
import type { SpendingLimits } from "./mandate.ts";
import { WindowReplay } from "./windowReplay.ts";

/** Everything that a module of mandates says about what may be done, and what was. */
export const MANDATE_EVENTS = [
  agentMandatesCallListedEvent,
  agentMandatesMandateBoughtEvent,
  agentMandatesMandateCalledEvent,
  agentMandatesMandateGrantedEvent,
  agentMandatesMandatePaidEvent,
  agentMandatesMandatePausedEvent,
  agentMandatesMandateReviewedEvent,
  agentMandatesMandateRevokedEvent,
  agentMandatesPayeeListedEvent,
  agentMandatesPolicyChangedEvent,
  agentMandatesQuotaUsedEvent,
  agentMandatesWindowSetEvent,
] as const;

type Named = (typeof MANDATE_EVENTS)[number];

/** One of them, with its time. */
export type MandateEvent = {
  [Event in Named as Event["name"]]: { eventName: Event["name"]; args: EventArgs<Event & AbiEvent> };
}[Named["name"]] & {
  /** Unix seconds. */
  timestamp: bigint;
};

/** A mandate as it follows from its events. */
export type ReplayedMandate = {
  mandateId: Hex;
  number: bigint;
  agent: Address;
  sponsor: Address;
  account: Address;
  token: Address;
  policyHash: Hex;
  policyVersion: number;
  limits: SpendingLimits;
  /** Of the lifetime cap, units of the token. */
  left: bigint;
  validUntil: bigint;
  pausedUntil: bigint;
  reviewAt: bigint;
  quota: number;
  revoked: boolean;
  head: Hex;
  payees: Set<Address>;
  /** Target and selector, one after the other. */
  calls: Set<string>;
  /** Everybody who was ever listed: who is taken off has to be off the list in the contract, too. */
  everPayees: Set<Address>;
  everCalls: Set<string>;
};

/** What an agent may commit, as it follows from the events. */
export type ReplayedQuota = {
  perDay: number;
  used: number;
  day: number;
  from: bigint;
  until: bigint;
  policyVersion: number;
  next: bigint;
  number: bigint;
};

const DAY = 86_400n;
const PERIODS = 1n << 16n;

type Spending = { period: bigint; amount: bigint };

/**
 * Recomputes a module of mandates from its events: caps, what is spent and left, the window of each token, quotas, and
 * the log whose links name each other. What an event says that the rules do not allow is a difference.
 */
export class MandateReplay {
  readonly mandates = new Map<Hex, ReplayedMandate>();
  /** By token. */
  readonly windows = new Map<Address, WindowReplay>();
  /** By agent. */
  readonly quotas = new Map<Address, ReplayedQuota>();
  readonly differences: Difference[] = [];
  readonly #spent = new Map<Hex, Spending>();
  /** The last mandate of each agent. */
  readonly #last = new Map<Address, Hex>();

  apply(event: MandateEvent): void {
    const { timestamp } = event;
    switch (event.eventName) {
      case "MandateGranted":
        this.#grant(event.args);
        break;
      case "WindowSet": {
        const window = this.windows.get(event.args.token) ?? new WindowReplay();
        window.set(event.args.cap, BigInt(event.args.length), timestamp);
        this.windows.set(event.args.token, window);
        break;
      }
      case "MandatePaid": {
        const { mandateId, payee, amount, purpose, head } = event.args;
        this.#spend(mandateId, amount, payee, timestamp);
        this.#act(mandateId, { act: "paid", payee, amount, purpose }, head, timestamp);
        break;
      }
      case "MandateBought": {
        const { mandateId, seller, amount, purchaseId, offerId, head } = event.args;
        this.#spend(mandateId, amount, seller, timestamp);
        this.#act(mandateId, { act: "bought", purchaseId, amount, offerId }, head, timestamp);
        break;
      }
      case "MandateCalled": {
        const { mandateId, target, selector, dataHash, head } = event.args;
        const isListed = this.mandates.get(mandateId)?.calls.has(target + selector);
        if (isListed === false) this.#differ(mandateId, "calls", `${target} ${selector}`, "what is listed");
        this.#act(mandateId, { act: "called", target, dataHash, selector }, head, timestamp);
        break;
      }
      case "QuotaUsed":
        this.#useQuota(event.args, timestamp);
        break;
      case "CallListed":
      case "MandatePaused":
      case "MandateReviewed":
      case "MandateRevoked":
      case "PayeeListed":
      case "PolicyChanged":
        this.#change(event);
    }
  }

  /** What a mandate has spent in the period of a time. */
  spentAt(mandateId: Hex, now: bigint): bigint {
    const { period = -1n, amount = 0n } = this.#spent.get(mandateId) ?? {};
    return period === this.#periodAt(mandateId, now) ? amount : 0n;
  }

  #periodAt(mandateId: Hex, now: bigint): bigint {
    const length = BigInt(this.mandates.get(mandateId)?.limits.period ?? 0);
    return length === 0n ? 0n : (now / length) % PERIODS;
  }

  #grant({ mandateId, number, account, input }: EventArgs<typeof agentMandatesMandateGrantedEvent>): void {
    const { agent, sponsor, token, policyHash, limits, lifetime, validUntil, reviewAt, quota } = input;
    const before = this.mandates.get(this.#last.get(agent) ?? "0x");
    this.#last.set(agent, mandateId);
    const mandate: ReplayedMandate = {
      ...{ mandateId, number, agent, sponsor, account, token, policyHash, limits, quota, left: lifetime },
      ...{ policyVersion: (before?.policyVersion ?? 0) + 1, validUntil: BigInt(validUntil), pausedUntil: 0n },
      ...{ reviewAt: BigInt(reviewAt), revoked: false, head: firstHead(mandateId) },
      ...{ payees: new Set<Address>(), calls: new Set<string>() },
      ...{ everPayees: new Set<Address>(), everCalls: new Set<string>() },
    };
    this.mandates.set(mandateId, mandate);
    this.#openQuota(mandate);
  }

  #change(
    event: Exclude<
      MandateEvent,
      {
        eventName: "MandateGranted" | "WindowSet" | "MandatePaid" | "MandateBought" | "MandateCalled" | "QuotaUsed";
      }
    >,
  ): void {
    const { mandateId } = event.args;
    const mandate = this.mandates.get(mandateId);
    if (mandate === undefined) {
      this.#differ(mandateId, event.eventName, "an event", "a mandate that was granted");
      return;
    }
    switch (event.eventName) {
      case "PayeeListed":
        mandate.payees[event.args.listed ? "add" : "delete"](event.args.payee);
        mandate.everPayees.add(event.args.payee);
        return;
      case "CallListed":
        mandate.calls[event.args.listed ? "add" : "delete"](event.args.target + event.args.selector);
        mandate.everCalls.add(event.args.target + event.args.selector);
        return;
      case "MandateRevoked": {
        mandate.revoked = true;
        const quota = this.quotas.get(mandate.agent);
        if (quota !== undefined && this.#last.get(mandate.agent) === mandateId) quota.until = 0n;
        return;
      }
      case "MandatePaused":
        mandate.pausedUntil = BigInt(event.args.until);
        break;
      case "PolicyChanged":
        mandate.policyHash = event.args.policyHash;
        mandate.policyVersion += 1;
        if (mandate.policyVersion !== event.args.version)
          this.#differ(mandateId, "policyVersion", String(event.args.version), String(mandate.policyVersion));
        break;
      case "MandateReviewed": {
        // What was spent in the running period stays spent; without money the length of periods stays.
        const amount = this.spentAt(mandateId, event.timestamp);
        const { limits, reviewAt, quota } = event.args;
        mandate.limits = { ...limits, period: limits.period === 0 ? mandate.limits.period : limits.period };
        this.#spent.set(mandateId, { amount, period: this.#periodAt(mandateId, event.timestamp) });
        mandate.reviewAt = BigInt(reviewAt);
        mandate.quota = quota;
      }
    }
    this.#openQuota(mandate);
  }

  #openQuota({ agent, quota, number, pausedUntil, reviewAt, policyVersion }: ReplayedMandate): void {
    const { used = 0, day = 0, next = 0n } = this.quotas.get(agent) ?? {};
    const entry = { perDay: quota, number, from: pausedUntil, until: reviewAt, policyVersion };
    this.quotas.set(agent, { ...entry, used, day, next });
  }

  #useQuota({ mandateId, lotId, used }: EventArgs<typeof agentMandatesQuotaUsedEvent>, now: bigint): void {
    const mandate = this.mandates.get(mandateId);
    const quota = mandate === undefined ? undefined : this.quotas.get(mandate.agent);
    if (mandate === undefined || quota === undefined) return;
    const day = Number(now / DAY);
    const before = quota.day === day ? quota.used : 0;
    const next = nonceOf(lotId) - (BigInt(quota.policyVersion) << 32n);
    const isOpen = now >= quota.from && now < quota.until;
    if (!isOpen) this.#differ(mandateId, "QuotaUsed", `at ${now}`, `from ${quota.from} until ${quota.until}`);
    if (used <= before || used > quota.perDay)
      this.#differ(mandateId, "used", String(used), `above ${before}, at most ${quota.perDay}`);
    if (next < quota.next) this.#differ(mandateId, "nonce", String(next), `at least ${quota.next}`);
    if (producerOf(lotId) !== mandate.agent) this.#differ(mandateId, "producer", producerOf(lotId), mandate.agent);
    Object.assign(quota, { used: Number(used), day, next: next + 1n });
  }

  #spend(mandateId: Hex, amount: bigint, payee: Address, now: bigint): void {
    const mandate = this.mandates.get(mandateId);
    if (mandate === undefined) return;
    const { limits, token } = mandate;
    const spent = this.spentAt(mandateId, now) + amount;
    const window = this.windows.get(token) ?? new WindowReplay();
    window.take(amount, now);
    if (!mandate.payees.has(payee)) this.#differ(mandateId, "payee", payee, "one that is listed");
    const caps: [string, bigint, bigint][] = [
      ["perTransaction", amount, limits.perTransaction],
      ["perPeriod", spent, limits.perPeriod],
      ["left", amount, mandate.left],
      ["window", window.spentAt(now), window.cap],
    ];
    for (const [field, found, cap] of caps)
      if (found > cap) this.#differ(mandateId, field, String(found), `at most ${cap}`);
    mandate.left -= amount;
    this.#spent.set(mandateId, { amount: spent, period: this.#periodAt(mandateId, now) });
  }

  #act(mandateId: Hex, act: MandateActEvent, head: Hex, now: bigint): void {
    const mandate = this.mandates.get(mandateId);
    if (mandate === undefined) {
      this.#differ(mandateId, "act", act.act, "a mandate that was granted");
      return;
    }
    const { revoked, pausedUntil, validUntil } = mandate;
    if (revoked || now < pausedUntil || now >= validUntil)
      this.#differ(mandateId, "act", `${act.act} at ${now}`, "none while it is over or stands still");
    mandate.head = hashAct(mandate.head, mandate.policyHash, act);
    if (mandate.head !== head) this.#differ(mandateId, "head", head, mandate.head);
  }

  #differ(mandateId: Hex, field: string, found: string, expected: string): void {
    this.differences.push({ subject: `mandate ${mandateId}`, field, found, expected });
  }
}
