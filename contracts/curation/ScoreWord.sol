// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ONE} from "../types/Constants.sol";

/// @notice A {Score} as it lies in its slot: hits 24, misses 24, falseAlarms 24, epoch 16, points 24, canaryPoints 24,
/// pay 112, from the lowest bit up. A settlement writes one for every ballot; field by field that costs twice as much.
type ScoreWord is uint256;

using ScoreWords for ScoreWord global;

/// @title ScoreWords
/// @notice Arithmetic on a {ScoreWord}. Counters saturate and never carry into the next field.
library ScoreWords {
    uint256 private constant _MAX = type(uint24).max;
    uint256 private constant _COUNTERS = (1 << 72) - 1;
    uint256 private constant _EPOCH = 72;
    uint256 private constant _POINTS = 88;
    uint256 private constant _CANARY_POINTS = 112;
    uint256 private constant _PAY = 136;

    /// @dev So many false alarms weigh as one miss.
    uint256 private constant _ALARMS_OF_A_MISS = 8;

    /// @notice The epoch of its points.
    function epoch(ScoreWord self) internal pure returns (uint16) {
        // casting to 'uint16' is safe because the 16 bits from there on are the epoch by definition
        return uint16(ScoreWord.unwrap(self) >> _EPOCH);
    }

    /// @notice Points, and points from canaries.
    function points(ScoreWord self) internal pure returns (uint256 ordinary, uint256 fromCanaries) {
        uint256 word = ScoreWord.unwrap(self);
        return ((word >> _POINTS) & _MAX, (word >> _CANARY_POINTS) & _MAX);
    }

    /// @notice Share of a curator's judgements that were right, in ppm; a false alarm counts an eighth. Whoever never
    /// met a truth has all of it.
    function accuracy(ScoreWord self) internal pure returns (uint256) {
        uint256 word = ScoreWord.unwrap(self);
        if (word & _COUNTERS == 0) return ONE;
        // counters have 24 bits
        unchecked {
            uint256 right = (word & _MAX) + 1;
            uint256 wrong = ((word >> 24) & _MAX) + ((word >> 48) & _MAX) / _ALARMS_OF_A_MISS;
            return (ONE * right) / (right + wrong);
        }
    }

    /// @notice The same without points, at the beginning of another epoch.
    function inEpoch(ScoreWord self, uint16 next) internal pure returns (ScoreWord) {
        uint256 word = ScoreWord.unwrap(self);
        word = (word & _COUNTERS) | (uint256(next) << _EPOCH) | ((word >> _PAY) << _PAY);
        return ScoreWord.wrap(word);
    }

    /// @notice The same with more lanes that are known.
    function plusLanes(
        ScoreWord self,
        uint256 hits,
        uint256 misses,
        uint256 falseAlarms
    ) internal pure returns (ScoreWord) {
        uint256 word = ScoreWord.unwrap(self);
        word = _plus(_plus(_plus(word, 0, hits), 24, misses), 48, falseAlarms);
        return ScoreWord.wrap(word);
    }

    /// @notice The same with more points, as far as they fit, and more pay, in units of the audit token.
    /// @return next the new score.
    /// @return added points that fitted.
    function plusEarned(
        ScoreWord self,
        uint256 more,
        bool canary,
        uint256 pay
    ) internal pure returns (ScoreWord next, uint256 added) {
        uint256 word = ScoreWord.unwrap(self);
        uint256 shift = canary ? _CANARY_POINTS : _POINTS;
        // no more is added than fits; a fee has 80 bits and the pay 112: nobody lives through 2³² settlements
        unchecked {
            uint256 room = _MAX - ((word >> shift) & _MAX);
            added = more < room ? more : room;
            return (ScoreWord.wrap(word + (added << shift) + (pay << _PAY)), added);
        }
    }

    /// @dev Adds to the 24 bits from `shift` on, or fills them.
    function _plus(uint256 word, uint256 shift, uint256 more) private pure returns (uint256) {
        if (more == 0) return word;
        // at most 24 bits are added where `more` still fits, so nothing carries
        unchecked {
            uint256 room = _MAX - ((word >> shift) & _MAX);
            return word + ((more < room ? more : room) << shift);
        }
    }
}
