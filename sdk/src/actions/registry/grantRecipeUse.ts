import type { Address, Hash, Hex } from "viem";
import { assetRegistryGrantRecipeUse, assetRegistryRecipeUseGrantedEvent } from "../../abi/items/assetRegistry.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace grantRecipeUse {
  type Args = {
    recipeId: Hex;
    /** A timelock, whose gates may commit lots; or a producer, with `independent`. */
    user: Address;
    /** First second in which the grant is over, unix time; 0 ends it. */
    until: bigint;
    /** Whether the user may commit lots without a gate. */
    independent?: boolean;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { recipe: number; user: Address; until: bigint; independent: boolean };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets somebody else commit lots under a recipe. Only its licensor may.
 *
 * @example
 * ```ts
 * await client.grantRecipeUseAndWait({ recipeId, user: partnerTimelock, until });
 * ```
 */
export const grantRecipeUse: WriteAction<
  "assetRegistry",
  grantRecipeUse.Args,
  typeof assetRegistryGrantRecipeUse,
  grantRecipeUse.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryGrantRecipeUse,
  event: assetRegistryRecipeUseGrantedEvent,
  toInputs: ({ recipeId, user, until, independent = false }: grantRecipeUse.Args) => [
    recipeId,
    user,
    toSeconds(until),
    independent,
  ],
  fromInputs: ([recipeId, user, until, independent]) => ({ recipeId, user, until: BigInt(until), independent }),
  fromEvents: (events) =>
    only(events, ({ until, ...grant }): grantRecipeUse.Result => ({ ...grant, until: BigInt(until) })),
});

/** {@link grantRecipeUse}, waiting for the receipt. */
export const grantRecipeUseAndWait: WaitingAction<"assetRegistry", grantRecipeUse.Args, grantRecipeUse.Result> =
  /* @__PURE__ */ andWait(grantRecipeUse);
