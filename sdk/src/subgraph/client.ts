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
   * Waits until the subgraph has indexed the block of a receipt: not only as many blocks, but this one, on the branch of
   * the chain that it follows, as long as it may still go back that far.
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

type Parent = { _meta: { block: { parentHash?: Hash | null } } | null };

/** Asks by hash: of a number, an index does not tell the hash, and it also finds blocks that the chain has dropped. */
const PARENT = "query ($hash: Bytes!) { _meta(block: { hash: $hash }) { block { parentHash } } }";

/** What graph-node says of a block that it does not have. */
const FORGOTTEN = "no block with that hash";

/** Blocks under the head that an index goes back at most, unless it is told to: no other block is told apart below. */
const REPLACEABLE = 250n;

/** Blocks under the head that every index keeps; one that began late, or dropped old ones, may not have more. */
const KEPT = 32n;

/** Parents that are remembered. */
const REMEMBERED = 4_096;

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

  const parents = new Map<string, Hash>();

  /** The block under one; undefined where the index does not have it. */
  const parentOf = async (hash: Hash): Promise<Hash | undefined> => {
    const known = parents.get(hash);
    if (known !== undefined) return known;
    const answer = await query<Parent>(PARENT, { hash }).catch((error: unknown) => {
      if (error instanceof SubgraphError && error.details.some((detail) => detail.includes(FORGOTTEN)))
        return undefined;
      throw error;
    });
    const parent = answer?._meta?.block.parentHash?.toLowerCase() as Hash | undefined;
    if (parents.size >= REMEMBERED) parents.clear();
    if (parent !== undefined) parents.set(hash, parent);
    return parent;
  };

  /** Whether the head stands on the block, by following it down; a block is its parents, so that none is asked twice. */
  const isIn = async ({ blockNumber, blockHash }: MinedIn, head: Head): Promise<boolean> => {
    const depth = head.number - blockNumber;
    if (depth < 0n) return false;
    if (blockHash === undefined || head.hash === undefined || depth > REPLACEABLE) return true;
    let hash: Hash | undefined = head.hash.toLowerCase() as Hash;
    for (let left = depth; left > 0n && hash !== undefined; left -= 1n) hash = await parentOf(hash);
    return hash === undefined ? depth > KEPT : hash === blockHash.toLowerCase();
  };

  /** Whether the block is indexed by now; tells the number of the head. */
  const look = async (receipt: MinedIn, tell: (head: bigint) => void): Promise<boolean> => {
    const { _meta: meta } = await query<Meta>(META);
    if (meta === null) return false;
    const number = BigInt(meta.block.number);
    tell(number);
    if (meta.hasIndexingErrors) throw new SubgraphIndexingError(url, number);
    return isIn(receipt, { number, hash: meta.block.hash ?? undefined });
  };

  const waitForIndexed = async (receipt: MinedIn): Promise<void> => {
    const end = Date.now() + timeout;
    let head = -1n;
    for (;;) {
      // While it is awaited, an endpoint may be down for a moment.
      const isThere = await look(receipt, (found) => (head = found)).catch((error: unknown) => {
        if (!(error instanceof SubgraphError)) throw error;
        if (Date.now() >= end) throw new SubgraphTimeoutError(receipt, head, timeout, error);
        return false;
      });
      if (isThere) return;
      if (Date.now() >= end) throw new SubgraphTimeoutError(receipt, head, timeout);
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
