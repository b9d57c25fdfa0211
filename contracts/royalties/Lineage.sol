// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Edge} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PATH} from "../types/Constants.sol";
import {LedgerBook} from "./LedgerBook.sol";
import {NodeBook} from "./NodeBook.sol";

/// @title Lineage
/// @notice Settlement of a recipe and what is above it, without a list.
library Lineage {
    using LedgerBook for LedgerBook.Book;
    using NodeBook for NodeBook.Book;

    /// @dev Most edges that one call credits, so that it fits a transaction even if none was ever credited before.
    uint256 private constant _MAX_EDGES = 256;

    /// @dev Recipes that are still to be visited, ascending and each once; of more than fit, the smallest are given up,
    /// because a walk in falling order would not reach them.
    struct Frontier {
        uint256 length;
        uint32[] recipes;
    }

    /// @notice Settles a recipe, then its ancestors as far as money can reach them, children before parents.
    function settleUp(
        LedgerBook.Book storage ledgers,
        NodeBook.Book storage nodes,
        uint32 recipe,
        address token,
        uint256 maxNodes
    ) internal returns (uint256 settled) {
        if (maxNodes > MAX_PATH) maxNodes = MAX_PATH;
        Frontier memory frontier = Frontier(0, new uint32[](maxNodes));
        nodes.headerOf(recipe);
        if (maxNodes != 0) _insert(frontier, recipe);
        uint256 edges = 0;
        while (frontier.length != 0 && settled < maxNodes) {
            recipe = frontier.recipes[--frontier.length];
            Edge[] memory parents = nodes.edgesOf(recipe);
            edges += parents.length;
            if (edges > _MAX_EDGES) break;
            ledgers.settle(nodes, recipe, token);
            for (uint256 i = 0; i < parents.length; ++i) {
                if (parents[i].rate | parents[i].pass != 0) _insert(frontier, parents[i].parent);
            }
            ++settled;
        }
    }

    function _insert(Frontier memory frontier, uint32 recipe) private pure {
        uint32[] memory recipes = frontier.recipes;
        uint256 place = frontier.length;
        while (place != 0 && recipes[place - 1] > recipe) --place;
        if (place != 0 && recipes[place - 1] == recipe) return;
        if (frontier.length == recipes.length) {
            if (place == 0) return;
            --place;
            for (uint256 i = 0; i < place; ++i) {
                recipes[i] = recipes[i + 1];
            }
        } else {
            for (uint256 i = frontier.length++; i > place; --i) {
                recipes[i] = recipes[i - 1];
            }
        }
        recipes[place] = recipe;
    }
}
