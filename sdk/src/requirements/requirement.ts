import type { Address, Hex, TypedDataDefinition } from "viem";
import type { Call } from "../actions/internal/types.ts";
import type { Payment } from "../licensing/payment.ts";

type Consent = {
  /** Who has to send or to sign. */
  owner: Address;
  token: Address;
  /** Who may take it. */
  spender: Address;
  /** Token units: exactly what will be taken. */
  amount: bigint;
};

/**
 * A transaction that has to come first: an allowance of exactly the amount (0 takes an old one back, for tokens that
 * want it), or money put into the pot that the action draws on.
 */
export type CallRequirement = Consent & { kind: "approval" | "pot"; call: Required<Call> };

/** A message that its owner has to sign. */
export type SignatureRequirement = Consent & {
  kind: "permit" | "authorization" | "permit2";
  /** Place of the order in the batch; 0 where there is one. */
  position: number;
  /** What to sign, by EIP-712. */
  typedData: TypedDataDefinition;
  /** Where the signature goes: the order's `payment`; its `data` is the `signature` of an authorization. */
  toPayment: (signature: Hex) => Payment;
};

/** What has to be there before an action. */
export type Requirement = CallRequirement | SignatureRequirement;

/** The calls of a list, in order: the first calls of a batch or a proposal. */
export function callsOf(requirements: readonly Requirement[]): Required<Call>[] {
  return requirements.flatMap((requirement) => ("call" in requirement ? [requirement.call] : []));
}
