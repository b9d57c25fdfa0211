// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IStudioTimelock
/// @notice Treasury and identity of a studio. Its proposer, executor and canceller is, at any time, the governor that
/// the studio's directory names, and nobody else: these three roles are derived, never stored.
interface IStudioTimelock {
    /// @notice The caller may not call this function.
    /// @param caller Who called
    error StudioTimelockUnauthorized(address caller);

    /// @notice Proposer, executor and canceller follow from the studio's directory; nobody can be given these roles,
    /// and nobody can lose them.
    /// @param role The role
    /// @param account Whose role should have changed
    error StudioTimelockGovernorOnly(bytes32 role, address account);

    /// @notice Tells indexers of roles that the directory names another governor. Only the studio.
    /// @param oldGovernor Governor until now
    /// @param newGovernor Governor from now on
    function announceElectorate(address oldGovernor, address newGovernor) external;
}
