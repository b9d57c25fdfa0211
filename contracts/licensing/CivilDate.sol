// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @notice Writes unix time as a date people read.
library CivilDate {
    using Strings for uint256;

    /// @dev Days from 0000-03-01, a first day after a leap day, to 1970-01-01.
    uint256 private constant _DAYS_TO_EPOCH = 719_468;

    /// @dev Days of 400, 100, 4 and 1 years that begin in March and end before their leap day, if they have one.
    uint256 private constant _ERA = 146_097;
    uint256 private constant _CENTURY = 36_524;
    uint256 private constant _OLYMPIAD = 1_461;
    uint256 private constant _YEAR = 365;

    /// @notice The UTC date as YYYY-MM-DD.
    function toDate(uint256 time) internal pure returns (string memory) {
        uint256 day = time / 1 days + _DAYS_TO_EPOCH;
        (uint256 year, uint256 rest) = (400 * (day / _ERA), day % _ERA);
        uint256 centuries = rest / _CENTURY;
        // The last day of an era, a leap day, belongs to its last century and not to a fifth one.
        if (centuries == 4) centuries = 3;
        (year, rest) = (year + 100 * centuries, rest - centuries * _CENTURY);
        (year, rest) = (year + 4 * (rest / _OLYMPIAD), rest % _OLYMPIAD);
        uint256 single = rest / _YEAR;
        if (single == 4) single = 3;
        (year, rest) = (year + single, rest - single * _YEAR);
        // From March on, months of 31, 30, 31, 30 and 31 days repeat: 153 days in five of them.
        uint256 month = (5 * rest + 2) / 153;
        uint256 date = rest - (153 * month + 2) / 5 + 1;
        if (month >= 10) ++year;
        return string.concat(year.toString(), "-", _twoDigits(((month + 2) % 12) + 1), "-", _twoDigits(date));
    }

    function _twoDigits(uint256 number) private pure returns (string memory) {
        return string.concat(number < 10 ? "0" : "", number.toString());
    }
}
