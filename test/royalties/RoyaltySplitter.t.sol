// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    Advance,
    Edge,
    Ledger,
    MerkleLine,
    Payee,
    Sale,
    SplitKind,
    SplitOptions
} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {AddressBook} from "../../contracts/mocks/AddressBook.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {RoyaltySplitter} from "../../contracts/royalties/RoyaltySplitter.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Uses a splitter of its own at random, as registry, market, buyer, payee and passer-by, in two tokens.
contract SplitterHandler is SolidityTest {
    uint256 public constant ACTORS = 4;
    uint256 public constant TOKENS = 2;
    address public constant OPENER = address(0x09E4E5);
    uint32 private constant _MAX_RECIPES = 7;

    RoyaltySplitter public immutable splitter;
    uint32 public recipes;
    mapping(address token => uint256 units) public donated;
    mapping(uint32 recipe => mapping(address token => uint256 units)) public claimed;
    mapping(uint32 recipe => MerkleLine[2]) private _leaves;
    mapping(bytes32 pot => Sale sale) private _waiting;
    uint256 private _pots;

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
        SplitOptions memory options = _optionsOf(recipe, seed);
        Payee[] memory payees = options.kind == SplitKind.Merkle ? new Payee[](0) : _splitOf(seed);
        uint24 stack = splitter.openNode(recipe, _edgesOf(recipe, seed), payees, options);
        _checkStack(recipe, stack);
    }

    /// @notice Sells: mostly small amounts, where rounding shows; for the licensor or a token's owner, at once or not.
    function sell(uint256 recipe, uint256 token, uint256 gross, uint256 referral, uint256 how, bool now_) external {
        gross = gross % 3 == 0 ? bound(gross, 0, 2 ** 100) : bound(gross, 0, 500);
        referral = bound(referral, 0, gross / 10);
        Sale memory sale = Sale({
            recipe: recipeAt(recipe),
            token: address(tokenAt(token)),
            payer: address(this),
            referrer: actorAt(how),
            gross: uint128(gross),
            referral: uint128(referral),
            seller: how % 4 == 0 ? actorAt(how >> 8) : address(0),
            pot: how % 3 == 0 ? keccak256(abi.encode(++_pots)) : bytes32(0)
        });
        if (sale.pot != 0) _waiting[sale.pot] = sale;
        splitter.collect(sale, now_);
        _checkMonotone(sale.token);
    }

    /// @notice Makes a sale that waits final, or undoes it with a penalty.
    function finalize(uint256 pot, uint256 penalty, bool undo, bool now_) external {
        if (_pots == 0) return;
        bytes32 id = keccak256(abi.encode(1 + (pot % _pots)));
        Sale memory sale = _waiting[id];
        if (sale.recipe == 0) return;
        delete _waiting[id];
        if (undo) splitter.refundPot(id, sale, uint128(bound(penalty, 0, sale.gross)));
        else splitter.bookPot(id, sale, now_);
        _checkMonotone(sale.token);
    }

    /// @notice Puts money into a pot and releases part of it.
    function escrow(uint256 token, uint256 amount, uint256 released, uint256 to) external {
        amount = bound(amount, 0, 1_000);
        address unit = address(tokenAt(token));
        // Pots of the market are filled by sales only, and this contract is the market.
        splitter.fundPot(OPENER, "bond", unit, uint128(amount));
        released = bound(released, 0, splitter.potOf(OPENER, "bond", unit));
        vm.prank(OPENER);
        splitter.releasePot("bond", unit, actorAt(to), uint128(released));
    }

    /// @notice Moves part of one pot to another one, or to itself.
    function movePot(uint256 token, uint256 amount, bool back, bool same) external {
        address unit = address(tokenAt(token));
        (bytes32 from, bytes32 to) = back ? (bytes32("common"), bytes32("bond")) : (bytes32("bond"), bytes32("common"));
        if (same) to = from;
        uint256 held = splitter.potOf(OPENER, from, unit);
        amount = bound(amount, 0, held);
        vm.prank(OPENER);
        splitter.movePot(from, to, unit, amount);
        assertEq(splitter.potOf(OPENER, from, unit), same ? held : held - amount, "moved");
    }

    /// @notice Pays somebody by a ruling.
    function compensate(uint256 token, uint256 amount, uint256 to) external {
        splitter.compensate(address(tokenAt(token)), address(this), actorAt(to), uint128(bound(amount, 0, 1_000)));
    }

    /// @notice A marketplace pays a recipe's receiver, and somebody sweeps it.
    function sweep(uint256 recipe, uint256 token, uint256 amount) external {
        amount = bound(amount, 0, 1_000);
        uint32 ordinal = recipeAt(recipe);
        tokenAt(token).transfer(splitter.receiverOf(ordinal), amount);
        assertEq(splitter.sweep(ordinal, address(tokenAt(token))), amount, "swept");
        _checkMonotone(address(tokenAt(token)));
    }

    /// @notice Moves shares: nobody's pending income changes, once what is new is divided.
    function transfer(uint256 recipe, uint256 from, uint256 to, uint256 shares) external {
        (uint32 ordinal, address sender, address receiver) = (recipeAt(recipe), actorAt(from), actorAt(to));
        if (splitter.optionsOf(ordinal).kind != SplitKind.Tradable) return;
        shares = bound(shares, 0, splitter.balanceOf(sender, ordinal));
        address token = splitter.optionsOf(ordinal).token;
        splitter.settleUp(ordinal, token, 1);
        (uint256 had, uint256 has) = (_pending(ordinal, token, sender), _pending(ordinal, token, receiver));
        vm.prank(sender);
        splitter.transfer(receiver, ordinal, shares);
        assertEq(_pending(ordinal, token, sender), had, "pending of the sender");
        assertEq(_pending(ordinal, token, receiver), has, "pending of the receiver");
    }

    /// @notice Claims for a leaf, as anybody may.
    function claimLeaf(uint256 recipe, uint256 token, uint256 leaf) external {
        uint32 ordinal = recipeAt(recipe);
        if (splitter.optionsOf(ordinal).kind != SplitKind.Merkle) return;
        address unit = address(tokenAt(token));
        MerkleLine memory line = _leaves[ordinal][leaf % 2];
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = _hashOf(_leaves[ordinal][1 - (leaf % 2)]);
        uint256 due = splitter.claimableMerkle(ordinal, unit, line);
        assertEq(splitter.claimMerkle(ordinal, unit, line, proof), due, "claimed what was claimable");
        claimed[ordinal][unit] += due;
        _checkMonotone(unit);
    }

    /// @notice Settles a recipe and what is above it.
    function settleUp(uint256 recipe, uint256 token, uint256 nodes) external {
        splitter.settleUp(recipeAt(recipe), address(tokenAt(token)), nodes % 9);
        _checkMonotone(address(tokenAt(token)));
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
        if (!_mayClaim(ordinal, account)) return;
        address unit = address(tokenAt(token));
        uint256 due = splitter.claimable(ordinal, unit, account);
        uint256 held = TestToken(unit).balanceOf(account) + splitter.creditOf(account, unit);
        uint256 paid =
            toWallet ? splitter.claimToWallet(ordinal, unit, account) : splitter.claim(ordinal, unit, account);
        assertEq(paid, due, "claimed what was claimable");
        claimed[ordinal][unit] += paid;
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

    /// @notice What waits in pots: bonds, and sales that are not final.
    function inPots(address token) external view returns (uint256 amount) {
        amount = splitter.potOf(OPENER, "bond", token) + splitter.potOf(OPENER, "common", token);
        for (uint256 i = 1; i <= _pots; ++i) {
            bytes32 id = keccak256(abi.encode(i));
            uint256 held = splitter.potOf(address(this), id, token);
            assertEq(held, _waiting[id].token == token ? _waiting[id].gross : 0, "pot");
            amount += held;
        }
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

    function _mayClaim(uint32 recipe, address account) private view returns (bool) {
        SplitOptions memory options = splitter.optionsOf(recipe);
        (uint32 weight, ) = splitter.payeeOf(recipe, account);
        return weight != 0 || options.kind == SplitKind.Tradable || options.advance.account == account;
    }

    function _pending(uint32 recipe, address token, address account) private view returns (uint256) {
        return splitter.claimable(recipe, token, account);
    }

    function _hashOf(MerkleLine memory line) private pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(line.index, line.account, line.weight))));
    }

    /// @dev Half of the splits are special: with an advance, tradable, or by a root whose weights may exceed their sum.
    function _optionsOf(uint32 recipe, uint256 seed) private returns (SplitOptions memory options) {
        uint256 choice = uint256(keccak256(abi.encode("options", seed)));
        if (choice % 2 == 0) {
            uint128 amount = uint128(1 + ((choice >> 8) % 5_000));
            options.advance = Advance(actorAt(choice >> 16), address(tokenAt(choice >> 24)), amount);
        }
        if ((choice >> 32) % 3 == 1) {
            options.kind = SplitKind.Tradable;
            options.token = address(tokenAt(choice >> 40));
        } else if ((choice >> 32) % 3 == 2) {
            options.kind = SplitKind.Merkle;
            uint64 total = 1_000;
            uint64 first = uint64((choice >> 48) % 1_400);
            _leaves[recipe][0] = MerkleLine(0, actorAt(choice >> 64), first);
            _leaves[recipe][1] = MerkleLine(1, actorAt(choice >> 72), first > total ? 100 : total - first);
            (bytes32 one, bytes32 other) = (_hashOf(_leaves[recipe][0]), _hashOf(_leaves[recipe][1]));
            options.root = one < other ? keccak256(abi.encode(one, other)) : keccak256(abi.encode(other, one));
            options.totalWeight = total;
        }
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
            assertLe(last.paid, now_.paid, "paid fell");
            assertLe(now_.paid, now_.own, "paid more than was earned");
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
            owed += _handler.splitter().creditOf(address(_handler), token);
            owed += _handler.inPots(token);
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
        uint256 claimed = _handler.claimed(recipe, token);
        assertLe(ledger.settledSales, ledger.sales, "settled sales");
        assertLe(ledger.settledPassed, ledger.passed, "settled passed income");
        assertLe(claimed, ledger.own, "claimed");
        _checkClaims(recipe, token, ledger, claimed);
        (uint256 ofSales, uint256 ofPassed) = _dust(recipe, ledger, edges);
        assertLe(ofSales, 2 * edges.length, "dust of sales");
        assertLe(ofPassed, edges.length == 0 ? 0 : 2 * edges.length - 1, "dust of passed income");
        owed = ledger.own - claimed + ofSales + ofPassed;
        owed += ledger.sales - ledger.settledSales + (ledger.passed - ledger.settledPassed);
    }

    /// @dev What is claimed and claimable is never more than what was earned, and less by under a unit for each holder.
    function _checkClaims(uint32 recipe, address token, Ledger memory ledger, uint256 claimed) private view {
        SplitOptions memory options = _handler.splitter().optionsOf(recipe);
        uint256 pending = 0;
        for (uint256 i = 0; i < _handler.ACTORS(); ++i) {
            pending += _handler.splitter().claimable(recipe, token, _handler.actorAt(i));
        }
        assertLe(claimed + pending, ledger.own, "claimed and claimable");
        if (options.kind == SplitKind.Merkle) {
            assertLe(ledger.paid, claimed, "paid to leaves");
        } else {
            assertEq(ledger.paid, 0, "paid without leaves");
            assertLe(ledger.own, claimed + pending + _handler.ACTORS(), "nobody's");
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
