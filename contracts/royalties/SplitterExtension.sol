// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {Edge, IRoyaltySplitter, MerkleLine, Payee, SplitKind, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {LedgerBook} from "./LedgerBook.sol";
import {Lineage} from "./Lineage.sol";
import {MigrationBook} from "./MigrationBook.sol";
import {NodeBook} from "./NodeBook.sol";
import {NodeWord, toHeader} from "./NodeWord.sol";
import {RoyaltyBooks} from "./RoyaltyBooks.sol";
import {RoyaltyReceiver} from "./RoyaltyReceiver.sol";
import {SplitBook} from "./SplitBook.sol";
import {WrappedNative} from "./WrappedNative.sol";

/// @title SplitterExtension
/// @notice The rarer functions of {IRoyaltySplitter}, whose code does not fit into one contract. The splitter creates
/// it and runs its code on its own books; called directly it has no books, no money, and nobody's trust.
contract SplitterExtension is RoyaltyBooks {
    using LedgerBook for LedgerBook.Book;
    using Lineage for LedgerBook.Book;
    using MigrationBook for MigrationBook.Book;
    using NodeBook for NodeBook.Book;
    using SplitBook for SplitBook.Book;

    bytes32 private constant _WITHDRAWAL_TYPEHASH = keccak256(
        "Withdrawal(address token,address account,address to,uint256 nonce,uint256 deadline)"
    );

    bytes32 private constant _MIGRATION_TYPEHASH = keccak256(
        "PayeeMigration(address account,address to,uint256 nonce,uint256 deadline)"
    );

    constructor(address deployer) RoyaltyBooks(deployer) {}

    /// @notice See {IRoyaltySplitter-openNode}.
    function openNode(
        uint32 recipe,
        Edge[] calldata edges,
        Payee[] calldata payees,
        SplitOptions calldata options
    ) external only(_ASSET_REGISTRY) returns (uint24 stack) {
        Edge[] memory frozen;
        (frozen, stack) = _books().nodes.freeze(recipe, edges);
        bool advance = _books().splits.open(recipe, payees, options);
        _books().nodes.write(recipe, toHeader(stack, edges.length, options.kind, advance), frozen);
        emit IRoyaltySplitter.NodeOpened(recipe, stack, frozen, payees, options);
        if (options.kind != SplitKind.Tradable) return stack;
        for (uint256 i = 0; i < payees.length; ++i) {
            emit Transfer(msg.sender, address(0), payees[i].account, recipe, payees[i].weight);
        }
    }

    /// @notice See {IRoyaltySplitter-settleUp}.
    function settleUp(uint32 recipe, address token, uint256 maxNodes) external nonReentrant returns (uint256 settled) {
        return _books().ledgers.settleUp(_books().nodes, recipe, token, maxNodes);
    }

    /// @notice See {IRoyaltySplitter-sweep}.
    function sweep(uint32 recipe, address token) external nonReentrant returns (uint256 amount) {
        _books().nodes.headerOf(recipe);
        uint256 held = _holding(token);
        uint256 sent = _receiver(recipe).flush(token, token == WrappedNative.onThisChain());
        amount = _receivedSince(token, held);
        if (amount > sent) revert IRoyaltySplitter.RoyaltySplitterWrongReceipt(token, amount, sent);
        if (amount == 0) return 0;
        _books().ledgers.addSale(recipe, token, amount);
        emit IRoyaltySplitter.Swept(recipe, token, amount);
    }

    /// @notice See {IRoyaltySplitter-claimMerkle}.
    function claimMerkle(
        uint32 recipe,
        address token,
        MerkleLine calldata line,
        bytes32[] calldata proof
    ) external nonReentrant returns (uint256 amount) {
        amount = _takeLeaf(recipe, token, line, proof);
        if (amount != 0) _credit(token, _books().migrations.recipientOf(line.account), amount);
    }

    /// @notice See {IRoyaltySplitter-withdrawTo}.
    function withdrawTo(
        address token,
        address account,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external nonReentrant returns (uint256) {
        if (to == address(0) || to == address(this)) revert IRoyaltySplitter.RoyaltySplitterInvalidReceiver(to);
        if (msg.sender != account) {
            _checkDeadline(deadline);
            bytes32 hash = keccak256(
                abi.encode(_WITHDRAWAL_TYPEHASH, token, account, to, _useNonce(account), deadline)
            );
            _checkSigned(account, hash, signature);
        }
        return _withdraw(token, account, to);
    }

    /// @notice See {IRoyaltySplitter-startMigration}.
    function startMigration(
        address account,
        address to,
        uint256 deadline,
        bytes calldata accountSignature,
        bytes calldata toSignature
    ) external {
        address recipient = _books().migrations.recipientOf(account);
        if (to == address(0) || to == recipient) revert IRoyaltySplitter.RoyaltySplitterInvalidReceiver(to);
        _checkDeadline(deadline);
        bytes32 hash = keccak256(abi.encode(_MIGRATION_TYPEHASH, account, to, _useNonce(account), deadline));
        _checkSigned(recipient, hash, accountSignature);
        _checkSigned(to, hash, toSignature);
        _books().migrations.start(account, to);
    }

    /// @notice See {IRoyaltySplitter-cancelMigration}.
    function cancelMigration(address account) external {
        _books().migrations.cancel(account, msg.sender);
    }

    /// @notice See {IRoyaltySplitter-finishMigration}.
    function finishMigration(address account) external {
        _books().migrations.finish(account);
    }

    function _takeLeaf(
        uint32 recipe,
        address token,
        MerkleLine calldata line,
        bytes32[] calldata proof
    ) private returns (uint256 amount) {
        NodeWord header = _merkleHeaderOf(recipe);
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(line))));
        if (!MerkleProof.verifyCalldata(proof, _books().splits.options[recipe].root, leaf)) {
            revert IRoyaltySplitter.RoyaltySplitterInvalidProof(recipe, line.index);
        }
        (uint128 own, uint128 paid) = (_books().ledgers.ownOf(recipe, token), _books().ledgers.paidOf(recipe, token));
        amount = _books().splits.takeLeaf(recipe, header, token, line, own, paid);
        if (amount == 0) return 0;
        _books().ledgers.addPaid(recipe, token, amount);
        emit IRoyaltySplitter.MerkleClaimed(recipe, token, line.account, line.index, amount);
    }

    /// @dev The recipe's receiver, made now if it was not before.
    function _receiver(uint32 recipe) private returns (RoyaltyReceiver receiver) {
        bytes32 salt = bytes32(uint256(recipe));
        receiver = RoyaltyReceiver(
            payable(Create2.computeAddress(salt, keccak256(type(RoyaltyReceiver).creationCode)))
        );
        if (address(receiver).code.length == 0) new RoyaltyReceiver{salt: salt}();
    }

    function _checkDeadline(uint256 deadline) private view {
        if (block.timestamp > deadline) revert IRoyaltySplitter.RoyaltySplitterExpiredSignature(deadline);
    }

    /// @dev Who calls need not sign as well.
    function _checkSigned(address signer, bytes32 hash, bytes calldata signature) private view {
        if (signer == msg.sender) return;
        if (SignatureChecker.isValidSignatureNowCalldata(signer, _hashTypedDataV4(hash), signature)) return;
        revert IRoyaltySplitter.RoyaltySplitterInvalidSignature(signer);
    }
}
