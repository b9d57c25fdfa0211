// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IDeployer} from "../interfaces/IDeployer.sol";
import {IRoyaltySplitter, SplitKind} from "../interfaces/IRoyaltySplitter.sol";
import {Names} from "../types/Names.sol";
import {LedgerBook} from "./LedgerBook.sol";
import {MigrationBook} from "./MigrationBook.sol";
import {NodeBook} from "./NodeBook.sol";
import {NodeWord} from "./NodeWord.sol";
import {PotBook} from "./PotBook.sol";
import {SplitBook} from "./SplitBook.sol";

/// @title RoyaltyBooks
/// @notice What {IRoyaltySplitter} keeps, in one layout for the splitter and its extension, and what both do with it.
abstract contract RoyaltyBooks is ERC6909, EIP712, Nonces, ReentrancyGuardTransient {
    using LedgerBook for LedgerBook.Book;
    using NodeBook for NodeBook.Book;
    using SafeERC20 for IERC20;
    using SplitBook for SplitBook.Book;

    /// @dev Lineage, inboxes, splits and shares, credits, escrows, recipients.
    struct Books {
        NodeBook.Book nodes;
        LedgerBook.Book ledgers;
        SplitBook.Book splits;
        mapping(address account => mapping(address token => uint256 amount)) credits;
        PotBook.Book pots;
        MigrationBook.Book migrations;
    }

    address internal immutable _ASSET_REGISTRY;
    address internal immutable _LICENSE_MARKET;

    Books private _kept;

    modifier only(address caller) {
        if (msg.sender != caller) revert IRoyaltySplitter.RoyaltySplitterUnauthorized(msg.sender);
        _;
    }

    constructor(address deployer) EIP712("Imprimatur RoyaltySplitter", "1") {
        _ASSET_REGISTRY = IDeployer(deployer).addressOf(Names.ASSET_REGISTRY);
        _LICENSE_MARKET = IDeployer(deployer).addressOf(Names.LICENSE_MARKET);
    }

    function _credit(address token, address to, uint256 amount) internal {
        if (to == address(0)) revert IRoyaltySplitter.RoyaltySplitterInvalidReceiver(to);
        _books().credits[to][token] += amount;
    }

    /// @dev Empties a credit that is about to be paid out.
    function _takeCredit(address token, address account) internal returns (uint256 amount) {
        amount = _books().credits[account][token];
        if (amount != 0) _books().credits[account][token] = 0;
    }

    function _withdraw(address token, address account, address to) internal returns (uint256 amount) {
        amount = _takeCredit(token, account);
        if (amount != 0) _send(token, account, to, amount);
    }

    function _send(address token, address account, address to, uint256 amount) internal {
        emit IRoyaltySplitter.Withdrawn(account, token, to, amount);
        IERC20(token).safeTransfer(to, amount);
    }

    function _holding(address token) internal view returns (uint256) {
        if (token.code.length == 0) revert IRoyaltySplitter.RoyaltySplitterUnknownToken(token);
        return IERC20(token).balanceOf(address(this));
    }

    function _receivedSince(address token, uint256 held) internal view returns (uint256) {
        // A balance that fell wraps around to a number that no payment has.
        unchecked {
            return IERC20(token).balanceOf(address(this)) - held;
        }
    }

    function _merkleHeaderOf(uint32 recipe) internal view returns (NodeWord header) {
        header = _books().nodes.headerOf(recipe);
        SplitKind kind = header.kind();
        if (kind != SplitKind.Merkle) revert IRoyaltySplitter.RoyaltySplitterWrongKind(recipe, kind);
    }

    function _books() internal view returns (Books storage) {
        return _kept;
    }
}
