import type { Address, Hash, Hex } from "viem";
import { licensesAssignSeat, licensesSeatAssignedEvent } from "../../abi/items/licenses.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace assignSeat {
  type Args = {
    licenseId: Hex;
    /** 1 to seats − 1; the holder itself sits on seat 0. */
    seat: number;
    /** Who sits there from now on; the zero address for nobody. */
    occupant: Address;
  };
  type Parameters = On<"licenses"> & Args & SendOptions;
  type Result = { licenseId: Hex; seat: number; occupant: Address; previous: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Gives a seat of a license to an account; only the holder may. A transfer of the license clears all seats.
 *
 * @example
 * ```ts
 * await client.assignSeatAndWait({ licenseId, seat: 1, occupant: colleague });
 * ```
 */
export const assignSeat: WriteAction<"licenses", assignSeat.Args, typeof licensesAssignSeat, assignSeat.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "licenses",
    item: licensesAssignSeat,
    event: licensesSeatAssignedEvent,
    toInputs: ({ licenseId, seat, occupant }: assignSeat.Args) => [licenseId, seat, occupant],
    fromInputs: ([licenseId, seat, occupant]) => ({ licenseId, seat, occupant }),
    fromEvents: (events) =>
      only(events, ({ account: occupant, ...seat }): assignSeat.Result => ({ ...seat, occupant })),
  });

/** {@link assignSeat}, waiting for the receipt. */
export const assignSeatAndWait: WaitingAction<"licenses", assignSeat.Args, assignSeat.Result> =
  /* @__PURE__ */ andWait(assignSeat);
