// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {
    AssetLeaf,
    IAssetRegistry,
    Kind,
    Lot,
    LotInput,
    LotStatus,
    Parent,
    Recipe,
    RecipeInput,
    Terms,
    VerdictClass
} from "../interfaces/IAssetRegistry.sol";
import {AssetFacts, IAssetRenderer} from "../interfaces/IAssetRenderer.sol";
import {ICuration} from "../interfaces/ICuration.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenses, Usage} from "../interfaces/ILicenses.sol";
import {Edge, IRoyaltySplitter, Payee} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PARENTS, PERPETUAL} from "../types/Constants.sol";
import {AssetId, LotId, toLotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {AssetRenderer} from "./AssetRenderer.sol";
import {EdgeList} from "./EdgeList.sol";
import {GateBook} from "./GateBook.sol";
import {LotBook} from "./LotBook.sol";
import {LotWord} from "./LotWord.sol";
import {PositionalMerkle} from "./PositionalMerkle.sol";
import {RecipeBook} from "./RecipeBook.sol";
import {RegistryHashes} from "./RegistryHashes.sol";

/// @title AssetRegistry
/// @notice See {IAssetRegistry}.
contract AssetRegistry is IAssetRegistry, ERC721, EIP712 {
    using EdgeList for Edge[];
    using GateBook for GateBook.Book;
    using LotBook for LotBook.Book;
    using LotBook for LotBook.Record;
    using PositionalMerkle for bytes32[];
    using RecipeBook for RecipeBook.Book;

    address private immutable _DEPLOYER;
    address private immutable _STUDIO_FACTORY;
    address private immutable _LICENSE_MARKET;
    ILicenses private immutable _LICENSES;
    IRoyaltySplitter private immutable _ROYALTY_SPLITTER;
    IAssetRenderer private immutable _RENDERER;

    GateBook.Book private _gates;
    RecipeBook.Book private _recipes;
    LotBook.Book private _lots;
    mapping(AssetId assetId => bytes32 contentHash) private _contentHashes;

    constructor(address deployer) ERC721("Imprimatur Assets", "IMPR") EIP712("Imprimatur AssetRegistry", "1") {
        _DEPLOYER = deployer;
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _LICENSE_MARKET = IDeployer(deployer).addressOf(Names.LICENSE_MARKET);
        _LICENSES = ILicenses(IDeployer(deployer).addressOf(Names.LICENSES));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
        _RENDERER = new AssetRenderer();
    }

    // Writes, in the order of an asset's life

    /// @inheritdoc IAssetRegistry
    function recordStudio(address timelock, address studio, address gate) external {
        if (msg.sender != timelock && msg.sender != _STUDIO_FACTORY) revert AssetRegistryUnauthorized(msg.sender);
        _gates.addStudio(timelock, studio);
        _gates.addGate(timelock, studio, gate);
    }

    /// @inheritdoc IAssetRegistry
    function recordGate(address gate) external {
        address studio = _gates.studios[msg.sender];
        if (studio == address(0)) revert AssetRegistryUnauthorized(msg.sender);
        _gates.addGate(msg.sender, studio, gate);
    }

    /// @inheritdoc IAssetRegistry
    function registerRecipe(
        RecipeInput calldata input,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 recipeId) {
        recipeId = RegistryHashes.hashRecipe(input);
        if (_recipes.recipes[recipeId].ordinal != 0) revert AssetRegistryDuplicateRecipe(recipeId);
        _checkConsent(recipeId, input, deadline, signature);
        RecipeBook.checkTerms(input.terms);
        _checkSplit(input.split);

        uint32 ordinal = ++_recipes.count;
        (Edge[] memory edges, uint40 validUntil) = _useParents(input, ordinal);
        _recipes.add(recipeId, ordinal, validUntil, input);
        _emitRegistered(recipeId, ordinal, validUntil, input);
        _ROYALTY_SPLITTER.openNode(ordinal, edges, input.split, input.options);
    }

    /// @inheritdoc IAssetRegistry
    function commitLot(LotInput calldata input) external returns (LotId lotId) {
        lotId = _commit(input);
        address gate = input.gate;
        if (gate != address(0)) ICuration(gate).admitLot(lotId, msg.sender, input.count);
    }

    /// @inheritdoc IAssetRegistry
    function setVerdict(LotId lotId, LotStatus status, VerdictClass class, uint40 releasableAt) external {
        _lotOfCaller(lotId).judge(lotId, status, class, releasableAt);
        emit VerdictSet(lotId, status, class, releasableAt);
    }

    /// @inheritdoc IAssetRegistry
    function setBlocked(LotId lotId, uint16 word, uint256 mask) external {
        _lotOfCaller(lotId);
        _lots.setBlocked(lotId, word, mask);
        emit BlockedSet(lotId, word, mask);
    }

    /// @inheritdoc IAssetRegistry
    function register(LotInput calldata input, AssetLeaf calldata leaf) external returns (AssetId assetId) {
        if (input.gate != address(0)) revert AssetRegistryNotIndependent(input.gate);
        if (input.count != 1) revert AssetRegistryNotSingle(input.count);
        assetId = _commit(input).assetAt(0);
        bytes32 leafHash = RegistryHashes.hashLeaf(assetId, leaf);
        if (leafHash != input.root) revert AssetRegistryInvalidProof(assetId);
        _mintAsset(msg.sender, assetId, leaf.contentHash, leafHash);
    }

    /// @inheritdoc IAssetRegistry
    function mint(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external {
        address licensor = _recipes.recipes[_recipes.ids[_requireReleasable(assetId)]].licensor;
        if (msg.sender != licensor && !_gates.isRegistrar(licensor, msg.sender)) {
            revert AssetRegistryUnauthorized(msg.sender);
        }
        bytes32 leafHash = RegistryHashes.hashLeaf(assetId, leaf);
        if (!_verify(assetId, leafHash, proof)) revert AssetRegistryInvalidProof(assetId);
        _mintAsset(licensor, assetId, leaf.contentHash, leafHash);
    }

    // Views

    /// @inheritdoc IAssetRegistry
    function verify(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external view returns (bool) {
        return _verify(assetId, RegistryHashes.hashLeaf(assetId, leaf), proof);
    }

    /// @inheritdoc IAssetRegistry
    function licensable(AssetId assetId) external view returns (uint32 recipe, uint16 controlEpoch) {
        recipe = _requireReleasable(assetId);
        controlEpoch = _recipes.controlEpochs[recipe];
    }

    /// @inheritdoc IAssetRegistry
    function isReleasable(AssetId assetId) external view returns (bool releasable) {
        (releasable, ) = _lots.releaseOf(assetId);
    }

    /// @inheritdoc IAssetRegistry
    function recipeOf(bytes32 recipeId) external view returns (Recipe memory) {
        return _recipes.recipes[recipeId];
    }

    /// @inheritdoc IAssetRegistry
    function recipeIdOf(uint32 recipe) external view returns (bytes32) {
        return _recipes.ids[recipe];
    }

    /// @inheritdoc IAssetRegistry
    function termsOf(bytes32 recipeId) external view returns (Terms memory) {
        return _recipes.terms[recipeId];
    }

    /// @inheritdoc IAssetRegistry
    function controlEpochOf(uint32 recipe) external view returns (uint16) {
        return _recipes.controlEpochs[recipe];
    }

    /// @inheritdoc IAssetRegistry
    function lotOf(LotId lotId) external view returns (Lot memory) {
        return _lots.lots[lotId].unpack();
    }

    /// @inheritdoc IAssetRegistry
    function blockedWord(LotId lotId, uint16 word) external view returns (uint256 mask) {
        return _lots.blocked[lotId][word];
    }

    /// @inheritdoc IAssetRegistry
    function contentHashOf(AssetId assetId) external view returns (bytes32) {
        return _contentHashes[assetId];
    }

    /// @inheritdoc IAssetRegistry
    function gateOf(address gate) external view returns (address timelock, uint32 ordinal) {
        GateBook.Gate storage record = _gates.gates[gate];
        return (record.timelock, record.ordinal);
    }

    /// @inheritdoc IAssetRegistry
    function timelockOf(uint32 gate) external view returns (address) {
        return _gates.timelocks[gate];
    }

    /// @inheritdoc IAssetRegistry
    function studioOf(address timelock) external view returns (address) {
        return _gates.studios[timelock];
    }

    /// @inheritdoc IAssetRegistry
    function hashLeaf(AssetId assetId, AssetLeaf calldata leaf) external pure returns (bytes32) {
        return RegistryHashes.hashLeaf(assetId, leaf);
    }

    /// @inheritdoc IAssetRegistry
    function hashRecipe(RecipeInput calldata input) external pure returns (bytes32 recipeId) {
        return RegistryHashes.hashRecipe(input);
    }

    /// @inheritdoc IAssetRegistry
    function renderer() external view returns (address) {
        return address(_RENDERER);
    }

    /// @inheritdoc IAssetRegistry
    function contractURI() external view returns (string memory) {
        return _RENDERER.contractURI(name(), symbol());
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        AssetId assetId = AssetId.wrap(tokenId);
        LotWord word = _lots.lots[assetId.lotOf()].word;
        bytes32 recipeId = _recipes.ids[word.recipe()];
        AssetFacts memory facts = AssetFacts({
            assetId: assetId,
            contentHash: _contentHashes[assetId],
            recipeId: recipeId,
            kind: _recipes.recipes[recipeId].kind,
            status: word.status(),
            class: word.class()
        });
        return _RENDERER.tokenURI(facts);
    }

    // Registering a recipe

    /// @dev The caller may be the licensor or its registrar; anybody else brings the licensor's signature.
    function _checkConsent(
        bytes32 recipeId,
        RecipeInput calldata input,
        uint256 deadline,
        bytes calldata signature
    ) private view {
        address licensor = input.licensor;
        if (msg.sender == licensor || _gates.isRegistrar(licensor, msg.sender)) return;
        bytes32 digest = _hashTypedDataV4(RegistryHashes.hashConsent(recipeId, input.metadata, deadline));
        if (!SignatureChecker.isValidSignatureNowCalldata(licensor, digest, signature)) {
            if (signature.length == 0) revert AssetRegistryUnauthorized(msg.sender);
            revert AssetRegistryInvalidConsent(recipeId, licensor);
        }
        if (block.timestamp > deadline) revert AssetRegistryExpiredConsent(deadline);
    }

    /// @dev Order, number and sum are checked where the split is kept, in RoyaltySplitter.
    function _checkSplit(Payee[] calldata split) private view {
        for (uint256 i = 0; i < split.length; ++i) {
            if (_isDeadEnd(split[i].account)) revert AssetRegistryInvalidPayee(split[i].account);
            if (split[i].weight == 0) revert AssetRegistryZeroWeight(split[i].account);
        }
    }

    /// @dev Whether income could never leave the account: nobody, or a contract of the protocol itself.
    function _isDeadEnd(address account) private view returns (bool) {
        return
            account == address(0) ||
            account == address(this) ||
            account == _DEPLOYER ||
            account == _STUDIO_FACTORY ||
            account == _LICENSE_MARKET ||
            account == address(_LICENSES) ||
            account == address(_ROYALTY_SPLITTER);
    }

    /// @dev Spends the licenses. Returns one edge per parent recipe, ascending by ordinal, at the highest rate that its
    /// assets ask, and the earliest expiry.
    function _useParents(
        RecipeInput calldata input,
        uint32 ordinal
    ) private returns (Edge[] memory edges, uint40 validUntil) {
        uint256 parents = input.parents.length;
        if (parents > MAX_PARENTS) revert AssetRegistryTooManyParents(parents, MAX_PARENTS);
        edges = new Edge[](parents);
        validUntil = PERPETUAL;
        uint256 length;
        for (uint256 i = 0; i < parents; ++i) {
            if (i != 0) _checkOrder(input.parents[i].asset, input.parents[i - 1].asset);
            (uint32 parent, uint24 rate, uint40 expiry) = _useParent(input, input.parents[i], ordinal);
            length = edges.merge(length, parent, rate);
            if (expiry < validUntil) validUntil = expiry;
        }
        edges = edges.trim(length);
    }

    function _checkOrder(AssetId asset, AssetId previous) private pure {
        if (AssetId.unwrap(asset) > AssetId.unwrap(previous)) return;
        revert AssetRegistryUnsortedParents(asset, previous);
    }

    /// @dev The parent must be committed, not releasable: whoever holds a license keeps it when sales stop.
    function _useParent(
        RecipeInput calldata input,
        Parent calldata parent,
        uint32 ordinal
    ) private returns (uint32 parentOrdinal, uint24 rate, uint40 expiry) {
        LotWord word = _lots.lots[parent.asset.lotOf()].word;
        if (parent.asset.indexOf() >= word.count()) revert AssetRegistryUnknownAsset(parent.asset);
        parentOrdinal = word.recipe();
        bytes32 parentId = _recipes.ids[parentOrdinal];
        Recipe memory recipe = _recipes.recipes[parentId];
        if (parent.licenseId == 0 && recipe.licensor == input.licensor) {
            uint24 floor = _recipes.floorOf(parentId, recipe.flags);
            return (parentOrdinal, parent.rate > floor ? parent.rate : floor, PERPETUAL);
        }
        if (parent.rate != 0) revert AssetRegistryUnexpectedRate(parent.asset, parent.rate);
        Usage usage = _usageOf(input.kind, recipe.kind);
        (rate, expiry) = _LICENSES.useLicense(parent.licenseId, input.licensor, parent.asset, usage, ordinal);
    }

    /// @dev Only a model that learns from data needs a training license; everything else is a derivative.
    function _usageOf(Kind kind, Kind parentKind) private pure returns (Usage) {
        bool isData = parentKind == Kind.Dataset || parentKind == Kind.TrainingInput;
        return kind == Kind.Model && isData ? Usage.Training : Usage.Derivative;
    }

    /// @dev Apart, because the event has more fields than the caller's stack has room for.
    function _emitRegistered(bytes32 recipeId, uint32 ordinal, uint40 validUntil, RecipeInput calldata input) private {
        emit RecipeRegistered(
            recipeId,
            ordinal,
            input.licensor,
            input.kind,
            input.commitment,
            input.metadata,
            validUntil,
            input.parents,
            input.terms
        );
    }

    // Lots and assets

    function _commit(LotInput calldata input) private returns (LotId lotId) {
        lotId = toLotId(msg.sender, input.nonce);
        Recipe storage recipe = _recipes.recipes[input.recipeId];
        (address licensor, uint32 ordinal, uint40 validUntil) = (recipe.licensor, recipe.ordinal, recipe.validUntil);
        if (ordinal == 0) revert AssetRegistryUnknownRecipe(input.recipeId);
        uint32 gate = _gateFor(input.gate, licensor);
        if (block.timestamp >= validUntil) revert AssetRegistryExpiredRecipe(input.recipeId, validUntil);
        _lots.add(lotId, ordinal, gate, input);
        emit LotCommitted(lotId, ordinal, input.gate, msg.sender, input.root, input.count, input.manifest);
    }

    /// @dev Under a licensor's recipes commits, without a gate, the licensor itself; with a gate recorded for the
    /// licensor, whomever that gate will admit.
    function _gateFor(address gate, address licensor) private view returns (uint32 ordinal) {
        if (gate == address(0)) {
            if (msg.sender != licensor) revert AssetRegistryUnauthorized(msg.sender);
            return 0;
        }
        GateBook.Gate storage record = _gates.gates[gate];
        address timelock;
        (timelock, ordinal) = (record.timelock, record.ordinal);
        if (ordinal == 0) revert AssetRegistryUnknownGate(gate);
        if (timelock != licensor) revert AssetRegistryForeignGate(gate, timelock, licensor);
    }

    /// @dev The lot, if the caller is its gate.
    function _lotOfCaller(LotId lotId) private view returns (LotBook.Record storage lot) {
        lot = _lots.lots[lotId];
        LotWord word = lot.word;
        if (word.recipe() == 0) revert AssetRegistryUnknownLot(lotId);
        uint32 ordinal = _gates.gates[msg.sender].ordinal;
        // Independent lots have gate 0, and so has everybody who is no gate.
        if (ordinal == 0 || ordinal != word.gate()) revert AssetRegistryUnauthorized(msg.sender);
    }

    /// @dev Ordinal of the recipe of an asset that may be released now.
    function _requireReleasable(AssetId assetId) private view returns (uint32 recipe) {
        bool releasable;
        (releasable, recipe) = _lots.releaseOf(assetId);
        if (!releasable) revert AssetRegistryNotReleasable(assetId);
    }

    function _verify(AssetId assetId, bytes32 leafHash, bytes32[] calldata proof) private view returns (bool) {
        LotBook.Record storage lot = _lots.lots[assetId.lotOf()];
        return proof.verify(lot.root, leafHash, assetId.indexOf(), lot.word.count());
    }

    function _mintAsset(address licensor, AssetId assetId, bytes32 contentHash, bytes32 leafHash) private {
        if (contentHash == 0) revert AssetRegistryInvalidContent(assetId);
        uint256 tokenId = AssetId.unwrap(assetId);
        if (_ownerOf(tokenId) != address(0)) revert AssetRegistryDuplicateAsset(assetId);
        _contentHashes[assetId] = contentHash;
        // The receiver is not called back: it agreed to be licensor, and a refusal could only hurt itself.
        _mint(licensor, tokenId);
        emit AssetMinted(assetId, licensor, contentHash, leafHash);
    }
}
