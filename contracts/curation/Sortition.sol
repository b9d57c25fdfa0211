// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Sortition
/// @notice What a seed draws.
library Sortition {
    /// @notice The first 128 bits of keccak(lotId, prevRandao, salt): the lot is in it, so lots of one block differ.
    function seedOf(uint256 lotId, bytes32 prevRandao, bytes32 salt) internal pure returns (bytes16) {
        return bytes16(keccak256(abi.encode(lotId, prevRandao, salt)));
    }

    /// @notice Index of the asset that `lane` judges in a sample of a lot of `count` assets, drawn with replacement.
    /// @dev The bias of the remainder is below 2⁻²³⁹ for lots of at most 2¹⁶ assets.
    function lanePosition(bytes16 seed, uint256 lane, uint256 count) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, lane))) % count;
    }
}
