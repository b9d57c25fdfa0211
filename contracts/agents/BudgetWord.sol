// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {RoundCap} from "./RoundCap.sol";

/// @notice What a mandate may spend and has spent, in one slot. From bit 0 on: index of the period 16 (its last bits:
/// no mandate outlasts as many periods), hours of a period 16, round caps per period 24 and per transaction 24, left of
/// the lifetime cap 88, spent in the period with that index 88.
type BudgetWord is uint256;

using {perTransactionOf, perPeriodOf, leftOf, hoursOf, present, withSpending, withCaps, withLeft} for BudgetWord global;
using RoundCap for uint24;

uint256 constant _PERIOD_HOURS = 16;
uint256 constant _PER_PERIOD = 32;
uint256 constant _PER_TRANSACTION = 56;
uint256 constant _LEFT = 80;
uint256 constant _SPENT = 168;

/// @dev Everything that members vote for.
uint256 constant _VOTED = ((1 << (_LEFT - _PERIOD_HOURS)) - 1) << _PERIOD_HOURS;

function perTransactionOf(BudgetWord self) pure returns (uint96) {
    return uint24(BudgetWord.unwrap(self) >> _PER_TRANSACTION).decode();
}

function perPeriodOf(BudgetWord self) pure returns (uint96) {
    return uint24(BudgetWord.unwrap(self) >> _PER_PERIOD).decode();
}

/// @notice Left of the lifetime cap.
function leftOf(BudgetWord self) pure returns (uint88) {
    return uint88(BudgetWord.unwrap(self) >> _LEFT);
}

/// @notice Length of a period; zero: there never was money.
function hoursOf(BudgetWord self) pure returns (uint16) {
    return uint16(BudgetWord.unwrap(self) >> _PERIOD_HOURS);
}

/// @notice What was spent in the present period, and which one that is.
function present(BudgetWord self) view returns (uint256 spent, uint16 index) {
    uint256 length = self.hoursOf();
    if (length == 0) return (0, 0);
    // casting to 'uint16' is meant to cut
    index = uint16(block.timestamp / (length * 1 hours));
    if (index == uint16(BudgetWord.unwrap(self))) spent = BudgetWord.unwrap(self) >> _SPENT;
}

/// @notice The same with what was spent in a period, and what is left.
function withSpending(BudgetWord self, uint256 spent, uint16 index, uint256 left) pure returns (BudgetWord) {
    return BudgetWord.wrap((spent << _SPENT) | (left << _LEFT) | (BudgetWord.unwrap(self) & _VOTED) | index);
}

/// @notice The same with other caps, and periods of other length if there is one. Another length begins another count
/// of periods; what was spent counts in the first of them.
function withCaps(
    BudgetWord self,
    uint24 perTransaction,
    uint24 perPeriod,
    uint16 hours_
) view returns (BudgetWord changed) {
    (uint256 spent, uint16 index) = self.present();
    if (hours_ == 0) hours_ = self.hoursOf();
    uint256 voted = (uint256(perTransaction) << _PER_TRANSACTION) | (uint256(perPeriod) << _PER_PERIOD);
    changed = BudgetWord.wrap(voted | (uint256(hours_) << _PERIOD_HOURS));
    (, index) = changed.present();
    return changed.withSpending(spent, index, self.leftOf());
}

/// @notice The same with another rest of the lifetime cap.
function withLeft(BudgetWord self, uint88 left) view returns (BudgetWord) {
    (uint256 spent, uint16 index) = self.present();
    return self.withSpending(spent, index, left);
}
