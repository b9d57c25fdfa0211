import type { Hash, Hex } from "viem";
import { curationCanaryOpenedEvent, curationOpenCanary } from "../../abi/items/curation.ts";
import type { Outcome } from "../../curation/outcome.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace openCanary {
  type Args = {
    lotId: bigint;
    /** From `buildCanaries`. */
    root: Hex;
    proof: readonly Hex[];
    salt: Hex;
    /** One word for each 256 assets; a set bit is a defect. */
    masks: readonly bigint[];
    /** Of the present verdict. */
    outcome: Outcome;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    root: Hex;
    salt: Hex;
    masks: readonly bigint[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Opens a canary: voids the lot, and its panel is scored against the truth. Anybody may who has the proof.
 *
 * @example
 * ```ts
 * const canaries = buildCanaries([{ lotId, count: 300, defects: [3, 77] }]); // committed before the lot was judged
 * const { outcome } = await client.getOutcome({ lotId });
 * await client.openCanaryAndWait({ ...canaries.open(lotId), outcome });
 * ```
 */
export const openCanary: WriteAction<"curation", openCanary.Args, typeof curationOpenCanary, openCanary.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationOpenCanary,
    event: curationCanaryOpenedEvent,
  });

/** {@link openCanary}, waiting for the receipt. */
export const openCanaryAndWait: WaitingAction<"curation", openCanary.Args, openCanary.Result> =
  /* @__PURE__ */ andWait(openCanary);
