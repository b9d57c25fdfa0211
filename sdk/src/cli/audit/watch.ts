import { setTimeout as pause } from "node:timers/promises";
import { type Abi, type Address, type Log, parseEventLogs, zeroAddress } from "viem";
import { getBlockNumber, getLogs } from "viem/actions";
import { auditFromLogs } from "../../logs/auditFromLogs.ts";
import { ABIS } from "../../proposals/abis.ts";
import { toFailure, toLine } from "../failure.ts";
import { plainText } from "../plainText.ts";
import { show } from "../perform.ts";
import type { Session } from "../session.ts";
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
export type Watched = { fromBlock: bigint; toBlock: bigint; alerts: Alert[]; undelivered: Alert[] };

/** Most blocks asked for at once. */
const PORTION = 2_000n;

/** Looks at every block once, from the first to the last, whatever the node does in between. */
export async function watch(session: Session, options: WatchOptions): Promise<Watched> {
  const { signal } = session.io;
  const { client } = await session.connect();
  const contracts = await watchedContracts(session);
  const { confirmations, since, intervalMs } = options;
  const head = async (): Promise<bigint> => (await getBlockNumber(client, { cacheTime: 0 })) - confirmations;
  const end = options.durationMs === undefined ? Infinity : Date.now() + options.durationMs;
  const fromBlock = since ?? (await head()) + 1n;
  const watched: Watched = { fromBlock, toBlock: fromBlock - 1n, alerts: [], undelivered: [] };
  const audits = new Map<Rule, bigint>();
  let isFirst = true;
  while (!signal.aborted) {
    try {
      await look(session, { ...options, contracts, head: await head(), audits }, watched);
      if (isFirst) session.say(`Watching; seen up to block ${watched.toBlock}.`);
      isFirst = false;
    } catch (error) {
      // The block stays the next one: what the node did not answer is asked again.
      session.say(`Not seen yet: ${plainText(toLine(toFailure(error)))}`);
    }
    if ((options.untilAlert && watched.alerts.length > 0) || Date.now() >= end) break;
    await pause(intervalMs, undefined, { signal }).catch(() => undefined);
  }
  return watched;
}

type Contract = { name: string; abi: Abi };

/** The protocol's contracts, and the studio's where one is named. */
async function watchedContracts(session: Session): Promise<Map<string, Contract>> {
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

type Looking = WatchOptions & { contracts: Map<string, Contract>; head: bigint; audits: Map<Rule, bigint> };

async function look(session: Session, options: Looking, watched: Watched): Promise<void> {
  const { client } = await session.connect();
  const { contracts, head } = options;
  while (watched.toBlock < head && !session.io.signal.aborted) {
    const fromBlock = watched.toBlock + 1n;
    const toBlock = fromBlock + PORTION - 1n < head ? fromBlock + PORTION - 1n : head;
    const logs = await getLogs(client, { address: [...contracts.keys()] as Address[], fromBlock, toBlock });
    const alerts = await alertsOf(session, options, logs);
    watched.toBlock = toBlock;
    await tell(session, options, watched, alerts);
  }
  await tell(session, options, watched, await auditDue(session, options, head));
}

async function alertsOf(session: Session, { rules, contracts }: Looking, logs: readonly Log[]): Promise<Alert[]> {
  const { chainId } = await session.connect();
  return logs.flatMap((log) => {
    const { name: contract, abi } = contracts.get(log.address.toLowerCase()) ?? { name: "", abi: [] };
    const [parsed] = parseEventLogs({ abi, logs: [log] }) as unknown as {
      eventName: string;
      args: Record<string, unknown>;
    }[];
    if (parsed === undefined) return [];
    const { eventName: event, args } = parsed;
    return rules
      .filter((each) => matches(each, { contract, event, args }))
      .map((each): Alert => {
        const { blockNumber: block, transactionHash, logIndex } = log;
        const rule = nameOfRule(each);
        const facts = { contract, address: log.address, event, args, transactionHash, logIndex };
        const id = `${chainId}:${String(transactionHash)}:${String(logIndex)}:${rule}`;
        return { id, rule, chainId, block: block ?? 0n, what: `${contract}: ${event} ${show(args)}`, facts };
      });
  });
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
    session.say(plainText(`[${alert.rule}] block ${alert.block}: ${alert.what}`));
    if (webhook === undefined || (await post(webhook, alert, session.io.signal))) continue;
    watched.undelivered.push(alert);
    session.say(`${webhook} did not take the alert ${alert.id}.`);
  }
}
