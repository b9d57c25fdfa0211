import type { Address, Hex, TypedDataDomain } from "viem";
import { hashTypedData, numberToHex, parseSignature, recoverAddress } from "viem";
import { BallotWordsError } from "../errors/curation.ts";
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

/** What all ballots of one audit have in common. */
export type AuditSubject = {
  chainId: number;
  /** The studio's Curation clone. */
  curation: Address;
  lotId: bigint;
  /** 16 bytes, from `SeedDrawn`. */
  seed: Hex;
  charterVersion: number;
};

/** A curator's signed judgment as it is relayed. */
export type SignedBallot = {
  /** Index of the curator in the studio. */
  curator: number;
  /** Tier of the curator: heavier ballots come first. */
  tier: number;
  r: Hex;
  /** EIP-2098: s with the parity of the curve point in its top bit. */
  vs: Hex;
  /** ok₀, defect₀, ok₁, … */
  words: readonly bigint[];
};

/** The EIP-712 message that a curator signs. */
export function auditBallotTypedData(subject: AuditSubject & { words: readonly bigint[] }) {
  const { chainId, curation, lotId, seed, charterVersion, words } = subject;
  assertWords(words);
  const domain = {
    name: "Imprimatur Curation",
    version: PROTOCOL_VERSION,
    chainId,
    verifyingContract: curation,
  } satisfies TypedDataDomain;
  const message = { kind: 0, subject: lotId, seed, charterVersion, firstWord: 0, words };
  return { domain, types: AUDIT_BALLOT_TYPES, primaryType: "AuditBallot", message } as const;
}

/** The digest that a curator signs. */
export function hashAuditBallot(subject: AuditSubject & { words: readonly bigint[] }): Hex {
  return hashTypedData(auditBallotTypedData(subject));
}

/** Half of the curve order: a larger s is the malleable twin of a signature. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const S_MASK = (1n << 255n) - 1n;

/** Splits a 65-byte signature into the two words of the wire format (EIP-2098). */
export function compactSignature(signature: Hex): { r: Hex; vs: Hex } {
  const { r, s, yParity } = parseSignature(signature);
  return { r, vs: numberToHex(BigInt(s) | (BigInt(yParity) << 255n), { size: 32 }) };
}

/** The key that signed the ballot; undefined for a malleable or impossible signature. */
export async function recoverBallotKey(
  subject: AuditSubject,
  ballot: Pick<SignedBallot, "r" | "vs" | "words">,
): Promise<Address | undefined> {
  const packed = BigInt(ballot.vs);
  const s = packed & S_MASK;
  if (s === 0n || s > HALF_ORDER) return undefined;
  const signature = { r: ballot.r, s: numberToHex(s, { size: 32 }), yParity: Number(packed >> 255n) };
  const hash = hashAuditBallot({ ...subject, words: ballot.words });
  return recoverAddress({ hash, signature }).catch(() => undefined);
}

/** Throws unless the words are pairs and no lane is judged both ok and defect. */
export function assertWords(words: readonly bigint[]): void {
  if (words.length === 0 || words.length % 2 !== 0) {
    throw new BallotWordsError(`A ballot has pairs of words, got ${words.length}.`);
  }
  for (let word = 0; word < words.length; word += 2) {
    if (((words[word] as bigint) & (words[word + 1] as bigint)) !== 0n) {
      throw new BallotWordsError(`Word ${word / 2} judges a lane both ok and defect.`);
    }
  }
}
