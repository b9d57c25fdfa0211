// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Escrow, ILicenseMarket, Order, Purchase} from "../interfaces/ILicenseMarket.sol";
import {LicenseRecord, LicenseStatus} from "../interfaces/ILicenses.sol";
import {Sale} from "../interfaces/IRoyaltySplitter.sol";
import {PERPETUAL} from "../types/Constants.sol";
import {LicenseSales} from "./LicenseSales.sol";
import {OfferLimits, PackedOffer} from "./PackedOffer.sol";
import {Referrals} from "./Referrals.sol";
import {RefundMath} from "./RefundMath.sol";
import {ShortReason} from "./ShortReason.sol";

/// @title LicenseMarket
/// @notice What buyers, holders and rulers do; the prose is in {ILicenseMarket}.
contract LicenseMarket is LicenseSales {
    using Referrals for uint256;
    using RefundMath for LicenseRecord;
    using RefundMath for uint256;

    /// @dev Keeps a batch of the dearest orders below the cap on a transaction's gas.
    uint256 private constant _MAX_ORDERS = 16;

    constructor(address deployer) LicenseSales(deployer) {}

    /// @inheritdoc ILicenseMarket
    function purchaseLicense(Purchase calldata purchase, bool settle) external returns (bytes32) {
        (bytes32 purchaseId, Sale memory sale) = _sellPlainly(purchase, msg.sender);
        _collect(sale, settle);
        return purchaseId;
    }

    /// @inheritdoc ILicenseMarket
    function purchaseLicenseWithAuthorization(
        Purchase calldata purchase,
        address payer,
        bool settle,
        bytes calldata signature
    ) external returns (bytes32) {
        (bytes32 purchaseId, Sale memory sale) = _sellPlainly(purchase, payer);
        _collectSigned(purchase, msg.sender, purchaseId, sale, settle, signature);
        return purchaseId;
    }

    /// @inheritdoc ILicenseMarket
    function purchaseOrder(Order calldata order) external returns (bytes32) {
        return _fill(order, msg.sender);
    }

    /// @inheritdoc ILicenseMarket
    function purchaseBatch(Order[] calldata orders, bool skipFailures) external returns (bytes32[] memory purchaseIds) {
        if (orders.length > _MAX_ORDERS) revert LicenseMarketTooManyOrders(orders.length, _MAX_ORDERS);
        purchaseIds = new bytes32[](orders.length);
        for (uint256 i = 0; i < orders.length; ++i) {
            purchaseIds[i] = skipFailures ? _tryFill(orders[i], i) : _fill(orders[i], msg.sender);
        }
    }

    /// @inheritdoc ILicenseMarket
    function fillOrder(Order calldata order, address caller) external returns (bytes32) {
        if (msg.sender != address(this)) revert LicenseMarketUnauthorized(msg.sender);
        return _fill(order, caller);
    }

    /// @inheritdoc ILicenseMarket
    function renewLicense(
        bytes32 licenseId,
        uint96 maxTotal,
        uint40 deadline,
        bool settle
    ) external returns (uint40 expiry) {
        if (block.timestamp > deadline) revert LicenseMarketExpiredPurchase(deadline);
        LicenseRecord memory record = _recordOf(licenseId);
        _checkRenewable(licenseId, record);
        PackedOffer memory offer = _openOffer(record.offerId);
        uint256 gross = uint256(offer.price) * record.seats;
        if (gross > maxTotal) revert LicenseMarketOverMaxTotal(gross, maxTotal);

        Sale memory sale;
        sale.recipe = _checkAsset(record.offerId, record.assetId, offer);
        // casting to 'uint128' is safe because the gross is not above a `maxTotal` of 96 bits
        (sale.token, sale.payer, sale.gross) = (offer.token, msg.sender, uint128(gross));
        expiry = _LICENSES.renewRecord(licenseId, offer.duration);
        _emitPurchased(record.offerId, record.assetId, record.holder, licenseId, sale, 0);
        _collect(sale, settle);
    }

    /// @inheritdoc ILicenseMarket
    function refundLicense(bytes32 licenseId) external {
        Escrow memory escrow = _knownEscrow(licenseId);
        LicenseRecord memory record = _recordOf(licenseId);
        if (msg.sender != escrow.payer && msg.sender != record.holder) revert LicenseMarketUnauthorized(msg.sender);
        if (_isSpent(record)) revert LicenseMarketNotRefundable(licenseId);
        if (block.timestamp >= escrow.refundableUntil) {
            revert LicenseMarketRefundOver(licenseId, escrow.refundableUntil);
        }
        OfferLimits memory limits = _limitsOf(record.offerId);
        uint128 penalty = uint256(record.price).penaltyUp(limits.penalty);
        _uncountSale(record.offerId, escrow.payer, limits);
        Sale memory sale = _undo(licenseId, record, escrow, LicenseStatus.Refunded, penalty);
        emit LicenseRefunded(licenseId, record.offerId, sale.payer, sale.token, sale.gross - penalty, penalty);
    }

    /// @inheritdoc ILicenseMarket
    function finalizeLicense(bytes32 licenseId, bool settle) external {
        Escrow memory escrow = _knownEscrow(licenseId);
        LicenseRecord memory record = _recordOf(licenseId);
        if (_isOpen(escrow, record)) revert LicenseMarketRefundOpen(licenseId, escrow.refundableUntil);
        _finalize(licenseId, record, escrow, settle);
    }

    /// @inheritdoc ILicenseMarket
    function revokeLicense(bytes32 licenseId, uint96 maxRefund) external {
        LicenseRecord memory record = _recordOf(licenseId);
        (address ruler, ) = _ASSET_REGISTRY.rulersOf(record.assetId);
        if (msg.sender != ruler) revert LicenseMarketUnauthorized(msg.sender);
        if (!_isRevocable(record)) revert LicenseMarketNotRevocable(licenseId);

        Escrow memory escrow = escrowOf(licenseId);
        if (_isOpen(escrow, record)) {
            Sale memory sale = _undo(licenseId, record, escrow, LicenseStatus.Revoked, 0);
            emit LicenseRevoked(licenseId, ruler, record.holder, sale.token, sale.gross);
            return;
        }
        if (escrow.payer != address(0)) _finalize(licenseId, record, escrow, false);
        PackedOffer memory offer = _knownOffer(record.offerId);
        uint128 refund = record.proRataUp(offer.duration);
        if (refund > maxRefund) revert LicenseMarketOverMaxTotal(refund, maxRefund);
        _LICENSES.endRecord(licenseId, LicenseStatus.Revoked);
        emit LicenseRevoked(licenseId, ruler, record.holder, offer.token, refund);
        _ROYALTY_SPLITTER.compensate(offer.token, ruler, record.holder, refund);
    }

    /// @inheritdoc ILicenseMarket
    function revocationRefundOf(bytes32 licenseId) external view returns (address token, uint256 amount) {
        LicenseRecord memory record = _recordOf(licenseId);
        if (!_isRevocable(record)) revert LicenseMarketNotRevocable(licenseId);
        PackedOffer memory offer = _knownOffer(record.offerId);
        amount = _isOpen(escrowOf(licenseId), record) ? 0 : record.proRataUp(offer.duration);
        return (offer.token, amount);
    }

    /// @dev A call of its own, so that an order that fails leaves nothing behind.
    function _tryFill(Order calldata order, uint256 position) private returns (bytes32 purchaseId) {
        bool success;
        (success, purchaseId, ) = LowLevelCall.callReturn64Bytes(
            address(this),
            abi.encodeCall(this.fillOrder, (order, msg.sender))
        );
        if (success) return purchaseId;
        bytes memory reason = ShortReason.read();
        emit PurchaseSkipped(position, order.purchase.offerId, order.purchase.assetId, reason);
        return 0;
    }

    /// @dev Ends a license whose price still waits in its pot, and gives the price back.
    function _undo(
        bytes32 licenseId,
        LicenseRecord memory record,
        Escrow memory escrow,
        LicenseStatus status,
        uint128 penalty
    ) private returns (Sale memory sale) {
        sale = _escrowedSale(licenseId, record, escrow);
        _removeEscrow(licenseId);
        _LICENSES.endRecord(licenseId, status);
        _ROYALTY_SPLITTER.refundPot(licenseId, sale, penalty);
    }

    function _finalize(bytes32 licenseId, LicenseRecord memory record, Escrow memory escrow, bool settle) private {
        Sale memory sale = _escrowedSale(licenseId, record, escrow);
        _removeEscrow(licenseId);
        _LICENSES.closeRefund(licenseId);
        emit LicenseFinalized(
            licenseId,
            record.offerId,
            sale.referrer,
            sale.recipe,
            sale.token,
            sale.gross - sale.referral,
            sale.referral
        );
        _ROYALTY_SPLITTER.bookPot(licenseId, sale, settle);
    }

    /// @dev The sale as it was collected: what it earned follows from the record and its immutable offer.
    function _escrowedSale(
        bytes32 licenseId,
        LicenseRecord memory record,
        Escrow memory escrow
    ) private view returns (Sale memory sale) {
        PackedOffer memory offer = _knownOffer(record.offerId);
        (sale.recipe, sale.token, sale.pot) = (offer.recipe, offer.token, licenseId);
        (sale.payer, sale.referrer, sale.gross) = (escrow.payer, escrow.referrer, record.price);
        if (sale.referrer != address(0)) sale.referral = uint256(record.price).partDown(offer.referral);
    }

    function _knownEscrow(bytes32 licenseId) private view returns (Escrow memory escrow) {
        escrow = escrowOf(licenseId);
        if (escrow.payer == address(0)) revert LicenseMarketNotRefundable(licenseId);
    }

    function _recordOf(bytes32 licenseId) private view returns (LicenseRecord memory) {
        return _LICENSES.recordOf(licenseId);
    }

    function _isOpen(Escrow memory escrow, LicenseRecord memory record) private view returns (bool) {
        return block.timestamp < escrow.refundableUntil && !_isSpent(record);
    }

    function _isRevocable(LicenseRecord memory record) private view returns (bool) {
        return record.revocable && record.status == LicenseStatus.Granted && record.expiry > block.timestamp;
    }

    /// @dev A refund returns the first price only, so nothing is added while it is open.
    function _checkRenewable(bytes32 licenseId, LicenseRecord memory record) private view {
        if (record.expiry == PERPETUAL || escrowOf(licenseId).payer != address(0)) {
            revert LicenseMarketNotRenewable(licenseId);
        }
    }

    /// @dev A license that made a recipe or changed hands has served; its price cannot go back.
    function _isSpent(LicenseRecord memory record) private pure returns (bool) {
        return record.usedBy != 0 || record.transferred;
    }
}
