import { ImprimaturError } from "./base.ts";

/** A lot id, asset id, nonce or index does not fit its bits. */
export class IdOutOfRangeError extends ImprimaturError {
  override readonly name = "IdOutOfRangeError";
  constructor(what: string, value: bigint, bits: bigint) {
    super(`The ${what} ${value} does not fit ${bits} bits.`);
  }
}

/** A name is not one of those the protocol knows. */
export class UnknownNameError extends ImprimaturError {
  override readonly name = "UnknownNameError";
  constructor(value: string, allowed: readonly string[]) {
    super(`"${value}" is not one of: ${allowed.join(", ")}.`);
  }
}

/** A contract answered a number that this version of the SDK has no name for. */
export class UnknownOrdinalError extends ImprimaturError {
  override readonly name = "UnknownOrdinalError";
  constructor(ordinal: number, names: readonly string[]) {
    super(`${ordinal} is none of the ${names.length} values: ${names.join(", ")}.`, {
      hint: "The contract may be newer than this SDK.",
    });
  }
}
