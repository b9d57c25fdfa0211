import type { Address, Hash, Hex } from "viem";
import { assetRegistryAssetMintedEvent, assetRegistryMint } from "../../abi/items/assetRegistry.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace mint {
  type Args = {
    assetId: bigint;
    leaf: AssetLeaf;
    /** Siblings from the leaf up, from `lot.tree.proof(index)`. */
    proof: readonly Hex[];
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { assetId: bigint; to: Address; contentHash: Hex; leafHash: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Mints a releasable asset to its recipe's licensor; only the licensor or its studio's registrar may.
 *
 * @example
 * ```ts
 * for (const [index, { leaf }] of lot.rows.entries()) {
 *   await client.mintAndWait({ assetId: assetAt(lot.lotId, index), leaf, proof: lot.tree.proof(index) });
 * }
 * ```
 */
export const mint: WriteAction<"assetRegistry", mint.Args, typeof assetRegistryMint, mint.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "assetRegistry",
    item: assetRegistryMint,
    event: assetRegistryAssetMintedEvent,
  });

/** {@link mint}, waiting for the receipt. */
export const mintAndWait: WaitingAction<"assetRegistry", mint.Args, mint.Result> = /* @__PURE__ */ andWait(mint);
