import type { Address, Hash } from "viem";
import { assetRegistryGateRecordedEvent, assetRegistryRecordGate } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace recordGate {
  type Args = {
    /** From `createSuccessors`. */
    gate: Address;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = {
    gate: Address;
    timelock: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Records one more gate of the studio for good; only its timelock may. Older gates keep their lots.
 *
 * @example
 * ```ts
 * const call = recordGate.encode({ assetRegistry, gate: made.curation }); // before setCuration, in one proposal
 * ```
 */
export const recordGate: WriteAction<
  "assetRegistry",
  recordGate.Args,
  typeof assetRegistryRecordGate,
  recordGate.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryRecordGate,
  event: assetRegistryGateRecordedEvent,
  toInputs: ({ gate }: recordGate.Args) => [gate],
  fromInputs: ([gate]) => ({ gate }),
});

/** {@link recordGate}, waiting for the receipt. */
export const recordGateAndWait: WaitingAction<"assetRegistry", recordGate.Args, recordGate.Result> =
  /* @__PURE__ */ andWait(recordGate);
