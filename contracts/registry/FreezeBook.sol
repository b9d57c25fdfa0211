// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {AssetId} from "../types/Ids.sol";

/// @title FreezeBook
/// @notice Rulings that stop new sales for a while, by asset or whole lot. Whether to look here says the lot's word.
library FreezeBook {
    uint40 private constant _LONGEST = 30 days;
    uint40 private constant _INTERVAL = 180 days;

    /// @dev One slot; times are unix seconds.
    struct Freeze {
        uint40 until;
        uint40 next; // earliest time of another freeze of the same subject
        uint40 partsUntil; // whole lots only: latest end of all freezes of single assets
    }

    /// @dev What was ever frozen.
    struct Book {
        mapping(AssetId subject => Freeze) freezes;
    }

    /// @notice Freezes an asset or a whole lot until then.
    function add(Book storage book, AssetId subject, uint40 until) internal {
        uint40 time = uint40(block.timestamp);
        if (until <= time || until > time + _LONGEST) {
            revert IAssetRegistry.AssetRegistryInvalidFreeze(subject, until, time + _LONGEST);
        }
        Freeze storage freeze = book.freezes[subject];
        if (time < freeze.next) revert IAssetRegistry.AssetRegistryFrozenRecently(subject, freeze.next);
        (freeze.until, freeze.next) = (until, time + _INTERVAL);
        if (subject.isWholeLot()) return;
        Freeze storage whole = book.freezes[subject.wholeLotOf()];
        if (until > whole.partsUntil) whole.partsUntil = until;
    }

    /// @notice Ends a freeze early. The subject can be frozen again no sooner than without it.
    function lift(Book storage book, AssetId subject) internal {
        Freeze storage freeze = book.freezes[subject];
        if (freeze.until <= block.timestamp) revert IAssetRegistry.AssetRegistryNotFrozen(subject);
        freeze.until = 0;
    }

    /// @notice When sales may go on, unix seconds: an asset waits for its lot, and a whole lot for each of its assets.
    function untilOf(Book storage book, AssetId subject) internal view returns (uint40) {
        Freeze storage whole = book.freezes[subject.wholeLotOf()];
        uint40 part = subject.isWholeLot() ? whole.partsUntil : book.freezes[subject].until;
        uint40 all = whole.until;
        return part > all ? part : all;
    }
}
