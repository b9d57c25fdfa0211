// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LicenseRecord} from "../interfaces/ILicenses.sol";
import {ONE, PERPETUAL} from "../types/Constants.sol";

/// @notice What a license is worth when it is given or taken back.
library RefundMath {
    /// @dev A perpetual license is used up, for this purpose, after five years.
    uint40 private constant _PERPETUAL_LINE = 5 * 365 days;

    /// @notice What the recipe keeps of a returned price: rounded up, so that no round is free.
    function penaltyUp(uint256 gross, uint24 penalty) internal pure returns (uint128) {
        // casting to 'uint128' is safe because a gross has 96 bits, and its part is not above it
        return uint128((gross * penalty + ONE - 1) / ONE);
    }

    /// @notice The part of the price that was paid for the time left: rounded up, for whoever loses the license.
    function proRataUp(LicenseRecord memory record, uint40 duration) internal view returns (uint128) {
        uint256 end = record.expiry;
        if (record.expiry == PERPETUAL) (end, duration) = (record.boughtAt + _PERPETUAL_LINE, _PERPETUAL_LINE);
        if (end <= block.timestamp) return 0;
        uint256 product = record.price * (end - block.timestamp);
        // casting to 'uint128' is safe because a price has 96 bits, and the time left has fewer than 2^32 durations:
        // more would have taken as many paid renewals
        return uint128((product + duration - 1) / duration);
    }
}
