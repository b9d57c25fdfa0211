import type { Address, Hash } from "viem";
import { assetRegistryAssetFrozenEvent, assetRegistryFreeze } from "../../abi/items/assetRegistry.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace freeze {
  type Args = {
    /** Asset, or whole lot (`wholeLot(lotId)`). */
    assetId: bigint;
    /** First second in which it is over, unix time; at most 30 days. */
    until: bigint;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { assetId: bigint; ruler: Address; /** Unix seconds; 0 = not frozen. */ until: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Stops new sales of an asset or a lot for a while. The committing studio's board may, where there is none its
 * timelock, once per subject in 180 days.
 *
 * @example
 * ```ts
 * const call = freeze.encode({ assetRegistry, assetId, until });
 * ```
 */
export const freeze: WriteAction<"assetRegistry", freeze.Args, typeof assetRegistryFreeze, freeze.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "assetRegistry",
    item: assetRegistryFreeze,
    event: assetRegistryAssetFrozenEvent,
    toInputs: ({ assetId, until }: freeze.Args) => [assetId, toSeconds(until)],
    fromInputs: ([assetId, until]) => ({ assetId, until: BigInt(until) }),
    fromEvents: (events) =>
      only(events, ({ until, ...frozen }): freeze.Result => ({ ...frozen, until: BigInt(until) })),
  });

/** {@link freeze}, waiting for the receipt. */
export const freezeAndWait: WaitingAction<"assetRegistry", freeze.Args, freeze.Result> =
  /* @__PURE__ */ andWait(freeze);
