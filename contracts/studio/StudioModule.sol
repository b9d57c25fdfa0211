// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {Preset} from "../interfaces/IStudio.sol";
import {CloneArguments} from "./CloneArguments.sol";

/// @title StudioModule
/// @notice Base of every module clone. See {IStudioModule}.
abstract contract StudioModule is IStudioModule {
    using CloneArguments for uint8;

    /// @dev Offset of a successor's timelock in its arguments, bytes.
    uint256 private constant _TIMELOCK = 27;

    /// @inheritdoc IStudioModule
    function studio() public view virtual returns (address) {
        return address(uint160(CloneArguments.word(0) >> 96));
    }

    /// @dev Whether the studio counts time in blocks instead of seconds.
    function _countsBlocks() internal view returns (bool) {
        return _flags().countsBlocks();
    }

    /// @dev What kind of studio was asked for when this module was made.
    function _preset() internal view returns (Preset) {
        return _flags().presetOf();
    }

    /// @dev Whether seeds need the link of a pre-committed salt chain.
    function _hasSaltChain() internal view returns (bool) {
        return _flags().hasSaltChain();
    }

    /// @dev Block timestamp of this module's creation, seconds.
    function _created() internal view returns (uint48) {
        // casting to 'uint48' is safe because the 48 bits above the 40 empty ones are the time by definition
        return uint48(CloneArguments.word(0) >> 40);
    }

    /// @dev Address of the clone of `implementation` that was made in the same call for the same studio, whether or not
    /// it exists: modules of one call have the same arguments.
    function _siblingOf(address implementation, address factory) internal view returns (address) {
        return CloneArguments.siblingOf(implementation, factory);
    }

    /// @dev The studio's timelock. Successors name it; for the modules of its creation it is a sibling.
    function _timelockOf(address implementation, address factory) internal view returns (address) {
        if (!CloneArguments.isSuccessor()) return _siblingOf(implementation, factory);
        return address(uint160(CloneArguments.word(_TIMELOCK) >> 96));
    }

    function _flags() private view returns (uint8) {
        // casting to 'uint8' is safe because the 8 bits above the time are the flags by definition
        return uint8(CloneArguments.word(0) >> 88);
    }
}
