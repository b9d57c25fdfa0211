import { type Address, type Client, type Hex, zeroHash } from "viem";
import { assetRegistryLotSupersededEvent } from "../abi/items/assetRegistry.ts";
import { attestationsAttestedEvent } from "../abi/items/attestations.ts";
import {
  provenanceContestLapsedEvent,
  provenanceContestRuledEvent,
  provenanceCopyProvedEvent,
  provenanceEarliestProvedEvent,
  provenanceLeavesPublishedEvent,
  provenanceLineageContestedEvent,
} from "../abi/items/provenance.ts";
import { byStatement } from "../data/order.ts";
import type {
  AttestationRecord,
  ContentRecord,
  ContestRecord,
  CopyRecord,
  PublishedLeavesRecord,
  SupersessionRecord,
} from "../data/provenanceRecords.ts";
import { fromAttestationInput } from "../provenance/attestation.ts";
import { nameOf } from "../types/codec.ts";
import { FINDINGS } from "../types/enums.ts";
import { lotOf, producerOf } from "../types/ids.ts";
import { blockTimes } from "./blockTimes.ts";
import { type BlockRange, fetchEventLogs, fetchLogs } from "./fetchLogs.ts";
import { fetchRevocations } from "./fetchRevocations.ts";

const orUndefined = (hash: Hex): Hex | undefined => (hash === zeroHash ? undefined : hash);

/** Everything that was stated about a subject, out of the logs; the same statement made again is the first one. */
export async function replayAttestations(
  client: Client,
  { attestations: address, subject, ...range }: BlockRange & { attestations: Address; subject: Hex },
): Promise<AttestationRecord[]> {
  const timeOf = blockTimes(client);
  const made = { ...range, address, event: attestationsAttestedEvent, args: { subject } };
  const found = new Map<Hex, AttestationRecord>();
  for (const { args, blockNumber } of await fetchEventLogs(client, made)) {
    const { uid, attester } = args;
    if (found.has(uid)) continue;
    const { evidence, referenceId, salt: _salt, deadline: _deadline, ...statement } = fromAttestationInput(args.input);
    found.set(uid, {
      ...{ ...statement, uid, attester, evidence: orUndefined(evidence), referenceId: orUndefined(referenceId) },
      ...{ statedAt: await timeOf(blockNumber), revokedAt: undefined },
    });
  }
  if (found.size === 0) return [];
  const taken = await fetchRevocations(client, { ...range, address }, [...found.keys()]);
  for (const { args, blockNumber } of taken) {
    const statement = found.get(args.uid);
    // Anybody can revoke any id; only its attester's revocation counts.
    if (statement?.attester === args.attester) statement.revokedAt ??= await timeOf(blockNumber);
  }
  return [...found.values()].sort(byStatement);
}

/** Every contest of a recipe's lineage, out of the logs. */
export async function replayContests(
  client: Client,
  { provenance: address, recipe, ...range }: BlockRange & { provenance: Address; recipe: number },
): Promise<ContestRecord[]> {
  const events = [provenanceLineageContestedEvent, provenanceContestRuledEvent, provenanceContestLapsedEvent] as const;
  const found = new Map<bigint, ContestRecord>();
  for (const { eventName, args } of await fetchLogs(client, { ...range, address, events })) {
    const { contestId } = args;
    if (eventName === "LineageContested") {
      const { claimant, parent, evidence, token, bond, deadline } = args;
      if (args.recipe !== recipe) continue;
      found.set(contestId, {
        ...{ contestId, recipe, claimant, parent, evidence, token, bond, deadline: BigInt(deadline) },
        ...{ status: "open", finding: "none", judge: undefined, bondTo: undefined },
      });
      continue;
    }
    const contest = found.get(contestId);
    if (contest === undefined) continue;
    const ruling =
      eventName === "ContestRuled"
        ? { status: "ruled" as const, finding: nameOf(FINDINGS, args.finding), judge: args.judge, bondTo: args.to }
        : { status: "lapsed" as const, bondTo: contest.claimant };
    Object.assign(contest, ruling);
  }
  return [...found.values()];
}

/** Every published chunk of a lot, out of the logs. */
export async function replayPublishedLeaves(
  client: Client,
  { provenance: address, lotId, ...range }: BlockRange & { provenance: Address; lotId: bigint },
): Promise<PublishedLeavesRecord[]> {
  const event = provenanceLeavesPublishedEvent;
  const logs = await fetchEventLogs(client, { ...range, address, event, args: { lotId } });
  return logs.map(({ args: { first, leaves }, transactionHash: txHash }) => ({
    ...{ first, count: leaves.length, leaves, txHash },
  }));
}

/** What was proved of a content, out of the logs: its earliest commit, and every later copy. */
export async function replayContent(
  client: Client,
  { provenance: address, contentHash, ...range }: BlockRange & { provenance: Address; contentHash: Hex },
): Promise<{ content: ContentRecord | undefined; copies: CopyRecord[] }> {
  const on = { ...range, address, args: { contentHash } };
  // In this order, so that no copy is an earliest of which only the second reading knows that it is none.
  const flagged = await fetchEventLogs(client, { ...on, event: provenanceCopyProvedEvent });
  const proved = await fetchEventLogs(client, { ...on, event: provenanceEarliestProvedEvent });
  const newest = proved.at(-1)?.args;
  const copies = new Set([...proved.map(({ args }) => args.former), ...flagged.map(({ args }) => args.copy)]);
  copies.delete(0n);
  return {
    content:
      newest === undefined
        ? undefined
        : { contentHash, assetId: newest.assetId, committedAt: BigInt(newest.committedAt) },
    copies: [...copies]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((assetId) => ({ assetId, producer: producerOf(lotOf(assetId)) })),
  };
}

/** Every lot that a licensor corrected, out of the logs. */
export async function replaySupersessions(
  client: Client,
  { assetRegistry: address, licensor, ...range }: BlockRange & { assetRegistry: Address; licensor: Address },
): Promise<SupersessionRecord[]> {
  const event = assetRegistryLotSupersededEvent;
  const logs = await fetchEventLogs(client, { ...range, address, event, args: { licensor } });
  return logs.map(({ args: { lotId, successor, licensor: by }, transactionHash: txHash }) => ({
    ...{ lotId, successor, licensor: by, txHash },
  }));
}
