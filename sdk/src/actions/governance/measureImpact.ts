import type { Hash } from "viem";
import { impactEmissionImpactMeasuredEvent, impactEmissionMeasure } from "../../abi/items/impactEmission.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace measureImpact {
  type Args = {
    /** Ordinal of the recipe. */
    recipe: number;
  };
  type Parameters = On<"impact"> & Args & SendOptions;
  type Result = {
    /** What reached the treasury since the recipe was last measured, token units; 0: counting only begins now. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Counts what a recipe brought to the treasury since it was last measured; anybody may.
 *
 * @example
 * ```ts
 * const { amount } = await client.measureImpactAndWait({ recipe });
 * ```
 */
export const measureImpact: WriteAction<
  "impact",
  measureImpact.Args,
  typeof impactEmissionMeasure,
  measureImpact.Result
> = /* @__PURE__ */ defineWrite({
  contract: "impact",
  item: impactEmissionMeasure,
  event: impactEmissionImpactMeasuredEvent,
  fromEvents: ([measured]): measureImpact.Result => ({ amount: measured?.amount ?? 0n }),
});

/** {@link measureImpact}, waiting for the receipt. */
export const measureImpactAndWait: WaitingAction<"impact", measureImpact.Args, measureImpact.Result> =
  /* @__PURE__ */ andWait(measureImpact);
