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

const OPEN_REASONS = {
  tooFewBallots: "ballots",
  noQuorum: "units of weight",
  uncovered: "covered lanes",
  notHeavier: "units of weight, a heavier set than the present verdict's",
  ballotsOpen: "ballots of drawn curators before the deadline",
  tooFewHumans: "ballots of people",
  undecided: "decided assets",
} as const;

/** Why ballots make no verdict. */
export type OpenReason = keyof typeof OPEN_REASONS;

/** These ballots do not make a verdict: the audit stays open, or as it is. */
export class AuditOpenError extends ImprimaturError {
  override readonly name = "AuditOpenError";
  readonly reason: OpenReason;
  constructor(reason: OpenReason, found: number, needed: number) {
    super(`There are ${found} ${OPEN_REASONS[reason]}, ${needed} are needed.`, { hint: "Collect more ballots." });
    this.reason = reason;
  }
}

/** A ballot that was cast directly is not among those to be closed with. */
export class BallotMissingError extends ImprimaturError {
  override readonly name = "BallotMissingError";
  readonly curator: number;
  constructor(curator: number) {
    super(`Curator ${curator} cast its ballot directly: the close must contain it.`, {
      hint: "Take the ballot from the event BallotCast.",
    });
    this.curator = curator;
  }
}

/** No sampling plan of this size meets both risks. */
export class PlanImpossibleError extends ImprimaturError {
  override readonly name = "PlanImpossibleError";
  constructor({ aql, ltpd }: { aql: number; ltpd: number }) {
    super(`No plan tells lots with ${aql} defects from lots with ${ltpd} as surely as asked.`, {
      hint: "Give shares with aql < ltpd, move them apart, or accept greater risks.",
    });
  }
}

/** The event that says what is asked for is not there. */
export class CurationRecordMissingError extends ImprimaturError {
  override readonly name = "CurationRecordMissingError";
  constructor(what: string, id: bigint) {
    super(`The logs hold no ${what} of ${id}.`, { hint: "Has it happened? Is fromBlock early enough?" });
  }
}

/** Everything about a challenge is decided. */
export class ChallengeResolvedError extends ImprimaturError {
  override readonly name = "ChallengeResolvedError";
  constructor(lotId: bigint, id: number) {
    super(`Challenge ${id} of lot ${lotId} is resolved, or was never made.`);
  }
}

/** The studio has no token for deposits yet. */
export class AuditTokenUnsetError extends ImprimaturError {
  override readonly name = "AuditTokenUnsetError";
  constructor(curation: string) {
    super(`The gate ${curation} has no audit token.`, { hint: "Have the studio propose setAuditToken." });
  }
}

/** The bytes of an event are not a whole number of entries. */
export class RecordLengthError extends ImprimaturError {
  override readonly name = "RecordLengthError";
  constructor(found: number, entry: number) {
    super(`${found} bytes are not a whole number of entries of ${entry} bytes.`);
  }
}

/** A canary is not in the set. */
export class CanaryUnknownError extends ImprimaturError {
  override readonly name = "CanaryUnknownError";
  constructor(lotId: bigint) {
    super(`Lot ${lotId} is not a canary of this set.`);
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
