// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Recipe, RecipeInput, Terms} from "../interfaces/IAssetRegistry.sol";
import {STACK_CAP} from "../types/Constants.sol";

/// @title RecipeBook
/// @notice Registered recipes.
library RecipeBook {
    uint16 private constant _HAS_TERMS = 1;

    /// @dev Recipes by id, and what is kept of them by ordinal; the last ordinal given out.
    struct Book {
        uint32 count;
        mapping(bytes32 recipeId => Recipe) recipes;
        mapping(bytes32 recipeId => Terms) terms;
        mapping(uint32 recipe => bytes32 recipeId) ids;
        mapping(uint32 recipe => uint16 epoch) controlEpochs;
    }

    /// @notice Writes a recipe; its terms only if there are any.
    function add(
        Book storage book,
        bytes32 recipeId,
        uint32 ordinal,
        uint40 validUntil,
        RecipeInput calldata input
    ) internal {
        bool hasTerms = input.terms.derivativeFloor != 0;
        if (hasTerms) book.terms[recipeId] = input.terms;
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

    /// @notice Refuses a floor that no child could pay, and terms whose issue has not come.
    function checkTerms(Terms calldata terms) internal pure {
        if (terms.derivativeFloor > STACK_CAP) {
            revert IAssetRegistry.AssetRegistryOverFloorCap(terms.derivativeFloor, STACK_CAP);
        }
        if (terms.ownerUsages != 0) revert IAssetRegistry.AssetRegistryUnsupportedTerm(1);
        if (terms.secondaryRate != 0) revert IAssetRegistry.AssetRegistryUnsupportedTerm(2);
    }
}
