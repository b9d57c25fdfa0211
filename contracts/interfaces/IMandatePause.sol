// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IMandatePause
/// @notice What a board asks of a studio's mandates.
interface IMandatePause {
    /// @notice Stops an agent until then. Only the studio's board, and whoever else the mandates let.
    /// @param mandateId The mandate
    /// @param until Seconds; not in the future: the pause ends
    function pause(bytes32 mandateId, uint48 until) external;
}
