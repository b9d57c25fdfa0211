import { ImprimaturError } from "./base.ts";

/** The subgraph did not answer, or complained. */
export class SubgraphError extends ImprimaturError {
  override readonly name = "SubgraphError";
  readonly url: string;
  constructor(url: string, messages: readonly string[], cause?: unknown) {
    super(`The subgraph at ${url} did not answer the query.`, {
      cause,
      details: messages,
      hint: "Check the endpoint, or read the same data from event logs (@imprimatur/sdk/logs).",
    });
    this.url = url;
  }
}

/** The subgraph is behind the chain for longer than the caller wants to wait. */
export class SubgraphTimeoutError extends ImprimaturError {
  override readonly name = "SubgraphTimeoutError";
  readonly blockNumber: bigint;
  readonly head: bigint;
  constructor(blockNumber: bigint, head: bigint, timeout: number) {
    super(`Block ${blockNumber} was not indexed within ${timeout} ms.`, { details: [`Indexed so far: ${head}`] });
    this.blockNumber = blockNumber;
    this.head = head;
  }
}
