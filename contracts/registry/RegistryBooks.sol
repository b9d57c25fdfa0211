// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Recipe} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenses} from "../interfaces/ILicenses.sol";
import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AssetId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {CappedQuery} from "./CappedQuery.sol";
import {GateBook} from "./GateBook.sol";
import {LotBook} from "./LotBook.sol";
import {LotWord} from "./LotWord.sol";
import {RecipeBook} from "./RecipeBook.sol";
import {SuspensionBook} from "./SuspensionBook.sol";

/// @title RegistryBooks
/// @notice Siblings and storage that AssetRegistry and its desks have in common: the desks work on the registry's
/// books, so all must inherit this first, and nothing before it.
abstract contract RegistryBooks {
    using CappedQuery for address;
    using GateBook for GateBook.Book;

    address internal immutable _DEPLOYER;
    address internal immutable _STUDIO_FACTORY;
    address internal immutable _LICENSE_MARKET;
    ILicenses internal immutable _LICENSES;
    IRoyaltySplitter internal immutable _ROYALTY_SPLITTER;

    GateBook.Book private _gateBook;
    RecipeBook.Book private _recipeBook;
    LotBook.Book private _lotBook;
    SuspensionBook.Book private _suspensionBook;

    constructor(address deployer) {
        _DEPLOYER = deployer;
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _LICENSE_MARKET = IDeployer(deployer).addressOf(Names.LICENSE_MARKET);
        _LICENSES = ILicenses(IDeployer(deployer).addressOf(Names.LICENSES));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    function _gates() internal view returns (GateBook.Book storage) {
        return _gateBook;
    }

    function _recipes() internal view returns (RecipeBook.Book storage) {
        return _recipeBook;
    }

    function _lots() internal view returns (LotBook.Book storage) {
        return _lotBook;
    }

    function _suspensions() internal view returns (SuspensionBook.Book storage) {
        return _suspensionBook;
    }

    function _recipe(bytes32 recipeId) internal view returns (Recipe storage) {
        return _recipeBook.recipes[recipeId];
    }

    function _recipeId(uint32 recipe) internal view returns (bytes32) {
        return _recipeBook.ids[recipe];
    }

    function _licensor(uint32 recipe) internal view returns (address) {
        return _recipe(_recipeId(recipe)).licensor;
    }

    /// @dev The recipe's ordinal, if the caller is its licensor.
    function _ordinalOfCaller(bytes32 recipeId) internal view returns (uint32 ordinal) {
        Recipe storage recipe = _recipe(recipeId);
        ordinal = recipe.ordinal;
        if (ordinal == 0) revert IAssetRegistry.AssetRegistryUnknownRecipe(recipeId);
        if (msg.sender != recipe.licensor) revert IAssetRegistry.AssetRegistryUnauthorized(msg.sender);
    }

    function _lotWord(AssetId assetId) internal view returns (LotWord) {
        return _lotBook.lots[assetId.lotOf()].word;
    }

    /// @dev Whether the account speaks for the licensor: itself, or a registrar of its studio.
    function _speaksFor(address licensor, address account) internal view returns (bool) {
        return account == licensor || _gateBook.isRegistrar(licensor, account);
    }

    /// @dev The board of the studio recorded for a timelock; zero if there is none.
    function _boardOf(address timelock) internal view returns (address) {
        return _gateBook.studios[timelock].addressFrom(abi.encodeCall(IStudio.moduleOf, (Module.Board)));
    }

    /// @dev Whether the address is nobody's or a contract of the protocol.
    function _isProtocol(address account) internal view returns (bool) {
        return
            account == address(0) ||
            account == address(this) ||
            account == _DEPLOYER ||
            account == _STUDIO_FACTORY ||
            account == _LICENSE_MARKET ||
            account == address(_LICENSES) ||
            account == address(_ROYALTY_SPLITTER);
    }
}
