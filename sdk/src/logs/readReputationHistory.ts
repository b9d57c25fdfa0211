import { type Address, type Client, type Hash, hexToString, type Hex, isAddressEqual } from "viem";
import { getBlock } from "viem/actions";
import {
  reputationTokenAccountMigratedEvent,
  reputationTokenIndexChangedEvent,
  reputationTokenInheritanceClaimedEvent,
  reputationTokenReputationGrantedEvent,
  reputationTokenReputationPrunedEvent,
  reputationTokenReputationSlashedEvent,
  reputationTokenTransferEvent,
} from "../abi/items/index.ts";
import { type DecayCurve, indexAt, toEffective } from "../governance/decayIndex.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

/** What changed a member's reputation. */
export type ReputationChange = {
  blockNumber: bigint;
  transactionHash: Hash;
  /** Unix seconds. */
  timestamp: bigint;
  /** `founder`, `grant`, `curation`, `review`, `impact` for what was earned; else what happened. */
  reason: string;
  /** What it was earned as, and what with; of grants. */
  role?: Hex;
  /** Digest of a file; of grants and of what was taken away. */
  evidence?: Hex;
  /** Raw units, negative where reputation went away. */
  change: bigint;
  /** Balance afterwards: in raw units, and what it was worth at this moment, 18 decimals. */
  raw: bigint;
  effective: bigint;
};

const EVENTS = [
  reputationTokenTransferEvent,
  reputationTokenIndexChangedEvent,
  reputationTokenReputationGrantedEvent,
  reputationTokenReputationSlashedEvent,
  reputationTokenReputationPrunedEvent,
  reputationTokenAccountMigratedEvent,
  reputationTokenInheritanceClaimedEvent,
] as const;

type Cause = Pick<ReputationChange, "reason" | "role" | "evidence">;

/**
 * How a member's reputation came about, oldest first, from the token's logs alone: raw, and what it was worth then.
 *
 * @example
 * ```ts
 * const history = await readReputationHistory(client, { reputation, member: alice, fromBlock: 0n });
 * ```
 */
export async function readReputationHistory(
  client: Client,
  { reputation, member, ...range }: BlockRange & { reputation: Address; member: Address },
): Promise<ReputationChange[]> {
  const logs = await fetchLogs(client, { ...range, address: reputation, events: EVENTS });
  const causes = new Map<Hash, Cause[]>();
  const changes: ReputationChange[] = [];
  let curve: DecayCurve | undefined;
  let raw = 0n;
  for (const log of logs) {
    const cause = causeOf(log, member);
    if (cause !== undefined) causes.set(log.transactionHash, [...(causes.get(log.transactionHash) ?? []), cause]);
  }
  for (const log of logs) {
    if (log.eventName === "IndexChanged") {
      const { gBase, tBase, halfLife } = log.args;
      curve = { gBase, tBase: BigInt(tBase), halfLife: BigInt(halfLife) };
    }
    if (log.eventName !== "Transfer" || curve === undefined) continue;
    const { from, to, value } = log.args;
    const change = (isAddressEqual(to, member) ? value : 0n) - (isAddressEqual(from, member) ? value : 0n);
    if (change === 0n) continue;
    raw += change;
    const { blockNumber, transactionHash } = log;
    const { timestamp } = await getBlock(client, { blockNumber });
    const cause = causes.get(transactionHash)?.shift() ?? { reason: "moved" };
    changes.push({
      ...{ blockNumber, transactionHash, timestamp, ...cause, change, raw },
      effective: toEffective(raw, indexAt(curve, timestamp)),
    });
  }
  return changes;
}

type Log = Awaited<ReturnType<typeof fetchLogs<typeof EVENTS>>>[number];

function causeOf(log: Log, member: Address): Cause | undefined {
  const isOf = (account: Address): boolean => isAddressEqual(account, member);
  switch (log.eventName) {
    case "ReputationGranted": {
      const { account, source, role, evidence } = log.args;
      return isOf(account) ? { reason: hexToString(source).replace(/\0+$/u, ""), role, evidence } : undefined;
    }
    case "ReputationSlashed":
      return isOf(log.args.account) ? { reason: "slashed", evidence: log.args.evidence } : undefined;
    case "ReputationPruned":
      return isOf(log.args.account) ? { reason: "pruned" } : undefined;
    case "AccountMigrated":
      return isOf(log.args.from) || isOf(log.args.to) ? { reason: "migrated" } : undefined;
    case "InheritanceClaimed":
      return isOf(log.args.account) ? { reason: "inherited" } : undefined;
    case "IndexChanged":
    case "Transfer":
      return undefined;
  }
}
