import { ScreeningInputError } from "../errors/compliance.ts";
import {
  notSearched,
  type ScreeningAnswer,
  type ScreeningItem,
  type ScreeningMatch,
  type ScreeningMethod,
  type ScreeningProvider,
} from "./provider.ts";

/** What {@link screen} needs. */
export type ScreenParameters = {
  items: readonly ScreeningItem[];
  providers: readonly ScreeningProvider[];
  /** Milliseconds that each provider has for each batch; 30,000 by default. */
  deadline?: number;
  /** Files that a provider is given at once; 256 by default. */
  batch?: number;
  /** Ends the screening: what was not searched yet says so. */
  signal?: AbortSignal;
  /** Called after every batch of every provider. */
  onProgress?: (progress: { provider: string; items: number }) => void;
};

/** What one provider said about every item, in their order. */
export type ProviderFindings = { provider: string; corpus: string; answers: readonly ScreeningAnswer[] };

const DEADLINE = 30_000;
const BATCH = 256;
const METHODS: readonly ScreeningMethod[] = ["exact", "picture", "text", "service"];
const PPM = 1_000_000;

/** Longest text of a provider that is kept: it may come from anybody. */
const MAX_TEXT = 500;

/** Most matches of one file that are kept of one provider, the likest first. */
export const MAX_MATCHES = 64;

/**
 * Asks every provider about every file, side by side. A provider that fails, is late or talks nonsense spoils no other:
 * its files are *not searched*, with the reason. It throws only where the question itself is wrong.
 *
 * @example
 * ```ts
 * const findings = await screen({ items, providers: [indexProvider({ index, name: "registry", corpus: "block 812" })] });
 * ```
 */
export async function screen(parameters: ScreenParameters): Promise<ProviderFindings[]> {
  const { items, providers, deadline = DEADLINE, batch = BATCH } = parameters;
  const names = new Set(providers.map(({ name }) => name));
  if (providers.length === 0) throw new ScreeningInputError("A screening needs a provider.");
  if (names.size !== providers.length) throw new ScreeningInputError("Two providers of a screening have one name.");
  if (!(deadline > 0) || !Number.isInteger(batch) || batch < 1) {
    throw new ScreeningInputError(`A deadline of ${deadline} ms and batches of ${batch} files are not possible.`);
  }
  return Promise.all(
    providers.map(async (provider) => {
      const answers: ScreeningAnswer[] = [];
      for (let first = 0; first < items.length; first += batch) {
        const part = items.slice(first, first + batch);
        answers.push(...(await answersOf(provider, part, { deadline, signal: parameters.signal })));
        parameters.onProgress?.({ provider: provider.name, items: answers.length });
      }
      return { provider: provider.name, corpus: provider.corpus, answers };
    }),
  );
}

type Limits = { deadline: number; signal: AbortSignal | undefined };

async function answersOf(
  provider: ScreeningProvider,
  items: readonly ScreeningItem[],
  { deadline, signal }: Limits,
): Promise<ScreeningAnswer[]> {
  const late = new AbortController();
  const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  const timer = setTimeout(() => late.abort(), deadline);
  try {
    either.throwIfAborted();
    const found: unknown = await Promise.race([provider.screen(items, { signal: either }), abortionOf(either)]);
    if (!Array.isArray(found) || found.length !== items.length) {
      return all(items, notSearched("malformed", `${items.length} files were asked about, not as many answered`));
    }
    return found.map(checkedAnswer);
  } catch (error) {
    if (late.signal.aborted) return all(items, notSearched("timeout", `no answer within ${deadline} ms`));
    if (signal?.aborted === true) return all(items, notSearched("failed", "the screening was ended"));
    return all(items, notSearched("failed", shortened(error instanceof Error ? error.message : String(error))));
  } finally {
    clearTimeout(timer);
  }
}

function all(items: readonly ScreeningItem[], answer: ScreeningAnswer): ScreeningAnswer[] {
  return items.map(() => answer);
}

/** Rejects when the signal aborts: a provider need not listen to it. */
function abortionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

/** An answer that somebody may have made up, in the form that reports hold; *not searched* where it is none. */
export function checkedAnswer(answer: unknown): ScreeningAnswer {
  if (typeof answer !== "object" || answer === null) return notSearched("malformed", "an answer is not an object");
  const { outcome, methods, matches, reason, detail } = answer as Record<string, unknown>;
  if (outcome === "notSearched" && typeof reason === "string" && typeof detail === "string") {
    return { outcome, reason: REASONS.find((known) => known === reason) ?? "failed", detail: shortened(detail) };
  }
  if (outcome !== "searched") return notSearched("malformed", "an answer is neither searched nor not searched");
  if (
    !Array.isArray(methods) ||
    methods.length === 0 ||
    !methods.every((method) => METHODS.includes(method as never))
  ) {
    return notSearched("malformed", "an answer does not say how it was searched");
  }
  if (!Array.isArray(matches) || !matches.every(isMatch)) {
    return notSearched("malformed", "an answer lists matches that are none");
  }
  const kept = matches
    .map((match) => ({
      method: match.method,
      source: shortened(match.source),
      item: shortened(match.item),
      similarity: match.similarity,
    }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MAX_MATCHES);
  return { outcome, methods: METHODS.filter((method) => methods.includes(method)), matches: kept };
}

const REASONS = [
  "unsupported",
  "tooPlain",
  "timeout",
  "unavailable",
  "rateLimited",
  "refused",
  "malformed",
  "failed",
] as const;

function isMatch(value: unknown): value is ScreeningMatch {
  if (typeof value !== "object" || value === null) return false;
  const { method, source, item, similarity } = value as Record<string, unknown>;
  const likeness = Number.isInteger(similarity) && (similarity as number) >= 0 && (similarity as number) <= PPM;
  return likeness && METHODS.includes(method as never) && typeof source === "string" && typeof item === "string";
}

/** At most so many characters, without halves of surrogate pairs, so that a report can hold it. */
export function shortened(text: string): string {
  const cut = text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
  return cut.replaceAll(/\p{Surrogate}/gu, "\ufffd");
}
