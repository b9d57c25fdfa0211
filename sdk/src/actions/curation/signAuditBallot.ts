import type { Hex } from "viem";
import { signTypedData } from "viem/actions";
import { auditBallotTypedData, compactSignature, type SignedBallot } from "../../curation/ballot.ts";
import { type Judgment, toWords } from "../../curation/words.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { SignErrorType } from "../internal/errorTypes.ts";
import type { BallotWordsError } from "../../errors/curation.ts";

export declare namespace signAuditBallot {
  type Args = {
    lotId: bigint;
    seed: Hex;
    charterVersion: number;
    /** Index of the curator. */
    curator: number;
    /** Tier of the curator; 1 by default, as every curator starts. */
    tier?: number;
  } & ({ judgments: readonly Judgment[]; words?: undefined } | { words: readonly bigint[]; judgments?: undefined });
  /** `account` is the curator's ballot key. */
  type Parameters = On<"curation"> & Args & SignOptions;
  type ReturnType = SignedBallot;
  type ErrorType = SignErrorType | BallotWordsError;
}

/**
 * Signs a curator's judgment of a sample: one `"ok"`, `"defect"` or undefined (abstains) for each lane.
 *
 * @example
 * ```ts
 * const sample = await client.sampleLot({ lotId });
 * const ballot = await client.signAuditBallot({ ...sample, curator: index, judgments, account: ballotKey });
 * ```
 */
export async function signAuditBallot(
  client: ActionClient,
  parameters: signAuditBallot.Parameters,
): Promise<SignedBallot> {
  const { lotId, seed, charterVersion, curator, tier = 1 } = parameters;
  const words = parameters.words ?? toWords(parameters.judgments);
  const chainId = await chainIdOf(client);
  const curation = addressIn("curation", parameters);
  const typedData = auditBallotTypedData({ chainId, curation, lotId, seed, charterVersion, words });
  const signature = await signTypedData(client, { ...typedData, account: signerOf(client, parameters) });
  return { curator, tier, ...compactSignature(signature), words };
}
