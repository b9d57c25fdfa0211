// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IProvenance} from "../interfaces/IProvenance.sol";
import {LotId} from "../types/Ids.sol";
import {PositionalMerkle} from "./PositionalMerkle.sol";

/// @title LeafChunk
/// @notice Consecutive leaves that are all the leaves of one subtree of a lot.
library LeafChunk {
    using PositionalMerkle for bytes32[];

    /// @dev 64 KiB of calldata, half of what nodes of the public pool pass on.
    uint256 private constant _MAX_LENGTH = 2048;

    /// @notice Reverts unless these are the lot's leaves from `first` on.
    /// @param root root of the lot
    /// @param count number of its leaves; zero: there is no such lot
    /// @param proof siblings from the subtree's root up
    function check(
        bytes32[] calldata leaves,
        bytes32[] calldata proof,
        LotId lotId,
        uint256 first,
        bytes32 root,
        uint256 count
    ) internal pure {
        if (count == 0) revert IProvenance.ProvenanceUnknownLot(lotId);
        uint256 length = leaves.length;
        // No subtree reaches beyond the lot's end, though the padding there would fit its root.
        if (length == 0 || length > _MAX_LENGTH || first + length > count) {
            revert IProvenance.ProvenanceInvalidLength(lotId, length, _MAX_LENGTH);
        }
        uint256 height = PositionalMerkle.depth(length);
        uint256 width = 1 << height;
        bool isWhole = length == width || first + length == count;
        if (first % width != 0 || !isWhole) revert IProvenance.ProvenanceUnaligned(lotId, uint24(first), length);
        // The subtrees of this height are the leaves of a tree themselves, and it has the lot's root.
        bytes32[] memory nodes = leaves;
        if (!proof.verify(root, nodes.rootOf(), first >> height, Math.ceilDiv(count, width))) {
            revert IProvenance.ProvenanceForeignLeaves(lotId, uint24(first));
        }
    }
}
