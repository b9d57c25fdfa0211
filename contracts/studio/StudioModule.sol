// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {Preset} from "../interfaces/IStudio.sol";
import {CloneArguments} from "./CloneArguments.sol";

/// @title StudioModule
/// @notice Base of every module clone. See {IStudioModule}.
abstract contract StudioModule is IStudioModule {
    using CloneArguments for uint8;

    /// @inheritdoc IStudioModule
    function studio() public view virtual returns (address) {
        return address(uint160(CloneArguments.word(0) >> 96));
    }

    /// @dev Whether the studio counts time in blocks instead of seconds.
    function _countsBlocks() internal view returns (bool) {
        return _flags().countsBlocks();
    }

    /// @dev What kind of studio was asked for at creation.
    function _preset() internal view returns (Preset) {
        return _flags().presetOf();
    }

    /// @dev Whether seeds need the link of a pre-committed salt chain.
    function _hasSaltChain() internal view returns (bool) {
        return _flags().hasSaltChain();
    }

    /// @dev Block timestamp of the studio's creation, seconds.
    function _created() internal view returns (uint48) {
        // casting to 'uint48' is safe because the 48 bits above the 40 empty ones are the time by definition
        return uint48(CloneArguments.word(0) >> 40);
    }

    /// @dev Address of the clone of `implementation` that belongs to the same studio, whether or not it exists.
    function _siblingOf(address implementation, address factory) internal view returns (address) {
        // All modules of a studio have the same 27 bytes of arguments.
        bytes memory arguments = abi.encodePacked(bytes27(bytes32(CloneArguments.word(0))));
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, arguments, 0, factory);
    }

    function _flags() private view returns (uint8) {
        // casting to 'uint8' is safe because the 8 bits above the time are the flags by definition
        return uint8(CloneArguments.word(0) >> 88);
    }
}
