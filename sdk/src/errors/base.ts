import { stringify } from "viem";

/** What an {@link ImprimaturError} is made from. */
export type ImprimaturErrorOptions = {
  /** The error that led to this one; kept, never flattened into text. */
  cause?: unknown;
  /** Lines that help to find the cause. */
  details?: readonly string[];
  /** What the caller can do about it. */
  hint?: string;
};

/**
 * Base of every error this SDK throws.
 *
 * Match errors by `name` (or with {@link ImprimaturError.is}): two copies of the package in one bundle have
 * different classes, but the same names.
 */
export class ImprimaturError extends Error {
  override readonly name: string = "ImprimaturError";
  /** The first line of the message. */
  readonly shortMessage: string;
  /** Lines that help to find the cause. */
  readonly details: readonly string[];
  /** What the caller can do about it. */
  readonly hint: string | undefined;

  constructor(shortMessage: string, options: ImprimaturErrorOptions = {}) {
    const { cause, details = [], hint } = options;
    const lines = [shortMessage, ...details, ...(hint === undefined ? [] : [`Hint: ${hint}`])];
    super(lines.join("\n"), cause === undefined ? {} : { cause });
    this.shortMessage = shortMessage;
    this.details = details;
    this.hint = hint;
  }

  /** Whether `error` was thrown by any copy of this SDK. */
  static is(error: unknown): error is ImprimaturError {
    return error instanceof Error && "shortMessage" in error && "hint" in error;
  }

  /**
   * Everything that the error says, for logs and answers, numbers of any size as texts. Errors of others may hold
   * anything, endpoints with their keys included: only what they are called is told.
   */
  toJSON(): Record<string, unknown> {
    const { message, cause } = this;
    const told = ImprimaturError.is(cause) ? cause : (cause as Error | undefined)?.name;
    return JSON.parse(stringify(Object.assign({}, this, { message, cause: told }))) as Record<string, unknown>;
  }

  /** The first error of the cause chain, this one included, for which `predicate` holds; without one, the last. */
  walk(predicate?: (error: unknown) => boolean): unknown {
    return walkFrom(this, predicate);
  }
}

function walkFrom(error: unknown, predicate?: (error: unknown) => boolean): unknown {
  if (predicate?.(error)) return error;
  const cause = (error as Error | null)?.cause;
  if (cause !== undefined) return walkFrom(cause, predicate);
  return predicate ? undefined : error;
}
