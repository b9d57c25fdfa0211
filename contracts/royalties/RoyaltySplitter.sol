// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IDeployer} from "../interfaces/IDeployer.sol";
import {IReceiveWithAuthorization} from "../interfaces/IReceiveWithAuthorization.sol";
import {Edge, IRoyaltySplitter, Ledger, Payee, Sale, SplitKind, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PARENTS, MAX_PAYEES, ONE, STACK_CAP} from "../types/Constants.sol";
import {Names} from "../types/Names.sol";
import {CumulativeSplit, Inboxes} from "./CumulativeSplit.sol";
import {EDGES_PER_WORD, NodeWord, toHeader} from "./NodeWord.sol";
import {Pair, toPair} from "./Pair.sol";

/// @title RoyaltySplitter
contract RoyaltySplitter is IRoyaltySplitter, ReentrancyGuardTransient {
    using CumulativeSplit for Inboxes;
    using SafeERC20 for IERC20;

    /// @dev What a split keeps of a {Payee}.
    struct Line {
        uint32 weight;
        uint8 roles;
    }

    /// @dev How a {Ledger} is kept: three slots, each field in the half that Solidity would give it.
    struct Account {
        Pair income; // passed, own
        Pair sold; // sales, settledSales
        Pair handed; // settledPassed, paid
    }

    uint256 private constant _NODE_WORDS = (MAX_PARENTS + EDGES_PER_WORD - 1) / EDGES_PER_WORD;

    address private immutable _ASSET_REGISTRY;
    address private immutable _LICENSE_MARKET;

    mapping(uint32 recipe => NodeWord[_NODE_WORDS]) private _nodes;
    mapping(uint32 recipe => mapping(address account => Line)) private _lines;
    mapping(uint32 recipe => mapping(address token => Account)) private _accounts;
    mapping(uint32 recipe => mapping(address token => mapping(address account => uint128))) private _claimed;
    mapping(address account => mapping(address token => uint256)) private _balances;

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
        if (recipe == 0) revert RoyaltySplitterUnknownRecipe(recipe);
        if (_nodes[recipe][0].isOpen()) revert RoyaltySplitterAlreadyOpen(recipe);
        _checkOptions(recipe, options);
        Edge[] memory frozen;
        (frozen, stack) = _freeze(recipe, edges);
        _writeNode(recipe, frozen, stack);
        _writeLines(recipe, payees);
        emit NodeOpened(recipe, stack, frozen, payees, options);
    }

    /// @inheritdoc IRoyaltySplitter
    function collect(Sale memory sale, bool settleNow) external only(_LICENSE_MARKET) nonReentrant {
        _book(sale, settleNow);
        if (sale.gross == 0) return;
        uint256 held = _holding(sale.token);
        IERC20(sale.token).safeTransferFrom(sale.payer, address(this), sale.gross);
        _checkReceipt(sale, held);
    }

    /// @inheritdoc IRoyaltySplitter
    function collectWithAuthorization(
        Sale memory sale,
        bool settleNow,
        uint40 deadline,
        bytes32 purchaseId,
        bytes calldata signature
    ) external only(_LICENSE_MARKET) nonReentrant {
        _book(sale, settleNow);
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
        _checkReceipt(sale, held);
    }

    /// @inheritdoc IRoyaltySplitter
    function settle(uint32[] calldata recipes, address token) external nonReentrant {
        for (uint256 i = 0; i < recipes.length; ++i) {
            _settle(recipes[i], token);
        }
    }

    /// @inheritdoc IRoyaltySplitter
    function claim(uint32 recipe, address token, address account) external nonReentrant returns (uint256 amount) {
        amount = _claim(recipe, token, account);
        if (amount != 0) _balances[account][token] += amount;
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
        amount = _balances[account][token];
        if (amount == 0) return 0;
        _balances[account][token] = 0;
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
        return _headerOf(recipe).stack();
    }

    /// @inheritdoc IRoyaltySplitter
    function edgesOf(uint32 recipe) external view returns (Edge[] memory edges) {
        edges = new Edge[](_headerOf(recipe).edgeCount());
        for (uint256 i = 0; i < edges.length; ++i) {
            Edge memory edge = edges[i];
            (edge.parent, edge.rate, edge.pass) = _nodes[recipe][i / EDGES_PER_WORD].edgeAt(i % EDGES_PER_WORD);
        }
    }

    /// @inheritdoc IRoyaltySplitter
    function payeeOf(uint32 recipe, address account) external view returns (uint32 weight, uint8 roles) {
        Line storage line = _lines[recipe][account];
        return (line.weight, line.roles);
    }

    /// @inheritdoc IRoyaltySplitter
    function ledgerOf(uint32 recipe, address token) external view nonReentrantView returns (Ledger memory) {
        Account storage account = _accounts[recipe][token];
        (Pair income, Pair sold, Pair handed) = (account.income, account.sold, account.handed);
        return
            Ledger({
                passed: income.first(),
                own: income.second(),
                sales: sold.first(),
                settledSales: sold.second(),
                settledPassed: handed.first(),
                paid: handed.second()
            });
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
        return _balances[account][token];
    }

    /// @dev The referral goes to a balance at once, because no split of the recipe has a say in it.
    function _book(Sale memory sale, bool settleNow) private {
        (uint128 gross, uint128 referral) = (sale.gross, sale.referral);
        if (referral != 0) {
            if (referral > gross || sale.referrer == address(0)) {
                revert RoyaltySplitterInvalidReferral(sale.referrer, referral, gross);
            }
            _balances[sale.referrer][sale.token] += referral;
        }
        _headerOf(sale.recipe);
        Account storage account = _accounts[sale.recipe][sale.token];
        account.sold = account.sold.plus(gross - referral, 0);
        if (settleNow) _settle(sale.recipe, sale.token);
    }

    function _settle(uint32 recipe, address token) private {
        NodeWord word = _headerOf(recipe);
        Inboxes memory inboxes = _takeIn(_accounts[recipe][token], word.stack());
        if (inboxes.isSettled()) return;
        uint256 count = word.edgeCount();
        for (uint256 i = 0; i < count; ++i) {
            uint256 place = i % EDGES_PER_WORD;
            if (place == 0 && i != 0) word = _nodes[recipe][i / EDGES_PER_WORD];
            (uint32 parent, uint24 rate, uint24 pass) = word.edgeAt(place);
            _credit(_accounts[parent][token], inboxes.parentGainDown(pass), inboxes.parentGainDown(rate));
        }
        emit Settled(recipe, token, inboxes.sales, inboxes.passed);
    }

    /// @dev Reads both inboxes, marks them divided and credits the recipe's own payees.
    function _takeIn(Account storage account, uint24 stack) private returns (Inboxes memory inboxes) {
        (Pair income, Pair sold) = (account.income, account.sold);
        (inboxes.sales, inboxes.settledSales) = (sold.first(), sold.second());
        (inboxes.passed, inboxes.stack) = (income.first(), stack);
        // Nothing was divided of an inbox that never received anything: a recipe without children saves this slot.
        if (inboxes.passed != 0) {
            Pair handed = account.handed;
            inboxes.settledPassed = handed.first();
            if (inboxes.passed != inboxes.settledPassed) account.handed = toPair(inboxes.passed, handed.second());
        }
        if (inboxes.sales != inboxes.settledSales) {
            account.sold = toPair(inboxes.sales, inboxes.sales);
            account.income = income.plus(0, inboxes.ownGainDown());
        }
    }

    /// @dev An edge that gains nothing, such as attribution without a rate, costs no write.
    function _credit(Account storage account, uint256 passed, uint256 own) private {
        if (passed | own != 0) account.income = account.income.plus(passed, own);
    }

    function _claim(uint32 recipe, address token, address account) private returns (uint256 amount) {
        uint32 weight = _lines[recipe][account].weight;
        if (weight == 0) {
            _headerOf(recipe);
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

    function _writeNode(uint32 recipe, Edge[] memory edges, uint24 stack) private {
        NodeWord word = toHeader(stack, edges.length);
        for (uint256 i = 0; i < edges.length; ++i) {
            uint256 place = i % EDGES_PER_WORD;
            if (place == 0 && i != 0) {
                _nodes[recipe][i / EDGES_PER_WORD - 1] = word;
                word = NodeWord.wrap(0);
            }
            word = word.withEdge(place, edges[i]);
        }
        _nodes[recipe][edges.length == 0 ? 0 : (edges.length - 1) / EDGES_PER_WORD] = word;
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

    /// @dev Each edge with its parent's stack as pass rate, and the stack that follows from them.
    function _freeze(uint32 recipe, Edge[] calldata edges) private view returns (Edge[] memory frozen, uint24 stack) {
        if (edges.length > MAX_PARENTS) revert RoyaltySplitterTooManyParents(recipe, edges.length, MAX_PARENTS);
        frozen = new Edge[](edges.length);
        (uint32 previous, uint256 sum) = (0, 0);
        for (uint256 i = 0; i < edges.length; ++i) {
            (uint32 parent, uint24 rate) = (edges[i].parent, edges[i].rate);
            if (parent <= previous) revert RoyaltySplitterUnsortedParents(recipe, parent, previous);
            if (parent >= recipe) revert RoyaltySplitterParentNotEarlier(recipe, parent);
            frozen[i] = Edge(parent, rate, _headerOf(parent).stack());
            sum += uint256(rate) + frozen[i].pass;
            previous = parent;
        }
        if (sum > STACK_CAP) revert RoyaltySplitterOverStackCap(recipe, sum, STACK_CAP);
        // casting to 'uint24' is safe because the cap is below 2^20
        stack = uint24(sum);
    }

    function _headerOf(uint32 recipe) private view returns (NodeWord word) {
        word = _nodes[recipe][0];
        if (!word.isOpen()) revert RoyaltySplitterUnknownRecipe(recipe);
    }

    function _earnedDown(uint32 recipe, address token, uint32 weight) private view returns (uint256) {
        return CumulativeSplit.shareDown(_accounts[recipe][token].income.second(), weight, ONE);
    }

    function _holding(address token) private view returns (uint256) {
        if (token.code.length == 0) revert RoyaltySplitterUnknownToken(token);
        return IERC20(token).balanceOf(address(this));
    }

    function _checkReceipt(Sale memory sale, uint256 held) private view {
        uint256 received;
        // A balance that fell wraps around to a number that no sale has.
        unchecked {
            received = IERC20(sale.token).balanceOf(address(this)) - held;
        }
        if (received != sale.gross) revert RoyaltySplitterWrongReceipt(sale.token, received, sale.gross);
    }
}
