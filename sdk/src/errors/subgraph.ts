import type { Hash } from "viem";
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

/** A handler of the subgraph failed: what it answers is from before, or not everything. */
export class SubgraphIndexingError extends ImprimaturError {
  override readonly name = "SubgraphIndexingError";
  readonly url: string;
  constructor(url: string, head: bigint | undefined) {
    super(`The subgraph at ${url} has failed to index.`, {
      details: head === undefined ? [] : [`Indexed so far: ${head}`],
      hint: "Read the same data from event logs (@imprimatur/sdk/logs), and tell the endpoint's operator.",
    });
    this.url = url;
  }
}

/** The subgraph is behind the chain, or on another branch of it, for longer than the caller wants to wait. */
export class SubgraphTimeoutError extends ImprimaturError {
  override readonly name = "SubgraphTimeoutError";
  readonly blockNumber: bigint;
  readonly head: bigint;
  constructor(
    { blockNumber, blockHash }: { blockNumber: bigint; blockHash?: Hash },
    head: bigint,
    timeout: number,
    cause?: unknown,
  ) {
    const replaced = head >= blockNumber && blockHash !== undefined;
    super(`Block ${blockNumber} was not indexed within ${timeout} ms.`, {
      cause,
      details: [`Indexed so far: ${head}`, ...(replaced ? [`Not indexed: ${blockHash}, which may be replaced`] : [])],
      hint: "Wait on, or read the same data from event logs (@imprimatur/sdk/logs).",
    });
    this.blockNumber = blockNumber;
    this.head = head;
  }
}

/** A query cannot be exported as a table. */
export class SubgraphExportError extends ImprimaturError {
  override readonly name = "SubgraphExportError";
  constructor(reason: string) {
    super("The answer cannot be exported.", {
      details: [reason],
      hint: "Ask for one list with first: $first, orderBy: id, where: { id_gt: $after } and block: $block.",
    });
  }
}
