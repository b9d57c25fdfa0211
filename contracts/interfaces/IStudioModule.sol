// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IStudioModule
/// @notice A clone that belongs to one studio for ever.
interface IStudioModule {
    /// @notice The studio this module belongs to, from the clone's arguments.
    /// @return Address of the {IStudio}; meaningless on an implementation, which is no clone
    function studio() external view returns (address);
}
