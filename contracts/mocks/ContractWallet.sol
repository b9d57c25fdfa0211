// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title ContractWallet
/// @notice Account with code: its owner signs for it (ERC-1271) and calls through it. Receives no tokens knowingly.
/// @dev For local networks only.
contract ContractWallet is IERC1271 {
    error ContractWalletUnauthorized(address caller);

    address private _owner;

    constructor(address owner) {
        _owner = owner;
    }

    /// @notice Revokes every signature of the old owner.
    function setOwner(address owner) external {
        if (msg.sender != _owner) revert ContractWalletUnauthorized(msg.sender);
        _owner = owner;
    }

    function execute(address target, bytes calldata payload) external {
        if (msg.sender != _owner) revert ContractWalletUnauthorized(msg.sender);
        Address.functionCall(target, payload);
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address signer, ECDSA.RecoverError failure, ) = ECDSA.tryRecoverCalldata(hash, signature);
        bool valid = failure == ECDSA.RecoverError.NoError && signer == _owner;
        return valid ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
