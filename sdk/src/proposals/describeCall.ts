import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  decodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  size,
  slice,
  toFunctionSelector,
} from "viem";
import type { Call } from "../actions/internal/types.ts";
import { ABIS } from "./abis.ts";
import type { DescribingContext } from "./context.ts";
import { FORMATS, type Format, formatAccount, formatAmount, formatDate, formatDuration, quote } from "./formats.ts";
import { SENTENCES } from "./sentences.ts";

/** A call of a proposal, read back. */
export type DescribedCall = {
  call: Required<Call>;
  /** A sentence for voters. */
  sentence: string;
  /** Whether all of it was read. False: nobody should vote for it because of the sentence. */
  understood: boolean;
  /** The function that is called, and its arguments by name; absent for plain payments and unknown functions. */
  functionName?: string;
  args?: Readonly<Record<string, unknown>>;
  /** What the call makes another contract do. */
  inner?: readonly DescribedCall[];
};

type Decoded = { item: AbiFunction; args: Readonly<Record<string, unknown>> };

/**
 * What a call of the studio's timelock does, without asking anybody: by the ABIs of the protocol's contracts and of
 * ERC-20.
 */
export function describeCall({ to, data, value = 0n }: Call, context: DescribingContext): DescribedCall {
  const call = { to: getAddress(to), data, value };
  if (size(data) === 0) return { call, sentence: payment(to, value, context), understood: true };
  const contract = context.contracts.get(to.toLowerCase());
  const kind = contract ?? (context.tokens.has(to.toLowerCase()) ? "token" : undefined);
  const abi: Abi = kind === undefined || kind === "token" ? erc20Abi : ABIS[kind];
  const decoded = kind === undefined ? undefined : decode(abi, data);
  const extra = value === 0n ? "" : `, and pays ${formatAmount(value, ZERO, context)} with it`;
  if (kind === undefined || decoded === undefined) return unknown(call, extra, context);
  const { item, args } = decoded;
  const templates: Readonly<Record<string, string>> = SENTENCES[kind];
  const template = templates[item.name];
  const streamed = kind === "token" && item.name === "transfer" ? stream(call.to, args, context) : undefined;
  const sentence =
    streamed ?? (template === undefined ? plain(item, args, to, context) : fill(template, args, to, context));
  const inner = innerCalls(call.to, item.name, args)?.map((nested) => describeCall(nested, context));
  return {
    call,
    sentence: inner === undefined ? `${sentence}${extra}.` : `${sentence}${extra}`,
    understood: inner?.every(({ understood }) => understood) ?? true,
    functionName: item.name,
    args,
    ...(inner === undefined ? {} : { inner }),
  };
}

const ZERO: Address = "0x0000000000000000000000000000000000000000";

function payment(to: Address, value: bigint, context: DescribingContext): string {
  const amount = formatAmount(value, ZERO, context);
  return `${streamTo(to, amount, context) ?? `Pays ${amount} to ${formatAccount(getAddress(to), context)}`}.`;
}

function stream(token: Address, args: Decoded["args"], context: DescribingContext): string | undefined {
  return streamTo(String(args["recipient"]), formatAmount(args["amount"] as bigint, token, context), context);
}

function streamTo(wallet: string, amount: string, context: DescribingContext): string | undefined {
  const known = context.streams.get(wallet.toLowerCase());
  if (known === undefined) return undefined;
  const { beneficiary, start, duration } = known;
  const whom = formatAccount(beneficiary, context);
  const span = `evenly over ${formatDuration(duration)} from ${formatDate(start)}`;
  return `Streams ${amount} to ${whom}, ${span}, through the vesting wallet ${wallet}`;
}

function unknown(call: Required<Call>, extra: string, context: DescribingContext): DescribedCall {
  const what = `${slice(call.data, 0, Math.min(4, size(call.data)))}, ${size(call.data)} bytes`;
  const where = formatAccount(call.to, context);
  const warning = "ask its proposer what it does";
  return {
    call,
    sentence: `Calls ${where} in a way that cannot be read here (${what})${extra}: ${warning}.`,
    understood: false,
  };
}

function decode(abi: Abi, data: Hex): Decoded | undefined {
  try {
    const { args = [] } = decodeFunctionData({ abi, data });
    const item = functionOf(abi, data);
    return item === undefined ? undefined : { item, args: byName(item.inputs, args) };
  } catch {
    return undefined;
  }
}

const functionOf = (abi: Abi, data: Hex): AbiFunction | undefined =>
  abi.find((item): item is AbiFunction => item.type === "function" && toFunctionSelector(item) === slice(data, 0, 4));

const byName = (inputs: readonly AbiParameter[], args: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(inputs.map(({ name }, place) => [name === undefined || name === "" ? place : name, args[place]]));

/** The value at a path of a template. */
function at(args: Decoded["args"], path: string): unknown {
  return path.split(".").reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], args);
}

/** A template's placeholders: path, format, and the path of the token that an amount is of. */
export const PLACEHOLDER = /\{([\w.]+):(\w+)(?:\(([\w.@]+)\))?\}/gu;

function fill(template: string, args: Decoded["args"], to: Address, context: DescribingContext): string {
  return template.replace(PLACEHOLDER, (_, path: string, format: Format, token?: string) => {
    const of = token === undefined || token === "@" ? to : (at(args, token) as Address);
    return FORMATS[format](at(args, path), context, of);
  });
}

/** A function that no sentence is written for, from the ABI alone. */
function plain(item: AbiFunction, args: Decoded["args"], to: Address, context: DescribingContext): string {
  const values = Object.entries(args).map(([name, value]) => `${name} ${show(value)}`);
  return `Calls ${item.name} of ${formatAccount(getAddress(to), context)} with ${values.join(", ") || "nothing"}`;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${show(part)}`)
      .join(", ")} }`;
  }
  return quote(String(value), 200);
}

/** Calls that a call leads to. */
function innerCalls(to: Address, functionName: string, args: Decoded["args"]): Call[] | undefined {
  if (functionName === "relay") {
    const { target, value, data } = args as { target: Address; value: bigint; data: Hex };
    return [{ to: target, value, data }];
  }
  if (functionName === "multicall") return (args["data"] as readonly Hex[]).map((data) => ({ to, data, value: 0n }));
  return undefined;
}
