import { curationSlateOf, curationSlateSeedOf } from "../../abi/items/curation.ts";
import type { SignedBallot, WeighedBallot } from "../../curation/ballot.ts";
import { packBallots, parseBallots } from "../../curation/pack.ts";
import { Panel } from "../../curation/panel.ts";
import type { RecoverKey } from "../../curation/recover.ts";
import { slatePanel, slateVerdict, type SlateVerdict } from "../../curation/slate.ts";
import { LANES } from "../../curation/words.ts";
import type { AuditOpenError, BallotRejectedError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { readElectors } from "./readPanel.ts";

export declare namespace simulateSlate {
  type Args = {
    slateId: bigint;
    charterVersion: number;
    ballots: readonly SignedBallot[];
    /** Finds keys of signatures; viem's way by default, `nodeRecovery` of `/node` is faster. */
    recover?: RecoverKey;
  };
  type Parameters = On<"curation"> & Args;
  type ReturnType = SlateVerdict & {
    /** With their weights: `closeSlate` takes them as they are. */
    ballots: readonly WeighedBallot[];
  };
  type ErrorType = ReadErrorType | AuditOpenError | BallotRejectedError;
}

/**
 * The result that `closeSlate` would give with these ballots, computed here; throws `BallotRejectedError` for a ballot
 * that the chain would refuse, `AuditOpenError` where there is no result yet.
 *
 * @example
 * ```ts
 * const { selected, ballots } = await client.simulateSlate({ slateId, charterVersion, ballots: signed });
 * await client.closeSlateAndWait({ slateId, charterVersion, ballots });
 * ```
 */
export async function simulateSlate(
  client: ActionClient,
  parameters: simulateSlate.Parameters,
): Promise<simulateSlate.ReturnType> {
  const { slateId, charterVersion, recover } = parameters;
  const curation = addressIn("curation", parameters);
  const [seed, slate] = await readMany(client, [
    { address: curation, abi: [curationSlateSeedOf], functionName: "slateSeedOf", args: [slateId] },
    { address: curation, abi: [curationSlateOf], functionName: "slateOf", args: [slateId] },
  ]);
  const indices = parameters.ballots.map(({ curator }) => curator);
  const electors = await readElectors(client, { address: curation, ...slate, indices });
  const terms = { ...electors.terms, panel: slatePanel(electors.electorate.curators) };
  const panel = new Panel(seed, { ...electors, terms });
  const weigh = (ballot: SignedBallot): WeighedBallot => ({ ...ballot, weight: panel.weightOf(ballot.curator) });
  const words = Math.ceil(slate.count / LANES);
  const ballots = parseBallots(packBallots(parameters.ballots.map(weigh), "slate"), words);
  const result = await slateVerdict({
    ...{ ...electors, chainId: await chainIdOf(client), curation, seed, charterVersion, slateId, ballots },
    ...{ count: slate.count, k: slate.k, previousWeight: slate.weight },
    ...(recover === undefined ? {} : { recover }),
  });
  return { ...result, ballots: ballots.map(weigh) };
}
