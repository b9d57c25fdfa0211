import type { Hex } from "viem";
import { assetRegistryVerify } from "../../abi/items/assetRegistry.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace verifyAsset {
  type Args = { assetId: bigint; leaf: AssetLeaf; proof: readonly Hex[] };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = boolean;
  type ErrorType = ReadErrorType;
}

/**
 * Whether the leaf is the committed lot's at this asset's place.
 *
 * @example
 * ```ts
 * const genuine = await client.verifyAsset({ assetId, leaf, proof });
 * ```
 */
export const verifyAsset: ReadAction<"assetRegistry", verifyAsset.Args, typeof assetRegistryVerify, boolean> =
  /* @__PURE__ */ defineRead({
    contract: "assetRegistry",
    item: assetRegistryVerify,
    toInputs: ({ assetId, leaf, proof }: verifyAsset.Args) => [assetId, leaf, proof],
    fromOutput: (genuine) => genuine,
  });
