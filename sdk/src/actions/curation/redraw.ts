import type { Hash } from "viem";
import { curationRedraw, curationSeedBlockSetEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace redraw {
  type Args = {
    lotId: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    round: number;
    /** The block whose prevRandao makes the seed. */
    seedBlock: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Gives an audit another seed block, once, because the salt of its span was never revealed and the chain of salts was replaced. Anybody may.
 *
 * @example
 * ```ts
 * await client.redrawAndWait({ lotId });
 * ```
 */
export const redraw: WriteAction<"curation", redraw.Args, typeof curationRedraw, redraw.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationRedraw,
    event: curationSeedBlockSetEvent,
    fromEvents: (events) => only(events, (set): redraw.Result => ({ ...set, seedBlock: BigInt(set.seedBlock) })),
  });

/** {@link redraw}, waiting for the receipt. */
export const redrawAndWait: WaitingAction<"curation", redraw.Args, redraw.Result> = /* @__PURE__ */ andWait(redraw);
