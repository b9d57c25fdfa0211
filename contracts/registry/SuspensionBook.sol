// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Recipe} from "../interfaces/IAssetRegistry.sol";
import {PERPETUAL} from "../types/Constants.sol";

/// @title SuspensionBook
/// @notice Rulings that stop new lots of a recipe: for a while, or for as long as members ratified. A recipe that is
/// suspended is over until it is resumed, so whoever commits a lot need not look here.
library SuspensionBook {
    uint40 private constant _LONGEST = 30 days;
    uint40 private constant _INTERVAL = 180 days;

    /// @dev One slot; times are unix seconds.
    struct Suspension {
        uint40 until; // zero: the recipe is not suspended; past: anybody may resume it
        uint40 next; // earliest time of another suspension
        uint40 validUntil; // what the recipe's will be when it is resumed
        bool ratified;
    }

    /// @dev What was ever suspended, by ordinal.
    struct Book {
        mapping(uint32 recipe => Suspension) suspensions;
    }

    /// @notice Suspends a recipe until then.
    function add(Book storage book, bytes32 recipeId, Recipe storage recipe, uint40 until) internal {
        uint40 time = uint40(block.timestamp);
        if (until <= time || until > time + _LONGEST) {
            revert IAssetRegistry.AssetRegistryInvalidSuspension(recipeId, until, time + _LONGEST);
        }
        Suspension storage suspension = book.suspensions[recipe.ordinal];
        uint40 next = suspension.until > suspension.next ? suspension.until : suspension.next;
        if (time < next) revert IAssetRegistry.AssetRegistrySuspendedRecently(recipeId, next);
        // One that ended but was not resumed remembers the recipe's end already.
        if (suspension.until == 0) suspension.validUntil = recipe.validUntil;
        (suspension.until, suspension.next, suspension.ratified) = (until, time + _INTERVAL, false);
        if (recipe.validUntil > time) recipe.validUntil = time;
    }

    /// @notice Makes a suspension that runs last longer.
    function ratify(Book storage book, bytes32 recipeId, uint32 recipe, uint40 until) internal {
        Suspension storage suspension = book.suspensions[recipe];
        if (until <= suspension.until) {
            revert IAssetRegistry.AssetRegistryInvalidSuspension(recipeId, until, PERPETUAL);
        }
        (suspension.until, suspension.ratified) = (until, true);
    }

    /// @notice Gives the recipe back the end that it would have had.
    function end(Book storage book, Recipe storage recipe) internal {
        Suspension storage suspension = book.suspensions[recipe.ordinal];
        recipe.validUntil = suspension.validUntil;
        (suspension.until, suspension.validUntil, suspension.ratified) = (0, 0, false);
    }

    /// @notice Whether a suspension runs.
    function isRunning(Book storage book, uint32 recipe) internal view returns (bool) {
        return book.suspensions[recipe].until > block.timestamp;
    }

    /// @notice When new lots of a recipe end, unix seconds, once it is not suspended.
    function endOf(Book storage book, Recipe storage recipe) internal view returns (uint40 validUntil) {
        validUntil = recipe.validUntil;
        if (validUntil > block.timestamp) return validUntil; // a suspended recipe is over
        Suspension storage suspension = book.suspensions[recipe.ordinal];
        if (suspension.until != 0) return suspension.validUntil;
    }

    /// @notice Sets when new lots of a recipe end, now or once it is resumed.
    function setEnd(Book storage book, Recipe storage recipe, uint40 validUntil) internal {
        if (recipe.validUntil <= block.timestamp) {
            Suspension storage suspension = book.suspensions[recipe.ordinal];
            if (suspension.until != 0) {
                suspension.validUntil = validUntil;
                return;
            }
        }
        recipe.validUntil = validUntil;
    }
}
