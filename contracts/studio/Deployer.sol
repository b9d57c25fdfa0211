// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Create3} from "@openzeppelin/contracts/utils/Create3.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";

/// @title Deployer
/// @notice See {IDeployer}.
contract Deployer is IDeployer {
    mapping(bytes32 name => bytes32 creationCodeHash) private _hashes;

    /// @dev The lists are constructor arguments, so they are part of the CREATE2 address of this contract.
    constructor(bytes32[] memory names, bytes32[] memory creationCodeHashes) {
        if (names.length != creationCodeHashes.length) {
            revert DeployerLengthMismatch(names.length, creationCodeHashes.length);
        }
        for (uint256 i = 0; i < names.length; ++i) {
            bool listed = _hashes[names[i]] != 0;
            if (listed || creationCodeHashes[i] == 0) revert DeployerInvalidEntry(names[i]);
            _hashes[names[i]] = creationCodeHashes[i];
        }
    }

    /// @inheritdoc IDeployer
    function deploy(bytes32 name, bytes calldata creationCode) external returns (address deployed) {
        bytes32 expected = _hashes[name];
        if (expected == 0) revert DeployerUnknownName(name);
        bytes32 found = keccak256(creationCode);
        if (found != expected) revert DeployerWrongCode(name, found, expected);
        deployed = addressOf(name);
        if (deployed.code.length != 0) revert DeployerAlreadyDeployed(name, deployed);

        emit ContractDeployed(name, deployed);
        Create3.deploy(0, name, abi.encodePacked(creationCode, abi.encode(address(this))));
    }

    /// @inheritdoc IDeployer
    function addressOf(bytes32 name) public view returns (address) {
        return Create3.computeAddress(name);
    }

    /// @inheritdoc IDeployer
    function creationCodeHashOf(bytes32 name) external view returns (bytes32) {
        return _hashes[name];
    }
}
