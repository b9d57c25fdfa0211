// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IWrappedNative
/// @notice The one call that the protocol makes to a chain's wrapped native currency beyond ERC-20.
interface IWrappedNative {
    /// @notice Gives the caller as many units as it sends wei.
    function deposit() external payable;
}
