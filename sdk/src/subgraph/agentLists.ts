import { type Address, getAddress, type Hash, type Hex } from "viem";
import { positionsIn } from "../agents/commission.ts";
import type { CommissionRecord, MandateActRecord, MandateRecord, MilestoneRecord } from "../data/agentRecords.ts";
import { byCommission, byGrant, byOpening } from "../data/order.ts";
import { COMMISSIONS, MANDATE_ACTS, MANDATES, MILESTONES } from "./agentQueries.ts";
import type { SubgraphClient } from "./client.ts";
import { accountOf, decapitalize } from "./convert.ts";
import { addressId } from "./ids.ts";
import { PAGE } from "./queries.ts";
import { readPages } from "./readPages.ts";

type Ref = { id: Address };

type Policy = { policyHash: Hex; version: number };

type MandateAnswer = {
  id: Hex;
  number: string;
  module: Ref;
  agent: Ref;
  sponsor: Ref;
  account: Address;
  token: Address | null;
  policy: Policy;
  perTransaction: string;
  perPeriod: string;
  period: string;
  spent: string;
  left: string;
  validUntil: string;
  reviewAt: string;
  pausedUntil: string;
  quota: number;
  grantedAt: string;
  revokedAt: string | null;
  head: Hex;
  actCount: number;
};

/** Every mandate of a studio; see `StudioData`. */
export async function listMandates(client: SubgraphClient, studio: Address): Promise<MandateRecord[]> {
  const listing = { query: MANDATES, variables: { studio: addressId(studio) }, pageSize: PAGE };
  return (await readPages<MandateAnswer>(client, listing)).map(toMandate).sort(byGrant);
}

function toMandate(mandate: MandateAnswer): MandateRecord {
  const { policy, quota, head, actCount } = mandate;
  return {
    mandateId: mandate.id,
    number: BigInt(mandate.number),
    mandates: accountOf(mandate.module),
    agent: accountOf(mandate.agent),
    sponsor: accountOf(mandate.sponsor),
    account: getAddress(mandate.account),
    token: mandate.token === null ? undefined : getAddress(mandate.token),
    policyHash: policy.policyHash,
    policyVersion: policy.version,
    limits: {
      perTransaction: BigInt(mandate.perTransaction),
      perPeriod: BigInt(mandate.perPeriod),
      period: Number(mandate.period),
    },
    spent: BigInt(mandate.spent),
    left: BigInt(mandate.left),
    validUntil: BigInt(mandate.validUntil),
    reviewAt: BigInt(mandate.reviewAt),
    pausedUntil: BigInt(mandate.pausedUntil),
    ...{ quota, head, acts: actCount, revoked: mandate.revokedAt !== null, grantedAt: BigInt(mandate.grantedAt) },
  };
}

type ActAnswer = {
  kind: "Paid" | "Bought" | "Called";
  mandate: { id: Hex };
  number: string;
  head: Hex;
  agent: Ref;
  policy: Policy;
  token: Address | null;
  amount: string;
  payee: Ref | null;
  purpose: Hex | null;
  purchaseId: Hex | null;
  offer: { id: Hex } | null;
  target: Address | null;
  selector: Hex | null;
  dataHash: Hex | null;
  timestamp: string;
  txHash: Hash;
};

/** Everything that an agent did; see `StudioData`. */
export async function listMandateActs(client: SubgraphClient, agent: Address): Promise<MandateActRecord[]> {
  const listing = { query: MANDATE_ACTS, variables: { agent: addressId(agent) }, pageSize: PAGE };
  return (await readPages<ActAnswer>(client, listing)).map(toAct);
}

/** What an act of this kind always has, the schema lets be absent. */
function toAct(act: ActAnswer): MandateActRecord {
  const { head, policy, txHash } = act;
  const known = {
    ...{ mandateId: act.mandate.id, number: BigInt(act.number), head, agent: accountOf(act.agent) },
    ...{ policyHash: policy.policyHash, policyVersion: policy.version, amount: BigInt(act.amount) },
    ...{ timestamp: BigInt(act.timestamp), txHash },
  };
  if (act.kind === "Called") {
    const called = act as Record<"target" | "selector" | "dataHash", Hex>;
    const { selector, dataHash } = called;
    return { ...known, kind: "called", target: getAddress(called.target), selector, dataHash };
  }
  const spent = act as ActAnswer & { token: Address; payee: Ref; purpose: Hex; purchaseId: Hex; offer: { id: Hex } };
  const paid = { ...known, token: getAddress(spent.token), payee: accountOf(spent.payee) };
  if (act.kind === "Paid") return { ...paid, kind: "paid", purpose: spent.purpose };
  return { ...paid, kind: "bought", purchaseId: spent.purchaseId, offerId: spent.offer.id };
}

type CommissionAnswer = {
  id: Hex;
  module: Ref;
  token: Ref;
  total: string;
  paid: string;
  returned: string;
  milestoneCount: number;
  openedAt: string;
};

/** Every commission of a studio; see `StudioData`. */
export async function listCommissions(client: SubgraphClient, studio: Address): Promise<CommissionRecord[]> {
  const listing = { query: COMMISSIONS, variables: { studio: addressId(studio) }, pageSize: PAGE };
  const found = await readPages<CommissionAnswer>(client, listing);
  return found.map(toCommission).sort(byOpening);
}

function toCommission(commission: CommissionAnswer): CommissionRecord {
  return {
    commissionId: commission.id,
    commissions: accountOf(commission.module),
    token: accountOf(commission.token),
    total: BigInt(commission.total),
    paid: BigInt(commission.paid),
    returned: BigInt(commission.returned),
    milestones: commission.milestoneCount,
    openedAt: BigInt(commission.openedAt),
  };
}

type MilestoneAnswer = {
  commission: { id: Hex; openedAt: string };
  position: number;
  assignee: Ref;
  reward: string;
  deadline: string;
  dependsOn: number;
  brief: Hex;
  lot: { lotId: string } | null;
  status: Capitalize<MilestoneRecord["status"]>;
};

/** Every milestone of a studio; see `StudioData`. */
export async function listMilestones(client: SubgraphClient, studio: Address): Promise<MilestoneRecord[]> {
  const listing = { query: MILESTONES, variables: { studio: addressId(studio) }, pageSize: PAGE };
  const found = await readPages<MilestoneAnswer>(client, listing);
  const opened = new Map(found.map(({ commission: { id, openedAt } }) => [id, BigInt(openedAt)]));
  return found.map(toMilestone).sort(byCommission(opened));
}

function toMilestone(milestone: MilestoneAnswer): MilestoneRecord {
  const { commission, position, brief, lot } = milestone;
  return {
    ...{ commissionId: commission.id, position, brief },
    assignee: accountOf(milestone.assignee),
    reward: BigInt(milestone.reward),
    deadline: BigInt(milestone.deadline),
    dependsOn: positionsIn(milestone.dependsOn),
    lotId: lot === null ? undefined : BigInt(lot.lotId),
    status: decapitalize(milestone.status),
  };
}
