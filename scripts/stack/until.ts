import { setTimeout as delay } from "node:timers/promises";

const POLL_MILLISECONDS = 100;

/** Polls `probe` until it returns something other than undefined; errors of the probe mean *not yet*. */
export async function until<T>(what: string, milliseconds: number, probe: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + milliseconds;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const value = await probe();
      if (value !== undefined) return value;
    } catch (error) {
      last = error;
    }
    await delay(POLL_MILLISECONDS);
  }
  const cause = last instanceof Error ? `: ${last.message}` : "";
  throw new Error(`${what} did not answer within ${milliseconds / 1000} s${cause}`);
}
