import type { Address, Hash } from "viem";
import { assetRegistryAssetFrozenEvent, assetRegistryUnfreeze } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace unfreeze {
  type Args = { assetId: bigint };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { assetId: bigint; ruler: Address; /** Unix seconds; 0 = not frozen. */ until: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets a frozen asset or lot be sold again before its time.
 *
 * @example
 * ```ts
 * const call = unfreeze.encode({ assetRegistry, assetId });
 * ```
 */
export const unfreeze: WriteAction<"assetRegistry", unfreeze.Args, typeof assetRegistryUnfreeze, unfreeze.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "assetRegistry",
    item: assetRegistryUnfreeze,
    event: assetRegistryAssetFrozenEvent,
    fromEvents: (events) =>
      only(events, ({ until, ...frozen }): unfreeze.Result => ({ ...frozen, until: BigInt(until) })),
  });

/** {@link unfreeze}, waiting for the receipt. */
export const unfreezeAndWait: WaitingAction<"assetRegistry", unfreeze.Args, unfreeze.Result> =
  /* @__PURE__ */ andWait(unfreeze);
