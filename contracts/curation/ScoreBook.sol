// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EpochPoints, Score} from "../interfaces/ICurationScores.sol";
import {ONE} from "../types/Constants.sol";
import {BitSlice} from "./BitSlice.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {ScoreWord} from "./ScoreWord.sol";

/// @title ScoreBook
/// @notice What ballots are worth once something independent of them is known, and what curators have of it.
/// @dev Nothing is ever paid for agreeing with the majority: a ballot that says nothing false earns its attendance.
library ScoreBook {
    uint256 private constant _ATTENDANCE = 4;
    uint256 private constant _HIT = 8;
    uint256 private constant _MISS = 8;

    /// @dev Points from canaries are at most this fraction of the others: a quarter of all.
    uint256 private constant _CANARY_DIVISOR = 3;

    /// @dev Bytes of what one ballot says: index u16, ok, defect.
    uint256 private constant _STRIDE = 66;

    /// @dev Words of a line: what one ballot earns, and the slot where its curator's score lies.
    uint256 private constant _LINE = 4;

    /// @dev Bytes of one entry of {ICurationScores-CuratorsScored}, and where its fields lie in a word, from the lowest
    /// bit up: pay 112, points 24, falseAlarms 16, misses 16, hits 16, index 16.
    uint256 private constant _ENTRY = 25;
    uint256 private constant _POINTS = 112;
    uint256 private constant _FALSE_ALARMS = 136;
    uint256 private constant _MISSES = 152;
    uint256 private constant _HITS = 168;
    uint256 private constant _INDEX = 184;

    /// @notice What the ballots of one close are compared with.
    struct Round {
        uint256 judged; // lanes that the panel judged
        uint256 size; // how many they are
        uint256 known; // of them: something independent says what they are
        uint256 defects; // of them: it says defective
        uint256 weights; // byte k: how many ballots weigh 2^k; the heaviest come first
        uint256 fee; // units of the audit token
        uint256 epoch; // in which the points count
        uint256 points; // of all ballots so far
        bool canary;
    }

    /// @notice What one ballot says about lanes that are known.
    struct Gain {
        uint256 hits;
        uint256 misses;
        uint256 falseAlarms;
        uint256 merit; // points
    }

    /// @notice Scores all ballots of a close, and pays those that judge half of the sample.
    /// @return entries of {ICurationScores-CuratorsScored}.
    /// @return paid out of the fee; shares are rounded down.
    function score(
        CurationBooks.Books storage books,
        Round memory round,
        bytes calldata judgments
    ) internal returns (bytes memory entries, uint256 paid) {
        uint256[] memory lines = new uint256[]((judgments.length / _STRIDE) * _LINE);
        uint256 total = _judgeAll(books, round, judgments, lines);
        (entries, paid) = _credit(books, round, lines, total);
        _addToEpoch(books, round);
    }

    /// @notice Compares a ballot with what is known.
    function judge(Round memory round, uint256 ok, uint256 defect) internal pure returns (Gain memory gain) {
        gain.hits = BitSlice.popcount(defect & round.defects);
        gain.misses = BitSlice.popcount(ok & round.defects);
        gain.falseAlarms = BitSlice.popcount(defect & round.known & ~round.defects);
        gain.merit = Math.saturatingSub(_HIT * gain.hits, _MISS * gain.misses + gain.falseAlarms);
    }

    /// @notice Scores a ballot that counted for nothing: canary points for what it says, and nothing else.
    function practice(CurationBooks.Books storage books, uint16 index, Gain memory gain, Round memory round) internal {
        uint256 entry = (uint256(index) << _INDEX) | _pack(gain, 0);
        (bytes32 slot, ScoreWord kept) = _read(books, index);
        _add(books, slot, kept, entry, round);
        _addToEpoch(books, round);
    }

    /// @notice Takes a curator's points of an epoch away, so that they are worth something once.
    function take(
        CurationBooks.Books storage books,
        uint16 index,
        uint16 epoch
    ) internal returns (uint256 points, uint256 canaryPoints) {
        (points, canaryPoints) = pointsOf(books, index, epoch);
        Score storage kept = books.scores[index];
        if (kept.epoch == epoch) (kept.points, kept.canaryPoints) = (0, 0);
        else delete books.banked[index][epoch];
    }

    /// @notice A curator's points of an epoch that are not claimed.
    function pointsOf(
        CurationBooks.Books storage books,
        uint16 index,
        uint16 epoch
    ) internal view returns (uint256 points, uint256 canaryPoints) {
        (, ScoreWord word) = _read(books, index);
        if (word.epoch() == epoch) return word.points();
        uint256 banked = books.banked[index][epoch];
        return (banked & type(uint128).max, banked >> 128);
    }

    /// @notice Share of the epoch's budget, in raw units of reputation, rounded down.
    function shareDown(
        EpochPoints memory sum,
        uint256 points,
        uint256 canaryPoints
    ) internal pure returns (uint256 raw) {
        uint256 usable = Math.min(sum.canaryPoints, sum.points / _CANARY_DIVISOR);
        if (canaryPoints != 0) points += (canaryPoints * usable) / sum.canaryPoints;
        return Math.mulDiv(sum.budget, points, sum.points + usable);
    }

    /// @dev What all ballots earn, in `lines`; returns the sum of their shares.
    function _judgeAll(
        CurationBooks.Books storage books,
        Round memory round,
        bytes calldata judgments,
        uint256[] memory lines
    ) private view returns (uint256 total) {
        uint256 count = lines.length / _LINE;
        uint256 rank = Math.log2(round.weights) / 8 + 1;
        uint256 left;
        // at most 255 ballots, and as many in `weights`
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                for (; left == 0; left = (round.weights >> (8 * rank)) & 0xff) --rank;
                --left;
                total += _judgeOne(books, round, judgments, i, rank, lines);
            }
        }
    }

    /// @dev Adds to every curator's score what its ballot earns; `total` is the sum of all shares.
    function _credit(
        CurationBooks.Books storage books,
        Round memory round,
        uint256[] memory lines,
        uint256 total
    ) private returns (bytes memory entries, uint256 paid) {
        entries = new bytes((lines.length / _LINE) * _ENTRY);
        // sums of at most 255 numbers of less than 100 bits; a share has less than 70, a fee 80
        unchecked {
            for (uint256 i = 0; i < lines.length / _LINE; ++i) {
                (bytes32 slot, ScoreWord kept, uint256 entry, uint256 share) = _lineAt(lines, i);
                if (total != 0) {
                    share = (round.fee * share) / total;
                    paid += share;
                    entry |= share;
                }
                entry = _add(books, slot, kept, entry, round);
                _write(entries, i, entry);
            }
        }
    }

    function _judgeOne(
        CurationBooks.Books storage books,
        Round memory round,
        bytes calldata judgments,
        uint256 i,
        uint256 rank,
        uint256[] memory lines
    ) private view returns (uint256 share) {
        (uint256 index, uint256 ok, uint256 defect) = _judgmentAt(judgments, i);
        (bytes32 slot, ScoreWord kept) = _read(books, index);
        uint256 points;
        (points, share) = _attend(kept, round, ok | defect, rank);
        index = (index << _INDEX) | (points << _POINTS);
        if (round.known != 0) index += _pack(judge(round, ok, defect), rank);
        assembly ("memory-safe") {
            let line := add(add(lines, 0x20), shl(7, i))
            mstore(line, slot)
            mstore(add(line, 0x20), kept)
            mstore(add(line, 0x40), index)
            mstore(add(line, 0x60), share)
        }
    }

    /// @dev Line number `i`: the slot, the score before, an entry without pay, and its share of the fee in proportion.
    function _lineAt(
        uint256[] memory lines,
        uint256 i
    ) private pure returns (bytes32 slot, ScoreWord kept, uint256 entry, uint256 share) {
        assembly ("memory-safe") {
            let line := add(add(lines, 0x20), shl(7, i))
            slot := mload(line)
            kept := mload(add(line, 0x20))
            entry := mload(add(line, 0x40))
            share := mload(add(line, 0x60))
        }
    }

    /// @dev A ballot counts as often as it weighs, so that splitting an identity gains nothing. Only one that judges
    /// half of the lanes has a share of the fee and earns its attendance, both in proportion to how right its curator
    /// was before: or else whoever never looks would earn nearly as much as who does. Points are rounded to the
    /// nearest, or else one miss would cost a quarter of them.
    function _attend(
        ScoreWord kept,
        Round memory round,
        uint256 lanes,
        uint256 rank
    ) private pure returns (uint256 points, uint256 share) {
        uint256 size = round.size;
        lanes &= round.judged;
        // lanes, accuracy in ppm and a weight of at most 2³¹
        unchecked {
            if (lanes != round.judged) {
                lanes = BitSlice.popcount(lanes);
                if (2 * lanes < size) return (0, 0);
                size = lanes;
            }
            share = kept.accuracy() << rank;
            return ((_ATTENDANCE * share + ONE / 2) / ONE, share * size);
        }
    }

    /// @dev Adds an entry to its curator's score; returns it with the points that really fitted.
    function _add(
        CurationBooks.Books storage books,
        bytes32 slot,
        ScoreWord word,
        uint256 entry,
        Round memory round
    ) private returns (uint256) {
        if (word.epoch() != round.epoch) word = _bank(books, entry >> _INDEX, word, round.epoch);
        if (round.known != 0) {
            word = word.plusLanes(uint16(entry >> _HITS), uint16(entry >> _MISSES), uint16(entry >> _FALSE_ALARMS));
        }
        uint256 points = uint24(entry >> _POINTS);
        uint256 added;
        (word, added) = word.plusEarned(points, round.canary, uint112(entry));
        _save(slot, word);
        // no more was added than the entry says
        unchecked {
            round.points += added;
            return added == points ? entry : entry - ((points - added) << _POINTS);
        }
    }

    /// @dev Adds to the sum of the epoch.
    function _addToEpoch(CurationBooks.Books storage books, Round memory round) private {
        if (round.points == 0) return;
        EpochPoints storage sum = books.epochs[round.epoch];
        // casting to 'uint64' is safe because 2¹⁶ curators have less than 2²⁴ points each
        if (round.canary) sum.canaryPoints += uint64(round.points);
        else sum.points += uint64(round.points);
    }

    /// @dev Puts the points of an earlier epoch away until they are claimed.
    function _bank(
        CurationBooks.Books storage books,
        uint256 index,
        ScoreWord word,
        uint256 epoch
    ) private returns (ScoreWord) {
        (uint256 points, uint256 canaryPoints) = word.points();
        if (points | canaryPoints != 0) books.banked[index][word.epoch()] = points | (canaryPoints << 128);
        // casting to 'uint16' is safe because 2¹⁶ weeks are 1,256 years
        return word.inEpoch(uint16(epoch));
    }

    function _read(
        CurationBooks.Books storage books,
        uint256 index
    ) private view returns (bytes32 slot, ScoreWord word) {
        Score storage kept = books.scores[index];
        assembly ("memory-safe") {
            slot := kept.slot
            word := sload(slot)
        }
    }

    function _save(bytes32 slot, ScoreWord word) private {
        assembly ("memory-safe") {
            sstore(slot, word)
        }
    }

    /// @dev What ballot number `i` says, which lies within `judgments`.
    function _judgmentAt(
        bytes calldata judgments,
        uint256 i
    ) private pure returns (uint256 index, uint256 ok, uint256 defect) {
        assembly ("memory-safe") {
            let start := add(judgments.offset, mul(i, _STRIDE))
            index := shr(240, calldataload(start))
            ok := calldataload(add(start, 0x02))
            defect := calldataload(add(start, 0x22))
        }
    }

    /// @dev The fields of an entry that come from lanes that are known.
    function _pack(Gain memory gain, uint256 rank) private pure returns (uint256) {
        // 16 bits hold up to 256 lanes, and 24 bits the points of 256 hits that weigh as much as a whole panel
        return
            (gain.hits << _HITS) |
            (gain.misses << _MISSES) |
            (gain.falseAlarms << _FALSE_ALARMS) |
            ((gain.merit << rank) << _POINTS);
    }

    /// @dev Writes the word that ends with entry number `i`: what lies before it stays, so no spare room is needed.
    function _write(bytes memory entries, uint256 i, uint256 entry) private pure {
        assembly ("memory-safe") {
            let place := add(entries, mul(add(i, 1), _ENTRY))
            mstore(place, or(shl(200, shr(200, mload(place))), entry))
        }
    }
}
