import { type Address, type Hex, numberToHex, zeroHash } from "viem";
import { nameOf, ordinalOf } from "../types/codec.ts";
import { PROTOCOL_VERSION } from "../types/protocol.ts";
import { PERPETUAL, toSeconds } from "../types/time.ts";

/** What an attestation is about, in the order of the contract's enum. */
export const ATTESTATION_KINDS = [
  "actor",
  "humanOversight",
  "copyrightCheck",
  "biasAudit",
  "c2paVerification",
  "performanceReport",
  "licenseRating",
] as const;
export type AttestationKind = (typeof ATTESTATION_KINDS)[number];

/** What the subject of an attestation is. */
export const ATTESTATION_SUBJECTS = ["account", "recipe", "lot", "asset", "offer"] as const;
export type AttestationSubject = (typeof ATTESTATION_SUBJECTS)[number];

/** What the attester found; *inconclusive* is also what could not be searched. */
export const ATTESTATION_OUTCOMES = ["none", "positive", "negative", "inconclusive"] as const;
export type AttestationOutcome = (typeof ATTESTATION_OUTCOMES)[number];

/** A statement. */
export type AttestationArgs = {
  kind: AttestationKind;
  subjectKind: AttestationSubject;
  /** Id of the subject; see {@link toSubject}. */
  subject: Hex;
  /** None by default. */
  outcome?: AttestationOutcome;
  /** Whether the account is an AI agent, as it says itself; only of an actor. */
  agent?: boolean;
  /** ppm. */
  score?: number;
  /** From when it no longer counts, unix seconds; never by default. */
  validUntil?: bigint;
  /** Digest of the report; none by default. */
  evidence?: Hex;
  /** What else it refers to; nothing by default. */
  referenceId?: Hex;
  /** At most 256 bytes; of an actor its DID. Untrusted to everybody else. */
  text?: string;
  /** Tells equal statements apart. */
  salt?: Hex;
  /** Last second in which it may be made, unix time; at any time by default. */
  deadline?: bigint;
};

/** The struct of a statement as contracts take it. */
export type AttestationInput = {
  kind: number;
  subjectKind: number;
  subject: Hex;
  outcome: number;
  agent: boolean;
  score: number;
  validUntil: number;
  evidence: Hex;
  referenceId: Hex;
  text: string;
  salt: Hex;
  deadline: bigint;
};

/** The id of an account, lot or asset as a subject; those of recipes and offers are subjects as they are. */
export const toSubject = (id: Address | bigint): Hex => numberToHex(BigInt(id), { size: 32 });

/** A statement as contracts take it. */
export function toAttestationInput(statement: AttestationArgs): AttestationInput {
  const { kind, subjectKind, subject, outcome = "none", agent = false, score = 0 } = statement;
  const { validUntil = PERPETUAL, evidence = zeroHash, referenceId = zeroHash, text = "" } = statement;
  const { salt = zeroHash, deadline = PERPETUAL } = statement;
  return {
    kind: ordinalOf(ATTESTATION_KINDS, kind),
    subjectKind: ordinalOf(ATTESTATION_SUBJECTS, subjectKind),
    subject,
    outcome: ordinalOf(ATTESTATION_OUTCOMES, outcome),
    ...{ agent, score, validUntil: toSeconds(validUntil), evidence, referenceId, text, salt, deadline },
  };
}

/** The inverse of {@link toAttestationInput}. */
export function fromAttestationInput(input: AttestationInput): Required<AttestationArgs> {
  const { kind, subjectKind, outcome, validUntil, ...rest } = input;
  return {
    ...rest,
    kind: nameOf(ATTESTATION_KINDS, kind),
    subjectKind: nameOf(ATTESTATION_SUBJECTS, subjectKind),
    outcome: nameOf(ATTESTATION_OUTCOMES, outcome),
    validUntil: BigInt(validUntil),
  };
}

/** EIP-712 types of a statement and of its revocation. */
export const ATTESTATION_TYPES = {
  Attestation: [
    { name: "attester", type: "address" },
    { name: "kind", type: "uint8" },
    { name: "subjectKind", type: "uint8" },
    { name: "subject", type: "bytes32" },
    { name: "outcome", type: "uint8" },
    { name: "agent", type: "bool" },
    { name: "score", type: "uint32" },
    { name: "validUntil", type: "uint40" },
    { name: "evidence", type: "bytes32" },
    { name: "referenceId", type: "bytes32" },
    { name: "text", type: "string" },
    { name: "salt", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
  Revocation: [
    { name: "attester", type: "address" },
    { name: "uid", type: "bytes32" },
  ],
} as const;

/** The domain in which statements are signed. */
export const attestationsDomain = (chainId: number, attestations: Address) =>
  ({ name: "Imprimatur Attestations", version: PROTOCOL_VERSION, chainId, verifyingContract: attestations }) as const;
