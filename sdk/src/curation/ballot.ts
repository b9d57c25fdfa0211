import type { Address, Hex, TypedDataDomain } from "viem";
import { hashTypedData, numberToHex, parseSignature } from "viem";
import { BallotWordsError } from "../errors/curation.ts";
import { ordinalOf } from "../types/codec.ts";
import { PROTOCOL_VERSION } from "../types/protocol.ts";

/** EIP-712 type of a ballot. */
export const AUDIT_BALLOT_TYPES = {
  AuditBallot: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "charterVersion", type: "uint32" },
    { name: "firstWord", type: "uint16" },
    { name: "words", type: "uint256[]" },
  ],
} as const;

/** What a ballot judges; fixes the meaning of its lanes. */
export const BALLOT_KINDS = ["audit", "adjudication", "slate"] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** What all ballots of one panel have in common. */
export type BallotSubject = {
  chainId: number;
  /** The studio's Curation clone. */
  curation: Address;
  /** `"audit"` by default. */
  kind?: BallotKind;
  /** The lot's id; of a slate: the slate's. */
  subject: bigint;
  /** 16 bytes that drew the panel. */
  seed: Hex;
  charterVersion: number;
  /** Of an adjudication: the first word of assets that is judged; else 0. */
  firstWord?: number;
};

/** A curator's signed judgment. */
export type SignedBallot = {
  /** Index of the curator in the studio. */
  curator: number;
  r: Hex;
  /** EIP-2098: s with the parity of the curve point in its top bit. */
  vs: Hex;
  /** ok₀, defect₀, ok₁, …; of a slate: one word of approvals for each 256 candidates. */
  words: readonly bigint[];
};

/** A ballot with what its curator was drawn with: heavier ones come first. */
export type WeighedBallot = SignedBallot & { weight: number };

/** What ballots are bound to. */
export function ballotDomain({ chainId, curation }: Pick<BallotSubject, "chainId" | "curation">) {
  return {
    name: "Imprimatur Curation",
    version: PROTOCOL_VERSION,
    chainId,
    verifyingContract: curation,
  } satisfies TypedDataDomain;
}

/** The EIP-712 message that a curator signs. */
export function auditBallotTypedData(parameters: BallotSubject & { words: readonly bigint[] }) {
  const { chainId, curation, kind = "audit", subject, seed, charterVersion, firstWord = 0, words } = parameters;
  assertWords(words, kind);
  const domain = ballotDomain({ chainId, curation });
  const message = { kind: ordinalOf(BALLOT_KINDS, kind), subject, seed, charterVersion, firstWord, words };
  return { domain, types: AUDIT_BALLOT_TYPES, primaryType: "AuditBallot", message } as const;
}

/** What is signed, as the contract takes it. */
export type AuditBallotMessage = {
  /** Place in {@link BALLOT_KINDS}. */
  kind: number;
  subject: bigint;
  seed: Hex;
  charterVersion: number;
  firstWord: number;
  words: readonly bigint[];
};

/** The digest that a curator signs. */
export function hashAuditBallot(parameters: BallotSubject & { words: readonly bigint[] }): Hex {
  return hashTypedData(auditBallotTypedData(parameters));
}

/** Half of the curve order: a larger s is the malleable twin of a signature. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const S_MASK = (1n << 255n) - 1n;

/** Splits a 65-byte signature into the two words of the wire format (EIP-2098). */
export function compactSignature(signature: Hex): { r: Hex; vs: Hex } {
  const { r, s, yParity } = parseSignature(signature);
  return { r, vs: numberToHex(BigInt(s) | (BigInt(yParity) << 255n), { size: 32 }) };
}

/** r, s and the parity of a compact signature; undefined for a malleable or impossible one. */
export function expandSignature({ r, vs }: Pick<SignedBallot, "r" | "vs">) {
  const packed = BigInt(vs);
  const s = packed & S_MASK;
  if (s === 0n || s > HALF_ORDER) return undefined;
  return { r, s: numberToHex(s, { size: 32 }), yParity: Number(packed >> 255n) };
}

/** Throws unless there are words, in pairs but for a slate, and no lane is judged both ok and defect. */
export function assertWords(words: readonly bigint[], kind: BallotKind = "audit"): void {
  if (words.length === 0) throw new BallotWordsError("A ballot needs words.");
  if (kind === "slate") return;
  if (words.length % 2 !== 0) throw new BallotWordsError(`A ballot has pairs of words, got ${words.length}.`);
  for (let word = 0; word < words.length; word += 2) {
    if (((words[word] as bigint) & (words[word + 1] as bigint)) !== 0n) {
      throw new BallotWordsError(`Word ${word / 2} judges a lane both ok and defect.`);
    }
  }
}
