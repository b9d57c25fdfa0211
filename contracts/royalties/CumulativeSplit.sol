// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ONE} from "../types/Constants.sol";

/// @notice What a recipe has received in its two inboxes, and how much of it was divided before; token units.
/// @param settledSales Part of `sales` that is divided.
/// @param sales Total of the recipe's own sales.
/// @param settledPassed Part of `passed` that is divided.
/// @param passed Total handed over by children for the recipe's ancestors.
/// @param stack Part of the sales that the lineage takes, in ppm; also the sum of all weights of `passed`.
struct Inboxes {
    uint128 settledSales;
    uint128 sales;
    uint128 settledPassed;
    uint128 passed;
    uint24 stack;
}

/// @title CumulativeSplit
/// @notice Divides growing totals so that the sum of all parts ever handed out is the floor of the exact part of the
/// total, whatever the steps. A part of one step is the difference of two such floors: never negative, because the
/// floor of `total * weight / whole` does not fall while the total grows.
library CumulativeSplit {
    using CumulativeSplit for Inboxes;

    /// @notice Part of `total` that belongs to `weight` out of `whole`, rounded down.
    function shareDown(uint128 total, uint64 weight, uint64 whole) internal pure returns (uint256) {
        // The product of a 128-bit and a 64-bit number fits 192 bits.
        unchecked {
            return (uint256(total) * weight) / whole;
        }
    }

    /// @notice What `weight` out of `whole` gains, rounded down, while a total grows from `from` to `to`.
    function gainDown(uint128 from, uint128 to, uint32 weight, uint32 whole) internal pure returns (uint256) {
        // `from <= to` and floors are monotone.
        unchecked {
            return shareDown(to, weight, whole) - shareDown(from, weight, whole);
        }
    }

    /// @notice Whether nothing came in since the last settlement.
    function isSettled(Inboxes memory inboxes) internal pure returns (bool) {
        return inboxes.sales == inboxes.settledSales && inboxes.passed == inboxes.settledPassed;
    }

    /// @notice What the recipe's own payees gain: they take no part in what is passed on.
    function ownGainDown(Inboxes memory inboxes) internal pure returns (uint256) {
        return gainDown(inboxes.settledSales, inboxes.sales, ONE - inboxes.stack, ONE);
    }

    /// @notice What a parent's weight, a rate or a pass rate, gains from both inboxes.
    function parentGainDown(Inboxes memory inboxes, uint24 weight) internal pure returns (uint256 gain) {
        if (weight == 0) return 0;
        if (inboxes.sales != inboxes.settledSales) {
            gain = gainDown(inboxes.settledSales, inboxes.sales, weight, ONE);
        }
        if (inboxes.passed != inboxes.settledPassed) {
            gain += gainDown(inboxes.settledPassed, inboxes.passed, weight, inboxes.stack);
        }
    }
}
