import type { Hash, Hex } from "viem";
import { curationRevealSalt, curationSaltRevealedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace revealSalt {
  type Args = {
    /** Number of the span: block number / 256. */
    span: bigint;
    link: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    span: bigint;
    link: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Reveals the salt of a span of 256 blocks that is over. Anybody may who knows it.
 *
 * @example
 * ```ts
 * await client.revealSaltAndWait({ span, link });
 * ```
 */
export const revealSalt: WriteAction<"curation", revealSalt.Args, typeof curationRevealSalt, revealSalt.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationRevealSalt,
    event: curationSaltRevealedEvent,
  });

/** {@link revealSalt}, waiting for the receipt. */
export const revealSaltAndWait: WaitingAction<"curation", revealSalt.Args, revealSalt.Result> =
  /* @__PURE__ */ andWait(revealSalt);
