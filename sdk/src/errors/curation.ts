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
    super(`Curator ${curator} has two ballots.`, { hint: "Relay one of them; the two together prove double voting." });
    this.curator = curator;
  }
}
