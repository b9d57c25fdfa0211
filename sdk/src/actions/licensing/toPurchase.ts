import { bytesToHex, zeroAddress } from "viem";
import { getBlock } from "viem/actions";
import type { Purchase } from "../../licensing/purchase.ts";
import { explained } from "../internal/failure.ts";
import type { ActionClient } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

/** Seconds for which a purchase is valid by default. */
const VALIDITY = 3600n;

export declare namespace toPurchase {
  /** A purchase with what has a sensible default left out. */
  type Parameters = Pick<Purchase, "offerId" | "assetId" | "licensee" | "maxTotal"> & Partial<Purchase>;
  type ReturnType = Purchase;
  type ErrorType = ReadErrorType;
}

/**
 * Completes a purchase: valid for an hour of the chain's time, one seat, no referrer, a random salt.
 *
 * @example
 * ```ts
 * const purchase = await client.toPurchase({ offerId, assetId, licensee: buyer, maxTotal: 25_000_000n });
 * ```
 */
export async function toPurchase(client: ActionClient, parameters: toPurchase.Parameters): Promise<Purchase> {
  const { offerId, assetId, licensee, maxTotal, referrer = zeroAddress, seats = 0 } = parameters;
  const salt = parameters.salt ?? bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  const deadline = parameters.deadline ?? (await explained(() => getBlock(client))).timestamp + VALIDITY;
  return { offerId, assetId, licensee, referrer, seats, maxTotal, deadline, salt };
}
