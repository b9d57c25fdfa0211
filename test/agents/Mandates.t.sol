// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CallRule, IAgentMandates, MandateInput, SpendingLimits} from "../../contracts/interfaces/IAgentMandates.sol";
import {
    IAssetRegistry,
    Kind,
    LotInput,
    Parent,
    RecipeInput,
    Terms
} from "../../contracts/interfaces/IAssetRegistry.sol";
import {ILicenseMarket, OfferInput, Purchase, Scope} from "../../contracts/interfaces/ILicenseMarket.sol";
import {Payee} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {Reenterer} from "../../contracts/mocks/hostile/Reenterer.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {PERPETUAL} from "../../contracts/types/Constants.sol";
import {AssetId, toLotId} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {StudioFixture} from "../governance/StudioFixture.sol";

/// @notice Agents pay, buy and call what they can, one of them out of its own call, under mandates of their own or of
/// others, in force or over; members and board pause, revoke, change policies, replace, and change the cap of the
/// window. A witness knows from what was voted alone who may act; it never asks the module.
contract MandatesHandler is StudioFixture {
    uint256 private constant _AGENTS = 3;
    uint256 private constant _LENGTH = 7 days;
    uint96 private constant _PRICE = 700;
    address private constant _PAYEE = address(0xBEEF);
    address private constant _LICENSOR = address(0xA11CE);
    address private constant _SPONSOR = address(0x5905);
    uint256 private constant _NUMBER = type(uint40).max;

    struct Payment {
        uint256 time;
        uint256 amount;
        uint256 cap;
    }

    /// @dev What the witness knows of a mandate, also when it is over.
    struct Witness {
        bytes32 id;
        uint256 agent;
        bytes32 policy;
        bytes32 oldPolicy;
        uint256 validUntil;
        uint256 pausedUntil;
        uint256 heldUntil;
        bool revoked;
        bytes32 head;
    }

    IStudio private immutable _STUDIO;
    IAgentMandates private immutable _MANDATES;
    ILicenseMarket private immutable _MARKET;
    TestToken private immutable _TOKEN;
    Reenterer private immutable _REENTERER;
    address private immutable _TREASURY;
    address private immutable _BOARD;
    bytes32 private _offerId;
    AssetId private _asset;
    uint96 private _cap = 10_000;
    uint256 private _salt;
    bool private _present = true;
    Witness[] private _witnesses;
    uint256[_AGENTS] private _latest;
    uint256 private _policies;
    Payment[] private _payments;
    uint256 private _paid;

    /// @notice Acts and decisions that were not refused although they should have been, and calls and decisions that
    /// were although they should not have been.
    uint256 public mistaken;

    /// @notice Acts that succeeded, so that no run is about nothing: payments, purchases, calls.
    uint256[3] public acts;

    constructor() {
        deployProtocol();
        address[] memory seats = new address[](5);
        for (uint256 i = 0; i < seats.length; ++i) {
            seats[i] = address(uint160(0x5EA7 + i));
        }
        _STUDIO = createStudio(Preset.House, people(3), seats);
        _TREASURY = _STUDIO.moduleOf(Module.Timelock);
        _BOARD = _STUDIO.moduleOf(Module.Board);
        _MANDATES = IAgentMandates(_STUDIO.moduleOf(Module.Mandates));
        _MARKET = ILicenseMarket(deployer.addressOf(Names.LICENSE_MARKET));
        _TOKEN = new TestToken("Budget", "BUD", 0);
        _REENTERER = new Reenterer();
        _TOKEN.mint(_TREASURY, type(uint128).max);
        _publish();
        _setWindow();
        for (uint256 i = 0; i < _AGENTS; ++i) {
            grant(i, 2 days);
        }
    }

    function pay(uint256 agent, uint256 amount, uint256 which) external {
        agent %= _AGENTS;
        amount = bound(amount, 0, 3_500);
        Witness storage witness = _mandateFor(agent, which);
        bytes32 policy = _policyFor(witness, which);
        bool allowed = _mayAct(witness, agent, policy);
        uint256 before = _TOKEN.balanceOf(_PAYEE);
        vm.prank(_agent(agent));
        try _MANDATES.pay(witness.id, policy, _PAYEE, amount, bytes32(which)) {
            if (!allowed) ++mistaken;
            _spent(witness, 0, bytes32(uint256(uint160(_PAYEE))), amount, bytes32(which));
            assertEq(_TOKEN.balanceOf(_PAYEE), before + amount, "what was paid arrived");
        } catch {
            assertEq(_TOKEN.balanceOf(_PAYEE), before, "what was refused did not");
        }
        _approve();
    }

    function buy(uint256 agent, uint256 seats, uint256 which) external {
        agent %= _AGENTS;
        Purchase memory purchase = _purchaseOf(bound(seats, 0, 4));
        Witness storage witness = _mandateFor(agent, which);
        bytes32 policy = _policyFor(witness, which);
        bool allowed = _mayAct(witness, agent, policy);
        uint256 before = _TOKEN.balanceOf(_TREASURY);
        vm.prank(_agent(agent));
        try _MANDATES.buy(witness.id, policy, purchase) returns (bytes32 purchaseId) {
            if (!allowed) ++mistaken;
            uint256 price = uint256(_PRICE) * (purchase.seats == 0 ? 1 : purchase.seats);
            _spent(witness, 1, purchaseId, price, _offerId);
            assertEq(_TOKEN.balanceOf(_TREASURY), before - price, "the price and nothing else");
        } catch {
            assertEq(_TOKEN.balanceOf(_TREASURY), before, "nothing is spent on what was refused");
        }
        _approve();
    }

    /// @notice The last agent is the contract that it calls, and acts again from within. A call has no cap, so whoever
    /// may call must not be refused either.
    function act(uint256 agent, uint256 how, uint256 which) external {
        agent %= _AGENTS;
        Witness storage witness = _mandateFor(agent, which);
        bytes32 policy = _policyFor(witness, which);
        bytes memory inner = abi.encodeCall(IAgentMandates.pay, (witness.id, policy, _PAYEE, 1, 0));
        if (how % 3 == 0) {
            inner = abi.encodeCall(IAgentMandates.call, (witness.id, policy, address(_REENTERER), hex"12345678"));
        }
        bool again = how % 3 != 2;
        _REENTERER.arm(address(_MANDATES), again ? inner : abi.encodeCall(IAgentMandates.mandateIdOf, (address(1))));
        bool allowed = _mayAct(witness, agent, policy) && !again;
        uint256 before = _TOKEN.balanceOf(_TREASURY);
        vm.prank(_agent(agent));
        try _MANDATES.call(witness.id, policy, address(_REENTERER), hex"12345678") {
            if (!allowed) ++mistaken;
            _log(witness, 2, bytes32(uint256(uint160(address(_REENTERER)))), keccak256(hex"12345678"), hex"12345678");
        } catch {
            if (allowed) ++mistaken;
        }
        assertEq(_TOKEN.balanceOf(_TREASURY), before, "a call spends nothing");
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 2 days));
    }

    /// @notice To the very second in which a pause or a mandate ends, or the one before.
    function passTo(uint256 agent, uint256 which) external {
        Witness storage witness = _mandateFor(agent % _AGENTS, which);
        uint256 time = which % 2 == 0 ? witness.validUntil : witness.pausedUntil;
        if (which % 4 > 1 && time != 0) --time;
        if (time > block.timestamp) vm.warp(time);
    }

    function pause(uint256 agent, uint256 time, uint256 which, bool byBoard) external {
        Witness storage witness = _mandateFor(agent % _AGENTS, which);
        uint256 until = block.timestamp + bound(time, 0, 1 days);
        if (time % 5 == 0) until = 0;
        uint256 cut = until > witness.validUntil ? witness.validUntil : until;
        bool held = byBoard && witness.heldUntil > block.timestamp && cut < witness.heldUntil;
        bool allowed = _isInForce(witness) && !held;
        vm.prank(byBoard ? _BOARD : _TREASURY);
        try _MANDATES.pause(witness.id, uint48(until)) {
            if (!allowed) ++mistaken;
            witness.pausedUntil = cut;
            if (!byBoard) witness.heldUntil = cut;
        } catch {
            if (allowed) ++mistaken;
        }
    }

    function revoke(uint256 agent, uint256 which) external {
        Witness storage witness = _mandateFor(agent % _AGENTS, which);
        bool allowed = !witness.revoked;
        vm.prank(_TREASURY);
        try _MANDATES.revoke(witness.id) {
            if (!allowed) ++mistaken;
            witness.revoked = true;
        } catch {
            if (allowed) ++mistaken;
        }
    }

    function changePolicy(uint256 agent, uint256 which) external {
        Witness storage witness = _mandateFor(agent % _AGENTS, which);
        bool allowed = _isInForce(witness);
        bytes32 policy = _nextPolicy();
        vm.prank(_TREASURY);
        try _MANDATES.changePolicy(witness.id, policy) {
            if (!allowed) ++mistaken;
            (witness.oldPolicy, witness.policy) = (witness.policy, policy);
        } catch {
            if (allowed) ++mistaken;
        }
    }

    /// @notice An agent has one mandate at a time; what it had before is kept here, and tried again.
    function grant(uint256 agent, uint256 time) public {
        agent %= _AGENTS;
        bool first = _witnesses.length < _AGENTS;
        MandateInput memory input = _inputOf(agent, block.timestamp + bound(time, 1 days, 5 days));
        bool allowed = _present && (first || !_isInForce(_witnesses[_latest[agent]]));
        bytes32 terms = _MANDATES.hashTerms(input);
        vm.prank(_agent(agent));
        _MANDATES.consent(terms);
        vm.prank(_TREASURY);
        try _MANDATES.grant(input) returns (bytes32 id) {
            if (!allowed) ++mistaken;
            _latest[agent] = _witnesses.length;
            Witness storage witness = _witnesses.push();
            (witness.id, witness.agent, witness.policy) = (id, agent, input.policyHash);
            (witness.validUntil, witness.head) = (input.validUntil, bytes32(uint256(id) & ~_NUMBER));
        } catch {
            if (allowed) ++mistaken;
        }
    }

    function changeCap(uint256 seed) external {
        _cap = uint96(2_500 * (1 + (seed % 8)));
        _setWindow();
    }

    /// @notice Members replace the module, or name it again.
    function replace(uint256 seed) external {
        if (_present && seed % 4 != 0) return;
        _present = !_present;
        vm.prank(_TREASURY);
        _STUDIO.setMandates(_present ? address(_MANDATES) : address(0), new address[](0));
    }

    /// @notice In no span of the window's length more than the cap at its end: it is enough to look at spans that end
    /// with a payment.
    function checkWindow() external view {
        for (uint256 last = 0; last < _payments.length; ++last) {
            uint256 sum;
            for (uint256 i = last + 1; i > 0; --i) {
                if (_payments[i - 1].time + _LENGTH <= _payments[last].time) break;
                sum += _payments[i - 1].amount;
            }
            assertLe(sum, _payments[last].cap, "more than the window");
        }
        assertEq(_TOKEN.balanceOf(_TREASURY) + _paid, type(uint128).max, "nothing moved but payments and prices");
    }

    function checkLogs() external view {
        for (uint256 i = 0; i < _witnesses.length; ++i) {
            Witness storage witness = _witnesses[i];
            assertEq(uint256(_MANDATES.headOf(witness.id)), uint256(witness.head), "a broken log");
        }
    }

    /// @notice What the module says of itself is what the witness knows.
    function checkLive() external view {
        for (uint256 i = 0; i < _witnesses.length; ++i) {
            Witness storage witness = _witnesses[i];
            bool live = _mayAct(witness, witness.agent, witness.policy);
            assertTrue(_MANDATES.isLive(witness.id) == live, "in force or not");
        }
    }

    /// @notice Between two transactions an account holds nothing and has approved nobody.
    function checkAccounts() external view {
        address splitter = deployer.addressOf(Names.ROYALTY_SPLITTER);
        for (uint256 i = 0; i < _witnesses.length; ++i) {
            address account = _MANDATES.mandateOf(_witnesses[i].id).account;
            assertEq(_TOKEN.balanceOf(account) + _TOKEN.allowance(account, splitter), 0, "an account with means");
        }
    }

    function _inputOf(uint256 agent, uint256 validUntil) private returns (MandateInput memory input) {
        (input.agent, input.policyHash, input.token) = (_agent(agent), _nextPolicy(), address(_TOKEN));
        input.sponsor = _SPONSOR;
        input.limits = SpendingLimits({perTransaction: 3_000, perPeriod: 6_000, period: 1 days});
        input.lifetime = 1_000_000;
        input.validUntil = uint40(validUntil);
        input.reviewAt = input.validUntil;
        input.payees = new address[](2);
        (input.payees[0], input.payees[1]) = (_PAYEE, _LICENSOR);
        input.calls = new CallRule[](1);
        input.calls[0] = CallRule({target: address(_REENTERER), selector: 0x12345678});
        // what it asks while it is listed, it gets from the reenterer, which must not fail then
        _REENTERER.arm(address(_MANDATES), abi.encodeCall(IAgentMandates.mandateIdOf, (address(1))));
    }

    function _purchaseOf(uint256 seats) private returns (Purchase memory purchase) {
        (purchase.offerId, purchase.assetId, purchase.licensee) = (_offerId, _asset, _TREASURY);
        (purchase.maxTotal, purchase.deadline) = (type(uint96).max, PERPETUAL);
        (purchase.seats, purchase.salt) = (uint32(seats), bytes32(++_salt));
    }

    function _publish() private {
        IAssetRegistry registry = IAssetRegistry(deployer.addressOf(Names.ASSET_REGISTRY));
        RecipeInput memory input;
        (input.licensor, input.kind, input.commitment) = (_LICENSOR, Kind.Work, keccak256("work"));
        input.parents = new Parent[](0);
        input.split = new Payee[](1);
        input.split[0] = Payee({account: _LICENSOR, weight: 1_000_000, roles: 1});
        input.terms = Terms({derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0});
        OfferInput memory offer;
        (offer.scope, offer.token, offer.price) = (Scope.Recipe, address(_TOKEN), _PRICE);
        (offer.end, offer.duration, offer.usages, offer.seats) = (PERPETUAL, PERPETUAL, 2, 3);
        vm.startPrank(_LICENSOR);
        offer.recipeId = registry.registerRecipe(input, 0, "");
        registry.commitLot(LotInput(offer.recipeId, 1, keccak256("root"), 8, address(0), keccak256("manifest")));
        _offerId = _MARKET.publishOffer(offer);
        vm.stopPrank();
        _asset = toLotId(_LICENSOR, 1).assetAt(0);
    }

    function _setWindow() private {
        vm.prank(_TREASURY);
        _MANDATES.setWindow(address(_TOKEN), _cap, uint32(_LENGTH));
        _approve();
    }

    /// @dev Members top the allowance up to its bound again and again.
    function _approve() private {
        vm.prank(_TREASURY);
        _TOKEN.approve(address(_MANDATES), 2 * _cap);
    }

    function _spent(Witness storage witness, uint8 kind, bytes32 a, uint256 amount, bytes32 c) private {
        _log(witness, kind, a, bytes32(amount), c);
        _payments.push(Payment(block.timestamp, amount, _cap));
        _paid += amount;
    }

    function _log(Witness storage witness, uint8 kind, bytes32 a, bytes32 b, bytes32 c) private {
        bytes32 head = witness.head;
        uint256 digest = uint256(keccak256(abi.encode(head, witness.policy, kind, a, b, c)));
        witness.head = bytes32((digest & ~_NUMBER) | ((uint256(head) & _NUMBER) + 1));
        ++acts[kind];
    }

    function _nextPolicy() private returns (bytes32) {
        return keccak256(abi.encode(++_policies));
    }

    /// @dev Most often the agent's last mandate, else any there ever was, in force or over, its own or another's.
    function _mandateFor(uint256 agent, uint256 which) private view returns (Witness storage) {
        if (which % 8 < 5) return _witnesses[_latest[agent]];
        return _witnesses[(which / 8) % _witnesses.length];
    }

    /// @dev Most often the present one, else the one before or one that is nobody's.
    function _policyFor(Witness storage witness, uint256 which) private view returns (bytes32) {
        uint256 choice = (which >> 128) % 6;
        if (choice == 0) return witness.oldPolicy;
        return choice == 1 ? keccak256("other") : witness.policy;
    }

    function _mayAct(Witness storage witness, uint256 agent, bytes32 policy) private view returns (bool) {
        bool paused = block.timestamp < witness.pausedUntil;
        return _present && _isInForce(witness) && !paused && agent == witness.agent && policy == witness.policy;
    }

    function _isInForce(Witness storage witness) private view returns (bool) {
        return !witness.revoked && block.timestamp < witness.validUntil;
    }

    function _agent(uint256 index) private view returns (address) {
        return index == _AGENTS - 1 ? address(_REENTERER) : address(uint160(0xA6E0 + index));
    }
}

