import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { assetRegistryAssetMintedEvent, assetRegistryRegister } from "../../abi/generated/assetRegistry.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

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
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { assetId: bigint; to: Address; contentHash: Hex; leafHash: Hex };
}

/**
 * Commits an independent lot of one asset and mints it to the sender, the recipe's licensor.
 *
 * @example
 * ```ts
 * const { assetId } = await client.registerAndWait({ ...lot.input, leaf: lot.rows[0].leaf });
 * ```
 */
export const register: WriteAction<"assetRegistry", register.Args, typeof assetRegistryRegister, register.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "assetRegistry",
    item: assetRegistryRegister,
    event: assetRegistryAssetMintedEvent,
    toInputs: ({ recipeId, nonce, root, manifest = zeroHash, leaf }: register.Args) => [
      { recipeId, nonce, root, count: 1, gate: zeroAddress, manifest },
      leaf,
    ],
    fromInputs: ([{ recipeId, nonce, root, manifest }, leaf]) => ({ recipeId, nonce, root, manifest, leaf }),
    fromEvents: (events) => only(events, (asset): register.Result => asset),
  });

/** {@link register}, waiting for the receipt. */
export const registerAndWait: WaitingAction<"assetRegistry", register.Args, register.Result> =
  /* @__PURE__ */ andWait(register);
