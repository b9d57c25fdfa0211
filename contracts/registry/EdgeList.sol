// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Edge} from "../interfaces/IRoyaltySplitter.sol";

/// @title EdgeList
/// @notice Edges of one recipe in memory, ascending by parent, at most one per parent.
library EdgeList {
    /**
     * @notice Adds an edge in its place; an edge to the same parent keeps the higher rate.
     * @param edges list with room for one more
     * @param length used entries
     * @param parent recipe ordinal
     * @param rate ppm
     * @return used entries afterwards
     */
    function merge(Edge[] memory edges, uint256 length, uint32 parent, uint24 rate) internal pure returns (uint256) {
        uint256 place = length;
        while (place > 0 && edges[place - 1].parent > parent) --place;
        if (place > 0 && edges[place - 1].parent == parent) {
            if (rate > edges[place - 1].rate) edges[place - 1].rate = rate;
            return length;
        }
        for (uint256 i = length; i > place; --i) edges[i] = edges[i - 1];
        edges[place] = Edge({parent: parent, rate: rate, pass: 0});
        return length + 1;
    }

    /// @notice The first `length` edges.
    function trim(Edge[] memory edges, uint256 length) internal pure returns (Edge[] memory trimmed) {
        trimmed = new Edge[](length);
        for (uint256 i = 0; i < length; ++i) trimmed[i] = edges[i];
    }

    /// @notice Rate (ppm) of the edge to `parent`; zero if there is none.
    function rateOf(Edge[] memory edges, uint32 parent) internal pure returns (uint24) {
        for (uint256 i = 0; i < edges.length; ++i) {
            if (edges[i].parent == parent) return edges[i].rate;
        }
        return 0;
    }
}
