import { ImprimaturError } from "./base.ts";

/** A DID has no document that could be had. */
export class DidUnresolvedError extends ImprimaturError {
  override readonly name = "DidUnresolvedError";
  /** The resolver's own word: `invalidDid`, `notFound`, `unsupportedDidMethod`, … */
  readonly reason: string;
  constructor(did: string, reason: string, options: { message?: string; cause?: unknown } = {}) {
    const { message, cause } = options;
    super(`"${did}" was not resolved: ${reason}.`, {
      cause,
      details: message === undefined ? [] : [message],
      hint:
        reason === "unsupportedDidMethod"
          ? "Give createDidResolver the method: getResolver() of its package."
          : "Check the DID, and whether its document can be reached.",
    });
    this.reason = reason;
  }
}