/// @notice No sequence of acts, pauses, revocations and votes moves more than the window, or breaks a log.
contract MandatesInvariants is StudioFixture {
    MandatesHandler private _handler;

    function setUp() external {
        _handler = new MandatesHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice What the handler does can succeed, so that the invariants are about something.
    function test_HandlerActs() external {
        uint256 present = 2 << 128;
        _handler.pay(0, 700, present);
        _handler.buy(1, 2, present);
        _handler.act(2, 2, present);
        _handler.act(2, 0, present);
        _handler.act(2, 1, present);
        assertEq(_handler.acts(0), 1, "a payment");
        assertEq(_handler.acts(1), 1, "a purchase");
        assertEq(_handler.acts(2), 1, "a call, and none that acts again from within");
        _handler.replace(0);
        _handler.pay(0, 700, present);
        assertEq(_handler.acts(0), 1, "none of a module that was replaced");
        _handler.replace(0);
        _handler.pay(0, 700, present);
        assertEq(_handler.acts(0), 2, "one more, once it is back");
    }

    /// @notice Each reason for which a mandate does not count comes about, and it counts again where it should.
    function test_HandlerStops() external {
        uint256 present = 2 << 128;
        _handler.changePolicy(0, 0);
        _expectCalls(0, 0, 0, "none under the policy before");
        _expectCalls(0, present, 1, "one under the present one");
        _handler.pause(0, 1 hours + 1, 0, true);
        _expectCalls(0, present, 1, "none while the board pauses");
        _handler.passTo(0, 3);
        _expectCalls(0, present, 1, "none in the last second of it");
        _handler.passTo(0, 1);
        _expectCalls(0, present, 2, "one in the next");
        _handler.revoke(0, 0);
        _expectCalls(0, present, 2, "none after the revocation");
        _handler.grant(0, 1 days);
        _expectCalls(0, present, 3, "one of the next mandate");
        _expectCalls(0, present + 5, 3, "none of the one before");
        _handler.passTo(0, 2);
        _expectCalls(0, present, 4, "one in the last second");
        _handler.passTo(0, 0);
        _expectCalls(0, present, 4, "none at the end");
        assertEq(_handler.mistaken(), 0, "as the witness expects");
    }

    function invariant_MandateWindow() external view {
        _handler.checkWindow();
    }

    function invariant_AccountsOwnNothing() external view {
        _handler.checkAccounts();
    }

    function invariant_LogsUnbroken() external view {
        _handler.checkLogs();
    }

    function invariant_NothingWithoutAMandateInForce() external view {
        assertEq(_handler.mistaken(), 0, "an act without a mandate in force");
    }

    function invariant_MandatesSayWhetherTheyAreInForce() external view {
        _handler.checkLive();
    }

    function _expectCalls(uint256 agent, uint256 which, uint256 count, string memory what) private {
        _handler.act(agent, 2, which);
        assertEq(_handler.acts(2), count, what);
    }
}
