import type { Address, Hash } from "viem";
import { royaltySplitterClaimToWallet, royaltySplitterClaimedEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace claimToWallet {
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
 * Sends a payee's unclaimed income from one recipe straight to the payee. Anybody may do it for anybody.
 *
 * @example
 * ```ts
 * const { amount } = await client.claimToWalletAndWait({ recipe, token: usdc, payee: engineer });
 * ```
 */
export const claimToWallet: WriteAction<
  "royaltySplitter",
  claimToWallet.Args,
  typeof royaltySplitterClaimToWallet,
  claimToWallet.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterClaimToWallet,
  event: royaltySplitterClaimedEvent,
  toInputs: ({ recipe, token, payee }: claimToWallet.Args) => [recipe, token, payee],
  fromInputs: ([recipe, token, payee]) => ({ recipe, token, payee }),
  fromEvents: ([claimed]): claimToWallet.Result => ({ amount: claimed?.amount ?? 0n }),
});

/** {@link claimToWallet}, waiting for the receipt. */
export const claimToWalletAndWait: WaitingAction<"royaltySplitter", claimToWallet.Args, claimToWallet.Result> =
  /* @__PURE__ */ andWait(claimToWallet);
