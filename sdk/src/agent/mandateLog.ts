import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, pad } from "viem";
import { getBlock, getBlockNumber } from "viem/actions";
import {
  agentMandatesCallListedEvent,
  agentMandatesHeadOf,
  agentMandatesMandateBoughtEvent,
  agentMandatesMandateCalledEvent,
  agentMandatesMandateGrantedEvent,
  agentMandatesMandatePaidEvent,
  agentMandatesMandatePausedEvent,
  agentMandatesMandateReviewedEvent,
  agentMandatesMandateRevokedEvent,
  agentMandatesPayeeListedEvent,
  agentMandatesPolicyChangedEvent,
  agentMandatesQuotaUsedEvent,
} from "../abi/items/agentMandates.ts";
import { explained } from "../actions/internal/failure.ts";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import { type BlockRange, fetchLogs } from "../logs/fetchLogs.ts";

/** Where a log entry stands. */
type Place = { blockNumber: bigint; transactionHash: Hex };

/** What an agent did, as the mandate's log chains it. */
export type LoggedAct = Place & {
  /** From 1 on, without gaps. */
  number: number;
  policyHash: Hex;
  /** Head after the act, as its event says. */
  head: Hex;
  /** Whether the head follows from the one before and from the event. */
  chained: boolean;
} & (
    | { kind: "paid"; payee: Address; amount: bigint; purpose: Hex }
    | { kind: "bought"; purchaseId: Hex; offerId: Hex; seller: Address; amount: bigint }
    | { kind: "called"; target: Address; selector: Hex; dataHash: Hex }
  );

/** What members and board decided about a mandate. */
export type MandateDecision = Place &
  (
    | { kind: "paused"; by: Address; until: bigint }
    | { kind: "lifted"; by: Address }
    | { kind: "revoked" }
    | { kind: "policyChanged"; version: number; policyHash: Hex }
    | { kind: "reviewed"; reviewAt: bigint; quota: number; perTransaction: bigint; perPeriod: bigint; period: number }
  );

/** A mandate's whole history, out of its events alone. */
export type MandateLog = {
  mandateId: Hex;
  agent: Address;
  /** Members who answer for it. */
  sponsor: Address;
  account: Address;
  token: Address;
  grantedAt: Place;
  lifetime: bigint;
  validUntil: number;
  payees: Address[];
  calls: { target: Address; selector: Hex }[];
  acts: LoggedAct[];
  decisions: MandateDecision[];
  lots: (Place & { lotId: bigint; usedToday: bigint })[];
  /** Whether every act follows from the one before, and the last one is what the chain has. */
  unbroken: boolean;
};

const EVENTS = [
  agentMandatesMandateGrantedEvent,
  agentMandatesMandatePaidEvent,
  agentMandatesMandateBoughtEvent,
  agentMandatesMandateCalledEvent,
  agentMandatesMandatePausedEvent,
  agentMandatesMandateRevokedEvent,
  agentMandatesMandateReviewedEvent,
  agentMandatesPolicyChangedEvent,
  agentMandatesPayeeListedEvent,
  agentMandatesCallListedEvent,
  agentMandatesQuotaUsedEvent,
] as const;

type Log = Awaited<ReturnType<typeof fetchMandateLogs>>[number];

/** What {@link readMandateLog} needs. */
export type ReadMandateLogParameters = Pick<BlockRange, "fromBlock"> & { mandates: Address; mandateId: Hex };

/**
 * Reads everything that happened under a mandate and computes its hash chain anew; undefined where no such mandate was
 * granted.
 *
 * @example
 * ```ts
 * const log = await readMandateLog(client, { mandates, mandateId, fromBlock });
 * log?.acts.filter(({ chained }) => !chained); // none, unless somebody left an event out
 * ```
 */
export async function readMandateLog(
  client: ActionClient,
  parameters: ReadMandateLogParameters,
): Promise<MandateLog | undefined> {
  const { mandates, mandateId } = parameters;
  // Events and head of one block: an act in between would look like one that was left out.
  const blockNumber = await explained(() => getBlockNumber(client, { cacheTime: 0 }));
  const found = await fetchMandateLogs(client, { ...parameters, toBlock: blockNumber });
  const logs = found.filter((log) => log.args.mandateId === mandateId);
  const call = { address: mandates, abi: [agentMandatesHeadOf], functionName: "headOf", args: [mandateId] } as const;
  const [head] = await readMany(client, [call], { blockNumber });
  const times = await timesOfPauses(client, logs);
  let replay: Replay | undefined;
  for (const log of logs) {
    if (log.eventName === "MandateGranted") replay = begin(log);
    else if (replay !== undefined) take(replay, log, times);
  }
  if (replay === undefined) return undefined;
  const { log, head: replayed } = replay;
  return { ...log, unbroken: replayed === head && log.acts.every(({ chained }) => chained) };
}

/** Ids of the mandates of a studio, oldest first, with their agents. */
export async function listMandates(
  client: ActionClient,
  { mandates, fromBlock }: Omit<ReadMandateLogParameters, "mandateId">,
): Promise<{ mandateId: Hex; agent: Address }[]> {
  const events = [agentMandatesMandateGrantedEvent] as const;
  const logs = await fetchLogs(client, { address: mandates, events, fromBlock });
  return logs.map(({ args: { mandateId, agent } }) => ({ mandateId, agent }));
}

function fetchMandateLogs(
  client: ActionClient,
  { mandates, fromBlock, toBlock }: ReadMandateLogParameters & { toBlock: bigint },
) {
  return fetchLogs(client, { address: mandates, events: EVENTS, fromBlock, toBlock });
}

