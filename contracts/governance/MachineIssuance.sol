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

    /// @dev What was reserved and not minted, raw units: two slots.
    struct Waiting {
        uint128 fresh; // reserved since `turned`
        uint128 older; // reserved before
        uint48 turned; // seconds since the epoch
    }

    /// @dev All that the limits are reckoned from.
    struct Book {
        Waiting waiting;
        ShareBucket.Bucket total;
        mapping(address account => ShareBucket.Bucket bucket) accounts;
    }

    /// @dev Shares are fractions of 10^18.
    uint256 private constant _WHOLE = 1e18;
    uint256 private constant _CAPACITY = 0.018e18;
    uint256 private constant _ACCOUNT_CAPACITY = 0.0045e18;
    uint256 private constant _WINDOW = 7 days;

    /// @notice Reserves what can be of `max` raw units; `supply` is the raw supply that shares are of, never zero.
    function reserve(Book storage self, uint256 max, uint256 supply) internal returns (uint256 raw) {
        Waiting memory waiting = _waiting(self);
        (uint256 share, uint256 free) = _reservableShare(self, supply, waiting);
        raw = Math.mulDiv(supply, share, _WHOLE);
        if (max < raw) (raw, share) = (max, Math.mulDiv(max, _WHOLE, supply, Math.Rounding.Ceil));
        self.total.consume(share, free, _CAPACITY);
        waiting.fresh = SafeCast.toUint128(waiting.fresh + raw);
        self.waiting = waiting;
    }

    /// @notice Takes up to `raw` units out of what is reserved, older ones first, and never more than the account may
    /// have.
    function take(Book storage self, address account, uint256 raw, uint256 supply) internal returns (uint256 taken) {
        ShareBucket.Bucket storage bucket = self.accounts[account];
        uint256 free = bucket.available(_ACCOUNT_CAPACITY, _WINDOW);
        Waiting memory waiting = _waiting(self);
        taken = Math.min(raw, Math.min(Math.mulDiv(supply, free, _WHOLE), _sum(waiting)));
        if (taken == 0) return 0;

        bucket.consume(Math.mulDiv(taken, _WHOLE, supply, Math.Rounding.Ceil), free, _ACCOUNT_CAPACITY);
        uint256 ofOlder = Math.min(taken, waiting.older);
        waiting.older = SafeCast.toUint128(waiting.older - ofOlder);
        waiting.fresh = SafeCast.toUint128(waiting.fresh - (taken - ofOlder));
        self.waiting = waiting;
    }

    /// @notice Lets what `from` has used count for `to`, which takes its place.
    function moveAccount(Book storage self, address from, address to) internal {
        self.accounts[to] = self.accounts[from];
    }

    /// @notice Raw units that {reserve} would reserve now at most.
    function reservable(Book storage self, uint256 supply) internal view returns (uint256) {
        (uint256 share, ) = _reservableShare(self, supply, _waiting(self));
        return Math.mulDiv(supply, share, _WHOLE);
    }

    /// @notice Raw units that wait to be minted.
    function reserved(Book storage self) internal view returns (uint256) {
        return _sum(_waiting(self));
    }

    /// @notice Raw units that an account may have now, if so much is reserved.
    function allowance(Book storage self, address account, uint256 supply) internal view returns (uint256) {
        return Math.mulDiv(supply, self.accounts[account].available(_ACCOUNT_CAPACITY, _WINDOW), _WHOLE);
    }

    /// @dev The share that can be reserved beside what waits, and what the bucket alone would allow.
    function _reservableShare(
        Book storage self,
        uint256 supply,
        Waiting memory waiting
    ) private view returns (uint256 share, uint256 free) {
        free = self.total.available(_CAPACITY, _WINDOW);
        uint256 held = Math.mulDiv(_sum(waiting), _WHOLE, supply, Math.Rounding.Ceil);
        share = Math.min(free, Math.saturatingSub(_CAPACITY, held));
    }

    /// @dev As it is now: after a week older reservations lapse, and the others become the older ones; after two weeks
    /// without a change those lapse as well, or a reservation that nobody claims would be in the way for ever.
    function _waiting(Book storage self) private view returns (Waiting memory waiting) {
        waiting = self.waiting;
        if (block.timestamp < waiting.turned + _WINDOW) return waiting;
        uint128 older = block.timestamp < waiting.turned + 2 * _WINDOW ? waiting.fresh : 0;
        return Waiting({fresh: 0, older: older, turned: SafeCast.toUint48(block.timestamp)});
    }

    function _sum(Waiting memory waiting) private pure returns (uint256) {
        return uint256(waiting.fresh) + waiting.older;
    }
}
