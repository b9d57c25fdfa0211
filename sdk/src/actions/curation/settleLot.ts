import type { Hash, Hex } from "viem";
import { curationLotSettledEvent, curationSettleLot } from "../../abi/items/curation.ts";
import type { Outcome } from "../../curation/outcome.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace settleLot {
  type Args = {
    lotId: bigint;
    /** 0, or 1 for the audit after a suspension. */
    round: number;
    outcome: Outcome;
    /** As they were relayed. */
    judgments: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    round: number;
    /** Units of the audit token: to curators. */
    paid: bigint;
    /** Units of the audit token: of the fee, back to who paid it. */
    rest: bigint;
    /** Units of the audit token: of the bond, back to the producer. */
    returned: bigint;
    /** Units of the audit token: of the bond, to the timelock. */
    slashed: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Pays the panel of a final audit, scores its ballots and decides about the bond. Anybody may, once a round; see `getOutcome`.
 *
 * @example
 * ```ts
 * const { outcome, judgments } = await client.getOutcome({ lotId, round: 0 });
 * await client.settleLotAndWait({ lotId, round: 0, outcome, judgments });
 * ```
 */
export const settleLot: WriteAction<"curation", settleLot.Args, typeof curationSettleLot, settleLot.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationSettleLot,
    event: curationLotSettledEvent,
  });

/** {@link settleLot}, waiting for the receipt. */
export const settleLotAndWait: WaitingAction<"curation", settleLot.Args, settleLot.Result> =
  /* @__PURE__ */ andWait(settleLot);
