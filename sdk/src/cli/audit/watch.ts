import { setTimeout as pause } from "node:timers/promises";
import { type Abi, type Address, type Log, parseEventLogs, zeroAddress } from "viem";
import { getBlockNumber, getLogs } from "viem/actions";
import type { ActionClient } from "../../actions/internal/types.ts";
import { auditFromLogs } from "../../logs/auditFromLogs.ts";
import type { BlockRange } from "../../logs/fetchLogs.ts";
import { readPages } from "../../logs/readPages.ts";
import { ABIS } from "../../proposals/abis.ts";
import { type Failure, toFailure, toLine } from "../failure.ts";
import { show } from "../perform.ts";
import type { Session } from "../session.ts";
import { assertSeen, eventsOf, type WatchedContract } from "./events.ts";
import { matches, nameOfRule, type Rule } from "./rules.ts";
import { type Alert, post } from "./webhook.ts";

/** How to watch. */
export type WatchOptions = {
  rules: readonly Rule[];
  webhook: string | undefined;
  /** First block to look at; undefined: the next one. */
  since: bigint | undefined;
  /** Blocks that a block has to be old before it is looked at. */
  confirmations: bigint;
  intervalMs: number;
  /** Ends the watch at the first alert. */
  untilAlert: boolean;
  /** Ends the watch after so long. */
  durationMs: number | undefined;
};

/** What a watch has seen. */
export type Watched = {
  fromBlock: bigint;
  toBlock: bigint;
  /** The newest block that there was to see, as far as the node told. */
  head: bigint;
  alerts: Alert[];
  undelivered: Alert[];
  /** Why the last look saw nothing; undefined where it did. */
  failure: Failure | undefined;
};

/** Blocks after which alerts are told, where there are many to see. */
const PORTION = 10_000n;

/** Looks at every block once, from the first to the last, whatever the node does in between. */
export async function watch(session: Session, options: WatchOptions): Promise<Watched> {
  const { signal } = session.io;
  const { client } = await session.connect();
  const contracts = await watchedContracts(session);
  assertSeen(options.rules, [...contracts.values()]);
  const { confirmations, since, intervalMs } = options;
  const head = async (): Promise<bigint> => (await getBlockNumber(client, { cacheTime: 0 })) - confirmations;
  const end = options.durationMs === undefined ? Infinity : Date.now() + options.durationMs;
  const fromBlock = since ?? (await head()) + 1n;
  const last = fromBlock - 1n;
  const watched: Watched = { fromBlock, toBlock: last, head: last, alerts: [], undelivered: [], failure: undefined };
  const audits = new Map<Rule, bigint>();
  let isFirst = true;
  while (!signal.aborted) {
    try {
      watched.head = await head();
      await look(session, { ...options, contracts, audits }, watched);
      watched.failure = undefined;
      if (isFirst) session.say(`Watching; seen up to block ${watched.toBlock}.`);
      isFirst = false;
    } catch (error) {
      // The block stays the next one: what the node did not answer is asked again.
      watched.failure = toFailure(error);
      session.say(`Not seen yet: ${toLine(watched.failure)}`);
    }
    if ((options.untilAlert && watched.alerts.length > 0) || Date.now() >= end) break;
    await pause(intervalMs, undefined, { signal }).catch(() => undefined);
  }
  return watched;
}

/** The protocol's contracts, and the studio's where one is named. */
async function watchedContracts(session: Session): Promise<Map<string, WatchedContract>> {
  const { addresses } = await session.connect();
  const studio = session.settings.studio === undefined ? {} : await session.studio();
  const found = Object.entries({ ...addresses, ...studio } as Record<string, string | undefined>).flatMap(
    ([name, at]) => {
      const abi = (ABIS as Readonly<Record<string, Abi>>)[name];
      return abi === undefined || at === undefined || at === zeroAddress
        ? []
        : [[at.toLowerCase(), { name, abi }] as const];
    },
  );
  return new Map(found);
}

type Looking = WatchOptions & { contracts: Map<string, WatchedContract>; audits: Map<Rule, bigint> };

