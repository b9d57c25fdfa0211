// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {CallRule, IAgentMandates, MandateInput, SpendingLimits} from "../../contracts/interfaces/IAgentMandates.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {StudioFixture} from "../governance/StudioFixture.sol";

/// @notice Agents pay what they can, members pause, revoke, review and move the window; a witness writes it all down.
contract MandatesHandler is StudioFixture {
    uint256 private constant _AGENTS = 3;
    uint256 private constant _LENGTH = 7 days;
    uint96 private constant _CAP = 10_000;
    bytes32 private constant _POLICY = keccak256("policy");
    address private constant _PAYEE = address(0xBEEF);
    uint256 private constant _NUMBER = type(uint40).max;

    struct Payment {
        uint256 time;
        uint256 amount;
    }

    IAgentMandates private immutable _MANDATES;
    TestToken private immutable _TOKEN;
    address private immutable _TREASURY;
    bytes32[_AGENTS] private _ids;
    bytes32[_AGENTS] private _heads;
    Payment[] private _payments;
    uint256 private _paid;

    /// @notice Acts that were not refused although the mandate was not in force.
    uint256 public forbidden;

    constructor() {
        deployProtocol();
        IStudio studio = createStudio(Preset.Solo, people(1));
        _TREASURY = studio.moduleOf(Module.Timelock);
        address implementation = create(abi.encodePacked(vm.getCode("AgentMandates"), abi.encode(address(deployer))));
        _MANDATES = IAgentMandates(_clone(implementation, abi.encodePacked(studio, uint8(0), uint48(1), _TREASURY)));
        _TOKEN = new TestToken("Budget", "BUD", 0);
        _TOKEN.mint(_TREASURY, type(uint128).max);
        vm.startPrank(_TREASURY);
        studio.setMandates(address(_MANDATES), new address[](0));
        _TOKEN.approve(address(_MANDATES), 2 * _CAP);
        _MANDATES.setWindow(address(_TOKEN), _CAP, uint32(_LENGTH));
        vm.stopPrank();
        for (uint256 i = 0; i < _AGENTS; ++i) {
            _grant(i);
        }
    }

    function pay(uint256 agent, uint256 amount, uint256 wrong) external {
        agent %= _AGENTS;
        amount = bound(amount, 0, 3_500);
        bytes32 id = _ids[agent];
        bytes32 policy = wrong % 8 == 0 ? keccak256("other") : _POLICY;
        bool live = _MANDATES.isLive(id);
        uint256 before = _TOKEN.balanceOf(_PAYEE);
        vm.prank(_agent(agent));
        try _MANDATES.pay(id, policy, _PAYEE, amount, bytes32(wrong)) {
            if (!live || policy != _POLICY) ++forbidden;
            _heads[agent] = _next(_heads[agent], amount, bytes32(wrong));
            _payments.push(Payment(block.timestamp, amount));
            _paid += amount;
            assertEq(_TOKEN.balanceOf(_PAYEE), before + amount, "what was paid arrived");
        } catch {
            assertEq(_TOKEN.balanceOf(_PAYEE), before, "what was refused did not");
        }
        _approve();
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 2 days));
    }

    function pause(uint256 agent, uint256 time) external {
        vm.prank(_TREASURY);
        try _MANDATES.pause(_ids[agent % _AGENTS], uint48(block.timestamp + bound(time, 0, 1 days))) {} catch {}
    }

    function renew(uint256 agent) external {
        agent %= _AGENTS;
        vm.prank(_TREASURY);
        try _MANDATES.revoke(_ids[agent]) {} catch {}
        assertTrue(!_MANDATES.isLive(_ids[agent]), "revoked in the same block");
        _grant(agent);
    }

    function resetWindow() external {
        vm.prank(_TREASURY);
        _MANDATES.setWindow(address(_TOKEN), _CAP, uint32(_LENGTH));
    }

    /// @notice In no span of the window's length more than its cap: it is enough to look at spans that end with a
    /// payment.
    function checkWindow() external view {
        for (uint256 last = 0; last < _payments.length; ++last) {
            uint256 sum;
            for (uint256 i = last + 1; i > 0; --i) {
                if (_payments[i - 1].time + _LENGTH <= _payments[last].time) break;
                sum += _payments[i - 1].amount;
            }
            assertLe(sum, _CAP, "more than the window");
        }
        assertEq(_TOKEN.balanceOf(_TREASURY) + _paid, type(uint128).max, "nothing moved but payments");
    }

    function checkLogs() external view {
        for (uint256 i = 0; i < _AGENTS; ++i) {
            assertEq(uint256(_MANDATES.headOf(_ids[i])), uint256(_heads[i]), "a broken log");
        }
    }

    function _grant(uint256 agent) private {
        MandateInput memory input;
        (input.agent, input.policyHash, input.token) = (_agent(agent), _POLICY, address(_TOKEN));
        input.limits = SpendingLimits({perTransaction: 3_000, perPeriod: 6_000, period: 1 days});
        input.lifetime = 1_000_000;
        input.validUntil = uint40(block.timestamp + 60 days);
        input.reviewAt = input.validUntil;
        input.payees = new address[](1);
        input.payees[0] = _PAYEE;
        input.calls = new CallRule[](0);
        vm.prank(_TREASURY);
        _ids[agent] = _MANDATES.grant(input);
        _heads[agent] = bytes32(uint256(_ids[agent]) & ~_NUMBER);
    }

    /// @dev Members top the allowance up to its bound again and again.
    function _approve() private {
        vm.prank(_TREASURY);
        _TOKEN.approve(address(_MANDATES), 2 * _CAP);
    }

    function _clone(address implementation, bytes memory arguments) private returns (address) {
        bytes memory proxy = abi.encodePacked(
            hex"363d3d373d3d3d363d73",
            implementation,
            hex"5af43d82803e903d91602b57fd5bf3",
            arguments
        );
        return create(abi.encodePacked(hex"61", uint16(proxy.length), hex"80600a3d393df3", proxy));
    }

    function _next(bytes32 head, uint256 amount, bytes32 purpose) private pure returns (bytes32) {
        bytes32 payee = bytes32(uint256(uint160(_PAYEE)));
        uint256 digest = uint256(keccak256(abi.encode(head, _POLICY, uint8(0), payee, bytes32(amount), purpose)));
        return bytes32((digest & ~_NUMBER) | ((uint256(head) & _NUMBER) + 1));
    }

    function _agent(uint256 index) private pure returns (address) {
        return address(uint160(0xA6E0 + index));
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

    function invariant_MandateWindow() external view {
        _handler.checkWindow();
    }

    function invariant_LogsUnbroken() external view {
        _handler.checkLogs();
    }

    function invariant_NothingWithoutAMandateInForce() external view {
        assertEq(_handler.forbidden(), 0, "an act without a mandate in force");
    }
}
