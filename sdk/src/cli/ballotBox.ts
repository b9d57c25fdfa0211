import { toJson } from "./answer.ts";
import { BallotRefusedError, BoxUnreachableError } from "./errors.ts";

/** Milliseconds until a box has to have answered. */
const TIMEOUT = 10_000;

/** What a box says of a request that it refuses. */
type Refused = { error?: unknown; message?: unknown };

/** Puts a signed ballot into a box; one that is there already counts as put. */
export async function putBallot(box: string, ballot: object, signal: AbortSignal, timeout = TIMEOUT): Promise<void> {
  const { status, said } = await post(`${box.replace(/\/+$/u, "")}/v1/ballots`, toJson(ballot), signal, timeout);
  if (status === 201 || (status === 409 && said.error === "duplicate")) return;
  const reason = typeof said.message === "string" ? said.message : `it answered ${status}`;
  const isRefused = status >= 400 && status < 500 && status !== 429;
  throw isRefused ? new BallotRefusedError(box, reason) : new BoxUnreachableError(box, reason);
}

async function post(
  url: string,
  body: string,
  signal: AbortSignal,
  timeout: number,
): Promise<{ status: number; said: Refused }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      // A ballot goes where the curator said, and nowhere else.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const said = (await response.json().catch(() => ({}))) as Refused | null;
    return { status: response.status, said: said ?? {} };
  } catch (cause) {
    throw new BoxUnreachableError(url, "it did not answer", cause);
  }
}
