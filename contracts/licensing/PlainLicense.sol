// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Usage} from "../interfaces/ILicenses.sol";
import {PERPETUAL} from "../types/Constants.sol";

/**
 * @notice What one account may do with one asset, in one slot. From bit 0: expiries of personal, commercial and
 * advertising use, 40 bits each; the other 136 bits are zero.
 */
type PlainLicense is uint256;

using {expiryOf, extend} for PlainLicense global;

/// @dev Usages that a plain license can hold.
uint8 constant PLAIN_USAGES = 7;

/// @dev Bits of one expiry.
uint256 constant _WIDTH = 40;

/// @notice The first second in which `usage` is over, unix time; zero if it was never bought or is never plain.
function expiryOf(PlainLicense license, Usage usage) pure returns (uint40) {
    // The spare bits are zero, so a usage that is never plain reads as never bought.
    return uint40(PlainLicense.unwrap(license) >> (_WIDTH * uint256(usage)));
}

/// @notice The license after each of `usages` got `duration` more seconds, counted from now where it is over.
function extend(PlainLicense license, uint8 usages, uint40 duration) view returns (PlainLicense) {
    uint256 slot = PlainLicense.unwrap(license);
    for (uint256 offset = 0; usages != 0; offset += _WIDTH) {
        // casting to 'uint40' is safe because exactly these 40 bits are wanted
        if (usages & 1 != 0) slot = _replaced(slot, offset, extendedExpiry(uint40(slot >> offset), duration));
        usages >>= 1;
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

function _replaced(uint256 slot, uint256 offset, uint40 expiry) pure returns (uint256) {
    return (slot & ~(uint256(type(uint40).max) << offset)) | (uint256(expiry) << offset);
}
