import { type Address, type Client, type Hex, zeroAddress } from "viem";
import { getBlock, readContract } from "viem/actions";
import { agentMandatesIsCall, agentMandatesIsPayee, agentMandatesQuotaOf } from "../abi/items/agentMandates.ts";
import { royaltySplitterPotOf } from "../abi/items/royaltySplitter.ts";
import { getMandate } from "../actions/agents/getMandate.ts";
import { getMandateWindow } from "../actions/agents/getMandateWindow.ts";
import { getCommission } from "../actions/agents/getCommission.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { type Difference, differ } from "../logs/difference.ts";
import { type BlockRange, fetchLogs } from "../logs/fetchLogs.ts";
import { COMMISSION_EVENTS, CommissionReplay } from "./commissionReplay.ts";
import { MANDATE_EVENTS, type MandateEvent, MandateReplay, type ReplayedMandate } from "./mandateReplay.ts";

/** What {@link auditMandates} needs. */
export type AuditMandatesParameters = BlockRange & {
  /** A studio's module of mandates; past ones are audited by their own addresses. */
  mandates: Address;
  /** Its module of commissions, and who holds their rewards. */
  commissions?: Address;
  royaltySplitter: Address;
  /** Gates that the studio has or had: one of them counts each agent's lots. */
  gates: readonly Address[];
};

/** What {@link auditMandates} found. */
export type MandateAudit = {
  mandates: MandateReplay;
  commissions: CommissionReplay;
  /** Everything that does not agree; empty when the books are in order. */
  differences: Difference[];
};

/**
 * Recomputes what agents may do and did, and where rewards of commissions went, from event logs alone, and compares it
 * with what the contracts have stored: caps, periods, windows, quotas, lists, the hash-chained log of each mandate, and
 * the pot of each commission.
 *
 * @example
 * ```ts
 * const { mandates, commissions, curation } = await client.getStudio({ studio });
 * const audit = { mandates, commissions, gates: [curation], royaltySplitter, fromBlock: 0n };
 * const { differences } = await auditMandates(client, audit);
 * ```
 */
export async function auditMandates(client: Client, parameters: AuditMandatesParameters): Promise<MandateAudit> {
  const { mandates: address, commissions, royaltySplitter, gates, fromBlock, toBlock, portion } = parameters;
  const tip = await getBlock(client, toBlock === undefined ? {} : { blockNumber: toBlock });
  const range = { fromBlock, toBlock: tip.number, ...(portion === undefined ? {} : { portion }) };
  const replay = new MandateReplay();
  for (const event of await mandateEvents(client, { ...range, address })) replay.apply(event);
  const work = new CommissionReplay();
  if (commissions !== undefined && commissions !== zeroAddress) {
    const logs = await fetchLogs(client, { ...range, address: commissions, events: COMMISSION_EVENTS });
    for (const log of logs) work.apply(log);
  }
  const audit = { client, at: { blockNumber: tip.number }, now: tip.timestamp };
  const found = [...replay.differences, ...work.differences];
  for (const mandateId of replay.mandates.keys())
    found.push(...(await auditMandate({ ...audit, replay, address, mandateId })));
  for (const [token, window] of replay.windows) {
    const stored = await getMandateWindow(client, { mandates: address, token, ...audit.at });
    const expected = { cap: window.cap, spent: window.spentAt(audit.now) };
    found.push(...differ(`window of ${token}`, stored, expected));
  }
  for (const agent of replay.quotas.keys())
    found.push(...(await auditQuota({ ...audit, replay, address, agent, gates })));
  if (commissions !== undefined)
    for (const commissionId of work.commissions.keys())
      found.push(...(await auditCommission({ ...audit, work, commissions, royaltySplitter, commissionId })));
  return { mandates: replay, commissions: work, differences: found };
}

type Audit = { client: Client; at: { blockNumber: bigint }; now: bigint };

/** Events with the times of their blocks. */
async function mandateEvents(client: Client, range: BlockRange & { address: Address }): Promise<MandateEvent[]> {
  const logs = await fetchLogs(client, { ...range, events: MANDATE_EVENTS });
  const times = new Map<bigint, bigint>();
  for (const { blockNumber } of logs) {
    if (times.has(blockNumber)) continue;
    times.set(blockNumber, (await getBlock(client, { blockNumber })).timestamp);
  }
  return logs.map((log) => ({ ...log, timestamp: times.get(log.blockNumber) ?? 0n }));
}

