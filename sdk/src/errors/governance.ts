import type { Address } from "viem";
import { ImprimaturError } from "./base.ts";

/** A proposal's text is not in the form that the governor and governance pages read. */
export class DescriptionError extends ImprimaturError {
  override readonly name = "DescriptionError";
}

/** A proposal has to do something. */
export class ProposalEmptyError extends ImprimaturError {
  override readonly name = "ProposalEmptyError";
  constructor() {
    super("A proposal needs at least one call.");
  }
}

/** A proposal has more calls than the governor takes. */
export class ProposalTooLongError extends ImprimaturError {
  override readonly name = "ProposalTooLongError";
  constructor(calls: number, max: number) {
    super(`A proposal has at most ${max} calls, not ${calls}.`, { hint: "Split the proposal." });
  }
}

/** One action of a proposal would fail; `cause` is the decoded revert. */
export class ProposalActionError extends ImprimaturError {
  override readonly name = "ProposalActionError";
  /** Place of the action, from 0. */
  readonly action: number;
  constructor(action: number, sentence: string, cause: unknown) {
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    super(`Action ${action + 1} of the proposal would fail: ${sentence}`, { cause, details: [reason] });
    this.action = action;
  }
}

/** A list of a studio's founders cannot be used. */
export class FoundersError extends ImprimaturError {
  override readonly name = "FoundersError";
}

/** An account is not the contract that it should be. */
export class ForeignContractError extends ImprimaturError {
  override readonly name = "ForeignContractError";
  constructor(address: Address, expected: string, cause?: unknown) {
    super(`${address} is no ${expected}.`, cause === undefined ? {} : { cause });
  }
}
