import { type Address, type Hex, zeroHash } from "viem";
import { nameOf } from "../types/codec.ts";
import { toSeconds } from "../types/time.ts";

/** Where a milestone stands, in the order of the contract's enum. */
export const MILESTONE_STATUSES = ["none", "open", "paid", "returned"] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** One step of a brief. */
export type MilestoneArgs = {
  /** Who commits its lot and is paid: a person, or an agent with a mandate. */
  assignee: Address;
  /** Units of the token. */
  reward: bigint;
  /** First second in which a lot comes too late, unix time. */
  deadline: bigint;
  /** Positions of earlier milestones, the recipes of whose lots must be parents of this one's. */
  dependsOn?: readonly number[];
  /** Digest of the file that says what is asked for. */
  brief: Hex;
};

/** What members vote for when they commission work. */
export type CommissionArgs = {
  /** ERC-20 of all rewards. */
  token: Address;
  /** One to 16. */
  milestones: readonly MilestoneArgs[];
  /** Tells equal commissions apart. */
  salt?: Hex;
};

/** One step of a brief, as it stands. */
export type Milestone = {
  assignee: Address;
  reward: bigint;
  deadline: bigint;
  dependsOn: readonly number[];
  /** The lot delivered last; undefined: none. */
  lotId: bigint | undefined;
  status: MilestoneStatus;
};

/** The struct of a commission as contracts take it. */
export type CommissionInput = {
  token: Address;
  milestones: readonly { assignee: Address; reward: bigint; deadline: number; dependsOn: number; brief: Hex }[];
  salt: Hex;
};

const MOST = 16;

/** Positions of milestones from the bits of `dependsOn`. */
export const positionsIn = (bits: number): number[] =>
  Array.from({ length: MOST }, (_, position) => position).filter((position) => (bits & (1 << position)) !== 0);

/** A commission as contracts take it. */
export function toCommissionInput({ token, milestones, salt = zeroHash }: CommissionArgs): CommissionInput {
  const steps = milestones.map(({ assignee, reward, deadline, dependsOn = [], brief }) => ({
    ...{ assignee, reward, brief, deadline: toSeconds(deadline) },
    dependsOn: dependsOn.reduce((bits, position) => bits | (1 << position), 0),
  }));
  return { token, milestones: steps, salt };
}

/** The inverse of {@link toCommissionInput}. */
export function fromCommissionInput({ token, milestones, salt }: CommissionInput): CommissionArgs {
  const steps = milestones.map(({ deadline, dependsOn, ...step }) => ({
    ...step,
    deadline: BigInt(deadline),
    dependsOn: positionsIn(dependsOn),
  }));
  return { token, milestones: steps, salt };
}

/** A milestone as the contract answers it. */
export function toMilestone(answer: {
  assignee: Address;
  reward: bigint;
  deadline: number;
  dependsOn: number;
  lotId: bigint;
  status: number;
}): Milestone {
  const { deadline, dependsOn, lotId, status, ...milestone } = answer;
  return {
    ...milestone,
    deadline: BigInt(deadline),
    dependsOn: positionsIn(dependsOn),
    lotId: lotId === 0n ? undefined : lotId,
    status: nameOf(MILESTONE_STATUSES, status),
  };
}
