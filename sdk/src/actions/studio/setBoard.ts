import type { Address, Hash } from "viem";
import { studioModuleReplacedEvent, studioSetBoard } from "../../abi/items/studio.ts";
import { nameOf } from "../../types/codec.ts";
import { type Module, MODULES } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setBoard {
  type Args = {
    /** From `createSuccessors`; the zero address for none. */
    newBoard: Address;
  };
  type Parameters = On<"studio"> & Args & SendOptions;
  type Result = {
    module: Module;
    /** The zero address: none. */
    oldModule: Address;
    /** The zero address: none. */
    newModule: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Replaces the ethics board, which cannot veto that; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setBoard.encode({ studio, newBoard }); // for a proposal
 * ```
 */
export const setBoard: WriteAction<"studio", setBoard.Args, typeof studioSetBoard, setBoard.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioSetBoard,
    event: studioModuleReplacedEvent,
    toInputs: ({ newBoard }: setBoard.Args) => [newBoard],
    fromInputs: ([newBoard]) => ({ newBoard }),
    fromEvents: (events) =>
      only(events, ({ module, ...addresses }): setBoard.Result => ({ ...addresses, module: nameOf(MODULES, module) })),
  });

/** {@link setBoard}, waiting for the receipt. */
export const setBoardAndWait: WaitingAction<"studio", setBoard.Args, setBoard.Result> =
  /* @__PURE__ */ andWait(setBoard);
