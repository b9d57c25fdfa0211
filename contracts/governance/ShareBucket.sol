// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title ShareBucket
/// @notice A limit on shares of a supply, so that neither growth nor decay of the supply changes its meaning. What was
/// used flows back evenly, the whole capacity within one window.
/// @dev Any interval of length L uses at most `capacity · (1 + L / window)`.
library ShareBucket {
    /// @dev One slot. Shares are fractions of 10^18.
    struct Bucket {
        uint208 used;
        uint48 time; // seconds since the epoch
    }

    /// @dev The share that may be used at once; `capacity` in fractions of 10^18, `window` in seconds.
    function available(Bucket storage self, uint256 capacity, uint256 window) internal view returns (uint256) {
        uint256 used = self.used;
        uint256 recovered = ((block.timestamp - self.time) * capacity) / window;
        return used <= recovered ? capacity : capacity - (used - recovered);
    }

    /// @dev Uses `share`, which the caller has found to be at most `free`, the {available} share.
    function consume(Bucket storage self, uint256 share, uint256 free, uint256 capacity) internal {
        self.used = SafeCast.toUint208(capacity - free + share);
        self.time = SafeCast.toUint48(block.timestamp);
    }
}
