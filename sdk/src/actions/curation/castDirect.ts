import type { Hash, Hex } from "viem";
import { curationBallotCastEvent, curationCastDirect } from "../../abi/items/curation.ts";
import type { SignedBallot } from "../../curation/ballot.ts";
import { packBallot } from "../../curation/pack.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace castDirect {
  type Args = {
    lotId: bigint;
    /** The charter that the ballot names; the newest. */
    charterVersion: number;
    /** Signed, or on the wire. */
    ballot: SignedBallot | Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    /** Index of the curator. */
    index: number;
    charterVersion: number;
    /** Whether the curator has no standing yet: then the ballot is scored, never counted. */
    practice: boolean;
    ballot: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Casts a signed ballot of one pair of words on chain, so that no relayer can leave it out. Anybody may.
 *
 * @example
 * ```ts
 * const signed = await client.signAuditBallot({ lotId, seed, charterVersion, curator, judgments, account: ballotKey });
 * const ballot = packBallots(await client.weighBallots({ lotId, ballots: [signed] }));
 * await client.castDirectAndWait({ lotId, charterVersion, ballot });
 * ```
 */
export const castDirect: WriteAction<"curation", castDirect.Args, typeof curationCastDirect, castDirect.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationCastDirect,
    event: curationBallotCastEvent,
    toInputs: ({ lotId, charterVersion, ballot }: castDirect.Args) => [
      lotId,
      charterVersion,
      typeof ballot === "string" ? ballot : packBallot(ballot),
    ],
    fromInputs: ([lotId, charterVersion, ballot]) => ({ lotId, charterVersion, ballot }),
  });

/** {@link castDirect}, waiting for the receipt. */
export const castDirectAndWait: WaitingAction<"curation", castDirect.Args, castDirect.Result> =
  /* @__PURE__ */ andWait(castDirect);
