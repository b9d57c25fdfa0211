import { z } from "zod";
import { address, count, integer, text, url } from "../values.ts";

/** What a watching auditor wants to be told. */

const named = { name: text.optional() };

const purchase = z.strictObject({
  ...named,
  when: z.literal("purchase"),
  /** In the smallest units of the token: purchases of more than this. */
  over: integer.default(0n),
  token: address.optional(),
  recipe: count.optional(),
});

const stop = z.strictObject({ ...named, when: z.literal("stop") });

const charter = z.strictObject({ ...named, when: z.literal("charter") });

const event = z.strictObject({
  ...named,
  when: z.literal("event"),
  /** As its contract names it. */
  event: text,
  /** As the program names contracts: assetRegistry, governor, … */
  contract: text.optional(),
});

const difference = z.strictObject({
  ...named,
  when: z.literal("difference"),
  /** Blocks between two audits of everything. */
  everyBlocks: count.refine((blocks) => blocks > 0, { error: "is 0" }).default(100),
});

export const rule = z.discriminatedUnion("when", [purchase, stop, charter, event, difference], {
  error: "is none of purchase, stop, charter, event, difference",
});

export type Rule = z.output<typeof rule>;

/** A file of rules. */
export const rulesFile = z.strictObject({
  rules: z.array(rule).min(1, { error: "is empty" }),
  webhook: url.optional(),
});

/** Events that stop something from being made or sold. */
const STOPS = ["RecipeStopped", "RecipeSuspended", "AssetFrozen", "LotSuspended", "AssetsVetoed", "ActionsVetoed"];

/** Level of a producer that may commit no more. */
const STOPPED = 3;

/** An event of one of the watched contracts. */
export type SeenEvent = { contract: string; event: string; args: Readonly<Record<string, unknown>> };

/** Whether a rule wants to know of an event. */
export function matches(wanted: Rule, seen: SeenEvent): boolean {
  const { args } = seen;
  switch (wanted.when) {
    case "purchase":
      return (
        seen.event === "LicensePurchased" &&
        (args["gross"] as bigint) > wanted.over &&
        (wanted.token === undefined || args["token"] === wanted.token) &&
        (wanted.recipe === undefined || args["recipe"] === wanted.recipe)
      );
    case "stop":
      return STOPS.includes(seen.event) || (seen.event === "ProducerLevelSet" && args["level"] === STOPPED);
    case "charter":
      return seen.event === "CharterSet";
    case "event":
      return seen.event === wanted.event && (wanted.contract === undefined || wanted.contract === seen.contract);
    case "difference":
      return false;
  }
}

export const nameOfRule = (wanted: Rule): string => wanted.name ?? wanted.when;
