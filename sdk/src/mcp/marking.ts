import { createFence, type Fence } from "../agent/untrusted.ts";
import {
  CLOCK_MODES,
  CONTRIBUTOR_ROLES,
  KINDS,
  LICENSE_STATUSES,
  LOT_STATUSES,
  MODULES,
  PRESETS,
  PROPOSAL_STATES,
  SCOPES,
  SPLIT_KINDS,
  SUPPORTS,
  USAGES,
  VERDICT_CLASSES,
} from "../types/enums.ts";
import { AnswerTooLongError } from "../errors/mcp.ts";

/** A sentence of the program's own: the only words that are not marked. */
export class Said {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Words of the protocol's vocabulary, which no stranger chooses. */
const VOCABULARY: ReadonlySet<string> = new Set([
  ...[CLOCK_MODES, CONTRIBUTOR_ROLES, KINDS, LICENSE_STATUSES, LOT_STATUSES, MODULES, PRESETS, PROPOSAL_STATES].flat(),
  ...[SCOPES, SPLIT_KINDS, SUPPORTS, USAGES, VERDICT_CLASSES].flat(),
  ...[
    "perpetual",
    "paid",
    "bought",
    "called",
    "paused",
    "lifted",
    "revoked",
    "policyChanged",
    "reviewed",
    "plain",
    "record",
  ],
  ...["holder", "seat", "open", "returned", "none", "leaf", "referrerProof"],
]);

/** Hex and decimals say nothing that could be obeyed. */
const PLAIN = /^(0x[0-9a-fA-F]*|-?\d{1,80})$/u;

/** Most bytes of one answer in UTF-8. */
const MAX_ANSWER = 60_000;

/** An answer as an agent gets it: what the marks mean, then one JSON document. */
export type MarkedAnswer = { notice: string; json: string };

/**
 * Writes an answer so that everything which a stranger may have written is marked: every text that is neither hex, nor a
 * number, nor a word of the protocol, nor the program's own sentence. What is new is marked until somebody says otherwise.
 */
export function markAnswer(value: unknown, max = MAX_ANSWER): MarkedAnswer {
  const fence = createFence();
  const json = JSON.stringify(marked(value, fence), undefined, 1);
  const bytes = new TextEncoder().encode(json).length;
  if (bytes > max) throw new AnswerTooLongError(bytes, max);
  return { notice: fence.notice, json };
}

function marked(value: unknown, fence: Fence): unknown {
  if (typeof value === "string") return PLAIN.test(value) || VOCABULARY.has(value) ? value : fence.mark(value);
  if (typeof value === "bigint") return String(value);
  if (value instanceof Said) return value.text;
  if (Array.isArray(value)) return value.map((part) => marked(part, fence));
  if (value instanceof Map) return marked(Object.fromEntries(value as Map<string, unknown>), fence);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.map(([key, part]) => [keyOf(key, fence), marked(part, fence)]));
}

/** Names of fields are the program's; a key that is no such name came from somewhere else. */
const keyOf = (key: string, fence: Fence): string =>
  /^[a-zA-Z][a-zA-Z0-9_]{0,40}$/u.test(key) ? key : fence.mark(key);
