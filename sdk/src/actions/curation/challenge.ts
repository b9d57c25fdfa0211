import type { Address, Hash, Hex } from "viem";
import { curationChallenge, curationLotChallengedEvent } from "../../abi/items/curation.ts";
import { fromMasks, toMasks } from "../../curation/words.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace challenge {
  type Args = {
    lotId: bigint;
    /** Indices of assets that are not blocked yet, rising; within 64 words. */
    assets: readonly number[];
    /** Digest of what shows the defects. */
    evidence: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    /** Number of the challenge. */
    id: number;
    challenger: Address;
    firstWord: number;
    masks: readonly bigint[];
    evidence: Hex;
    /** Units of the audit token. */
    bond: bigint;
    /** Units of the audit token. */
    fee: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Challenges assets of an accepted lot within its window: they are blocked at once, and a panel judges them. The bond is taken from the sender's deposit.
 *
 * @example
 * ```ts
 * const { id } = await client.challengeAndWait({ lotId, assets: [3, 77], evidence });
 * ```
 */
export const challenge: WriteAction<"curation", challenge.Args, typeof curationChallenge, challenge.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationChallenge,
    event: curationLotChallengedEvent,
    toInputs: ({ lotId, assets, evidence }: challenge.Args) => {
      const { firstWord, masks } = toMasks(assets);
      return [lotId, firstWord, masks, evidence];
    },
    fromInputs: ([lotId, firstWord, masks, evidence]) => ({ lotId, assets: fromMasks({ firstWord, masks }), evidence }),
  });

/** {@link challenge}, waiting for the receipt. */
export const challengeAndWait: WaitingAction<"curation", challenge.Args, challenge.Result> =
  /* @__PURE__ */ andWait(challenge);
