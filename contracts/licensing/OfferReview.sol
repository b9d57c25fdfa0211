// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IAssetRegistry, Recipe} from "../interfaces/IAssetRegistry.sol";
import {Agency, ILicenseMarket, OfferInput, Scope} from "../interfaces/ILicenseMarket.sol";
import {IOfferReview, ReviewedOffer} from "../interfaces/IOfferReview.sol";
import {OfferRules} from "./OfferRules.sol";

/// @title OfferReview
/// @notice Who may publish what; the prose is in {IOfferReview}.
contract OfferReview is IOfferReview {
    using OfferRules for OfferInput;

    IAssetRegistry private immutable _ASSET_REGISTRY;

    constructor(address assetRegistry) {
        _ASSET_REGISTRY = IAssetRegistry(assetRegistry);
    }

    /// @inheritdoc IOfferReview
    function review(
        OfferInput calldata input,
        address publisher
    ) external view returns (ReviewedOffer memory reviewed) {
        Recipe memory recipe = _ASSET_REGISTRY.recipeOf(input.recipeId);
        if (recipe.ordinal == 0) revert ILicenseMarket.LicenseMarketUnknownRecipe(input.recipeId);
        (reviewed.recipe, reviewed.licensor) = (recipe.ordinal, recipe.licensor);
        reviewed.controlEpoch = _ASSET_REGISTRY.controlEpochOf(recipe.ordinal);
        if (recipe.licensor != publisher) reviewed.owned = _authorize(input, publisher, recipe.ordinal);
        input.check();
        _checkRate(input, recipe.ordinal);
        reviewed.scopeId = _scopeIdOf(input, reviewed);
    }

    /// @dev Returns whether somebody who is not the licensor publishes as the owner of the asset's token.
    function _authorize(OfferInput calldata input, address publisher, uint32 recipe) private view returns (bool owned) {
        Agency memory agency = ILicenseMarket(msg.sender).agencyOf(recipe, publisher);
        if (agency.until > block.timestamp) {
            input.checkAgency(agency, publisher);
            return false;
        }
        if (!_isOwner(input, publisher)) revert ILicenseMarket.LicenseMarketUnauthorized(publisher);
        uint8 ownerUsages = _ASSET_REGISTRY.termsOf(input.recipeId).ownerUsages;
        if (input.usages & ~ownerUsages != 0) {
            revert ILicenseMarket.LicenseMarketOwnerUsages(input.usages, ownerUsages);
        }
        input.checkPlain();
        return true;
    }

    /// @dev A whole lot has no token, and a token that does not exist no owner.
    function _isOwner(OfferInput calldata input, address account) private view returns (bool) {
        if (input.scope != Scope.Asset) return false;
        try IERC721(address(_ASSET_REGISTRY)).ownerOf(input.scopeId) returns (address owner) {
            return owner == account;
        } catch {
            return false;
        }
    }

    /// @dev A license costs its child recipe no less than the licensor's floor, and no more than the lineage leaves: it
    /// would be sold and could never be used.
    function _checkRate(OfferInput calldata input, uint32 recipe) private view {
        (uint24 minRate, uint24 maxRate) = (0, 0);
        if (input.isRated()) {
            minRate = _ASSET_REGISTRY.termsOf(input.recipeId).derivativeFloor;
            maxRate = ILicenseMarket(msg.sender).headroom(recipe);
        }
        if (input.rate < minRate || input.rate > maxRate) {
            revert ILicenseMarket.LicenseMarketInvalidRate(input.rate, minRate, maxRate);
        }
    }

    /// @dev An offer for everything of a licensor remembers whose recipes it covers, and the last of them. Recipes that
    /// came from somebody else are left out: nothing else would tell them from those that were sold and bought back.
    function _scopeIdOf(OfferInput calldata input, ReviewedOffer memory reviewed) private view returns (uint256) {
        if (input.scope != Scope.Licensor) return input.scopeId;
        if (reviewed.controlEpoch != 0) {
            revert ILicenseMarket.LicenseMarketInvalidScope(input.scope, input.scopeId);
        }
        return (uint256(uint160(reviewed.licensor)) << 32) | _ASSET_REGISTRY.recipeCount();
    }
}
