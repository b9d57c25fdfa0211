import { type Address, type Hex, zeroAddress, type Hash } from "viem";
import { assetRegistryCommitLot, assetRegistryLotCommittedEvent } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace commitLot {
  type Args = {
    recipeId: Hex;
    /** Any number the sender has not used for a lot; fixes the lot id. */
    nonce: bigint;
    /** Positional root over the leaves. */
    root: Hex;
    /** Number of assets, 1 to 65,536. */
    count: number;
    /** SHA-256 digest of the lot manifest. */
    manifest: Hex;
    /** The studio's Curation, which will judge the lot; absent for an independent lot. */
    gate?: Address;
  };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    recipe: number;
    gate: Address;
    producer: Address;
    root: Hex;
    count: number;
    manifest: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Commits a lot of the sender.
 *
 * @example
 * ```ts
 * const lot = await buildLot({ chainId, assetRegistry, producer, nonce: 1n, recipeId, recipeCommitment, items });
 * const { lotId } = await client.commitLotAndWait({ ...lot.input, gate: curation });
 * ```
 */
export const commitLot: WriteAction<"assetRegistry", commitLot.Args, typeof assetRegistryCommitLot, commitLot.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "assetRegistry",
    item: assetRegistryCommitLot,
    event: assetRegistryLotCommittedEvent,
    toInputs: ({ recipeId, nonce, root, count, manifest, gate = zeroAddress }: commitLot.Args) => [
      { recipeId, nonce, root, count, gate, manifest },
    ],
    fromInputs: ([{ gate, ...lot }]) => (gate === zeroAddress ? lot : { ...lot, gate }),
  });

/** {@link commitLot}, waiting for the receipt. */
export const commitLotAndWait: WaitingAction<"assetRegistry", commitLot.Args, commitLot.Result> =
  /* @__PURE__ */ andWait(commitLot);
