import {
  type Address,
  concatHex,
  domainSeparator,
  encodeAbiParameters,
  type Hex,
  keccak256,
  numberToHex,
  recoverAddress,
  stringToHex,
} from "viem";
import { ordinalOf } from "../types/codec.ts";
import { ballotDomain, BALLOT_KINDS, type BallotSubject, expandSignature, type SignedBallot } from "./ballot.ts";

/** Finds the address of the key that signed a digest. */
export type RecoverKey = (
  hash: Hex,
  signature: { r: Hex; s: Hex; yParity: number },
) => Address | undefined | Promise<Address | undefined>;

const TYPE =
  "AuditBallot(uint8 kind,uint256 subject,bytes16 seed,uint32 charterVersion,uint16 firstWord,uint256[] words)";

/** A function that hashes the ballots of one subject by their words: what they have in common is encoded once. */
export function ballotHasher(subject: BallotSubject): (words: readonly bigint[]) => Hex {
  const { kind = "audit", subject: id, seed, charterVersion, firstWord = 0 } = subject;
  const domain = domainSeparator({ domain: ballotDomain(subject) });
  const prefix = concatHex(["0x1901", domain]);
  const fields = encodeAbiParameters(
    [
      { type: "bytes32" },
      { type: "uint8" },
      { type: "uint256" },
      { type: "bytes16" },
      { type: "uint32" },
      { type: "uint16" },
    ],
    [keccak256(stringToHex(TYPE)), ordinalOf(BALLOT_KINDS, kind), id, seed, charterVersion, firstWord],
  );
  return (words) => {
    const hashed = keccak256(concatHex(words.map((word) => numberToHex(word, { size: 32 }))));
    return keccak256(concatHex([prefix, keccak256(concatHex([fields, hashed]))]));
  };
}

/** The keys that signed ballots on one subject; undefined where a signature is malleable or impossible. */
export async function recoverBallotKeys(
  subject: BallotSubject,
  ballots: readonly Pick<SignedBallot, "r" | "vs" | "words">[],
  recover: RecoverKey = recoverByViem,
): Promise<(Address | undefined)[]> {
  const hash = ballotHasher(subject);
  return Promise.all(
    ballots.map(async (ballot) => {
      const signature = expandSignature(ballot);
      return signature === undefined ? undefined : recover(hash(ballot.words), signature);
    }),
  );
}

/** The portable way, about 600 signatures a second. */
const recoverByViem: RecoverKey = (hash, signature) => recoverAddress({ hash, signature }).catch(() => undefined);
