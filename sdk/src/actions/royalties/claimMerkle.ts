import type { Address, Hash, Hex } from "viem";
import { royaltySplitterClaimMerkle, royaltySplitterMerkleClaimedEvent } from "../../abi/items/royaltySplitter.ts";
import type { MerkleLine } from "../../merkle/split.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace claimMerkle {
  type Args = {
    recipe: number;
    token: Address;
    /** Line of the split and its proof: see `buildMerkleSplit` in `/merkle`. */
    line: MerkleLine;
    proof: readonly Hex[];
  };
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
 * Credits a contributor in a Merkle split with its unclaimed income from a recipe. Anybody may do it for anybody.
 *
 * @example
 * ```ts
 * await client.claimMerkleAndWait({ recipe, token: usdc, line, proof: split.proof(line.index) });
 * ```
 */
export const claimMerkle: WriteAction<
  "royaltySplitter",
  claimMerkle.Args,
  typeof royaltySplitterClaimMerkle,
  claimMerkle.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterClaimMerkle,
  event: royaltySplitterMerkleClaimedEvent,
  toInputs: ({ recipe, token, line, proof }: claimMerkle.Args) => [recipe, token, line, proof],
  fromInputs: ([recipe, token, line, proof]) => ({ recipe, token, line, proof }),
  fromEvents: ([claimed]): claimMerkle.Result => ({ amount: claimed?.amount ?? 0n }),
});

/** {@link claimMerkle}, waiting for the receipt. */
export const claimMerkleAndWait: WaitingAction<"royaltySplitter", claimMerkle.Args, claimMerkle.Result> =
  /* @__PURE__ */ andWait(claimMerkle);
