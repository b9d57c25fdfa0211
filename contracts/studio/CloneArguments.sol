// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Preset} from "../interfaces/IStudio.sol";

/// @title CloneArguments
/// @notice What never changes about a clone lies in its own code, behind the 45 bytes of the ERC-1167 proxy.
/// @dev Layout in bytes: a module has studio 20, flags 1, created 6, and if it was made to succeed another, timelock
/// 20; a Studio has name 32, symbol 32, flags 1, created 6, registrar 20. Flags from bit 0 on: clock 1 (set = block
/// number), preset 2, salt chain 1, board 1 (set = made together with the studio).
library CloneArguments {
    /// @dev Length of the proxy in front of the arguments.
    uint256 private constant _PROXY = 0x2d;

    /// @dev What a module of a studio's creation has.
    uint256 private constant _MODULE = 27;

    /// @dev The 32 bytes at `offset` of this clone's arguments; bytes behind their end are zero. OpenZeppelin's
    /// `Clones.fetchCloneArgs` would copy all of them to new memory at each use, several times in one vote.
    function word(uint256 offset) internal view returns (uint256 value) {
        assembly ("memory-safe") {
            extcodecopy(address(), 0x00, add(_PROXY, offset), 0x20)
            value := mload(0x00)
        }
    }

    /// @dev Address of the clone of `implementation` with this one's arguments that `factory` makes with salt zero. Its
    /// code is this one's but for the implementation, so there is no need to put it together as OpenZeppelin's `Clones`
    /// does: every vote asks.
    function siblingOf(address implementation, address factory) internal view returns (address sibling) {
        assembly ("memory-safe") {
            // ten bytes that return what follows: push size, copy, return
            let size := extcodesize(address())
            let code := mload(0x40)
            mstore(code, or(shl(248, 0x61), or(shl(232, size), shl(176, 0x3d81600a3d39f3))))
            extcodecopy(address(), add(code, 10), 0, size)
            // ten more bytes into the proxy is whom it calls
            let rest := and(mload(add(code, 20)), 0xffffffffffffffffffffffff)
            mstore(add(code, 20), or(shl(96, implementation), rest))
            // as in EIP-1014: 0xff, factory, salt, hash of the code
            mstore(add(code, 0x40), keccak256(code, add(size, 10)))
            mstore(add(code, 0x20), 0)
            mstore(code, factory)
            mstore8(add(code, 11), 0xff)
            sibling := and(keccak256(add(code, 11), 85), 0xffffffffffffffffffffffffffffffffffffffff)
        }
    }

    /// @dev Whether this module was made after its studio, to succeed another.
    function isSuccessor() internal view returns (bool) {
        return address(this).code.length != _PROXY + _MODULE;
    }

    /// @dev Arguments of every module of one studio's creation.
    function encodeModule(address studio, uint8 flags, uint48 created) internal pure returns (bytes memory) {
        return abi.encodePacked(studio, flags, created);
    }

    /// @dev Arguments of modules that are made later.
    function encodeSuccessor(
        address studio,
        uint8 flags,
        uint48 created,
        address timelock
    ) internal pure returns (bytes memory) {
        return abi.encodePacked(studio, flags, created, timelock);
    }

    /// @dev Flags of a studio.
    function encodeFlags(bool blocks, Preset preset, bool saltChain, bool board) internal pure returns (uint8) {
        return (blocks ? 1 : 0) | (uint8(preset) << 1) | (saltChain ? 8 : 0) | (board ? 16 : 0);
    }

    /// @dev Whether a studio with these flags counts time in blocks instead of seconds.
    function countsBlocks(uint8 flags) internal pure returns (bool) {
        return flags & 1 != 0;
    }

    /// @dev Preset of a studio with these flags.
    function presetOf(uint8 flags) internal pure returns (Preset) {
        return Preset((flags >> 1) & 3);
    }

    /// @dev Whether a studio with these flags draws its seeds with a salt chain.
    function hasSaltChain(uint8 flags) internal pure returns (bool) {
        return flags & 8 != 0;
    }

    /// @dev Whether a studio with these flags was created with an ethics board.
    function hasBoard(uint8 flags) internal pure returns (bool) {
        return flags & 16 != 0;
    }
}