async function look(session: Session, options: Looking, watched: Watched): Promise<void> {
  const { client } = await session.connect();
  const { head } = watched;
  while (watched.toBlock < head && !session.io.signal.aborted) {
    const fromBlock = watched.toBlock + 1n;
    const toBlock = fromBlock + PORTION - 1n < head ? fromBlock + PORTION - 1n : head;
    const alerts = await alertsOf(session, options, await seen(client, options, { fromBlock, toBlock }));
    watched.toBlock = toBlock;
    await tell(session, options, watched, alerts);
  }
  await tell(session, options, watched, await auditDue(session, options, head));
}

/** A log of a watched contract, decoded by that contract's ABI. */
type Seen = Log & { contract: string; eventName: string; args: Record<string, unknown> };

/** All events of a range, as the SDK reads logs: what a node leaves out or contradicts is asked again, then refused. */
async function seen(client: ActionClient, { contracts }: Looking, range: BlockRange): Promise<Seen[]> {
  const addresses = [...contracts.keys()] as Address[];
  const events = [...contracts.values()].flatMap(({ abi }) => eventsOf(abi));
  const logs = await readPages(client, { range, events, addresses }, async (portion) =>
    (await getLogs(client, { address: addresses, ...portion })).flatMap((log) => decoded(contracts, log)),
  );
  return logs as unknown as Seen[];
}

/** What a contract does not know is no event of the protocol. */
function decoded(contracts: Looking["contracts"], log: Log): Seen[] {
  const contract = contracts.get(log.address.toLowerCase());
  // Nobody asked for it: an event without a name, at which the reading stops.
  if (contract === undefined) return [{ ...log, contract: "", eventName: "", args: {} }];
  const found = parseEventLogs({ abi: contract.abi, logs: [log], strict: false }) as unknown as Omit<
    Seen,
    "contract"
  >[];
  return found.map((each) => ({ ...each, contract: contract.name }));
}

async function alertsOf(session: Session, { rules }: Looking, logs: readonly Seen[]): Promise<Alert[]> {
  const { chainId } = await session.connect();
  return logs.flatMap(({ contract, eventName: event, args, address, blockNumber, transactionHash, logIndex }) =>
    rules
      .filter((each) => matches(each, { contract, event, args }))
      .map((each): Alert => {
        const rule = nameOfRule(each);
        const facts = { contract, address, event, args, transactionHash, logIndex };
        const id = `${chainId}:${String(transactionHash)}:${String(logIndex)}:${rule}`;
        return { id, rule, chainId, block: blockNumber ?? 0n, what: `${contract}: ${event} ${show(args)}`, facts };
      }),
  );
}

/** Re-computes everything where a rule asks for it and enough blocks have passed. */
async function auditDue(session: Session, { rules, audits }: Looking, head: bigint): Promise<Alert[]> {
  const due = rules.filter((each) => {
    const last = audits.get(each);
    return each.when === "difference" && (last === undefined || head - last >= BigInt(each.everyBlocks));
  });
  if (due.length === 0) return [];
  const { client, addresses, fromBlock, chainId } = await session.connect();
  const { differences } = await auditFromLogs(client, { addresses, fromBlock });
  for (const each of due) audits.set(each, head);
  return due.flatMap((each) =>
    differences.map((facts): Alert => {
      const rule = nameOfRule(each);
      const what = `${facts.subject}: ${facts.field} is ${facts.found}, should be ${facts.expected}`;
      return {
        id: `${chainId}:${facts.subject}:${facts.field}:${facts.found}:${rule}`,
        rule,
        chainId,
        block: head,
        what,
        facts,
      };
    }),
  );
}

/** Tells each alert once: on stderr, and to the webhook. */
async function tell(session: Session, { webhook }: Looking, watched: Watched, alerts: readonly Alert[]): Promise<void> {
  const known = new Set(watched.alerts.map(({ id }) => id));
  for (const alert of alerts.filter(({ id }) => !known.has(id))) {
    watched.alerts.push(alert);
    session.say(`[${alert.rule}] block ${alert.block}: ${alert.what}`);
    if (webhook === undefined || (await post(webhook, alert, session.io.signal))) continue;
    watched.undelivered.push(alert);
    session.say(`${webhook} did not take the alert ${alert.id}.`);
  }
}
