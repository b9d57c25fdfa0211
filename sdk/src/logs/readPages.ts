import type { AbiEvent, Address, Client, Hash, Log } from "viem";
import { getBlock } from "viem/actions";
import { ChainReorganizedError, NodeAnswerError } from "../errors/client.ts";
import { toStudioError } from "../errors/decode.ts";
import type { BlockRange } from "./fetchLogs.ts";

/** Portion that public RPC providers accept. */
const DEFAULT_PORTION = 10_000n;

/** How often a request is sent, and how often a range is read from its beginning. */
const ATTEMPTS = 5;

/** Milliseconds before the second attempt; each further one waits twice as long. */
const PAUSE = 100;

/** Failures that another attempt may mend; the node may be one of many behind an address, and one of them behind. */
const TRANSIENT = ["RateLimitedError", "NodeUnreachableError", "NodeAnswerError"];

type Portion = { fromBlock: bigint; toBlock: bigint };

/** An event log as viem answers it; its arguments are incomplete where they could not be decoded. */
type Found = Log<bigint, number, false> & { eventName?: string; args?: unknown };

/** What is read: of which blocks, which events, whose; and the hash of the last block, where it is known. */
type Reading = {
  range: BlockRange;
  tip?: Hash | undefined;
  events: readonly AbiEvent[];
  addresses: readonly Address[];
};

type Header = { number: bigint; hash: Hash };

/**
 * Reads logs page by page, oldest first, up to a block whose hash is fixed at the beginning. With each page its last
 * block is asked for, so that a node that does not know the block yet cannot answer that there is nothing in it; what
 * contradicts itself is asked again, then refused. A page that the node finds too large is halved; a reorganization
 * under way starts the reading anew.
 */
export async function readPages(
  client: Client,
  reading: Reading,
  ask: (portion: Portion) => Promise<unknown>,
): Promise<Found[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(client, reading, ask as (portion: Portion) => Promise<Found[]>);
    } catch (error) {
      if (!isNamed(error, ["ChainReorganizedError"]) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function readOnce(
  client: Client,
  reading: Reading,
  ask: (portion: Portion) => Promise<Found[]>,
): Promise<Found[]> {
  const { fromBlock, toBlock, portion = DEFAULT_PORTION } = reading.range;
  const tip = await headerOf(client, toBlock);
  if (reading.tip !== undefined) requireSame({ number: tip.number, hash: reading.tip }, tip);
  const found: Found[] = [];
  let [first, size] = [fromBlock, portion];
  while (first <= tip.number) {
    const last = first + size - 1n < tip.number ? first + size - 1n : tip.number;
    try {
      const page = await patiently(() => readPage(client, reading, { fromBlock: first, toBlock: last }, ask));
      if (last === tip.number) requireSame(tip, page.header);
      for (const log of page.logs) found.push(log);
      first = last + 1n;
    } catch (error) {
      if (!isNamed(error, ["RangeTooLargeError"]) || last === first) throw error;
      size = (last - first + 1n) / 2n;
    }
  }
  return found;
}

/** One page, and the header of its last block. */
async function readPage(
  client: Client,
  reading: Reading,
  portion: Portion,
  ask: (portion: Portion) => Promise<Found[]>,
): Promise<{ logs: Found[]; header: Header }> {
  const [logs, header] = await Promise.all([ask(portion), blockOf(client, portion.toBlock)]);
  const wrong = contradictionIn(logs, { ...reading, ...portion, header });
  if (wrong !== undefined) throw new NodeAnswerError(wrong);
  return { logs: logs.sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex), header };
}

/** What about logs cannot be true; undefined where nothing speaks against them. */
function contradictionIn(
  logs: readonly Found[],
  { events, addresses, fromBlock, toBlock, header }: Reading & Portion & { header: Header },
): string | undefined {
  const asked = new Set(addresses.map((address) => address.toLowerCase()));
  const hashes = new Map<bigint, Hash>([[header.number, header.hash]]);
  const seen = new Set<string>();
  for (const log of logs) {
    const { blockNumber, blockHash, logIndex, address } = log;
    const place = `${blockNumber}/${logIndex}`;
    if (blockNumber < fromBlock || blockNumber > toBlock) return `there is a log of block ${blockNumber}`;
    if (!asked.has(address.toLowerCase())) return `there is a log of ${address}`;
    if (seen.has(place)) return `log ${place} comes twice`;
    if ((hashes.get(blockNumber) ?? blockHash) !== blockHash) return `block ${blockNumber} has two hashes`;
    if (!isWhole(log, events)) return `log ${place} does not decode`;
    hashes.set(blockNumber, blockHash);
    seen.add(place);
  }
  return undefined;
}

function isWhole({ eventName, args }: Found, events: readonly AbiEvent[]): boolean {
  const names = Object.keys(args ?? {});
  return events.some(({ name, inputs }) => name === eventName && inputs.length === names.length);
}

/** The block up to which is read; a node that has not got it yet is asked again. */
function headerOf(client: Client, blockNumber: bigint | undefined): Promise<Header> {
  return patiently(() => blockOf(client, blockNumber));
}

async function blockOf(client: Client, blockNumber: bigint | undefined): Promise<Header> {
  const { number, hash } = await getBlock(client, blockNumber === undefined ? {} : { blockNumber });
  if (typeof number !== "bigint" || typeof hash !== "string" || (blockNumber ?? number) !== number) {
    throw new NodeAnswerError(`asked for block ${blockNumber ?? "latest"}, it answered ${number}`);
  }
  return { number, hash };
}

function requireSame(before: Header, after: Header): void {
  if (before.hash !== after.hash) throw new ChainReorganizedError(before.number, after.hash, before.hash);
}

/** Sends a request again where that may help. */
async function patiently<Result>(request: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (failure) {
      const error = toStudioError(failure);
      if (!isNamed(error, TRANSIENT) || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** (attempt - 1)));
    }
  }
}

function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
