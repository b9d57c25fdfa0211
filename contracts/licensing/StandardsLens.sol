// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Lot} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenseMarket, Offer} from "../interfaces/ILicenseMarket.sol";
import {ILicenseRenderer} from "../interfaces/ILicenseRenderer.sol";
import {ILicenses, LicenseRecord, LicenseStatus} from "../interfaces/ILicenses.sol";
import {Edge, IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {IStandardsLens, ReferenceRoyalty, RoyaltyInfo} from "../interfaces/IStandardsLens.sol";
import {PERPETUAL} from "../types/Constants.sol";
import {AssetId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";

/// @title StandardsLens
/// @notice See {IStandardsLens}.
contract StandardsLens is IStandardsLens {
    /// @dev Recipes searched in one call at most: at 16 parents each they cost less than a transaction may.
    uint32 private constant _MAX_SPAN = 256;

    /// @dev A price that makes an amount the number of basis points.
    uint256 private constant _BASIS = 10_000;

    IAssetRegistry private immutable _ASSET_REGISTRY;
    ILicenseMarket private immutable _LICENSE_MARKET;
    ILicenses private immutable _LICENSES;
    IRoyaltySplitter private immutable _ROYALTY_SPLITTER;

    constructor(address deployer) {
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _LICENSE_MARKET = ILicenseMarket(IDeployer(deployer).addressOf(Names.LICENSE_MARKET));
        _LICENSES = ILicenses(IDeployer(deployer).addressOf(Names.LICENSES));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    /// @inheritdoc IStandardsLens
    function expiresAt(uint256 tokenId) external view returns (uint64) {
        LicenseRecord memory record = _LICENSES.recordOf(bytes32(tokenId));
        return record.status == LicenseStatus.Granted ? record.expiry : 0;
    }

    /// @inheritdoc IStandardsLens
    function isRenewable(uint256 tokenId) external view returns (bool) {
        LicenseRecord memory record = _LICENSES.recordOf(bytes32(tokenId));
        if (record.status != LicenseStatus.Granted || record.expiry == PERPETUAL) return false;
        if (_LICENSE_MARKET.escrowOf(bytes32(tokenId)).payer != address(0)) return false;
        Offer memory offer = _LICENSE_MARKET.offerOf(record.offerId);
        if (offer.withdrawn || block.timestamp < offer.start || block.timestamp >= offer.end) return false;
        if (!_ASSET_REGISTRY.isReleasable(record.assetId)) return false;
        return _ASSET_REGISTRY.controlEpochOf(_recipeOf(record.assetId)) == offer.controlEpoch;
    }

    /// @inheritdoc IStandardsLens
    function isLicenseActive(uint256 licenseId) external view returns (bool) {
        try _LICENSES.recordOf(bytes32(licenseId)) returns (LicenseRecord memory record) {
            return _isActive(record);
        } catch {
            return false;
        }
    }

    /// @inheritdoc IStandardsLens
    function getLicenseTokenId(uint256 licenseId) external view returns (uint256) {
        return AssetId.unwrap(_active(licenseId).assetId);
    }

    /// @inheritdoc IStandardsLens
    function getParentLicenseId(uint256 licenseId) external view returns (uint256) {
        _active(licenseId);
        return 0;
    }

    /// @inheritdoc IStandardsLens
    function getLicenseHolder(uint256 licenseId) external view returns (address) {
        return _active(licenseId).holder;
    }

    /// @inheritdoc IStandardsLens
    function getLicenseURI(uint256 licenseId) external view returns (string memory) {
        LicenseRecord memory record = _active(licenseId);
        return ILicenseRenderer(_LICENSES.renderer()).tokenURI(bytes32(licenseId), record);
    }

    /// @inheritdoc IStandardsLens
    function getLicenseRevoker(uint256 licenseId) external view returns (address timelock) {
        LicenseRecord memory record = _active(licenseId);
        if (record.revocable) (timelock, ) = _ASSET_REGISTRY.rulersOf(record.assetId);
    }

    /// @inheritdoc IStandardsLens
    function getLicenseIdByTokenId(uint256 tokenId) external view returns (uint256) {
        _recipeOf(AssetId.wrap(tokenId));
        return 0;
    }

    /// @inheritdoc IStandardsLens
    function referringOf(
        address collection,
        uint256 tokenId
    ) external view returns (address[] memory collections, uint256[][] memory tokenIds) {
        Edge[] memory edges = _ROYALTY_SPLITTER.edgesOf(_recipeOf(collection, tokenId));
        uint256[] memory parents = new uint256[](edges.length);
        for (uint256 i = 0; i < edges.length; ++i) {
            parents[i] = edges[i].parent;
        }
        return _listOf(parents);
    }

    /// @inheritdoc IStandardsLens
    function referredOf(
        address collection,
        uint256 tokenId
    ) external view returns (address[] memory collections, uint256[][] memory tokenIds) {
        uint32 recipe = _recipeOf(collection, tokenId);
        uint256 last = uint256(recipe) + _MAX_SPAN;
        // casting to 'uint32' is safe because the sum is taken only where no ordinal could follow it
        uint32 to = last < type(uint32).max ? uint32(last) : type(uint32).max;
        return _listOf(childrenBetween(recipe, recipe + 1, to));
    }

    /// @inheritdoc IStandardsLens
    function createdTimestampOf(address collection, uint256 tokenId) external view returns (uint256) {
        _requireRegistry(collection);
        AssetId assetId = AssetId.wrap(tokenId);
        _recipeOf(assetId);
        return _ASSET_REGISTRY.lotOf(assetId.lotOf()).committedAt;
    }

    /// @inheritdoc IStandardsLens
    function getReferenceRoyaltyInfo(
        address collection,
        uint256 tokenId,
        uint256 salePrice
    ) external view returns (ReferenceRoyalty memory) {
        return _royaltyOf(collection, tokenId, salePrice);
    }

    /// @inheritdoc IStandardsLens
    function getReferenceRoyaltyInfo(
        address collection,
        uint256 tokenId
    ) external view returns (ReferenceRoyalty memory) {
        return _royaltyOf(collection, tokenId, _BASIS);
    }

    /// @inheritdoc IStandardsLens
    function childrenBetween(uint32 recipe, uint32 from, uint32 to) public view returns (uint256[] memory children) {
        uint32 count = _ASSET_REGISTRY.recipeCount();
        if (to >= from && to - from >= _MAX_SPAN) revert StandardsLensTooLong(uint256(to - from) + 1, _MAX_SPAN);
        // A parent is registered before its children.
        uint256 first = from > recipe ? from : uint256(recipe) + 1;
        uint256 last = to < count ? to : count;
        uint256[] memory found = new uint256[](_MAX_SPAN);
        uint256 length;
        for (uint256 ordinal = first; ordinal <= last; ++ordinal) {
            // casting to 'uint32' is safe because ordinals are counted in 32 bits
            if (_isChild(uint32(ordinal), recipe)) found[length++] = ordinal;
        }
        children = new uint256[](length);
        for (uint256 i = 0; i < length; ++i) {
            children[i] = found[i];
        }
    }

    function _royaltyOf(
        address collection,
        uint256 tokenId,
        uint256 price
    ) private view returns (ReferenceRoyalty memory royalties) {
        _requireRegistry(collection);
        _recipeOf(AssetId.wrap(tokenId));
        (address receiver, uint256 amount) = _ASSET_REGISTRY.royaltyInfo(tokenId, price);
        royalties.referenceDepth = type(uint256).max;
        if (receiver == address(0)) return royalties;
        royalties.royaltyInfos = new RoyaltyInfo[](1);
        royalties.royaltyInfos[0] = RoyaltyInfo({recipient: receiver, royaltyAmount: amount});
    }

    function _isChild(uint32 recipe, uint32 parent) private view returns (bool) {
        Edge[] memory edges = _ROYALTY_SPLITTER.edgesOf(recipe);
        for (uint256 i = 0; i < edges.length; ++i) {
            if (edges[i].parent == parent) return true;
        }
        return false;
    }

    function _recipeOf(address collection, uint256 tokenId) private view returns (uint32) {
        if (collection == address(_ASSET_REGISTRY)) return _recipeOf(AssetId.wrap(tokenId));
        if (collection != address(_ROYALTY_SPLITTER)) revert StandardsLensForeignCollection(collection);
        if (tokenId == 0 || tokenId > _ASSET_REGISTRY.recipeCount()) {
            revert StandardsLensUnknownToken(collection, tokenId);
        }
        // casting to 'uint32' is safe because ordinals are counted in 32 bits
        return uint32(tokenId);
    }

    /// @dev Ordinal of the recipe of a committed asset, or of a whole lot.
    function _recipeOf(AssetId assetId) private view returns (uint32) {
        Lot memory lot = _ASSET_REGISTRY.lotOf(assetId.lotOf());
        if (lot.recipe == 0 || (assetId.indexOf() >= lot.count && !assetId.isWholeLot())) {
            revert StandardsLensUnknownToken(address(_ASSET_REGISTRY), AssetId.unwrap(assetId));
        }
        return lot.recipe;
    }

    function _active(uint256 licenseId) private view returns (LicenseRecord memory record) {
        try _LICENSES.recordOf(bytes32(licenseId)) returns (LicenseRecord memory found) {
            record = found;
        } catch {
            revert StandardsLensInactiveLicense(licenseId);
        }
        if (!_isActive(record)) revert StandardsLensInactiveLicense(licenseId);
    }

    function _isActive(LicenseRecord memory record) private view returns (bool) {
        return record.status == LicenseStatus.Granted && record.expiry > block.timestamp;
    }

    function _requireRegistry(address collection) private view {
        if (collection != address(_ASSET_REGISTRY)) revert StandardsLensForeignCollection(collection);
    }

    function _listOf(
        uint256[] memory ordinals
    ) private view returns (address[] memory collections, uint256[][] memory tokenIds) {
        if (ordinals.length == 0) return (collections, tokenIds);
        collections = new address[](1);
        collections[0] = address(_ROYALTY_SPLITTER);
        tokenIds = new uint256[][](1);
        tokenIds[0] = ordinals;
    }
}
