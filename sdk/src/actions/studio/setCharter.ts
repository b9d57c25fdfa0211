import type { Hash, Hex } from "viem";
import { studioCharterSetEvent, studioSetCharter } from "../../abi/items/studio.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setCharter {
  type Args = {
    /** SHA-256 digest of the new charter file. */
    charter: Hex;
  };
  type Parameters = On<"studio"> & Args & SendOptions;
  type Result = {
    /** From 1. */
    version: number;
    charter: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts a new version of the charter into force; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setCharter.encode({ studio, charter: digestOf("bafkrei…") }); // for a proposal
 * ```
 */
export const setCharter: WriteAction<"studio", setCharter.Args, typeof studioSetCharter, setCharter.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioSetCharter,
    event: studioCharterSetEvent,
    toInputs: ({ charter }: setCharter.Args) => [charter],
    fromInputs: ([charter]) => ({ charter }),
    fromEvents: (events) => only(events, ({ version, cid }): setCharter.Result => ({ version, charter: cid })),
  });

/** {@link setCharter}, waiting for the receipt. */
export const setCharterAndWait: WaitingAction<"studio", setCharter.Args, setCharter.Result> =
  /* @__PURE__ */ andWait(setCharter);
