import {
  assetRegistryAbi,
  attestationsAbi,
  attestationsAttestationRevokedEvent,
  attestationsAttestedEvent,
  provenanceAbi,
  provenanceContestLapsedEvent,
  provenanceContestRuledEvent,
  provenanceEarliestProvedEvent,
  provenanceLeavesPublishedEvent,
} from "@imprimatur/sdk/abi";
import { fetchLogs } from "@imprimatur/sdk/logs";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { type Address, type Hex, hexToBytes, numberToHex } from "viem";
import { noSides, placeOf, readAll, type Sides, type World } from "./replay.ts";

const FINDINGS = [null, "Upheld", "Mistaken", "Abusive"];
const LOT = 28;

interface AttestationFields {
  attester: { id: Hex };
  subject: Hex;
  score: number;
  agent: boolean;
  validUntil: string;
  text: string;
  revokedAt: string | null;
}

/** Every statement, and whether it was taken back. */
export async function compareAttestations(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const sides = noSides();
  const { client } = world.desk;
  const address = placeOf(world.clones, "Attestations");
  const fields = "attester { id } subject score agent validUntil text revokedAt";
  for (const [uid, found] of await readAll<AttestationFields>(subgraph, "attestations", fields)) {
    const { attester, revokedAt, ...rest } = found;
    sides.indexed[uid] = { ...rest, attester: attester.id, revoked: revokedAt !== null };
    const args = [attester.id, uid as Hex] as const;
    const read = { address, abi: attestationsAbi, functionName: "isRevoked", args } as const;
    // Statements are events alone: the contract knows no more of them than this.
    sides.stored[uid] = { ...rest, attester: attester.id, revoked: await client.readContract(read) };
  }
  const events = [attestationsAttestedEvent, attestationsAttestationRevokedEvent] as const;
  const told = sides.logged as Record<string, { attester: Address; revoked: boolean }>;
  for (const { eventName, args } of await fetchLogs(world.books.client, { address, events, fromBlock: 0n })) {
    const known = told[args.uid];
    if (eventName === "AttestationRevoked") {
      if (known?.attester === args.attester) known.revoked = true;
    } else if (known === undefined) {
      const { score, agent, validUntil, text } = args.input;
      const statement = { subject: args.subject, score, agent, validUntil, text };
      told[args.uid] = Object.assign(statement, { attester: args.attester, revoked: false });
    }
  }
  return sides;
}

/** Every content that was shown, with its earliest commit. */
export async function compareContents(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const sides = noSides();
  const address = placeOf(world.clones, "Provenance");
  const found = await readAll<{ earliest: { assetId: string }; committedAt: string }>(
    subgraph,
    "contents",
    "earliest { assetId } committedAt",
  );
  for (const [id, { earliest, committedAt }] of found) {
    sides.indexed[id] = { assetId: earliest.assetId, committedAt };
    const read = { address, abi: provenanceAbi, functionName: "earliestOf", args: [id as Hex] } as const;
    const [assetId, at] = await world.desk.client.readContract(read);
    sides.stored[id] = { assetId, committedAt: at };
  }
  const events = [provenanceEarliestProvedEvent] as const;
  for (const { args } of await fetchLogs(world.books.client, { address, events, fromBlock: 0n })) {
    sides.logged[args.contentHash] = { assetId: args.assetId, committedAt: args.committedAt };
  }
  return sides;
}

interface ContestFields {
  contestId: string;
  claimant: { id: Hex };
  recipe: { recipeId: Hex };
  parent: string;
  token: { id: Hex };
  bond: string;
  deadline: string;
  status: string;
  finding: string | null;
}

/** Every contest of a lineage. */
export async function compareContests(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const sides = noSides();
  const address = placeOf(world.clones, "Provenance");
  const fields = "contestId claimant { id } recipe { recipeId } parent token { id } bond deadline status finding";
  for (const [id, contest] of await readAll<ContestFields>(subgraph, "lineageContests", fields)) {
    const { contestId, claimant, recipe, token, status, ...rest } = contest;
    const known = { ...rest, claimant: claimant.id, recipeId: recipe.recipeId, token: token.id };
    sides.indexed[id] = { ...known, closed: status !== "Open" };
    const read = { address, abi: provenanceAbi, functionName: "contestOf", args: [BigInt(contestId)] } as const;
    const { finding, ...stored } = await world.desk.client.readContract(read);
    sides.stored[id] = { ...stored, finding: FINDINGS[finding] };
    sides.logged[id] = { closed: false, finding: null };
  }
  const events = [provenanceContestRuledEvent, provenanceContestLapsedEvent] as const;
  for (const { eventName, args } of await fetchLogs(world.books.client, { address, events, fromBlock: 0n })) {
    const finding = eventName === "ContestRuled" ? FINDINGS[args.finding] : null;
    sides.logged[numberToHex(args.contestId, { size: 32 })] = { closed: true, finding };
  }
  return sides;
}

/** Which leaves of which lots have their hashes in logs, and which lots were superseded. */
export async function comparePublications(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { indexed, logged } = noSides();
  const address = placeOf(world.clones, "Provenance");
  const found = await readAll<{ leafCount: number; leaves: Hex }>(subgraph, "lotPublications", "leafCount leaves");
  for (const [id, { leafCount, leaves }] of found) indexed[id] = { leafCount, leaves: positionsIn(leaves) };
  const lots = new Map<bigint, Set<number>>();
  const events = [provenanceLeavesPublishedEvent] as const;
  for (const { args } of await fetchLogs(world.books.client, { address, events, fromBlock: 0n })) {
    const known = lots.get(args.lotId) ?? new Set();
    args.leaves.forEach((_, i) => known.add(args.first + i));
    lots.set(args.lotId, known);
  }
  for (const [lotId, known] of lots) {
    const leaves = [...known].sort((a, b) => a - b);
    logged[numberToHex(lotId, { size: LOT })] = { leafCount: leaves.length, leaves };
  }
  return { indexed, logged };
}

const BYTE = 8;

/** Numbers of the bits that are set, the lowest of each byte first. */
const positionsIn = (bits: Hex): number[] =>
  [...hexToBytes(bits)].flatMap((byte, at) =>
    Array.from({ length: BYTE }, (_, i) => i)
      .filter((i) => (byte >> i) & 1)
      .map((i) => at * BYTE + i),
  );

/** Every lot, and whether another one took its place. */
export async function compareSupersessions(subgraph: SubgraphClient, { desk }: World): Promise<Sides> {
  const indexed: Record<string, unknown> = {};
  const stored: Record<string, unknown> = {};
  const lots = await readAll<{ lotId: string; supersededBy: { id: Hex } | null }>(
    subgraph,
    "lots",
    "lotId supersededBy { id }",
  );
  for (const [id, { lotId, supersededBy }] of lots) {
    indexed[id] = { superseded: supersededBy !== null };
    const read = { ...desk.contracts.registry, abi: assetRegistryAbi, functionName: "lotOf" } as const;
    stored[id] = { superseded: (await desk.client.readContract({ ...read, args: [BigInt(lotId)] })).superseded };
  }
  return { indexed, stored };
}
