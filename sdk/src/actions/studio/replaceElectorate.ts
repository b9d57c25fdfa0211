import type { Address, Hash } from "viem";
import { studioElectorateReplacedEvent, studioReplaceElectorate } from "../../abi/items/studio.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace replaceElectorate {
  type Args = {
    /** From `createSuccessors`. */
    newGovernor: Address;
    /** From `createSuccessors`. */
    newReputation: Address;
  };
  type Parameters = On<"studio"> & Args & SendOptions;
  type Result = {
    oldGovernor: Address;
    newGovernor: Address;
    oldReputation: Address;
    newReputation: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Replaces governor and reputation in one step; only the timelock may. Whatever the old governor queued can never be
 * executed.
 *
 * @example
 * ```ts
 * const call = replaceElectorate.encode({ studio, newGovernor: made.governor, newReputation: made.reputation });
 * ```
 */
export const replaceElectorate: WriteAction<
  "studio",
  replaceElectorate.Args,
  typeof studioReplaceElectorate,
  replaceElectorate.Result
> = /* @__PURE__ */ defineWrite({
  contract: "studio",
  item: studioReplaceElectorate,
  event: studioElectorateReplacedEvent,
  toInputs: ({ newGovernor, newReputation }: replaceElectorate.Args) => [newGovernor, newReputation],
  fromInputs: ([newGovernor, newReputation]) => ({ newGovernor, newReputation }),
});

/** {@link replaceElectorate}, waiting for the receipt. */
export const replaceElectorateAndWait: WaitingAction<"studio", replaceElectorate.Args, replaceElectorate.Result> =
  /* @__PURE__ */ andWait(replaceElectorate);
