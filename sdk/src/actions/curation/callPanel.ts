import type { Hash } from "viem";
import { curationCallPanel, curationPanelCalledEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace callPanel {
  type Args = {
    lotId: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    /** The block whose prevRandao makes the seed. */
    seedBlock: bigint;
    /** Whose standings count. */
    epoch: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Asks for a fresh panel to judge a lot's challenges, once its window is over. Anybody may.
 *
 * @example
 * ```ts
 * await client.callPanelAndWait({ lotId });
 * ```
 */
export const callPanel: WriteAction<"curation", callPanel.Args, typeof curationCallPanel, callPanel.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationCallPanel,
    event: curationPanelCalledEvent,
    fromEvents: (events) =>
      only(events, (called): callPanel.Result => ({ ...called, seedBlock: BigInt(called.seedBlock) })),
  });

/** {@link callPanel}, waiting for the receipt. */
export const callPanelAndWait: WaitingAction<"curation", callPanel.Args, callPanel.Result> =
  /* @__PURE__ */ andWait(callPanel);
