import type { Address, Hash } from "viem";
import { ethicsBoardAppointChamber, ethicsBoardChamberAppointedEvent } from "../../abi/items/ethicsBoard.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace appointChamber {
  type Args = {
    /** Who calls for stakeholders from outside; the zero address for nobody. */
    chamber: Address;
    /** Unix seconds, at most a year from now. */
    until: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    oldChamber: Address;
    chamber: Address;
    /** Unix seconds. */
    until: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets stakeholders from outside veto beside the board; only the timelock may.
 *
 * @example
 * ```ts
 * const call = appointChamber.encode({ board, chamber, until }); // for a proposal
 * ```
 */
export const appointChamber: WriteAction<
  "board",
  appointChamber.Args,
  typeof ethicsBoardAppointChamber,
  appointChamber.Result
> = /* @__PURE__ */ defineWrite({
  contract: "board",
  item: ethicsBoardAppointChamber,
  event: ethicsBoardChamberAppointedEvent,
  toInputs: ({ chamber, until }: appointChamber.Args) => [chamber, toSeconds(until)],
  fromInputs: ([chamber, until]) => ({ chamber, until: BigInt(until) }),
  fromEvents: (events) =>
    only(events, ({ until, ...chambers }): appointChamber.Result => ({ ...chambers, until: BigInt(until) })),
});

/** {@link appointChamber}, waiting for the receipt. */
export const appointChamberAndWait: WaitingAction<"board", appointChamber.Args, appointChamber.Result> =
  /* @__PURE__ */ andWait(appointChamber);
