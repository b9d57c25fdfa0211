// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Kind, LotInput, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {IProvenance} from "../../contracts/interfaces/IProvenance.sol";
import {LotId, toLotId} from "../../contracts/types/Ids.sol";
import {LicensingFixture} from "../licensing/LicensingFixture.sol";

/// @notice Chunks of leaves, against a tree that is written down by its definition, node by node.
contract LeafChunkTest is LicensingFixture {
    uint256 private constant MOST = 70;
    address private constant LICENSOR = address(0xa11ce);

    IProvenance private _provenance;
    bytes32 private _recipeId;

    /// @dev A lot, as the fuzzer wants it.
    struct Tree {
        LotId lotId;
        uint256 seed;
        uint256 count;
        uint256 depth;
    }

    function setUp() public {
        deployLicensing();
        _provenance = IProvenance(create(abi.encodePacked(vm.getCode("Provenance"), abi.encode(deployer))));
        (_recipeId, ) = makeLot(LICENSOR, Kind.Work, 0, new Parent[](0), 1);
    }

    /// @notice With the right siblings a chunk is published if and only if it is a power of two long, or the lot's end,
    /// and begins where a subtree of that size does.
    function testFuzz_ChunksAreSubtrees(uint256 seed, uint256 count, uint256 first, uint256 length) public {
        Tree memory tree = _commit(seed, bound(count, 1, MOST));
        first = bound(first, 0, MOST);
        length = bound(length, 0, MOST);
        bool expected = _isSubtree(first, length, tree.count);
        assertTrue(_publish(tree, first, _leaves(tree, first, length), _siblings(tree, first, length)) == expected, "");
    }

    /// @notice Each subtree that there is can be published, and what is logged is what was given.
    function testFuzz_EverySubtreeIsPublished(uint256 seed, uint256 count, uint256 height, uint256 place) public {
        Tree memory tree = _commit(seed, bound(count, 1, MOST));
        height = bound(height, 0, tree.depth);
        uint256 first = bound(place, 0, (tree.count - 1) >> height) << height;
        uint256 length = first + (1 << height) > tree.count ? tree.count - first : 1 << height;
        // A shorter end of the lot is a subtree of its own height.
        if (first % _sizeFor(length) != 0) return;
        bytes32[] memory leaves = _leaves(tree, first, length);
        vm.recordLogs();
        assertTrue(_publish(tree, first, leaves, _siblings(tree, first, length)), "not published");
        bytes memory data = vm.getRecordedLogs()[0].data;
        (uint24 loggedFirst, bytes32[] memory logged) = abi.decode(data, (uint24, bytes32[]));
        assertEq(loggedFirst, first, "first");
        assertTrue(keccak256(abi.encode(logged)) == keccak256(abi.encode(leaves)), "leaves");
    }

    /// @notice One bit in one leaf or one sibling, or one sibling more or less, and nothing is published.
    function testFuzz_NothingElseIsPublished(uint256 seed, uint256 count, uint256 first, uint256 bit) public {
        Tree memory tree = _commit(seed, bound(count, 2, MOST));
        uint256 length = 2;
        first = bound(first, 0, (tree.count - 2) / 2) * 2;
        bytes32[] memory leaves = _leaves(tree, first, length);
        bytes32[] memory siblings = _siblings(tree, first, length);
        uint256 part = bound(seed, 0, length + siblings.length - 1);
        bytes32 flip = bytes32(1 << bound(bit, 0, 255));
        if (part < length) leaves[part] ^= flip;
        else siblings[part - length] ^= flip;
        assertTrue(!_publish(tree, first, leaves, siblings), "altered");
        if (part < length) leaves[part] ^= flip;
        else siblings[part - length] ^= flip;
        assertTrue(_publish(tree, first, leaves, siblings), "restored");
        bytes32[] memory longer = new bytes32[](siblings.length + 1);
        for (uint256 i = 0; i < siblings.length; ++i) longer[i] = siblings[i];
        assertTrue(!_publish(tree, first, leaves, longer), "longer");
    }

    function _commit(uint256 seed, uint256 count) private returns (Tree memory tree) {
        tree = Tree(toLotId(LICENSOR, 99), seed, count, 0);
        while (1 << tree.depth < count) ++tree.depth;
        bytes32 root = _node(tree, tree.depth, 0);
        vm.prank(LICENSOR);
        registry.commitLot(LotInput(_recipeId, 99, root, uint32(count), address(0), 0));
    }

    function _publish(
        Tree memory tree,
        uint256 first,
        bytes32[] memory leaves,
        bytes32[] memory siblings
    ) private returns (bool) {
        try _provenance.publishLeaves(tree.lotId, uint24(first), leaves, siblings) {
            return true;
        } catch {
            return false;
        }
    }

    function _leaves(Tree memory tree, uint256 first, uint256 length) private pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](length);
        for (uint256 i = 0; i < length; ++i) leaves[i] = _node(tree, 0, first + i);
    }

    /// @dev The other child of each parent of the smallest subtree that is long enough.
    function _siblings(Tree memory tree, uint256 first, uint256 length) private pure returns (bytes32[] memory) {
        uint256 height;
        while (1 << height < length) ++height;
        if (height > tree.depth) return new bytes32[](0);
        bytes32[] memory siblings = new bytes32[](tree.depth - height);
        for (uint256 i = 0; i < siblings.length; ++i) {
            siblings[i] = _node(tree, height + i, ((first >> height) >> i) ^ 1);
        }
        return siblings;
    }

    /// @dev A node by its definition: a leaf, nothing, or the hash of its children.
    function _node(Tree memory tree, uint256 height, uint256 place) private pure returns (bytes32) {
        if (height == 0) return place < tree.count ? keccak256(abi.encode(tree.seed, place)) : bytes32(0);
        bytes32 left = _node(tree, height - 1, 2 * place);
        bytes32 right = _node(tree, height - 1, 2 * place + 1);
        return keccak256(bytes.concat(left, right));
    }

    /// @dev Whether the chunk is what a block of the least sufficient power of two holds of the lot.
    function _isSubtree(uint256 first, uint256 length, uint256 count) private pure returns (bool) {
        if (length == 0 || first + length > count) return false;
        uint256 size = _sizeFor(length);
        uint256 end = first + size < count ? first + size : count;
        return first % size == 0 && first + length == end;
    }

    function _sizeFor(uint256 length) private pure returns (uint256 size) {
        size = 1;
        while (size < length) size *= 2;
    }
}
