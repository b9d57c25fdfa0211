import type { Hash, Hex } from "viem";
import { curationSaltChainSetEvent, curationSetSaltChain } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setSaltChain {
  type Args = {
    /** The last link, hashed as often as the chain is long. */
    anchor: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    anchor: Hex;
    /** The first span of 256 blocks that it serves. */
    firstSpan: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Begins a chain of pre-committed salts, which seeds need off L1; the registrar or the timelock the first time, then the timelock.
 *
 * @example
 * ```ts
 * await client.setSaltChainAndWait({ anchor });
 * ```
 */
export const setSaltChain: WriteAction<
  "curation",
  setSaltChain.Args,
  typeof curationSetSaltChain,
  setSaltChain.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationSetSaltChain,
  event: curationSaltChainSetEvent,
  toInputs: ({ anchor }: setSaltChain.Args) => [anchor],
  fromInputs: ([anchor]) => ({ anchor }),
});

/** {@link setSaltChain}, waiting for the receipt. */
export const setSaltChainAndWait: WaitingAction<"curation", setSaltChain.Args, setSaltChain.Result> =
  /* @__PURE__ */ andWait(setSaltChain);
