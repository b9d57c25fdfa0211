// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IAssetRegistry, Recipe} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {Agency, ILicenseMarket, Offer, OfferInput, Scope} from "../interfaces/ILicenseMarket.sol";
import {IOfferReview, ReviewedOffer} from "../interfaces/IOfferReview.sol";
import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {STACK_CAP} from "../types/Constants.sol";
import {AssetId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {OfferReview} from "./OfferReview.sol";
import {OfferView} from "./OfferView.sol";
import {OfferLimits, PackedOffer, PackedOffers} from "./PackedOffer.sol";

/// @title LicenseOffers
/// @notice Who may publish which offers, and what is kept of them; the prose is in {ILicenseMarket}.
abstract contract LicenseOffers is ILicenseMarket {
    using OfferView for Offer;
    using OfferView for PackedOffer;
    using PackedOffers for PackedOffer;
    using PackedOffers for OfferInput;

    IAssetRegistry internal immutable _ASSET_REGISTRY;
    IRoyaltySplitter internal immutable _ROYALTY_SPLITTER;
    IOfferReview private immutable _REVIEW;

    mapping(bytes32 offerId => PackedOffer offer) private _offers;
    mapping(bytes32 offerId => uint256 scopeId) private _scopeIds;
    mapping(bytes32 offerId => OfferLimits limits) private _limits;
    mapping(bytes32 offerId => mapping(address payer => uint32 count)) private _boughtBy;
    mapping(bytes32 offerId => bytes32 root) private _referrerRoots;
    mapping(bytes32 offerId => address seller) private _sellers;
    mapping(uint32 recipe => mapping(uint16 epoch => mapping(address agent => Agency agency))) private _agencies;

    constructor(address deployer) {
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
        _REVIEW = new OfferReview(address(_ASSET_REGISTRY));
    }

    /// @inheritdoc ILicenseMarket
    function publishOffer(OfferInput calldata input) external returns (bytes32 offerId) {
        ReviewedOffer memory reviewed = _REVIEW.review(input, msg.sender);
        offerId = offerIdOf(msg.sender, input);
        if (_offers[offerId].recipe != 0) revert LicenseMarketDuplicateOffer(offerId);
        PackedOffer memory offer = input.pack(reviewed);
        _offers[offerId] = offer;
        if (offer.isLimited()) _limits[offerId] = input.limitsOf();
        if (input.scope != Scope.Recipe) _scopeIds[offerId] = reviewed.scopeId;
        if (input.referral != 0) _referrerRoots[offerId] = input.referrerRoot;
        if (reviewed.owned) _sellers[offerId] = msg.sender;
        emit OfferPublished(offerId, reviewed.recipe, reviewed.licensor, msg.sender, input);
    }

    /// @inheritdoc ILicenseMarket
    function withdrawOffer(bytes32 offerId) external {
        PackedOffer memory offer = _knownOffer(offerId);
        if (msg.sender != _withdrawerOf(offerId, offer)) revert LicenseMarketUnauthorized(msg.sender);
        if (offer.isWithdrawn()) revert LicenseMarketWithdrawnOffer(offerId);
        _offers[offerId].withdraw();
        emit OfferWithdrawn(offerId);
    }

    /// @inheritdoc ILicenseMarket
    function appointAgent(bytes32 recipeId, address agent, Agency calldata agency) external {
        Recipe memory recipe = _recipeOf(recipeId);
        if (recipe.ordinal == 0) revert LicenseMarketUnknownRecipe(recipeId);
        if (recipe.licensor != msg.sender) revert LicenseMarketUnauthorized(msg.sender);
        _agencies[recipe.ordinal][_controlEpochOf(recipe.ordinal)][agent] = agency;
        emit AgentAppointed(recipe.ordinal, agent, agency);
    }

    /// @inheritdoc ILicenseMarket
    function assetRegistry() external view returns (address) {
        return address(_ASSET_REGISTRY);
    }

    /// @inheritdoc ILicenseMarket
    function royaltySplitter() external view returns (address) {
        return address(_ROYALTY_SPLITTER);
    }

    /// @inheritdoc ILicenseMarket
    function offerOf(bytes32 offerId) external view returns (Offer memory offer) {
        offer = _knownOffer(offerId).unpack();
        offer.addLimits(_limits[offerId]);
        offer.scopeId = _scopeIds[offerId];
        offer.referrerRoot = _referrerRoots[offerId];
        offer.seller = _sellers[offerId];
    }

    /// @inheritdoc ILicenseMarket
    function agencyOf(uint32 recipe, address agent) external view returns (Agency memory) {
        return _agencies[recipe][_controlEpochOf(recipe)][agent];
    }

    /// @inheritdoc ILicenseMarket
    function boughtBy(bytes32 offerId, address payer) external view returns (uint32) {
        return _boughtBy[offerId][payer];
    }

    /// @inheritdoc ILicenseMarket
    function headroom(uint32 recipe) public view returns (uint24) {
        return STACK_CAP - _ROYALTY_SPLITTER.stackOf(recipe);
    }

    /// @inheritdoc ILicenseMarket
    function offerIdOf(address publisher, OfferInput calldata input) public pure returns (bytes32) {
        return keccak256(abi.encode(publisher, input));
    }

    /// @dev Counts one more license of a limited offer, and returns its limits.
    function _countSale(bytes32 offerId, address payer, uint32 seats) internal returns (OfferLimits memory limits) {
        limits = _limits[offerId];
        _checkSeats(seats, limits.seats);
        if (limits.supply != 0) {
            if (limits.sold >= limits.supply) revert LicenseMarketSoldOut(offerId, limits.supply);
            _limits[offerId].sold = limits.sold + 1;
        }
        if (limits.perPayer != 0) {
            uint32 count = _boughtBy[offerId][payer];
            if (count >= limits.perPayer) revert LicenseMarketOverPayerLimit(offerId, payer, limits.perPayer);
            _boughtBy[offerId][payer] = count + 1;
        }
    }

    /// @dev Gives a returned license back to whoever buys next.
    function _uncountSale(bytes32 offerId, address payer, OfferLimits memory limits) internal {
        if (limits.supply != 0) _limits[offerId].sold = limits.sold - 1;
        if (limits.perPayer != 0) --_boughtBy[offerId][payer];
    }

    function _limitsOf(bytes32 offerId) internal view returns (OfferLimits memory) {
        return _limits[offerId];
    }

    /// @dev An offer that sells now.
    function _openOffer(bytes32 offerId) internal view returns (PackedOffer memory offer) {
        offer = _knownOffer(offerId);
        if (offer.isWithdrawn()) revert LicenseMarketWithdrawnOffer(offerId);
        if (block.timestamp < offer.start) revert LicenseMarketOfferNotStarted(offerId, offer.start);
        if (block.timestamp >= offer.end) revert LicenseMarketOfferEnded(offerId, offer.end);
    }

    function _knownOffer(bytes32 offerId) internal view returns (PackedOffer memory offer) {
        offer = _offers[offerId];
        if (offer.recipe == 0) revert LicenseMarketUnknownOffer(offerId);
    }

    /// @dev The registry refuses what is not releasable; the scope only filters what the recipe's licensor sells.
    /// Returns the recipe that earns, which is the asset's own.
    function _checkAsset(
        bytes32 offerId,
        AssetId assetId,
        PackedOffer memory offer
    ) internal view returns (uint32 recipe) {
        Scope scope = offer.scopeOf();
        uint256 scopeId = scope == Scope.Recipe ? 0 : _scopeIds[offerId];
        if (!_isInScope(assetId, scope, scopeId)) revert LicenseMarketOutOfScope(offerId, assetId);
        uint16 controlEpoch;
        (recipe, controlEpoch) = _ASSET_REGISTRY.licensable(assetId);
        if (recipe != offer.recipe && !(scope == Scope.Licensor && _isOfLicensor(recipe, scopeId))) {
            revert LicenseMarketForeignAsset(assetId, recipe, offer.recipe);
        }
        if (controlEpoch != offer.controlEpoch) {
            revert LicenseMarketStaleOffer(offerId, controlEpoch, offer.controlEpoch);
        }
    }

    /// @dev The owner who sells in its own name; zero where the licensor sells.
    function _checkSeller(
        bytes32 offerId,
        AssetId assetId,
        PackedOffer memory offer
    ) internal view returns (address seller) {
        if (!offer.isOwned()) return address(0);
        seller = _sellers[offerId];
        address owner = IERC721(address(_ASSET_REGISTRY)).ownerOf(AssetId.unwrap(assetId));
        if (owner != seller) revert LicenseMarketForeignSeller(offerId, seller, owner);
    }

    function _referrerRootOf(bytes32 offerId) internal view returns (bytes32) {
        return _referrerRoots[offerId];
    }

    function _recipeOf(bytes32 recipeId) private view returns (Recipe memory) {
        return _ASSET_REGISTRY.recipeOf(recipeId);
    }

    function _controlEpochOf(uint32 recipe) private view returns (uint16) {
        return _ASSET_REGISTRY.controlEpochOf(recipe);
    }

    function _licensorOf(uint32 recipe) private view returns (address) {
        return _recipeOf(_ASSET_REGISTRY.recipeIdOf(recipe)).licensor;
    }

    /// @dev Who may end the sale: its owner, the licensor of many recipes, or whoever controls the one recipe now.
    function _withdrawerOf(bytes32 offerId, PackedOffer memory offer) private view returns (address) {
        if (offer.isOwned()) return _sellers[offerId];
        if (offer.scopeOf() == Scope.Licensor) return address(uint160(_scopeIds[offerId] >> 32));
        return _licensorOf(offer.recipe);
    }

    function _isOfLicensor(uint32 recipe, uint256 scopeId) private view returns (bool) {
        // casting to 'uint32' is safe because the low 32 bits are the ordinal by definition
        return recipe <= uint32(scopeId) && uint160(_licensorOf(recipe)) == scopeId >> 32;
    }

    function _checkSeats(uint32 seats, uint32 maxSeats) internal pure {
        if (maxSeats == 0) maxSeats = 1;
        if (seats > maxSeats) revert LicenseMarketOverSeats(seats, maxSeats);
    }

    /// @dev A whole lot is sold only by an offer for just that.
    function _isInScope(AssetId assetId, Scope scope, uint256 scopeId) private pure returns (bool) {
        if (scope == Scope.Asset) return AssetId.unwrap(assetId) == scopeId;
        if (assetId.isWholeLot()) return false;
        return scope != Scope.Lot || AssetId.unwrap(assetId) >> 24 == scopeId;
    }
}
