import type { Resolver } from "did-resolver";
import type { Address } from "viem";
import type { AttestationKind } from "../provenance/attestation.ts";
import { didIn } from "../provenance/didIn.ts";
import { didNamesAddress } from "./didNamesAddress.ts";
import { orAborted } from "./orAborted.ts";
import { createDidResolver } from "./resolver.ts";

/** What became of a DID that a statement names; only `verified` says that it is its attester's. */
export type DidStanding = {
  did: string;
  /**
   * `unverified`: its document names somebody else, or there can be none. `unreachable`: the document could not be had.
   * `unchecked`: nobody looked.
   */
  outcome: "verified" | "unverified" | "unreachable" | "unchecked";
  reason: string;
};

/** A statement, as `getAttestations` or an index tells it. */
export type CheckedStatement = { attester: Address; kind: AttestationKind; text: string } & (
  { revoked: boolean } | { revokedAt: bigint | undefined }
);

/** What {@link checkAttestationDids} needs. */
export type CheckAttestationDidsParameters = {
  /** The chain on which they were made. */
  chainId: number;
  /** For methods beyond pkh, key and web; see `createDidResolver`. */
  resolver?: Pick<Resolver, "resolve">;
  /** Asks nobody: only DIDs that are their own document are checked. */
  offline?: boolean;
  /** Most documents that are looked up, of the first statements; 64 by default. DIDs that are their own cost nothing. */
  most?: number;
  /** Ends the check: it rejects with the signal's reason. */
  signal?: AbortSignal;
};

/** Whoever likes may make statements about a subject: how many hosts are asked is not theirs to say. */
const MOST = 64;

/** Documents that are asked for at the same time. */
const AT_ONCE = 8;

/** Methods whose documents follow from the DID. */
const SELF_CONTAINED = /^did:(?:pkh|key):/;

/** What the resolver says where no document can ever be had. */
const FINAL: readonly string[] = ["invalidDid", "deactivated"];

/**
 * Checks the DIDs that statements name: the DID's document has to name the attester back, for anybody can write
 * anybody's DID. Every pair of DID and attester is looked at once; of what was revoked nothing is asked.
 *
 * @example
 * ```ts
 * const statements = await data.listAttestations({ subject });
 * const checked = await checkAttestationDids(statements, { chainId: 1 });
 * const known = checked.filter(({ did, revokedAt }) => did?.outcome === "verified" && revokedAt === undefined);
 * ```
 */
export async function checkAttestationDids<Statement extends CheckedStatement>(
  statements: readonly Statement[],
  { chainId, offline = false, most = MOST, signal, resolver = createDidResolver() }: CheckAttestationDidsParameters,
): Promise<(Statement & { did: DidStanding | undefined })[]> {
  signal?.throwIfAborted();
  const standings = new Map<string, DidStanding>();
  const open = [...pairsOf(statements, offline ? 0 : most)].reverse();
  const work = async (): Promise<void> => {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [key, { did, attester }] = next;
      standings.set(key, await standingOf(did, attester, { chainId, resolver, signal }));
      signal?.throwIfAborted();
    }
  };
  await orAborted(Promise.all(Array.from({ length: AT_ONCE }, work)), signal);
  return statements.map((statement) => {
    const did = didIn(statement);
    if (did === undefined) return { ...statement, did: undefined };
    const omitted = offline ? "it would have to be asked for" : `only ${most} documents are looked up`;
    const reason = isRevoked(statement) ? "the statement was revoked" : omitted;
    return { ...statement, did: standings.get(keyOf(did, statement.attester)) ?? unchecked(did, reason) };
  });
}

type Pair = { did: string; attester: Address };

/** Every pair of DID and attester that is looked at, each once, in order. */
function pairsOf(statements: readonly CheckedStatement[], most: number): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  let lookedUp = 0;
  for (const statement of statements) {
    const did = didIn(statement);
    const { attester } = statement;
    if (did === undefined || isRevoked(statement) || pairs.has(keyOf(did, attester))) continue;
    const isOwn = SELF_CONTAINED.test(did);
    if (!isOwn && lookedUp >= most) continue;
    if (!isOwn) lookedUp += 1;
    pairs.set(keyOf(did, attester), { did, attester });
  }
  return pairs;
}

const unchecked = (did: string, reason: string): DidStanding => ({ did, outcome: "unchecked", reason });

const keyOf = (did: string, attester: Address): string => `${attester.toLowerCase()} ${did}`;

const isRevoked = (statement: CheckedStatement): boolean =>
  "revoked" in statement ? statement.revoked : statement.revokedAt !== undefined;

async function standingOf(
  did: string,
  attester: Address,
  options: Parameters<typeof didNamesAddress>[2],
): Promise<DidStanding> {
  const { outcome, reason, error } = await didNamesAddress(did, attester, options);
  if (outcome === "named") return { did, outcome: "verified", reason };
  const isFinal = outcome === "not named" || FINAL.includes(error?.reason ?? "");
  return { did, outcome: isFinal ? "unverified" : "unreachable", reason };
}
