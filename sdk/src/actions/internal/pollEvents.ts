import type { AbiEvent, Address, Block, Hash } from "viem";
import { getBlock, getLogs } from "viem/actions";
import { fetchEventLogs } from "../../logs/fetchLogs.ts";
import type { WatchedEvent } from "./defineWatch.ts";
import { explained } from "./failure.ts";
import type { ActionClient } from "./types.ts";

/** Blocks below the head that are read anew after a reorganization. */
const DEPTH = 64n;

/** What is watched. */
type Watching = {
  address: Address;
  event: AbiEvent;
  args: Readonly<Record<string, unknown>>;
  fromBlock: bigint | undefined;
  /** Milliseconds between two questions. */
  pollingInterval: number;
  onError: (error: Error) => void;
  onEvent: (event: Told) => void;
};

type Told = WatchedEvent<AbiEvent>;

/** Blocks that are read: by their numbers, or the only one by its hash. */
type Portion = { from: bigint; to: bigint; hash?: Hash };

type Head = { number: bigint; hash: Hash; parentHash: Hash };

/**
 * Asks a node again and again for what is new, until the returned function is called; then nothing is left to be undone
 * at the node. Filters that the node keeps are not used: they are gone when it restarts or another one answers, and
 * with them the events of the time between. What could not be read is read with the next question, and events that a
 * reorganization dropped are told as removed before those that took their place.
 */
export function pollEvents(client: ActionClient, watching: Watching): () => void {
  const poll = new Poll(client, watching);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = async (): Promise<void> => {
    await poll.ask();
    if (!poll.ended) timer = setTimeout(() => void turn(), watching.pollingInterval);
  };
  void turn();
  return () => {
    poll.ended = true;
    clearTimeout(timer);
  };
}

class Poll {
  ended = false;
  /** First block that is of interest; unknown until the first head is, where only new events are. */
  #first: bigint | undefined;
  /** The head up to which everything was told. */
  #position: Head | undefined;
  /** What was told of the last blocks. */
  readonly #recent = new Map<string, Told>();
  readonly #client: ActionClient;
  readonly #watching: Watching;

  constructor(client: ActionClient, watching: Watching) {
    this.#client = client;
    this.#watching = watching;
    this.#first = watching.fromBlock;
  }

  /** Tells what is new; never fails. */
  async ask(): Promise<void> {
    try {
      const head = await headOf(this.#client, this.#watching.pollingInterval / 2);
      const portion = await this.#portionUpTo(head);
      const logs = portion === undefined ? [] : await logsOf(this.#client, this.#watching, portion);
      if (this.ended) return;
      if (portion !== undefined) this.#tell(logs, portion);
      this.#first ??= head.number + 1n;
      this.#position = head;
    } catch (error) {
      if (!this.ended) this.#watching.onError(error as Error);
    }
  }

  /** The blocks that may hold something new; undefined where none does. */
  async #portionUpTo(head: Head): Promise<Portion | undefined> {
    // A chain that became shorter, as those of developers do, begins anew below the first head.
    if (this.#watching.fromBlock === undefined && this.#first !== undefined && head.number < this.#first)
      this.#first = head.number + 1n;
    const [first, position] = [this.#first, this.#position];
    if (first === undefined || head.number < first || head.hash === position?.hash) return undefined;
    if (position === undefined) return { from: first, to: head.number };
    if (head.parentHash === position.hash) return { from: head.number, to: head.number, hash: head.hash };
    const next = (await isStillThere(this.#client, position, head))
      ? position.number + 1n
      : smallest(position.number, head.number) - DEPTH;
    return { from: next > first ? next : first, to: head.number };
  }

  #tell(logs: readonly Told[], { from, to }: Portion): void {
    const found = new Set(logs.map(keyOf));
    const read = ({ blockNumber }: Told): boolean => blockNumber >= from && blockNumber <= to;
    const dropped = [...this.#recent].filter(([key, event]) => read(event) && !found.has(key)).reverse();
    for (const [key, event] of dropped) {
      this.#recent.delete(key);
      if (!this.ended) this.#watching.onEvent({ ...event, removed: true });
    }
    for (const event of logs) {
      if (this.ended || this.#recent.has(keyOf(event))) continue;
      this.#recent.set(keyOf(event), event);
      this.#watching.onEvent(event);
    }
    for (const [key, { blockNumber }] of this.#recent) if (blockNumber + DEPTH < to) this.#recent.delete(key);
  }
}

async function logsOf(
  client: ActionClient,
  { address, event, args }: Watching,
  { from, to, hash }: Portion,
): Promise<readonly Told[]> {
  const logs =
    hash === undefined
      ? await fetchEventLogs(client, { address, event, args, fromBlock: from, toBlock: to })
      : await explained(() => getLogs(client, { address, event, args, blockHash: hash, strict: true } as never));
  return logs as readonly unknown[] as readonly Told[];
}

/** Whether the chain still has the block up to which everything was told. */
async function isStillThere(client: ActionClient, { number, hash }: Head, head: Head): Promise<boolean> {
  if (number >= head.number) return false;
  const block = await explained(() => getBlock(client, { blockNumber: number }));
  return block.hash === hash;
}

const heads = new WeakMap<ActionClient, { at: number; head: Promise<Head> }>();

/** The latest block, asked for once for all that watch through a client. */
function headOf(client: ActionClient, age: number): Promise<Head> {
  const known = heads.get(client);
  if (known !== undefined && Date.now() - known.at < Math.min(age, client.cacheTime)) return known.head;
  const head = explained(() => getBlock(client)) as Promise<Block<bigint, false, "latest">> as Promise<Head>;
  const entry = { at: Number.POSITIVE_INFINITY, head };
  heads.set(client, entry);
  head.then(
    () => (entry.at = Date.now()),
    () => heads.delete(client),
  );
  return head;
}

const keyOf = ({ blockHash, logIndex }: Told): string => `${blockHash}/${logIndex}`;
const smallest = (a: bigint, b: bigint): bigint => (a < b ? a : b);
