// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";

/// @notice Two bits an asset: whether anything (bit 0), and whether an exclusive license (bit 1), was ever sold.
struct SoldMap {
    mapping(uint256 assetIdDiv128 => uint256 bits) words;
}

/// @notice Reads and writes the map, 128 neighbors a word, so that a lot's later first sales find a warm price.
library SoldMaps {
    uint256 private constant _SOLD = 1;
    uint256 private constant _EXCLUSIVE = 2;

    /// @notice Remembers a sale that is not exclusive. Writes only the first time.
    function markSold(SoldMap storage self, AssetId assetId) internal {
        (uint256 word, uint256 offset) = _placeOf(assetId);
        uint256 bits = self.words[word];
        uint256 marked = bits | (_SOLD << offset);
        if (marked != bits) self.words[word] = marked;
    }

    /// @notice What was ever sold of the asset.
    function soldOf(SoldMap storage self, AssetId assetId) internal view returns (bool sold, bool exclusive) {
        (uint256 word, uint256 offset) = _placeOf(assetId);
        uint256 bits = self.words[word] >> offset;
        return (bits & _SOLD != 0, bits & _EXCLUSIVE != 0);
    }

    function _placeOf(AssetId assetId) private pure returns (uint256 word, uint256 offset) {
        uint256 id = AssetId.unwrap(assetId);
        return (id >> 7, (id & 127) * 2);
    }
}
