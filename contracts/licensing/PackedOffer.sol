// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Offer, OfferInput, Scope} from "../interfaces/ILicenseMarket.sol";
import {PLAIN_USAGES} from "./PlainLicense.sol";

/// @notice What every purchase reads of an offer: two slots. The scope id is kept apart, and only where there is one.
struct PackedOffer {
    address token;
    uint96 price;
    uint32 recipe; // ordinal, zero = no such offer
    uint40 duration;
    uint40 start;
    uint40 end;
    uint8 usages;
    uint16 flags; // bits 0-1 scope, 2 free, 3 recorded, 4 withdrawn
    uint24 rate;
    uint24 referral;
    uint16 controlEpoch; // 16 bits of the slot are spare
}

/// @notice Packs published terms and reads the flags.
library PackedOffers {
    uint16 private constant _SCOPE_MASK = 3;
    uint16 private constant _FREE = 1 << 2;
    uint16 private constant _RECORDED = 1 << 3;
    uint16 private constant _WITHDRAWN = 1 << 4;

    /// @notice The stored form of `input`. A license that is not plain, or bound to a territory, is recorded.
    function pack(
        OfferInput calldata input,
        uint32 recipe,
        uint16 controlEpoch
    ) internal pure returns (PackedOffer memory) {
        uint16 flags = uint16(input.scope);
        if (input.free) flags |= _FREE;
        if (input.usages & ~PLAIN_USAGES != 0 || input.territory != 0) flags |= _RECORDED;
        return
            PackedOffer({
                token: input.token,
                price: input.price,
                recipe: recipe,
                duration: input.duration,
                start: input.start,
                end: input.end,
                usages: input.usages,
                flags: flags,
                rate: input.rate,
                referral: input.referral,
                controlEpoch: controlEpoch
            });
    }

    /// @notice Every term by its name.
    function unpack(PackedOffer memory self, uint256 scopeId) internal pure returns (Offer memory) {
        return
            Offer({
                token: self.token,
                price: self.price,
                recipe: self.recipe,
                duration: self.duration,
                start: self.start,
                end: self.end,
                usages: self.usages,
                rate: self.rate,
                referral: self.referral,
                controlEpoch: self.controlEpoch,
                scope: scopeOf(self),
                scopeId: scopeId,
                free: self.flags & _FREE != 0,
                recorded: isRecorded(self),
                withdrawn: isWithdrawn(self)
            });
    }

    /// @notice Ends the sale for good.
    function withdraw(PackedOffer storage self) internal {
        self.flags |= _WITHDRAWN;
    }

    /// @notice Which of the recipe's assets are covered.
    function scopeOf(PackedOffer memory self) internal pure returns (Scope) {
        return Scope(self.flags & _SCOPE_MASK);
    }

    /// @notice Whether a sale becomes a record instead of extending the plain license.
    function isRecorded(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _RECORDED != 0;
    }

    /// @notice Whether the licensor ended the sale.
    function isWithdrawn(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _WITHDRAWN != 0;
    }
}
