// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IRoyaltySplitter, Ledger} from "../interfaces/IRoyaltySplitter.sol";
import {CumulativeSplit, Inboxes} from "./CumulativeSplit.sol";
import {NodeBook} from "./NodeBook.sol";
import {EDGES_PER_WORD, NodeWord} from "./NodeWord.sol";
import {Pair, toPair} from "./Pair.sol";

/// @title LedgerBook
/// @notice The two inboxes and the income of every recipe in every token, and how money moves from one to the next.
library LedgerBook {
    using CumulativeSplit for Inboxes;
    using NodeBook for NodeBook.Book;

    /// @dev How a {Ledger} is kept: three slots, each field in the half that Solidity would give it.
    struct Account {
        Pair income; // passed, own
        Pair sold; // sales, settledSales
        Pair handed; // settledPassed, paid
    }

    /// @dev One account for each recipe and token.
    struct Book {
        mapping(uint32 recipe => mapping(address token => Account account)) accounts;
    }

    /// @notice Adds to what the recipe's own assets were sold for.
    function addSale(Book storage book, uint32 recipe, address token, uint256 amount) internal {
        Account storage account = book.accounts[recipe][token];
        account.sold = account.sold.plus(amount, 0);
    }

    /// @notice Adds to what the recipe's lineage is to be handed, and nothing to its own payees.
    function addPassed(Book storage book, uint32 recipe, address token, uint256 amount) internal {
        Account storage account = book.accounts[recipe][token];
        if (amount != 0) account.income = account.income.plus(amount, 0);
    }

    /// @notice Divides everything new in the recipe's inboxes between its own payees and its parents.
    function settle(Book storage book, NodeBook.Book storage nodes, uint32 recipe, address token) internal {
        NodeWord word = nodes.headerOf(recipe);
        Inboxes memory inboxes = _takeIn(book.accounts[recipe][token], word.stack());
        if (inboxes.isSettled()) return;
        uint256 count = word.edgeCount();
        for (uint256 i = 0; i < count; ++i) {
            uint256 place = i % EDGES_PER_WORD;
            if (place == 0 && i != 0) word = nodes.words[recipe][i / EDGES_PER_WORD];
            (uint32 parent, uint24 rate, uint24 pass) = word.edgeAt(place);
            _credit(book.accounts[parent][token], inboxes.parentGainDown(pass), inboxes.parentGainDown(rate));
        }
        emit IRoyaltySplitter.Settled(recipe, token, inboxes.sales, inboxes.passed);
    }

    /// @notice Adds to what was paid out against a Merkle root.
    function addPaid(Book storage book, uint32 recipe, address token, uint256 amount) internal {
        Account storage account = book.accounts[recipe][token];
        account.handed = account.handed.plus(0, amount);
    }

    /// @notice What was paid out against a Merkle root so far.
    function paidOf(Book storage book, uint32 recipe, address token) internal view returns (uint128) {
        return book.accounts[recipe][token].handed.second();
    }

    /// @notice What the recipe's own payees have earned, claimed or not.
    function ownOf(Book storage book, uint32 recipe, address token) internal view returns (uint128) {
        return book.accounts[recipe][token].income.second();
    }

    /// @notice The account under the names of its fields.
    function ledgerOf(Book storage book, uint32 recipe, address token) internal view returns (Ledger memory) {
        Account storage account = book.accounts[recipe][token];
        (Pair income, Pair sold, Pair handed) = (account.income, account.sold, account.handed);
        return
            Ledger({
                passed: income.first(),
                own: income.second(),
                sales: sold.first(),
                settledSales: sold.second(),
                settledPassed: handed.first(),
                paid: handed.second()
            });
    }

    /// @dev Reads both inboxes, marks them divided and credits the recipe's own payees.
    function _takeIn(Account storage account, uint24 stack) private returns (Inboxes memory inboxes) {
        (Pair income, Pair sold) = (account.income, account.sold);
        (inboxes.sales, inboxes.settledSales) = (sold.first(), sold.second());
        (inboxes.passed, inboxes.stack) = (income.first(), stack);
        // Nothing was divided of an inbox that never received anything: a recipe without children saves this slot.
        if (inboxes.passed != 0) {
            Pair handed = account.handed;
            inboxes.settledPassed = handed.first();
            if (inboxes.passed != inboxes.settledPassed) account.handed = toPair(inboxes.passed, handed.second());
        }
        if (inboxes.sales != inboxes.settledSales) {
            account.sold = toPair(inboxes.sales, inboxes.sales);
            account.income = income.plus(0, inboxes.ownGainDown());
        }
    }

    /// @dev An edge that gains nothing, such as attribution without a rate, costs no write.
    function _credit(Account storage account, uint256 passed, uint256 own) private {
        if (passed | own != 0) account.income = account.income.plus(passed, own);
    }
}
