import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Asset, LicenseRecord, Lot } from "../../generated/schema";
import { assetKey, fromBigEndian, INDEX_WIDTH, LOT_WIDTH, lotKey, slice } from "./ids";

const WHOLE_LOT = 0xffffff;

/** A committed lot: every event about it comes after its commit, or in the same transaction. */
export function loadLot(lotId: BigInt): Lot {
  return Lot.load(lotKey(lotId))!;
}

/** The leaf behind an asset id, whether or not it is minted; a new one is not saved. */
export function loadAsset(assetId: BigInt): Asset {
  const id = assetKey(assetId);
  const known = Asset.load(id);
  if (known) return known;
  const asset = new Asset(id);
  asset.assetId = assetId;
  asset.lot = lotOf(id);
  asset.index = indexOf(id);
  asset.wholeLot = asset.index == WHOLE_LOT;
  asset.minted = false;
  asset.purchaseCount = 0;
  asset.frozenUntil = BigInt.zero();
  asset.freezeRatified = false;
  asset.copyProved = false;
  return asset;
}

/** Id of the lot that the asset is a leaf of. */
export function lotOf(asset: Bytes): Bytes {
  return slice(asset, 0, LOT_WIDTH);
}

/** Id of the lot that a license record is for, or for an asset of. */
export function lotOfRecord(record: Bytes): Bytes {
  return lotOf(LicenseRecord.load(record)!.asset);
}

/** The leaf's position in its lot. */
export function indexOf(asset: Bytes): i32 {
  return fromBigEndian(slice(asset, LOT_WIDTH, INDEX_WIDTH)).toI32();
}
