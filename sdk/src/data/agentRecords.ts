import type { Address, Hash, Hex } from "viem";
import type { MilestoneStatus } from "../agents/commission.ts";
import type { SpendingLimits } from "../agents/mandate.ts";

/** A mandate as its events tell it. */
export type MandateRecord = {
  mandateId: Hex;
  /** From 1 on, in its module. */
  number: bigint;
  /** The studio's module that granted it, and may be replaced by now. */
  mandates: Address;
  agent: Address;
  /** Member who answers for the agent. */
  sponsor: Address;
  /** From where its calls are made; owns nothing. */
  account: Address;
  /** Undefined: no money at all. */
  token: Address | undefined;
  policyHash: Hex;
  policyVersion: number;
  limits: SpendingLimits;
  /** Ever, units of the token. */
  spent: bigint;
  /** Of the lifetime cap, units of the token. */
  left: bigint;
  /** First second in which it is over, unix time. */
  validUntil: bigint;
  /** First second in which its quota is zero unless members decide before, unix time. */
  reviewAt: bigint;
  /** Nothing can be done before, unix seconds; 0: never paused. */
  pausedUntil: bigint;
  /** Assets that it may commit on one day (UTC). */
  quota: number;
  revoked: boolean;
  /** Newest link of its log; see `hashAct` in `/mandates`. */
  head: Hex;
  /** How many acts there were. */
  acts: number;
  /** Unix seconds. */
  grantedAt: bigint;
};

/** Something that an agent did under a mandate: a payment, a purchase of a license, or a call. */
export type MandateActRecord = {
  mandateId: Hex;
  /** In the mandate's log, from 1 on. */
  number: bigint;
  /** Newest link of the log after it. */
  head: Hex;
  agent: Address;
  /** In force then. */
  policyHash: Hex;
  policyVersion: number;
  /** Units of the token; 0 of a call. */
  amount: bigint;
  /** Unix seconds. */
  timestamp: bigint;
  txHash: Hash;
} & (
  | {
      kind: "paid";
      token: Address;
      payee: Address;
      /** What it was for, as the agent says. */
      purpose: Hex;
    }
  | {
      kind: "bought";
      token: Address;
      /** Who sold the license. */
      payee: Address;
      purchaseId: Hex;
      offerId: Hex;
    }
  | {
      kind: "called";
      target: Address;
      /** Four bytes. */
      selector: Hex;
      /** keccak256 of selector and arguments. */
      dataHash: Hex;
    }
);

/** A commission as its events tell it. */
export type CommissionRecord = {
  commissionId: Hex;
  /** The studio's module that keeps it, and may be replaced by now. */
  commissions: Address;
  token: Address;
  /** All rewards; token units, as what follows. */
  total: bigint;
  paid: bigint;
  /** Given back to the studio. */
  returned: bigint;
  /** How many milestones it has. */
  milestones: number;
  /** Unix seconds. */
  openedAt: bigint;
};

/** One step of a commission, and what became of it. */
export type MilestoneRecord = {
  commissionId: Hex;
  /** From 0 on. */
  position: number;
  /** Commits its lot and is paid. */
  assignee: Address;
  /** Units of the commission's token. */
  reward: bigint;
  /** First second in which a lot comes too late, unix time. */
  deadline: bigint;
  /** Positions of milestones the recipes of whose lots must be parents of this one's. */
  dependsOn: readonly number[];
  /** Digest of what is asked for. */
  brief: Hex;
  /** Delivered last; undefined: none. */
  lotId: bigint | undefined;
  status: Exclude<MilestoneStatus, "none">;
};
