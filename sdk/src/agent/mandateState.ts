import type { Address, Hex } from "viem";
import type { CallRule, OfferFacts } from "./act.ts";

/** A mandate as it stands. */
export type MandateRecord = {
  agent: Address;
  /** From where its calls are made; owns nothing. */
  account: Address;
  /** ERC-20 it may spend; the zero address: none. */
  token: Address;
  policyHash: Hex;
  /** Which of the agent's policies it is; lots' nonces begin with it. */
  policyVersion: number;
  limits: {
    /** Most in one act, units of the token. */
    perTransaction: bigint;
    /** Most in one period, units of the token. */
    perPeriod: bigint;
    /** Seconds. */
    period: number;
  };
  /** In the present period, units of the token. */
  spent: bigint;
  /** Of the lifetime cap, units of the token. */
  left: bigint;
  /** Unix seconds: the first in which it is over. */
  validUntil: number;
  /** Unix seconds: nothing can be done before. */
  pausedUntil: number;
  revoked: boolean;
};

/** How many assets an agent may commit through a gate. */
export type QuotaRecord = {
  /** Assets on one day (UTC). */
  perDay: number;
  /** On `day`. */
  used: number;
  /** Days since 1970. */
  day: number;
  /** Unix seconds: nothing before. */
  from: number;
  /** Unix seconds: nothing from then on. */
  until: number;
  policyVersion: number;
  /** Least number that the next lot may have. */
  next: number;
  /** Number of the mandate; 0: none. */
  number: bigint;
  /** The mandate of this number: the agent's newest, which may be another than the one that was asked about. */
  mandateId: Hex;
};

/**
 * Everything on which it depends whether an agent's act is allowed, at one block. Lists hold at least what concerns the
 * acts that it was read for.
 */
export type MandateState = {
  blockNumber: bigint;
  /** Unix seconds of the block. */
  time: bigint;
  mandates: Address;
  /** What the studio names as its mandates; the zero address for none. */
  present: Address;
  mandateId: Hex;
  /** Undefined: there is no such mandate. */
  mandate: MandateRecord | undefined;
  /** The studio's treasury. */
  timelock: Address;
  /** What all mandates together may take of the token, and took within the window, in units of it. */
  window: { cap: bigint; spent: bigint };
  /** What the treasury allows the mandates, and what it has, in units of the token. */
  allowance: bigint;
  treasury: bigint;
  /** The studio's present gate, and the agent's quota there. */
  gate: Address;
  quota: QuotaRecord;
  /** Payees that are listed. */
  payees: readonly Address[];
  /** Functions that are listed. */
  calls: readonly CallRule[];
  offers: readonly OfferFacts[];
};
