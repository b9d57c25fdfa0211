import { SubgraphError, SubgraphTimeoutError } from "../errors/subgraph.ts";

/** A subgraph endpoint. */
export type SubgraphClient = {
  /** Answers a query; throws a {@link SubgraphError} with everything the endpoint complained about. */
  query<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Waits until the subgraph has indexed the block of a receipt. */
  waitForIndexed(receipt: { blockNumber: bigint }): Promise<void>;
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

type Meta = { _meta: { hasIndexingErrors: boolean; block: { number: number } } | null };

const META = "{ _meta { hasIndexingErrors block { number } } }";

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
    if (messages.length > 0) throw new SubgraphError(url, messages);
    if (answer.data === undefined || answer.data === null) throw new SubgraphError(url, ["the answer has no data"]);
    return answer.data;
  };

  const waitForIndexed = async ({ blockNumber }: { blockNumber: bigint }): Promise<void> => {
    const end = Date.now() + timeout;
    for (;;) {
      const { _meta: meta } = await query<Meta>(META);
      if (meta?.hasIndexingErrors === true) throw new SubgraphError(url, ["indexing has failed"]);
      const head = BigInt(meta?.block.number ?? -1);
      if (head >= blockNumber) return;
      if (Date.now() >= end) throw new SubgraphTimeoutError(blockNumber, head, timeout);
      await new Promise((resolve) => setTimeout(resolve, pollingInterval));
    }
  };

  return { query, waitForIndexed };
}

async function ask<Data>(send: typeof fetch, url: string, body: unknown): Promise<Answer<Data>> {
  try {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer<Data>;
  } catch (error) {
    throw new SubgraphError(url, ["there was no answer in JSON"], error);
  }
}
