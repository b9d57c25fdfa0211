import type { Hash } from "viem";
import { curationChallengeResolvedEvent, curationDropChallenge } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace dropChallenge {
  type Args = {
    lotId: bigint;
    /** Number of the challenge. */
    id: number;
    firstWord: number;
    /** What is undecided. */
    masks: readonly bigint[];
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    id: number;
    /** Units of the audit token: of its stake, back to the challenger. */
    returned: bigint;
    /** Units of the audit token: out of the lot's bond. */
    reward: bigint;
    /** Units of the audit token: of its stake, to the producer. */
    lost: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends a challenge that no panel will decide any more: its lot was rejected, or the panel timed out.
 *
 * @example
 * ```ts
 * await client.dropChallengeAndWait({ lotId, id, firstWord, masks });
 * ```
 */
export const dropChallenge: WriteAction<
  "curation",
  dropChallenge.Args,
  typeof curationDropChallenge,
  dropChallenge.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationDropChallenge,
  event: curationChallengeResolvedEvent,
  toInputs: ({ lotId, id, firstWord, masks }: dropChallenge.Args) => [lotId, id, firstWord, masks],
  fromInputs: ([lotId, id, firstWord, masks]) => ({ lotId, id, firstWord, masks }),
});

/** {@link dropChallenge}, waiting for the receipt. */
export const dropChallengeAndWait: WaitingAction<"curation", dropChallenge.Args, dropChallenge.Result> =
  /* @__PURE__ */ andWait(dropChallenge);
