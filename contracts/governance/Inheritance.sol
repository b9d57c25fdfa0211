// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";

/// @title Inheritance
/// @notice Balances of an older token that wait for their owners: leaves of OpenZeppelin's StandardMerkleTree.
library Inheritance {
    /// @dev What was inherited, and who has its part.
    struct Book {
        bytes32 root;
        uint48 since; // seconds since the epoch
        mapping(address account => bool claimed) claimed;
    }

    uint256 private constant _TERM = 365 days;

    /// @notice Opens the book.
    function open(Book storage self, bytes32 root) internal {
        // casting to 'uint48' is safe for nine million years
        (self.root, self.since) = (root, uint48(block.timestamp));
    }

    /// @notice Marks an account as served, if the tree holds its balance.
    function claim(Book storage self, address account, uint256 raw, bytes32[] calldata proof) internal {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(account, raw))));
        if (!MerkleProof.verifyCalldata(proof, self.root, leaf)) {
            revert IReputationToken.ReputationTokenInvalidProof(account);
        }
        if (self.claimed[account]) revert IReputationToken.ReputationTokenAlreadyClaimed(account);
        self.claimed[account] = true;
        emit IReputationToken.InheritanceClaimed(account, raw);
    }

    /// @notice Refuses before what is left may be burned.
    function requireOver(Book storage self) internal view {
        if (block.timestamp < self.since + _TERM) revert IReputationToken.ReputationTokenNotDormant(address(this));
    }
}
