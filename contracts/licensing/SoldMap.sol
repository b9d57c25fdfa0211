// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";

/// @notice Two bits an asset: whether a license that is not exclusive was ever sold (bit 0), and whether an exclusive
/// one may stand against a sale (bit 1), so that {ExclusiveBook} must be asked.
struct SoldMap {
    mapping(uint256 assetIdDiv128 => uint256 bits) words;
}

/// @notice Reads and writes the map, 128 neighbors a word, so that a lot's later first sales find a warm price.
library SoldMaps {
    uint256 private constant _SOLD = 1;
    uint256 private constant _EXCLUSIVE = 2;

    /// @notice Remembers a sale that is not exclusive. Writes only the first time.
    /// @return exclusive whether an exclusive license may stand against it
    function markSold(SoldMap storage self, AssetId assetId) internal returns (bool exclusive) {
        return _mark(self, assetId, _SOLD) & _EXCLUSIVE != 0;
    }

    /// @notice Remembers that an exclusive license may stand against later sales.
    function markExclusive(SoldMap storage self, AssetId assetId) internal {
        _mark(self, assetId, _EXCLUSIVE);
    }

    /// @notice What was ever sold of the asset.
    function soldOf(SoldMap storage self, AssetId assetId) internal view returns (bool sold, bool exclusive) {
        (uint256 word, uint256 offset) = _placeOf(assetId);
        uint256 bits = self.words[word] >> offset;
        return (bits & _SOLD != 0, bits & _EXCLUSIVE != 0);
    }

    /// @dev Returns the two bits after it, above which there are those of the next assets.
    function _mark(SoldMap storage self, AssetId assetId, uint256 bit) private returns (uint256) {
        (uint256 word, uint256 offset) = _placeOf(assetId);
        uint256 bits = self.words[word];
        uint256 marked = bits | (bit << offset);
        if (marked != bits) self.words[word] = marked;
        return marked >> offset;
    }

    function _placeOf(AssetId assetId) private pure returns (uint256 word, uint256 offset) {
        uint256 id = AssetId.unwrap(assetId);
        return (id >> 7, (id & 127) * 2);
    }
}
