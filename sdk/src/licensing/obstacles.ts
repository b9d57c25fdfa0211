import { type Address, isAddressEqual, zeroAddress, zeroHash } from "viem";
import { indexOf, lotOf, WHOLE_LOT } from "../types/ids.ts";
import type { Purchase } from "./purchase.ts";

/** Why a purchase would be refused now, as far as the offer, the asset and the payer tell. */
export type PurchaseObstacle =
  | "withdrawn"
  | "notStarted"
  | "ended"
  | "purchaseExpired"
  | "soldOut"
  | "overSeats"
  | "outOfScope"
  | "assetUnavailable"
  | "foreignAsset"
  | "staleOffer"
  | "referrerRefused"
  | "balanceTooSmall";

/** What {@link obstaclesTo} looks at. */
export type PurchaseSituation = {
  purchase: Purchase;
  payer: Address;
  /** Unix seconds. */
  now: bigint;
  offer: {
    withdrawn: boolean;
    start: number;
    end: number;
    supply: number;
    sold: number;
    seats: number;
    scope: number;
    scopeId: bigint;
    recipe: number;
    controlEpoch: number;
    referrerRoot: string;
  };
  /** The asset's recipe and its epoch; undefined where the registry refuses sales. */
  asset: { recipe: number; controlEpoch: number } | undefined;
  gross: bigint;
  balance: bigint;
};

/** Scopes of offers; the other one, 0, is a recipe. */
const LOT = 1;
const ASSET = 2;
const LICENSOR = 3;

function inScope({ scope, scopeId }: PurchaseSituation["offer"], assetId: bigint): boolean {
  if (scope === ASSET) return assetId === scopeId;
  // Every asset of a lot together is sold by naming it, never as one of many.
  if (indexOf(assetId) === WHOLE_LOT) return false;
  return scope !== LOT || lotOf(assetId) === scopeId;
}

/** Everything that stands against a purchase, in the order of the market's checks; empty where nothing is known to. */
export function obstaclesTo(situation: PurchaseSituation): PurchaseObstacle[] {
  const { purchase, payer, now, offer, asset, gross, balance } = situation;
  const { referrer, licensee, assetId, seats, deadline } = purchase;
  const isParty = [payer, licensee].some((party) => isAddressEqual(party, referrer));
  const found: Record<PurchaseObstacle, boolean> = {
    withdrawn: offer.withdrawn,
    notStarted: now < BigInt(offer.start),
    ended: now >= BigInt(offer.end),
    purchaseExpired: now > deadline,
    soldOut: offer.supply > 0 && offer.sold >= offer.supply,
    overSeats: seats > Math.max(offer.seats, 1),
    outOfScope: !inScope(offer, assetId),
    assetUnavailable: asset === undefined,
    // An offer for all of a licensor's assets names none of their recipes.
    foreignAsset: asset !== undefined && offer.scope !== LICENSOR && asset.recipe !== offer.recipe,
    staleOffer: asset?.recipe === offer.recipe && asset.controlEpoch !== offer.controlEpoch,
    referrerRefused: referrer !== zeroAddress && (offer.referrerRoot === zeroHash || isParty),
    balanceTooSmall: balance < gross,
  };
  return (Object.keys(found) as PurchaseObstacle[]).filter((obstacle) => found[obstacle]);
}
