// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Offer} from "../interfaces/ILicenseMarket.sol";
import {OfferLimits, PackedOffer, PackedOffers} from "./PackedOffer.sol";

/// @notice Every term of an offer by its name.
library OfferView {
    using PackedOffers for PackedOffer;

    /// @notice The terms in the first two slots. Field by field: a literal of so many would not fit the stack.
    function unpack(PackedOffer memory self) internal pure returns (Offer memory offer) {
        offer.token = self.token;
        offer.price = self.price;
        offer.recipe = self.recipe;
        offer.duration = self.duration;
        offer.start = self.start;
        offer.end = self.end;
        offer.usages = self.usages;
        offer.rate = self.rate;
        offer.referral = self.referral;
        offer.controlEpoch = self.controlEpoch;
        offer.scope = self.scopeOf();
        offer.free = self.isFree();
        offer.recorded = self.isRecorded();
        offer.withdrawn = self.isWithdrawn();
        offer.title = self.isTitle();
        offer.exclusive = self.isExclusive();
        offer.transferable = self.isTransferable();
        offer.revocable = self.isRevocable();
    }

    /// @notice Adds what limits the offer.
    function addLimits(Offer memory offer, OfferLimits memory limits) internal pure {
        offer.supply = limits.supply;
        offer.sold = limits.sold;
        offer.perPayer = limits.perPayer;
        offer.seats = limits.seats;
        offer.refundWindow = limits.refundWindow;
        offer.penalty = limits.penalty;
    }
}
