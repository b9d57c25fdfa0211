import { isAddressEqual } from "viem";
import { assetRegistryLotOf } from "../../abi/items/assetRegistry.ts";
import { curationInboxOf, curationRoundOf } from "../../abi/items/curation.ts";
import type { BallotSubject, SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import { closeVerdict, type CloseVerdict } from "../../curation/close.ts";
import { NO_OUTCOME, type Outcome } from "../../curation/outcome.ts";
import { packBallots, parseBallots } from "../../curation/pack.ts";
import { Panel } from "../../curation/panel.ts";
import { recoverBallotKeys, type RecoverKey } from "../../curation/recover.ts";
import { wideningAt } from "../../curation/sortition.ts";
import {
  type AuditOpenError,
  AuditPhaseError,
  type BallotMissingError,
  type BallotRejectedError,
  type CurationRecordMissingError,
} from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { getAudit } from "./getAudit.ts";
import { getOutcome } from "./getOutcome.ts";
import { readPanel, type ReadPanel } from "./readPanel.ts";
import { fetchCast } from "./rounds.ts";

export declare namespace simulateClose {
  type Args = {
    lotId: bigint;
    charterVersion: number;
    ballots: readonly SignedBallot[];
    /** Finds keys of signatures; viem's way by default, `nodeRecovery` of `/node` is faster. */
    recover?: RecoverKey;
  };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  type ReturnType = CloseVerdict & {
    /** With their weights: `closeAudit` takes them as they are. */
    ballots: readonly WeighedBallot[];
    /** What the present verdict decided: `closeAudit` has to bring it. */
    previous: Outcome;
  };
  type ErrorType =
    | ReadErrorType
    | AuditOpenError
    | AuditPhaseError
    | BallotMissingError
    | BallotRejectedError
    | CurationRecordMissingError;
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
  const { lotId, charterVersion, recover } = parameters;
  const poll = await readPoll(client, { ...parameters, indices: parameters.ballots.map(({ curator }) => curator) });
  const { panel, audit, previous, early, count, subject } = poll;
  const weigh = (ballot: SignedBallot): WeighedBallot => ({ ...ballot, weight: panel.weightOf(ballot.curator) });
  const ballots = parseBallots(packBallots(parameters.ballots.map(weigh)));
  const verdict = await closeVerdict({
    ...{ ...subject, ...panel.parameters, lotId, charterVersion, count, ballots, early },
    plan: audit.plan,
    previousWeight: audit.weight,
    inbox: audit.inbox === 0 ? [] : await awaited(client, parameters, poll),
    ...(recover === undefined ? {} : { recover }),
  });
  return { ...verdict, ballots: ballots.map(weigh), previous };
}

/** What a close meets on chain. */
export type Poll = {
  panel: Panel;
  audit: getAudit.ReturnType;
  round: number;
  previous: Outcome;
  /** Before the ballot deadline and without a verdict. */
  early: boolean;
  count: number;
  subject: BallotSubject;
};

/** Reads the panel of the audit that counts; throws `AuditPhaseError` before its seed is drawn. */
export async function readPoll(
  client: ActionClient,
  parameters: On<"assetRegistry" | "curation"> & {
    lotId: bigint;
    charterVersion: number;
    indices: readonly number[];
  },
): Promise<Poll> {
  const { lotId, charterVersion } = parameters;
  const curation = addressIn("curation", parameters);
  const lot = { address: addressIn("assetRegistry", parameters), args: [lotId] } as const;
  const [round, { count }] = await readMany(client, [
    { address: curation, abi: [curationRoundOf], functionName: "roundOf", args: [lotId] },
    { ...lot, abi: [assetRegistryLotOf], functionName: "lotOf" },
  ]);
  const [chainId, audit, read] = await Promise.all([
    chainIdOf(client),
    getAudit(client, { ...parameters, round }),
    readPanel(client, { ...parameters, round }),
  ]);
  if (audit.phase !== "drawn" && audit.phase !== "closed") {
    throw new AuditPhaseError(lotId, audit.phase, '"drawn" or "closed"');
  }
  const previous = audit.phase === "drawn" ? NO_OUTCOME : (await getOutcome(client, { ...parameters, round })).outcome;
  const seed = audit.seed ?? previous.seed;
  const panel = new Panel(seed, { ...read, widening: wideningOf(audit, read) });
  const early = audit.ballotDeadline !== undefined && read.time < audit.ballotDeadline;
  const subject: BallotSubject = { chainId, curation, kind: "audit", subject: lotId, seed, charterVersion };
  return { panel, audit, round, previous, early, count, subject };
}

/** A verdict keeps the panel that it was made by. */
function wideningOf({ ballotDeadline, widening }: getAudit.ReturnType, { time, terms }: ReadPanel): number {
  return ballotDeadline === undefined ? widening : wideningAt(time, { ballotDeadline, timeOut: terms.timeOut });
}

/** Curators in the inbox whose ballot still counts: their key is the one that signed it. */
async function awaited(
  client: ActionClient,
  parameters: simulateClose.Parameters,
  { panel, round, subject }: Poll,
): Promise<number[]> {
  const { lotId } = parameters;
  const address = addressIn("curation", parameters);
  const [[charterVersion, indexes]] = await readMany(client, [
    { address, abi: [curationInboxOf], functionName: "inboxOf", args: [lotId, round] },
  ]);
  const cast = (await fetchCast(client, parameters)).filter(({ index }) => indexes.includes(index));
  const ballots = cast.map(({ ballot }) => parseBallots(ballot)[0] as SignedBallot);
  const keys = await recoverBallotKeys({ ...subject, charterVersion }, ballots, parameters.recover);
  return indexes.filter((index) => {
    const curator = panel.parameters.curators.get(index);
    if (curator === undefined || curator.struckOff) return false;
    return ballots.some((ballot, at) => {
      const key = keys[at];
      return ballot.curator === index && key !== undefined && isAddressEqual(key, curator.key);
    });
  });
}
