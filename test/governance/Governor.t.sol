// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {StudioGovernor} from "../../contracts/governance/StudioGovernor.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {ClockMode, StudioConfig} from "../../contracts/interfaces/IStudioFactory.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice Uses the governor of a studio with a board at random: members who propose, vote, delegate and earn, a board
/// that vetoes, strangers who try what they must not.
contract GovernorHandler is StudioFixture {
    /// @dev A proposal as this handler expects it to be.
    struct Expected {
        uint256 id;
        address[] targets;
        uint256[] values;
        bytes[] calldatas;
        bytes32 descriptionHash;
        address proposer;
        uint256 snapshot;
        uint256 deadline;
        bool extended;
        bool isOverride;
        uint256[3] votes; // against, for, abstain
        IGovernor.ProposalState state;
    }

    uint256 private constant _MEMBERS = 7;
    uint256 private constant _MOST = 6;
    uint256 private constant _YEAR = 365 days;

    StudioGovernor public governor;
    ReputationToken public token;
    IStudio public studio;
    address public timelock;
    address public board;

    /// @notice How often what ended how, so that nobody mistakes silence for success.
    uint256[8] public ended;

    Expected[] private _proposals;
    mapping(bytes32 actionsHash => uint256 time) private _vetoes;
    uint256 private _texts;

    uint256[4] private _steps = [0, 6 hours, 25 hours, 5 days];

    constructor(ClockMode clockMode) {
        deployProtocol();
        StudioConfig memory config;
        (config.name, config.symbol) = ("Atelier", "A");
        (config.preset, config.clockMode) = (Preset.Collective, clockMode);
        config.secondsPerTick = clockMode == ClockMode.Timestamp ? 1 : 12;
        (config.founders, config.seats) = (people(5), people(5));
        config.charter = keccak256("charter");
        studio = IStudio(factory.createStudio(config));
        governor = governorOf(studio);
        token = reputationOf(studio);
        timelock = address(timelockOf(studio));
        board = studio.moduleOf(Module.Board);
        _pass(1 days);
    }

    /// @notice Number of proposals so far.
    function count() external view returns (uint256) {
        return _proposals.length;
    }

    /// @notice One of them.
    function proposalAt(uint256 i) external view returns (Expected memory) {
        return _proposals[i];
    }

    /// @notice A new text for new actions, or for those of an earlier proposal.
    function propose(uint256 actor, uint256 seed, bool again) external {
        if (_proposals.length == _MOST) return;
        Expected memory proposal;
        if (again && _proposals.length != 0) {
            Expected storage earlier = _proposals[seed % _proposals.length];
            (proposal.targets, proposal.calldatas) = (earlier.targets, earlier.calldatas);
        } else {
            (proposal.targets, proposal.calldatas) = _actions(seed);
        }
        proposal.values = new uint256[](1);
        string memory text = string(abi.encodePacked("# ", bytes32(++_texts)));
        proposal.descriptionHash = keccak256(bytes(text));
        proposal.proposer = _member(actor);
        proposal.isOverride = _isVetoed(proposal);

        uint256 votes = governor.getVotes(proposal.proposer, governor.clock() - 1);
        bool entitled = votes >= governor.proposalThreshold();
        vm.prank(proposal.proposer);
        try governor.propose(proposal.targets, proposal.values, proposal.calldatas, text) returns (uint256 id) {
            assertTrue(entitled, "proposed below the threshold");
            proposal.id = id;
        } catch {
            assertTrue(!entitled, "not proposed");
            return;
        }
        proposal.snapshot = governor.clock() + governor.votingDelay();
        proposal.deadline = proposal.snapshot + governor.votingPeriod();
        _proposals.push(proposal);
        vm.prank(proposal.proposer);
        try governor.propose(proposal.targets, proposal.values, proposal.calldatas, text) {
            revert AssertionFailed("proposed twice", proposal.id, 0);
        } catch {}
        _observe();
    }

    /// @notice One member votes if that is possible now, and is refused else.
    function vote(uint256 actor, uint256 i, uint256 support) external {
        if (_proposals.length == 0) return;
        _vote(_proposals[i % _proposals.length], _member(actor), uint8(bound(support, 0, 2)));
        _observe();
    }

    /// @notice Takes a proposal one step on, so that many come to their end, and lets the time for it pass.
    function carry(uint256 i, uint256 seed) external {
        if (_proposals.length == 0) return;
        i %= _proposals.length;
        IGovernor.ProposalState state = governor.state(_proposals[i].id);
        if (state == IGovernor.ProposalState.Pending) _pass(25 hours);
        if (state == IGovernor.ProposalState.Active) {
            _campaign(i, seed);
            _pass(6 days);
        }
        if (state == IGovernor.ProposalState.Succeeded) _queue(i);
        if (state == IGovernor.ProposalState.Queued) {
            _pass(2 days);
            _execute(i);
        }
        _observe();
    }

    /// @dev Every member votes, most of them for it.
    function _campaign(uint256 i, uint256 seed) private {
        for (uint256 actor = 0; actor < _MEMBERS; ++actor) {
            uint256 kind = (seed >> (8 * actor)) % 6;
            _vote(_proposals[i % _proposals.length], _member(actor), kind < 2 ? uint8(2 * kind) : 1);
        }
    }

    /// @notice Delegates to a member or to nobody.
    function delegate(uint256 from, uint256 to) external {
        vm.prank(_member(from));
        token.delegate(to % (_MEMBERS + 1) == _MEMBERS ? address(0) : _member(to));
        _observe();
    }

    /// @notice Grants some of what may be granted.
    function grant(uint256 actor, uint256 amount) external {
        uint256 most = token.grantable();
        if (most == 0) return;
        vm.prank(timelock);
        token.mint(_member(actor), bound(amount, 1, most), 0, 0);
        _observe();
    }

    /// @notice Time passes.
    function wait(uint256 time) external {
        _pass(_steps[time % 4] + bound(time, 1, 1 hours));
        _observe();
    }

    /// @notice Queues what succeeded, and nothing else.
    function queue(uint256 i) external {
        if (_proposals.length == 0) return;
        _queue(i);
        _observe();
    }

    function _queue(uint256 i) private {
        Expected memory proposal = _proposals[i % _proposals.length];
        bool possible = governor.state(proposal.id) == IGovernor.ProposalState.Succeeded;
        try governor.queue(proposal.targets, proposal.values, proposal.calldatas, proposal.descriptionHash) {
            assertTrue(possible, "queued");
            assertLe(proposal.deadline + 1, governor.clock(), "queued before the deadline");
        } catch {
            assertTrue(!possible, "not queued");
        }
    }

    /// @notice Executes what is queued and ready; what it does may still be refused.
    function execute(uint256 i) external {
        if (_proposals.length == 0) return;
        _execute(i);
        _observe();
    }

    function _execute(uint256 i) private {
        Expected memory proposal = _proposals[i % _proposals.length];
        bool queued = governor.state(proposal.id) == IGovernor.ProposalState.Queued;
        bool ready = queued && governor.proposalEta(proposal.id) <= block.timestamp;
        try governor.execute(proposal.targets, proposal.values, proposal.calldatas, proposal.descriptionHash) {
            assertTrue(ready, "executed what was not ready");
            assertTrue(_carried(proposal), "executed what was not carried");
            assertTrue(proposal.isOverride || !_isVetoed(proposal), "executed what was vetoed");
        } catch {}
    }

    /// @dev Whether the same actions were vetoed within a year.
    function _isVetoed(Expected memory proposal) private view returns (bool) {
        uint256 vetoed = _vetoes[keccak256(abi.encode(proposal.targets, proposal.values, proposal.calldatas))];
        return vetoed != 0 && block.timestamp < vetoed + _YEAR;
    }

    /// @notice A proposer takes back what is pending; nobody else cancels.
    function takeBack(uint256 actor, uint256 i) external {
        if (_proposals.length == 0) return;
        Expected memory proposal = _proposals[i % _proposals.length];
        address member = _member(actor);
        bool possible = member == proposal.proposer && governor.state(proposal.id) == IGovernor.ProposalState.Pending;
        vm.prank(member);
        try governor.cancel(proposal.targets, proposal.values, proposal.calldatas, proposal.descriptionHash) {
            assertTrue(possible, "canceled");
        } catch {
            assertTrue(!possible, "not canceled");
        }
        _observe();
    }

    /// @notice The board vetoes what is not over and is no override.
    function veto(uint256 i) external {
        if (_proposals.length == 0) return;
        Expected memory proposal = _proposals[i % _proposals.length];
        IGovernor.ProposalState state = governor.state(proposal.id);
        bool possible =
            !proposal.isOverride &&
                state != IGovernor.ProposalState.Canceled &&
                state != IGovernor.ProposalState.Executed;
        vm.prank(board);
        try governor.cancel(proposal.targets, proposal.values, proposal.calldatas, proposal.descriptionHash) {
            assertTrue(possible, "vetoed");
            _vetoes[keccak256(abi.encode(proposal.targets, proposal.values, proposal.calldatas))] = block.timestamp;
        } catch {
            assertTrue(!possible, "not vetoed");
        }
        _observe();
    }

    /// @notice Neither a member nor the bare timelock changes a parameter or relays a call.
    function usurp(uint256 actor, uint256 which) external {
        address[3] memory usurpers = [_member(actor), timelock, board];
        bytes[5] memory calls = [
            abi.encodeCall(governor.setVoteCap, (1_000_000)),
            abi.encodeCall(governor.setVotingDelay, (60)),
            abi.encodeCall(governor.updateQuorumNumerator, (1)),
            abi.encodeCall(governor.setLateQuorumVoteExtension, (0)),
            abi.encodeCall(governor.relay, (address(token), 0, ""))
        ];
        vm.prank(usurpers[actor % 3]);
        (bool done, ) = address(governor).call(calls[which % 5]);
        assertTrue(!done, "obeyed");
        _observe();
    }

    function _vote(Expected storage proposal, address member, uint8 kind) private {
        uint256 id = proposal.id;
        bool possible = governor.state(id) == IGovernor.ProposalState.Active && !governor.hasVoted(id, member);
        vm.prank(member);
        try governor.castVote(id, kind) returns (uint256 weight) {
            assertTrue(possible, "voted twice, too early or too late");
            assertEq(weight, _weightOf(member, proposal.snapshot), "weight");
            assertLe(weight, governor.proposalVoteCap(id), "weight above the cap");
            proposal.votes[kind] += weight;
        } catch {
            assertTrue(!possible, "not voted");
        }
        uint256 deadline = governor.proposalDeadline(id);
        if (deadline == proposal.deadline) return;
        assertTrue(!proposal.extended && kind != 0, "extended twice, or by a vote against");
        assertLe(proposal.deadline + 1, deadline, "brought forward");
        assertLe(deadline, governor.clock() + governor.lateQuorumVoteExtension(), "extended too far");
        (proposal.deadline, proposal.extended) = (deadline, true);
    }

    /// @dev Whether all conditions of success hold, recomputed from what was counted here.
    function _carried(Expected memory proposal) private view returns (bool) {
        (uint256 against, uint256 inFavor) = (proposal.votes[0], proposal.votes[1]);
        bool enough = quorumOf(proposal) <= inFavor + proposal.votes[2];
        bool majority = inFavor > against && (!proposal.isOverride || inFavor >= 2 * against);
        return enough && majority && governor.clock() > proposal.deadline;
    }

    /// @notice The quorum that a proposal needs, recomputed from the past.
    function quorumOf(Expected memory proposal) public view returns (uint256) {
        uint256 supply = token.getPastTotalSupply(proposal.snapshot);
        uint256 single = (supply * governor.quorumNumerator(proposal.snapshot)) / 100;
        return proposal.isOverride ? 2 * single : single;
    }

    function _weightOf(address member, uint256 snapshot) private view returns (uint256) {
        uint256 cap = (token.getPastTotalSupply(snapshot) * governor.voteCap(snapshot) + 999_999) / 1_000_000;
        uint256 votes = token.getPastVotes(member, snapshot);
        if (cap == 0) cap = 1;
        return votes < cap ? votes : cap;
    }

    /// @dev Every proposal moved only as time, votes and the calls above allow.
    function _observe() private {
        for (uint256 i = 0; i < _proposals.length; ++i) {
            Expected storage proposal = _proposals[i];
            IGovernor.ProposalState state = governor.state(proposal.id);
            if (state == proposal.state) continue;
            assertTrue(_canFollow(proposal.state, state), "impossible transition");
            proposal.state = state;
            ended[uint256(state)] += 1;
        }
    }

    function _canFollow(IGovernor.ProposalState from, IGovernor.ProposalState to) private pure returns (bool) {
        if (from == IGovernor.ProposalState.Executed || from == IGovernor.ProposalState.Canceled) return false;
        if (to == IGovernor.ProposalState.Canceled) return true;
        if (to == IGovernor.ProposalState.Executed) return from == IGovernor.ProposalState.Queued;
        if (to == IGovernor.ProposalState.Queued) return from == IGovernor.ProposalState.Succeeded;
        bool open = from == IGovernor.ProposalState.Pending || from == IGovernor.ProposalState.Active;
        return open && to != IGovernor.ProposalState.Pending && to != IGovernor.ProposalState.Expired;
    }

    function _actions(uint256 seed) private view returns (address[] memory targets, bytes[] memory calldatas) {
        (targets, calldatas) = (new address[](1), new bytes[](1));
        uint256 value = seed >> 8;
        targets[0] = address(governor);
        if (seed % 5 == 0) {
            (targets[0], calldatas[0]) = (address(studio), abi.encodeCall(studio.setCharter, (bytes32(value | 1))));
        } else if (seed % 5 == 1) {
            calldatas[0] = abi.encodeCall(governor.setVoteCap, (bound(value, 100_000, 1_000_000)));
        } else if (seed % 5 == 2) {
            calldatas[0] = abi.encodeCall(governor.updateQuorumNumerator, (bound(value, 1, 50)));
        } else if (seed % 5 == 3) {
            calldatas[0] = abi.encodeCall(governor.setLateQuorumVoteExtension, (uint48(bound(value, 0, 7_200))));
        } else {
            (targets[0], calldatas[0]) = (address(uint160(bound(value, 1, 1_000) << 40)), "");
        }
    }

    function _member(uint256 actor) private pure returns (address) {
        return people(_MEMBERS)[actor % _MEMBERS];
    }

    function _pass(uint256 time) private {
        vm.warp(block.timestamp + time);
        vm.roll(block.number + time / 12 + 1);
    }
}

