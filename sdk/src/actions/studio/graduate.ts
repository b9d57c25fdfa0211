import type { Address, Hash } from "viem";
import { studioGraduate, studioStudioGraduatedEvent } from "../../abi/items/studio.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Preset, PRESETS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace graduate {
  type Args = {
    /** What the studio becomes; not `solo`. */
    preset: Preset;
    /** From `createSuccessors`. */
    newGovernor: Address;
    /** From `createSuccessors`. */
    newReputation: Address;
    /** From `createSuccessors`; recorded by `recordGate` before, in the same proposal. */
    newCuration: Address;
  };
  type Parameters = On<"studio"> & Args & SendOptions;
  type Result = {
    preset: Preset;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Turns a solo studio into one of several members, with another electorate and another gate; only the timelock may.
 *
 * @example
 * ```ts
 * const { governor: newGovernor, reputation: newReputation, curation: newCuration } = made; // by createSuccessors
 * const calls = [
 *   recordGate.encode({ assetRegistry, gate: newCuration }),
 *   graduate.encode({ studio, preset: "collective", newGovernor, newReputation, newCuration }),
 * ];
 * ```
 */
export const graduate: WriteAction<"studio", graduate.Args, typeof studioGraduate, graduate.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioGraduate,
    event: studioStudioGraduatedEvent,
    toInputs: ({ preset, newGovernor, newReputation, newCuration }: graduate.Args) => [
      ordinalOf(PRESETS, preset),
      newGovernor,
      newReputation,
      newCuration,
    ],
    fromInputs: ([preset, newGovernor, newReputation, newCuration]) => ({
      preset: nameOf(PRESETS, preset),
      newGovernor,
      newReputation,
      newCuration,
    }),
    fromEvents: (events) => only(events, ({ preset }): graduate.Result => ({ preset: nameOf(PRESETS, preset) })),
  });

/** {@link graduate}, waiting for the receipt. */
export const graduateAndWait: WaitingAction<"studio", graduate.Args, graduate.Result> =
  /* @__PURE__ */ andWait(graduate);
