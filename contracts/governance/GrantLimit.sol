// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";

/// @title GrantLimit
/// @notice What votes may grant: a share of the supply per 90 days, which flows back evenly, and which votes change.
/// @dev A lower share counts at once, a higher one a week later, so that a rise and its use are never one proposal.
library GrantLimit {
    /// @dev One slot.
    struct Book {
        uint96 used; // share that had not flowed back at `time`, fraction of 10^18
        uint48 time; // seconds since the epoch
        uint24 capacity; // ppm of the supply until `from`; zero: never set
        uint24 next; // ppm from then on
        uint48 from; // seconds since the epoch
        bool rebased; // no business of grants: whether the curve was changed, so that no grant has to read it
    }

    uint24 private constant _FIRST_CAPACITY = 50_000;
    uint24 private constant _MIN_CAPACITY = 1;
    uint24 private constant _MAX_CAPACITY = 100_000;
    uint256 private constant _WINDOW = 90 days;
    uint48 private constant _NOTICE = 7 days;

    /// @dev Fractions of 10^18 per ppm.
    uint256 private constant _PPM = 1e12;

    /// @notice The book as it is now: what flowed back is subtracted, at the rate of each moment.
    function current(Book storage self) internal view returns (Book memory book) {
        book = self;
        if (book.next == 0) (book.capacity, book.next) = (_FIRST_CAPACITY, _FIRST_CAPACITY);
        uint256 time = block.timestamp;
        uint256 recovered = (time - book.time) * book.next;
        if (book.from > book.time) {
            uint256 turn = Math.min(book.from, time);
            recovered = (turn - book.time) * book.capacity + (time - turn) * book.next;
        }
        recovered = (recovered * _PPM) / _WINDOW;
        // casting to 'uint96' is safe because the difference is at most what was used
        book.used = uint96(book.used < recovered ? 0 : book.used - recovered);
        // casting to 'uint48' is safe for nine million years
        book.time = uint48(time);
        if (time >= book.from) book.capacity = book.next;
    }

    /// @notice The share that a current book lets through, fraction of 10^18.
    function free(Book memory book) internal pure returns (uint256) {
        return Math.saturatingSub(book.capacity * _PPM, book.used);
    }

    /// @notice Uses `share`, which the caller has found to be {free} in the current book.
    function spend(Book storage self, Book memory book, uint256 share) internal {
        // casting to 'uint96' is safe because at most one capacity is in use
        book.used += uint96(share);
        _write(self, book);
    }

    /// @notice Changes the share.
    function setCapacity(Book storage self, uint24 capacity) internal {
        if (capacity < _MIN_CAPACITY || capacity > _MAX_CAPACITY) {
            revert IReputationToken.ReputationTokenInvalidGrantCapacity(capacity, _MIN_CAPACITY, _MAX_CAPACITY);
        }
        Book memory book = current(self);
        uint24 old = book.capacity;
        book.next = capacity;
        book.from = book.time;
        if (capacity > old) book.from += _NOTICE;
        else book.capacity = capacity;
        _write(self, book);
        emit IReputationToken.GrantCapacitySet(old, capacity, book.from);
    }

    function _write(Book storage self, Book memory book) private {
        (self.used, self.time, self.capacity, self.next, self.from) = (
            book.used,
            book.time,
            book.capacity,
            book.next,
            book.from
        );
    }
}
