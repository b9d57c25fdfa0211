// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    Advance,
    IRoyaltySplitter,
    MerkleLine,
    Payee,
    SplitKind,
    SplitOptions
} from "../interfaces/IRoyaltySplitter.sol";
import {MAX_PAYEES, ONE} from "../types/Constants.sol";
import {CumulativeSplit} from "./CumulativeSplit.sol";
import {NodeBook} from "./NodeBook.sol";
import {NodeWord} from "./NodeWord.sol";

/// @title SplitBook
/// @notice How each recipe's own income is divided, and how much of it everybody has had.
///
/// Fixed weights and advances are claimed by cumulative totals, leaves of a Merkle split likewise. Shares carry a debt:
/// what is pending is `own * shares - debt`, in millionths of a unit. A claim raises the debt by what it pays, a
/// transfer moves the debt of the shares with them, so neither changes the sum of what is pending.
library SplitBook {
    /// @dev One slot. A special line is one of a split that is not plain and fixed; only it costs further reads.
    struct Line {
        uint32 weight;
        uint8 roles;
        bool special;
        uint32 shares;
        int160 debt; // millionths of a token unit; |debt| <= 10^6 * 2^128
    }

    /// @dev Options are kept only where a split is not plain and fixed.
    struct Book {
        mapping(uint32 recipe => mapping(address account => Line line)) lines;
        mapping(uint32 recipe => mapping(address token => mapping(address account => uint128 amount))) claimed;
        mapping(uint32 recipe => SplitOptions options) options;
        mapping(uint32 recipe => mapping(address token => mapping(uint256 index => uint128 amount))) claimedByLeaf;
    }

    /// @dev What an account may claim: of a cumulative total, and of shares.
    struct Due {
        uint256 ofTotal;
        uint256 ofShares;
    }

    /// @notice Writes a recipe's split.
    function open(
        Book storage book,
        uint32 recipe,
        Payee[] calldata payees,
        SplitOptions calldata options
    ) internal returns (bool advance) {
        _checkOptions(recipe, options);
        advance = options.advance.amount != 0;
        bool plain = options.kind == SplitKind.Fixed && !advance;
        if (!plain) book.options[recipe] = options;
        if (options.kind != SplitKind.Merkle) {
            _writeLines(book, recipe, payees, !plain, options.kind == SplitKind.Tradable);
        } else if (payees.length != 0) {
            revert IRoyaltySplitter.RoyaltySplitterTooManyPayees(recipe, payees.length, 0);
        }
    }

    /// @notice Takes what is due to an account out of what it has not had yet.
    function take(
        Book storage book,
        NodeBook.Book storage nodes,
        uint32 recipe,
        address token,
        address account,
        uint128 own
    ) internal returns (uint256) {
        Line storage line = book.lines[recipe][account];
        (uint32 weight, bool special) = (line.weight, line.special);
        if (weight != 0 && !special) return _takePlain(book, recipe, token, account, own, weight);
        Due memory due = dueOf(book, nodes, recipe, token, account, own);
        // casting to 'uint128' is safe because nobody is due more than `own`
        if (due.ofTotal != 0) book.claimed[recipe][token][account] += uint128(due.ofTotal);
        // casting to 'int160' is safe because 10^6 * 2^128 is below 2^148
        if (due.ofShares != 0) line.debt += int160(int256(due.ofShares * ONE));
        return sum(due);
    }

    /// @notice Takes what is due to a leaf, whose proof was checked.
    function takeLeaf(
        Book storage book,
        uint32 recipe,
        NodeWord header,
        address token,
        MerkleLine calldata leaf,
        uint128 own,
        uint128 paid
    ) internal returns (uint256 due) {
        due = dueOfLeaf(book, recipe, header, token, leaf, own, paid);
        // casting to 'uint128' is safe because no leaf is due more than `own`
        book.claimedByLeaf[recipe][token][leaf.index] += uint128(due);
    }

    /// @notice Moves shares together with their part of everything divided so far, `own` units: what both sides had
    /// pending before, they have pending afterwards.
    function moveShares(
        Book storage book,
        uint32 recipe,
        address from,
        address to,
        uint32 shares,
        uint128 own
    ) internal {
        // casting to 'int160' is safe because the product is below 2^148
        int160 debt = int160(int256(uint256(own) * shares));
        Line memory line = book.lines[recipe][from];
        (line.shares, line.debt) = (line.shares - shares, line.debt - debt);
        book.lines[recipe][from] = line;
        line = book.lines[recipe][to];
        (line.shares, line.debt) = (line.shares + shares, line.debt + debt);
        book.lines[recipe][to] = line;
    }

    /// @notice What an account may claim if the recipe's payees have earned `own` in all. An account of an advance gets
    /// it on top of what else it is due.
    function dueOf(
        Book storage book,
        NodeBook.Book storage nodes,
        uint32 recipe,
        address token,
        address account,
        uint128 own
    ) internal view returns (Due memory due) {
        Line memory line = book.lines[recipe][account];
        uint256 earned = 0;
        if (line.special || line.weight == 0) {
            NodeWord header = nodes.words[recipe][0];
            if (!header.isOpen()) return due;
            uint128 repaid = repaidOf(book, recipe, header, token, own);
            own -= repaid;
            if (repaid != 0 && book.options[recipe].advance.account == account) earned = repaid;
            if (header.kind() == SplitKind.Tradable && book.options[recipe].token == token) {
                due.ofShares = _pendingDown(line, own);
                line.weight = 0;
            }
        }
        earned += CumulativeSplit.shareDown(own, line.weight, ONE);
        due.ofTotal = earned - book.claimed[recipe][token][account];
    }

    /// @notice What a leaf may claim, never more than what no other leaf has taken: a root whose weights exceed their
    /// declared sum exhausts its own recipe and no other.
    function dueOfLeaf(
        Book storage book,
        uint32 recipe,
        NodeWord header,
        address token,
        MerkleLine calldata leaf,
        uint128 own,
        uint128 paid
    ) internal view returns (uint256 due) {
        own -= repaidOf(book, recipe, header, token, own);
        uint256 earned = CumulativeSplit.shareDown(own, leaf.weight, book.options[recipe].totalWeight);
        uint256 claimed = book.claimedByLeaf[recipe][token][leaf.index];
        if (earned <= claimed) return 0;
        (due, own) = (earned - claimed, own - paid);
        if (due > own) due = own;
    }

    /// @notice Both parts together.
    function sum(Due memory due) internal pure returns (uint256) {
        return due.ofTotal + due.ofShares;
    }

    /// @notice Part of `own` that repays an advance.
    function repaidOf(
        Book storage book,
        uint32 recipe,
        NodeWord header,
        address token,
        uint128 own
    ) internal view returns (uint128) {
        if (!header.hasAdvance()) return 0;
        Advance storage advance = book.options[recipe].advance;
        if (advance.token != token) return 0;
        return own < advance.amount ? own : advance.amount;
    }

    /// @dev The way of most claims: a fixed weight and nothing else, without the memory that the general way needs.
    function _takePlain(
        Book storage book,
        uint32 recipe,
        address token,
        address account,
        uint128 own,
        uint32 weight
    ) private returns (uint256) {
        uint256 earned = CumulativeSplit.shareDown(own, weight, ONE);
        uint256 claimed = book.claimed[recipe][token][account];
        // casting to 'uint128' is safe because a part of `own` is not above `own`
        if (earned != claimed) book.claimed[recipe][token][account] = uint128(earned);
        return earned - claimed;
    }

    function _writeLines(
        Book storage book,
        uint32 recipe,
        Payee[] calldata payees,
        bool special,
        bool tradable
    ) private {
        if (payees.length > MAX_PAYEES) {
            revert IRoyaltySplitter.RoyaltySplitterTooManyPayees(recipe, payees.length, MAX_PAYEES);
        }
        (address previous, uint256 total) = (address(0), 0);
        for (uint256 i = 0; i < payees.length; ++i) {
            (address account, uint32 weight) = (payees[i].account, payees[i].weight);
            if (account <= previous) {
                revert IRoyaltySplitter.RoyaltySplitterUnsortedPayees(recipe, account, previous);
            }
            previous = account;
            total += weight;
            book.lines[recipe][account] = Line(weight, payees[i].roles, special, tradable ? weight : 0, 0);
        }
        if (total != ONE) revert IRoyaltySplitter.RoyaltySplitterWrongWeightSum(recipe, total, ONE);
    }

    /// @dev Shares never had more than their part of a total that only grows, so nothing is negative.
    function _pendingDown(Line memory line, uint128 own) private pure returns (uint256) {
        return uint256(int256(uint256(own) * line.shares) - line.debt) / ONE;
    }

    /// @dev Fields of another kind are refused, so that nobody takes a split for what it is not.
    function _checkOptions(uint32 recipe, SplitOptions calldata options) private pure {
        bool merkle = options.kind == SplitKind.Merkle;
        bool tradable = options.kind == SplitKind.Tradable;
        bool fits =
            (options.root != 0) == merkle &&
                (options.totalWeight != 0) == merkle &&
                (options.token != address(0)) == tradable;
        if (!fits) revert IRoyaltySplitter.RoyaltySplitterInvalidOptions(recipe, options.kind);
        Advance calldata advance = options.advance;
        bool advanced = advance.amount != 0;
        if ((advance.account != address(0)) != advanced || (advance.token != address(0)) != advanced) {
            revert IRoyaltySplitter.RoyaltySplitterInvalidAdvance(recipe);
        }
    }
}
