// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PositionalMerkle} from "../registry/PositionalMerkle.sol";

/// @title PositionalMerkleHarness
/// @notice Many proofs of one tree in one call.
/// @dev For local networks only.
contract PositionalMerkleHarness {
    using PositionalMerkle for bytes32[];

    /// @notice How many of the proofs lead to the root; proof `i` is for leaf `i` at index `i + first`.
    function countVerified(
        bytes32 root,
        uint256 count,
        uint256 first,
        bytes32[] calldata leaves,
        bytes32[][] calldata proofs
    ) external pure returns (uint256 verified) {
        for (uint256 i = 0; i < leaves.length; ++i) {
            if (proofs[i].verify(root, leaves[i], first + i, count)) ++verified;
        }
    }

    function depth(uint256 count) external pure returns (uint256) {
        return PositionalMerkle.depth(count);
    }
}
