import { type Address, type Hex, zeroAddress, zeroHash, type Hash } from "viem";
import { parseAccount } from "viem/accounts";
import { assetRegistryAssetMintedEvent, assetRegistryRegister } from "../../abi/items/assetRegistry.ts";
import { hashLeaf } from "../../merkle/leaf.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { assetAt, toLotId } from "../../types/ids.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { signerOf } from "../internal/signer.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace register {
  type Args = {
    recipeId: Hex;
    /** Any number the sender has not used for a lot; fixes lot id and asset id. */
    nonce: bigint;
    /** The leaf's hash: `lot.root` of a lot of one, or `hashLeaf(assetAt(toLotId(sender, nonce), 0), leaf)`. */
    root: Hex;
    leaf: AssetLeaf;
    /** SHA-256 digest of the lot manifest. */
    manifest?: Hex;
  };
  /** Sending hashes the leaf. */
  type Sent = Omit<Args, "root"> & { root?: Hex };
  type Parameters = On<"assetRegistry"> & Sent & SendOptions;
  type Result = { assetId: bigint; to: Address; contentHash: Hex; leafHash: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Commits an independent lot of one asset and mints it to the sender, the recipe's licensor.
 *
 * @example
 * ```ts
 * const leaf = toLeaf({ contentHash, recipeCommitment });
 * const { assetId } = await client.registerAndWait({ recipeId, nonce: 1n, leaf });
 * ```
 */
export const register: WriteAction<
  "assetRegistry",
  register.Args,
  typeof assetRegistryRegister,
  register.Result,
  register.Sent
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryRegister,
  event: assetRegistryAssetMintedEvent,
  complete: (client, { account, nonce, leaf, root, recipeId }: register.Parameters) => {
    const producer = parseAccount(signerOf(client, { account })).address;
    const hash = root ?? hashLeaf(assetAt(toLotId(producer, nonce), 0), leaf);
    return Promise.resolve({ recipeId, nonce, leaf, root: hash });
  },
  toInputs: ({ recipeId, nonce, root, manifest = zeroHash, leaf }: register.Args) => [
    { recipeId, nonce, root, count: 1, gate: zeroAddress, manifest },
    leaf,
  ],
  fromInputs: ([{ recipeId, nonce, root, manifest }, leaf]) => ({ recipeId, nonce, root, manifest, leaf }),
});

/** {@link register}, waiting for the receipt. */
export const registerAndWait: WaitingAction<"assetRegistry", register.Sent, register.Result> =
  /* @__PURE__ */ andWait(register);
