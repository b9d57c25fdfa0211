import type { Hash, Hex } from "viem";
import { curationCuratorStruckOffEvent, curationProveEquivocation } from "../../abi/items/curation.ts";
import type { AuditBallotMessage } from "../../curation/ballot.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace proveEquivocation {
  type Args = {
    a: AuditBallotMessage;
    /** 64 bytes: r and vs of the ballot. */
    signatureA: Hex;
    b: AuditBallotMessage;
    signatureB: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    /** Index of the curator. */
    index: number;
    /** Id of the lot or slate. */
    subject: bigint;
    /** Units of the audit token. */
    forfeited: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Strikes off a curator who signed two different ballots on one thing.
 *
 * @example
 * ```ts
 * await client.proveEquivocationAndWait({ a, signatureA, b, signatureB });
 * ```
 */
export const proveEquivocation: WriteAction<
  "curation",
  proveEquivocation.Args,
  typeof curationProveEquivocation,
  proveEquivocation.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationProveEquivocation,
  event: curationCuratorStruckOffEvent,
  toInputs: ({ a, signatureA, b, signatureB }: proveEquivocation.Args) => [a, signatureA, b, signatureB],
  fromInputs: ([a, signatureA, b, signatureB]) => ({ a, signatureA, b, signatureB }),
});

/** {@link proveEquivocation}, waiting for the receipt. */
export const proveEquivocationAndWait: WaitingAction<"curation", proveEquivocation.Args, proveEquivocation.Result> =
  /* @__PURE__ */ andWait(proveEquivocation);
