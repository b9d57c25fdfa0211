import type { Hash } from "viem";
import type { MinedIn } from "../data/studioData.ts";
import { SubgraphError, SubgraphIndexingError, SubgraphTimeoutError } from "../errors/subgraph.ts";

/** A subgraph endpoint. */
export type SubgraphClient = {
  /** The endpoint. */
  readonly url: string;
  /** Answers a query; throws a {@link SubgraphError} with everything the endpoint complained about. */
  query<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /**
   * Waits until the subgraph has indexed the block of a receipt: not only as many blocks, but this one, as long as the
   * chain may still be reorganized that far back.
   */
  waitForIndexed(receipt: MinedIn): Promise<void>;
};

/** What {@link createSubgraphClient} needs. */
export type SubgraphClientParameters = {
  /** GraphQL endpoint. */
  url: string;
  /** Milliseconds after which {@link SubgraphClient.waitForIndexed} gives up. */
  timeout?: number;
  /** Milliseconds between two looks at the head. */
  pollingInterval?: number;
  /** Replaces the platform's fetch, for example to add a key. */
  fetch?: typeof fetch;
};

type Answer<Data> = { data?: Data | null; errors?: readonly { message: string }[] };

type Meta = { _meta: { hasIndexingErrors: boolean; block: { number: number; hash?: Hash | null } } | null };

type Head = { number: bigint; hash: Hash | undefined };

const META = "{ _meta { hasIndexingErrors block { number hash } } }";

/** Fails where the block is unknown. */
const KNOWN = "query ($hash: Bytes!) { _meta(block: { hash: $hash }) { block { number } } }";

/** Blocks under the head whose hashes are compared: indexers forget those of older ones, and no chain replaces them. */
const REPLACEABLE = 32n;

/**
 * A client of one subgraph endpoint.
 *
 * @example
 * ```ts
 * const subgraph = createSubgraphClient({ url: "http://127.0.0.1:8000/subgraphs/name/subgraph-0" });
 * await subgraph.waitForIndexed(receipt);
 * const { lots } = await subgraph.query<{ lots: { id: string }[] }>("{ lots { id } }");
 * ```
 */
export function createSubgraphClient(parameters: SubgraphClientParameters): SubgraphClient {
  const { url, timeout = 30_000, pollingInterval = 200 } = parameters;
  const send = parameters.fetch ?? fetch;

  const query = async <Data>(text: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const answer = await ask<Data>(send, url, { query: text, variables });
    const messages = (answer.errors ?? []).map(({ message }) => message);
    if (messages.includes("indexing_error")) throw new SubgraphIndexingError(url, undefined);
    if (messages.length > 0) throw new SubgraphError(url, messages);
    if (answer.data === undefined || answer.data === null) throw new SubgraphError(url, ["the answer has no data"]);
    return answer.data;
  };

  const isIn = async ({ blockNumber, blockHash }: MinedIn, head: Head): Promise<boolean> => {
    if (head.number < blockNumber) return false;
    if (blockHash === undefined || head.hash === undefined || head.number - blockNumber > REPLACEABLE) return true;
    if (head.number === blockNumber) return head.hash.toLowerCase() === blockHash.toLowerCase();
    return query(KNOWN, { hash: blockHash }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof SubgraphError) return false;
        throw error;
      },
    );
  };

  const waitForIndexed = async (receipt: MinedIn): Promise<void> => {
    const end = Date.now() + timeout;
    let head: Head = { number: -1n, hash: undefined };
    for (;;) {
      // While it is awaited, an endpoint may be down for a moment.
      const found = await query<Meta>(META).catch((error: unknown) => {
        if (Date.now() < end && error instanceof SubgraphError) return error;
        throw error instanceof SubgraphError ? new SubgraphTimeoutError(receipt, head.number, timeout, error) : error;
      });
      const meta = found instanceof SubgraphError ? undefined : found._meta;
      head = { number: BigInt(meta?.block.number ?? head.number), hash: meta?.block.hash ?? undefined };
      if (meta?.hasIndexingErrors === true) throw new SubgraphIndexingError(url, head.number);
      if (await isIn(receipt, head)) return;
      if (Date.now() >= end) throw new SubgraphTimeoutError(receipt, head.number, timeout);
      await new Promise((resolve) => setTimeout(resolve, pollingInterval));
    }
  };

  return { url, query, waitForIndexed };
}

/** How often an endpoint is asked that is down or busy. */
const ATTEMPTS = 3;

/** Milliseconds before the second attempt; the next one waits twice as long. */
const PAUSE = 100;

/** HTTP statuses of endpoints that are busy or down for a moment. */
const TRANSIENT = [408, 429, 500, 502, 503, 504];

async function ask<Data>(send: typeof fetch, url: string, body: unknown): Promise<Answer<Data>> {
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await answerOf<Data>(() => send(url, request));
    if ("data" in answer) return answer.data;
    const { problem, status, cause } = answer;
    const mayHelp = status === undefined || TRANSIENT.includes(status);
    if (!mayHelp || attempt === ATTEMPTS) throw new SubgraphError(url, [problem], cause);
    await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
  }
}

type Attempt<Data> = { data: Answer<Data> } | { problem: string; status?: number; cause?: unknown };

/** One answer; an error of GraphQL comes with any HTTP status. */
async function answerOf<Data>(send: () => Promise<Response>): Promise<Attempt<Data>> {
  let response: Response;
  try {
    response = await send();
  } catch (cause) {
    return { problem: "nobody answered", cause };
  }
  const { status } = response;
  try {
    const data = (await response.json()) as Answer<Data> | null;
    if (typeof data === "object" && data !== null && ("data" in data || Array.isArray(data.errors))) return { data };
    return { problem: `the answer is not one of GraphQL (HTTP status ${status})`, status };
  } catch (cause) {
    return { problem: `there was no answer in JSON (HTTP status ${status})`, status, cause };
  }
}
