// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BitSlice, PLANES} from "../curation/BitSlice.sol";

/// @notice Opens {BitSlice} to tests and benchmarks; words come packed, 32 bytes each.
contract BitSliceHarness {
    using BitSlice for uint256[PLANES];

    /// @notice Planes after the runs: run i has `counts[i]` words of weight 2^`shifts[i]`, one run after the other.
    function count(
        bytes calldata words,
        uint256[] calldata counts,
        uint256[] calldata shifts
    ) public pure returns (uint256[PLANES] memory planes) {
        BitSlice.Run memory run;
        run.stride = 32;
        assembly ("memory-safe") {
            mstore(run, words.offset)
        }
        for (uint256 i = 0; i < counts.length; ++i) {
            (run.count, run.shift) = (counts[i], shifts[i]);
            planes.addRun(run);
            run.offset += 32 * counts[i];
        }
    }

    /// @notice Gas that one run of `words` takes beyond its set-up.
    function gasOf(bytes calldata words) external view returns (uint256 gasUsed) {
        uint256[PLANES] memory planes;
        BitSlice.Run memory run = BitSlice.Run({offset: 0, stride: 32, count: words.length / 32, shift: 0});
        assembly ("memory-safe") {
            mstore(run, words.offset)
        }
        gasUsed = gasleft();
        planes.addRun(run);
        gasUsed -= gasleft();
    }

    function gt(
        uint256[PLANES] memory a,
        uint256[PLANES] memory b,
        uint256 width
    ) external pure returns (uint256 lanes) {
        return a.gt(b, width);
    }

    function ge(uint256[PLANES] memory planes, uint256 threshold, uint256 width) external pure returns (uint256 lanes) {
        return planes.ge(threshold, width);
    }

    function topK(
        uint256[PLANES][] memory planes,
        uint256[] memory candidates,
        uint256 k,
        uint256 width
    ) external pure returns (uint256[] memory selected, uint256 threshold) {
        return BitSlice.topK(planes, candidates, k, width);
    }

    /// @notice Gas of a selection alone.
    function gasOfTopK(
        uint256[PLANES][] memory planes,
        uint256[] memory candidates,
        uint256 k,
        uint256 width
    ) external view returns (uint256 gasUsed) {
        gasUsed = gasleft();
        BitSlice.topK(planes, candidates, k, width);
        gasUsed -= gasleft();
    }

    function lowestOf(uint256 word, uint256 k) external pure returns (uint256) {
        return BitSlice.lowestOf(word, k);
    }

    function popcount(uint256 word) external pure returns (uint256) {
        return BitSlice.popcount(word);
    }

    function lowest(uint256 word) external pure returns (uint256) {
        return BitSlice.lowest(word);
    }
}
