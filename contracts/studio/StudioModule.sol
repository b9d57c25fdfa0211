// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { Preset } from "../interfaces/IStudio.sol";

/// @title StudioModule
/// @notice Base of every module clone: what never changes lies in the clone's own code, not in storage.
/// @dev Clone arguments: studio 160, flags 8, created 48 bits. Flags: clock 1, preset 2, salt chain 1, from bit 0 on.
abstract contract StudioModule {
    /// @notice The studio this module belongs to.
    function studio() public view virtual returns (address) {
        return address(bytes20(_cloneArguments()));
    }

    /// @dev Whether the studio counts time in blocks instead of seconds.
    function _countsBlocks() internal view returns (bool) {
        return _flags() & 1 != 0;
    }

    /// @dev What kind of studio was asked for at creation.
    function _preset() internal view returns (Preset) {
        return Preset((_flags() >> 1) & 3);
    }

    /// @dev Whether seeds need the link of a pre-committed salt chain.
    function _hasSaltChain() internal view returns (bool) {
        return _flags() & 8 != 0;
    }

    /// @dev Timepoint of the studio's creation on its own clock.
    function _created() internal view returns (uint48) {
        return uint48(uint256(_cloneArguments()) >> 40);
    }

    function _flags() private view returns (uint8) {
        return uint8(uint256(_cloneArguments()) >> 88);
    }

    /// @dev The 27 argument bytes, followed by zeros.
    function _cloneArguments() private view returns (bytes32) {
        return bytes32(Clones.fetchCloneArgs(address(this)));
    }
}
