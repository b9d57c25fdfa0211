import type { Address } from "viem";
import { curationCuratorOf, curationIndexOf } from "../../abi/generated/curation.ts";
import type { SignedBallot } from "../../curation/ballot.ts";
import { closeVerdict, type CloseVerdict, type ElectorCurator } from "../../curation/close.ts";
import { packBallots, parseBallots } from "../../curation/pack.ts";
import { AuditPhaseError, type AuditOpenError, type BallotRejectedError } from "../../errors/curation.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { getLot } from "../registry/getLot.ts";
import { getAudit } from "./getAudit.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace simulateClose {
  type Args = { lotId: bigint; charterVersion: number; ballots: readonly SignedBallot[] };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  type ReturnType = CloseVerdict & {
    /** Words that the present verdict blocks: `closeAudit` has to name them. */
    previousWords: readonly number[];
  };
  type ErrorType = ReadErrorType | AuditOpenError | AuditPhaseError | BallotRejectedError;
}

/**
 * The verdict that `closeAudit` would give with these ballots, computed here; throws `BallotRejectedError` for a ballot
 * that the chain would refuse, `AuditOpenError` where there is no verdict yet.
 *
 * @example
 * ```ts
 * const { status, blocked } = await client.simulateClose({ lotId, charterVersion, ballots });
 * ```
 */
export async function simulateClose(
  client: ActionClient,
  parameters: simulateClose.Parameters,
): Promise<simulateClose.ReturnType> {
  const { lotId, charterVersion } = parameters;
  const curation = addressIn("curation", parameters);
  const ballots = parseBallots(packBallots(parameters.ballots));
  const [chainId, audit, lot] = await Promise.all([
    chainIdOf(client),
    getAudit(client, parameters),
    getLot(client, parameters),
  ]);
  const { seed } = audit;
  if (seed === undefined) throw new AuditPhaseError(lotId, audit.phase, '"drawn" or "closed"');
  const { curators, producerIndex } = await electors(client, curation, ballots, lot.producer);
  const subject = { chainId, curation, lotId, seed, charterVersion };
  const verdict = await closeVerdict({ ...audit, ...subject, count: lot.count, curators, producerIndex, ballots });
  return { ...verdict, previousWords: lot.blockedWords.map(({ word }) => word) };
}

async function electors(
  client: ActionClient,
  address: Address,
  ballots: readonly { curator: number }[],
  producer: Address,
): Promise<{ curators: Map<number, ElectorCurator>; producerIndex: number }> {
  const [[producerIndex], found] = await Promise.all([
    readMany(client, [{ address, abi: [curationIndexOf], functionName: "indexOf", args: [producer] }]),
    readMany(
      client,
      ballots.map(({ curator }) => ({
        address,
        abi: [curationCuratorOf],
        functionName: "curatorOf" as const,
        args: [curator] as const,
      })),
    ),
  ]);
  const curators = new Map<number, ElectorCurator>();
  found.forEach(({ key, tier, since, flags }, entry) => {
    if (since !== 0) curators.set(ballots[entry]?.curator ?? 0, { key, tier, agent: (flags & 1) === 1 });
  });
  return { curators, producerIndex };
}
