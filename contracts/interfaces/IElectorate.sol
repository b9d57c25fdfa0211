// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IElectorate
/// @notice What a studio asks a governor before its timelock obeys it.
interface IElectorate {
    /// @notice The timelock through which the governor acts.
    /// @return Its address
    function timelock() external view returns (address);

    /// @notice The votes that the governor counts.
    /// @return Address of the reputation token
    function token() external view returns (address);
}
