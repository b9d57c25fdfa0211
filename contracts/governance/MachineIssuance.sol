// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ShareBucket} from "./ShareBucket.sol";

/// @title MachineIssuance
/// @notice What a module may have minted without a vote: 1.8 % of the supply in 7 days for all accounts together, and
/// 0.45 % for each of them. First an amount is reserved, which is divided later; what is divided is then minted.
/// @dev What waits to be minted counts against what can be reserved, so both together are never more than one capacity
/// and nobody gains by letting reservations pile up. What nobody claims gives way after a week at the least.
library MachineIssuance {
    using ShareBucket for ShareBucket.Bucket;

    /// @dev Raw units that were reserved and not minted.
    struct Book {
        uint128 fresh; // reserved since `turned`
        uint128 older; // reserved before
        uint48 turned; // seconds since the epoch
        ShareBucket.Bucket total;
        mapping(address account => ShareBucket.Bucket bucket) accounts;
    }

    /// @dev Shares are fractions of 10^18.
    uint256 private constant _WHOLE = 1e18;
    uint256 private constant _CAPACITY = 0.018e18;
    uint256 private constant _ACCOUNT_CAPACITY = 0.0045e18;
    uint256 private constant _WINDOW = 7 days;

    /// @notice Reserves all that can be, raw units; `supply` is the raw supply that shares are of, never zero.
    function reserve(Book storage self, uint256 supply) internal returns (uint256 raw) {
        (self.fresh, self.older, self.turned) = _turn(self);
        (uint256 share, uint256 free) = _reservableShare(self, supply, uint256(self.fresh) + self.older);
        raw = Math.mulDiv(supply, share, _WHOLE);
        self.total.consume(share, free, _CAPACITY);
        self.fresh = SafeCast.toUint128(self.fresh + raw);
    }

    /// @notice Takes up to `raw` units out of what is reserved: no more than that, and no more than the account may have.
    function take(Book storage self, address account, uint256 raw, uint256 supply) internal returns (uint256 taken) {
        ShareBucket.Bucket storage bucket = self.accounts[account];
        uint256 free = bucket.available(_ACCOUNT_CAPACITY, _WINDOW);
        taken = Math.min(raw, Math.min(Math.mulDiv(supply, free, _WHOLE), reserved(self)));
        if (taken == 0) return 0;

        bucket.consume(Math.mulDiv(taken, _WHOLE, supply, Math.Rounding.Ceil), free, _ACCOUNT_CAPACITY);
        uint128 ofOlder = SafeCast.toUint128(Math.min(taken, self.older));
        self.older -= ofOlder;
        self.fresh -= SafeCast.toUint128(taken - ofOlder);
    }

    /// @notice Raw units that {reserve} would reserve now.
    function reservable(Book storage self, uint256 supply) internal view returns (uint256) {
        (uint128 fresh, uint128 older, ) = _turn(self);
        (uint256 share, ) = _reservableShare(self, supply, uint256(fresh) + older);
        return Math.mulDiv(supply, share, _WHOLE);
    }

    /// @notice Raw units that wait to be minted.
    function reserved(Book storage self) internal view returns (uint256) {
        return uint256(self.fresh) + self.older;
    }

    /// @notice Raw units that an account may have now, if so much is reserved.
    function allowance(Book storage self, address account, uint256 supply) internal view returns (uint256) {
        return Math.mulDiv(supply, self.accounts[account].available(_ACCOUNT_CAPACITY, _WINDOW), _WHOLE);
    }

    /// @dev The share that can be reserved while `waiting` raw units are, and what the bucket alone would allow.
    function _reservableShare(
        Book storage self,
        uint256 supply,
        uint256 waiting
    ) private view returns (uint256 share, uint256 free) {
        free = self.total.available(_CAPACITY, _WINDOW);
        uint256 held = Math.mulDiv(waiting, _WHOLE, supply, Math.Rounding.Ceil);
        share = Math.min(free, Math.saturatingSub(_CAPACITY, held));
    }

    /// @dev After a week the older reservations lapse and the others become the older ones.
    function _turn(Book storage self) private view returns (uint128 fresh, uint128 older, uint48 turned) {
        (fresh, older, turned) = (self.fresh, self.older, self.turned);
        if (block.timestamp < turned + _WINDOW) return (fresh, older, turned);
        return (0, fresh, SafeCast.toUint48(block.timestamp));
    }
}
