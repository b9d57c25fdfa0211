import { type Address, formatEther, formatUnits, hexToString, isHex, maxUint256 } from "viem";
import { PRESETS, SUBJECT_KINDS, USAGES } from "../types/enums.ts";
import { namesOf, nameOf } from "../types/codec.ts";
import { PERPETUAL } from "../types/time.ts";
import type { DescribingContext } from "./context.ts";

const DAY = 86_400n;
const UNITS = [
  [DAY, "day"],
  [3600n, "hour"],
  [60n, "minute"],
  [1n, "second"],
] as const;

/** Text of others, made harmless: one line, no characters that hide or turn around what follows, not endless. */
export function quote(text: string, most = 80): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that must not come through
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, " ");
  const characters = Array.from(plain);
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : plain;
}

/** Seconds in the largest units that say it exactly. */
export function formatDuration(seconds: bigint): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = rest / size;
    rest %= size;
    if (count > 0n) parts.push(`${count} ${unit}${count === 1n ? "" : "s"}`);
  }
  return parts.length === 0 ? "no time" : parts.join(" ");
}

/** Unix seconds in UTC. */
export function formatDate(seconds: bigint): string {
  if (seconds >= PERPETUAL) return "further notice";
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Parts per million as percent, exactly. */
export const formatPpm = (ppm: bigint): string => `${formatUnits(ppm, 4)} %`;

/** ASCII in 32 bytes, or the bytes where they are not. */
export function formatTag(tag: string): string {
  if (!isHex(tag)) return tag;
  const text = hexToString(tag).replace(/\0+$/u, "");
  return /^[\x21-\x7e]{1,32}$/u.test(text) ? `"${text}"` : tag;
}

/** An account: by its name where it has one. */
export function formatAccount(account: string, { names }: DescribingContext): string {
  const name = names.get(account.toLowerCase());
  return name === undefined ? account : `${name} (${account})`;
}

/** Amounts of a token, with its decimals and symbol where they are known. */
export function formatAmount(amount: bigint, token: string, context: DescribingContext): string {
  if (BigInt(token) === 0n) return `${formatEther(amount)} ${context.currency}`;
  const known = context.tokens.get(token.toLowerCase());
  if (known === undefined) return `${amount} units of the token ${formatAccount(token, context)}`;
  return `${formatUnits(amount, known.decimals)} ${known.symbol}`;
}

const formatAllowance = (amount: bigint, token: string, context: DescribingContext): string =>
  amount === maxUint256 ? `any amount of ${formatToken(token, context)}` : formatAmount(amount, token, context);

function formatToken(token: string, context: DescribingContext): string {
  const known = context.tokens.get(token.toLowerCase());
  return known === undefined ? formatAccount(token, context) : `${known.symbol} (${token})`;
}

/** On the governor's clock. */
function formatTicks(ticks: bigint, { clock }: DescribingContext): string {
  if (clock === undefined) return `${ticks} ticks of the governor's clock`;
  if (clock.mode === "timestamp") return formatDuration(ticks);
  return `${ticks} blocks (about ${formatDuration(ticks * BigInt(clock.secondsPerTick))})`;
}

const ZERO_TAG = /^0x0*$/u;
const toBigInt = (value: unknown): bigint => (typeof value === "bigint" ? value : BigInt(Number(value)));

/** How values are written, by the name that templates use. */
export const FORMATS = {
  who: (value, context) => (ZERO_TAG.test(String(value)) ? "nobody" : formatAccount(String(value), context)),
  module: (value, context) => (ZERO_TAG.test(String(value)) ? "nothing" : formatAccount(String(value), context)),
  token: (value, context) => formatToken(String(value), context),
  hash: (value) => String(value),
  tag: (value) => formatTag(String(value)),
  role: (value) => (ZERO_TAG.test(String(value)) ? "" : ` as ${formatTag(String(value))}`),
  number: (value) => String(value),
  rep: (value) => `${formatEther(toBigInt(value))} REP`,
  ppm: (value) => formatPpm(toBigInt(value)),
  percent: (value) => `${toBigInt(value)} %`,
  duration: (value) => formatDuration(toBigInt(value)),
  lasting: (value) => (toBigInt(value) >= PERPETUAL ? "for good" : formatDuration(toBigInt(value))),
  ticks: (value, context) => formatTicks(toBigInt(value), context),
  date: (value) => formatDate(toBigInt(value)),
  preset: (value) => nameOf(PRESETS, Number(value)),
  subjectKind: (value) => nameOf(SUBJECT_KINDS, Number(value)),
  usages: (value) => namesOf(USAGES, Number(value)).join(" and "),
  allow: (value) => (value === true ? "Lets" : "No longer lets"),
  amount: (value, context, token) => formatAmount(toBigInt(value), token, context),
  allowance: (value, context, token) => formatAllowance(toBigInt(value), token, context),
} as const satisfies Readonly<Record<string, (value: unknown, context: DescribingContext, token: Address) => string>>;

/** Name of a format. */
export type Format = keyof typeof FORMATS;
