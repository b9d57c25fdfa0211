// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IDeployer} from "../interfaces/IDeployer.sol";
import {IPermit2, PermitTransferFrom, SignatureTransferDetails, TokenPermissions} from "../interfaces/IPermit2.sol";
import {IReceiveWithAuthorization} from "../interfaces/IReceiveWithAuthorization.sol";
import {Edge, IRoyaltySplitter, Ledger, Payee, Sale, SplitKind, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PAYEES, ONE} from "../types/Constants.sol";
import {Names} from "../types/Names.sol";
import {CumulativeSplit} from "./CumulativeSplit.sol";
import {LedgerBook} from "./LedgerBook.sol";
import {NodeBook} from "./NodeBook.sol";
import {toHeader} from "./NodeWord.sol";
import {PotBook} from "./PotBook.sol";

/// @title RoyaltySplitter
contract RoyaltySplitter is IRoyaltySplitter, ReentrancyGuardTransient {
    using LedgerBook for LedgerBook.Book;
    using NodeBook for NodeBook.Book;
    using PotBook for PotBook.Book;
    using SafeERC20 for IERC20;

    /// @dev What a split keeps of a {Payee}.
    struct Line {
        uint32 weight;
        uint8 roles;
    }

    /// @dev Permit2 has the same address on every chain that has it.
    IPermit2 private constant _PERMIT2 = IPermit2(0x000000000022D473030F116dDEE9F6B43aC78BA3);

    string private constant _WITNESS_TYPE =
        "Purchase witness)Purchase(bytes32 offerId,uint256 assetId,address licensee,address referrer,uint32 seats,"
        "uint96 maxTotal,uint40 deadline,bytes32 salt)TokenPermissions(address token,uint256 amount)";

    address private immutable _ASSET_REGISTRY;
    address private immutable _LICENSE_MARKET;

    NodeBook.Book private _nodes;
    mapping(uint32 recipe => mapping(address account => Line)) private _lines;
    LedgerBook.Book private _ledgers;
    mapping(uint32 recipe => mapping(address token => mapping(address account => uint128))) private _claimed;
    mapping(address account => mapping(address token => uint256)) private _credits;
    PotBook.Book private _pots;

    modifier only(address caller) {
        if (msg.sender != caller) revert RoyaltySplitterUnauthorized(msg.sender);
        _;
    }

    constructor(address deployer) {
        _ASSET_REGISTRY = IDeployer(deployer).addressOf(Names.ASSET_REGISTRY);
        _LICENSE_MARKET = IDeployer(deployer).addressOf(Names.LICENSE_MARKET);
    }

    /// @inheritdoc IRoyaltySplitter
    function openNode(
        uint32 recipe,
        Edge[] calldata edges,
        Payee[] calldata payees,
        SplitOptions calldata options
    ) external only(_ASSET_REGISTRY) returns (uint24 stack) {
        Edge[] memory frozen;
        (frozen, stack) = _nodes.freeze(recipe, edges);
        _checkOptions(recipe, options);
        _nodes.write(recipe, toHeader(stack, edges.length), frozen);
        _writeLines(recipe, payees);
        emit NodeOpened(recipe, stack, frozen, payees, options);
    }

    /// @inheritdoc IRoyaltySplitter
    function collect(Sale memory sale, bool settleNow) external only(_LICENSE_MARKET) nonReentrant {
        _enter(sale, settleNow);
        if (sale.gross != 0) _pull(sale.token, sale.payer, sale.gross);
    }

    /// @inheritdoc IRoyaltySplitter
    function collectWithAuthorization(
        Sale memory sale,
        bool settleNow,
        uint40 deadline,
        bytes32 purchaseId,
        bytes calldata signature
    ) external only(_LICENSE_MARKET) nonReentrant {
        _enter(sale, settleNow);
        uint256 held = _holding(sale.token);
        IReceiveWithAuthorization(sale.token).receiveWithAuthorization({
            from: sale.payer,
            to: address(this),
            value: sale.gross,
            validAfter: 0,
            validBefore: uint256(deadline) + 1,
            nonce: purchaseId,
            signature: signature
        });
        _checkReceipt(sale.token, held, sale.gross);
    }

    /// @inheritdoc IRoyaltySplitter
    function collectWithPermit2(
        Sale memory sale,
        bool settleNow,
        uint40 deadline,
        bytes32 purchaseId,
        bytes32 witness,
        bytes calldata signature
    ) external only(_LICENSE_MARKET) nonReentrant {
        if (address(_PERMIT2).code.length == 0) revert RoyaltySplitterMissingPermit2(address(_PERMIT2));
        _enter(sale, settleNow);
        uint256 held = _holding(sale.token);
        _PERMIT2.permitWitnessTransferFrom({
            permit: PermitTransferFrom(TokenPermissions(sale.token, sale.gross), uint256(purchaseId), deadline),
            transferDetails: SignatureTransferDetails(address(this), sale.gross),
            owner: sale.payer,
            witness: witness,
            witnessTypeString: _WITNESS_TYPE,
            signature: signature
        });
        _checkReceipt(sale.token, held, sale.gross);
    }

    /// @inheritdoc IRoyaltySplitter
    function bookPot(bytes32 id, Sale memory sale, bool settleNow) external only(_LICENSE_MARKET) nonReentrant {
        _pots.draw(msg.sender, id, sale.token, sale.gross);
        _book(sale, settleNow);
        emit PotBooked(id, sale.recipe, sale.token, sale.gross - sale.referral, sale.referrer, sale.referral);
    }

    /// @inheritdoc IRoyaltySplitter
    function refundPot(bytes32 id, Sale memory sale, uint128 penalty) external only(_LICENSE_MARKET) nonReentrant {
        if (penalty > sale.gross) revert RoyaltySplitterOverRelease(id, penalty, sale.gross);
        _pots.draw(msg.sender, id, sale.token, sale.gross);
        uint128 refund = sale.gross - penalty;
        _credits[sale.payer][sale.token] += refund;
        emit PotReleased(msg.sender, id, sale.payer, sale.token, refund);
        _addIncome(sale, penalty);
        emit PotBooked(id, sale.recipe, sale.token, penalty, address(0), 0);
    }

    /// @inheritdoc IRoyaltySplitter
    function compensate(
        address token,
        address from,
        address to,
        uint128 amount
    ) external only(_LICENSE_MARKET) nonReentrant {
        _credit(token, to, amount);
        emit Compensated(from, to, token, amount);
        if (amount != 0) _pull(token, from, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function fundPot(address opener, bytes32 id, address token, uint128 amount) external nonReentrant {
        if (amount == 0) return;
        _pots.fill(opener, id, msg.sender, token, amount);
        _pull(token, msg.sender, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function releasePot(bytes32 id, address token, address to, uint128 amount) external nonReentrant {
        _pots.draw(msg.sender, id, token, amount);
        _credit(token, to, amount);
        emit PotReleased(msg.sender, id, to, token, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function settle(uint32[] calldata recipes, address token) external nonReentrant {
        for (uint256 i = 0; i < recipes.length; ++i) {
            _ledgers.settle(_nodes, recipes[i], token);
        }
    }

    /// @inheritdoc IRoyaltySplitter
    function claim(uint32 recipe, address token, address account) external nonReentrant returns (uint256 amount) {
        amount = _claim(recipe, token, account);
        if (amount != 0) _credits[account][token] += amount;
    }

    /// @inheritdoc IRoyaltySplitter
    function claimToWallet(
        uint32 recipe,
        address token,
        address account
    ) external nonReentrant returns (uint256 amount) {
        amount = _claim(recipe, token, account);
        if (amount != 0) _send(token, account, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function withdraw(address token, address account) external nonReentrant returns (uint256 amount) {
        amount = _credits[account][token];
        if (amount == 0) return 0;
        _credits[account][token] = 0;
        _send(token, account, amount);
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
    function stackOf(uint32 recipe) external view returns (uint24) {
        return _nodes.headerOf(recipe).stack();
    }

    /// @inheritdoc IRoyaltySplitter
    function edgesOf(uint32 recipe) external view returns (Edge[] memory edges) {
        return _nodes.edgesOf(recipe);
    }

    /// @inheritdoc IRoyaltySplitter
    function payeeOf(uint32 recipe, address account) external view returns (uint32 weight, uint8 roles) {
        Line storage line = _lines[recipe][account];
        return (line.weight, line.roles);
    }

    /// @inheritdoc IRoyaltySplitter
    function ledgerOf(uint32 recipe, address token) external view nonReentrantView returns (Ledger memory) {
        return _ledgers.ledgerOf(recipe, token);
    }

    /// @inheritdoc IRoyaltySplitter
    function claimedOf(uint32 recipe, address token, address account) external view nonReentrantView returns (uint256) {
        return _claimed[recipe][token][account];
    }

    /// @inheritdoc IRoyaltySplitter
    function claimable(uint32 recipe, address token, address account) external view nonReentrantView returns (uint256) {
        return _earnedDown(recipe, token, _lines[recipe][account].weight) - _claimed[recipe][token][account];
    }

    /// @inheritdoc IRoyaltySplitter
    function creditOf(address account, address token) external view nonReentrantView returns (uint256) {
        return _credits[account][token];
    }

    /// @inheritdoc IRoyaltySplitter
    function potOf(address opener, bytes32 id, address token) external view nonReentrantView returns (uint256) {
        return _pots.pots[opener][id][token];
    }

    /// @dev Money of a sale that is not final waits in a pot of the market; the referral waits with it.
    function _enter(Sale memory sale, bool settleNow) private {
        if (sale.pot == 0) {
            _book(sale, settleNow);
        } else {
            _checkReferral(sale);
            _pots.fill(msg.sender, sale.pot, sale.payer, sale.token, sale.gross);
        }
    }

    /// @dev The referral goes to a credit at once, because no split of the recipe has a say in it. Whether the recipe is
    /// open is not asked: the market sells registered recipes only, and AssetRegistry opens a node with each of them.
    function _book(Sale memory sale, bool settleNow) private {
        _checkReferral(sale);
        if (sale.referral != 0) _credits[sale.referrer][sale.token] += sale.referral;
        _addIncome(sale, sale.gross - sale.referral);
        if (settleNow) _ledgers.settle(_nodes, sale.recipe, sale.token);
    }

    /// @dev A token's owner keeps all but the lineage's part. The recipe's own payees gave theirs away with the right to
    /// sell, so that part goes where passed income goes.
    function _addIncome(Sale memory sale, uint128 net) private {
        if (sale.seller == address(0)) {
            _ledgers.addSale(sale.recipe, sale.token, net);
            return;
        }
        uint24 stack = _nodes.headerOf(sale.recipe).stack();
        uint256 kept = CumulativeSplit.shareDown(net, ONE - stack, ONE);
        _credits[sale.seller][sale.token] += kept;
        _ledgers.addPassed(sale.recipe, sale.token, net - kept);
        emit OwnerPaid(sale.recipe, sale.token, sale.seller, kept, net - kept);
    }

    function _credit(address token, address to, uint256 amount) private {
        if (to == address(0)) revert RoyaltySplitterInvalidReceiver(to);
        _credits[to][token] += amount;
    }

    function _pull(address token, address from, uint256 amount) private {
        uint256 held = _holding(token);
        IERC20(token).safeTransferFrom(from, address(this), amount);
        _checkReceipt(token, held, amount);
    }

    function _claim(uint32 recipe, address token, address account) private returns (uint256 amount) {
        uint32 weight = _lines[recipe][account].weight;
        if (weight == 0) {
            _nodes.headerOf(recipe);
            revert RoyaltySplitterUnknownPayee(recipe, account);
        }
        uint256 earned = _earnedDown(recipe, token, weight);
        amount = earned - _claimed[recipe][token][account];
        if (amount == 0) return 0;
        // casting to 'uint128' is safe because a part of `own` is not above `own`
        _claimed[recipe][token][account] = uint128(earned);
        emit Claimed(recipe, token, account, amount);
    }

    function _send(address token, address account, uint256 amount) private {
        emit Withdrawn(account, token, account, amount);
        IERC20(token).safeTransfer(account, amount);
    }

    function _writeLines(uint32 recipe, Payee[] calldata payees) private {
        if (payees.length > MAX_PAYEES) revert RoyaltySplitterTooManyPayees(recipe, payees.length, MAX_PAYEES);
        (address previous, uint256 sum) = (address(0), 0);
        for (uint256 i = 0; i < payees.length; ++i) {
            Payee calldata payee = payees[i];
            if (payee.account <= previous) revert RoyaltySplitterUnsortedPayees(recipe, payee.account, previous);
            previous = payee.account;
            sum += payee.weight;
            _lines[recipe][previous] = Line(payee.weight, payee.roles);
        }
        if (sum != ONE) revert RoyaltySplitterWrongWeightSum(recipe, sum, ONE);
    }

    /// @dev Only plain fixed splits are built yet.
    function _checkOptions(uint32 recipe, SplitOptions calldata options) private pure {
        bool plain =
            options.kind == SplitKind.Fixed &&
                options.root == 0 &&
                options.totalWeight == 0 &&
                options.token == address(0) &&
                options.advance.account == address(0) &&
                options.advance.token == address(0) &&
                options.advance.amount == 0;
        if (!plain) revert RoyaltySplitterInvalidOptions(recipe, options.kind);
    }

    function _earnedDown(uint32 recipe, address token, uint32 weight) private view returns (uint256) {
        return CumulativeSplit.shareDown(_ledgers.ownOf(recipe, token), weight, ONE);
    }

    function _holding(address token) private view returns (uint256) {
        if (token.code.length == 0) revert RoyaltySplitterUnknownToken(token);
        return IERC20(token).balanceOf(address(this));
    }

    function _checkReceipt(address token, uint256 held, uint256 expected) private view {
        uint256 received;
        // A balance that fell wraps around to a number that no payment has.
        unchecked {
            received = IERC20(token).balanceOf(address(this)) - held;
        }
        if (received != expected) revert RoyaltySplitterWrongReceipt(token, received, expected);
    }

    function _checkReferral(Sale memory sale) private pure {
        (uint128 gross, uint128 referral) = (sale.gross, sale.referral);
        if (referral == 0 || (referral <= gross && sale.referrer != address(0))) return;
        revert RoyaltySplitterInvalidReferral(sale.referrer, referral, gross);
    }
}
