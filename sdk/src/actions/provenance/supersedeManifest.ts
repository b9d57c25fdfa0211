import type { Address, Hash, Hex } from "viem";
import { assetRegistrySupersedeManifest, assetRegistryManifestSupersededEvent } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace supersedeManifest {
  type Args = {
    lotId: bigint;
    /** Digest of the manifest block. */
    manifest: Hex;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { lotId: bigint; by: Address; manifest: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Names another manifest for a lot, such as one whose links work; only the recipe's licensor or its studio's
 * registrar may.
 *
 * @example
 * ```ts
 * await licensor.supersedeManifestAndWait({ lotId, manifest });
 * ```
 */
export const supersedeManifest: WriteAction<
  "assetRegistry",
  supersedeManifest.Args,
  typeof assetRegistrySupersedeManifest,
  supersedeManifest.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistrySupersedeManifest,
  event: assetRegistryManifestSupersededEvent,
  toInputs: ({ lotId, manifest }: supersedeManifest.Args) => [lotId, manifest],
  fromInputs: ([lotId, manifest]) => ({ lotId, manifest }),
});

/** {@link supersedeManifest}, waiting for the receipt. */
export const supersedeManifestAndWait: WaitingAction<
  "assetRegistry",
  supersedeManifest.Args,
  supersedeManifest.Result
> = /* @__PURE__ */ andWait(supersedeManifest);
