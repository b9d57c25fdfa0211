// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {PERPETUAL} from "../types/Constants.sol";
import {AssetId} from "../types/Ids.sol";

/// @title FreezeBook
/// @notice Rulings that stop new sales, by asset or whole lot: for a while, or for as long as members ratified. Whether
/// to look here says the lot's word.
library FreezeBook {
    uint40 private constant _LONGEST = 30 days;
    uint40 private constant _INTERVAL = 180 days;

    /// @dev A whole lot waits for the latest end that was set for an asset, lifted or not, so no end is far away; those
    /// that are never are counted, and lifted for the lot too.
    uint40 private constant _LONGEST_RATIFIED = 365 days;

    /// @dev One slot; times are unix seconds.
    struct Freeze {
        uint40 until;
        uint40 next; // earliest time of another freeze of the same subject
        uint40 partsUntil; // whole lots only: latest end of all freezes of single assets, but for those without end
        uint24 partsForever; // whole lots only: how many of its assets are frozen without end
        bool ratified;
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
        // A ratified freeze may outlast the interval, and no ruler shortens it by another one.
        uint40 next = freeze.until > freeze.next ? freeze.until : freeze.next;
        if (time < next) revert IAssetRegistry.AssetRegistryFrozenRecently(subject, next);
        (freeze.until, freeze.next, freeze.ratified) = (until, time + _INTERVAL, false);
        _noteEnd(book, subject, until);
    }

    /// @notice Makes a freeze that runs last longer: up to a year from now, or without end.
    function ratify(Book storage book, AssetId subject, uint40 until) internal {
        Freeze storage freeze = book.freezes[subject];
        uint40 max = uint40(block.timestamp) + _LONGEST_RATIFIED;
        if (until <= freeze.until || (until > max && until != PERPETUAL)) {
            revert IAssetRegistry.AssetRegistryInvalidFreeze(subject, until, max);
        }
        (freeze.until, freeze.ratified) = (until, true);
        _noteEnd(book, subject, until);
    }

    /// @notice Ends a freeze early. The subject can be frozen again no sooner than without it.
    function lift(Book storage book, AssetId subject) internal {
        Freeze storage freeze = book.freezes[subject];
        uint40 until = freeze.until;
        if (until <= block.timestamp) revert IAssetRegistry.AssetRegistryNotFrozen(subject);
        (freeze.until, freeze.ratified) = (0, false);
        if (until == PERPETUAL && !subject.isWholeLot()) --book.freezes[subject.wholeLotOf()].partsForever;
    }

    /// @notice Whether a freeze of just this subject runs.
    function isFrozen(Book storage book, AssetId subject) internal view returns (bool) {
        return book.freezes[subject].until > block.timestamp;
    }

    /// @notice Whether the freeze of just this subject was ratified.
    function isRatified(Book storage book, AssetId subject) internal view returns (bool) {
        return book.freezes[subject].ratified;
    }

    /// @notice When sales may go on, unix seconds: an asset waits for its lot, and a whole lot for each of its assets.
    function untilOf(Book storage book, AssetId subject) internal view returns (uint40) {
        Freeze storage whole = book.freezes[subject.wholeLotOf()];
        uint40 part = subject.isWholeLot() ? _partsUntil(whole) : book.freezes[subject].until;
        uint40 all = whole.until;
        return part > all ? part : all;
    }

    /// @dev A lot is not sold as a whole before its assets are.
    function _noteEnd(Book storage book, AssetId subject, uint40 until) private {
        if (subject.isWholeLot()) return;
        Freeze storage whole = book.freezes[subject.wholeLotOf()];
        if (until == PERPETUAL) ++whole.partsForever;
        else if (until > whole.partsUntil) whole.partsUntil = until;
    }

    function _partsUntil(Freeze storage whole) private view returns (uint40) {
        return whole.partsForever == 0 ? whole.partsUntil : PERPETUAL;
    }
}
