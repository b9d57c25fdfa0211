import { concatBytes } from "viem";
import { StorageAnswerError, StorageRefusedError, StorageUnreachableError } from "../../errors/storage.ts";

/** How long services are waited for. */
export type PatienceOptions = {
  /** Milliseconds until a request is answered, and until the next piece of an answer has come; 120,000 by default. */
  timeout?: number;
};

/** How one request is made. */
export type RequestOptions = PatienceOptions & {
  /** Ends it. */
  signal?: AbortSignal | undefined;
};

const TIMEOUT = 120_000;
/** Longest answer of a service that is no file. */
export const MAX_ANSWER = 8 << 20;

/**
 * Makes a request fail by class: unreachable or late, or refused with its status.
 *
 * @param send - Gets what the platform's `fetch` needs: requests with keys go where they were sent, and nowhere else.
 */
export async function ask(
  service: string,
  what: string,
  send: (init: { signal: AbortSignal; redirect: "manual" }) => Promise<Response>,
  options: RequestOptions = {},
): Promise<Response> {
  const response = await within(service, options, (signal) => send({ signal, redirect: "manual" }));
  if (response.ok) return response;
  if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel();
    throw new StorageAnswerError(service, what, "it sends the request elsewhere, which is not followed");
  }
  throw new StorageRefusedError(service, what, response.status, await textOf(service, what, response, options));
}

/** Ends what takes too long, or is no longer wanted; a line that breaks is as good as no answer. */
async function within<Answer>(
  service: string,
  { timeout = TIMEOUT, signal }: RequestOptions,
  act: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new DOMException(`No answer within ${timeout} ms.`, "TimeoutError")),
    timeout,
  );
  const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(either.reason as Error);
    either.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([act(either), aborted]);
  } catch (error) {
    signal?.throwIfAborted();
    throw new StorageUnreachableError(service, error);
  } finally {
    clearTimeout(timer);
    either.removeEventListener("abort", stop);
  }
}

/** Makes anything that is done with a service fail by class. */
export function reach<Answer>(
  service: string,
  act: (signal: AbortSignal) => Promise<Answer>,
  options: RequestOptions = {},
): Promise<Answer> {
  return within(service, options, act);
}

/** An answer of no more bytes than `limit`. */
export async function bytesOf(
  service: string,
  what: string,
  response: Response,
  { limit, ...options }: RequestOptions & { limit: number },
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of iterate(bodyOf(service, response, options))) {
    bytes += piece.length;
    if (bytes > limit) throw new StorageAnswerError(service, what, `its answer is longer than ${limit} bytes`);
    pieces.push(piece);
  }
  return concatBytes(pieces);
}

/** The text of an answer, which is no file. */
export async function textOf(
  service: string,
  what: string,
  response: Response,
  options: RequestOptions = {},
): Promise<string> {
  return new TextDecoder().decode(await bytesOf(service, what, response, { ...options, limit: MAX_ANSWER }));
}

/** One text out of an answer in JSON. */
export async function fieldOf(
  service: string,
  what: string,
  response: Response,
  { name, ...options }: RequestOptions & { name: string },
): Promise<string> {
  const text = await textOf(service, what, response, options);
  try {
    const value = (JSON.parse(text) as Record<string, unknown>)[name];
    if (typeof value === "string") return value;
  } catch {
    // It is no JSON, which the error says.
  }
  throw new StorageAnswerError(service, what, `its answer has no ${name}`);
}

/** The body of an answer as a stream that fails by class, also where it stalls. */
export function bodyOf(service: string, response: Response, options: RequestOptions = {}): ReadableStream<Uint8Array> {
  const reader = response.body?.getReader();
  return new ReadableStream({
    async pull(controller) {
      const piece = await within(service, options, async () => reader?.read()).catch((error: unknown) => {
        reader?.cancel().catch(() => undefined);
        throw error;
      });
      if (piece === undefined || piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

/** All pieces of a stream; it is ended where whoever reads stops. */
async function* iterate(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A base address without the slash at its end. */
export const baseOf = (url: string): string => url.replace(/\/+$/, "");
