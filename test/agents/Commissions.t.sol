// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    IAssetRegistry,
    Kind,
    LotInput,
    LotStatus,
    Parent,
    RecipeInput,
    Terms,
    VerdictClass
} from "../../contracts/interfaces/IAssetRegistry.sol";
import {
    CommissionInput,
    ICommissions,
    Milestone,
    MilestoneInput,
    MilestoneStatus
} from "../../contracts/interfaces/ICommissions.sol";
import {ICuration} from "../../contracts/interfaces/ICuration.sol";
import {IRoyaltySplitter, Payee} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {SuccessorInput} from "../../contracts/interfaces/IStudioFactory.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {LotId, toLotId, WHOLE_LOT} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {StudioFixture} from "../governance/StudioFixture.sol";

/// @notice Members commission and reclaim, people deliver, the gate judges one way and the other, anybody asks for
/// money in whatever order; a witness knows from what succeeded where every unit is.
contract CommissionsHandler is StudioFixture {
    uint256 public constant PEOPLE = 2;
    uint256 private constant _MOST = 6;

    ICommissions private immutable _COMMISSIONS;
    IAssetRegistry private immutable _REGISTRY;
    IRoyaltySplitter private immutable _SPLITTER;
    TestToken private immutable _TOKEN;
    address private immutable _TIMELOCK;
    address private immutable _GATE;
    bytes32 private immutable _RECIPE;

    bytes32[] private _ids;
    uint64 private _nonce;

    mapping(bytes32 commissionId => uint256 amount) private _inPot;
    mapping(address account => uint256 amount) private _credits;

    /// @notice Rewards paid for lots that were not releasable, or that left twice.
    uint256 public mistaken;

    /// @notice What succeeded: payments, returns of rewards, returns of the rest.
    uint256[3] public done;

    constructor() {
        deployProtocol();
        IStudio studio = createStudio(Preset.Solo, people(1));
        _TIMELOCK = studio.moduleOf(Module.Timelock);
        _GATE = studio.moduleOf(Module.Curation);
        SuccessorInput memory input;
        (input.preset, input.secondsPerTick, input.commissions) = (Preset.Solo, 1, true);
        _COMMISSIONS = ICommissions(factory.createSuccessors(address(studio), input).commissions);
        _REGISTRY = IAssetRegistry(deployer.addressOf(Names.ASSET_REGISTRY));
        _SPLITTER = IRoyaltySplitter(deployer.addressOf(Names.ROYALTY_SPLITTER));
        _TOKEN = new TestToken("Reward", "REW", 0);
        _TOKEN.mint(_TIMELOCK, type(uint128).max);
        vm.startPrank(_TIMELOCK);
        studio.setCommissions(address(_COMMISSIONS));
        _TOKEN.approve(address(_SPLITTER), type(uint256).max);
        for (uint256 i = 0; i < PEOPLE; ++i) {
            ICuration(_GATE).admitProducer(person(i), type(uint32).max);
        }
        _RECIPE = _REGISTRY.registerRecipe(_recipe(), 0, "");
        vm.stopPrank();
    }

    /// @notice Funds a commission with its rewards or a little more or less, and opens it if it can.
    function open(uint256 first, uint256 second, uint256 days_, uint256 extra) external {
        if (_ids.length == _MOST) return;
        CommissionInput memory input;
        (input.token, input.salt) = (address(_TOKEN), bytes32(_ids.length));
        input.milestones = new MilestoneInput[](2);
        uint40 deadline = uint40(block.timestamp + bound(days_, 1, 60) * 1 days);
        input.milestones[0] = MilestoneInput(person(0), uint96(bound(first, 1, 1_000)), deadline, 0, "script");
        input.milestones[1] = MilestoneInput(person(1), uint96(bound(second, 1, 1_000)), deadline, 0, "panels");
        bytes32 id = _COMMISSIONS.commissionIdOf(input);
        uint256 total = uint256(input.milestones[0].reward) + input.milestones[1].reward;
        uint256 amount = total + bound(extra, 0, 50) - 10 * (extra % 8 == 0 ? 1 : 0);
        if (total < 10) amount = total;
        vm.startPrank(_TIMELOCK);
        _SPLITTER.fundPot(address(_COMMISSIONS), id, address(_TOKEN), uint128(amount));
        _inPot[id] += amount;
        _ids.push(id);
        try _COMMISSIONS.open(input) {
            if (amount < total) ++mistaken;
        } catch {
            if (amount >= total) ++mistaken;
        }
        vm.stopPrank();
    }

    function deliver(uint256 commission, uint256 milestone) external {
        if (_ids.length == 0) return;
        milestone %= PEOPLE;
        address producer = person(milestone);
        uint64 nonce = ++_nonce;
        vm.startPrank(producer);
        _REGISTRY.commitLot(LotInput(_RECIPE, nonce, keccak256(abi.encode(nonce)), 1, _GATE, keccak256("manifest")));
        bytes32 id = _ids[commission % _ids.length];
        try _COMMISSIONS.deliver(id, uint8(milestone), toLotId(producer, nonce)) {} catch {}
        vm.stopPrank();
    }

    function judge(uint256 commission, uint256 milestone, bool accepted, uint256 wait) external {
        (bool known, Milestone memory found, ) = _find(commission, milestone);
        if (!known || LotId.unwrap(found.lotId) == 0) return;
        uint40 releasableAt = uint40(block.timestamp + bound(wait, 0, 2 days));
        LotStatus status = accepted ? LotStatus.Accepted : LotStatus.Rejected;
        vm.prank(_GATE);
        try _REGISTRY.setVerdict(found.lotId, status, VerdictClass.Panel, releasableAt) {} catch {}
    }

    function pay(uint256 commission, uint256 milestone) external {
        (bool known, Milestone memory found, bytes32 id) = _find(commission, milestone);
        if (!known) return;
        bool releasable = _REGISTRY.isReleasable(found.lotId.assetAt(WHOLE_LOT));
        try _COMMISSIONS.payMilestone(id, uint8(milestone % PEOPLE)) {
            if (!releasable || found.status != MilestoneStatus.Open) ++mistaken;
            _move(id, found.assignee, found.reward, 0);
        } catch {
            if (releasable && found.status == MilestoneStatus.Open) ++mistaken;
        }
    }

    function giveBack(uint256 commission, uint256 milestone) external {
        (bool known, Milestone memory found, bytes32 id) = _find(commission, milestone);
        if (!known) return;
        bool releasable = _REGISTRY.isReleasable(found.lotId.assetAt(WHOLE_LOT));
        try _COMMISSIONS.returnMilestone(id, uint8(milestone % PEOPLE)) {
            if (releasable || found.status != MilestoneStatus.Open || block.timestamp < found.deadline) ++mistaken;
            _move(id, _TIMELOCK, found.reward, 1);
        } catch {}
    }

    /// @notice Anybody returns what is beyond the rewards, members what was never opened.
    function returnRest(uint256 commission, bool byMembers) external {
        if (_ids.length == 0) return;
        bytes32 id = _ids[commission % _ids.length];
        uint256 rest = _inPot[id] - _waiting(id);
        if (byMembers) vm.prank(_TIMELOCK);
        try _COMMISSIONS.returnRest(id, address(_TOKEN)) {
            _move(id, _TIMELOCK, rest, 2);
        } catch {}
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 20 days));
    }

    /// @notice Every unit is in its pot or in the credit of whom it was credited to.
    function check() external view {
        for (uint256 i = 0; i < _ids.length; ++i) {
            uint256 pot = _SPLITTER.potOf(address(_COMMISSIONS), _ids[i], address(_TOKEN));
            assertEq(pot, _inPot[_ids[i]], "what is in a pot");
            assertLe(_waiting(_ids[i]), pot, "a reward that is not there");
        }
        assertEq(_SPLITTER.creditOf(_TIMELOCK, address(_TOKEN)), _credits[_TIMELOCK], "what went back");
        for (uint256 i = 0; i < PEOPLE; ++i) {
            assertEq(_SPLITTER.creditOf(person(i), address(_TOKEN)), _credits[person(i)], "what was earned");
        }
    }

    function person(uint256 index) public pure returns (address) {
        return address(uint160(0xA551 + index));
    }

    function _move(bytes32 id, address to, uint256 amount, uint256 kind) private {
        _inPot[id] -= amount;
        _credits[to] += amount;
        ++done[kind];
    }

    /// @dev Rewards that neither were paid nor went back.
    function _waiting(bytes32 id) private view returns (uint256 sum) {
        (, , Milestone[] memory milestones) = _COMMISSIONS.commissionOf(id);
        for (uint256 i = 0; i < milestones.length; ++i) {
            if (milestones[i].status == MilestoneStatus.Open) sum += milestones[i].reward;
        }
    }

    function _find(
        uint256 commission,
        uint256 milestone
    ) private view returns (bool known, Milestone memory found, bytes32 id) {
        if (_ids.length == 0) return (false, found, 0);
        id = _ids[commission % _ids.length];
        (, , Milestone[] memory milestones) = _COMMISSIONS.commissionOf(id);
        known = milestones.length != 0;
        if (known) found = milestones[milestone % PEOPLE];
    }

    function _recipe() private view returns (RecipeInput memory input) {
        (input.licensor, input.kind, input.commitment) = (_TIMELOCK, Kind.Work, keccak256("work"));
        input.parents = new Parent[](0);
        input.split = new Payee[](1);
        input.split[0] = Payee({account: _TIMELOCK, weight: 1_000_000, roles: 1});
        input.terms = Terms({derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0});
    }
}

/// @notice No reward is lost, doubled, paid for what is not releasable, or taken out of turn.
contract CommissionsInvariants is StudioFixture {
    CommissionsHandler private _handler;

    function setUp() external {
        _handler = new CommissionsHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice What the handler does can succeed, so that the invariants are about something.
    function test_HandlerActs() external {
        _handler.open(300, 500, 10, 41);
        _handler.deliver(0, 0);
        _handler.judge(0, 0, true, 0);
        _handler.pass(1);
        _handler.pay(0, 0);
        _handler.pay(0, 0);
        _handler.pass(20 days);
        _handler.giveBack(0, 1);
        _handler.giveBack(0, 1);
        _handler.returnRest(0, false);
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(_handler.done(i), 1, "once each");
        }
        _handler.check();
        assertEq(_handler.mistaken(), 0, "a mistake");
    }

    function invariant_CommissionConservation() external view {
        _handler.check();
    }

    function invariant_PaidForReleasableLotsOnly() external view {
        assertEq(_handler.mistaken(), 0, "against the rules");
    }
}
