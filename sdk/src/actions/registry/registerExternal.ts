import type { Address, Hash, Hex } from "viem";
import { assetRegistryExternalRegisteredEvent, assetRegistryRegisterExternal } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace registerExternal {
  type Args = {
    recipeId: Hex;
    /** The sender's own lot nonce. */
    nonce: bigint;
    /** ERC-721 on this chain. */
    collection: Address;
    tokenId: bigint;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { assetId: bigint; collection: Address; tokenId: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Registers an NFT of another collection, so that it can be licensed and be a parent without a second token. The
 * sender must own it and be the recipe's licensor.
 *
 * @example
 * ```ts
 * const { assetId } = await client.registerExternalAndWait({ recipeId, nonce: 7n, collection, tokenId: 42n });
 * ```
 */
export const registerExternal: WriteAction<
  "assetRegistry",
  registerExternal.Args,
  typeof assetRegistryRegisterExternal,
  registerExternal.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryRegisterExternal,
  event: assetRegistryExternalRegisteredEvent,
  toInputs: ({ recipeId, nonce, collection, tokenId }: registerExternal.Args) => [recipeId, nonce, collection, tokenId],
  fromInputs: ([recipeId, nonce, collection, tokenId]) => ({ recipeId, nonce, collection, tokenId }),
});

/** {@link registerExternal}, waiting for the receipt. */
export const registerExternalAndWait: WaitingAction<"assetRegistry", registerExternal.Args, registerExternal.Result> =
  /* @__PURE__ */ andWait(registerExternal);
