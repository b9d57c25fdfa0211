import type { Address, Hash, Hex } from "viem";
import { byStatement } from "../data/order.ts";
import type {
  AttestationRecord,
  ContentRecord,
  ContestRecord,
  CopyRecord,
  PublishedLeavesRecord,
  SupersessionRecord,
} from "../data/provenanceRecords.ts";
import type { AttestationKind, AttestationOutcome, AttestationSubject } from "../provenance/attestation.ts";
import type { Finding } from "../types/enums.ts";
import { lotOf, producerOf } from "../types/ids.ts";
import type { SubgraphClient } from "./client.ts";
import { accountIn, accountOf, decapitalize } from "./convert.ts";
import { addressId, hashId, lotIdOf, recipeIdOf } from "./ids.ts";
import { ATTESTATIONS, CONTENT, CONTESTS, COPIES, LEAVES, SUPERSESSIONS } from "./provenanceQueries.ts";
import { PAGE } from "./queries.ts";
import { readPages } from "./readPages.ts";

type Ref = { id: Address };

/** Leaves of one chunk are 2,048 at most: few chunks make a large answer. */
const CHUNK_PAGE = 25;

type AttestationAnswer = {
  id: Hex;
  attester: Ref;
  kind: Capitalize<AttestationKind>;
  subjectKind: Capitalize<AttestationSubject>;
  subject: Hex;
  outcome: Capitalize<AttestationOutcome>;
  agent: boolean;
  score: number;
  validUntil: string;
  evidence: Hex | null;
  referenceId: Hex | null;
  text: string;
  statedAt: string;
  revokedAt: string | null;
};

/** Everything that was stated about a subject; see `StudioData`. */
export async function listAttestations(client: SubgraphClient, subject: Hex): Promise<AttestationRecord[]> {
  const listing = { query: ATTESTATIONS, variables: { subject: hashId(subject) }, pageSize: PAGE };
  return (await readPages<AttestationAnswer>(client, listing)).map(toAttestation).sort(byStatement);
}

function toAttestation(attestation: AttestationAnswer): AttestationRecord {
  const { subject, agent, score, text, revokedAt } = attestation;
  return {
    uid: attestation.id,
    attester: accountOf(attestation.attester),
    kind: decapitalize(attestation.kind),
    subjectKind: decapitalize(attestation.subjectKind),
    outcome: decapitalize(attestation.outcome),
    ...{ subject, agent, score, text, validUntil: BigInt(attestation.validUntil) },
    evidence: attestation.evidence ?? undefined,
    referenceId: attestation.referenceId ?? undefined,
    statedAt: BigInt(attestation.statedAt),
    revokedAt: revokedAt === null ? undefined : BigInt(revokedAt),
  };
}

type ContestAnswer = {
  contestId: string;
  claimant: Ref;
  parent: string;
  evidence: Hex;
  token: Ref;
  bond: string;
  deadline: string;
  status: Capitalize<ContestRecord["status"]>;
  finding: Capitalize<Finding> | null;
  judge: Ref | null;
  bondTo: Ref | null;
};

/** Every contest of a recipe's lineage, which are numbered in the order of the chain; see `StudioData`. */
export async function listContests(client: SubgraphClient, recipe: number): Promise<ContestRecord[]> {
  const listing = { query: CONTESTS, variables: { recipe: recipeIdOf(recipe) }, pageSize: PAGE };
  const found = await readPages<ContestAnswer>(client, listing);
  return found.map(({ finding, ...contest }) => ({
    ...{ contestId: BigInt(contest.contestId), recipe, claimant: accountOf(contest.claimant) },
    ...{ parent: BigInt(contest.parent), evidence: contest.evidence, token: accountOf(contest.token) },
    ...{ bond: BigInt(contest.bond), deadline: BigInt(contest.deadline), status: decapitalize(contest.status) },
    finding: finding === null ? "none" : decapitalize<Finding>(finding),
    ...{ judge: accountIn(contest.judge), bondTo: accountIn(contest.bondTo) },
  }));
}

type LeavesAnswer = { txHash: Hash; first: number; leaves: Hex[] };

/** Every published chunk of a lot; see `StudioData`. */
export async function listPublishedLeaves(client: SubgraphClient, lotId: bigint): Promise<PublishedLeavesRecord[]> {
  const listing = { query: LEAVES, variables: { lot: lotIdOf(lotId) }, pageSize: CHUNK_PAGE };
  const found = await readPages<LeavesAnswer>(client, listing);
  return found.map(({ first, leaves, txHash }) => ({ first, count: leaves.length, leaves, txHash }));
}

type ContentAnswer = { content: { earliest: { assetId: string }; committedAt: string } | null };

/** The earliest commit of a content; see `StudioData`. */
export async function getContent(client: SubgraphClient, contentHash: Hex): Promise<ContentRecord | undefined> {
  const { content } = await client.query<ContentAnswer>(CONTENT, { id: hashId(contentHash) });
  if (content === null) return undefined;
  return { contentHash, assetId: BigInt(content.earliest.assetId), committedAt: BigInt(content.committedAt) };
}

/** Every later copy of a content; see `StudioData`. */
export async function listCopies(client: SubgraphClient, contentHash: Hex): Promise<CopyRecord[]> {
  const listing = { query: COPIES, variables: { content: hashId(contentHash) }, pageSize: PAGE };
  const found = await readPages<{ assetId: string }>(client, listing);
  const assets = found.map(({ assetId }) => BigInt(assetId));
  return assets.map((assetId) => ({ assetId, producer: producerOf(lotOf(assetId)) }));
}

type SupersessionAnswer = { txHash: Hash; lot: { lotId: string }; successor: { lotId: string }; licensor: Ref };

/** Every lot that a licensor corrected; see `StudioData`. */
export async function listSupersessions(client: SubgraphClient, licensor: Address): Promise<SupersessionRecord[]> {
  const listing = { query: SUPERSESSIONS, variables: { licensor: addressId(licensor) }, pageSize: PAGE };
  const found = await readPages<SupersessionAnswer>(client, listing);
  return found.map(({ lot, successor, licensor: by, txHash }) => ({
    ...{ lotId: BigInt(lot.lotId), successor: BigInt(successor.lotId), licensor: accountOf(by), txHash },
  }));
}