/// @notice What holds whatever members, board and strangers do (G3 to G6).
abstract contract GovernorInvariants {
    GovernorHandler private _handler;

    error Broken(string what, uint256 found, uint256 expected);

    function setUp() external {
        _handler = new GovernorHandler(_clockMode());
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice The handler can take a proposal to its end at all.
    function test_ProposalIsCarried() external {
        _handler.propose(0, 5, false);
        for (uint256 i = 0; i < 4; ++i) {
            _handler.carry(0, 0x0303030303030303);
        }
        _equal(uint256(_handler.proposalAt(0).state), uint256(IGovernor.ProposalState.Executed), "state");
        _equal(_handler.ended(uint256(IGovernor.ProposalState.Executed)), 1, "executed");
    }

    /// @notice What a governor promises, in one campaign.
    function invariant_PromisesHold() external view {
        _checkQuorumIsThatOfTheSnapshot();
        _checkProposalsKeepWhatTheyAre();
        _checkTallyIsWhatWasCounted();
        _checkDeadlinesAndSettings();
    }

    /// @dev G3: the quorum of an id is that of its snapshot, recomputed, frozen or not; doubled for overrides.
    function _checkQuorumIsThatOfTheSnapshot() private view {
        StudioGovernor governor = _handler.governor();
        for (uint256 i = 0; i < _handler.count(); ++i) {
            GovernorHandler.Expected memory proposal = _handler.proposalAt(i);
            if (governor.clock() <= proposal.snapshot) continue;
            uint256 expected = _handler.quorumOf(proposal);
            _equal(governor.quorum(proposal.id), expected, "quorum of the id");
            uint256 factor = proposal.isOverride ? 2 : 1;
            _equal(factor * governor.quorum(proposal.snapshot), expected, "quorum of the timepoint");
        }
    }

    /// @dev G4: who proposed, when it is decided and by which rules never changes.
    function _checkProposalsKeepWhatTheyAre() private view {
        StudioGovernor governor = _handler.governor();
        for (uint256 i = 0; i < _handler.count(); ++i) {
            GovernorHandler.Expected memory proposal = _handler.proposalAt(i);
            _equal(governor.proposalSnapshot(proposal.id), proposal.snapshot, "snapshot");
            _equal(uint160(governor.proposalProposer(proposal.id)), uint160(proposal.proposer), "proposer");
            _equal(governor.isOverride(proposal.id) ? 1 : 0, proposal.isOverride ? 1 : 0, "override");
            _equal(uint256(governor.state(proposal.id)), uint256(proposal.state), "state");
        }
    }

    /// @dev G5: the tally is the sum of the weights counted, each once.
    function _checkTallyIsWhatWasCounted() private view {
        StudioGovernor governor = _handler.governor();
        for (uint256 i = 0; i < _handler.count(); ++i) {
            GovernorHandler.Expected memory proposal = _handler.proposalAt(i);
            (uint256 against, uint256 inFavor, uint256 abstain) = governor.proposalVotes(proposal.id);
            _equal(against, proposal.votes[0], "against");
            _equal(inFavor, proposal.votes[1], "for");
            _equal(abstain, proposal.votes[2], "abstain");
        }
    }

    /// @dev G6: a deadline moves only where a vote moved it, and settings stay within the rule of liveness.
    function _checkDeadlinesAndSettings() private view {
        StudioGovernor governor = _handler.governor();
        for (uint256 i = 0; i < _handler.count(); ++i) {
            GovernorHandler.Expected memory proposal = _handler.proposalAt(i);
            _equal(governor.proposalDeadline(proposal.id), proposal.deadline, "deadline");
        }
        uint256 two = 2 * governor.quorumNumerator() * 10_000;
        if (two > 3 * governor.voteCap()) revert Broken("out of reach", two, 3 * governor.voteCap());
    }

    function _clockMode() internal pure virtual returns (ClockMode);

    function _equal(uint256 found, uint256 expected, string memory what) private pure {
        if (found != expected) revert Broken(what, found, expected);
    }
}

/// @notice The same on timestamps.
contract GovernorOnTimestampsTest is GovernorInvariants {
    function _clockMode() internal pure override returns (ClockMode) {
        return ClockMode.Timestamp;
    }
}

/// @notice The same on blocks of twelve seconds.
contract GovernorOnBlocksTest is GovernorInvariants {
    function _clockMode() internal pure override returns (ClockMode) {
        return ClockMode.BlockNumber;
    }
}
