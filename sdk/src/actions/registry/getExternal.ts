import type { Address } from "viem";
import { assetRegistryExternalOf } from "../../abi/items/assetRegistry.ts";
import { zeroAddress } from "viem";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getExternal {
  type Args = { assetId: bigint };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = { collection: Address; tokenId: bigint } | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * The NFT that an asset stands for; undefined where the asset is one of our own.
 *
 * @example
 * ```ts
 * const nft = await client.getExternal({ assetId });
 * ```
 */
export const getExternal: ReadAction<
  "assetRegistry",
  getExternal.Args,
  typeof assetRegistryExternalOf,
  getExternal.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "assetRegistry",
  item: assetRegistryExternalOf,
  toInputs: ({ assetId }: getExternal.Args) => [assetId],
  fromOutput: ([collection, tokenId]): getExternal.ReturnType =>
    collection === zeroAddress ? undefined : { collection, tokenId },
});
