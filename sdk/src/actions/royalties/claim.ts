import type { Address, Hash } from "viem";
import { royaltySplitterClaim, royaltySplitterClaimedEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace claim {
  type Args = { recipe: number; token: Address; payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = {
    /** Token units; 0 if there was nothing to claim. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Credits a payee's unclaimed income from one recipe to the payee's balance, where many small claims can meet before one
 * `withdraw`. Anybody may do it for anybody: only the payee gains.
 *
 * @example
 * ```ts
 * await client.claimAndWait({ recipe, token: usdc, payee: engineer });
 * ```
 */
export const claim: WriteAction<"royaltySplitter", claim.Args, typeof royaltySplitterClaim, claim.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterClaim,
    event: royaltySplitterClaimedEvent,
    toInputs: ({ recipe, token, payee }: claim.Args) => [recipe, token, payee],
    fromInputs: ([recipe, token, payee]) => ({ recipe, token, payee }),
    fromEvents: ([claimed]): claim.Result => ({ amount: claimed?.amount ?? 0n }),
  });

/** {@link claim}, waiting for the receipt. */
export const claimAndWait: WaitingAction<"royaltySplitter", claim.Args, claim.Result> = /* @__PURE__ */ andWait(claim);
