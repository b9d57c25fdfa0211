// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {IPermit2, PermitTransferFrom, SignatureTransferDetails, TokenPermissions} from "../interfaces/IPermit2.sol";
import {IReceiveWithAuthorization} from "../interfaces/IReceiveWithAuthorization.sol";
import {Edge, IRoyaltySplitter, MerkleLine, Payee, Sale, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {MigrationBook} from "./MigrationBook.sol";
import {PotBook} from "./PotBook.sol";
import {RoyaltyBooks} from "./RoyaltyBooks.sol";
import {RoyaltyLedger} from "./RoyaltyLedger.sol";
import {RoyaltyReceiver} from "./RoyaltyReceiver.sol";
import {SplitterExtension} from "./SplitterExtension.sol";

/// @title RoyaltySplitter
/// @notice Every movement of tokens into and out of the books of {RoyaltyLedger}.
contract RoyaltySplitter is RoyaltyLedger, Multicall {
    using MigrationBook for MigrationBook.Book;
    using PotBook for PotBook.Book;
    using SafeERC20 for IERC20;

    /// @dev Permit2 has the same address on every chain that has it.
    IPermit2 private constant _PERMIT2 = IPermit2(0x000000000022D473030F116dDEE9F6B43aC78BA3);

    string private constant _WITNESS_TYPE =
        "Purchase witness)Purchase(bytes32 offerId,uint256 assetId,address licensee,address referrer,uint32 seats,"
        "uint96 maxTotal,uint40 deadline,bytes32 salt)TokenPermissions(address token,uint256 amount)";

    address private immutable _EXTENSION;
    bytes32 private immutable _RECEIVER_CODE_HASH;

    constructor(address deployer) RoyaltyBooks(deployer) {
        _EXTENSION = address(new SplitterExtension(deployer));
        _RECEIVER_CODE_HASH = keccak256(type(RoyaltyReceiver).creationCode);
    }

    /// @inheritdoc IRoyaltySplitter
    function openNode(
        uint32 recipe,
        Edge[] calldata edges,
        Payee[] calldata payees,
        SplitOptions calldata options
    ) external returns (uint24 stack) {
        return
            abi.decode(_extend(abi.encodeCall(IRoyaltySplitter.openNode, (recipe, edges, payees, options))), (uint24));
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
        _books().pots.draw(msg.sender, id, sale.token, sale.gross);
        _book(sale, settleNow);
        emit PotBooked(id, sale.recipe, sale.token, sale.gross - sale.referral, sale.referrer, sale.referral);
    }

    /// @inheritdoc IRoyaltySplitter
    function refundPot(bytes32 id, Sale memory sale, uint128 penalty) external only(_LICENSE_MARKET) nonReentrant {
        if (penalty > sale.gross) revert RoyaltySplitterOverRelease(id, penalty, sale.gross);
        _books().pots.draw(msg.sender, id, sale.token, sale.gross);
        uint128 refund = sale.gross - penalty;
        _credit(sale.token, sale.payer, refund);
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
        if (opener == _LICENSE_MARKET) revert RoyaltySplitterUnauthorized(msg.sender);
        if (amount == 0) return;
        _books().pots.fill(opener, id, msg.sender, token, amount);
        _pull(token, msg.sender, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function releasePot(bytes32 id, address token, address to, uint128 amount) external nonReentrant {
        _books().pots.draw(msg.sender, id, token, amount);
        _credit(token, to, amount);
        emit PotReleased(msg.sender, id, to, token, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function movePot(bytes32 from, bytes32 to, address token, uint256 amount) external nonReentrant {
        if (msg.sender == _LICENSE_MARKET) revert RoyaltySplitterUnauthorized(msg.sender);
        _books().pots.move(msg.sender, from, to, token, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function settle(uint32[] calldata recipes, address token) external nonReentrant {
        for (uint256 i = 0; i < recipes.length; ++i) {
            _settle(recipes[i], token);
        }
    }

    /// @inheritdoc IRoyaltySplitter
    function settleUp(uint32 recipe, address token, uint256 maxNodes) external returns (uint256 settled) {
        return abi.decode(_extend(abi.encodeCall(IRoyaltySplitter.settleUp, (recipe, token, maxNodes))), (uint256));
    }

    /// @inheritdoc IRoyaltySplitter
    function sweep(uint32 recipe, address token) external returns (uint256 amount) {
        return abi.decode(_extend(abi.encodeCall(IRoyaltySplitter.sweep, (recipe, token))), (uint256));
    }

    /// @inheritdoc IRoyaltySplitter
    function claim(uint32 recipe, address token, address account) external nonReentrant returns (uint256 amount) {
        amount = _take(recipe, token, account);
        if (amount != 0) _credit(token, _books().migrations.recipientOf(account), amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function claimToWallet(
        uint32 recipe,
        address token,
        address account
    ) external nonReentrant returns (uint256 amount) {
        amount = _take(recipe, token, account);
        if (amount == 0) return 0;
        address recipient = _books().migrations.recipientOf(account);
        _send(token, recipient, recipient, amount);
    }

    /// @inheritdoc IRoyaltySplitter
    function claimMerkle(
        uint32 recipe,
        address token,
        MerkleLine calldata line,
        bytes32[] calldata proof
    ) external returns (uint256 amount) {
        return
            abi.decode(_extend(abi.encodeCall(IRoyaltySplitter.claimMerkle, (recipe, token, line, proof))), (uint256));
    }

    /// @inheritdoc IRoyaltySplitter
    function withdraw(address token, address account) external nonReentrant returns (uint256) {
        return _withdraw(token, account, account);
    }

    /// @inheritdoc IRoyaltySplitter
    function withdrawTo(
        address token,
        address account,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 amount) {
        return
            abi.decode(
                _extend(abi.encodeCall(IRoyaltySplitter.withdrawTo, (token, account, to, deadline, signature))),
                (uint256)
            );
    }

    /// @inheritdoc IRoyaltySplitter
    function startMigration(
        address account,
        address to,
        uint256 deadline,
        bytes calldata accountSignature,
        bytes calldata toSignature
    ) external {
        _extend(
            abi.encodeCall(IRoyaltySplitter.startMigration, (account, to, deadline, accountSignature, toSignature))
        );
    }

    /// @inheritdoc IRoyaltySplitter
    function cancelMigration(address account) external {
        _extend(abi.encodeCall(IRoyaltySplitter.cancelMigration, (account)));
    }

    /// @inheritdoc IRoyaltySplitter
    function finishMigration(address account) external {
        _extend(abi.encodeCall(IRoyaltySplitter.finishMigration, (account)));
    }

    /// @inheritdoc IRoyaltySplitter
    function receiverOf(uint32 recipe) public view returns (address) {
        return Create2.computeAddress(bytes32(uint256(recipe)), _RECEIVER_CODE_HASH);
    }

    /// @inheritdoc IRoyaltySplitter
    function multicall(
        bytes[] calldata data
    ) public override(IRoyaltySplitter, Multicall) returns (bytes[] memory results) {
        return super.multicall(data);
    }

    /// @dev Money of a sale that is not final waits in a pot of the market; the referral waits with it.
    function _enter(Sale memory sale, bool settleNow) private {
        if (sale.pot == 0) {
            _book(sale, settleNow);
        } else {
            _checkReferral(sale);
            _books().pots.fill(msg.sender, sale.pot, sale.payer, sale.token, sale.gross);
        }
    }

    function _pull(address token, address from, uint256 amount) private {
        uint256 held = _holding(token);
        IERC20(token).safeTransferFrom(from, address(this), amount);
        _checkReceipt(token, held, amount);
    }

    function _checkReceipt(address token, uint256 held, uint256 expected) private view {
        uint256 received = _receivedSince(token, held);
        if (received != expected) revert RoyaltySplitterWrongReceipt(token, received, expected);
    }

    /// @dev Runs the extension's function of the same name on these books.
    function _extend(bytes memory call) private returns (bytes memory) {
        return Address.functionDelegateCall(_EXTENSION, call);
    }
}
