import { type Abi, decodeErrorResult, type Hex, isHex } from "viem";
import { formatAbiItem, toFunctionSelector } from "viem/utils";
import { defined } from "../types/defined.ts";
import { ImprimaturError } from "./base.ts";
import { ERROR_TABLE } from "./generated/table.ts";
import { hintOfReason } from "./reasons.ts";
import { errorOfRequest } from "./requestFailure.ts";
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
  WrappedRevertError,
} from "./revert.ts";
import { revertDataOf } from "./revertData.ts";

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
let entries: Map<string, Entry> | undefined;

/** Tables whose errors are known. */
const learned = new Set<string>();

function entryOf([name = "", inputs = "", ...remedy]: readonly string[]): Entry {
  const parameters = inputs === "" ? [] : inputs.split(",").map((parameter) => parameter.split(" "));
  const item = { type: "error", name, inputs: parameters.map(([type, label]) => ({ type, name: label })) } as AbiError;
  const text = remedy.join(";");
  const family = CLASSES[Number(text.charAt(0))];
  return text === "" || family === undefined ? { item } : { item, family, hint: text.slice(1) };
}

function entryFor(data: Hex): Entry | undefined {
  return learnErrors(ERROR_TABLE).get(data.slice(0, 10).toLowerCase());
}

/** Makes the errors of a table known. */
export function learnErrors(table: string): ReadonlyMap<string, Entry> {
  entries ??= new Map();
  if (learned.has(table)) return entries;
  learned.add(table);
  for (const row of table.split("\n")) {
    const entry = entryOf(row.split(";"));
    entries.set(toFunctionSelector(formatAbiItem(entry.item)), entry);
  }
  return entries;
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

/**
 * The typed error that revert data stands for. Where contracts on the way wrapped it into errors of their own, it is the
 * innermost; they are its causes.
 */
export function errorOfRevert(data: Hex, cause: unknown): ImprimaturError {
  const builtIn = decodeBuiltIn(data, cause);
  if (builtIn !== undefined) return builtIn;
  const decoded = decodeRevert(data);
  if (decoded === undefined) return new UnknownRevertError(data, cause);
  const inner = innerOf(decoded);
  if (inner !== undefined) return errorOfRevert(inner, new WrappedRevertError(decoded, cause));
  const { family: Family = RevertError, hint } = entryFor(data) ?? {};
  const reason = typeof decoded.args["reason"] === "string" ? hintOfReason(decoded.args["reason"]) : undefined;
  return new Family({ ...decoded, ...defined({ hint: reason ?? hint }), cause });
}

/** Errors that carry what another contract refused, and the parameter that it is in. */
const WRAPPERS: Readonly<Partial<Record<ErrorName, string>>> = {
  DelegateAndRevert: "ret",
  ExecuteError: "error",
  FailedOpWithRevert: "inner",
  PostOpReverted: "returnData",
  WrappedError: "reason",
};

function innerOf({ errorName, args }: DecodedError): Hex | undefined {
  const place = WRAPPERS[errorName];
  const inner = place === undefined ? undefined : args[place];
  return isHex(inner) && inner.length >= 10 ? inner : undefined;
}

/**
 * What a failed request means: a revert becomes the typed error it stands for, and a failure of wallet, node or
 * connection its own, each with the original as its cause. What is nothing of it stays what it is.
 *
 * A revert inside a proposal comes out of governor and timelock unchanged, so the error is the target's.
 */
export function toStudioError(error: unknown): unknown {
  const own = ownErrorIn(error);
  if (own !== undefined) return own;
  const data = revertDataOf(error);
  return data === undefined ? (errorOfRequest(error) ?? error) : errorOfRevert(data, error);
}

/** An error of this SDK, itself or below what viem wrapped around it: a guarded account refuses inside of viem's sending. */
function ownErrorIn(error: unknown): ImprimaturError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (ImprimaturError.is(cause)) return cause;
  return undefined;
}

/** Solidity's own errors: `Error(string)` and `Panic(uint256)`. */
function decodeBuiltIn(data: Hex, cause: unknown): ImprimaturError | undefined {
  const name = { "0x08c379a0": "Error", "0x4e487b71": "Panic" }[data.slice(0, 10).toLowerCase()];
  if (name === undefined) return undefined;
  try {
    const [told] = decodeErrorResult({ abi: [], data }).args;
    if (name === "Panic") return new PanicError(Number(told), cause);
    return new RevertReasonError(String(told), hintOfReason(String(told)), cause);
  } catch {
    return undefined;
  }
}