async function auditMandate({
  client,
  at,
  now,
  replay,
  address,
  mandateId,
}: Audit & { replay: MandateReplay; address: Address; mandateId: Hex }): Promise<Difference[]> {
  const expected = replay.mandates.get(mandateId);
  if (expected === undefined) return [];
  const {
    limits,
    payees: _p,
    calls: _c,
    everPayees: _ep,
    everCalls: _ec,
    mandateId: _id,
    number: _number,
    token,
    ...plain
  } = expected;
  const stored = await getMandate(client, { mandates: address, mandateId, ...at });
  const subject = `mandate ${mandateId}`;
  return [
    ...differ(
      subject,
      { ...stored, token: stored.token ?? zeroAddress },
      { ...plain, token, spent: replay.spentAt(mandateId, now) },
    ),
    ...differ(`limits of ${subject}`, stored.limits, limits),
    ...(await auditLists({ client, at, address, mandateId, expected })),
  ];
}

/** Whoever was ever listed is on the list in the contract exactly if nothing took it off. */
async function auditLists({
  client,
  at,
  address,
  mandateId,
  expected: { payees, calls, everPayees, everCalls },
}: Pick<Audit, "client" | "at"> & { address: Address; mandateId: Hex; expected: ReplayedMandate }) {
  const [askedPayees, askedCalls] = [[...everPayees], [...everCalls]];
  const payeeAnswers = await readMany(
    client,
    askedPayees.map((payee) => ({
      ...{ address, abi: [agentMandatesIsPayee], functionName: "isPayee" as const },
      args: [mandateId, payee] as const,
    })),
    at,
  );
  const callAnswers = await readMany(
    client,
    askedCalls.map((call) => ({
      ...{ address, abi: [agentMandatesIsCall], functionName: "isCall" as const },
      args: [mandateId, call.slice(0, 42) as Address, call.slice(42) as Hex] as const,
    })),
    at,
  );
  const subject = `mandate ${mandateId}`;
  return [
    ...askedPayees.flatMap((payee, place) =>
      differ(`payee ${payee} of ${subject}`, { listed: payeeAnswers[place] }, { listed: payees.has(payee) }),
    ),
    ...askedCalls.flatMap((call, place) =>
      differ(`call ${call} of ${subject}`, { listed: callAnswers[place] }, { listed: calls.has(call) }),
    ),
  ];
}

/** An agent's quota is at one gate, whichever the studio had when it was granted or followed. */
async function auditQuota({
  client,
  at,
  replay,
  address,
  agent,
  gates,
}: Audit & {
  replay: MandateReplay;
  address: Address;
  agent: Address;
  gates: readonly Address[];
}): Promise<Difference[]> {
  const entries = await readMany(
    client,
    gates.map((gate) => ({
      ...{ address, abi: [agentMandatesQuotaOf], functionName: "quotaOf" as const },
      args: [gate, agent] as const,
    })),
    at,
  );
  const stored = entries.find(({ number }) => number !== 0n);
  const expected = replay.quotas.get(agent);
  return expected === undefined ? [] : differ(`quota of ${agent}`, { ...stored }, expected);
}

async function auditCommission({
  client,
  at,
  work,
  commissions,
  royaltySplitter,
  commissionId,
}: Audit & {
  work: CommissionReplay;
  commissions: Address;
  royaltySplitter: Address;
  commissionId: Hex;
}): Promise<Difference[]> {
  const expected = work.commissions.get(commissionId);
  if (expected === undefined) return [];
  const { token, milestones, waiting } = expected;
  const stored = await getCommission(client, { commissions, commissionId, ...at });
  const subject = `commission ${commissionId}`;
  const pot = await readContract(client, {
    ...{ address: royaltySplitter, abi: [royaltySplitterPotOf], functionName: "potOf" },
    args: [commissions, commissionId, token],
    ...at,
  });
  // Anybody may put more into a pot; the rest goes to the studio.
  const short = { subject, field: "pot", found: String(pot), expected: `at least ${waiting}` };
  return [
    ...differ(subject, { token: stored.token }, { token }),
    ...milestones.flatMap((milestone, place) =>
      differ(`milestone ${place} of ${subject}`, { ...stored.milestones[place] }, { ...milestone }),
    ),
    ...(pot < waiting ? [short] : []),
  ];
}
