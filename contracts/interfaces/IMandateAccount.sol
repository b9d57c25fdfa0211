// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IMandateAccount
/// @notice The address from which one mandate's calls are made. It owns nothing: between two transactions it holds no
/// token of the treasury and has approved nobody.
/// @dev A clone of AgentMandates, salted with the mandate's id. Its argument is who commands it.
interface IMandateAccount {
    /// @notice The caller may not call this function.
    /// @param caller Who called
    error MandateAccountUnauthorized(address caller);

    /// @notice Makes a call and passes on its answer or its error. Only the {mandates} that made this account.
    /// @param target Contract to call
    /// @param data Selector and arguments
    /// @return What it answered
    function execute(address target, bytes calldata data) external returns (bytes memory);

    /// @notice Who commands this account.
    /// @return Address of the {IAgentMandates}
    function mandates() external view returns (address);
}
