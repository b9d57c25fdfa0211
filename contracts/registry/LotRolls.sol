// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    AssetLeaf,
    IAssetRegistry,
    Lot,
    LotInput,
    LotStatus,
    Recipe,
    VerdictClass
} from "../interfaces/IAssetRegistry.sol";
import {ICuration} from "../interfaces/ICuration.sol";
import {AssetId, LotId, toLotId} from "../types/Ids.sol";
import {ExternalBook} from "./ExternalBook.sol";
import {FreezeBook} from "./FreezeBook.sol";
import {GateBook} from "./GateBook.sol";
import {LotBook} from "./LotBook.sol";
import {LotWord} from "./LotWord.sol";
import {PositionalMerkle} from "./PositionalMerkle.sol";
import {RecipeBook} from "./RecipeBook.sol";
import {RegistryBooks} from "./RegistryBooks.sol";
import {RegistryHashes} from "./RegistryHashes.sol";

/// @title LotRolls
/// @notice Lots, what their gates and rulers say of them, and what may be sold. See {IAssetRegistry}.
abstract contract LotRolls is RegistryBooks, IAssetRegistry {
    using ExternalBook for ExternalBook.Book;
    using FreezeBook for FreezeBook.Book;
    using LotBook for LotBook.Book;
    using LotBook for LotBook.Record;
    using PositionalMerkle for bytes32[];
    using RecipeBook for RecipeBook.Book;

    FreezeBook.Book private _freezes;
    ExternalBook.Book private _externals;

    /// @inheritdoc IAssetRegistry
    function commitLot(LotInput calldata input) external returns (LotId lotId) {
        lotId = _commit(input);
        address gate = input.gate;
        if (gate != address(0)) ICuration(gate).admitLot(lotId, msg.sender, input.count);
    }

    /// @inheritdoc IAssetRegistry
    function registerExternal(
        bytes32 recipeId,
        uint64 nonce,
        address collection,
        uint256 tokenId
    ) external returns (AssetId assetId) {
        _ordinalOfCaller(recipeId);
        if (_isProtocol(collection)) revert AssetRegistryInvalidCollection(collection);
        if (!ExternalBook.isOwner(collection, tokenId, msg.sender)) {
            revert AssetRegistryNotExternalOwner(collection, tokenId, msg.sender);
        }
        bytes32 root = ExternalBook.rootOf(collection, tokenId);
        LotInput memory input = LotInput(recipeId, nonce, root, 1, address(0), 0);
        LotId lotId = _commit(input);
        _lots().lots[lotId].word = _lots().lots[lotId].word.asExternal();
        _externals.tokens[lotId] = ExternalBook.Token(collection, tokenId);
        assetId = lotId.assetAt(0);
        emit ExternalRegistered(assetId, collection, tokenId);
    }

    /// @inheritdoc IAssetRegistry
    function setVerdict(LotId lotId, LotStatus status, VerdictClass class, uint40 releasableAt) external {
        _lotOfCaller(lotId).judge(lotId, status, class, releasableAt);
        emit VerdictSet(lotId, status, class, releasableAt);
    }

    /// @inheritdoc IAssetRegistry
    function setBlocked(LotId lotId, uint16 word, uint256 mask) external {
        _lotOfCaller(lotId);
        _lots().setBlocked(lotId, word, mask);
        emit BlockedSet(lotId, word, mask);
    }

    /// @inheritdoc IAssetRegistry
    function setBlockedMasks(LotId lotId, uint16 first, uint256[] calldata masks) external {
        _lotOfCaller(lotId);
        _lots().setBlocked(lotId, first, masks);
    }

    /// @inheritdoc IAssetRegistry
    function freeze(AssetId assetId, uint40 until) external {
        (LotBook.Record storage lot, address timelock, address board) = _ruledLot(assetId);
        if (msg.sender == timelock && _freezes.isFrozen(assetId)) _freezes.ratify(assetId, until);
        else {
            if (msg.sender != (board == address(0) ? timelock : board)) revert AssetRegistryUnauthorized(msg.sender);
            _freezes.add(assetId, until);
            LotWord word = lot.word;
            if (!word.isFrozen()) lot.word = word.asFrozen();
        }
        emit AssetFrozen(assetId, msg.sender, until);
    }

    /// @inheritdoc IAssetRegistry
    function unfreeze(AssetId assetId) external {
        (, address timelock, address board) = _ruledLot(assetId);
        // What members ratified, only they end.
        bool mayLift = msg.sender == timelock || (msg.sender == board && !_freezes.isRatified(assetId));
        if (!mayLift) revert AssetRegistryUnauthorized(msg.sender);
        _freezes.lift(assetId);
        emit AssetFrozen(assetId, msg.sender, 0);
    }

    /// @inheritdoc IAssetRegistry
    function verify(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external view returns (bool) {
        return _verify(assetId, RegistryHashes.hashLeaf(assetId, leaf), proof);
    }

    /// @inheritdoc IAssetRegistry
    function licensable(AssetId assetId) external view returns (uint32 recipe, uint16 controlEpoch) {
        recipe = _requireReleasable(assetId);
        controlEpoch = _recipes().controlEpochs[recipe];
    }

    /// @inheritdoc IAssetRegistry
    function isReleasable(AssetId assetId) external view returns (bool releasable) {
        (releasable, ) = _releaseOf(assetId);
    }

    /// @inheritdoc IAssetRegistry
    function lotOf(LotId lotId) external view returns (Lot memory) {
        return _lots().lots[lotId].unpack();
    }

    /// @inheritdoc IAssetRegistry
    function blockedWord(LotId lotId, uint16 word) external view returns (uint256 mask) {
        return _lots().blocked[lotId][word];
    }

    /// @inheritdoc IAssetRegistry
    function blockedMasks(LotId lotId, uint16 first, uint16 count) external view returns (uint256[] memory masks) {
        masks = new uint256[](count);
        mapping(uint256 word => uint256 mask) storage blocked = _lots().blocked[lotId];
        for (uint256 i = 0; i < count; ++i) {
            masks[i] = blocked[first + i];
        }
    }

    /// @inheritdoc IAssetRegistry
    function frozenUntil(AssetId assetId) external view returns (uint40 until) {
        return _freezes.untilOf(assetId);
    }

    /// @inheritdoc IAssetRegistry
    function externalOf(AssetId assetId) external view returns (address collection, uint256 tokenId) {
        if (assetId.indexOf() != 0) return (address(0), 0);
        ExternalBook.Token storage token = _externals.tokens[assetId.lotOf()];
        return (token.collection, token.tokenId);
    }

    /// @inheritdoc IAssetRegistry
    function rulersOf(AssetId assetId) public view returns (address timelock, address board) {
        timelock = _gates().timelocks[_lotWord(assetId).gate()];
        if (timelock != address(0)) board = _boardOf(timelock);
    }

    function _commit(LotInput memory input) internal returns (LotId lotId) {
        lotId = toLotId(msg.sender, input.nonce);
        Recipe storage recipe = _recipe(input.recipeId);
        (address licensor, uint32 ordinal, uint40 validUntil) = (recipe.licensor, recipe.ordinal, recipe.validUntil);
        if (ordinal == 0) revert AssetRegistryUnknownRecipe(input.recipeId);
        uint32 gate = _gateFor(input.gate, licensor, ordinal);
        if (block.timestamp >= validUntil) revert AssetRegistryExpiredRecipe(input.recipeId, validUntil);
        _lots().add(lotId, ordinal, gate, input);
        emit LotCommitted(lotId, ordinal, input.gate, msg.sender, input.root, input.count, input.manifest);
    }

    /// @dev Ordinal of the recipe of an asset that may be released now.
    function _requireReleasable(AssetId assetId) internal view returns (uint32 recipe) {
        bool releasable;
        (releasable, recipe) = _releaseOf(assetId);
        if (!releasable) revert AssetRegistryNotReleasable(assetId);
    }

    function _requireProof(AssetId assetId, bytes32 leafHash, bytes32[] calldata proof) internal view {
        if (_verify(assetId, leafHash, proof)) return;
        if (_lotWord(assetId).isExternal()) revert AssetRegistryExternalAsset(assetId);
        revert AssetRegistryInvalidProof(assetId);
    }

    /// @dev Under a recipe commits, without a gate, its licensor, and who was granted just that; with a gate recorded
    /// for the licensor, or for a timelock that may use the recipe, whomever that gate will admit.
    function _gateFor(address gate, address licensor, uint32 recipe) private view returns (uint32 ordinal) {
        if (gate == address(0)) {
            if (msg.sender == licensor || _recipes().isIndependentUser(recipe, msg.sender)) return 0;
            revert AssetRegistryUnauthorized(msg.sender);
        }
        GateBook.Gate storage record = _gates().gates[gate];
        address timelock;
        (timelock, ordinal) = (record.timelock, record.ordinal);
        if (ordinal == 0) revert AssetRegistryUnknownGate(gate);
        if (timelock != licensor && !_recipes().isUser(recipe, timelock)) {
            revert AssetRegistryForeignGate(gate, timelock, licensor);
        }
    }

    /// @dev A plain sale reads one slot; only what was ever frozen, and what is external, needs another look.
    function _releaseOf(AssetId assetId) private view returns (bool releasable, uint32 recipe) {
        LotWord word;
        (releasable, word) = _lots().releaseOf(assetId);
        recipe = word.recipe();
        if (!releasable || word.isCertain()) return (releasable, recipe);
        releasable =
            word.isExternal()
                ? _externals.isOwner(assetId.lotOf(), _licensor(recipe))
                : block.timestamp >= _freezes.untilOf(assetId);
    }

    function _verify(AssetId assetId, bytes32 leafHash, bytes32[] calldata proof) private view returns (bool) {
        LotBook.Record storage lot = _lots().lots[assetId.lotOf()];
        return proof.verify(lot.root, leafHash, assetId.indexOf(), lot.word.count());
    }

    /// @dev The lot, if the caller is its gate.
    function _lotOfCaller(LotId lotId) private view returns (LotBook.Record storage lot) {
        lot = _lots().lots[lotId];
        LotWord word = lot.word;
        if (word.recipe() == 0) revert AssetRegistryUnknownLot(lotId);
        uint32 ordinal = _gates().gates[msg.sender].ordinal;
        // Independent lots have gate 0, and so has everybody who is no gate.
        if (ordinal == 0 || ordinal != word.gate()) revert AssetRegistryUnauthorized(msg.sender);
    }

    /// @dev The lot of the asset, with the timelock of the studio whose gate judges it, and that studio's board.
    function _ruledLot(
        AssetId assetId
    ) private view returns (LotBook.Record storage lot, address timelock, address board) {
        lot = _lots().lots[assetId.lotOf()];
        uint32 count = lot.word.count();
        if (count == 0 || (assetId.indexOf() >= count && !assetId.isWholeLot())) {
            revert AssetRegistryUnknownAsset(assetId);
        }
        (timelock, board) = rulersOf(assetId);
        if (timelock == address(0)) revert AssetRegistryNoRuler(assetId);
    }
}
