// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Edge, IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PARENTS, STACK_CAP} from "../types/Constants.sol";
import {EDGES_PER_WORD, NodeWord} from "./NodeWord.sol";

/// @title NodeBook
/// @notice The lineage: each recipe's header and edges, written once.
library NodeBook {
    uint256 private constant _WORDS = (MAX_PARENTS + EDGES_PER_WORD - 1) / EDGES_PER_WORD;

    /// @dev Word 0 of a recipe begins with its header.
    struct Book {
        mapping(uint32 recipe => NodeWord[_WORDS]) words;
    }

    /// @notice Writes a node: its edges behind `header` in word 0, and in as many more words as they need.
    function write(Book storage book, uint32 recipe, NodeWord header, Edge[] memory edges) internal {
        NodeWord[_WORDS] storage words = book.words[recipe];
        NodeWord word = header;
        for (uint256 i = 0; i < edges.length; ++i) {
            uint256 place = i % EDGES_PER_WORD;
            if (place == 0 && i != 0) {
                words[i / EDGES_PER_WORD - 1] = word;
                word = NodeWord.wrap(0);
            }
            word = word.withEdge(place, edges[i]);
        }
        words[edges.length == 0 ? 0 : (edges.length - 1) / EDGES_PER_WORD] = word;
    }

    /// @notice Each edge with its parent's stack as pass rate, and the stack that follows from them.
    function freeze(
        Book storage book,
        uint32 recipe,
        Edge[] calldata edges
    ) internal view returns (Edge[] memory frozen, uint24 stack) {
        if (recipe == 0) revert IRoyaltySplitter.RoyaltySplitterUnknownRecipe(recipe);
        if (book.words[recipe][0].isOpen()) revert IRoyaltySplitter.RoyaltySplitterAlreadyOpen(recipe);
        if (edges.length > MAX_PARENTS) {
            revert IRoyaltySplitter.RoyaltySplitterTooManyParents(recipe, edges.length, MAX_PARENTS);
        }
        frozen = new Edge[](edges.length);
        (uint32 previous, uint256 sum) = (0, 0);
        for (uint256 i = 0; i < edges.length; ++i) {
            (uint32 parent, uint24 rate) = (edges[i].parent, edges[i].rate);
            if (parent <= previous) revert IRoyaltySplitter.RoyaltySplitterUnsortedParents(recipe, parent, previous);
            if (parent >= recipe) revert IRoyaltySplitter.RoyaltySplitterParentNotEarlier(recipe, parent);
            frozen[i] = Edge(parent, rate, headerOf(book, parent).stack());
            sum += uint256(rate) + frozen[i].pass;
            previous = parent;
        }
        if (sum > STACK_CAP) revert IRoyaltySplitter.RoyaltySplitterOverStackCap(recipe, sum, STACK_CAP);
        // casting to 'uint24' is safe because the cap is below 2^20
        stack = uint24(sum);
    }

    /// @notice Word 0 of a recipe that was opened.
    function headerOf(Book storage book, uint32 recipe) internal view returns (NodeWord word) {
        word = book.words[recipe][0];
        if (!word.isOpen()) revert IRoyaltySplitter.RoyaltySplitterUnknownRecipe(recipe);
    }

    /// @notice A recipe's parents, ascending.
    function edgesOf(Book storage book, uint32 recipe) internal view returns (Edge[] memory edges) {
        NodeWord word = headerOf(book, recipe);
        edges = new Edge[](word.edgeCount());
        for (uint256 i = 0; i < edges.length; ++i) {
            uint256 place = i % EDGES_PER_WORD;
            if (place == 0 && i != 0) word = book.words[recipe][i / EDGES_PER_WORD];
            Edge memory edge = edges[i];
            (edge.parent, edge.rate, edge.pass) = word.edgeAt(place);
        }
    }
}
