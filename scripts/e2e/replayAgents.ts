import {
  agentMandatesAbi,
  agentMandatesMandateBoughtEvent,
  agentMandatesMandateCalledEvent,
  agentMandatesMandateGrantedEvent,
  agentMandatesMandatePaidEvent,
  agentMandatesPolicyChangedEvent,
  commissionsAbi,
  commissionsMilestoneDeliveredEvent,
  commissionsMilestonePaidEvent,
  commissionsMilestoneReturnedEvent,
} from "@imprimatur/sdk/abi";
import { fetchLogs } from "@imprimatur/sdk/logs";
import { firstHead, hashAct, type MandateActEvent } from "@imprimatur/sdk/mandates";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { type Address, type Client, type Hex, numberToHex, zeroAddress } from "viem";
import { idOf, noSides, readAll, type Sides, type World } from "./replay.ts";

const STATUSES = ["None", "Open", "Paid", "Returned"];

type Ref = { id: Hex };

interface MandateFields {
  module: Ref;
  agent: Ref;
  sponsor: Ref;
  account: Address;
  token: Address | null;
  policy: { policyHash: Hex; version: number };
  perTransaction: string;
  perPeriod: string;
  period: string;
  left: string;
  periodSpent: string;
  periodIndex: string;
  validUntil: string;
  pausedUntil: string;
  reviewAt: string;
  quota: number;
  revokedAt: string | null;
  head: Hex;
}

/** Every mandate: as it stands, and with the log that its events come to. */
export async function compareMandates(subgraph: SubgraphClient, { desk, books, clones }: World): Promise<Sides> {
  const sides = noSides();
  const { timestamp: now } = await desk.client.getBlock();
  const fields = `module { id } agent { id } sponsor { id } account token policy { policyHash version } perTransaction
    perPeriod period left periodSpent periodIndex validUntil pausedUntil reviewAt quota revokedAt head`;
  for (const [id, mandate] of await readAll<MandateFields>(subgraph, "mandates", fields)) {
    const { module, agent, sponsor, policy, token, periodSpent, periodIndex, revokedAt, ...rest } = mandate;
    const period = BigInt(mandate.period);
    const spent = period !== 0n && now / period === BigInt(periodIndex) ? periodSpent : "0";
    const known = { ...rest, ...policy, agent: agent.id, sponsor: sponsor.id, token: token ?? zeroAddress };
    sides.indexed[id] = { ...known, spent, revoked: revokedAt !== null };
    const on = { address: module.id, abi: agentMandatesAbi, args: [id as Hex] } as const;
    const { limits, policyVersion, ...stored } = await desk.client.readContract({ ...on, functionName: "mandateOf" });
    const head = await desk.client.readContract({ ...on, functionName: "headOf" });
    sides.stored[id] = { ...stored, ...limits, version: policyVersion, head };
  }
  for (const [module] of [...clones].filter(([, contract]) => contract === "AgentMandates")) {
    Object.assign(sides.logged, await readMandates(books.client, module));
  }
  return sides;
}

/** What is left to the mandates of a module, and the heads of their logs, by the events. */
async function readMandates(client: Client, address: Address): Promise<Record<string, unknown>> {
  const events = [
    agentMandatesMandateGrantedEvent,
    agentMandatesPolicyChangedEvent,
    agentMandatesMandatePaidEvent,
    agentMandatesMandateBoughtEvent,
    agentMandatesMandateCalledEvent,
  ] as const;
  const mandates: Record<string, { policyHash: Hex; left: bigint; head: Hex }> = {};
  for (const { eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    if (eventName === "MandateGranted") {
      const { policyHash, lifetime: left } = args.input;
      mandates[args.mandateId] = { policyHash, left, head: firstHead(args.mandateId) };
      continue;
    }
    const mandate = mandates[args.mandateId];
    if (mandate === undefined) throw new Error(`nobody granted ${args.mandateId}`);
    if (eventName === "PolicyChanged") mandate.policyHash = args.policyHash;
    else {
      if (eventName !== "MandateCalled") mandate.left -= args.amount;
      const act = eventName === "MandatePaid" ? "paid" : eventName === "MandateBought" ? "bought" : ("called" as const);
      mandate.head = hashAct(mandate.head, mandate.policyHash, { act, ...args } as MandateActEvent);
    }
  }
  return mandates;
}

interface MilestoneFields {
  commission: { id: Hex; module: Ref; token: Ref };
  position: number;
  assignee: Ref;
  reward: string;
  deadline: string;
  dependsOn: number;
  lot: { lotId: string } | null;
  status: string;
}

/** Every milestone of every commission. */
export async function compareMilestones(subgraph: SubgraphClient, { desk, books, clones }: World): Promise<Sides> {
  const sides = noSides();
  const fields = `commission { id module { id } token { id } } position assignee { id } reward deadline dependsOn
    lot { lotId } status`;
  for (const [id, milestone] of await readAll<MilestoneFields>(subgraph, "milestones", fields)) {
    const { commission, position, assignee, lot, ...rest } = milestone;
    sides.indexed[id] = { ...rest, token: commission.token.id, assignee: assignee.id, lotId: lot?.lotId ?? "0" };
    const on = { address: commission.module.id, abi: commissionsAbi, functionName: "commissionOf" } as const;
    const [token, , milestones] = await desk.client.readContract({ ...on, args: [commission.id] });
    const stored = milestones[position];
    sides.stored[id] = stored === undefined ? undefined : { ...stored, token, status: STATUSES[stored.status] };
    sides.logged[id] = { status: "Open", lotId: "0" };
  }
  for (const [module] of [...clones].filter(([, contract]) => contract === "Commissions")) {
    await readMilestones(books.client, module, sides.logged);
  }
  return sides;
}

/** What became of the milestones of a module, by the events. */
async function readMilestones(client: Client, address: Address, logged: Record<string, unknown>): Promise<void> {
  const events = [
    commissionsMilestoneDeliveredEvent,
    commissionsMilestonePaidEvent,
    commissionsMilestoneReturnedEvent,
  ] as const;
  for (const { eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    const id = idOf(args.commissionId, numberToHex(args.milestone, { size: 1 }));
    const change =
      eventName === "MilestoneDelivered"
        ? { lotId: args.lotId }
        : { status: eventName === "MilestonePaid" ? "Paid" : "Returned" };
    logged[id] = { ...(logged[id] as object), ...change };
  }
}
