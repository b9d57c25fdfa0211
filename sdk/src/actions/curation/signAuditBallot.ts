import type { Hex } from "viem";
import { auditBallotTypedData, compactSignature, type SignedBallot } from "../../curation/ballot.ts";
import { type Judgment, toWords } from "../../curation/words.ts";
import type { BallotWordsError } from "../../errors/curation.ts";
import type { SignErrorType } from "../internal/errorTypes.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { signTypedData } from "../internal/signTypedData.ts";

/** A judgment in either form. */
type Judged =
  { judgments: readonly Judgment[]; words?: undefined } | { words: readonly bigint[]; judgments?: undefined };

/** What is judged: a lot's sample, a challenge within a lot, or a slate. */
type Judgeable =
  | ({ kind?: "audit"; lotId: bigint; slateId?: undefined; firstWord?: undefined } & Judged)
  | ({ kind: "adjudication"; lotId: bigint; slateId?: undefined; firstWord: number } & Judged)
  | {
      kind: "slate";
      slateId: bigint;
      lotId?: undefined;
      firstWord?: undefined;
      /** From `toApprovals`. */
      words: readonly bigint[];
      judgments?: undefined;
    };

export declare namespace signAuditBallot {
  type Args = Judgeable & {
    /** That drew the panel. */
    seed: Hex;
    charterVersion: number;
    /** Index of the curator. */
    curator: number;
  };
  /** `account` is the curator's ballot key. */
  type Parameters = On<"curation"> & Args & SignOptions;
  type ReturnType = SignedBallot;
  type ErrorType = SignErrorType | BallotWordsError;
}

/**
 * Signs a curator's ballot: one `"ok"`, `"defect"` or undefined (abstains) for each lane of a sample or of challenged
 * words, or the approvals of a slate.
 *
 * @example
 * ```ts
 * const sample = await client.sampleLot({ lotId });
 * const { seed, charterVersion } = sample;
 * const ballot = await client.signAuditBallot({ lotId, seed, charterVersion, curator, judgments, account: ballotKey });
 * ```
 */
export async function signAuditBallot(
  client: ActionClient,
  parameters: signAuditBallot.Parameters,
): Promise<SignedBallot> {
  const { kind = "audit", seed, charterVersion, curator, firstWord = 0 } = parameters;
  const subject = parameters.slateId ?? parameters.lotId;
  const words = parameters.words ?? toWords(parameters.judgments);
  const chainId = await chainIdOf(client);
  const curation = addressIn("curation", parameters);
  const typedData = auditBallotTypedData({ chainId, curation, kind, subject, seed, charterVersion, firstWord, words });
  const signature = await signTypedData(client, { ...typedData, account: signerOf(client, parameters) });
  return { curator, ...compactSignature(signature), words };
}
