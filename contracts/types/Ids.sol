// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice One committed run: `producer << 64 | producerNonce` (224 bits used), known before the commit.
type LotId is uint256;

/// @notice One leaf of a lot: `lotId << 24 | index` (248 bits used). The unit of licensing and the ERC-721 token id.
type AssetId is uint256;

using {eqLot as ==, producerOf, nonceOf, assetAt} for LotId global;
using {eqAsset as ==, lotOf, indexOf, isWholeLot, wholeLotOf} for AssetId global;

/// @dev Index of the pseudo-asset that stands for every asset of a lot in a license.
uint24 constant WHOLE_LOT = type(uint24).max;

/// @notice The lot id of `producer`'s run `nonce`.
function toLotId(address producer, uint64 nonce) pure returns (LotId) {
    return LotId.wrap((uint256(uint160(producer)) << 64) | nonce);
}

function eqLot(LotId a, LotId b) pure returns (bool) {
    return LotId.unwrap(a) == LotId.unwrap(b);
}

/// @notice The account that committed, or may commit, the lot.
function producerOf(LotId lotId) pure returns (address) {
    return address(uint160(LotId.unwrap(lotId) >> 64));
}

/// @notice The producer's own nonce of the lot.
function nonceOf(LotId lotId) pure returns (uint64) {
    // casting to 'uint64' is safe because the low 64 bits are the nonce by definition
    return uint64(LotId.unwrap(lotId));
}

/// @notice The asset at `index` of the lot, whether or not such a leaf exists.
function assetAt(LotId lotId, uint24 index) pure returns (AssetId) {
    return AssetId.wrap((LotId.unwrap(lotId) << 24) | index);
}

function eqAsset(AssetId a, AssetId b) pure returns (bool) {
    return AssetId.unwrap(a) == AssetId.unwrap(b);
}

/// @notice The lot the asset is a leaf of.
function lotOf(AssetId assetId) pure returns (LotId) {
    return LotId.wrap(AssetId.unwrap(assetId) >> 24);
}

/// @notice The leaf's position in its lot.
function indexOf(AssetId assetId) pure returns (uint24) {
    // casting to 'uint24' is safe because the low 24 bits are the index by definition
    return uint24(AssetId.unwrap(assetId));
}

/// @notice Whether the id stands for a whole lot.
function isWholeLot(AssetId assetId) pure returns (bool) {
    return indexOf(assetId) == WHOLE_LOT;
}

/// @notice The id that stands for the whole lot of the asset.
function wholeLotOf(AssetId assetId) pure returns (AssetId) {
    return AssetId.wrap(AssetId.unwrap(assetId) | WHOLE_LOT);
}
