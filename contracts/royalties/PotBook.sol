// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";

/// @title PotBook
/// @notice Money that waits under a name: each opener has its own names, and only the opener empties what they hold.
library PotBook {
    /// @dev What came in and did not leave, in token units.
    struct Book {
        mapping(address opener => mapping(bytes32 id => mapping(address token => uint256 amount))) pots;
    }

    /// @notice Adds what `payer` pays.
    function fill(
        Book storage book,
        address opener,
        bytes32 id,
        address payer,
        address token,
        uint256 amount
    ) internal {
        book.pots[opener][id][token] += amount;
        emit IRoyaltySplitter.PotFunded(opener, id, payer, token, amount);
    }

    /// @notice Takes out what somebody is to be credited with instead, never more than is left.
    function draw(Book storage book, address opener, bytes32 id, address token, uint256 amount) internal {
        if (amount == 0) return;
        uint256 left = book.pots[opener][id][token];
        if (left == 0) revert IRoyaltySplitter.RoyaltySplitterUnknownPot(opener, id);
        if (amount > left) revert IRoyaltySplitter.RoyaltySplitterOverRelease(id, amount, left);
        book.pots[opener][id][token] = left - amount;
    }

    /// @notice Takes out of one pot and puts into another one of the same opener.
    function move(Book storage book, address opener, bytes32 from, bytes32 to, address token, uint256 amount) internal {
        if (amount == 0) return;
        draw(book, opener, from, token, amount);
        book.pots[opener][to][token] += amount;
        emit IRoyaltySplitter.PotMoved(opener, from, to, token, amount);
    }
}
