import type { Address, Hash } from "viem";
import { impactEmissionClaim, impactEmissionImpactClaimedEvent } from "../../abi/items/impactEmission.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace claimImpact {
  type Args = {
    epoch: number;
    /** Ordinal of the recipe. */
    recipe: number;
    /** A payee of the recipe. */
    account: Address;
  };
  type Parameters = On<"impact"> & Args & SendOptions;
  type Result = Args & {
    /** Raw units that were minted. */
    raw: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Mints a payee of a recipe its part of an epoch that was closed in the last seven days; anybody may.
 *
 * @example
 * ```ts
 * const { raw } = await client.claimImpactAndWait({ epoch: 4, recipe, account: alice });
 * ```
 */
export const claimImpact: WriteAction<"impact", claimImpact.Args, typeof impactEmissionClaim, claimImpact.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "impact",
    item: impactEmissionClaim,
    event: impactEmissionImpactClaimedEvent,
  });

/** {@link claimImpact}, waiting for the receipt. */
export const claimImpactAndWait: WaitingAction<"impact", claimImpact.Args, claimImpact.Result> =
  /* @__PURE__ */ andWait(claimImpact);
