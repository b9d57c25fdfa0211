// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {BitSlice} from "./BitSlice.sol";

/// @title SampleLanes
/// @notice From words of a lot to lanes of its sample.
library SampleLanes {
    /// @notice Assets in one word.
    uint256 internal constant WORD = 256;

    /// @notice The judged lanes whose asset is set in `masks`.
    /// @param judged the lanes that are judged: as many low bits as the sample has lanes.
    /// @param masks one word for every 256 of the lot's `count` assets.
    function lanesIn(
        uint256[] memory masks,
        bytes16 seed,
        uint256 judged,
        uint256 count
    ) internal pure returns (uint256 lanes) {
        uint256 size = BitSlice.popcount(judged);
        // all of them are judged: lane i is asset i
        if (size == count) return masks[0] & judged;
        // at most 256 lanes, and no lot is empty
        unchecked {
            for (uint256 lane = 0; lane < size; ++lane) {
                // as {Sortition-lanePosition} says, hashed without being encoded
                uint256 position = uint256(Hashes.efficientKeccak256(seed, bytes32(lane))) % count;
                lanes |= ((masks[position >> 8] >> (position & 0xff)) & 1) << lane;
            }
        }
    }

    /// @notice Words of a lot of `count` assets.
    function wordsOf(uint256 count) internal pure returns (uint256) {
        return (count + WORD - 1) / WORD;
    }
}
