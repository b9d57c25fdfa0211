import type { Address, Hash } from "viem";
import { curationRefreshCurators, curationStandingSetEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace refreshCurators {
  type Args = {
    accounts: readonly Address[];
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    /** What changed; standings in tenths of a unit of reputation. */
    standings: readonly { index: number; epoch: number; standing: number }[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Brings curators' standings up to their reputation, from the next epoch on. Anybody may, for anybody.
 *
 * @example
 * ```ts
 * await client.refreshCuratorsAndWait({ accounts: [member] });
 * ```
 */
export const refreshCurators: WriteAction<
  "curation",
  refreshCurators.Args,
  typeof curationRefreshCurators,
  refreshCurators.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationRefreshCurators,
  event: curationStandingSetEvent,
  toInputs: ({ accounts }: refreshCurators.Args) => [accounts],
  fromInputs: ([accounts]) => ({ accounts }),
  fromEvents: (standings): refreshCurators.Result => ({ standings }),
});

/** {@link refreshCurators}, waiting for the receipt. */
export const refreshCuratorsAndWait: WaitingAction<"curation", refreshCurators.Args, refreshCurators.Result> =
  /* @__PURE__ */ andWait(refreshCurators);
