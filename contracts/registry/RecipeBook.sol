// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Recipe, RecipeInput, Terms} from "../interfaces/IAssetRegistry.sol";
import {SECONDARY_CAP, STACK_CAP} from "../types/Constants.sol";

/// @title RecipeBook
/// @notice Registered recipes.
library RecipeBook {
    uint16 private constant _HAS_TERMS = 1;

    /// @dev What a token's owner may be allowed to sell: personal, commercial and advertising use.
    uint8 private constant _OWNER_USAGES = 7;

    /// @dev Leave to commit lots under a recipe of somebody else, one slot.
    struct Use {
        uint40 until;
        bool independent;
    }

    /// @dev Recipes by id, and what is kept of them by ordinal; the last ordinal given out. Whoever may use a recipe
    /// may do so until control of it changes hands.
    struct Book {
        uint32 count;
        mapping(bytes32 recipeId => Recipe) recipes;
        mapping(bytes32 recipeId => Terms) terms;
        mapping(uint32 recipe => bytes32 recipeId) ids;
        mapping(uint32 recipe => uint16 epoch) controlEpochs;
        mapping(uint32 recipe => address licensor) nextLicensors;
        mapping(uint32 recipe => mapping(uint16 epoch => mapping(address user => Use))) uses;
    }

    /// @notice Writes a recipe; its terms only if there are any.
    function add(
        Book storage book,
        bytes32 recipeId,
        uint32 ordinal,
        uint40 validUntil,
        RecipeInput calldata input
    ) internal {
        Terms calldata terms = input.terms;
        bool hasTerms = terms.derivativeFloor != 0 || terms.ownerUsages != 0 || terms.secondaryRate != 0;
        if (hasTerms) book.terms[recipeId] = terms;
        book.ids[ordinal] = recipeId;
        book.recipes[recipeId] = Recipe({
            licensor: input.licensor,
            ordinal: ordinal,
            validUntil: validUntil,
            kind: input.kind,
            flags: hasTerms ? _HAS_TERMS : 0
        });
    }

    /// @notice Least rate (ppm) of a derivative; read only where one was set.
    function floorOf(Book storage book, bytes32 recipeId, uint16 flags) internal view returns (uint24) {
        return flags & _HAS_TERMS == 0 ? 0 : book.terms[recipeId].derivativeFloor;
    }

    /// @notice Gives control to the account it was offered to; what the former licensor allowed or offered is over.
    function handOver(
        Book storage book,
        bytes32 recipeId,
        address to
    ) internal returns (uint32 ordinal, address from, uint16 epoch) {
        Recipe storage recipe = book.recipes[recipeId];
        (ordinal, from) = (recipe.ordinal, recipe.licensor);
        if (book.nextLicensors[ordinal] != to) revert IAssetRegistry.AssetRegistryNoOffer(recipeId, to);
        delete book.nextLicensors[ordinal];
        recipe.licensor = to;
        epoch = ++book.controlEpochs[ordinal];
    }

    /// @notice What the licensor of today allowed the user.
    function useOf(Book storage book, uint32 ordinal, address user) internal view returns (Use storage) {
        return book.uses[ordinal][book.controlEpochs[ordinal]][user];
    }

    /// @notice Whether the gates of this timelock may commit lots now.
    function isUser(Book storage book, uint32 ordinal, address timelock) internal view returns (bool) {
        return block.timestamp < useOf(book, ordinal, timelock).until;
    }

    /// @notice Whether this account may commit independent lots now.
    function isIndependentUser(Book storage book, uint32 ordinal, address user) internal view returns (bool) {
        Use storage granted = useOf(book, ordinal, user);
        return granted.independent && block.timestamp < granted.until;
    }

    /// @notice Refuses a floor that no child could pay, usages that no owner may sell, and too dear resales.
    function checkTerms(Terms calldata terms) internal pure {
        if (terms.derivativeFloor > STACK_CAP) {
            revert IAssetRegistry.AssetRegistryOverFloorCap(terms.derivativeFloor, STACK_CAP);
        }
        if (terms.ownerUsages > _OWNER_USAGES) {
            revert IAssetRegistry.AssetRegistryInvalidOwnerUsages(terms.ownerUsages);
        }
        if (terms.secondaryRate > SECONDARY_CAP) {
            revert IAssetRegistry.AssetRegistryOverSecondaryCap(terms.secondaryRate, SECONDARY_CAP);
        }
    }
}
