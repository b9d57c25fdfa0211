// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IReputationToken
/// @notice Earned, non-transferable, decaying voting power of one studio. Raw units on the ERC-20 and ERC-5805 surface.
interface IReputationToken {
    event ReputationGranted(
        address indexed account,
        bytes32 indexed source,
        uint256 amount,
        uint256 raw,
        bytes32 evidence
    );
    event IndexChanged(uint176 gBase, uint48 tBase, uint32 halfLife);

    /// @notice Grants `amount` effective units (18 decimals) to `account`.
    function mint(address account, uint256 amount, bytes32 evidence) external;

    function effectiveBalanceOf(address account) external view returns (uint256);

    function effectiveTotalSupply() external view returns (uint256);

    function effectiveVotes(address account) external view returns (uint256);

    function index() external view returns (uint256);
}
