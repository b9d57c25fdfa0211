import type { Hash, Hex } from "viem";
import {
  curationCanariesForfeitedEvent,
  curationCanariesReturnedEvent,
  curationResolveCanaries,
} from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace resolveCanaries {
  type Args = { root: Hex };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    root: Hex;
    /** Units of the audit token. */
    bond: bigint;
    /** Whether the bond went to the timelock: a canary was not opened in time. */
    forfeited: boolean;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends a set of canaries: its bond goes back once all are opened, and to the timelock after the deadline. Anybody may.
 *
 * @example
 * ```ts
 * const { forfeited } = await client.resolveCanariesAndWait({ root });
 * ```
 */
export const resolveCanaries: WriteAction<
  "curation",
  resolveCanaries.Args,
  typeof curationResolveCanaries,
  resolveCanaries.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationResolveCanaries,
  event: curationCanariesReturnedEvent,
  alternative: curationCanariesForfeitedEvent,
  toInputs: ({ root }: resolveCanaries.Args) => [root],
  fromInputs: ([root]) => ({ root }),
  fromEvents: (events, alternatives) =>
    only(events, (event): resolveCanaries.Result => ({ ...event, forfeited: false })) ??
    only(alternatives, (event): resolveCanaries.Result => ({ ...event, forfeited: true })),
});

/** {@link resolveCanaries}, waiting for the receipt. */
export const resolveCanariesAndWait: WaitingAction<"curation", resolveCanaries.Args, resolveCanaries.Result> =
  /* @__PURE__ */ andWait(resolveCanaries);
