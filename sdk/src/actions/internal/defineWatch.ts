import type { AbiEvent, Address, Hash } from "viem";
import { ContractMissingError } from "../../errors/action.ts";
import { pollEvents } from "./pollEvents.ts";
import type { ActionClient, EventArgs } from "./types.ts";

/** An event as it is told. */
export type WatchedEvent<Event extends AbiEvent> = {
  args: EventArgs<Event>;
  /** The contract that emitted it. */
  address: Address;
  blockNumber: bigint;
  blockHash: Hash;
  transactionHash: Hash;
  logIndex: number;
  /** A reorganization took the event back: undo what it led to. It was told before, with `removed` false. */
  removed: boolean;
};

/** Which events are watched, and how. */
export type WatchOptions<Event extends AbiEvent> = {
  /** Only events with these indexed arguments, each one value or any of several. */
  args?: { readonly [Name in keyof EventArgs<Event>]?: EventArgs<Event>[Name] | readonly EventArgs<Event>[Name][] };
  /** From this block on, past ones included; only events after the first answer of the node by default. */
  fromBlock?: bigint;
  /** Asks the node again and again only, also over a web socket. */
  poll?: true;
  /** Milliseconds between questions; the client's by default. */
  pollingInterval?: number;
  /**
   * A question failed, or `onEvent` threw: the watch goes on, and the next question catches up. So it does when `onError`
   * itself throws; what it throws is lost.
   */
  onError?: (error: Error) => void;
};

/** Watches one event of a contract. */
export type WatchAction<Key extends string, Event extends AbiEvent> = {
  /**
   * Calls `onEvent` for each event in order until the returned function is called; that ends the watch at once, also
   * while the node is away. The node is asked for the blocks since the last question, at intervals, and behind a web
   * socket as soon as it tells of a new block.
   */
  (
    client: ActionClient,
    parameters: { readonly [Name in Key]: Address } & WatchOptions<Event> & {
        onEvent: (event: WatchedEvent<Event>) => void;
      },
  ): () => void;
  /** The contract that is watched. */
  readonly contract: Key;
  /**
   * The same events for `for await`; leaving the loop or aborting the signal ends the watch. Without `onError` the loop
   * throws the first error.
   */
  events(
    client: ActionClient,
    parameters: { readonly [Name in Key]: Address } & WatchOptions<Event> & { signal?: AbortSignal },
  ): AsyncGenerator<WatchedEvent<Event>, void, undefined>;
};

/** Makes the watch of an event. */
export function defineWatch<Key extends string, const Event extends AbiEvent>(
  contract: Key,
  event: Event,
): WatchAction<Key, Event> {
  const watch: Pick<WatchAction<Key, Event>, never> & ((...call: Parameters<WatchAction<Key, Event>>) => () => void) = (
    client,
    { onEvent, onError = ignore, ...parameters },
  ) => {
    const address = (parameters as Record<string, Address | undefined>)[contract];
    if (address === undefined) throw new ContractMissingError(contract);
    const { args, fromBlock, poll, pollingInterval = client.pollingInterval }: WatchOptions<Event> = parameters;
    const report = (error: Error): void => {
      attempt(() => {
        onError(error);
      }, ignore);
    };
    const tell = (told: object): void => {
      attempt(() => {
        onEvent(told as WatchedEvent<Event>);
      }, report);
    };
    const isPushed = poll !== true && tellsOfBlocks(client);
    return pollEvents(client, {
      ...{ address, event, args: args ?? {}, fromBlock, pollingInterval, isPushed },
      ...{ onError: report, onEvent: tell },
    });
  };

  async function* events(
    client: ActionClient,
    { signal, onError, ...parameters }: Parameters<WatchAction<Key, Event>["events"]>[1],
  ): AsyncGenerator<WatchedEvent<Event>, void, undefined> {
    const waiting: WatchedEvent<Event>[] = [];
    let failure: Error | undefined;
    let wake = (): void => undefined;
    const fail = (error: Error): void => {
      failure = error;
      wake();
    };
    const onEvent = (told: WatchedEvent<Event>): void => {
      waiting.push(told);
      wake();
    };
    const stop = watch(client, { ...parameters, onEvent, onError: onError ?? fail } as never);
    const aborted = (): void => {
      wake();
    };
    signal?.addEventListener("abort", aborted);
    try {
      while (signal?.aborted !== true) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else if (failure !== undefined) throw failure;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      signal?.removeEventListener("abort", aborted);
      stop();
    }
  }

  return Object.assign(watch, { contract, events });
}

/** Whether the node tells of new blocks by itself. */
function tellsOfBlocks({ transport }: ActionClient): boolean {
  return transport.type === "webSocket" || transport.type === "ipc";
}

const ignore = (): void => undefined;

function attempt(action: () => void, onError: (error: Error) => void): void {
  try {
    action();
  } catch (error) {
    onError(error as Error);
  }
}
