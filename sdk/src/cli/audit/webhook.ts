import { setTimeout as pause } from "node:timers/promises";
import { toJson } from "../answer.ts";

/** What is told, with a name that stays the same however often it is told. */
export type Alert = {
  /** The same for the same thing: who receives it twice can tell. */
  id: string;
  rule: string;
  chainId: number;
  block: bigint;
  /** A sentence. */
  what: string;
  facts: object;
};

/** How often and how patiently a webhook is tried. */
export type Patience = { attempts: number; firstPauseMs: number; longestPauseMs: number; timeoutMs: number };

export const PATIENCE: Patience = { attempts: 8, firstPauseMs: 250, longestPauseMs: 30_000, timeoutMs: 10_000 };

/**
 * Posts an alert until somebody takes it; true once it was taken. Servers in trouble (5xx, 429) and missing answers are
 * tried again, each time after twice the pause; what is refused for good (other 4xx) is not, and nobody who answers
 * sends an alert elsewhere: a redirection is a refusal.
 */
export async function post(url: string, alert: Alert, signal: AbortSignal, patience = PATIENCE): Promise<boolean> {
  let wait = patience.firstPauseMs;
  for (let attempt = 1; ; attempt += 1) {
    const status = await attemptAt(url, alert, signal, patience.timeoutMs);
    if (status !== undefined && status < 300) return true;
    const forGood = status !== undefined && status < 500 && status !== 429;
    if (forGood || attempt >= patience.attempts || signal.aborted) return false;
    await pause(wait, undefined, { signal }).catch(() => undefined);
    wait = Math.min(2 * wait, patience.longestPauseMs);
  }
}

/** HTTP status; undefined where there was no answer. */
async function attemptAt(
  url: string,
  alert: Alert,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<number | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": alert.id },
      body: toJson(alert),
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
