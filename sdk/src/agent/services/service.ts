import { GeneratorServiceError } from "../../errors/agent.ts";

/** How a service is reached that speaks OpenAI's protocol: hosted, or a program on this machine. */
export type ServiceOptions = {
  /** The API's root, such as `https://api.example.com/v1`. HTTPS, or HTTP at this machine. */
  url: string;
  /** The model's name, as the service knows it. */
  model: string;
  /** Sent as a bearer token. */
  apiKey?: string;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds without a byte after which a request is given up; 120,000 by default. */
  timeout?: number;
  /** How often a request that failed is sent again; 3 by default. */
  retries?: number;
  /** Milliseconds before the first retry; each further one waits twice as long. 500 by default. */
  retryDelay?: number;
  /** Most bytes of one answer; 64 MB by default. */
  maxBytes?: number;
};

const TIMEOUT = 120_000;
const RETRIES = 3;
const RETRY_DELAY = 500;
const MAX_BYTES = 64 << 20;
/** Longest wait that a service may ask for. */
const MAX_WAIT = 60_000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const JITTER = 0.25;

/** A message of a stream, or the one of an answer that is none. */
export type ServiceMessage = unknown;

/** Refuses addresses to which no key should be sent. */
export function assertService({ url }: Pick<ServiceOptions, "url">): void {
  const { protocol, hostname, username } = URL.canParse(url)
    ? new URL(url)
    : { protocol: "", hostname: "", username: "" };
  const isAllowed = protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
  const hint = "Give the https address of the API's root, and the key as apiKey.";
  if (!isAllowed || username !== "")
    throw new GeneratorServiceError("needs an https address without a key in it", { hint });
}

/**
 * Asks once, and again while that may help (no connection, too slow, 429, 5xx), and gives every message of the answer to
 * `read`. What was read of an attempt that broke is forgotten.
 */
export async function askService<Result>(
  options: ServiceOptions,
  request: { path: string; body: object; signal: AbortSignal },
  read: (messages: AsyncIterable<ServiceMessage>) => Promise<Result>,
): Promise<Result> {
  const { retries = RETRIES, retryDelay = RETRY_DELAY } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce(options, request, read);
    } catch (error) {
      request.signal.throwIfAborted();
      if (!(error instanceof ServiceFailure)) throw error;
      if (!error.told.retryable || attempt >= retries) throw error.told;
      const wait = Math.max(error.wait, retryDelay * 2 ** attempt * (1 + JITTER * Math.random()));
      await pause(Math.min(wait, MAX_WAIT), request.signal);
    }
  }
}

/** An attempt that failed, and after how many milliseconds the service wants the next one. */
class ServiceFailure extends Error {
  readonly told: GeneratorServiceError;
  readonly wait: number;
  constructor(told: GeneratorServiceError, wait = 0) {
    super(told.message);
    this.told = told;
    this.wait = wait;
  }
}

async function attemptOnce<Result>(
  options: ServiceOptions,
  request: { path: string; body: object; signal: AbortSignal },
  read: (messages: AsyncIterable<ServiceMessage>) => Promise<Result>,
): Promise<Result> {
  const { timeout = TIMEOUT, maxBytes = MAX_BYTES } = options;
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), timeout);
  const onBytes = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(), timeout);
  };
  try {
    const response = await send(options, request, AbortSignal.any([request.signal, idle.signal]));
    await assertAnswer(response);
    return await read(messagesOf(response, { maxBytes, onBytes }));
  } catch (error) {
    if (error instanceof ServiceFailure) throw error;
    if (error instanceof GeneratorServiceError) throw new ServiceFailure(error);
    if (idle.signal.aborted) {
      throw new ServiceFailure(new GeneratorServiceError(`sent nothing for ${timeout} ms`, { retryable: true }));
    }
    // The cause may name the address; only what it is called is told.
    const reason = error instanceof Error ? error.name : "no connection";
    throw new ServiceFailure(new GeneratorServiceError(`broke off (${reason})`, { retryable: true, cause: error }));
  } finally {
    clearTimeout(timer);
    idle.abort();
  }
}

function send(
  { url, apiKey, headers = {} }: ServiceOptions,
  { path, body }: { path: string; body: object },
  signal: AbortSignal,
): Promise<Response> {
  return fetch(`${url.replace(/\/+$/u, "")}/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...headers,
    },
    body: JSON.stringify(body),
    redirect: "manual",
    signal,
  });
}

/** Bytes of an error's text that are told. */
const TOLD_BYTES = 300;

async function assertAnswer(response: Response): Promise<void> {
  const { ok, status, type } = response;
  if (ok) return;
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    throw new ServiceFailure(new GeneratorServiceError("redirects, which is not followed", { status }));
  }
  const told = (await response.text().catch(() => "")).replaceAll(/\s+/gu, " ").slice(0, TOLD_BYTES);
  const seconds = Number(response.headers.get("retry-after") ?? 0);
  const retryable = status === 408 || status === 429 || status >= 500;
  const failure = new GeneratorServiceError(`answered ${status}: ${told}`, { status, retryable });
  throw new ServiceFailure(failure, Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0);
}

type Reading = { maxBytes: number; onBytes: () => void };

/** The messages of a stream of server-sent events, or the one JSON document. */
async function* messagesOf(response: Response, reading: Reading): AsyncGenerator {
  const isStream = (response.headers.get("content-type") ?? "").includes("text/event-stream");
  let text = "";
  for await (const part of textOf(response, reading)) {
    text += part;
    if (!isStream) continue;
    const events = text.split(/\r?\n\r?\n/u);
    text = events.pop() ?? "";
    for (const event of events) {
      const data = dataOf(event);
      if (data === END) return;
      if (data !== "") yield parse(data);
    }
  }
  const rest = isStream ? dataOf(text) : text;
  if (rest !== "" && rest !== END) yield parse(rest);
}

/** What ends a stream. */
const END = "[DONE]";

const dataOf = (event: string): string =>
  event
    .split(/\r?\n/u)
    .flatMap((line) => (line.startsWith("data:") ? [line.slice("data:".length).trimStart()] : []))
    .join("\n");

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GeneratorServiceError("answered something that is no JSON", { cause: error });
  }
}

async function* textOf(response: Response, { maxBytes, onBytes }: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      onBytes();
      bytes += part.value.length;
      if (bytes > maxBytes) throw new GeneratorServiceError(`answered more than ${maxBytes} bytes`);
      yield decoder.decode(part.value, { stream: true });
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
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
