// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IReputationToken} from "../interfaces/IReputationToken.sol";

/// @title AccountMigrations
/// @notice Accounts whose owners want to go on under another address, and wait for somebody to object.
library AccountMigrations {
    /// @dev One slot.
    struct Migration {
        address to;
        uint48 readyAt; // seconds since the epoch
    }

    bytes32 private constant _TYPE_HASH = keccak256(
        "AccountMigration(address from,address to,uint256 nonce,uint256 deadline)"
    );

    uint256 private constant _DELAY = 7 days;

    /// @notice Starts to move `from` to `to`.
    function start(mapping(address from => Migration migration) storage self, address from, address to) internal {
        if (self[from].to != address(0)) revert IReputationToken.ReputationTokenMigrationPending(from);
        // casting to 'uint48' is safe for nine million years
        uint48 readyAt = uint48(block.timestamp + _DELAY);
        self[from] = Migration({to: to, readyAt: readyAt});
        emit IReputationToken.AccountMigrationStarted(from, to, readyAt);
    }

    /// @notice Lets `from` stay where it is.
    function cancel(mapping(address from => Migration migration) storage self, address from) internal {
        if (self[from].to == address(0)) revert IReputationToken.ReputationTokenNoMigration(from);
        delete self[from];
        emit IReputationToken.AccountMigrationCanceled(from, msg.sender);
    }

    /// @notice Takes a migration whose time has come off the list.
    function take(
        mapping(address from => Migration migration) storage self,
        address from
    ) internal returns (address to) {
        uint48 readyAt;
        (to, readyAt) = (self[from].to, self[from].readyAt);
        if (to == address(0)) revert IReputationToken.ReputationTokenNoMigration(from);
        if (block.timestamp < readyAt) revert IReputationToken.ReputationTokenMigrationNotReady(from, readyAt);
        delete self[from];
    }

    /// @notice What both accounts sign (EIP-712).
    function hashOf(address from, address to, uint256 nonce, uint256 deadline) internal pure returns (bytes32) {
        return keccak256(abi.encode(_TYPE_HASH, from, to, nonce, deadline));
    }
}
