// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Recipe} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenseMarket, Offer, OfferField, OfferInput, Purchase, Scope} from "../interfaces/ILicenseMarket.sol";
import {ILicenses, RecordGrant, Usage} from "../interfaces/ILicenses.sol";
import {IRoyaltySplitter, Sale} from "../interfaces/IRoyaltySplitter.sol";
import {STACK_CAP} from "../types/Constants.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {OfferView} from "./OfferView.sol";
import {PackedOffer, PackedOffers} from "./PackedOffer.sol";
import {extendedExpiry} from "./PlainLicense.sol";

/// @title LicenseMarket
/// @notice Sells licenses under immutable offers; the prose is in {ILicenseMarket}.
contract LicenseMarket is ILicenseMarket {
    using OfferView for PackedOffer;
    using PackedOffers for PackedOffer;
    using PackedOffers for OfferInput;

    bytes32 private constant _PURCHASE_TYPEHASH = keccak256(
        "Purchase(bytes32 offerId,uint256 assetId,address licensee,address referrer,uint32 seats,uint96 maxTotal,"
        "uint40 deadline,bytes32 salt)"
    );

    uint8 private constant _RATED_USAGES = uint8((1 << uint8(Usage.Training)) | (1 << uint8(Usage.Derivative)));
    uint8 private constant _SUBLICENSE = uint8(1 << uint8(Usage.Sublicense));
    uint8 private constant _ALL_USAGES = _SUBLICENSE * 2 - 1;

    /// @dev Most seats of one license, until offers say otherwise.
    uint32 private constant _MAX_SEATS = 1;

    IAssetRegistry private immutable _ASSET_REGISTRY;
    ILicenses private immutable _LICENSES;
    IRoyaltySplitter private immutable _ROYALTY_SPLITTER;

    mapping(bytes32 offerId => PackedOffer offer) private _offers;
    mapping(bytes32 offerId => uint256 scopeId) private _scopeIds;

    constructor(address deployer) {
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _LICENSES = ILicenses(IDeployer(deployer).addressOf(Names.LICENSES));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    /// @inheritdoc ILicenseMarket
    function publishOffer(OfferInput calldata input) external returns (bytes32 offerId) {
        Recipe memory recipe = _ASSET_REGISTRY.recipeOf(input.recipeId);
        if (recipe.ordinal == 0) revert LicenseMarketUnknownRecipe(input.recipeId);
        if (recipe.licensor != msg.sender) revert LicenseMarketUnauthorized(msg.sender);
        _checkSupported(input);
        _checkScope(input);
        _checkTerms(input);
        _checkRate(input, recipe.ordinal);

        offerId = offerIdOf(msg.sender, input);
        if (_offers[offerId].recipe != 0) revert LicenseMarketDuplicateOffer(offerId);
        _offers[offerId] = input.pack(recipe.ordinal, _ASSET_REGISTRY.controlEpochOf(recipe.ordinal), false);
        if (input.scope != Scope.Recipe) _scopeIds[offerId] = input.scopeId;
        emit OfferPublished(offerId, recipe.ordinal, recipe.licensor, msg.sender, input);
    }

    /// @inheritdoc ILicenseMarket
    function withdrawOffer(bytes32 offerId) external {
        PackedOffer memory offer = _offers[offerId];
        _checkKnown(offerId, offer);
        Recipe memory recipe = _ASSET_REGISTRY.recipeOf(_ASSET_REGISTRY.recipeIdOf(offer.recipe));
        if (recipe.licensor != msg.sender) revert LicenseMarketUnauthorized(msg.sender);
        if (offer.isWithdrawn()) revert LicenseMarketWithdrawnOffer(offerId);
        _offers[offerId].withdraw();
        emit OfferWithdrawn(offerId);
    }

    /// @inheritdoc ILicenseMarket
    function purchaseLicense(Purchase calldata purchase, bool settle) external returns (bytes32) {
        (bytes32 purchaseId, Sale memory sale) = _sell(purchase, msg.sender);
        _ROYALTY_SPLITTER.collect(sale, settle);
        return purchaseId;
    }

    /// @inheritdoc ILicenseMarket
    function purchaseLicenseWithAuthorization(
        Purchase calldata purchase,
        address payer,
        bool settle,
        bytes calldata signature
    ) external returns (bytes32) {
        (bytes32 purchaseId, Sale memory sale) = _sell(purchase, payer);
        _ROYALTY_SPLITTER.collectWithAuthorization(sale, settle, purchase.deadline, purchaseId, signature);
        return purchaseId;
    }

    /// @inheritdoc ILicenseMarket
    function assetRegistry() external view returns (address) {
        return address(_ASSET_REGISTRY);
    }

    /// @inheritdoc ILicenseMarket
    function licenses() external view returns (address) {
        return address(_LICENSES);
    }

    /// @inheritdoc ILicenseMarket
    function royaltySplitter() external view returns (address) {
        return address(_ROYALTY_SPLITTER);
    }

    /// @inheritdoc ILicenseMarket
    function offerOf(bytes32 offerId) external view returns (Offer memory offer) {
        PackedOffer memory packed = _offers[offerId];
        _checkKnown(offerId, packed);
        offer = packed.unpack();
        offer.scopeId = _scopeIds[offerId];
    }

    /// @inheritdoc ILicenseMarket
    function purchaseIdOf(Purchase calldata purchase) public view returns (bytes32) {
        // Every field is one word, so the encoding of the struct is that of hashStruct.
        bytes32 structHash = keccak256(abi.encode(_PURCHASE_TYPEHASH, purchase));
        bytes32 hash = keccak256(abi.encode(block.chainid, address(this), structHash));
        // Tokens with keyed nonces read the low 64 bits as a sequence number, which is 0 for a fresh key.
        return hash & ~bytes32(uint256(type(uint64).max));
    }

    /// @inheritdoc ILicenseMarket
    function headroom(uint32 recipe) public view returns (uint24) {
        return STACK_CAP - _ROYALTY_SPLITTER.stackOf(recipe);
    }

    /// @inheritdoc ILicenseMarket
    function offerIdOf(address licensor, OfferInput calldata input) public pure returns (bytes32) {
        return keccak256(abi.encode(licensor, input));
    }

    /// @dev Everything of a sale but the payment, which comes last because a token may be hostile. Until it arrives the
    /// license exists, and if it does not arrive the whole sale is undone.
    function _sell(Purchase calldata purchase, address payer) private returns (bytes32 purchaseId, Sale memory sale) {
        PackedOffer memory offer = _offers[purchase.offerId];
        _checkOpen(purchase.offerId, offer);
        _checkPurchase(purchase, offer);
        _checkAsset(purchase, offer);

        purchaseId = purchaseIdOf(purchase);
        sale = Sale({
            recipe: offer.recipe,
            token: offer.token,
            payer: payer,
            referrer: purchase.referrer,
            gross: offer.price,
            referral: 0,
            seller: address(0),
            pot: 0
        });
        _emitPurchase(purchase, purchaseId, sale, _grant(purchase, purchaseId, offer));
    }

    function _grant(
        Purchase calldata purchase,
        bytes32 purchaseId,
        PackedOffer memory offer
    ) private returns (uint256 license) {
        if (!offer.isRecorded()) {
            return _LICENSES.grantPlain(purchase.assetId, purchase.licensee, offer.usages, offer.duration);
        }
        _LICENSES.grantRecord(
            RecordGrant({
                licenseId: purchaseId,
                offerId: purchase.offerId,
                assetId: purchase.assetId,
                holder: purchase.licensee,
                expiry: extendedExpiry(0, offer.duration),
                rate: offer.rate,
                usages: offer.usages,
                price: offer.price,
                seats: _MAX_SEATS,
                transferable: false,
                exclusive: false,
                revocable: false,
                refundable: false,
                contentHash: 0
            })
        );
    }

    /// @dev In a function of its own: eleven fields leave no stack for anything else.
    function _emitPurchase(Purchase calldata purchase, bytes32 purchaseId, Sale memory sale, uint256 license) private {
        emit LicensePurchased(
            purchase.offerId,
            purchase.assetId,
            purchase.licensee,
            purchaseId,
            sale.payer,
            sale.referrer,
            sale.recipe,
            sale.token,
            sale.gross,
            sale.referral,
            license
        );
    }

    function _checkOpen(bytes32 offerId, PackedOffer memory offer) private view {
        _checkKnown(offerId, offer);
        if (offer.isWithdrawn()) revert LicenseMarketWithdrawnOffer(offerId);
        if (block.timestamp < offer.start) revert LicenseMarketOfferNotStarted(offerId, offer.start);
        if (block.timestamp >= offer.end) revert LicenseMarketOfferEnded(offerId, offer.end);
    }

    function _checkPurchase(Purchase calldata purchase, PackedOffer memory offer) private view {
        if (block.timestamp > purchase.deadline) revert LicenseMarketExpiredPurchase(purchase.deadline);
        if (purchase.licensee == address(0)) revert LicenseMarketInvalidLicensee(purchase.licensee);
        if (purchase.referrer != address(0)) {
            revert LicenseMarketUnlistedReferrer(purchase.offerId, purchase.referrer);
        }
        if (purchase.seats > _MAX_SEATS) revert LicenseMarketOverSeats(purchase.seats, _MAX_SEATS);
        if (offer.price > purchase.maxTotal) revert LicenseMarketOverMaxTotal(offer.price, purchase.maxTotal);
    }

    /// @dev The registry refuses what is not releasable; the scope only filters what the recipe's licensor sells.
    function _checkAsset(Purchase calldata purchase, PackedOffer memory offer) private view {
        AssetId assetId = purchase.assetId;
        if (assetId.isWholeLot()) revert LicenseMarketUnsupportedWholeLot(assetId);
        if (!_isInScope(assetId, offer.scopeOf(), purchase.offerId)) {
            revert LicenseMarketOutOfScope(purchase.offerId, assetId);
        }
        (uint32 recipe, uint16 controlEpoch) = _ASSET_REGISTRY.licensable(assetId);
        if (recipe != offer.recipe) revert LicenseMarketForeignAsset(assetId, recipe, offer.recipe);
        if (controlEpoch != offer.controlEpoch) {
            revert LicenseMarketStaleOffer(purchase.offerId, controlEpoch, offer.controlEpoch);
        }
    }

    function _isInScope(AssetId assetId, Scope scope, bytes32 offerId) private view returns (bool) {
        if (scope == Scope.Recipe) return true;
        uint256 scopeId = _scopeIds[offerId];
        return scopeId == (scope == Scope.Lot ? LotId.unwrap(assetId.lotOf()) : AssetId.unwrap(assetId));
    }

    /// @dev A license costs its child recipe no less than the licensor's floor, and no more than the lineage leaves: it
    /// would be sold and could never be used.
    function _checkRate(OfferInput calldata input, uint32 recipe) private view {
        (uint24 minRate, uint24 maxRate) = (0, 0);
        if (input.usages & _RATED_USAGES != 0) {
            minRate = _ASSET_REGISTRY.termsOf(input.recipeId).derivativeFloor;
            maxRate = headroom(recipe);
        }
        if (input.rate < minRate || input.rate > maxRate) {
            revert LicenseMarketInvalidRate(input.rate, minRate, maxRate);
        }
    }

    function _checkTerms(OfferInput calldata input) private view {
        if (input.token.code.length == 0) revert LicenseMarketInvalidToken(input.token);
        if (input.free != (input.price == 0)) revert LicenseMarketInvalidPrice(input.price, input.free);
        if (input.duration == 0) revert LicenseMarketInvalidDuration(input.duration);
        if (input.end <= input.start || input.end <= block.timestamp) {
            revert LicenseMarketInvalidPeriod(input.start, input.end);
        }
        if (input.usages == 0 || input.usages > _ALL_USAGES) revert LicenseMarketInvalidUsages(input.usages);
    }

    /// @dev Scope ids that name nothing are refused: unused ones, and those wider than a lot or asset id.
    function _checkScope(OfferInput calldata input) private pure {
        uint256 width =
            input.scope == Scope.Recipe
                ? 0
                : input.scope == Scope.Lot
                    ? 224
                    : 248;
        bool named = input.scopeId != 0;
        if (named != (width != 0) || input.scopeId >> width != 0) {
            revert LicenseMarketInvalidScope(input.scope, input.scopeId);
        }
    }

    function _checkKnown(bytes32 offerId, PackedOffer memory offer) private pure {
        if (offer.recipe == 0) revert LicenseMarketUnknownOffer(offerId);
    }

    function _checkSupported(OfferInput calldata input) private pure {
        bool wholeLot = input.scope == Scope.Asset && AssetId.wrap(input.scopeId).isWholeLot();
        _refuse(input.scope == Scope.Licensor, OfferField.Scope);
        _refuse(wholeLot, OfferField.ScopeId);
        _refuse(input.usages & _SUBLICENSE != 0, OfferField.Usages);
        _refuse(input.referral != 0, OfferField.Referral);
        _refuse(input.title, OfferField.Title);
        _refuse(input.exclusive, OfferField.Exclusive);
        _refuse(input.transferable, OfferField.Transferable);
        _refuse(input.revocable, OfferField.Revocable);
        _refuse(input.supply != 0, OfferField.Supply);
        _refuse(input.perPayer != 0, OfferField.PerPayer);
        _refuse(input.seats != 0, OfferField.Seats);
        _refuse(input.refundWindow != 0, OfferField.RefundWindow);
        _refuse(input.penalty != 0, OfferField.Penalty);
        _refuse(input.referrerRoot != 0, OfferField.ReferrerRoot);
    }

    function _refuse(bool isSet, OfferField field) private pure {
        if (isSet) revert LicenseMarketUnsupportedTerm(uint8(field));
    }
}
