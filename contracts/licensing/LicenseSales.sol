// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {
    Escrow,
    Evidence,
    ILicenseMarket,
    Order,
    Payment,
    PaymentMethod,
    Purchase
} from "../interfaces/ILicenseMarket.sol";
import {ILicenses, RecordGrant} from "../interfaces/ILicenses.sol";
import {Sale} from "../interfaces/IRoyaltySplitter.sol";
import {AssetId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {LicenseOffers} from "./LicenseOffers.sol";
import {PackedOffer, PackedOffers} from "./PackedOffer.sol";
import {extendedExpiry} from "./PlainLicense.sol";
import {Referrals} from "./Referrals.sol";

/// @title LicenseSales
/// @notice How a purchase becomes a license and a price to collect; the prose is in {ILicenseMarket}.
abstract contract LicenseSales is LicenseOffers {
    using PackedOffers for PackedOffer;
    using Referrals for address;
    using Referrals for uint256;

    bytes32 private constant _PURCHASE_TYPEHASH = keccak256(
        "Purchase(bytes32 offerId,uint256 assetId,address licensee,address referrer,uint32 seats,uint96 maxTotal,"
        "uint40 deadline,bytes32 salt)"
    );

    ILicenses internal immutable _LICENSES;

    mapping(bytes32 licenseId => Escrow escrow) private _escrows;

    constructor(address deployer) LicenseOffers(deployer) {
        _LICENSES = ILicenses(IDeployer(deployer).addressOf(Names.LICENSES));
    }

    /// @inheritdoc ILicenseMarket
    function licenses() external view returns (address) {
        return address(_LICENSES);
    }

    /// @inheritdoc ILicenseMarket
    function escrowOf(bytes32 licenseId) public view returns (Escrow memory) {
        return _escrows[licenseId];
    }

    /// @inheritdoc ILicenseMarket
    function purchaseIdOf(Purchase calldata purchase) public view returns (bytes32) {
        bytes32 hash = keccak256(abi.encode(block.chainid, address(this), _structHashOf(purchase)));
        // Tokens with keyed nonces read the low 64 bits as a sequence number, which is 0 for a fresh key.
        return hash & ~bytes32(uint256(type(uint64).max));
    }

    /// @dev A whole order, whoever pays by whatever method. The permit comes before anything is read that its token
    /// could change by calling back.
    function _fill(Order calldata order, address caller) internal returns (bytes32 purchaseId) {
        Purchase calldata purchase = order.purchase;
        address payer = _payerOf(order.payment, caller);
        if (order.payment.method == PaymentMethod.Permit) {
            _permit(_knownOffer(purchase.offerId).token, payer, order.payment.data);
        }
        PackedOffer memory offer = _openOffer(purchase.offerId);
        bytes32 contentHash = _provedContent(purchase.assetId, offer, order.evidence);
        Sale memory sale;
        (purchaseId, sale) = _sell(purchase, offer, payer, order.evidence.referrerProof, contentHash);
        if (offer.isTitle()) {
            _ASSET_REGISTRY.conveyTitle(purchase.assetId, order.evidence.leaf, order.evidence.proof, purchase.licensee);
        }
        _collectOrder(order, caller, purchaseId, sale);
    }

    /// @dev A purchase without evidence: of an offer that needs none, or whose only referrer is its own list.
    function _sellPlainly(
        Purchase calldata purchase,
        address payer
    ) internal returns (bytes32 purchaseId, Sale memory sale) {
        return _sell(purchase, _openOffer(purchase.offerId), payer, new bytes32[](0), 0);
    }

    /// @dev In a function of its own: eleven fields leave no stack for anything else.
    function _emitPurchased(
        bytes32 offerId,
        AssetId assetId,
        address licensee,
        bytes32 purchaseId,
        Sale memory sale,
        uint256 license
    ) internal {
        emit LicensePurchased(
            offerId,
            assetId,
            licensee,
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

    function _removeEscrow(bytes32 licenseId) internal {
        delete _escrows[licenseId];
    }

    function _collect(Sale memory sale, bool settle) internal {
        _ROYALTY_SPLITTER.collect(sale, settle);
    }

    function _collectSigned(
        Purchase calldata purchase,
        address caller,
        bytes32 purchaseId,
        Sale memory sale,
        bool settle,
        bytes calldata signature
    ) internal {
        _checkSigner(sale, caller);
        _ROYALTY_SPLITTER.collectWithAuthorization(sale, settle, purchase.deadline, purchaseId, signature);
    }

    /// @dev Everything of a sale but the payment, which comes last because a token may be hostile. Until it arrives the
    /// license exists, and if it does not arrive the whole sale is undone.
    function _sell(
        Purchase calldata purchase,
        PackedOffer memory offer,
        address payer,
        bytes32[] memory referrerProof,
        bytes32 contentHash
    ) private returns (bytes32 purchaseId, Sale memory sale) {
        _checkPurchase(purchase);
        (sale.token, sale.payer, sale.referrer) = (offer.token, payer, purchase.referrer);
        if (sale.referrer != address(0)) _checkReferrer(purchase, offer, payer, referrerProof);
        uint32 refundWindow;
        if (offer.isLimited()) {
            refundWindow = _countSale(purchase.offerId, payer, purchase.seats).refundWindow;
        } else {
            _checkSeats(purchase.seats, 1);
        }
        _price(purchase, offer, sale);
        sale.recipe = _checkAsset(purchase.offerId, purchase.assetId, offer);
        sale.seller = _checkSeller(purchase.offerId, purchase.assetId, offer);
        if (offer.needsLeaf() && contentHash == 0) revert LicenseMarketInvalidProof(purchase.assetId);

        purchaseId = purchaseIdOf(purchase);
        if (refundWindow != 0) _openEscrow(purchaseId, sale, refundWindow);
        uint256 license = _grant(purchase, purchaseId, offer, sale, contentHash);
        _emitPurchased(purchase.offerId, purchase.assetId, purchase.licensee, purchaseId, sale, license);
    }

    function _openEscrow(bytes32 purchaseId, Sale memory sale, uint32 refundWindow) private {
        sale.pot = purchaseId;
        // casting to 'uint40' is safe because seconds reach 2^40 in the year 36812
        uint40 refundableUntil = uint40(block.timestamp + refundWindow);
        _escrows[purchaseId] = Escrow({payer: sale.payer, refundableUntil: refundableUntil, referrer: sale.referrer});
    }

    function _grant(
        Purchase calldata purchase,
        bytes32 purchaseId,
        PackedOffer memory offer,
        Sale memory sale,
        bytes32 contentHash
    ) private returns (uint256 license) {
        if (!offer.isRecorded()) {
            if (offer.usages == 0) return 0;
            return _LICENSES.grantPlain(purchase.assetId, purchase.licensee, offer.usages, offer.duration);
        }
        RecordGrant memory grant;
        grant.licenseId = purchaseId;
        grant.offerId = purchase.offerId;
        grant.assetId = purchase.assetId;
        grant.holder = purchase.licensee;
        grant.expiry = extendedExpiry(0, offer.duration);
        (grant.rate, grant.usages) = (offer.rate, offer.usages);
        // casting to 'uint96' is safe because the gross is not above the buyer's `maxTotal`
        (grant.price, grant.seats) = (uint96(sale.gross), _seatsOf(purchase.seats));
        grant.transferable = offer.isTransferable();
        grant.exclusive = offer.isExclusive();
        grant.revocable = offer.isRevocable();
        grant.refundable = sale.pot != 0;
        if (grant.exclusive) grant.contentHash = contentHash;
        _LICENSES.grantRecord(grant);
    }

    function _price(Purchase calldata purchase, PackedOffer memory offer, Sale memory sale) private pure {
        uint256 gross = uint256(offer.price) * _seatsOf(purchase.seats);
        if (gross > purchase.maxTotal) revert LicenseMarketOverMaxTotal(gross, purchase.maxTotal);
        // casting to 'uint128' is safe because the gross is not above a `maxTotal` of 96 bits
        sale.gross = uint128(gross);
        if (sale.referrer != address(0)) sale.referral = gross.partDown(offer.referral);
    }

    function _collectOrder(Order calldata order, address caller, bytes32 purchaseId, Sale memory sale) private {
        PaymentMethod method = order.payment.method;
        if (!_isSigned(method)) return _collect(sale, order.settle);
        if (method == PaymentMethod.Authorization) {
            return _collectSigned(order.purchase, caller, purchaseId, sale, order.settle, order.payment.data);
        }
        _checkSigner(sale, caller);
        _ROYALTY_SPLITTER.collectWithPermit2({
            sale: sale,
            settleNow: order.settle,
            deadline: order.purchase.deadline,
            purchaseId: purchaseId,
            witness: _structHashOf(order.purchase),
            signature: order.payment.data
        });
    }

    /// @dev A permit that fails is no reason to stop: anyone may have used it before, and then the allowance is there.
    function _permit(address token, address payer, bytes calldata data) private {
        bytes memory call = abi.encodeWithSelector(IERC20Permit.permit.selector, payer, address(_ROYALTY_SPLITTER));
        LowLevelCall.callNoReturn(token, bytes.concat(call, data));
    }

    /// @dev Hash of the content that the evidence proves to be the asset's; zero where the offer needs no proof. Of a
    /// title the registry checks the leaf when it conveys it.
    function _provedContent(
        AssetId assetId,
        PackedOffer memory offer,
        Evidence calldata evidence
    ) private view returns (bytes32 contentHash) {
        if (!offer.needsLeaf()) return 0;
        contentHash = evidence.leaf.contentHash;
        if (contentHash == 0 || !_ASSET_REGISTRY.verify(assetId, evidence.leaf, evidence.proof)) {
            revert LicenseMarketInvalidProof(assetId);
        }
    }

    function _checkPurchase(Purchase calldata purchase) private view {
        if (block.timestamp > purchase.deadline) revert LicenseMarketExpiredPurchase(purchase.deadline);
        if (purchase.licensee == address(0)) revert LicenseMarketInvalidLicensee(purchase.licensee);
    }

    /// @dev A referral for oneself would be a discount for whoever knows of it.
    function _checkReferrer(
        Purchase calldata purchase,
        PackedOffer memory offer,
        address payer,
        bytes32[] memory proof
    ) private view {
        address referrer = purchase.referrer;
        bool related = referrer == payer || referrer == purchase.licensee;
        if (related || offer.referral == 0 || !referrer.isListed(_referrerRootOf(purchase.offerId), proof)) {
            revert LicenseMarketUnlistedReferrer(purchase.offerId, referrer);
        }
    }

    /// @dev Every field is one word, so the encoding of the struct is that of hashStruct.
    function _structHashOf(Purchase calldata purchase) private pure returns (bytes32) {
        return keccak256(abi.encode(_PURCHASE_TYPEHASH, purchase));
    }

    /// @dev Where nothing is paid nothing proves a signature but the offer's own token, which may accept any; it may
    /// accept nobody's, too.
    function _checkSigner(Sale memory sale, address caller) private pure {
        bool provable = sale.gross != 0 && sale.payer != address(0);
        if (!provable && sale.payer != caller) revert LicenseMarketInvalidPayer(sale.payer, caller);
    }

    function _isSigned(PaymentMethod method) private pure returns (bool) {
        return method == PaymentMethod.Authorization || method == PaymentMethod.Permit2;
    }

    /// @dev Without a signature only the caller pays.
    function _payerOf(Payment calldata payment, address caller) private pure returns (address) {
        address payer = payment.payer;
        if (_isSigned(payment.method)) return payer;
        if (payer != caller && payer != address(0)) revert LicenseMarketInvalidPayer(payer, caller);
        return caller;
    }

    function _seatsOf(uint32 seats) private pure returns (uint32) {
        return seats == 0 ? 1 : seats;
    }
}
