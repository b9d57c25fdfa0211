// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    CallRule,
    IAgentMandates,
    MandateInput,
    MandateQuota,
    SpendingLimits
} from "../../contracts/interfaces/IAgentMandates.sol";
import {LotInput} from "../../contracts/interfaces/IAssetRegistry.sol";
import {Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {PanelFixture} from "../curation/PanelFixture.sol";

/// @notice Agents of a house commit what they like, and members grant, pause, review, revoke, release and replace; a
/// witness knows from what was voted alone whether the registry has to take a lot.
contract QuotasHandler is PanelFixture {
    uint256 private constant _AGENTS = 3;

    /// @dev What the witness knows of an agent. What was used outlasts a mandate.
    struct Witness {
        bytes32 id;
        bool bound;
        bool revoked;
        uint256 quota;
        uint256 pausedUntil;
        uint256 reviewAt;
        uint256 validUntil;
        uint64 version;
        uint64 next;
        uint256 day;
        uint256 used;
        uint256 policies;
    }

    IAgentMandates private immutable _MANDATES;
    address private immutable _TIMELOCK;
    address private immutable _BOARD;
    Witness[_AGENTS] private _witnesses;
    bool private _present = true;

    /// @notice Lots that were taken although they should not have been, or the other way round.
    uint256 public mistaken;

    constructor() {
        address[] memory seats = new address[](5);
        for (uint256 i = 0; i < 5; ++i) {
            seats[i] = address(uint160(0x5EA7 + i));
        }
        openPanel(Preset.House, seats);
        _MANDATES = IAgentMandates(studio.moduleOf(Module.Mandates));
        _TIMELOCK = studio.moduleOf(Module.Timelock);
        _BOARD = studio.moduleOf(Module.Board);
        // one of them was a producer before, with a quota that its mandate takes away
        vm.prank(_TIMELOCK);
        curation.admitProducer(_agent(0), type(uint32).max);
        for (uint256 i = 0; i < _AGENTS; ++i) {
            _grant(i, 1_000);
            commit(i, 1, 0, 1);
            assertEq(_witnesses[i].used, 1, "a mandate that lets a lot in");
        }
    }

    function commit(uint256 agent, uint256 count, uint256 skipped, uint256 wrong) public {
        agent %= _AGENTS;
        count = bound(count, 1, 1_200);
        Witness storage witness = _witnesses[agent];
        uint64 number = witness.next + uint64(skipped % 3);
        uint64 nonce = (witness.version << 32) + number;
        bool echoes = wrong % 6 != 0;
        if (!echoes) nonce = _wrongNonce(witness, wrong / 6);
        bool expected = echoes && _mayCommit(witness, count);
        LotInput memory lot = lotOf(nonce, uint32(count));
        vm.prank(_agent(agent));
        try registry.commitLot(lot) {
            if (!expected) ++mistaken;
            (witness.next, witness.used) = (number + 1, _usedToday(witness) + count);
            witness.day = block.timestamp / 1 days;
        } catch {
            if (expected) ++mistaken;
        }
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 30 hours));
        curation.refreshCurators(people(CURATORS));
    }

    function pause(uint256 agent, uint256 time, bool byBoard) external {
        Witness storage witness = _witnesses[agent % _AGENTS];
        uint256 until = block.timestamp + bound(time, 0, 1 days);
        vm.prank(byBoard ? _BOARD : _TIMELOCK);
        try _MANDATES.pause(witness.id, uint48(until)) {
            witness.pausedUntil = until > witness.validUntil ? witness.validUntil : until;
        } catch {}
    }

    function review(uint256 agent, uint256 quota, uint256 time) external {
        Witness storage witness = _witnesses[agent % _AGENTS];
        (quota, time) = (bound(quota, 0, 3_000), block.timestamp + bound(time, 1, 10 days));
        vm.prank(_TIMELOCK);
        try _MANDATES.review(witness.id, uint40(time), uint24(quota), SpendingLimits(0, 0, 0)) {
            (witness.quota, witness.reviewAt) = (quota, time);
        } catch {}
    }

    function changePolicy(uint256 agent) external {
        Witness storage witness = _witnesses[agent % _AGENTS];
        vm.prank(_TIMELOCK);
        try _MANDATES.changePolicy(witness.id, keccak256(abi.encode(++witness.policies))) {
            ++witness.version;
        } catch {}
    }

    function revoke(uint256 agent) external {
        Witness storage witness = _witnesses[agent % _AGENTS];
        vm.prank(_TIMELOCK);
        try _MANDATES.revoke(witness.id) {
            witness.revoked = true;
        } catch {}
    }

    function grant(uint256 agent, uint256 quota) external {
        _grant(agent % _AGENTS, bound(quota, 0, 3_000));
    }

    /// @notice Members let an agent go; whoever likes takes it back as long as its mandate is in force.
    function release(uint256 agent, bool back) external {
        Witness storage witness = _witnesses[agent % _AGENTS];
        vm.prank(_TIMELOCK);
        curation.bindProducer(_agent(agent % _AGENTS), false);
        witness.bound = false;
        if (!back) return;
        try _MANDATES.follow(witness.id) {
            witness.bound = true;
        } catch {}
    }

    /// @notice Nobody admits an agent as if it were a person.
    function admit(uint256 agent) external {
        Witness storage witness = _witnesses[agent % _AGENTS];
        if (!witness.bound) return;
        vm.prank(_TIMELOCK);
        try curation.admitProducer(_agent(agent % _AGENTS), 5_000) {
            ++mistaken;
        } catch {}
    }

    function replaceMandates(bool back) external {
        vm.prank(_TIMELOCK);
        studio.setMandates(back ? address(_MANDATES) : address(0), new address[](0));
        _present = back;
    }

    /// @notice What the chain remembers of today is what the witness saw.
    function checkUses() external view {
        for (uint256 i = 0; i < _AGENTS; ++i) {
            Witness storage witness = _witnesses[i];
            MandateQuota memory quota = _MANDATES.quotaOf(address(curation), _agent(i));
            assertEq(quota.used, witness.used, "assets of the last day");
            assertEq(quota.day, witness.day, "the last day");
            assertEq(quota.next, witness.next, "number of the next lot");
            assertEq(quota.policyVersion, witness.version, "version of the policy");
            bool isBound = curation.producerOf(_agent(i)).bound;
            assertTrue(isBound == witness.bound, "who is an agent");
        }
    }

    function _grant(uint256 agent, uint256 quota) private {
        Witness storage witness = _witnesses[agent];
        MandateInput memory input;
        (input.agent, input.sponsor) = (_agent(agent), people(1)[0]);
        input.policyHash = keccak256(abi.encode(++witness.policies));
        (input.quota, input.validUntil) = (uint24(quota), uint40(block.timestamp + 20 days));
        input.reviewAt = uint40(block.timestamp + 8 days);
        (input.payees, input.calls) = (new address[](0), new CallRule[](0));
        bytes32 terms = _MANDATES.hashTerms(input);
        vm.prank(_agent(agent));
        _MANDATES.consent(terms);
        vm.prank(_TIMELOCK);
        try _MANDATES.grant(input) returns (bytes32 id) {
            (witness.id, witness.bound, witness.revoked) = (id, true, false);
            (witness.quota, witness.pausedUntil) = (quota, 0);
            (witness.reviewAt, witness.validUntil) = (input.reviewAt, input.validUntil);
            ++witness.version;
        } catch {}
    }

    function _mayCommit(Witness storage witness, uint256 count) private view returns (bool) {
        bool inForce = _present && witness.bound && !witness.revoked;
        bool inTime = block.timestamp >= witness.pausedUntil && block.timestamp < witness.reviewAt;
        return inForce && inTime && _usedToday(witness) + count <= witness.quota;
    }

    function _usedToday(Witness storage witness) private view returns (uint256) {
        return witness.day == block.timestamp / 1 days ? witness.used : 0;
    }

    /// @dev Of another policy, or a number that is over.
    function _wrongNonce(Witness storage witness, uint256 choice) private view returns (uint64) {
        uint64 first = witness.version << 32;
        if (choice % 3 == 0) return first + (1 << 32) + witness.next;
        if (choice % 3 == 1) return first - (1 << 32) + witness.next;
        return first + witness.next - 1;
    }

    function _agent(uint256 index) private pure returns (address) {
        return address(uint160(0xA6E0 + index));
    }
}

/// @notice No sequence of commits, votes and pauses takes a lot that no mandate allows, or refuses one that some does.
contract QuotasInvariants is PanelFixture {
    QuotasHandler private _handler;

    function setUp() external {
        _handler = new QuotasHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function invariant_LotsOfAgentsNeedMandates() external view {
        assertEq(_handler.mistaken(), 0, "a lot against what was voted");
    }

    function invariant_QuotasAreCounted() external view {
        _handler.checkUses();
    }
}
