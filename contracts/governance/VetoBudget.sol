// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IEthicsReviews} from "../interfaces/IEthicsReviews.sol";

/// @title VetoBudget
/// @notice Vetoes of the last 90 days, by their times: exactly so many in any 90 days, in two slots.
library VetoBudget {
    /// @dev Most that a limit may be, which is how many times are kept.
    uint8 internal constant MAX_LIMIT = 12;

    uint256 private constant _WINDOW = 90 days;

    /// @dev In no order: a time that is out of the window gives its place to the next one.
    struct Budget {
        uint40[12] times; // seconds; zero: free
    }

    /// @notice Counts one more, now.
    function spend(Budget storage budget, uint8 limit) internal {
        (uint256 used, uint256 place) = _look(budget);
        if (used >= limit) revert IEthicsReviews.EthicsBoardVetoLimit(used, limit);
        budget.times[place] = SafeCast.toUint40(block.timestamp);
    }

    /// @notice How many more there may be now.
    function leftOf(Budget storage budget, uint8 limit) internal view returns (uint256) {
        (uint256 used, ) = _look(budget);
        return used < limit ? limit - used : 0;
    }

    /// @return used vetoes in the window that ends now
    /// @return place the last one that is free; there is one unless all count
    function _look(Budget storage budget) private view returns (uint256 used, uint256 place) {
        uint40[12] memory times = budget.times;
        for (uint256 i = 0; i < MAX_LIMIT; ++i) {
            if (times[i] + _WINDOW > block.timestamp) ++used;
            else place = i;
        }
    }
}
