// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PLANES} from "../../contracts/curation/BitSlice.sol";
import {BitSliceHarness} from "../../contracts/mocks/BitSliceHarness.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The bit-sliced arithmetic against counting one lane at a time.
contract BitSliceTest is SolidityTest {
    uint256 private constant MAX_WORDS = 40;
    uint256 private constant MAX_SHIFT = 8;

    BitSliceHarness private _harness;

    function setUp() external {
        _harness = new BitSliceHarness();
    }

    function testFuzz_AddRunCountsEveryLane(uint256 seed, uint8 length, uint8 shift, uint8 lane) external view {
        uint256[] memory words = _words(seed, bound(length, 0, MAX_WORDS));
        shift = uint8(bound(shift, 0, MAX_SHIFT));
        uint256[PLANES] memory planes = _count(words, shift);
        uint256 expected;
        for (uint256 i = 0; i < words.length; ++i) {
            expected += ((words[i] >> lane) & 1) << shift;
        }
        assertEq(_counter(planes, lane), expected, "counter");
    }

    function testFuzz_RunsAddUp(uint256 seed, uint8 first, uint8 second, uint8 lane) external view {
        uint256[] memory words = _words(seed, bound(first, 0, MAX_WORDS) + bound(second, 0, MAX_WORDS));
        uint256[] memory counts = new uint256[](2);
        uint256[] memory shifts = new uint256[](2);
        (counts[0], counts[1]) = (bound(first, 0, MAX_WORDS), bound(second, 0, MAX_WORDS));
        (shifts[0], shifts[1]) = (seed % (MAX_SHIFT + 1), (seed >> 8) % (MAX_SHIFT + 1));
        uint256[PLANES] memory planes = _harness.count(abi.encodePacked(words), counts, shifts);
        uint256 expected;
        for (uint256 i = 0; i < words.length; ++i) {
            expected += ((words[i] >> lane) & 1) << (i < counts[0] ? shifts[0] : shifts[1]);
        }
        assertEq(_counter(planes, lane), expected, "counter");
    }

    function testFuzz_GtComparesEveryLane(uint256 seed, uint8 width, uint8 lane) external view {
        width = uint8(bound(width, 0, PLANES));
        uint256[PLANES] memory a = _planes(seed, width);
        uint256[PLANES] memory b = _planes(~seed, width);
        bool greater = (_harness.gt(a, b, width) >> lane) & 1 == 1;
        assertTrue(greater == (_counter(a, lane) > _counter(b, lane)), "gt");
        assertEq(_harness.gt(a, a, width), 0, "nothing is more than itself");
    }

    function testFuzz_GeComparesEveryLane(uint256 seed, uint8 width, uint256 threshold, uint8 lane) external view {
        width = uint8(bound(width, 0, PLANES));
        uint256[PLANES] memory a = _planes(seed, width);
        threshold = seed % 2 == 0 ? threshold % (uint256(2) << width) : threshold;
        bool enough = (_harness.ge(a, threshold, width) >> lane) & 1 == 1;
        assertTrue(enough == (_counter(a, lane) >= threshold), "ge");
        assertTrue((_harness.ge(a, _counter(a, lane), width) >> lane) & 1 == 1, "ge itself");
    }

    function testFuzz_TopKIsTheNaiveSelection(uint256 seed, uint8 words, uint8 width, uint16 k) external view {
        words = uint8(bound(words, 1, 3));
        width = uint8(bound(width, 1, 6));
        uint256[PLANES][] memory planes = new uint256[PLANES][](words);
        uint256[] memory candidates = new uint256[](words);
        for (uint256 i = 0; i < words; ++i) {
            planes[i] = _planes(seed ^ i, width);
            candidates[i] = i + 1 == words ? type(uint256).max >> (seed % 256) : type(uint256).max;
        }
        k = uint16(bound(k, 1, 256 * uint256(words)));
        (uint256[] memory selected, uint256 threshold) = _harness.topK(planes, candidates, k, width);
        (uint256[] memory expected, uint256 least) = _selectNaively(planes, candidates, k, uint256(1) << width);
        assertEq(threshold, least, "threshold");
        for (uint256 i = 0; i < words; ++i) {
            assertEq(selected[i], expected[i], "selected");
        }
    }

    function testFuzz_LowestOfTakesTheLowest(uint256 word, uint256 k) external view {
        uint256 all = _naiveCount(word);
        if (all == 0) return;
        k = bound(k, 0, all - 1);
        uint256 lowest = _harness.lowestOf(word, k);
        assertEq(_naiveCount(lowest), k, "as many as asked");
        assertEq(lowest & ~word, 0, "out of the word");
        assertTrue(lowest < (word ^ lowest), "below all others");
    }

    function testFuzz_Popcount(uint256 word) external view {
        assertEq(_harness.popcount(word), _naiveCount(word), "popcount");
        assertEq(_harness.popcount(~word), 256 - _naiveCount(word), "popcount of the complement");
        if (word != 0) assertTrue(word % (2 << _harness.lowest(word)) == 1 << _harness.lowest(word), "lowest");
    }

    function testFuzz_PopcountOfLowMasks(uint8 bits) external view {
        assertEq(_harness.popcount((1 << bits) - 1), bits, "low bits");
        assertEq(_harness.lowest(1 << bits), bits, "single bit");
    }

    function test_PopcountOfAllOnes() external view {
        assertEq(_harness.popcount(0), 0, "none");
        assertEq(_harness.popcount(type(uint256).max), 256, "all");
    }

    /// @dev By falling count, then by rising number: one candidate at a time until there are `k`.
    function _selectNaively(
        uint256[PLANES][] memory planes,
        uint256[] memory candidates,
        uint256 k,
        uint256 most
    ) private pure returns (uint256[] memory selected, uint256 threshold) {
        selected = new uint256[](planes.length);
        uint256[] memory counts = new uint256[](256 * planes.length);
        for (uint256 lane = 0; lane < counts.length; ++lane) {
            bool stands = (candidates[lane >> 8] >> (lane & 0xff)) & 1 == 1;
            if (stands) counts[lane] = _counter(planes[lane >> 8], lane & 0xff);
        }
        uint256 found;
        for (uint256 count = most; count != 0; --count) {
            for (uint256 lane = 0; lane < counts.length; ++lane) {
                if (counts[lane] != count) continue;
                selected[lane >> 8] |= 1 << (lane & 0xff);
                if (++found == k) return (selected, count);
            }
        }
    }

    function _count(uint256[] memory words, uint256 shift) private view returns (uint256[PLANES] memory) {
        uint256[] memory counts = new uint256[](1);
        uint256[] memory shifts = new uint256[](1);
        (counts[0], shifts[0]) = (words.length, shift);
        return _harness.count(abi.encodePacked(words), counts, shifts);
    }

    /// @dev Random, sparse, dense and full words.
    function _words(uint256 seed, uint256 length) private pure returns (uint256[] memory words) {
        words = new uint256[](length);
        for (uint256 i = 0; i < length; ++i) {
            uint256 a = uint256(keccak256(abi.encode(seed, i)));
            uint256 b = uint256(keccak256(abi.encode(seed, i, "b")));
            words[i] =
                a % 5 == 0
                    ? a & b
                    : a % 5 == 1
                        ? a | b
                        : a % 5 == 2
                            ? type(uint256).max
                            : a;
        }
    }

    function _planes(uint256 seed, uint256 width) private pure returns (uint256[PLANES] memory planes) {
        for (uint256 i = 0; i < width; ++i) {
            planes[i] = uint256(keccak256(abi.encode(seed, i)));
        }
    }

    function _counter(uint256[PLANES] memory planes, uint256 lane) private pure returns (uint256 counter) {
        for (uint256 i = 0; i < PLANES; ++i) {
            counter |= ((planes[i] >> lane) & 1) << i;
        }
    }

    function _naiveCount(uint256 word) private pure returns (uint256 bits) {
        for (; word != 0; word >>= 1) {
            bits += word & 1;
        }
    }
}
