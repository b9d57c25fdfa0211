// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";

/// @title MigrationBook
/// @notice Who receives what is claimed for an account, and changes of it that wait.
library MigrationBook {
    /// @dev Time in which either side can still object.
    uint40 private constant _DELAY = 7 days;

    /// @dev One slot; `readyAt` in unix seconds.
    struct Migration {
        address to;
        uint40 readyAt;
    }

    /// @dev No recipient means the account itself.
    struct Book {
        mapping(address account => address recipient) recipients;
        mapping(address account => Migration migration) migrations;
    }

    /// @notice Begins a change, in place of any that waits; the signatures were checked.
    function start(Book storage book, address account, address to) internal {
        uint40 readyAt = uint40(block.timestamp) + _DELAY;
        book.migrations[account] = Migration(to, readyAt);
        emit IRoyaltySplitter.MigrationStarted(account, to, readyAt);
    }

    /// @notice Gives up a change, if `caller` is one of its sides.
    function cancel(Book storage book, address account, address caller) internal {
        address to = _pending(book, account).to;
        if (caller != to && caller != recipientOf(book, account)) {
            revert IRoyaltySplitter.RoyaltySplitterUnauthorized(caller);
        }
        delete book.migrations[account];
        emit IRoyaltySplitter.MigrationCanceled(account);
    }

    /// @notice Makes a change whose time has come.
    function finish(Book storage book, address account) internal {
        Migration memory migration = _pending(book, account);
        if (block.timestamp < migration.readyAt) {
            revert IRoyaltySplitter.RoyaltySplitterMigrationNotReady(account, migration.readyAt);
        }
        delete book.migrations[account];
        book.recipients[account] = migration.to == account ? address(0) : migration.to;
        emit IRoyaltySplitter.PayeeMigrated(account, migration.to);
    }

    /// @notice Who receives what is claimed for the account.
    function recipientOf(Book storage book, address account) internal view returns (address recipient) {
        recipient = book.recipients[account];
        if (recipient == address(0)) recipient = account;
    }

    function _pending(Book storage book, address account) private view returns (Migration memory migration) {
        migration = book.migrations[account];
        if (migration.to == address(0)) revert IRoyaltySplitter.RoyaltySplitterNoMigration(account);
    }
}
