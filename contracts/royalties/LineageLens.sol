// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILineageLens} from "../interfaces/ILineageLens.sol";
import {Edge, IRoyaltySplitter, Ledger} from "../interfaces/IRoyaltySplitter.sol";
import {CumulativeSplit, Inboxes} from "./CumulativeSplit.sol";
import {toPair} from "./Pair.sol";

/// @title LineageLens
contract LineageLens is ILineageLens {
    using CumulativeSplit for Inboxes;

    /// @inheritdoc ILineageLens
    function ownAfter(uint32 recipe, address token, uint32[] calldata path) external view returns (uint128) {
        uint256 own = IRoyaltySplitter(msg.sender).ledgerOf(recipe, token).own;
        Inboxes[] memory simulated = new Inboxes[](path.length);
        for (uint256 i = 0; i < path.length; ++i) {
            simulated[i] = _inboxesOf(path[i], token);
        }
        for (uint256 i = 0; i < path.length; ++i) {
            Inboxes memory inboxes = simulated[_indexIn(path, path[i])];
            if (inboxes.isSettled()) continue;
            if (path[i] == recipe) own += inboxes.ownGainDown();
            Edge[] memory edges = IRoyaltySplitter(msg.sender).edgesOf(path[i]);
            own += _hand(edges, inboxes, simulated, path, recipe);
            (inboxes.settledSales, inboxes.settledPassed) = (inboxes.sales, inboxes.passed);
        }
        return toPair(own, 0).first();
    }

    function _inboxesOf(uint32 recipe, address token) private view returns (Inboxes memory) {
        uint24 stack = IRoyaltySplitter(msg.sender).stackOf(recipe);
        Ledger memory ledger = IRoyaltySplitter(msg.sender).ledgerOf(recipe, token);
        return Inboxes(ledger.settledSales, ledger.sales, ledger.settledPassed, ledger.passed, stack);
    }

    /// @dev Hands one recipe's news to its parents among the simulated ones; what `recipe`'s payees gain is returned.
    function _hand(
        Edge[] memory edges,
        Inboxes memory inboxes,
        Inboxes[] memory simulated,
        uint32[] calldata path,
        uint32 recipe
    ) private pure returns (uint256 own) {
        for (uint256 i = 0; i < edges.length; ++i) {
            Edge memory edge = edges[i];
            if (edge.parent == recipe) own += inboxes.parentGainDown(edge.rate);
            uint256 to = _indexIn(path, edge.parent);
            if (to == path.length) continue;
            uint256 passed = simulated[to].passed + inboxes.parentGainDown(edge.pass);
            simulated[to].passed = toPair(passed, 0).first();
        }
    }

    /// @dev First place of a recipe in a path, or its length.
    function _indexIn(uint32[] calldata path, uint32 recipe) private pure returns (uint256 index) {
        while (index < path.length && path[index] != recipe) ++index;
    }
}
