// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title PositionalMerkle
/// @notice Merkle trees in which a leaf has a place: node = keccak256(left ‖ right), depth = ⌈log2 count⌉, and
/// positions from `count` on hold zero. For one root and count, two leaves at one index would be a collision.
library PositionalMerkle {
    /**
     * @notice Whether `leaf` is at `index` of the tree of `count` leaves with this root. A proof of any other length
     * than the depth fails, so no inner node passes for a leaf at another depth.
     * @param proof siblings from the leaf up
     * @param root root of the tree
     * @param leaf hash of a preimage that is not 64 bytes long, or it could be mistaken for an inner node
     * @param index place of the leaf, from 0
     * @param count number of leaves
     */
    function verify(
        bytes32[] calldata proof,
        bytes32 root,
        bytes32 leaf,
        uint256 index,
        uint256 count
    ) internal pure returns (bool) {
        if (index >= count || proof.length != depth(count)) return false;
        bytes32 node = leaf;
        for (uint256 level = 0; level < proof.length; ++level) {
            bool right = (index >> level) & 1 == 1;
            node =
                right ? Hashes.efficientKeccak256(proof[level], node) : Hashes.efficientKeccak256(node, proof[level]);
        }
        return node == root;
    }

    /// @notice Root of the tree of these leaves, of which there is at least one.
    /// @param leaves overwritten
    function rootOf(bytes32[] memory leaves) internal pure returns (bytes32) {
        uint256 count = leaves.length;
        bytes32 padding; // root of a subtree without leaves
        while (count > 1) {
            uint256 pairs = count / 2;
            // Siblings lie side by side, and their parent never ahead of them: this loop is all that a root costs.
            assembly ("memory-safe") {
                let node := add(leaves, 0x20)
                let end := add(node, shl(5, pairs))
                for {
                    let pair := node
                } lt(node, end) {
                    node := add(node, 0x20)
                    pair := add(pair, 0x40)
                } {
                    mstore(node, keccak256(pair, 0x40))
                }
            }
            if (count % 2 == 1) leaves[pairs] = Hashes.efficientKeccak256(leaves[count - 1], padding);
            padding = Hashes.efficientKeccak256(padding, padding);
            count -= pairs;
        }
        return leaves[0];
    }

    /// @notice Levels between a leaf and the root: ⌈log2 count⌉, and 0 for a single leaf.
    function depth(uint256 count) internal pure returns (uint256) {
        return Math.log2(count, Math.Rounding.Ceil);
    }
}
