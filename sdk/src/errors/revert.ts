import type { Hex } from "viem";
import type { errorsAbi } from "../abi/generated/errors.ts";
import { defined } from "../types/defined.ts";
import { ImprimaturError } from "./base.ts";

/** Name of a custom error that can reach a caller: ours, OpenZeppelin's, of ERC-6093. */
export type ErrorName = (typeof errorsAbi)[number]["name"];

/** A decoded custom error. */
export type DecodedError = {
  errorName: ErrorName;
  /** Values by the names of the error's parameters. */
  args: Readonly<Record<string, unknown>>;
  /** Revert data. */
  data: Hex;
};

/** What a {@link RevertError} is made from. */
export type RevertErrorParameters = DecodedError & { hint?: string; cause: unknown };

/**
 * A contract refused a call with a custom error. Every family below is one; match `name` for the family and
 * `errorName` for the error itself.
 */
export class RevertError extends ImprimaturError implements DecodedError {
  override readonly name: string = "RevertError";
  readonly errorName: ErrorName;
  readonly args: Readonly<Record<string, unknown>>;
  readonly data: Hex;

  constructor({ errorName, args, data, hint, cause }: RevertErrorParameters) {
    const details = Object.entries(args).map(([name, value]) => `${name}: ${String(value)}`);
    super(`The contract refused the call: ${errorName}.`, { cause, details, ...defined({ hint }) });
    this.errorName = errorName;
    this.args = args;
    this.data = data;
  }
}

/** The caller may not do this. */
export class UnauthorizedError extends RevertError {
  override readonly name = "UnauthorizedError";
}

/** An id, account or word is not known to the contract. */
export class UnknownIdError extends RevertError {
  override readonly name = "UnknownIdError";
}

/** It exists, was used or was said already. */
export class DuplicateError extends RevertError {
  override readonly name = "DuplicateError";
}

/** Too early or too late. */
export class TimingError extends RevertError {
  override readonly name = "TimingError";
}

/** An argument is malformed or contradicts another one. */
export class InvalidInputError extends RevertError {
  override readonly name = "InvalidInputError";
}

/** More than is allowed, or less than is needed. */
export class LimitError extends RevertError {
  override readonly name = "LimitError";
}

/** A signature, key, proof or header is not the right one. */
export class ProofError extends RevertError {
  override readonly name = "ProofError";
}

/** The subject is not in the state that the call needs. */
export class StateError extends RevertError {
  override readonly name = "StateError";
}

/** A token did not pay. */
export class PaymentError extends RevertError {
  override readonly name = "PaymentError";
}

/** A term whose support is still to come. */
export class UnsupportedTermError extends RevertError {
  override readonly name = "UnsupportedTermError";
}

/** A contract refused a call with a text instead of an error. */
export class RevertReasonError extends ImprimaturError {
  override readonly name = "RevertReasonError";
  readonly reason: string;
  constructor(reason: string, hint: string | undefined, cause: unknown) {
    super("The contract refused the call.", { cause, details: [reason], ...defined({ hint }) });
    this.reason = reason;
  }
}

/** A contract refused a call without a word, or ran out of gas. */
export class SilentRevertError extends ImprimaturError {
  override readonly name = "SilentRevertError";
  constructor(cause: unknown) {
    super("The contract refused the call without saying why.", {
      cause,
      hint: "Is it the contract that knows this function, and is the gas enough? A trace of the call tells more.",
    });
  }
}

/** A contract on the way handed on what another one refused; the innermost refusal has this one as its cause. */
export class WrappedRevertError extends ImprimaturError {
  override readonly name = "WrappedRevertError";
  readonly errorName: ErrorName;
  readonly args: Readonly<Record<string, unknown>>;
  readonly data: Hex;
  /** Place of the call in its batch, from 0, where the contract says it. */
  readonly index: number | undefined;

  constructor({ errorName, args, data }: DecodedError, cause: unknown) {
    const [index] = [args["index"], args["opIndex"]].filter((place) => place !== undefined);
    const place = index === undefined ? "" : ` ${Number(index)}`;
    super(`A call${place} within the call was refused: ${errorName}.`, { cause });
    this.errorName = errorName;
    this.args = args;
    this.data = data;
    this.index = index === undefined ? undefined : Number(index);
  }
}

/** A contract broke off: arithmetic overflow, failed assertion and the like. */
export class PanicError extends ImprimaturError {
  override readonly name = "PanicError";
  readonly code: number;
  constructor(code: number, cause: unknown) {
    super(`The contract broke off with panic 0x${code.toString(16)}.`, { cause });
    this.code = code;
  }
}

/** A contract refused a call with data that no known error explains. */
export class UnknownRevertError extends ImprimaturError {
  override readonly name = "UnknownRevertError";
  readonly data: Hex;
  constructor(data: Hex, cause: unknown) {
    super("The contract refused the call with an error that this SDK does not know.", {
      cause,
      details: [`Data: ${data}`],
      hint: "Is the address the contract's? A token or another contract may have refused on its way.",
    });
    this.data = data;
  }
}
