import { type Abi, BaseError, decodeErrorResult, type Hex, isHex } from "viem";
import { formatAbiItem, toFunctionSelector } from "viem/utils";
import { unpackParameters } from "../abi/compact.ts";
import { defined } from "../types/defined.ts";
import { ImprimaturError } from "./base.ts";
import { ERROR_TABLE } from "./generated/table.ts";
import {
  type DecodedError,
  DuplicateError,
  type ErrorName,
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

/** By the place of their families in `FAMILIES`. */
const CLASSES: readonly (typeof RevertError)[] = [
  UnauthorizedError,
  UnknownIdError,
  DuplicateError,
  TimingError,
  InvalidInputError,
  LimitError,
  ProofError,
  StateError,
  PaymentError,
  UnsupportedTermError,
];

type AbiError = Extract<Abi[number], { type: "error" }>;

/** A known error, and what its table says about it. */
type Entry = { item: AbiError; family?: typeof RevertError; hint?: string };

/** Known errors by selector; made of the table when the first revert is decoded. */
let entries: ReadonlyMap<string, Entry> | undefined;

function entryOf([name = "", inputs = "", ...remedy]: readonly string[]): Entry {
  const item = { type: "error", name, inputs: unpackParameters(inputs) } as AbiError;
  const text = remedy.join(";");
  const family = CLASSES[Number(text.charAt(0))];
  return text === "" || family === undefined ? { item } : { item, family, hint: text.slice(1) };
}

function entryFor(data: Hex): Entry | undefined {
  entries ??= new Map(
    ERROR_TABLE.split("\n").map((row) => {
      const entry = entryOf(row.split(";"));
      return [toFunctionSelector(formatAbiItem(entry.item)), entry];
    }),
  );
  return entries.get(data.slice(0, 10).toLowerCase());
}

/** A custom error out of revert data; undefined if no known contract raises it. */
export function decodeRevert(data: Hex): DecodedError | undefined {
  const item = entryFor(data)?.item;
  if (item === undefined) return undefined;
  try {
    const { args } = decodeErrorResult({ abi: [item] as Abi, data }) as { args?: readonly unknown[] };
    const values = Object.fromEntries(item.inputs.map(({ name = "" }, place) => [name, args?.[place]]));
    return { errorName: item.name as ErrorName, args: values, data };
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
  const { family: Family = RevertError, hint } = entryFor(data) ?? {};
  return new Family({ ...decoded, ...defined({ hint }), cause });
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
