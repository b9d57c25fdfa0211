// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Agency, ILicenseMarket, OfferField, OfferInput, Scope} from "../interfaces/ILicenseMarket.sol";
import {Usage} from "../interfaces/ILicenses.sol";
import {ONE} from "../types/Constants.sol";
import {AssetId} from "../types/Ids.sol";
import {PackedOffers} from "./PackedOffer.sol";
import {PLAIN_USAGES} from "./PlainLicense.sol";

/// @notice What an offer may say, whatever its recipe.
library OfferRules {
    using PackedOffers for OfferInput;

    uint8 private constant _RATED_USAGES = uint8((1 << uint8(Usage.Training)) | (1 << uint8(Usage.Derivative)));
    uint8 private constant _SUBLICENSE = uint8(1 << uint8(Usage.Sublicense));
    uint8 private constant _ALL_USAGES = _SUBLICENSE * 2 - 1;

    uint24 private constant _MAX_REFERRAL = ONE / 10;
    uint32 private constant _MIN_REFUND_WINDOW = 1 hours;
    uint32 private constant _MAX_REFUND_WINDOW = 30 days;
    uint24 private constant _MIN_PENALTY = ONE / 20;
    uint24 private constant _MAX_PENALTY = ONE / 2;

    uint256 private constant _LOT_BITS = 224;
    uint256 private constant _ASSET_BITS = 248;

    /// @notice Refuses terms that mean nothing, promise what cannot be kept, or let somebody be locked out for free.
    function check(OfferInput calldata input) internal view {
        _checkScope(input);
        _checkPayment(input);
        _checkTime(input);
        _checkUsages(input);
        _checkReferral(input);
        _checkLimits(input);
        _checkRefund(input);
        if (input.title) _checkTitle(input);
        if (input.exclusive && !_isOneAsset(input)) {
            revert ILicenseMarket.LicenseMarketInvalidExclusive(input.recipeId);
        }
        if (input.scope == Scope.Licensor) checkPlain(input);
    }

    /// @notice Refuses what an agent was not trusted with.
    function checkAgency(OfferInput calldata input, Agency memory agency, address agent) internal pure {
        _within(input.scope != Scope.Licensor, agent, OfferField.Scope);
        _within(!AssetId.wrap(input.scopeId).isWholeLot() || input.scope != Scope.Asset, agent, OfferField.ScopeId);
        _within(input.token == agency.token, agent, OfferField.Token);
        _within(input.price >= agency.minPrice, agent, OfferField.Price);
        _within(input.end <= agency.until, agent, OfferField.End);
        _within(input.usages & ~agency.usages == 0, agent, OfferField.Usages);
        _within(!isRated(input) || input.rate >= agency.minRate, agent, OfferField.Rate);
        _within(input.referral == 0, agent, OfferField.Referral);
        _within(!input.free, agent, OfferField.Free);
        _within(!input.title, agent, OfferField.Title);
        _within(!input.exclusive, agent, OfferField.Exclusive);
    }

    /// @notice Refuses whatever needs a record or conveys a title.
    function checkPlain(OfferInput calldata input) internal pure {
        if (input.title || input.needsRecord()) revert ILicenseMarket.LicenseMarketNotPlain(input.recipeId);
    }

    /// @notice Whether a right is sold for which a recipe pays a rate.
    function isRated(OfferInput calldata input) internal pure returns (bool) {
        return input.usages & _RATED_USAGES != 0;
    }

    function _checkPayment(OfferInput calldata input) private view {
        if (input.token.code.length == 0) revert ILicenseMarket.LicenseMarketInvalidToken(input.token);
        if (input.free != (input.price == 0)) {
            revert ILicenseMarket.LicenseMarketInvalidPrice(input.price, input.free);
        }
    }

    function _checkTime(OfferInput calldata input) private view {
        if (input.duration == 0) revert ILicenseMarket.LicenseMarketInvalidDuration(input.duration);
        if (input.end <= input.start || input.end <= block.timestamp) {
            revert ILicenseMarket.LicenseMarketInvalidPeriod(input.start, input.end);
        }
    }

    /// @dev Scope ids that name nothing are refused: unused ones, and those wider than a lot or asset id.
    function _checkScope(OfferInput calldata input) private pure {
        uint256 width =
            input.scope == Scope.Asset
                ? _ASSET_BITS
                : input.scope == Scope.Lot
                    ? _LOT_BITS
                    : 0;
        bool named = input.scopeId != 0;
        if (named != (width != 0) || input.scopeId >> width != 0) {
            revert ILicenseMarket.LicenseMarketInvalidScope(input.scope, input.scopeId);
        }
    }

    function _checkUsages(OfferInput calldata input) private pure {
        bool none = input.usages == 0 && !input.title;
        if (none || input.usages > _ALL_USAGES) revert ILicenseMarket.LicenseMarketInvalidUsages(input.usages);
        if (input.usages & _SUBLICENSE != 0) {
            revert ILicenseMarket.LicenseMarketUnsupportedTerm(uint8(OfferField.Usages));
        }
    }

    function _checkReferral(OfferInput calldata input) private pure {
        uint24 maxReferral = input.referrerRoot == 0 ? 0 : _MAX_REFERRAL;
        if (input.referral > maxReferral || (input.referral == 0 && maxReferral != 0)) {
            revert ILicenseMarket.LicenseMarketInvalidReferral(input.referral, maxReferral);
        }
    }

    /// @dev Without a limit per payer one buyer drains a limited supply.
    function _checkLimits(OfferInput calldata input) private pure {
        if (input.supply == 0) return;
        if (input.perPayer == 0 || input.perPayer > input.supply) {
            revert ILicenseMarket.LicenseMarketInvalidLimits(input.supply, input.perPayer);
        }
    }

    /// @dev Every license keeps somebody out: while it may be returned, its asset cannot be sold exclusively. So none
    /// must be had for nothing, a window long, again and again; and none at all for its whole time.
    function _checkRefund(OfferInput calldata input) private pure {
        (uint32 window, uint24 penalty) = (input.refundWindow, input.penalty);
        bool valid;
        if (window == 0) {
            valid = penalty == 0;
        } else {
            valid = window >= _MIN_REFUND_WINDOW && window <= _MAX_REFUND_WINDOW;
            valid = valid && window <= input.duration && !input.free;
            valid = valid && penalty >= _MIN_PENALTY && penalty <= _MAX_PENALTY;
        }
        if (!valid) revert ILicenseMarket.LicenseMarketInvalidRefund(window, penalty);
    }

    /// @dev A supply of one, so that the offer does not come back to life when the licensor buys the token back.
    function _checkTitle(OfferInput calldata input) private pure {
        bool sellsPlainly = !input.needsRecord() && input.usages & ~PLAIN_USAGES == 0;
        if (!sellsPlainly || !_isOneAsset(input) || input.supply != 1) {
            revert ILicenseMarket.LicenseMarketInvalidTitle(input.recipeId);
        }
    }

    function _isOneAsset(OfferInput calldata input) private pure returns (bool) {
        return input.scope == Scope.Asset && !AssetId.wrap(input.scopeId).isWholeLot();
    }

    function _within(bool allowed, address agent, OfferField field) private pure {
        if (!allowed) revert ILicenseMarket.LicenseMarketOverAgency(agent, uint8(field));
    }
}
