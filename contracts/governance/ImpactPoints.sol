// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title ImpactPoints
/// @notice What income is worth in reputation.
library ImpactPoints {
    /// @dev One REP.
    uint256 private constant _REP = 1e18;

    /// @dev Linear up to one REP, the square root above. Both are at most `amount / unitsPerRep`, so dividing income
    /// among recipes never buys a REP for less than `unitsPerRep`.
    function score(uint256 amount, uint256 unitsPerRep) internal pure returns (uint128) {
        uint256 points = Math.mulDiv(amount, _REP, unitsPerRep);
        // With 128 bits of income the product has 128 + 60 + 60 bits at most.
        return SafeCast.toUint128(points <= _REP ? points : Math.sqrt(points * _REP));
    }
}