/** When blocks with pauses were made, in seconds: a pause that ends by then lifts the one before. */
async function timesOfPauses(client: ActionClient, logs: readonly Log[]): Promise<Map<bigint, bigint>> {
  const blocks = new Set(logs.flatMap((log) => (log.eventName === "MandatePaused" ? [log.blockNumber] : [])));
  const found = [...blocks].map(async (blockNumber) => {
    const { timestamp } = await explained(() => getBlock(client, { blockNumber }));
    return [blockNumber, timestamp] as const;
  });
  return new Map(await Promise.all(found));
}

type Replay = { log: Omit<MandateLog, "unbroken">; head: Hex; policyHash: Hex };

const NUMBER = (1n << 40n) - 1n;

const placeOf = ({ blockNumber, transactionHash }: Log): Place => ({ blockNumber, transactionHash });

function begin(log: Extract<Log, { eventName: "MandateGranted" }>): Replay {
  const { mandateId, agent, account, input } = log.args;
  const { sponsor, token, lifetime, validUntil, policyHash } = input;
  return {
    log: {
      ...{ mandateId, agent, sponsor, account, token, grantedAt: placeOf(log), lifetime, validUntil },
      ...{ payees: [], calls: [], acts: [], decisions: [], lots: [] },
    },
    head: numberToHex(BigInt(mandateId) & ~NUMBER, { size: 32 }),
    policyHash,
  };
}

function take(replay: Replay, log: Log, times: ReadonlyMap<bigint, bigint>): void {
  const { acts, decisions, lots, payees, calls } = replay.log;
  const place = placeOf(log);
  switch (log.eventName) {
    case "MandateGranted":
      return;
    case "MandatePaid":
    case "MandateBought":
    case "MandateCalled":
      acts.push(takeAct(replay, log));
      return;
    case "MandatePaused": {
      const { by, until } = log.args;
      const isOver = BigInt(until) <= (times.get(log.blockNumber) ?? 0n);
      decisions.push({ ...place, ...(isOver ? { kind: "lifted", by } : { kind: "paused", by, until: BigInt(until) }) });
      return;
    }
    case "MandateRevoked":
      decisions.push({ ...place, kind: "revoked" });
      return;
    case "PolicyChanged": {
      const { version, policyHash } = log.args;
      replay.policyHash = policyHash;
      decisions.push({ ...place, kind: "policyChanged", version, policyHash });
      return;
    }
    case "MandateReviewed": {
      const { reviewAt, quota, limits } = log.args;
      decisions.push({ ...place, kind: "reviewed", reviewAt: BigInt(reviewAt), quota, ...limits });
      return;
    }
    case "QuotaUsed":
      lots.push({ ...place, lotId: log.args.lotId, usedToday: log.args.used });
      return;
    case "PayeeListed":
      list(payees, log.args.payee, log.args.listed, (one, other) => one === other);
      return;
    case "CallListed": {
      const { target, selector, listed } = log.args;
      list(calls, { target, selector }, listed, (one, other) => {
        return one.target === other.target && one.selector === other.selector;
      });
    }
  }
}

function list<Item>(items: Item[], item: Item, listed: boolean, isSame: (one: Item, other: Item) => boolean): void {
  const at = items.findIndex((each) => isSame(each, item));
  if (at >= 0) items.splice(at, 1);
  if (listed) items.push(item);
}

type ActLog = Extract<Log, { eventName: "MandatePaid" | "MandateBought" | "MandateCalled" }>;

function takeAct(replay: Replay, log: ActLog): LoggedAct {
  const { act, words, facts } = partsOf(log);
  const { policyHash } = replay;
  const next = nextHead(replay.head, { policyHash, act, words });
  const { head } = log.args;
  // What follows is judged by what the chain said, so that one gap is one finding.
  replay.head = head;
  const number = Number(BigInt(head) & NUMBER);
  return { ...placeOf(log), number, policyHash, head, chained: next === head, ...facts };
}

function partsOf(log: ActLog) {
  switch (log.eventName) {
    case "MandatePaid": {
      const { payee, amount, purpose } = log.args;
      const words = [pad(payee), numberToHex(amount, { size: 32 }), purpose] as const;
      return { act: 0, words, facts: { kind: "paid", payee, amount, purpose } as const };
    }
    case "MandateBought": {
      const { purchaseId, offerId, seller, amount } = log.args;
      const words = [purchaseId, numberToHex(amount, { size: 32 }), offerId] as const;
      return { act: 1, words, facts: { kind: "bought", purchaseId, offerId, seller, amount } as const };
    }
    case "MandateCalled": {
      const { target, selector, dataHash } = log.args;
      const words = [pad(target), dataHash, pad(selector, { dir: "right" })] as const;
      return { act: 2, words, facts: { kind: "called", target, selector, dataHash } as const };
    }
  }
}

const LINK = [
  ...[{ type: "bytes32" }, { type: "bytes32" }, { type: "uint8" }],
  ...[{ type: "bytes32" }, { type: "bytes32" }, { type: "bytes32" }],
] as const;

/** The next link: the low bits of the hash make room for the act's number. */
function nextHead(
  head: Hex,
  { policyHash, act, words: [a, b, c] }: { policyHash: Hex; act: number; words: readonly [Hex, Hex, Hex] },
): Hex {
  const digest = keccak256(encodeAbiParameters(LINK, [head, policyHash, act, a, b, c]));
  return numberToHex((BigInt(digest) & ~NUMBER) | ((BigInt(head) & NUMBER) + 1n), { size: 32 });
}
