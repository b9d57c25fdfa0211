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
