// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BlockHeader} from "../../contracts/curation/BlockHeader.sol";
import {MaskSet} from "../../contracts/curation/MaskSet.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Headers of every shape, and the sets of masks that follow from a sample.
contract BlockHeaderTest is SolidityTest {
    using MaskSet for MaskSet.Set;

    /// @notice Opens the library to calldata.
    function read(bytes calldata header) external pure returns (uint256 number, bytes32 prevRandao) {
        return BlockHeader.read(header);
    }

    function testFuzz_ReadsNumberAndRandao(
        uint64 number,
        bytes32 prevRandao,
        uint64 other,
        uint8 extra,
        uint8 tail
    ) external view {
        bytes memory header = _headerOf(number, prevRandao, other, extra, tail);
        (uint256 found, bytes32 randao) = this.read(header);
        assertEq(found, number, "number");
        assertEq(uint256(randao), uint256(prevRandao), "prevRandao");
    }

    function testFuzz_RefusesEveryOtherLength(uint64 number, uint8 extra, uint16 cut, bool longer) external {
        bytes memory header = _headerOf(number, keccak256("randao"), 7, extra, 0);
        bytes memory other =
            longer ? bytes.concat(header, new bytes(1 + (cut % 300))) : _slice(header, cut % header.length);
        vm.expectRevert(BlockHeader.BlockHeaderMalformed.selector);
        this.read(other);
    }

    /// @notice Arbitrary bytes are refused or read, but never with another error.
    function testFuzz_AnyBytes(bytes calldata noise, uint256 at) external view {
        bytes memory header = _headerOf(1_234_567, keccak256("randao"), 7, 32, 0);
        for (uint256 i = 0; i < noise.length; ++i) {
            header[((at % header.length) + i) % header.length] = noise[i];
        }
        try this.read(header) returns (uint256 number, bytes32) {
            assertLe(number, type(uint64).max, "number");
        } catch (bytes memory reason) {
            assertTrue(bytes4(reason) == BlockHeader.BlockHeaderMalformed.selector, "another error");
        }
    }

    /// @notice A set holds what was added, its words strictly ascending.
    function testFuzz_MaskSet(uint256 seed, uint8 length) external pure {
        uint256 size = 1 + (length % 12);
        MaskSet.Set memory set = MaskSet.create(size);
        uint256[8] memory naive;
        for (uint256 i = 0; i < size; ++i) {
            uint256 entropy = uint256(keccak256(abi.encode(seed, i)));
            uint16 word = uint16(entropy % 8);
            set.add(word, 1 << ((entropy >> 8) & 0xff));
            naive[word] |= 1 << ((entropy >> 8) & 0xff);
        }
        for (uint16 word = 0; word < 8; ++word) {
            assertEq(set.maskOf(word), naive[word], "mask");
        }
        for (uint256 i = 1; i < set.length; ++i) {
            assertTrue(set.words[i] > set.words[i - 1], "ascending");
        }
    }

    function _headerOf(
        uint64 number,
        bytes32 prevRandao,
        uint64 other,
        uint8 extra,
        uint8 tail
    ) private pure returns (bytes memory) {
        bytes memory hash = abi.encodePacked(hex"a0", keccak256("field"));
        bytes memory front = bytes.concat(
            hash,
            hash,
            hex"94",
            bytes20(0),
            hash,
            hash,
            hash,
            hex"b90100",
            new bytes(256)
        );
        bytes memory scalar = _scalar(other);
        bytes memory middle = bytes.concat(scalar, _scalar(number), scalar, scalar, scalar, _string(new bytes(extra)));
        bytes memory fields = bytes.concat(front, middle, hex"a0", prevRandao, hex"88", bytes8(0), new bytes(tail));
        return abi.encodePacked(hex"f9", uint16(fields.length), fields);
    }

    /// @dev RLP of an integer.
    function _scalar(uint64 value) private pure returns (bytes memory) {
        uint256 size;
        for (uint256 rest = value; rest != 0; rest >>= 8) ++size;
        if (size == 1 && value < 0x80) return abi.encodePacked(uint8(value));
        bytes memory padded = abi.encodePacked(value);
        bytes memory bare = new bytes(size);
        for (uint256 i = 0; i < size; ++i) bare[i] = padded[8 - size + i];
        return bytes.concat(bytes1(uint8(0x80 + size)), bare);
    }

    /// @dev RLP of a byte string; its bytes are 0x80 or more, so none is its own encoding.
    function _string(bytes memory content) private pure returns (bytes memory) {
        for (uint256 i = 0; i < content.length; ++i) content[i] = 0xfe;
        if (content.length < 56) return bytes.concat(bytes1(uint8(0x80 + content.length)), content);
        return bytes.concat(hex"b8", bytes1(uint8(content.length)), content);
    }

    function _slice(bytes memory source, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; ++i) part[i] = source[i];
    }
}
