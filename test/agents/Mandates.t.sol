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

/// @notice Agents pay, buy and call what they can, one of them out of its own call; members pause, revoke, replace, and
/// change the cap of the window; a witness writes it all down.
contract MandatesHandler is StudioFixture {
    uint256 private constant _AGENTS = 3;
    uint256 private constant _LENGTH = 7 days;
    uint96 private constant _PRICE = 700;
    bytes32 private constant _POLICY = keccak256("policy");
    address private constant _PAYEE = address(0xBEEF);
    address private constant _LICENSOR = address(0xA11CE);
    address private constant _SPONSOR = address(0x5905);
    uint256 private constant _NUMBER = type(uint40).max;

    struct Payment {
        uint256 time;
        uint256 amount;
        uint256 cap;
    }

    IStudio private immutable _STUDIO;
    IAgentMandates private immutable _MANDATES;
    ILicenseMarket private immutable _MARKET;
    TestToken private immutable _TOKEN;
    Reenterer private immutable _REENTERER;
    address private immutable _TREASURY;
    bytes32 private _offerId;
    AssetId private _asset;
    uint96 private _cap = 10_000;
    uint256 private _salt;
    bool private _present = true;
    bytes32[_AGENTS] private _ids;
    bytes32[_AGENTS] private _heads;
    Payment[] private _payments;
    uint256 private _paid;

    /// @notice Acts that were not refused although the mandate was not in force.
    uint256 public forbidden;

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
        _MANDATES = IAgentMandates(_STUDIO.moduleOf(Module.Mandates));
        _MARKET = ILicenseMarket(deployer.addressOf(Names.LICENSE_MARKET));
        _TOKEN = new TestToken("Budget", "BUD", 0);
        _REENTERER = new Reenterer();
        _TOKEN.mint(_TREASURY, type(uint128).max);
        _publish();
        _setWindow();
        for (uint256 i = 0; i < _AGENTS; ++i) {
            _grant(i);
        }
    }

    function pay(uint256 agent, uint256 amount, uint256 wrong) external {
        agent %= _AGENTS;
        amount = bound(amount, 0, 3_500);
        bytes32 policy = wrong % 8 == 0 ? keccak256("other") : _POLICY;
        uint256 before = _TOKEN.balanceOf(_PAYEE);
        bool live = _isLive(agent);
        vm.prank(_agent(agent));
        try _MANDATES.pay(_ids[agent], policy, _PAYEE, amount, bytes32(wrong)) {
            if (!live || policy != _POLICY) ++forbidden;
            _witness(agent, 0, bytes32(uint256(uint160(_PAYEE))), amount, bytes32(wrong));
            assertEq(_TOKEN.balanceOf(_PAYEE), before + amount, "what was paid arrived");
        } catch {
            assertEq(_TOKEN.balanceOf(_PAYEE), before, "what was refused did not");
        }
        _approve();
    }

    function buy(uint256 agent, uint256 seats) external {
        agent %= _AGENTS;
        seats = bound(seats, 0, 4);
        Purchase memory purchase;
        (purchase.offerId, purchase.assetId, purchase.licensee) = (_offerId, _asset, _TREASURY);
        (purchase.maxTotal, purchase.deadline) = (type(uint96).max, PERPETUAL);
        (purchase.seats, purchase.salt) = (uint32(seats), bytes32(++_salt));
        bool live = _isLive(agent);
        uint256 before = _TOKEN.balanceOf(_TREASURY);
        vm.prank(_agent(agent));
        try _MANDATES.buy(_ids[agent], _POLICY, purchase) returns (bytes32 purchaseId) {
            if (!live) ++forbidden;
            uint256 price = uint256(_PRICE) * (seats == 0 ? 1 : seats);
            _witness(agent, 1, purchaseId, price, _offerId);
            assertEq(_TOKEN.balanceOf(_TREASURY), before - price, "the price and nothing else");
        } catch {
            assertEq(_TOKEN.balanceOf(_TREASURY), before, "nothing is spent on what was refused");
        }
        _approve();
    }

    /// @notice The last agent is the contract that it calls, and acts again from within.
    function act(uint256 agent, uint256 how) external {
        agent %= _AGENTS;
        bytes32 id = _ids[agent];
        bytes memory inner = abi.encodeCall(IAgentMandates.pay, (id, _POLICY, _PAYEE, 1, 0));
        if (how % 3 == 0)
            inner = abi.encodeCall(IAgentMandates.call, (id, _POLICY, address(_REENTERER), hex"12345678"));
        bool again = how % 3 != 2;
        _REENTERER.arm(address(_MANDATES), again ? inner : abi.encodeCall(IAgentMandates.mandateIdOf, (address(1))));
        bool live = _isLive(agent);
        uint256 before = _TOKEN.balanceOf(_TREASURY);
        vm.prank(_agent(agent));
        try _MANDATES.call(id, _POLICY, address(_REENTERER), hex"12345678") {
            if (!live || again) ++forbidden;
            _log(agent, 2, bytes32(uint256(uint160(address(_REENTERER)))), keccak256(hex"12345678"), hex"12345678");
        } catch {}
        assertEq(_TOKEN.balanceOf(_TREASURY), before, "a call spends nothing");
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 2 days));
    }

    function pause(uint256 agent, uint256 time) external {
        vm.prank(_TREASURY);
        try _MANDATES.pause(_ids[agent % _AGENTS], uint48(block.timestamp + bound(time, 0, 1 days))) {} catch {}
    }

    function renew(uint256 agent) external {
        if (!_present) return;
        agent %= _AGENTS;
        vm.prank(_TREASURY);
        try _MANDATES.revoke(_ids[agent]) {} catch {}
        assertTrue(!_MANDATES.isLive(_ids[agent]), "revoked in the same block");
        _grant(agent);
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
        for (uint256 i = 0; i < _AGENTS; ++i) {
            assertEq(uint256(_MANDATES.headOf(_ids[i])), uint256(_heads[i]), "a broken log");
        }
    }

    /// @notice Between two transactions an account holds nothing and has approved nobody.
    function checkAccounts() external view {
        address splitter = deployer.addressOf(Names.ROYALTY_SPLITTER);
        for (uint256 i = 0; i < _AGENTS; ++i) {
            address account = _MANDATES.mandateOf(_ids[i]).account;
            assertEq(_TOKEN.balanceOf(account) + _TOKEN.allowance(account, splitter), 0, "an account with means");
        }
    }

    function _grant(uint256 agent) private {
        MandateInput memory input;
        (input.agent, input.policyHash, input.token) = (_agent(agent), _POLICY, address(_TOKEN));
        input.sponsor = _SPONSOR;
        input.limits = SpendingLimits({perTransaction: 3_000, perPeriod: 6_000, period: 1 days});
        input.lifetime = 1_000_000;
        input.validUntil = uint40(block.timestamp + 60 days);
        input.reviewAt = input.validUntil;
        input.payees = new address[](2);
        (input.payees[0], input.payees[1]) = (_PAYEE, _LICENSOR);
        input.calls = new CallRule[](1);
        input.calls[0] = CallRule({target: address(_REENTERER), selector: 0x12345678});
        // what it asks while it is listed, it gets from the reenterer, which must not fail then
        _REENTERER.arm(address(_MANDATES), abi.encodeCall(IAgentMandates.mandateIdOf, (address(1))));
        bytes32 terms = _MANDATES.hashTerms(input);
        vm.prank(_agent(agent));
        _MANDATES.consent(terms);
        vm.prank(_TREASURY);
        _ids[agent] = _MANDATES.grant(input);
        _heads[agent] = bytes32(uint256(_ids[agent]) & ~_NUMBER);
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

    function _witness(uint256 agent, uint8 kind, bytes32 a, uint256 amount, bytes32 c) private {
        _log(agent, kind, a, bytes32(amount), c);
        _payments.push(Payment(block.timestamp, amount, _cap));
        _paid += amount;
    }

    function _log(uint256 agent, uint8 kind, bytes32 a, bytes32 b, bytes32 c) private {
        bytes32 head = _heads[agent];
        uint256 digest = uint256(keccak256(abi.encode(head, _POLICY, kind, a, b, c)));
        _heads[agent] = bytes32((digest & ~_NUMBER) | ((uint256(head) & _NUMBER) + 1));
        ++acts[kind];
    }

    function _isLive(uint256 agent) private view returns (bool) {
        return _present && _MANDATES.isLive(_ids[agent]);
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
        _handler.pay(0, 700, 1);
        _handler.buy(1, 2);
        _handler.act(2, 2);
        _handler.act(2, 0);
        _handler.act(2, 1);
        assertEq(_handler.acts(0), 1, "a payment");
        assertEq(_handler.acts(1), 1, "a purchase");
        assertEq(_handler.acts(2), 1, "a call, and none that acts again from within");
        _handler.replace(0);
        _handler.pay(0, 700, 1);
        assertEq(_handler.acts(0), 1, "none of a module that was replaced");
        _handler.replace(0);
        _handler.pay(0, 700, 1);
        assertEq(_handler.acts(0), 2, "one more, once it is back");
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
        assertEq(_handler.forbidden(), 0, "an act without a mandate in force");
    }
}
