import type { AbiEvent, Address, Block, Client, Hash, WebSocketTransport } from "viem";
import { getBlock, getLogs, watchBlockNumber } from "viem/actions";
import { fetchEventLogs } from "../../logs/fetchLogs.ts";
import type { WatchedEvent } from "./defineWatch.ts";
import { explained } from "./failure.ts";
import type { ActionClient } from "./types.ts";

/** Blocks below the head that are read anew after a reorganization. */
const DEPTH = 64n;

/** Fewer new blocks than this are followed one by one down to those that were told. */
const FOLLOWED = 4n;

/** What is watched. */
type Watching = {
  address: Address;
  event: AbiEvent;
  args: Readonly<Record<string, unknown>>;
  fromBlock: bigint | undefined;
  /** Milliseconds between two questions. */
  pollingInterval: number;
  /** Whether the node tells of new blocks by itself: then it is asked as soon as it does. */
  isPushed: boolean;
  onError: (error: Error) => void;
  onEvent: (event: Told) => void;
};

type Told = WatchedEvent<AbiEvent>;

/** Blocks that are read, up to one of this hash. */
type Portion = { from: bigint; to: bigint; hash: Hash };

type Head = { number: bigint; hash: Hash; parentHash: Hash };

/**
 * Asks a node again and again for what is new, until the returned function is called; then nothing is left to be undone
 * at the node. Filters and subscriptions of events are not used: they are gone when the node restarts, the socket breaks
 * or another node answers, and with them the events of the time between. What could not be read is read with the next
 * question, and events that a reorganization dropped are told as removed before those that took their place.
 */
export function pollEvents(client: ActionClient, watching: Watching): () => void {
  const poll = new Poll(client, watching);
  const { pollingInterval, isPushed, onError } = watching;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state = { isAsking: false, isOverdue: false };
  const turn = async (age: number): Promise<void> => {
    clearTimeout(timer);
    state.isOverdue = state.isAsking;
    if (state.isAsking) return;
    state.isAsking = true;
    await poll.ask(age);
    state.isAsking = false;
    // What came while it was asked may not be in the answer.
    const wait = state.isOverdue ? 0 : pollingInterval;
    if (!poll.ended) timer = setTimeout(() => void turn(wait / 2), wait);
  };
  const onBlockNumber = (): void => {
    if (!poll.ended) void turn(0);
  };
  const sleep = isPushed
    ? watchBlockNumber(client as Client<WebSocketTransport>, { poll: false, onBlockNumber, onError })
    : undefined;
  void turn(pollingInterval / 2);
  return () => {
    poll.ended = true;
    clearTimeout(timer);
    sleep?.();
  };
}

class Poll {
  ended = false;
  /** First block that is of interest; unknown until the first head is, where only new events are. */
  #first: bigint | undefined;
  /** The highest head up to which everything was told. */
  #position: Head | undefined;
  /** Hashes of the last blocks, as far as they are known. */
  #hashes = new Map<bigint, Hash>();
  /** Below this block it is forgotten what was told. */
  #floor = 0n;
  /** The lowest head since a node was behind, or the chain set back: the next blocks show which. */
  #lowest: bigint | undefined;
  /** Hash of the first block of the chain; undefined where the node does not tell. */
  #origin: Promise<Hash | undefined> | undefined;
  /** What was told of the last blocks. */
  readonly #recent = new Map<string, Told>();
  readonly #client: ActionClient;
  readonly #watching: Watching;

  constructor(client: ActionClient, watching: Watching) {
    this.#client = client;
    this.#watching = watching;
    this.#first = watching.fromBlock;
  }

