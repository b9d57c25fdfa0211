import type { Account, Address } from "viem";
import type { SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import type { Outcome } from "../../curation/outcome.ts";
import { parseBallots } from "../../curation/pack.ts";
import type { RecoverKey } from "../../curation/recover.ts";
import type { BallotRejectedError } from "../../errors/curation.ts";
import { ImprimaturError } from "../../errors/base.ts";
import type { WaitErrorType } from "../internal/errorTypes.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { type closeAudit, closeAuditAndWait } from "./closeAudit.ts";
import { getAudit } from "./getAudit.ts";
import { fetchCast } from "./rounds.ts";
import { simulateClose } from "./simulateClose.ts";

export declare namespace relay {
  type Args = {
    lotId: bigint;
    /** The charter that all ballots name. */
    charterVersion: number;
    /** The ballots that are there by now; asked again and again. */
    collect: () => Promise<readonly SignedBallot[]> | readonly SignedBallot[];
    /** Waits for more ballots, or for time to pass; the client's polling interval by default. */
    pause?: () => Promise<unknown>;
    /** Ends the waiting. */
    signal?: AbortSignal;
    recover?: RecoverKey;
    /** Who pays for the transaction; the client's account by default. */
    account?: Account | Address;
  };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  /** The close that was sent; undefined where another relayer's verdict is as heavy, or the wait was ended. */
  type ReturnType = Awaited<ReturnTypeOf<typeof closeAuditAndWait>> | undefined;
  type ErrorType = WaitErrorType;
}

type ReturnTypeOf<Action extends (...parameters: never[]) => unknown> = ReturnType<Action>;

/**
 * Collects ballots until they make a verdict, and closes the audit: as soon as all who are drawn have judged, else after
 * the deadline. Ballots that the chain would refuse are left out, those from its inbox are added. Any number of relayers
 * may work on one audit.
 *
 * @example
 * ```ts
 * const closed = await client.relay({ lotId, charterVersion, collect: () => box.ballotsOf(lotId) });
 * ```
 */
export async function relay(client: ActionClient, parameters: relay.Parameters): Promise<relay.ReturnType> {
  const { pause = () => new Promise((resolve) => setTimeout(resolve, client.pollingInterval)), signal } = parameters;
  while (signal?.aborted !== true) {
    const prepared = await prepare(client, parameters);
    if (prepared === "done") return undefined;
    if (prepared !== "open") {
      const closed = await send(client, parameters, prepared);
      if (closed !== undefined) return closed;
    }
    await pause();
  }
  return undefined;
}

type Prepared = { ballots: readonly WeighedBallot[]; previous: Outcome };

/** The ballots to close with now; `open`: they make no verdict yet; `done`: there is one that they do not outweigh. */
async function prepare(client: ActionClient, parameters: relay.Parameters): Promise<Prepared | "open" | "done"> {
  const { lotId, charterVersion, recover } = parameters;
  let ballots = [...(await gather(client, parameters))];
  for (;;) {
    try {
      const options = { ...parameters, lotId, charterVersion, ballots, ...(recover === undefined ? {} : { recover }) };
      return await simulateClose(client, options);
    } catch (error) {
      if (isRejected(error)) {
        ballots = ballots.filter(({ curator }) => curator !== error.curator);
      } else if (isNamed(error, "AuditOpenError")) {
        return (error as { reason?: string }).reason === "notHeavier" ? "done" : "open";
      } else if (isNamed(error, "AuditPhaseError")) return "open";
      else throw error;
    }
  }
}

/** Collected ballots, and those of the inbox, which win: a close must contain them. */
async function gather(client: ActionClient, parameters: relay.Parameters): Promise<Iterable<SignedBallot>> {
  const ballots = new Map((await parameters.collect()).map((ballot) => [ballot.curator, ballot]));
  const rounds = [await getAudit(client, parameters), await getAudit(client, { ...parameters, round: 1 })];
  if (rounds.every(({ inbox }) => inbox === 0)) return ballots.values();
  for (const { ballot } of await fetchCast(client, parameters)) {
    const [cast] = parseBallots(ballot);
    if (cast !== undefined) ballots.set(cast.curator, cast);
  }
  return ballots.values();
}

/** Sends the close; undefined where another relayer was faster. */
async function send(
  client: ActionClient,
  { account, ...parameters }: relay.Parameters,
  { ballots, previous }: Prepared,
): Promise<relay.ReturnType> {
  const { lotId, charterVersion, curation } = parameters;
  const call: closeAudit.Parameters = { lotId, charterVersion, curation, ballots, previous };
  try {
    return await closeAuditAndWait(client, account === undefined ? call : { ...call, account });
  } catch (error) {
    const { errorName } = error as { errorName?: string };
    if (errorName === "CurationNotHeavier" || errorName === "CurationWrongOutcome") return undefined;
    throw error;
  }
}

const isRejected = (error: unknown): error is BallotRejectedError => isNamed(error, "BallotRejectedError");
const isNamed = (error: unknown, name: string): boolean => ImprimaturError.is(error) && error.name === name;
