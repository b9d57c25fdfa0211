import { type Address, encodeAbiParameters, type Hash, type Hex, keccak256, zeroAddress } from "viem";
import { agentMandatesGrant } from "../abi/items/agentMandates.ts";
import { toSeconds } from "../types/time.ts";

/** How much an agent may spend; units of the mandate's token. */
export type SpendingLimits = {
  /** Most in one act, at most five significant digits. */
  perTransaction: bigint;
  /** Most in one period, at most five significant digits. */
  perPeriod: bigint;
  /** Seconds, whole hours; periods follow each other from 1970 on. */
  period: number;
};

/** A function that an agent may call. */
export type CallRule = {
  target: Address;
  /** Four bytes. */
  selector: Hex;
};

/** What members vote for when they give an agent a mandate. */
export type MandateArgs = {
  /** Who acts. */
  agent: Address;
  /** Member who answers for it and gets the reputation it earns. */
  sponsor: Address;
  /** keccak256 of the policy's canonical JSON: model, system prompt, tools, limits, code. */
  policyHash: Hex;
  /** ERC-20 with a treasury window; none by default: no money at all. */
  token?: Address;
  /** None by default. */
  limits?: SpendingLimits;
  /** Most in all, units of the token. */
  lifetime?: bigint;
  /** First second in which the mandate is over, unix time, at most 180 days from now. */
  validUntil: bigint;
  /** First second in which the quota is zero unless members voted to go on, unix time. */
  reviewAt: bigint;
  /** Assets that may be committed on one day (UTC). */
  quota: number;
  /** Who may be paid, and whose licenses may be bought, at most 32. */
  payees?: readonly Address[];
  /** What may be called, at most 32. */
  calls?: readonly CallRule[];
};

/** The struct of a mandate as contracts take it. */
export type MandateInput = Required<Omit<MandateArgs, "validUntil" | "reviewAt">> & {
  validUntil: number;
  reviewAt: number;
};

const NOTHING: SpendingLimits = { perTransaction: 0n, perPeriod: 0n, period: 0 };

/** A mandate as contracts take it. */
export function toMandateInput(mandate: MandateArgs): MandateInput {
  const { token = zeroAddress, limits = NOTHING, lifetime = 0n, payees = [], calls = [], ...rest } = mandate;
  const { agent, sponsor, policyHash, quota } = rest;
  const times = { validUntil: toSeconds(mandate.validUntil), reviewAt: toSeconds(mandate.reviewAt) };
  return { agent, sponsor, policyHash, token, limits, lifetime, ...times, quota, payees, calls };
}

/**
 * Hash of what members vote for, to which its agent consents before (`consentToMandate`).
 *
 * @example
 * ```ts
 * const terms = hashMandateTerms({ agent, sponsor: alice, policyHash, validUntil, reviewAt, quota: 100 });
 * ```
 */
export function hashMandateTerms(mandate: MandateArgs): Hash {
  return keccak256(encodeAbiParameters(agentMandatesGrant.inputs, [toMandateInput(mandate)]));
}

/** The inverse of {@link toMandateInput}. */
export function fromMandateInput({ validUntil, reviewAt, ...input }: MandateInput): MandateArgs {
  return { ...input, validUntil: BigInt(validUntil), reviewAt: BigInt(reviewAt) };
}
