// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";

import {Advance, Edge, Ledger, Payee, Sale, SplitKind, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {RoyaltySplitter} from "../royalties/RoyaltySplitter.sol";
import {AddressBook} from "./AddressBook.sol";
import {TestToken} from "./TestToken.sol";

/// @notice One recipe of a rehearsal; its ordinal is its place in the list, from 1.
struct RehearsedNode {
    Edge[] edges;
    Payee[] payees;
    bool tradable;
    uint8 settlement;
    uint8 advanceToken;
    address advanceAccount;
    uint128 advance;
}

/// @notice What a step does to the splitter.
enum Act {
    Sell,
    Settle,
    Claim,
    ClaimToWallet,
    Withdraw,
    SellForOwner,
    Transfer
}

/// @notice One step of a rehearsal.
struct Step {
    Act act;
    uint8 token;
    uint32 recipe;
    uint8 account;
    uint8 other;
    uint128 amount;
    uint128 referral;
    bool settleNow;
}

/// @title SplitterHarness
/// @notice Plays registry, market and payer of a splitter of its own, so that a whole history with a look
/// at the books after every step fits into one call.
/// @dev For local networks only.
contract SplitterHarness {
    RoyaltySplitter public splitter;
    TestToken[] private _tokens;

    constructor(uint8 tokens) {
        for (uint256 i = 0; i < tokens; ++i) {
            TestToken token = new TestToken("Rehearsal", "REHEARSE", 6);
            token.mint(address(this), type(uint256).max);
            _tokens.push(token);
        }
    }

    /// @notice Creates the splitter from its creation code, which does not fit into this contract's own.
    function install(bytes calldata creationCode) external {
        bytes memory arguments = abi.encode(new AddressBook(address(this)));
        splitter = RoyaltySplitter(Create2.deploy(0, 0, bytes.concat(creationCode, arguments)));
        for (uint256 i = 0; i < _tokens.length; ++i) {
            _tokens[i].approve(address(splitter), type(uint256).max);
        }
    }

    /// @notice Opens the nodes, takes the steps, and returns the books: after each step what it returned, the
    /// splitter's token balance, the ledgers of the recipe and its parents and the account's balance; at the end, token
    /// by token, a page for each recipe with its ledger and claimed totals, then one with all balances.
    function rehearse(
        RehearsedNode[] calldata nodes,
        address[] calldata accounts,
        Step[] calldata steps
    ) external returns (uint256[] memory stacks, bytes[] memory books, bytes[] memory closing) {
        stacks = new uint256[](nodes.length);
        for (uint32 i = 0; i < nodes.length; ++i) {
            stacks[i] = _open(i + 1, nodes[i]);
        }
        books = new bytes[](steps.length);
        for (uint256 i = 0; i < steps.length; ++i) {
            address account = accounts[steps[i].account];
            uint256 returned = _take(steps[i], account, accounts[steps[i].other]);
            books[i] = abi.encodePacked(returned, _bookOf(steps[i], account, nodes[steps[i].recipe - 1].edges));
        }
        closing = new bytes[](_tokens.length * (nodes.length + 1));
        uint256 page = 0;
        for (uint256 i = 0; i < _tokens.length; ++i) {
            for (uint32 recipe = 1; recipe <= nodes.length; ++recipe) {
                closing[page++] = _closingOf(address(_tokens[i]), recipe, accounts);
            }
            closing[page++] = _balancesIn(address(_tokens[i]), accounts);
        }
    }

    function _open(uint32 recipe, RehearsedNode calldata node) private returns (uint24) {
        SplitOptions memory options;
        if (node.tradable) {
            options.kind = SplitKind.Tradable;
            options.token = address(_tokens[node.settlement]);
        }
        if (node.advance != 0) {
            options.advance = Advance(node.advanceAccount, address(_tokens[node.advanceToken]), node.advance);
        }
        return splitter.openNode(recipe, node.edges, node.payees, options);
    }

    function _take(Step calldata step, address account, address other) private returns (uint256 returned) {
        address token = address(_tokens[step.token]);
        if (step.act == Act.Sell || step.act == Act.SellForOwner) {
            address seller = step.act == Act.Sell ? address(0) : other;
            splitter.collect(
                Sale(step.recipe, token, address(this), account, step.amount, step.referral, seller, 0),
                step.settleNow
            );
        } else if (step.act == Act.Transfer) {
            uint256 shares = splitter.balanceOf(account, step.recipe);
            returned = step.amount < shares ? step.amount : shares;
            splitter.transferFrom(account, other, step.recipe, returned);
        } else if (step.act == Act.Settle) {
            uint32[] memory recipes = new uint32[](1);
            recipes[0] = step.recipe;
            splitter.settle(recipes, token);
        } else if (step.act == Act.Claim) {
            returned = splitter.claim(step.recipe, token, account);
        } else if (step.act == Act.ClaimToWallet) {
            returned = splitter.claimToWallet(step.recipe, token, account);
        } else {
            returned = splitter.withdraw(token, account);
        }
    }

    function _bookOf(
        Step calldata step,
        address account,
        Edge[] calldata edges
    ) private view returns (bytes memory book) {
        TestToken token = _tokens[step.token];
        book = abi.encodePacked(
            token.balanceOf(address(splitter)),
            splitter.creditOf(account, address(token)),
            _ledgerOf(step.recipe, address(token))
        );
        for (uint256 i = 0; i < edges.length; ++i) {
            book = abi.encodePacked(book, _ledgerOf(edges[i].parent, address(token)));
        }
    }

    function _closingOf(
        address token,
        uint32 recipe,
        address[] calldata accounts
    ) private view returns (bytes memory closing) {
        uint256[] memory claimed = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            claimed[i] = splitter.claimedOf(recipe, token, accounts[i]);
        }
        return abi.encodePacked(_ledgerOf(recipe, token), claimed);
    }

    function _balancesIn(address token, address[] calldata accounts) private view returns (bytes memory) {
        uint256[] memory balances = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            balances[i] = splitter.creditOf(accounts[i], token);
        }
        return abi.encodePacked(balances);
    }

    function _ledgerOf(uint32 recipe, address token) private view returns (bytes memory) {
        Ledger memory ledger = splitter.ledgerOf(recipe, token);
        return
            abi.encodePacked(
                ledger.passed,
                ledger.own,
                ledger.sales,
                ledger.settledSales,
                ledger.settledPassed,
                ledger.paid
            );
    }
}
