import { type Address, type Hex, zeroHash } from "viem";
import {
  assetRegistryContentHashOf,
  assetRegistryIsReleasable,
  assetRegistryLotOf,
} from "../../abi/items/assetRegistry.ts";
import { licensesSoldOf } from "../../abi/items/licenses.ts";
import { LotUnknownError } from "../../errors/action.ts";
import { nameOf } from "../../types/codec.ts";
import { LOT_STATUSES, type LotStatus, VERDICT_CLASSES, type VerdictClass } from "../../types/enums.ts";
import { indexOf, lotOf, producerOf } from "../../types/ids.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getAsset {
  type Args = { assetId: bigint };
  type Parameters = On<"assetRegistry" | "licenses"> & Args & ReadOptions;
  type ReturnType = {
    assetId: bigint;
    lotId: bigint;
    index: number;
    producer: Address;
    recipe: number;
    status: LotStatus;
    class: VerdictClass;
    /** Whether licenses can be sold and the token minted now. */
    releasable: boolean;
    /** SHA-256 of the content of a minted asset. */
    contentHash: Hex | undefined;
    /** Whether any license was ever sold. */
    sold: boolean;
  };
  type ErrorType = ReadErrorType | LotUnknownError;
}

/**
 * Reads an asset in one round trip.
 *
 * @example
 * ```ts
 * const { releasable } = await client.getAsset({ assetId });
 * ```
 */
export async function getAsset(client: ActionClient, parameters: getAsset.Parameters): Promise<getAsset.ReturnType> {
  const { assetId } = parameters;
  const [address, lotId] = [addressIn("assetRegistry", parameters), lotOf(assetId)];
  const args = [assetId] as const;
  const [lot, releasable, contentHash, [sold]] = await readMany(
    client,
    [
      { address, abi: [assetRegistryLotOf], functionName: "lotOf", args: [lotId] },
      { address, abi: [assetRegistryIsReleasable], functionName: "isReleasable", args },
      { address, abi: [assetRegistryContentHashOf], functionName: "contentHashOf", args },
      { address: addressIn("licenses", parameters), abi: [licensesSoldOf], functionName: "soldOf", args },
    ],
    parameters,
  );
  if (lot.root === zeroHash || indexOf(assetId) >= lot.count) throw new LotUnknownError(lotId);
  return {
    assetId,
    lotId,
    index: indexOf(assetId),
    producer: producerOf(lotId),
    recipe: lot.recipe,
    status: nameOf(LOT_STATUSES, lot.status),
    class: nameOf(VERDICT_CLASSES, lot.class),
    releasable,
    contentHash: contentHash === zeroHash ? undefined : contentHash,
    sold,
  };
}
