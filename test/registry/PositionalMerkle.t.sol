// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PositionalMerkleHarness} from "../../contracts/mocks/PositionalMerkleHarness.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Trees built here in the plainest way, against the library's verification.
contract PositionalMerkleTest is SolidityTest {
    uint256 private constant MOST = 300;

    PositionalMerkleHarness private _harness;

    function setUp() public {
        _harness = new PositionalMerkleHarness();
    }

    function testFuzz_EveryLeafVerifiesAtItsIndex(uint256 seed, uint256 count, uint256 index) public view {
        count = bound(count, 1, MOST);
        index = bound(index, 0, count - 1);
        bytes32[][] memory levels = _levels(seed, count);
        bytes32[] memory proof = _proof(levels, index);
        assertTrue(_verify(levels, count, index, levels[0][index], proof), "own leaf");
    }

    function testFuzz_NoLeafVerifiesElsewhere(uint256 seed, uint256 count, uint256 index, uint256 other) public view {
        count = bound(count, 2, MOST);
        index = bound(index, 0, count - 1);
        other = bound(other, 0, type(uint24).max);
        vm.assume(other != index);
        bytes32[][] memory levels = _levels(seed, count);
        bytes32[] memory proof = _proof(levels, index);
        assertTrue(!_verify(levels, count, other, levels[0][index], proof), "leaf at another index");
    }

    function testFuzz_NoOtherValueVerifies(uint256 seed, uint256 count, uint256 index, bytes32 other) public view {
        count = bound(count, 1, MOST);
        index = bound(index, 0, count - 1);
        bytes32[][] memory levels = _levels(seed, count);
        vm.assume(other != levels[0][index]);
        assertTrue(!_verify(levels, count, index, other, _proof(levels, index)), "another leaf");
    }

    function testFuzz_NoAlteredProofVerifies(uint256 seed, uint256 count, uint256 index, uint256 level) public view {
        count = bound(count, 2, MOST);
        index = bound(index, 0, count - 1);
        bytes32[][] memory levels = _levels(seed, count);
        bytes32[] memory proof = _proof(levels, index);
        level = bound(level, 0, proof.length - 1);
        proof[level] = ~proof[level];
        assertTrue(!_verify(levels, count, index, levels[0][index], proof), "altered sibling");
    }

    function testFuzz_NoInnerNodeVerifiesAsLeaf(
        uint256 seed,
        uint256 count,
        uint256 height,
        uint256 place
    ) public view {
        count = bound(count, 2, MOST);
        bytes32[][] memory levels = _levels(seed, count);
        height = bound(height, 1, levels.length - 1);
        place = bound(place, 0, levels[height].length - 1);
        // The proof of the node at its own height, which is shorter than the tree is deep.
        bytes32[] memory proof = new bytes32[](levels.length - 1 - height);
        for (uint256 i = 0; i < proof.length; ++i) proof[i] = levels[height + i][(place >> i) ^ 1];
        assertTrue(!_verify(levels, count, place, levels[height][place], proof), "inner node");
    }

    function testFuzz_DepthIsTheLeastThatHoldsAllLeaves(uint256 count) public view {
        count = bound(count, 1, 65_536);
        uint256 depth = _harness.depth(count);
        assertLe(count, 2 ** depth, "leaves");
        assertTrue(depth == 0 || count > 2 ** (depth - 1), "depth is needed");
    }

    function _verify(
        bytes32[][] memory levels,
        uint256 count,
        uint256 index,
        bytes32 leaf,
        bytes32[] memory proof
    ) private view returns (bool) {
        bytes32[] memory leaves = new bytes32[](1);
        bytes32[][] memory proofs = new bytes32[][](1);
        (leaves[0], proofs[0]) = (leaf, proof);
        bytes32 root = levels[levels.length - 1][0];
        return _harness.countVerified(root, count, index, leaves, proofs) == 1;
    }

    /// @dev All levels of the tree, padding included, from the leaves up.
    function _levels(uint256 seed, uint256 count) private pure returns (bytes32[][] memory levels) {
        uint256 width = 1;
        uint256 height = 1;
        for (; width < count; width *= 2) ++height;
        levels = new bytes32[][](height);
        levels[0] = new bytes32[](width);
        for (uint256 i = 0; i < count; ++i) levels[0][i] = keccak256(abi.encode(seed, i));
        for (uint256 level = 1; level < height; ++level) {
            width /= 2;
            levels[level] = new bytes32[](width);
            for (uint256 i = 0; i < width; ++i) {
                levels[level][i] = keccak256(bytes.concat(levels[level - 1][2 * i], levels[level - 1][2 * i + 1]));
            }
        }
    }

    function _proof(bytes32[][] memory levels, uint256 index) private pure returns (bytes32[] memory proof) {
        proof = new bytes32[](levels.length - 1);
        for (uint256 level = 0; level < proof.length; ++level) {
            uint256 place = index / 2 ** level;
            proof[level] = levels[level][place % 2 == 0 ? place + 1 : place - 1];
        }
    }
}
