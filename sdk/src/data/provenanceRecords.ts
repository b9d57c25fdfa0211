import type { Address, Hash, Hex } from "viem";
import type { AttestationKind, AttestationOutcome, AttestationSubject } from "../provenance/attestation.ts";
import type { Finding } from "../types/enums.ts";

/** A statement as its events tell it; it is worth what its attester is, and its text is untrusted. */
export type AttestationRecord = {
  uid: Hex;
  attester: Address;
  kind: AttestationKind;
  subjectKind: AttestationSubject;
  /** See `toSubject` in `/provenance`. */
  subject: Hex;
  outcome: AttestationOutcome;
  /** Whether the attester calls itself an agent; only of an actor. */
  agent: boolean;
  /** ppm. */
  score: number;
  /** From when it no longer counts, unix seconds. */
  validUntil: bigint;
  /** Digest of the report; undefined: none. */
  evidence: Hex | undefined;
  referenceId: Hex | undefined;
  /** Of an actor its DID: it counts only if the DID's document names the attester, see `checkAttestationDids`. */
  text: string;
  /** Unix seconds, of the first time. */
  statedAt: bigint;
  /** Unix seconds; undefined: it stands. */
  revokedAt: bigint | undefined;
};

/** A contest of a recipe's lineage. */
export type ContestRecord = {
  contestId: bigint;
  /** Ordinal of the recipe. */
  recipe: number;
  claimant: Address;
  /** Asset, or whole lot, that was left out. */
  parent: bigint;
  /** Digest of the file that shows it. */
  evidence: Hex;
  token: Address;
  /** Units of the token. */
  bond: bigint;
  /** Until when it is ruled, unix seconds. */
  deadline: bigint;
  status: "open" | "ruled" | "lapsed";
  /** `none` unless it was ruled. */
  finding: Finding;
  /** The timelock that ruled. */
  judge: Address | undefined;
  /** Who got the bond; undefined while it is open. */
  bondTo: Address | undefined;
};

/** Leaves of a lot that the chain's own log has. */
export type PublishedLeavesRecord = {
  /** Index of the first leaf. */
  first: number;
  count: number;
  /** Hashes of consecutive leaves. */
  leaves: readonly Hex[];
  txHash: Hash;
};

/** The earliest commit of a content that anybody has proved. */
export type ContentRecord = {
  contentHash: Hex;
  assetId: bigint;
  /** Unix seconds. */
  committedAt: bigint;
};

/** An asset that was proved to have a content which another one had before. */
export type CopyRecord = {
  assetId: bigint;
  /** Who committed it. */
  producer: Address;
};

/** A lot whose licensor has put another one in its place. */
export type SupersessionRecord = {
  lotId: bigint;
  /** Asset i of it takes the place of the other's asset i. */
  successor: bigint;
  licensor: Address;
  txHash: Hash;
};
