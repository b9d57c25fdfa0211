// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Recipe, Terms} from "../interfaces/IAssetRegistry.sol";
import {GateBook} from "./GateBook.sol";
import {RecipeBook} from "./RecipeBook.sol";
import {RegistryBooks} from "./RegistryBooks.sol";
import {SuspensionBook} from "./SuspensionBook.sol";

/// @title RecipeRolls
/// @notice Studios with their gates, and recipes with those who control or may use them. See {IAssetRegistry}.
abstract contract RecipeRolls is RegistryBooks, IAssetRegistry {
    using GateBook for GateBook.Book;
    using RecipeBook for RecipeBook.Book;
    using SuspensionBook for SuspensionBook.Book;

    /// @inheritdoc IAssetRegistry
    function recordStudio(address timelock, address studio, address gate) external {
        if (msg.sender != timelock && msg.sender != _STUDIO_FACTORY) revert AssetRegistryUnauthorized(msg.sender);
        _gates().addStudio(timelock, studio);
        _gates().addGate(timelock, studio, gate);
    }

    /// @inheritdoc IAssetRegistry
    function recordGate(address gate) external {
        address studio = _gates().studios[msg.sender];
        if (studio == address(0)) revert AssetRegistryUnauthorized(msg.sender);
        _gates().addGate(msg.sender, studio, gate);
    }

    /// @inheritdoc IAssetRegistry
    function stopRecipe(uint32 ordinal) external {
        if (msg.sender != address(_LICENSES)) revert AssetRegistryUnauthorized(msg.sender);
        Recipe storage recipe = _recipe(_recipeId(ordinal));
        uint40 validUntil = uint40(block.timestamp);
        if (_suspensions().endOf(recipe) <= validUntil) return;
        _suspensions().setEnd(recipe, validUntil);
        emit RecipeStopped(ordinal, validUntil);
    }

    /// @inheritdoc IAssetRegistry
    function grantRecipeUse(bytes32 recipeId, address user, uint40 until, bool independent) external {
        uint32 ordinal = _ordinalOfCaller(recipeId);
        RecipeBook.Use storage granted = _recipes().useOf(ordinal, user);
        (granted.until, granted.independent) = (until, independent);
        emit RecipeUseGranted(ordinal, user, until, independent);
    }

    /// @inheritdoc IAssetRegistry
    function offerControl(bytes32 recipeId, address to) external {
        uint32 ordinal = _ordinalOfCaller(recipeId);
        _recipes().nextLicensors[ordinal] = to;
        emit ControlOffered(ordinal, msg.sender, to);
    }

    /// @inheritdoc IAssetRegistry
    function acceptControl(bytes32 recipeId) external {
        (uint32 ordinal, address from, uint16 epoch) = _recipes().handOver(recipeId, msg.sender);
        emit ControlTransferred(ordinal, from, msg.sender, epoch);
    }

    /// @inheritdoc IAssetRegistry
    function recipeOf(bytes32 recipeId) external view returns (Recipe memory) {
        return _recipe(recipeId);
    }

    /// @inheritdoc IAssetRegistry
    function recipeCount() external view returns (uint32) {
        return _recipes().count;
    }

    /// @inheritdoc IAssetRegistry
    function recipeIdOf(uint32 recipe) external view returns (bytes32) {
        return _recipeId(recipe);
    }

    /// @inheritdoc IAssetRegistry
    function termsOf(bytes32 recipeId) external view returns (Terms memory) {
        return _recipes().terms[recipeId];
    }

    /// @inheritdoc IAssetRegistry
    function controlEpochOf(uint32 recipe) external view returns (uint16) {
        return _recipes().controlEpochs[recipe];
    }

    /// @inheritdoc IAssetRegistry
    function pendingLicensorOf(bytes32 recipeId) external view returns (address) {
        return _recipes().nextLicensors[_recipe(recipeId).ordinal];
    }

    /// @inheritdoc IAssetRegistry
    function recipeUseOf(bytes32 recipeId, address user) external view returns (uint40 until, bool independent) {
        RecipeBook.Use storage granted = _recipes().useOf(_recipe(recipeId).ordinal, user);
        return (granted.until, granted.independent);
    }

    /// @inheritdoc IAssetRegistry
    function suspensionOf(bytes32 recipeId) external view returns (uint40 until, uint40 validUntil) {
        SuspensionBook.Suspension storage suspension = _suspensions().suspensions[_recipe(recipeId).ordinal];
        return (suspension.until, suspension.validUntil);
    }

    /// @inheritdoc IAssetRegistry
    function gateOf(address gate) external view returns (address timelock, uint32 ordinal) {
        GateBook.Gate storage record = _gates().gates[gate];
        return (record.timelock, record.ordinal);
    }

    /// @inheritdoc IAssetRegistry
    function timelockOf(uint32 gate) external view returns (address) {
        return _gates().timelocks[gate];
    }

    /// @inheritdoc IAssetRegistry
    function studioOf(address timelock) external view returns (address) {
        return _gates().studios[timelock];
    }
}
