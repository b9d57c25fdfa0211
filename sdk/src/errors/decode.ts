import { BaseError, decodeErrorResult, type Hex, isHex } from "viem";
import { errorsAbi } from "../abi/generated/errors.ts";
import { ImprimaturError } from "./base.ts";
import { FOREIGN_REMEDIES } from "./foreignRemedies.ts";
import { OWN_REMEDIES } from "./remedies.ts";
import type { Family, Remedy } from "./remedy.ts";
import {
  type DecodedError,
  DuplicateError,
  InvalidInputError,
  LimitError,
  PanicError,
  PaymentError,
  ProofError,
  RevertError,
  RevertReasonError,
  StateError,
  TimingError,
  UnauthorizedError,
  UnknownIdError,
  UnknownRevertError,
  UnsupportedTermError,
} from "./revert.ts";

const CLASSES: Readonly<Record<Family, typeof RevertError>> = {
  unauthorized: UnauthorizedError,
  unknown: UnknownIdError,
  duplicate: DuplicateError,
  timing: TimingError,
  input: InvalidInputError,
  limit: LimitError,
  proof: ProofError,
  state: StateError,
  payment: PaymentError,
  unsupported: UnsupportedTermError,
};

const REMEDIES: Readonly<Partial<Record<string, Remedy>>> = { ...OWN_REMEDIES, ...FOREIGN_REMEDIES };

/** A custom error out of revert data; undefined if no known contract raises it. */
export function decodeRevert(data: Hex): DecodedError | undefined {
  try {
    const { errorName, args, abiItem } = decodeErrorResult({ abi: errorsAbi, data });
    const values = Object.fromEntries(abiItem.inputs.map(({ name }, place) => [name, args[place]]));
    return { errorName, args: values, data };
  } catch {
    return undefined;
  }
}

/** The typed error that revert data stands for. */
export function errorOfRevert(data: Hex, cause: unknown): ImprimaturError {
  const builtIn = decodeBuiltIn(data, cause);
  if (builtIn !== undefined) return builtIn;
  const decoded = decodeRevert(data);
  if (decoded === undefined) return new UnknownRevertError(data, cause);
  const remedy = REMEDIES[decoded.errorName];
  if (remedy === undefined) return new RevertError({ ...decoded, cause });
  const [family, hint] = remedy;
  return new CLASSES[family]({ ...decoded, hint, cause });
}

/**
 * What a failed request means: a revert becomes the typed error it stands for, with the original as its cause;
 * everything else (no connection, a rejected signature) stays what it is.
 *
 * A revert inside a proposal comes out of governor and timelock unchanged, so the error is the target's.
 */
export function toStudioError(error: unknown): unknown {
  if (ImprimaturError.is(error)) return error;
  const data = revertDataOf(error);
  return data === undefined ? error : errorOfRevert(data, error);
}

/** Solidity's own errors: `Error(string)` and `Panic(uint256)`. */
function decodeBuiltIn(data: Hex, cause: unknown): ImprimaturError | undefined {
  if (!data.startsWith("0x08c379a0") && !data.startsWith("0x4e487b71")) return undefined;
  const { errorName, args } = decodeErrorResult({ abi: [], data }) as { errorName: string; args: readonly unknown[] };
  return errorName === "Error" ? new RevertReasonError(String(args[0]), cause) : new PanicError(Number(args[0]), cause);
}

/** The revert data somewhere in the causes of an error; undefined where the call did not revert with any. */
export function revertDataOf(error: unknown): Hex | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { raw, data } = cause as { raw?: unknown; data?: unknown };
    const nested: unknown = typeof data === "object" && data !== null && "data" in data ? data.data : data;
    const found = [raw, nested].find((candidate) => isHex(candidate) && candidate.length >= 10);
    if (found !== undefined && (cause instanceof BaseError || "code" in cause)) return found as Hex;
  }
  return undefined;
}
