// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Edge, Ledger, Payee, Sale, SplitOptions} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {AddressBook} from "../../contracts/mocks/AddressBook.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {RoyaltySplitter} from "../../contracts/royalties/RoyaltySplitter.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Uses a splitter of its own at random, as registry, market, buyer, payee and passer-by, in two tokens.
contract SplitterHandler is SolidityTest {
    uint256 public constant ACTORS = 4;
    uint256 public constant TOKENS = 2;
    uint32 private constant _MAX_RECIPES = 7;

    RoyaltySplitter public immutable splitter;
    uint32 public recipes;
    mapping(address token => uint256 units) public donated;

    TestToken[] private _tokens;
    mapping(uint32 recipe => mapping(address token => Ledger)) private _last;

    constructor() {
        bytes memory arguments = abi.encode(new AddressBook(address(this)));
        splitter = RoyaltySplitter(create(bytes.concat(vm.getCode("RoyaltySplitter.sol:RoyaltySplitter"), arguments)));
        for (uint256 i = 0; i < TOKENS; ++i) {
            TestToken token = new TestToken("Random", "RANDOM", 6);
            token.mint(address(this), type(uint256).max);
            token.approve(address(splitter), type(uint256).max);
            _tokens.push(token);
        }
        for (uint256 seed = 0; seed < 5; ++seed) {
            open(uint256(keccak256(abi.encode(seed))));
        }
    }

    /// @notice Opens one more recipe, whose parents, rates and split follow from `seed`.
    function open(uint256 seed) public {
        if (recipes == _MAX_RECIPES) return;
        uint32 recipe = ++recipes;
        SplitOptions memory plain;
        uint24 stack = splitter.openNode(recipe, _edgesOf(recipe, seed), _splitOf(seed), plain);
        _checkStack(recipe, stack);
    }

    /// @notice Sells: mostly small amounts, where rounding shows.
    function sell(
        uint256 recipe,
        uint256 token,
        uint256 gross,
        uint256 referral,
        uint256 referrer,
        bool now_
    ) external {
        gross = gross % 3 == 0 ? bound(gross, 0, 2 ** 100) : bound(gross, 0, 500);
        referral = bound(referral, 0, gross / 10);
        Sale memory sale = Sale({
            recipe: recipeAt(recipe),
            token: address(tokenAt(token)),
            payer: address(this),
            referrer: actorAt(referrer),
            gross: uint128(gross),
            referral: uint128(referral),
            seller: address(0),
            pot: 0
        });
        splitter.collect(sale, now_);
        _checkMonotone(sale.token);
    }

    /// @notice Settles two recipes in any order.
    function settle(uint256 first, uint256 second, uint256 token) external {
        uint32[] memory list = new uint32[](2);
        (list[0], list[1]) = (recipeAt(first), recipeAt(second));
        splitter.settle(list, address(tokenAt(token)));
        _checkMonotone(address(tokenAt(token)));
    }

    /// @notice Claims what somebody is due, as anybody may.
    function claim(uint256 recipe, uint256 token, uint256 actor, bool toWallet) external {
        (uint32 ordinal, address account) = (recipeAt(recipe), actorAt(actor));
        (uint32 weight, ) = splitter.payeeOf(ordinal, account);
        if (weight == 0) return;
        address unit = address(tokenAt(token));
        uint256 due = splitter.claimable(ordinal, unit, account);
        uint256 held = TestToken(unit).balanceOf(account) + splitter.creditOf(account, unit);
        uint256 paid =
            toWallet ? splitter.claimToWallet(ordinal, unit, account) : splitter.claim(ordinal, unit, account);
        assertEq(paid, due, "claimed what was claimable");
        uint256 holds = TestToken(unit).balanceOf(account) + splitter.creditOf(account, unit);
        assertEq(holds, held + due, "credited or paid");
        _checkMonotone(unit);
    }

    /// @notice Pays out a balance.
    function withdraw(uint256 token, uint256 actor) external {
        address account = actorAt(actor);
        TestToken unit = tokenAt(token);
        uint256 due = splitter.creditOf(account, address(unit));
        uint256 held = unit.balanceOf(account);
        assertEq(splitter.withdraw(address(unit), account), due, "withdrew the balance");
        assertEq(unit.balanceOf(account), held + due, "paid");
    }

    /// @notice Sends tokens that belong to nobody.
    function donate(uint256 token, uint256 amount) external {
        amount = bound(amount, 0, 1_000);
        tokenAt(token).transfer(address(splitter), amount);
        donated[address(tokenAt(token))] += amount;
    }

    function tokenAt(uint256 index) public view returns (TestToken) {
        return _tokens[index % TOKENS];
    }

    function recipeAt(uint256 index) public view returns (uint32) {
        return uint32(1 + (index % recipes));
    }

    function actorAt(uint256 index) public pure returns (address) {
        return address(uint160(0xACE0 + (index % ACTORS)));
    }

    /// @dev R4: cumulative totals never fall.
    function _checkMonotone(address token) private {
        for (uint32 recipe = 1; recipe <= recipes; ++recipe) {
            Ledger memory now_ = splitter.ledgerOf(recipe, token);
            Ledger memory last = _last[recipe][token];
            assertLe(last.passed, now_.passed, "passed fell");
            assertLe(last.own, now_.own, "own fell");
            assertLe(last.sales, now_.sales, "sales fell");
            assertLe(last.settledSales, now_.settledSales, "settled sales fell");
            assertLe(last.settledPassed, now_.settledPassed, "settled passed fell");
            _last[recipe][token] = now_;
        }
    }

    /// @dev R10: a stack is the sum of its edges and stays below the cap.
    function _checkStack(uint32 recipe, uint24 stack) private view {
        Edge[] memory edges = splitter.edgesOf(recipe);
        uint256 sum = 0;
        for (uint256 i = 0; i < edges.length; ++i) {
            assertTrue(edges[i].parent < recipe, "parent is earlier");
            assertEq(edges[i].pass, splitter.stackOf(edges[i].parent), "pass rate");
            sum += edges[i].rate + edges[i].pass;
        }
        assertEq(stack, sum, "stack");
        assertEq(splitter.stackOf(recipe), sum, "stored stack");
        assertLe(sum, 900_000, "cap");
    }

    /// @dev Up to four parents; what their stacks leave below the cap is the room for rates, of which some are zero.
    function _edgesOf(uint32 recipe, uint256 seed) private view returns (Edge[] memory edges) {
        Edge[] memory drawn = new Edge[](4);
        (uint256 count, uint256 left) = (0, 900_000);
        for (uint32 parent = 1; parent < recipe && count < 4; ++parent) {
            uint256 choice = uint256(keccak256(abi.encode(seed, parent)));
            uint256 stack = splitter.stackOf(parent);
            if (choice % 2 == 0 || stack > left) continue;
            uint256 rate = choice % 5 == 0 ? 0 : (choice >> 8) % (1 + (left - stack) / 4);
            left -= stack + rate;
            drawn[count++] = Edge(parent, uint24(rate), 0);
        }
        edges = new Edge[](count);
        for (uint256 i = 0; i < count; ++i) {
            edges[i] = drawn[i];
        }
    }

    function _splitOf(uint256 seed) private pure returns (Payee[] memory payees) {
        uint256 first = seed % (ACTORS - 2);
        uint32 weight = uint32((seed >> 16) % 500_001);
        payees = new Payee[](3);
        payees[0] = Payee(actorAt(first), weight, 1);
        payees[1] = Payee(actorAt(first + 1), weight / 3, 2);
        payees[2] = Payee(actorAt(first + 2), 1_000_000 - weight - weight / 3, 4);
    }
}

