// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @dev 255 ballots of at most 2⁸ add up to 65,280 < 2¹⁶, so no lane of an audit can overflow.
uint256 constant PLANES = 16;

/// @title BitSlice
/// @notice Counts weighted approvals of 256 items at once. Bit l of plane i is bit i of lane l's counter, so that one
/// bitwise operation works on all 256 counters.
library BitSlice {
    /// @dev A run is added to four planes at once.
    uint256 private constant _MAX_SHIFT = PLANES - 4;

    /// @notice A lane's counter passed 2¹⁶ − 1, or could.
    error BitSliceOverflow();

    /// @notice Words of equal weight in calldata.
    struct Run {
        uint256 offset; // calldata offset of the first word, bytes
        uint256 stride; // from one word to the next, bytes
        uint256 count; // words
        uint256 shift; // each set bit adds 2^shift to its lane
    }

    /// @notice Adds a run. Eight words at a time meet in carry-save adders, so that few carries ripple.
    /// @dev Invariant: words so far = planes / 2^shift + ones + 2·twos + 4·fours + 8·eights, lane by lane. Here and
    /// below memory is addressed and adders are written out: this is the inner loop of the tally, where a checked index
    /// or a call costs more than an adder.
    function addRun(uint256[PLANES] memory planes, Run memory run) internal pure {
        if (run.shift > _MAX_SHIFT) revert BitSliceOverflow();
        uint256 ones;
        uint256 twos;
        (uint256 offset, uint256 stride, uint256 left) = (run.offset, run.stride, run.count & 3);
        // Up to three words before the groups of four: two of them at most carry in a lane, and only once.
        assembly ("memory-safe") {
            for {} left {
                left := sub(left, 1)
            } {
                let word := calldataload(offset)
                offset := add(offset, stride)
                twos := or(twos, and(ones, word))
                ones := xor(ones, word)
            }
        }
        _addGroups(planes, run, offset, ones, twos);
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
    function ge(uint256[PLANES] memory planes, uint256 threshold, uint256 width) internal pure returns (uint256 lanes) {
        // Bits above the planes would silently drop out of the comparison.
        if (threshold >> width != 0) return 0;
        if (width > PLANES) revert BitSliceOverflow();
        uint256 equal = type(uint256).max;
        for (uint256 bit = 1 << width; bit > 1;) {
            bit >>= 1;
            uint256 x;
            // `width` is not zero, and the plane below it is one of the array
            unchecked {
                --width;
            }
            assembly ("memory-safe") {
                x := mload(add(planes, shl(5, width)))
            }
            if (threshold & bit == 0) {
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

    /// @notice The `k` candidates that count most, over as many words as there are, and what the last of them counts.
    /// Where several count the same at the cut, the lowest ones are selected. A candidate that counts nothing never is,
    /// so there may be fewer than `k`: then the threshold is zero.
    /// @dev From the highest plane down: whoever has a bit there is ahead of everybody else who was equal so far.
    /// @param planes counters of each word, all below 2^width
    /// @param candidates lanes of each word that may be selected; overwritten
    /// @param k at least 1
    /// @param width planes in use
    function topK(
        uint256[PLANES][] memory planes,
        uint256[] memory candidates,
        uint256 k,
        uint256 width
    ) internal pure returns (uint256[] memory selected, uint256 threshold) {
        if (_keepCounted(planes, candidates, width) < k) return (candidates, 0);
        selected = new uint256[](candidates.length);
        uint256[] memory ahead = new uint256[](candidates.length);
        while (width != 0) {
            // `width` is not zero
            unchecked {
                --width;
            }
            uint256 found = _split(planes, candidates, ahead, width);
            if (found >= k) {
                threshold |= 1 << width;
                (candidates, ahead) = (ahead, candidates);
                continue;
            }
            k -= found;
            for (uint256 i = 0; i < selected.length; ++i) {
                selected[i] |= ahead[i];
                candidates[i] ^= ahead[i];
            }
        }
        _selectLowest(selected, candidates, k);
    }

    /// @notice The `k` lowest set bits of a word that has more of them.
    function lowestOf(uint256 word, uint256 k) internal pure returns (uint256) {
        uint256 bits;
        for (uint256 step = 128; step != 0; step >>= 1) {
            if (popcount(word & ((1 << (bits + step)) - 1)) <= k) bits += step;
        }
        return word & ((1 << bits) - 1);
    }

    /// @dev Adds the whole groups of four words of a run. Three adders, x + y + z = 2·((x & y) | ((x ^ y) & z)) +
    /// (x ^ y ^ z), bring four words down to one carry of weight 4; two such carries meet in one more adder.
    function _addGroups(
        uint256[PLANES] memory planes,
        Run memory run,
        uint256 offset,
        uint256 ones,
        uint256 twos
    ) private pure {
        (uint256 fours, uint256 eights, uint256 sixteens, uint256 low) = (0, 0, 0, 0);
        (uint256 stride, uint256 left) = (run.stride, run.count);
        while (left >= 4) {
            assembly ("memory-safe") {
                let y := calldataload(offset)
                offset := add(offset, stride)
                let z := calldataload(offset)
                offset := add(offset, stride)
                let half := xor(ones, y)
                let carry := or(and(ones, y), and(half, z))
                ones := xor(half, z)

                y := calldataload(offset)
                offset := add(offset, stride)
                z := calldataload(offset)
                offset := add(offset, stride)
                half := xor(ones, y)
                y := or(and(ones, y), and(half, z))
                ones := xor(half, z)

                half := xor(twos, carry)
                carry := or(and(twos, carry), and(half, y))
                twos := xor(half, y)

                // with an even number of groups to go, this one's carry waits for the next one's
                switch and(left, 4)
                case 0 {
                    low := carry
                    sixteens := 0
                }
                default {
                    half := xor(fours, low)
                    y := or(and(fours, low), and(half, carry))
                    fours := xor(half, carry)
                    sixteens := and(eights, y)
                    eights := xor(eights, y)
                }
                left := sub(left, 4)
            }
            if (sixteens != 0) _ripple(planes, run.shift + 4, sixteens);
        }
        _addPending(planes, run.shift, ones, twos, fours, eights);
    }

    /// @dev Drops the candidates that count nothing, and says how many remain.
    function _keepCounted(
        uint256[PLANES][] memory planes,
        uint256[] memory candidates,
        uint256 width
    ) private pure returns (uint256 kept) {
        for (uint256 i = 0; i < candidates.length; ++i) {
            uint256 counted;
            for (uint256 plane = 0; plane < width; ++plane) {
                counted |= planes[i][plane];
            }
            candidates[i] &= counted;
            kept += popcount(candidates[i]);
        }
    }

    /// @dev Which candidates have a bit in `plane`, and how many.
    function _split(
        uint256[PLANES][] memory planes,
        uint256[] memory candidates,
        uint256[] memory ahead,
        uint256 plane
    ) private pure returns (uint256 found) {
        for (uint256 i = 0; i < candidates.length; ++i) {
            uint256 lanes = candidates[i] & planes[i][plane];
            ahead[i] = lanes;
            if (lanes != 0) found += popcount(lanes);
        }
    }

    /// @dev Adds the `k` lowest of `lanes`, of which there are enough, to `selected`.
    function _selectLowest(uint256[] memory selected, uint256[] memory lanes, uint256 k) private pure {
        for (uint256 i = 0; k != 0; ++i) {
            uint256 found = popcount(lanes[i]);
            if (found > k) {
                selected[i] |= lowestOf(lanes[i], k);
                return;
            }
            selected[i] |= lanes[i];
            k -= found;
        }
    }

    /// @dev Adds 2^plane to every lane set in `word`. The comparison with `end` keeps it inside the array.
    function _ripple(uint256[PLANES] memory planes, uint256 plane, uint256 word) private pure {
        assembly ("memory-safe") {
            let place := add(planes, shl(5, plane))
            let end := add(planes, shl(5, PLANES))
            for {} and(lt(place, end), iszero(iszero(word))) {
                place := add(place, 0x20)
            } {
                let old := mload(place)
                mstore(place, xor(old, word))
                word := and(old, word)
            }
        }
        if (word != 0) revert BitSliceOverflow();
    }

    /// @dev Adds the pending planes in one pass: a half adder, three full adders, and one carry that ripples.
    function _addPending(
        uint256[PLANES] memory planes,
        uint256 shift,
        uint256 ones,
        uint256 twos,
        uint256 fours,
        uint256 eights
    ) private pure {
        uint256 carry;
        // `shift` leaves room for four planes
        assembly ("memory-safe") {
            let place := add(planes, shl(5, shift))
            let old := mload(place)
            mstore(place, xor(old, ones))
            carry := and(old, ones)

            place := add(place, 0x20)
            old := mload(place)
            let half := xor(old, twos)
            mstore(place, xor(half, carry))
            carry := or(and(old, twos), and(half, carry))

            place := add(place, 0x20)
            old := mload(place)
            half := xor(old, fours)
            mstore(place, xor(half, carry))
            carry := or(and(old, fours), and(half, carry))

            place := add(place, 0x20)
            old := mload(place)
            half := xor(old, eights)
            mstore(place, xor(half, carry))
            carry := or(and(old, eights), and(half, carry))
        }
        if (carry != 0) _ripple(planes, shift + 4, carry);
    }
}
