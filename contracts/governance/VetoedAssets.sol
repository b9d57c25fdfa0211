// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IEthicsReviews} from "../interfaces/IEthicsReviews.sol";

/// @title VetoedAssets
/// @notice What a board blocked in one word of a lot: a veto of assets lapses after 30 days, and is not to be repeated
/// for ever.
library VetoedAssets {
    uint256 private constant _INTERVAL = 180 days;

    /// @dev One veto; those of 180 days have no asset in common, so there are 256 of them at most.
    struct Entry {
        uint256 mask; // what was not blocked before
        uint48 at; // seconds
    }

    /// @notice Records a veto of `mask`, unless one of its assets was vetoed in the last 180 days.
    function add(Entry[] storage entries, uint256 subject, uint256 mask) internal {
        for (uint256 i = entries.length; i != 0 && _isRecent(entries[i - 1]); --i) {
            if (entries[i - 1].mask & mask == 0) continue;
            revert IEthicsReviews.EthicsBoardStoppedRecently(subject, entries[i - 1].at + _INTERVAL);
        }
        entries.push(Entry({mask: mask, at: SafeCast.toUint48(block.timestamp)}));
    }

    /// @notice What was vetoed in the last 180 days.
    function recentOf(Entry[] storage entries) internal view returns (uint256 mask) {
        for (uint256 i = entries.length; i != 0 && _isRecent(entries[i - 1]); --i) {
            mask |= entries[i - 1].mask;
        }
    }

    function _isRecent(Entry storage entry) private view returns (bool) {
        return block.timestamp < entry.at + _INTERVAL;
    }
}
