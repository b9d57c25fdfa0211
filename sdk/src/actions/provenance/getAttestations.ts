import type { Address, Hex } from "viem";
import { getChainId } from "viem/actions";
import { attestationsAttestedEvent } from "../../abi/items/attestations.ts";
import { type BlockRange, fetchEventLogs } from "../../logs/fetchLogs.ts";
import { fetchRevocations } from "../../logs/fetchRevocations.ts";
import type { DidStanding } from "../../did/checkAttestationDids.ts";
import { type AttestationArgs, type AttestationKind, fromAttestationInput } from "../../provenance/attestation.ts";
import { didIn } from "../../provenance/didIn.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { explained } from "../internal/failure.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** A statement as the chain tells of it. */
export type Attestation = Required<AttestationArgs> & {
  uid: Hex;
  attester: Address;
  /** Block of the first event with this id. */
  blockNumber: bigint;
  /** Whether its attester has taken it back. */
  revoked: boolean;
  /** What became of the DID that it names: the attester's only where that is `verified`. Undefined: it names none. */
  did: DidStanding | undefined;
};

/** Adds to statements what became of the DIDs that they name. It is handed in: who checks none loads no resolver. */
export type CheckDids = <Statement extends Omit<Attestation, "did">>(
  statements: readonly Statement[],
  at: { chainId: number },
) => Promise<readonly (Statement & Pick<Attestation, "did">)[]>;

export declare namespace getAttestations {
  type Args = BlockRange & {
    /** What they are about; see `toSubject` in `/provenance`. */
    subject: Hex;
    /** Only of these kinds. */
    kinds?: readonly AttestationKind[];
    /** Only by these attesters. */
    attesters?: readonly Address[];
    /** Checks the DIDs that they name, as `checkAttestationDids` of `/did` does; unchecked by default. */
    checkDids?: CheckDids;
  };
  type Parameters = On<"attestations"> & Args;
  type ReturnType = readonly Attestation[];
  type ErrorType = ReadErrorType;
}

/**
 * Reads what was stated about a subject, out of the logs, oldest first; also what was revoked, which says so. Whom to
 * believe is for the caller to decide, and texts are untrusted: a DID is its attester's only where it was `verified`.
 *
 * @example
 * ```ts
 * const statements = await client.getAttestations({ subject: toSubject(lotId), fromBlock, checkDids: checkAttestationDids });
 * const live = statements.filter(({ revoked, validUntil }) => !revoked && validUntil > now);
 * ```
 */
export async function getAttestations(
  client: ActionClient,
  parameters: getAttestations.Parameters,
): Promise<getAttestations.ReturnType> {
  const { subject, kinds, attesters, checkDids, attestations, ...range } = parameters;
  const address = addressIn("attestations", { attestations });
  const by = attesters === undefined ? {} : { attester: attesters };
  const read = { ...range, address };
  const made = await explained(() =>
    fetchEventLogs(client, { ...read, event: attestationsAttestedEvent, args: { subject, ...by } }),
  );
  const found = new Map<Hex, Omit<Attestation, "revoked" | "did">>();
  for (const { args, blockNumber } of made) {
    const { uid, attester, input } = args;
    const statement = fromAttestationInput(input);
    if (kinds?.includes(statement.kind) === false || found.has(uid)) continue;
    found.set(uid, { ...statement, uid, attester, blockNumber });
  }
  if (found.size === 0) return [];
  const taken = await explained(() => fetchRevocations(client, read, [...found.keys()]));
  // Anybody can revoke any id; only its attester's revocation counts.
  const revoked = new Set(taken.map(({ args }) => `${args.uid}/${args.attester}`));
  const told = [...found.values()].map((each) => ({ ...each, revoked: revoked.has(`${each.uid}/${each.attester}`) }));
  if (checkDids === undefined) return told.map((each) => ({ ...each, did: notLookedAt(didIn(each)) }));
  return checkDids(told, { chainId: await explained(() => getChainId(client)) });
}

/** A DID that nobody asked to check. */
const notLookedAt = (did: string | undefined): DidStanding | undefined =>
  did === undefined ? undefined : { did, outcome: "unchecked", reason: "nobody asked" };