/// @notice What holds in the royalty ledger after any sequence of calls by anybody.
contract RoyaltySplitterTest is SolidityTest {
    SplitterHandler private _handler;

    function setUp() external {
        _handler = new SplitterHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice R1: every token held is owed to somebody or a donation, and everything owed is held. R2, R4: on the way
    /// the books of every recipe are looked at.
    function invariant_Conservation() external view {
        for (uint256 i = 0; i < _handler.TOKENS(); ++i) {
            address token = address(_handler.tokenAt(i));
            uint256 owed = _handler.donated(token);
            for (uint256 actor = 0; actor < _handler.ACTORS(); ++actor) {
                owed += _handler.splitter().creditOf(_handler.actorAt(actor), token);
            }
            for (uint32 recipe = 1; recipe <= _handler.recipes(); ++recipe) {
                owed += _owedBy(recipe, token);
            }
            assertEq(_handler.tokenAt(i).balanceOf(address(_handler.splitter())), owed, "held = owed + donated");
        }
    }

    /// @dev Nothing is settled before it came in or claimed beyond what was earned, and what floors keep back of both
    /// inboxes is less than a unit for each weight.
    function _owedBy(uint32 recipe, address token) private view returns (uint256 owed) {
        Edge[] memory edges = _handler.splitter().edgesOf(recipe);
        Ledger memory ledger = _handler.splitter().ledgerOf(recipe, token);
        uint256 claimed = _claimed(recipe, token);
        assertLe(ledger.settledSales, ledger.sales, "settled sales");
        assertLe(ledger.settledPassed, ledger.passed, "settled passed income");
        assertLe(claimed, ledger.own, "claimed");
        assertEq(ledger.paid, 0, "paid by Merkle weights");
        (uint256 ofSales, uint256 ofPassed) = _dust(recipe, ledger, edges);
        assertLe(ofSales, 2 * edges.length, "dust of sales");
        assertLe(ofPassed, edges.length == 0 ? 0 : 2 * edges.length - 1, "dust of passed income");
        owed = ledger.own - claimed + ofSales + ofPassed;
        owed += ledger.sales - ledger.settledSales + (ledger.passed - ledger.settledPassed);
    }

    function _claimed(uint32 recipe, address token) private view returns (uint256 claimed) {
        for (uint256 i = 0; i < _handler.ACTORS(); ++i) {
            claimed += _handler.splitter().claimedOf(recipe, token, _handler.actorAt(i));
        }
    }

    /// @dev What is settled less the floors of all parts of it.
    function _dust(
        uint32 recipe,
        Ledger memory ledger,
        Edge[] memory edges
    ) private view returns (uint256 sales, uint256 passed) {
        uint256 stack = _handler.splitter().stackOf(recipe);
        sales = ledger.settledSales - (uint256(ledger.settledSales) * (1_000_000 - stack)) / 1_000_000;
        passed = ledger.settledPassed;
        for (uint256 i = 0; i < edges.length; ++i) {
            (uint256 rate, uint256 pass) = (edges[i].rate, edges[i].pass);
            sales -= (ledger.settledSales * rate) / 1_000_000 + (ledger.settledSales * pass) / 1_000_000;
            if (stack == 0) continue;
            passed -= (ledger.settledPassed * rate) / stack + (ledger.settledPassed * pass) / stack;
        }
    }
}
