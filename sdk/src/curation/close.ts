import { type Address, isAddressEqual } from "viem";
import { BallotRejectedError } from "../errors/curation.ts";
import { assertWords, type AuditSubject, recoverBallotKey, type SignedBallot } from "./ballot.ts";
import { judge, type Verdict } from "./verdict.ts";

/** What the close has to know of a curator. */
export type ElectorCurator = { key: Address; tier: number; agent: boolean };

/** What {@link closeVerdict} needs: everything that `closeAudit` reads on chain. */
export type CloseVerdictParameters = AuditSubject & {
  /** Assets in the lot. */
  count: number;
  plan: number;
  expectedWeight: number;
  /** Curators with an index up to this may vote. */
  electorate: number;
  curators: ReadonlyMap<number, ElectorCurator>;
  /** Index of the lot's producer among the curators, which may not judge its own lot; 0 = none. */
  producerIndex: number;
  /** In wire order: see `packBallots`. */
  ballots: readonly Omit<SignedBallot, "tier">[];
};

/** A verdict with what `AuditClosed` says about its ballots. */
export type CloseVerdict = Verdict & { humanBallots: number };

/**
 * The verdict that `closeAudit` would give: every ballot is checked as the chain checks it.
 *
 * Throws `BallotRejectedError` for a ballot that would be refused, `AuditOpenError` where there is no verdict yet.
 */
export async function closeVerdict(parameters: CloseVerdictParameters): Promise<CloseVerdict> {
  const { ballots, curators } = parameters;
  assertOrder(ballots, curators);
  const counted = await Promise.all(ballots.map((ballot) => countable(parameters, ballot)));
  const humanBallots = ballots.filter(({ curator }) => curators.get(curator)?.agent === false).length;
  return { ...judge({ ...parameters, ballots: counted }), humanBallots };
}

function assertOrder(ballots: readonly { curator: number }[], curators: ReadonlyMap<number, ElectorCurator>): void {
  let last = -1;
  for (const { curator } of ballots) {
    const place = ((0xff - (curators.get(curator)?.tier ?? 0)) << 16) | curator;
    if (place <= last) throw new BallotRejectedError(curator, "it is out of order or there twice");
    last = place;
  }
}

async function countable(parameters: CloseVerdictParameters, ballot: Omit<SignedBallot, "tier">) {
  const { curator: index, words } = ballot;
  const curator = parameters.curators.get(index);
  const refuse = (reason: string): never => {
    throw new BallotRejectedError(index, reason);
  };
  if (curator === undefined) return refuse("there is no such curator");
  if (index > parameters.electorate) return refuse("the curator registered after the draw");
  if (index === parameters.producerIndex) return refuse("the curator produced the lot");
  if (curator.tier === 0) return refuse("the curator's tier has no weight");
  assertWords(words);
  const signer = await recoverBallotKey(parameters, ballot);
  if (signer === undefined || !isAddressEqual(signer, curator.key)) return refuse("the signature is not the curator's");
  return { tier: curator.tier, ok: words[0] ?? 0n, defect: words[1] ?? 0n };
}