  /** Tells what is new, by a head that is known for `age` milliseconds at most; never fails. */
  async ask(age: number): Promise<void> {
    try {
      const head = await headOf(this.#client, age);
      const from = await this.#firstToRead(head);
      if (from === undefined) return;
      const portion = { from, to: head.number, hash: head.hash };
      const logs = from > head.number ? [] : await logsOf(this.#client, this.#watching, portion);
      if (this.ended) return;
      this.#tell(logs, portion);
      this.#moveTo(head, from);
    } catch (error) {
      if (!this.ended) this.#watching.onError(error as Error);
    }
  }

  /** The first block that may hold something new; undefined where the head is none that comes after what was told. */
  async #firstToRead(head: Head): Promise<bigint | undefined> {
    const position = this.#position;
    if (position === undefined) {
      this.#origin = originOf(this.#client);
      return (this.#first ??= head.number + 1n);
    }
    const first = this.#first ?? 0n;
    if (head.number < position.number) return this.#belowPosition(head);
    if (head.hash === position.hash || (head.number > position.number && (await this.#isLinked(position, head)))) {
      // Nodes that answered lower heads were behind.
      this.#lowest = undefined;
      return head.hash === position.hash ? undefined : largest(position.number + 1n, first);
    }
    return this.#afterReplacement(head);
  }

  /** A head that is too low shows a node that is behind, unless its block took the place of one that is known. */
  async #belowPosition({ number, hash }: Head): Promise<bigint | undefined> {
    const known = this.#hashes.get(number);
    if (known !== undefined && known !== hash) return this.#afterReplacement({ number });
    if (known === undefined && (await this.#isAnotherChain())) {
      this.#floor = 0n;
      return (this.#first = this.#watching.fromBlock ?? number);
    }
    this.#lowest = smallest(number, this.#lowest ?? number);
    return undefined;
  }

  #afterReplacement({ number }: { number: bigint }): bigint {
    const [first, told] = [this.#first ?? 0n, this.#position?.number ?? number];
    // On a chain that was set back, as those of developers are, what was before the first block is new now.
    if (this.#watching.fromBlock === undefined)
      this.#first = smallest(first, this.#lowest === undefined ? number : this.#lowest + 1n);
    return largest(smallest(told, number) - DEPTH, largest(this.#first ?? 0n, this.#floor));
  }

  /** Whether the head stands on the block up to which everything was told. */
  async #isLinked(position: Head, head: Head): Promise<boolean> {
    const between = Number(head.number - position.number - 1n);
    if (between === 0) return head.parentHash === position.hash;
    const isFollowed = between < FOLLOWED;
    const numbers = Array.from(
      { length: isFollowed ? between : 1 },
      (_, place) => position.number + 1n + BigInt(place),
    );
    const blocks = await explained(() =>
      Promise.all(numbers.map((blockNumber) => getBlock(this.#client, { blockNumber }))),
    );
    const chain = [position, ...(blocks as Head[]), ...(isFollowed ? [head] : [])];
    return chain.every(({ parentHash }, place) => place === 0 || parentHash === chain[place - 1]?.hash);
  }

  /** Whether the node has begun another chain, as those of developers do. */
  async #isAnotherChain(): Promise<boolean> {
    const now = firstHash(this.#client);
    const [before, after] = await Promise.all([this.#origin, now]);
    if (before === undefined || after === undefined || before === after) return false;
    origins.set(this.#client, now);
    this.#origin = now;
    return true;
  }

  /** Everything is told up to a head, read from a block on. */
  #moveTo(head: Head, from: bigint): void {
    const { number, hash, parentHash } = head;
    if (this.#position !== undefined && from <= this.#position.number) this.#hashes.clear();
    for (const known of this.#hashes.keys()) if (known + DEPTH < number) this.#hashes.delete(known);
    this.#hashes.set(number - 1n, parentHash).set(number, hash);
    this.#position = head;
    this.#lowest = undefined;
  }

  #tell(logs: readonly Told[], { from, to }: Portion): void {
    const found = new Set(logs.map(keyOf));
    const dropped = [...this.#recent].filter(([key, { blockNumber }]) => blockNumber >= from && !found.has(key));
    for (const [key, event] of dropped.reverse()) {
      this.#recent.delete(key);
      if (!this.ended) this.#watching.onEvent({ ...event, removed: true });
    }
    for (const event of logs) {
      if (this.ended || this.#recent.has(keyOf(event))) continue;
      this.#recent.set(keyOf(event), event);
      this.#watching.onEvent(event);
    }
    this.#floor = largest(this.#floor, to - DEPTH);
    for (const [key, { blockNumber }] of this.#recent) if (blockNumber < this.#floor) this.#recent.delete(key);
  }
}

async function logsOf(
  client: ActionClient,
  { address, event, args }: Watching,
  { from, to, hash }: Portion,
): Promise<readonly Told[]> {
  const logs =
    from === to
      ? await explained(() => getLogs(client, { address, event, args, blockHash: hash, strict: true } as never))
      : await fetchEventLogs(client, { address, event, args, fromBlock: from, toBlock: to, tip: hash });
  return logs as readonly unknown[] as readonly Told[];
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

const origins = new WeakMap<ActionClient, Promise<Hash | undefined>>();

/** Hash of the first block of the chain, as it was when first asked for; undefined where the node does not tell. */
function originOf(client: ActionClient): Promise<Hash | undefined> {
  const origin = origins.get(client) ?? firstHash(client);
  origins.set(client, origin);
  return origin;
}

async function firstHash(client: ActionClient): Promise<Hash | undefined> {
  return getBlock(client, { blockNumber: 0n }).then(
    ({ hash }) => hash,
    () => undefined,
  );
}

const keyOf = ({ blockHash, logIndex }: Told): string => `${blockHash}/${logIndex}`;
const smallest = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const largest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
