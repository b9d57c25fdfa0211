// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { Usage } from "../interfaces/ILicenses.sol";
import { PERPETUAL } from "../types/Constants.sol";

/**
 * @notice What one account may do with one asset, in one slot. From bit 0: expiries of personal, commercial and
 * advertising use, 40 bits each; the other 136 bits are zero.
 */
type PlainLicense is uint256;

using { expiryOf, extend } for PlainLicense global;

/// @dev Usages that a plain license can hold.
uint8 constant PLAIN_USAGES = 7;

/// @dev Number of plain usages, which are the first ones of {Usage}.
uint256 constant PLAIN_USAGE_COUNT = 3;

/// @notice The first second in which `usage` is over, unix time; zero if it was never bought or is never plain.
function expiryOf(PlainLicense license, Usage usage) pure returns (uint40) {
    // The spare bits are zero, so a usage that is never plain reads as never bought.
    return uint40(PlainLicense.unwrap(license) >> (40 * uint256(usage)));
}

/// @notice The license after each of `usages` got `duration` more seconds, counted from now where it is over.
function extend(PlainLicense license, uint8 usages, uint40 duration) view returns (PlainLicense extended) {
    uint256 slot = PlainLicense.unwrap(license);
    for (uint256 usage = 0; usage < PLAIN_USAGE_COUNT; ++usage) {
        if ((usages >> usage) & 1 == 0) continue;
        uint40 expiry = license.expiryOf(Usage(usage));
        uint256 offset = 40 * usage;
        slot ^= uint256(expiry ^ extendedExpiry(expiry, duration)) << offset;
    }
    return PlainLicense.wrap(slot);
}

/// @notice `max(expiry, now) + duration`, ending at perpetual, which no extension changes.
function extendedExpiry(uint40 expiry, uint40 duration) view returns (uint40) {
    uint256 from = expiry > block.timestamp ? expiry : block.timestamp;
    uint256 sum = from + duration;
    // casting to 'uint40' is safe because the sum is below 2^40-1 there
    return sum < PERPETUAL ? uint40(sum) : PERPETUAL;
}
