import { toJson } from "./answer.ts";
import { BallotRefusedError, BoxUnreachableError } from "./errors.ts";

/** Milliseconds until a box has to have answered. */
const TIMEOUT = 10_000;

/** Most bytes of an answer that are read: a box has little to say. */
const MOST = 65_536;

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
    return { status: response.status, said: await saidIn(response) };
  } catch (cause) {
    throw new BoxUnreachableError(url, "it did not answer", cause);
  }
}

/** What a box says; nothing where it is no JSON, or more than a box has to say. */
async function saidIn(response: Response): Promise<Refused> {
  let [text, bytes] = ["", 0];
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    bytes += part.length;
    // Leaving the loop ends the answer.
    if (bytes > MOST) return {};
    text += decoder.decode(part, { stream: true });
  }
  try {
    const said = JSON.parse(text) as unknown;
    return typeof said === "object" && said !== null ? said : {};
  } catch {
    return {};
  }
}
