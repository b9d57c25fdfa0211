// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IAssetRegistry, Kind, Parent, Recipe, RecipeInput} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {Usage} from "../interfaces/ILicenses.sol";
import {Edge, Payee} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PARENTS, PERPETUAL} from "../types/Constants.sol";
import {AssetId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {EdgeList} from "./EdgeList.sol";
import {LotWord} from "./LotWord.sol";
import {RecipeBook} from "./RecipeBook.sol";
import {RegistryBooks} from "./RegistryBooks.sol";
import {RegistryHashes} from "./RegistryHashes.sol";
import {SuspensionBook} from "./SuspensionBook.sol";

/// @title RecipeDesk
/// @notice Code of AssetRegistry that registers, renews and suspends recipes: it runs by delegatecall, on the
/// registry's books and in the registry's name, because one contract has no room for it. Called directly it finds its
/// own books empty and belongs to nobody's siblings, so it can do nothing.
contract RecipeDesk is RegistryBooks, EIP712 {
    using EdgeList for Edge[];
    using RecipeBook for RecipeBook.Book;
    using SuspensionBook for SuspensionBook.Book;

    /// @dev Siblings that nothing is asked of, and that could never withdraw.
    address private immutable _ATTESTATIONS;
    address private immutable _PROVENANCE;
    address private immutable _STANDARDS_LENS;

    constructor(address deployer) RegistryBooks(deployer) EIP712("Imprimatur AssetRegistry", "1") {
        _ATTESTATIONS = IDeployer(deployer).addressOf(Names.ATTESTATIONS);
        _PROVENANCE = IDeployer(deployer).addressOf(Names.PROVENANCE);
        _STANDARDS_LENS = IDeployer(deployer).addressOf(Names.STANDARDS_LENS);
    }

    /// @notice See {IAssetRegistry-registerRecipe}.
    function registerRecipe(
        RecipeInput calldata input,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 recipeId) {
        recipeId = RegistryHashes.hashRecipe(input);
        if (_recipe(recipeId).ordinal != 0) revert IAssetRegistry.AssetRegistryDuplicateRecipe(recipeId);
        _checkConsent(recipeId, input, deadline, signature);
        RecipeBook.checkTerms(input.terms);
        _checkSplit(input);

        uint32 ordinal = ++_recipes().count;
        (Edge[] memory edges, uint40 validUntil) = _useParents(input, ordinal);
        _recipes().add(recipeId, ordinal, validUntil, input);
        _emitRegistered(recipeId, ordinal, validUntil, input);
        _ROYALTY_SPLITTER.openNode(ordinal, edges, input.split, input.options);
    }

    /// @notice See {IAssetRegistry-renewRecipe}.
    function renewRecipe(
        RecipeInput calldata input,
        bytes32[] calldata licenseIds
    ) external returns (uint40 validUntil) {
        bytes32 recipeId = RegistryHashes.hashRecipe(input);
        Recipe storage recipe = _requireRecipe(recipeId);
        if (!_speaksFor(recipe.licensor, msg.sender)) revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
        uint256 parents = input.parents.length;
        if (licenseIds.length != parents) revert IAssetRegistry.AssetRegistryLengthMismatch(licenseIds.length, parents);
        validUntil = _useAgain(recipe, input.parents, licenseIds);
        uint40 current = _suspensions().endOf(recipe);
        if (validUntil <= current) revert IAssetRegistry.AssetRegistryNotLater(recipeId, validUntil, current);
        _suspensions().setEnd(recipe, validUntil);
        emit IAssetRegistry.RecipeRenewed(recipe.ordinal, validUntil, licenseIds);
    }

    /// @notice See {IAssetRegistry-suspendRecipe}.
    function suspendRecipe(bytes32 recipeId, uint40 until) external {
        Recipe storage recipe = _requireRecipe(recipeId);
        (address timelock, address board) = _rulersOf(recipe);
        if (msg.sender == timelock && _suspensions().isRunning(recipe.ordinal)) {
            _suspensions().ratify(recipeId, recipe.ordinal, until);
        } else {
            if (msg.sender != (board == address(0) ? timelock : board)) {
                revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
            }
            _suspensions().add(recipeId, recipe, until);
        }
        emit IAssetRegistry.RecipeSuspended(recipeId, msg.sender, until);
    }

    /// @notice See {IAssetRegistry-resumeRecipe}.
    function resumeRecipe(bytes32 recipeId) external {
        Recipe storage recipe = _requireRecipe(recipeId);
        SuspensionBook.Suspension memory suspension = _suspensions().suspensions[recipe.ordinal];
        if (suspension.until == 0) revert IAssetRegistry.AssetRegistryNotSuspended(recipeId);
        if (block.timestamp < suspension.until) {
            (address timelock, address board) = _rulersOf(recipe);
            // What members ratified, only they end.
            bool mayResume = msg.sender == timelock || (msg.sender == board && !suspension.ratified);
            if (!mayResume) revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
        }
        _suspensions().end(recipe);
        emit IAssetRegistry.RecipeSuspended(recipeId, msg.sender, 0);
    }

    /// @dev Timelock of the studio that licenses the recipe, and its board; zero: its licensor is no studio.
    function _rulersOf(Recipe storage recipe) private view returns (address timelock, address board) {
        timelock = recipe.licensor;
        if (_gates().studios[timelock] == address(0)) return (address(0), address(0));
        board = _boardOf(timelock);
    }

    function _requireRecipe(bytes32 recipeId) private view returns (Recipe storage recipe) {
        recipe = _recipe(recipeId);
        if (recipe.ordinal == 0) revert IAssetRegistry.AssetRegistryUnknownRecipe(recipeId);
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
        if (_speaksFor(licensor, msg.sender)) return;
        bytes32 digest = _hashTypedDataV4(RegistryHashes.hashConsent(recipeId, input.metadata, deadline));
        if (!SignatureChecker.isValidSignatureNowCalldata(licensor, digest, signature)) {
            if (signature.length == 0) revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
            revert IAssetRegistry.AssetRegistryInvalidConsent(recipeId, licensor);
        }
        if (block.timestamp > deadline) revert IAssetRegistry.AssetRegistryExpiredConsent(deadline);
    }

    /// @dev Order, number and sum are checked where the split is kept, in RoyaltySplitter.
    function _checkSplit(RecipeInput calldata input) private view {
        Payee[] calldata split = input.split;
        for (uint256 i = 0; i < split.length; ++i) {
            _checkPayee(split[i].account);
            if (split[i].weight == 0) revert IAssetRegistry.AssetRegistryZeroWeight(split[i].account);
        }
        if (input.options.advance.amount != 0) _checkPayee(input.options.advance.account);
    }

    /// @dev Income could never leave the zero address, a contract of the protocol or a studio's gate.
    function _checkPayee(address account) private view {
        bool isReader = account == _ATTESTATIONS || account == _PROVENANCE || account == _STANDARDS_LENS;
        if (isReader || _isProtocol(account) || _gates().gates[account].ordinal != 0)
            revert IAssetRegistry.AssetRegistryInvalidPayee(account);
    }

    /// @dev Spends the licenses. Returns one edge per parent recipe, ascending by ordinal, at the highest rate that its
    /// assets ask, and the earliest expiry.
    function _useParents(
        RecipeInput calldata input,
        uint32 ordinal
    ) private returns (Edge[] memory edges, uint40 validUntil) {
        uint256 parents = input.parents.length;
        if (parents > MAX_PARENTS) revert IAssetRegistry.AssetRegistryTooManyParents(parents, MAX_PARENTS);
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
        revert IAssetRegistry.AssetRegistryUnsortedParents(asset, previous);
    }

    /// @dev The parent must be committed, not releasable: whoever holds a license keeps it when sales stop.
    function _useParent(
        RecipeInput calldata input,
        Parent calldata parent,
        uint32 ordinal
    ) private returns (uint32 parentOrdinal, uint24 rate, uint40 expiry) {
        LotWord word = _lotWord(parent.asset);
        uint32 count = word.count();
        bool isKnown = parent.asset.indexOf() < count || (count != 0 && parent.asset.isWholeLot());
        if (!isKnown) revert IAssetRegistry.AssetRegistryUnknownAsset(parent.asset);
        parentOrdinal = word.recipe();
        bytes32 parentId = _recipeId(parentOrdinal);
        Recipe memory recipe = _recipe(parentId);
        if (parent.licenseId == 0 && recipe.licensor == input.licensor) {
            uint24 floor = _recipes().floorOf(parentId, recipe.flags);
            return (parentOrdinal, parent.rate > floor ? parent.rate : floor, PERPETUAL);
        }
        if (parent.rate != 0) revert IAssetRegistry.AssetRegistryUnexpectedRate(parent.asset, parent.rate);
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
        emit IAssetRegistry.RecipeRegistered(
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

    // Renewing a recipe

    /// @dev Spends one license for each licensed parent, none for an own one. Returns the earliest expiry.
    function _useAgain(
        Recipe memory recipe,
        Parent[] calldata parents,
        bytes32[] calldata licenseIds
    ) private returns (uint40 validUntil) {
        Edge[] memory edges = _ROYALTY_SPLITTER.edgesOf(recipe.ordinal);
        validUntil = PERPETUAL;
        for (uint256 i = 0; i < parents.length; ++i) {
            AssetId asset = parents[i].asset;
            if (parents[i].licenseId == 0) {
                if (licenseIds[i] != 0) revert IAssetRegistry.AssetRegistryUnexpectedLicense(asset, licenseIds[i]);
                continue;
            }
            uint40 expiry = _useParentAgain(recipe, asset, licenseIds[i], edges);
            if (expiry < validUntil) validUntil = expiry;
        }
    }

    /// @dev The edge is frozen: a license that asks more than it pays does not fit.
    function _useParentAgain(
        Recipe memory recipe,
        AssetId asset,
        bytes32 licenseId,
        Edge[] memory edges
    ) private returns (uint40 expiry) {
        uint32 parent = _lotWord(asset).recipe();
        Usage usage = _usageOf(recipe.kind, _recipe(_recipeId(parent)).kind);
        uint24 rate;
        (rate, expiry) = _LICENSES.useLicense(licenseId, recipe.licensor, asset, usage, recipe.ordinal);
        uint24 edgeRate = edges.rateOf(parent);
        if (rate > edgeRate) revert IAssetRegistry.AssetRegistryRateMismatch(parent, rate, edgeRate);
    }
}
