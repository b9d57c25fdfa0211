import { ScreeningServiceError } from "../errors/compliance.ts";
import { notSearched, type ScreeningAnswer, type ScreeningItem, type ScreeningProvider } from "./provider.ts";
import { checkedAnswer } from "./screen.ts";

/** What {@link httpProvider} needs. */
export type HttpProviderParameters = {
  /** Takes the questions by POST. HTTPS, or HTTP at this machine. */
  url: string;
  /** What reports call it. */
  name: string;
  /** What it searches, in words for a report. */
  corpus: string;
  /** Sent with every request, such as a key. */
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one request; 10,000 by default. */
  timeout?: number;
  /** How often a request that failed is sent again; 3 by default. */
  retries?: number;
  /** Milliseconds before the first retry; each further one waits twice as long. 250 by default. */
  retryDelay?: number;
  /** Whether names and texts are sent too: they may be confidential. Only hashes and media types by default. */
  sendTexts?: boolean;
};

const TIMEOUT = 10_000;
const RETRIES = 3;
const RETRY_DELAY = 250;

/** Longest wait that a service may ask for. */
const MAX_WAIT = 30_000;
/** Most bytes of an answer that are read. */
const MAX_BYTES = 8 << 20;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * A service that screens, by one POST a batch: `{"items":[{"contentHash","perceptualHash","mediaType"}]}` is answered by
 * `{"answers":[…]}`, one {@link ScreeningAnswer} for each in their order.
 *
 * A busy service (429, 5xx, no connection) is asked again. Redirects are refused: they would hand the key to others.
 *
 * @example
 * ```ts
 * const provider = httpProvider({ url: "https://screen.example/v1", name: "example", corpus: "stock photos", headers });
 * ```
 */
export function httpProvider(parameters: HttpProviderParameters): ScreeningProvider {
  const { name, corpus, url, sendTexts = false } = parameters;
  assertUrl(url);
  return {
    name,
    corpus,
    screen: async (items, { signal }) => {
      const body = JSON.stringify({ items: items.map((item) => questionOf(item, sendTexts)) });
      const answer = await ask(parameters, body, signal);
      return Array.isArray(answer) ? answersIn(answer, items) : items.map(() => answer);
    },
  };
}

function assertUrl(url: string): void {
  const hint = "Give the https address of the service.";
  const { protocol, hostname, username } = URL.canParse(url)
    ? new URL(url)
    : { protocol: "", hostname: "", username: "" };
  const allowed = protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
  if (!allowed) throw new ScreeningServiceError("A screening service needs an https address.", { hint });
  if (username !== "") throw new ScreeningServiceError("Keys belong into headers, not into the address.", { hint });
}

function questionOf({ contentHash, perceptualHash, mediaType, name, text }: ScreeningItem, sendTexts: boolean) {
  return { contentHash, perceptualHash, mediaType, ...(sendTexts ? { name, text } : {}) };
}

function answersIn(answers: readonly unknown[], items: readonly ScreeningItem[]): ScreeningAnswer[] {
  if (answers.length === items.length) return answers.map(checkedAnswer);
  return items.map(() =>
    notSearched("malformed", `${items.length} files were asked about, ${answers.length} answered`),
  );
}

/** The service's answers, or why there are none. */
async function ask(
  parameters: HttpProviderParameters,
  body: string,
  signal: AbortSignal,
): Promise<unknown[] | ScreeningAnswer> {
  const { retries = RETRIES, retryDelay = RETRY_DELAY } = parameters;
  for (let attempt = 0; ; attempt += 1) {
    const { answers, failure, wait } = await askOnce(parameters, body, signal);
    if (answers !== undefined) return answers;
    if (wait === undefined || attempt >= retries) return failure;
    await pause(Math.min(Math.max(wait, retryDelay * 2 ** attempt), MAX_WAIT), signal);
  }
}

type Attempt =
  | { answers: unknown[]; failure?: undefined; wait?: undefined }
  /** `wait`: milliseconds after which it makes sense to ask again; undefined: never. */
  | { answers?: undefined; failure: ScreeningAnswer; wait: number | undefined };

async function askOnce(parameters: HttpProviderParameters, body: string, signal: AbortSignal): Promise<Attempt> {
  const { url, headers = {}, timeout = TIMEOUT } = parameters;
  const late = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, late]),
    });
    return await attemptOf(response);
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) return { failure: notSearched("timeout", `no answer within ${timeout} ms`), wait: 0 };
    // The cause may name the address with its key.
    const reason = error instanceof Error ? error.name : "no connection";
    return { failure: notSearched("unavailable", `the service cannot be reached (${reason})`), wait: 0 };
  }
}

async function attemptOf(response: Response): Promise<Attempt> {
  const { status, type } = response;
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    return { failure: notSearched("refused", "the service redirects, which is not followed"), wait: undefined };
  }
  if (!response.ok) {
    await response.body?.cancel();
    const told = Number(response.headers.get("retry-after") ?? 0) * 1_000;
    const wait = Number.isFinite(told) && told > 0 ? told : 0;
    if (status === 429) return { failure: notSearched("rateLimited", "the service wants fewer questions"), wait };
    if (status >= 500) return { failure: notSearched("unavailable", `the service answered ${status}`), wait };
    return { failure: notSearched("refused", `the service answered ${status}`), wait: undefined };
  }
  const text = await textOf(response);
  const answers = text === undefined ? undefined : answersOf(text);
  if (answers !== undefined) return { answers };
  return { failure: notSearched("malformed", "the service answered something that is no list"), wait: undefined };
}

function answersOf(text: string): unknown[] | undefined {
  try {
    const { answers } = JSON.parse(text) as { answers?: unknown };
    return Array.isArray(answers) ? (answers as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

/** The body; undefined where it is longer than anything that was asked for. */
async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MAX_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
