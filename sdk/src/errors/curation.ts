import { ImprimaturError } from "./base.ts";

/** The acceptance plan's number is not in the table. */
export class UnknownPlanError extends ImprimaturError {
  override readonly name = "UnknownPlanError";
  constructor(plan: number) {
    super(`There is no acceptance plan ${plan}.`);
  }
}

/** The words of a ballot are not a sequence of disjoint (ok, defect) pairs. */
export class BallotWordsError extends ImprimaturError {
  override readonly name = "BallotWordsError";
}

/** Packed ballots do not have a whole number of entries. */
export class BallotPackingError extends ImprimaturError {
  override readonly name = "BallotPackingError";
}

/** Two ballots of one curator: only one may count, and both together are proof of double voting. */
export class BallotDuplicateError extends ImprimaturError {
  override readonly name = "BallotDuplicateError";
  readonly curator: number;
  constructor(curator: number) {
    super(`Curator ${curator} has two ballots.`);
    this.curator = curator;
  }
}

/** A header rebuilt from a node's answer does not hash to the block's hash. */
export class HeaderMismatchError extends ImprimaturError {
  override readonly name = "HeaderMismatchError";
  constructor(found: string, expected: string) {
    super(`The header hashes to ${found}, the block's hash is ${expected}.`, {
      hint: "The chain has header fields that this SDK does not know; take the header from the node's debug API.",
    });
  }
}

/** The seed block is not there yet. */
export class SeedBlockPendingError extends ImprimaturError {
  override readonly name = "SeedBlockPendingError";
  readonly seedBlock: bigint;
  constructor(seedBlock: bigint, blockNumber: bigint) {
    super(`The seed block is ${seedBlock}, the chain is at ${blockNumber}.`, {
      hint: "The draw takes one block more than the seed block.",
    });
    this.seedBlock = seedBlock;
  }
}

/** A lot has no audit in the state that the action needs. */
export class AuditPhaseError extends ImprimaturError {
  override readonly name = "AuditPhaseError";
  constructor(lotId: bigint, phase: string, expected: string) {
    super(`The audit of lot ${lotId} is in phase "${phase}", expected ${expected}.`);
  }
}

/** These ballots do not make a verdict: the audit stays open. */
export class AuditOpenError extends ImprimaturError {
  override readonly name = "AuditOpenError";
  readonly reason: "tooFewBallots" | "noQuorum" | "uncovered";
  constructor(reason: "tooFewBallots" | "noQuorum" | "uncovered", found: number, needed: number) {
    const what = { tooFewBallots: "ballots", noQuorum: "units of weight", uncovered: "covered lanes" }[reason];
    super(`The audit has ${found} ${what}, it needs ${needed}.`, { hint: "Collect more ballots." });
    this.reason = reason;
  }
}

/** A ballot that the chain would refuse, and why. */
export class BallotRejectedError extends ImprimaturError {
  override readonly name = "BallotRejectedError";
  readonly curator: number;
  constructor(curator: number, reason: string) {
    super(`The ballot of curator ${curator} does not count: ${reason}.`, { hint: "Leave it out of the close." });
    this.curator = curator;
  }
}
