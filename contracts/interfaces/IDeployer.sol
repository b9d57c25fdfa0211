// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IDeployer
/// @notice Puts every contract of the protocol at one address per name, the same on every chain.
interface IDeployer {
    /// @notice Address of the contract called `name`, whether or not it is deployed yet.
    function addressOf(bytes32 name) external view returns (address);

    /// @notice Deploys `creationCode ‖ abi.encode(address(this))` under `name`; its hash must be the one on the list.
    function deploy(bytes32 name, bytes calldata creationCode) external returns (address deployed);
}
