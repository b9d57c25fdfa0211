import type { Address, Hash, Hex } from "viem";
import { ethicsBoardClaimFiledEvent, ethicsBoardFile } from "../../abi/items/ethicsBoard.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type SubjectKind, SUBJECT_KINDS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace fileClaim {
  type Args = {
    kind: SubjectKind;
    /** Id of the proposal, asset, recipe or mandate; hashes as numbers. */
    subject: bigint;
    /** From the charter's taxonomy; see `toReasonCode`. */
    reasonCode: Hex;
    /** Digest of the file that shows it. */
    evidence: Hex;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    claimId: bigint;
    claimant: Address;
    kind: SubjectKind;
    subject: bigint;
    reasonCode: Hex;
    evidence: Hex;
    token: Address;
    /** Units of the token. */
    bond: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Files a claim that the board must answer in 14 days; anybody may, for the bond that `fundPot` puts aside (see `toBondId`).
 *
 * @example
 * ```ts
 * const { claimId } = await client.fileClaimAndWait({ kind: "asset", subject: assetId, reasonCode: toReasonCode("consent"), evidence });
 * ```
 */
export const fileClaim: WriteAction<"board", fileClaim.Args, typeof ethicsBoardFile, fileClaim.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardFile,
    event: ethicsBoardClaimFiledEvent,
    toInputs: ({ kind, subject, reasonCode, evidence }: fileClaim.Args) => [
      ordinalOf(SUBJECT_KINDS, kind),
      subject,
      reasonCode,
      evidence,
    ],
    fromInputs: ([kind, subject, reasonCode, evidence]) => ({
      kind: nameOf(SUBJECT_KINDS, kind),
      subject,
      reasonCode,
      evidence,
    }),
    fromEvents: (events) =>
      only(events, ({ kind, ...filed }): fileClaim.Result => ({ ...filed, kind: nameOf(SUBJECT_KINDS, kind) })),
  });

/** {@link fileClaim}, waiting for the receipt. */
export const fileClaimAndWait: WaitingAction<"board", fileClaim.Args, fileClaim.Result> =
  /* @__PURE__ */ andWait(fileClaim);
