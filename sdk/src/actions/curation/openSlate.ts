import type { Address, Hash, Hex } from "viem";
import { curationOpenSlate, curationSlateOpenedEvent } from "../../abi/items/curation.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace openSlate {
  type Args = {
    /** Asset ids, rising. */
    candidates: readonly bigint[];
    k: number;
    /** Unix seconds. */
    ballotDeadline: bigint;
    /** Digest of what is asked. */
    brief: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    slateId: bigint;
    by: Address;
    candidates: readonly bigint[];
    k: number;
    /** Unix seconds. */
    ballotDeadline: bigint;
    /** Whose standings count. */
    epoch: number;
    /** Version of the terms. */
    terms: number;
    brief: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Opens a vote on the best k of up to 4,096 candidates.
 *
 * @example
 * ```ts
 * const { slateId } = await client.openSlateAndWait({ candidates, k: 12, ballotDeadline, brief });
 * ```
 */
export const openSlate: WriteAction<"curation", openSlate.Args, typeof curationOpenSlate, openSlate.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationOpenSlate,
    event: curationSlateOpenedEvent,
    toInputs: ({ candidates, k, ballotDeadline, brief }: openSlate.Args) => [
      candidates,
      k,
      toSeconds(ballotDeadline),
      brief,
    ],
    fromInputs: ([candidates, k, ballotDeadline, brief]) => ({
      candidates,
      k,
      ballotDeadline: BigInt(ballotDeadline),
      brief,
    }),
    fromEvents: (events) =>
      only(events, (event): openSlate.Result => ({ ...event, ballotDeadline: BigInt(event.ballotDeadline) })),
  });

/** {@link openSlate}, waiting for the receipt. */
export const openSlateAndWait: WaitingAction<"curation", openSlate.Args, openSlate.Result> =
  /* @__PURE__ */ andWait(openSlate);
