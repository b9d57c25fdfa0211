// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title IDeployer
/// @notice Puts every contract of the protocol at one address per name, the same on every chain. It has no owner and
/// no state that changes after its construction: what may live under a name was fixed by the list of hashes it was
/// created with, and that list is part of its own CREATE2 address.
/// @dev Assumption: the canonical CREATE2 factory (0x4e59b44847b379578588920cA78FbF26c0B4956C) created this contract,
/// and the chain has Ethereum's semantics for CREATE, CREATE2 and keccak256.
interface IDeployer {
    /// @notice The contract called `name` now exists at `deployed`.
    /// @param name Name of the contract, which is its CREATE3 salt
    /// @param deployed Its address
    event ContractDeployed(bytes32 indexed name, address indexed deployed);

    /// @notice The two lists of the constructor differ in length.
    /// @param names Length of the list of names
    /// @param creationCodeHashes Length of the list of hashes
    error DeployerLengthMismatch(uint256 names, uint256 creationCodeHashes);

    /// @notice The list of the constructor names a contract twice or gives it no hash.
    /// @param name The name concerned
    error DeployerInvalidEntry(bytes32 name);

    /// @notice The name is not on the list.
    /// @param name The name asked for
    error DeployerUnknownName(bytes32 name);

    /// @notice The code is not the one that may live under the name.
    /// @param name The name asked for
    /// @param found keccak256 of the creation code that was sent
    /// @param expected The hash on the list
    error DeployerWrongCode(bytes32 name, bytes32 found, bytes32 expected);

    /// @notice The contract exists already.
    /// @param name The name asked for
    /// @param deployed Where it is
    error DeployerAlreadyDeployed(bytes32 name, address deployed);

    /// @notice Deploys `creationCode ‖ abi.encode(address(this))` under `name`. Anyone may call it, in any order of
    /// names: siblings find each other through {addressOf}, deployed or not.
    /// @param name Name of the contract, from the list
    /// @param creationCode Compiler output without constructor arguments; its hash must be the one on the list
    /// @return deployed Address of the new contract, equal to `addressOf(name)`
    function deploy(bytes32 name, bytes calldata creationCode) external returns (address deployed);

    /// @notice Address of the contract called `name`, whether or not it is deployed yet.
    /// @dev Warning: it is computed for any name. Nothing can ever be deployed under a name that is not on the list.
    /// @param name Name of the contract
    /// @return The CREATE3 address that belongs to this deployer and the name
    function addressOf(bytes32 name) external view returns (address);

    /// @notice The creation code that may live under `name`.
    /// @param name Name of the contract
    /// @return keccak256 of the creation code without constructor arguments; zero if the name is not on the list
    function creationCodeHashOf(bytes32 name) external view returns (bytes32);
}
