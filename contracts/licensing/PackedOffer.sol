// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {OfferInput, Scope} from "../interfaces/ILicenseMarket.sol";
import {ReviewedOffer} from "../interfaces/IOfferReview.sol";
import {PLAIN_USAGES} from "./PlainLicense.sol";

/// @notice What every purchase reads of an offer: two slots. What few offers have is kept apart, and a flag says so.
struct PackedOffer {
    address token;
    uint96 price;
    uint32 recipe; // ordinal, zero = no such offer
    uint40 duration;
    uint40 start;
    uint40 end;
    uint8 usages;
    uint16 flags; // bits 0-1 scope, then one bit each in the order of the constants below
    uint24 rate;
    uint24 referral;
    uint16 controlEpoch; // 16 bits of the slot are spare
}

/// @notice What limits an offer or its licenses: one slot, read only if the offer says that it is limited.
struct OfferLimits {
    uint32 supply;
    uint32 sold;
    uint32 seats;
    uint32 refundWindow;
    uint24 penalty;
    uint32 perPayer; // 72 bits of the slot are spare
}

/// @notice Packs published terms and reads the flags.
library PackedOffers {
    uint16 private constant _SCOPE_MASK = 3;
    uint16 private constant _FREE = 1 << 2;
    uint16 private constant _RECORDED = 1 << 3;
    uint16 private constant _WITHDRAWN = 1 << 4;
    uint16 private constant _LIMITED = 1 << 5;
    uint16 private constant _TITLE = 1 << 6;
    uint16 private constant _EXCLUSIVE = 1 << 7;
    uint16 private constant _TRANSFERABLE = 1 << 8;
    uint16 private constant _REVOCABLE = 1 << 9;
    uint16 private constant _OWNED = 1 << 10;

    /// @notice The stored form of `input`.
    function pack(OfferInput calldata input, ReviewedOffer memory reviewed) internal pure returns (PackedOffer memory) {
        return
            PackedOffer({
                token: input.token,
                price: input.price,
                recipe: reviewed.recipe,
                duration: input.duration,
                start: input.start,
                end: input.end,
                usages: input.usages,
                flags: _flagsOf(input) | (reviewed.owned ? _OWNED : 0),
                rate: input.rate,
                referral: input.referral,
                controlEpoch: reviewed.controlEpoch
            });
    }

    /// @notice The limits of `input`, before anything is sold.
    function limitsOf(OfferInput calldata input) internal pure returns (OfferLimits memory) {
        return
            OfferLimits({
                supply: input.supply,
                sold: 0,
                seats: input.seats,
                refundWindow: input.refundWindow,
                penalty: input.penalty,
                perPayer: input.perPayer
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

    /// @notice Whether a price of zero was confirmed.
    function isFree(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _FREE != 0;
    }

    /// @notice Whether a sale becomes a record instead of extending the plain license.
    function isRecorded(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _RECORDED != 0;
    }

    /// @notice Whether the licensor ended the sale.
    function isWithdrawn(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _WITHDRAWN != 0;
    }

    /// @notice Whether there are {OfferLimits}.
    function isLimited(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _LIMITED != 0;
    }

    /// @notice Whether the offer conveys the title.
    function isTitle(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _TITLE != 0;
    }

    /// @notice Whether nobody else may be licensed meanwhile.
    function isExclusive(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _EXCLUSIVE != 0;
    }

    /// @notice Whether every sale proves the asset's leaf.
    function needsLeaf(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & (_TITLE | _EXCLUSIVE) != 0;
    }

    /// @notice Whether a license may change hands.
    function isTransferable(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _TRANSFERABLE != 0;
    }

    /// @notice Whether a ruling may end a license.
    function isRevocable(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _REVOCABLE != 0;
    }

    /// @notice Whether a token's owner sells in its own name.
    function isOwned(PackedOffer memory self) internal pure returns (bool) {
        return self.flags & _OWNED != 0;
    }

    /// @notice Whether a license is more than plain use, world-wide, for one, and for good.
    function needsRecord(OfferInput calldata input) internal pure returns (bool) {
        return
            input.usages & ~PLAIN_USAGES != 0 ||
            input.territory != 0 ||
            input.exclusive ||
            input.transferable ||
            input.revocable ||
            input.refundWindow != 0 ||
            input.seats > 1;
    }

    function _flagsOf(OfferInput calldata input) private pure returns (uint16 flags) {
        bool limited = input.supply | input.perPayer | input.seats | input.refundWindow != 0;
        flags = uint16(input.scope);
        if (input.free) flags |= _FREE;
        if (needsRecord(input)) flags |= _RECORDED;
        if (limited) flags |= _LIMITED;
        if (input.title) flags |= _TITLE;
        if (input.exclusive) flags |= _EXCLUSIVE;
        if (input.transferable) flags |= _TRANSFERABLE;
        if (input.revocable) flags |= _REVOCABLE;
    }
}
