// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

import {ILineageLens} from "../interfaces/ILineageLens.sol";
import {
    Edge,
    IRoyaltySplitter,
    Ledger,
    MerkleLine,
    Sale,
    SplitKind,
    SplitOptions
} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PATH, ONE} from "../types/Constants.sol";
import {CumulativeSplit} from "./CumulativeSplit.sol";
import {LedgerBook} from "./LedgerBook.sol";
import {LineageLens} from "./LineageLens.sol";
import {MigrationBook} from "./MigrationBook.sol";
import {NodeBook} from "./NodeBook.sol";
import {NodeWord} from "./NodeWord.sol";
import {RoyaltyBooks} from "./RoyaltyBooks.sol";
import {SplitBook} from "./SplitBook.sol";

/// @title RoyaltyLedger
/// @notice What the books say, and what moves within them without a token being called.
abstract contract RoyaltyLedger is IRoyaltySplitter, RoyaltyBooks {
    using LedgerBook for LedgerBook.Book;
    using MigrationBook for MigrationBook.Book;
    using NodeBook for NodeBook.Book;
    using SplitBook for SplitBook.Book;
    using SplitBook for SplitBook.Due;

    ILineageLens private immutable _LENS;

    constructor() {
        _LENS = new LineageLens();
    }

    /// @inheritdoc IRoyaltySplitter
    function assetRegistry() external view returns (address) {
        return _ASSET_REGISTRY;
    }

    /// @inheritdoc IRoyaltySplitter
    function licenseMarket() external view returns (address) {
        return _LICENSE_MARKET;
    }

    /// @inheritdoc IRoyaltySplitter
    function potOf(address opener, bytes32 id, address token) external view nonReentrantView returns (uint256) {
        return _books().pots.pots[opener][id][token];
    }

    /// @inheritdoc IRoyaltySplitter
    function recipientOf(address account) external view returns (address) {
        return _books().migrations.recipientOf(account);
    }

    /// @inheritdoc IRoyaltySplitter
    function migrationOf(address account) external view returns (address to, uint40 readyAt) {
        MigrationBook.Migration storage migration = _books().migrations.migrations[account];
        return (migration.to, migration.readyAt);
    }

    /// @inheritdoc IRoyaltySplitter
    function stackOf(uint32 recipe) external view returns (uint24) {
        return _books().nodes.headerOf(recipe).stack();
    }

    /// @inheritdoc IRoyaltySplitter
    function edgesOf(uint32 recipe) external view returns (Edge[] memory) {
        return _books().nodes.edgesOf(recipe);
    }

    /// @inheritdoc IRoyaltySplitter
    function payeeOf(uint32 recipe, address account) external view returns (uint32 weight, uint8 roles) {
        SplitBook.Line storage line = _books().splits.lines[recipe][account];
        return (line.weight, line.roles);
    }

    /// @inheritdoc IRoyaltySplitter
    function optionsOf(uint32 recipe) external view returns (SplitOptions memory) {
        _books().nodes.headerOf(recipe);
        return _books().splits.options[recipe];
    }

    /// @inheritdoc IRoyaltySplitter
    function ledgerOf(uint32 recipe, address token) external view nonReentrantView returns (Ledger memory) {
        return _books().ledgers.ledgerOf(recipe, token);
    }

    /// @inheritdoc IRoyaltySplitter
    function claimedOf(uint32 recipe, address token, address account) external view nonReentrantView returns (uint256) {
        return _books().splits.claimed[recipe][token][account];
    }

    /// @inheritdoc IRoyaltySplitter
    function merkleClaimedOf(
        uint32 recipe,
        address token,
        uint256 index
    ) external view nonReentrantView returns (uint256) {
        return _books().splits.claimedByLeaf[recipe][token][index];
    }

    /// @inheritdoc IRoyaltySplitter
    function claimable(uint32 recipe, address token, address account) external view nonReentrantView returns (uint256) {
        return
            _books().splits.dueOf(_books().nodes, recipe, token, account, _books().ledgers.ownOf(recipe, token)).sum();
    }

    /// @inheritdoc IRoyaltySplitter
    function claimableWithPath(
        uint32 recipe,
        address token,
        address account,
        uint32[] calldata path
    ) external view nonReentrantView returns (uint256) {
        if (path.length > MAX_PATH) revert RoyaltySplitterPathTooLong(path.length, MAX_PATH);
        uint128 own = _LENS.ownAfter(recipe, token, path);
        return _books().splits.dueOf(_books().nodes, recipe, token, account, own).sum();
    }

    /// @inheritdoc IRoyaltySplitter
    function claimableMerkle(
        uint32 recipe,
        address token,
        MerkleLine calldata line
    ) external view nonReentrantView returns (uint256) {
        (NodeWord header, uint128 own) = (_merkleHeaderOf(recipe), _books().ledgers.ownOf(recipe, token));
        return _books().splits.dueOfLeaf(recipe, header, token, line, own, _books().ledgers.paidOf(recipe, token));
    }

    /// @inheritdoc IRoyaltySplitter
    function creditOf(address account, address token) external view nonReentrantView returns (uint256) {
        return _books().credits[account][token];
    }

    /// @inheritdoc IRoyaltySplitter
    function nonces(address account) public view override(IRoyaltySplitter, Nonces) returns (uint256) {
        return super.nonces(account);
    }

    /// @inheritdoc IERC6909
    function balanceOf(address owner, uint256 id) public view override(ERC6909, IERC6909) returns (uint256) {
        // casting to 'uint32' is safe because of the comparison before it
        return id > type(uint32).max ? 0 : _books().splits.lines[uint32(id)][owner].shares;
    }

    /// @dev The referral goes to a credit at once, because no split of the recipe has a say in it. Whether the recipe
    /// is open is not asked: the market sells registered recipes only, and AssetRegistry opens a node with each of
    /// them.
    function _book(Sale memory sale, bool settleNow) internal {
        _checkReferral(sale);
        if (sale.referral != 0) _books().credits[sale.referrer][sale.token] += sale.referral;
        _addIncome(sale, sale.gross - sale.referral);
        if (settleNow) _settle(sale.recipe, sale.token);
    }

    /// @dev A token's owner keeps all but the lineage's part. The recipe's own payees gave theirs away with the right
    /// to sell, so that part goes where passed income goes.
    function _addIncome(Sale memory sale, uint128 net) internal {
        if (sale.seller == address(0)) {
            _books().ledgers.addSale(sale.recipe, sale.token, net);
            return;
        }
        uint24 stack = _books().nodes.headerOf(sale.recipe).stack();
        uint256 kept = CumulativeSplit.shareDown(net, ONE - stack, ONE);
        _books().credits[sale.seller][sale.token] += kept;
        _books().ledgers.addPassed(sale.recipe, sale.token, net - kept);
        emit OwnerPaid(sale.recipe, sale.token, sale.seller, kept, net - kept);
    }

    function _settle(uint32 recipe, address token) internal {
        _books().ledgers.settle(_books().nodes, recipe, token);
    }

    /// @dev Whoever has no part in the split now and can never have one is a mistake of the caller.
    function _take(uint32 recipe, address token, address account) internal returns (uint256 amount) {
        amount = _books().splits.take(_books().nodes, recipe, token, account, _books().ledgers.ownOf(recipe, token));
        if (amount == 0) _checkPayee(recipe, account);
        else emit Claimed(recipe, token, account, amount);
    }

    /// @dev Moves shares of a tradable split, with everything new divided first: what came in before belongs to `from`.
    function _update(address from, address to, uint256 id, uint256 amount) internal override nonReentrant {
        // casting to 'uint32' is safe because an id that does not survive it is refused
        uint32 recipe = uint32(id);
        NodeWord header = _books().nodes.headerOf(recipe);
        if (recipe != id || header.kind() != SplitKind.Tradable) revert RoyaltySplitterNotTradable(recipe);
        uint256 held = _books().splits.lines[recipe][from].shares;
        if (amount > held) revert ERC6909InsufficientBalance(from, held, amount, id);
        address token = _books().splits.options[recipe].token;
        _settle(recipe, token);
        uint128 own = _books().ledgers.ownOf(recipe, token);
        own -= _books().splits.repaidOf(recipe, header, token, own);
        // casting to 'uint32' is safe because nobody holds more than a million shares
        _books().splits.moveShares(recipe, from, to, uint32(amount), own);
        emit Transfer(msg.sender, from, to, id, amount);
    }

    function _checkReferral(Sale memory sale) internal pure {
        (uint128 gross, uint128 referral) = (sale.gross, sale.referral);
        if (referral == 0 || (referral <= gross && sale.referrer != address(0))) return;
        revert RoyaltySplitterInvalidReferral(sale.referrer, referral, gross);
    }

    /// @dev Holders of shares come and go, so of a tradable split everybody may be one.
    function _checkPayee(uint32 recipe, address account) private view {
        if (_books().splits.lines[recipe][account].weight != 0) return;
        NodeWord header = _books().nodes.headerOf(recipe);
        SplitKind kind = header.kind();
        if (kind == SplitKind.Tradable) return;
        if (header.hasAdvance() && _books().splits.options[recipe].advance.account == account) return;
        if (kind == SplitKind.Merkle) revert RoyaltySplitterWrongKind(recipe, kind);
        revert RoyaltySplitterUnknownPayee(recipe, account);
    }
}
