// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IEthicsReviews, Power, Review, ReviewInput} from "../interfaces/IEthicsReviews.sol";
import {BoardSeat} from "../interfaces/IEthicsSeats.sol";
import {SeatBook} from "./SeatBook.sol";

/// @title ReviewBook
/// @notice Votes on reviews. A vote is a seat's; it counts when the review is enacted, if the seat is live then and
/// still has the holder who cast it.
library ReviewBook {
    using SeatBook for mapping(uint256 number => BoardSeat seat);

    /// @dev Least live seats of any decision, so that a last one left over decides nothing.
    uint256 internal constant MIN_SEATS = 3;

    uint256 private constant _DURATION = 14 days;

    /// @dev What counts now.
    struct Tally {
        uint16 supporters; // bit n: seat n
        uint256 votes; // how many those are
        uint256 needed;
        uint256 live; // seats
    }

    /// @notice Records a review with the vote of its opener.
    function open(Review storage review, ReviewInput calldata input, uint32 charter, uint8 seat) internal {
        (review.kind, review.power, review.finding) = (input.kind, input.power, input.finding);
        review.supporters = SeatBook.bitOf(seat);
        review.charter = charter;
        review.openedAt = SafeCast.toUint48(block.timestamp);
        if (input.claimId != 0) review.claimId = input.claimId;
        review.subject = input.subject;
        review.payloadHash = keccak256(input.payload);
        (review.reasonCode, review.evidence) = (input.reasonCode, input.evidence);
    }

    /// @notice Records a vote.
    /// @param since when the holder of the seat was seated, seconds
    function vote(Review storage review, uint256 reviewId, uint8 seat, uint48 since, bool support) internal {
        uint16 bit = SeatBook.bitOf(seat);
        (uint16 supporters, uint16 opponents) = (review.supporters, review.opponents);
        if (since >= review.openedAt || (supporters | opponents) & bit != 0) {
            revert IEthicsReviews.EthicsBoardCannotVote(reviewId, seat);
        }
        if (support) review.supporters = supporters | bit;
        else review.opponents = opponents | bit;
    }

    /// @notice Refuses a review that is unknown, enacted or over.
    function requireOpen(Review storage review, uint256 reviewId) internal view {
        requireKnown(review, reviewId);
        if (review.enactedAt != 0) revert IEthicsReviews.EthicsBoardAlreadyEnacted(reviewId);
        uint256 end = review.openedAt + _DURATION;
        if (block.timestamp >= end) revert IEthicsReviews.EthicsBoardReviewOver(reviewId, end);
    }

    /// @notice Refuses a review that is unknown.
    function requireKnown(Review storage review, uint256 reviewId) internal view {
        if (review.openedAt == 0) revert IEthicsReviews.EthicsBoardUnknownReview(reviewId);
    }

    /// @notice Refuses a review that too few live seats support.
    function requirePassed(
        Review storage review,
        uint256 reviewId,
        mapping(uint256 number => BoardSeat seat) storage seats
    ) internal view returns (Tally memory counted) {
        counted = tally(review, seats);
        if (counted.live < MIN_SEATS) revert IEthicsReviews.EthicsBoardTooFewSeats(counted.live, MIN_SEATS);
        if (counted.votes < counted.needed) {
            revert IEthicsReviews.EthicsBoardTooFewVotes(reviewId, counted.votes, counted.needed);
        }
    }

    /// @notice What counts now. Who was seated in the block of the review or later counts as a seat, not as a vote.
    function tally(
        Review storage review,
        mapping(uint256 number => BoardSeat seat) storage seats
    ) internal view returns (Tally memory counted) {
        (counted.supporters, counted.live) = seats.count(review.supporters, review.openedAt);
        for (uint16 bits = counted.supporters; bits != 0; bits &= bits - 1) ++counted.votes;
        bool grave = review.power == Power.Veto || review.power == Power.Confirm;
        counted.needed = grave ? (2 * counted.live + 2) / 3 : counted.live / 2 + 1;
    }
}
