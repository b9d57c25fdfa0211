// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {LotId} from "../types/Ids.sol";
import {BitSlice} from "./BitSlice.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title ChallengeMasks
/// @notice What a challenge does to the blocked mask of its lot: consecutive words, one mask each.
library ChallengeMasks {
    /// @dev Most words of one challenge: 16,384 assets.
    uint256 internal constant MAX = 64;

    /// @dev A lot has at most so many words.
    uint256 private constant _WORDS = 256;

    /// @notice Blocks the assets of `masks`, all of which must be in the lot and free.
    /// @return assets how many they are
    function impose(
        IAssetRegistry registry,
        LotId lotId,
        uint256 count,
        uint16 firstWord,
        uint256[] calldata masks
    ) internal returns (uint256 assets) {
        _checkEnds(lotId, firstWord, masks);
        // casting to 'uint16' is safe because there are at most 64 masks; likewise below, on top of 255
        uint256[] memory blocked = registry.blockedMasks(lotId, firstWord, uint16(masks.length));
        for (uint256 i = 0; i < masks.length; ++i) {
            (uint16 word, uint256 mask) = (uint16(firstWord + i), masks[i]);
            uint256 beyond = mask & ~_within(count, word);
            if (beyond != 0) revert ICurationDisputes.CurationBeyondLot(lotId, word, beyond);
            uint256 both = mask & blocked[i];
            if (both != 0) revert ICurationDisputes.CurationAlreadyBlocked(lotId, word, both);
            blocked[i] |= mask;
            assets += BitSlice.popcount(mask);
        }
        registry.setBlockedMasks(lotId, firstWord, blocked);
    }

    /// @notice Unblocks the assets of `masks`, but for those that a veto blocks.
    /// @param vetoes of the lot, by word; looked up only if `vetoed`.
    function release(
        IAssetRegistry registry,
        mapping(uint256 word => CurationBooks.Veto) storage vetoes,
        bool vetoed,
        LotId lotId,
        uint16 firstWord,
        uint256[] memory masks
    ) internal {
        // casting to 'uint16' is safe because no challenge has more than 64 masks
        uint256[] memory blocked = registry.blockedMasks(lotId, firstWord, uint16(masks.length));
        for (uint256 i = 0; i < masks.length; ++i) {
            uint256 kept = vetoed ? vetoes[firstWord + i].mask : 0;
            blocked[i] &= ~masks[i] | kept;
        }
        registry.setBlockedMasks(lotId, firstWord, blocked);
    }

    /// @notice What a challenge keeps of the words that wait to be decided. A challenge of the whole lot has none.
    function hashOf(uint16 firstWord, uint256[] memory masks) internal pure returns (bytes32) {
        return keccak256(abi.encode(firstWord, masks));
    }

    /// @notice The same of words that need not be copied to be hashed.
    function hashOfCalldata(uint16 firstWord, uint256[] calldata masks) internal pure returns (bytes32) {
        return keccak256(abi.encode(firstWord, masks));
    }

    /// @dev Words at the ends that say nothing would only hide where a challenge begins.
    function _checkEnds(LotId lotId, uint16 firstWord, uint256[] calldata masks) private pure {
        uint256 length = masks.length;
        if (length == 0 || length > MAX) revert ICurationDisputes.CurationInvalidMasks(length, MAX);
        if (masks[0] == 0) revert ICurationAudits.CurationEmptyMask(firstWord);
        if (firstWord >= _WORDS) revert ICurationDisputes.CurationBeyondLot(lotId, firstWord, masks[0]);
        // casting to 'uint16' is safe because the sum is below 320
        if (masks[length - 1] == 0) revert ICurationAudits.CurationEmptyMask(uint16(firstWord + length - 1));
    }

    /// @dev Bits of a word that stand for assets of a lot of `count`.
    function _within(uint256 count, uint256 word) private pure returns (uint256) {
        uint256 start = word << 8;
        if (count <= start) return 0;
        uint256 assets = count - start;
        return assets < 256 ? (1 << assets) - 1 : type(uint256).max;
    }
}
