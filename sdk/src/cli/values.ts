import { type Address, getAddress, type Hex, isAddress, isHex, size } from "viem";
import { z } from "zod";
import { USAGES } from "../types/enums.ts";

/** Types of arguments, options and fields of files, with messages for people. */

const said = (message: string) => ({ error: message });

export const text = z.string(said("is a text"));

export const address = z
  .string(said("is an address"))
  .refine((value) => isAddress(value), said("is no address: 0x and 40 hex digits, with the right capitals or none"))
  .transform((value): Address => getAddress(value));

export const hash = z
  .string(said("is a hash"))
  .refine(
    (value) => isHex(value) && size(value) === 32 && value.length === 66,
    said("is no hash: 0x and 64 hex digits"),
  )
  .transform((value) => value.toLowerCase() as Hex);

/** Calldata and the like. */
export const bytes = z
  .string(said("is hex"))
  .refine((value) => isHex(value) && value.length % 2 === 0, said("is no hex: 0x and an even number of digits"))
  .transform((value) => value.toLowerCase() as Hex);

/** A function of a contract: "0x…:0x01020304". */
export const callRule = z
  .string(said("is a function"))
  .regex(/^0x[0-9a-fA-F]{40}:0x[0-9a-fA-F]{8}$/u, said("is no address and selector such as 0x…:0x01ffc9a7"))
  .transform((value) => {
    const [target = "", selector = ""] = value.split(":");
    return { target: target.toLowerCase() as Address, selector: selector.toLowerCase() as Hex };
  });

/** Ids, counts and amounts in smallest units: decimal or 0x. */
export const integer = z
  .union([z.string(), z.int().nonnegative().transform(String)], said("is a whole number"))
  .refine((value) => /^(\d{1,78}|0x[0-9a-f]{1,64})$/iu.test(value), said("is no whole number, decimal or 0x…"))
  .transform((value) => BigInt(value));

/** Most that 32 bits hold. */
const MAX_COUNT = 0xffff_ffff;

/** A whole number that fits a register. */
export const count = integer
  .refine((value) => value <= BigInt(MAX_COUNT), said("is more than 4,294,967,295"))
  .transform((value) => Number(value));

/** An amount in whole units of a token, as people write it; the token's decimals make units of it. */
export const amount = z
  .string(said("is an amount"))
  .refine((value) => /^\d{1,60}(\.\d{1,36})?$/u.test(value), said("is no amount such as 12.5"));

/** A recipe by its ordinal, in decimals, or its hash. */
export const recipe = z.union(
  [
    z
      .string()
      .regex(/^\d{1,10}$/u)
      .transform(Number)
      .refine((ordinal) => ordinal <= MAX_COUNT)
      .transform((ordinal): { recipe: number; recipeId?: undefined } => ({ recipe: ordinal })),
    hash.transform((recipeId): { recipeId: Hex; recipe?: undefined } => ({ recipeId })),
  ],
  said("is no recipe: its number, or its id of 64 hex digits"),
);

const SECONDS: Readonly<Record<string, bigint>> = { s: 1n, m: 60n, h: 3600n, d: 86_400n, w: 604_800n, y: 31_536_000n };

/** A length of time: 90, 90s, 15m, 12h, 30d, 2w, 1y. */
export const duration = z
  .string(said("is a length of time"))
  .refine((value) => /^\d{1,10}[smhdwy]?$/u.test(value), said("is no length of time such as 30d, 12h or 3600"))
  .transform((value) => BigInt(value.replace(/\D$/u, "")) * (SECONDS[value.slice(-1)] ?? 1n));

/** A moment: unix seconds or an ISO date. */
export const moment = z
  .string(said("is a moment"))
  .refine((value) => /^\d{1,12}$/u.test(value) || !Number.isNaN(Date.parse(value)), said("is no date and no unix time"))
  .transform((value) => (/^\d{1,12}$/u.test(value) ? BigInt(value) : BigInt(Math.floor(Date.parse(value) / 1000))));

/** Parts per million, written as such or in percent. */
export const ppm = z
  .string(said("is a share"))
  .refine((value) => /^\d{1,7}$|^\d{1,3}(\.\d{1,4})?%$/u.test(value), said("is no share: 2.5% or parts per million"))
  .transform((value) => (value.endsWith("%") ? Math.round(Number(value.slice(0, -1)) * 10_000) : Number(value)))
  .refine((value) => value <= 1_000_000, said("is more than all of it"));

/** Names with commas between. */
export const usages = z
  .string(said("is a list of usages"))
  .transform((value) => value.split(",").map((usage) => usage.trim()))
  .pipe(z.array(z.enum(USAGES, said(`is not among: ${USAGES.join(", ")}`))).min(1));

/** One of some names. */
export const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, said(`is not among: ${names.join(", ")}`));

/** A variable of a query. */
export const variable = z
  .string(said("is a variable"))
  .regex(/^\w+=/u, said("is no variable such as recipe=0x00000004"))
  .transform((value): [name: string, value: string] => {
    const at = value.indexOf("=");
    return [value.slice(0, at), value.slice(at + 1)];
  });

/** A URL of HTTP. */
export const url = z
  .string(said("is a URL"))
  .refine(
    (value) => URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol),
    said("is no URL of http or https"),
  );

/** The first thing that does not fit, as a sentence that begins with its place. */
export function firstProblem(error: z.ZodError, place = ""): string {
  const [issue] = error.issues;
  if (issue === undefined) return `${place} is not understood`;
  const inside = issue.path.map(String).join(".");
  const subject = [place, inside].filter((part) => part !== "").join(": ");
  if (issue.code === "unrecognized_keys") return `${subject || "it"} has the unknown field ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return `${subject} is needed`;
  return `${subject} ${issue.message}`;
}
