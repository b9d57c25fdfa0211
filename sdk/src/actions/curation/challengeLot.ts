import type { Address, Hash, Hex } from "viem";
import { curationChallengeLot, curationLotChallengedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace challengeLot {
  type Args = {
    lotId: bigint;
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
 * Challenges an accepted lot as a whole: it is suspended and audited once more, more strictly.
 *
 * @example
 * ```ts
 * await client.challengeLotAndWait({ lotId, evidence });
 * ```
 */
export const challengeLot: WriteAction<
  "curation",
  challengeLot.Args,
  typeof curationChallengeLot,
  challengeLot.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationChallengeLot,
  event: curationLotChallengedEvent,
  toInputs: ({ lotId, evidence }: challengeLot.Args) => [lotId, evidence],
  fromInputs: ([lotId, evidence]) => ({ lotId, evidence }),
});

/** {@link challengeLot}, waiting for the receipt. */
export const challengeLotAndWait: WaitingAction<"curation", challengeLot.Args, challengeLot.Result> =
  /* @__PURE__ */ andWait(challengeLot);
