// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @dev 255 ballots of at most 2⁸ add up to 65,280 < 2¹⁶, so no lane of an audit can overflow.
uint256 constant PLANES = 16;

/// @title BitSlice
/// @notice Counts weighted approvals of 256 items at once. Bit l of plane i is bit i of lane l's counter, so one bitwise
/// operation works on all 256 counters.
library BitSlice {
    /// @notice A lane's counter passed 2¹⁶ − 1.
    error BitSliceOverflow();

    /// @notice Words of equal weight in calldata.
    struct Run {
        uint256 offset; // calldata offset of the first word, bytes
        uint256 stride; // from one word to the next, bytes
        uint256 count; // words
        uint256 shift; // each set bit adds 2^shift to its lane
    }

    /// @notice Adds a run. Eight words at a time meet in carry-save adders, so only every eighth carry ripples.
    /// @dev Invariant of the loop: words so far = planes / 2^shift + ones + 2·twos + 4·fours, lane by lane.
    function addRun(uint256[PLANES] memory planes, Run memory run) internal pure {
        uint256 ones;
        uint256 twos;
        uint256 fours;
        uint256 offset = run.offset;
        uint256 left = run.count;
        // Nothing can overflow: `left` counts down to zero, and `offset` stays within a packed list of ballots.
        unchecked {
            for (; left >= 8; left -= 8) {
                uint256 carry;
                (ones, twos, fours, carry) = _addBlock(ones, twos, fours, offset, run.stride);
                ripple(planes, run.shift + 3, carry);
                offset += run.stride << 3;
            }
            for (; left != 0; --left) {
                ripple(planes, run.shift, _word(offset));
                offset += run.stride;
            }
        }
        ripple(planes, run.shift, ones);
        ripple(planes, run.shift + 1, twos);
        ripple(planes, run.shift + 2, fours);
    }

    /// @notice Adds 2^plane to every lane set in `word`.
    function ripple(uint256[PLANES] memory planes, uint256 plane, uint256 word) internal pure {
        while (word != 0) {
            if (plane >= PLANES) revert BitSliceOverflow();
            uint256 old = planes[plane];
            planes[plane] = old ^ word;
            word &= old;
            // `plane` is below PLANES here
            unchecked {
                ++plane;
            }
        }
    }

    /// @notice Lanes where `a` counts more than `b`; all counters are below 2^width.
    function gt(
        uint256[PLANES] memory a,
        uint256[PLANES] memory b,
        uint256 width
    ) internal pure returns (uint256 lanes) {
        uint256 equal = type(uint256).max;
        while (width != 0) {
            // `width` is not zero
            unchecked {
                --width;
            }
            (uint256 x, uint256 y) = (a[width], b[width]);
            lanes |= equal & x & ~y;
            equal &= ~(x ^ y);
        }
    }

    /// @notice Lanes that count at least `threshold`; all counters are below 2^width.
    function ge(
        uint256[PLANES] memory planes,
        uint256 threshold,
        uint256 width
    ) internal pure returns (uint256 lanes) {
        // Bits above the planes would silently drop out of the comparison.
        if (threshold >> width != 0) return 0;
        uint256 equal = type(uint256).max;
        while (width != 0) {
            // `width` is not zero
            unchecked {
                --width;
            }
            uint256 x = planes[width];
            if ((threshold >> width) & 1 == 0) {
                lanes |= equal & x;
                equal &= ~x;
            } else {
                equal &= x;
            }
        }
        lanes |= equal;
    }

    /// @notice Number of set bits.
    function popcount(uint256 word) internal pure returns (uint256) {
        // The final byte of the sums would wrap to zero.
        if (word == type(uint256).max) return 256;
        // Every sum stays within its field, and the product is meant to wrap.
        unchecked {
            word -= (word >> 1) & (type(uint256).max / 3);
            word = (word & (type(uint256).max / 5)) + ((word >> 2) & (type(uint256).max / 5));
            word = (word + (word >> 4)) & (type(uint256).max / 17);
            return (word * (type(uint256).max / 255)) >> 248;
        }
    }

    /// @notice Index of the lowest set bit of a word that is not zero.
    function lowest(uint256 word) internal pure returns (uint256) {
        // Two's complement isolates the bit; `word` is not zero.
        unchecked {
            return popcount((word & (~word + 1)) - 1);
        }
    }

    /// @dev Eight words into the three pending planes: the same lanes, one carry of weight 8.
    function _addBlock(
        uint256 ones,
        uint256 twos,
        uint256 fours,
        uint256 offset,
        uint256 stride
    ) private pure returns (uint256, uint256, uint256, uint256 eights) {
        uint256 low;
        (ones, twos, low) = _addHalf(ones, twos, offset, stride);
        uint256 high;
        // Eight strides of a packed list are far below 2²⁵⁶.
        unchecked {
            offset += stride << 2;
        }
        (ones, twos, high) = _addHalf(ones, twos, offset, stride);
        (eights, fours) = _csa(fours, low, high);
        return (ones, twos, fours, eights);
    }

    /// @dev Four words: two carries of weight 2, and out of those one of weight 4.
    function _addHalf(
        uint256 ones,
        uint256 twos,
        uint256 offset,
        uint256 stride
    ) private pure returns (uint256, uint256, uint256 carry) {
        uint256 first;
        uint256 second;
        // Four strides of a packed list are far below 2²⁵⁶.
        unchecked {
            (first, ones) = _csa(ones, _word(offset), _word(offset + stride));
            offset += stride << 1;
            (second, ones) = _csa(ones, _word(offset), _word(offset + stride));
        }
        (carry, twos) = _csa(twos, first, second);
        return (ones, twos, carry);
    }

    /// @dev x + y + z = 2·high + low in every lane.
    function _csa(uint256 x, uint256 y, uint256 z) private pure returns (uint256 high, uint256 low) {
        uint256 half = x ^ y;
        high = (x & y) | (half & z);
        low = half ^ z;
    }

    function _word(uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(offset)
        }
    }
}
