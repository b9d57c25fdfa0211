// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {StudioGovernor} from "../../contracts/governance/StudioGovernor.sol";
import {IStudio, Preset} from "../../contracts/interfaces/IStudio.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice Whatever settings a studio votes for itself, its members can always pass the next proposal.
contract QuorumReachableTest is StudioFixture {
    uint256 private _texts;

    function setUp() external {
        deployProtocol();
    }

    /// @notice One to twenty members, both presets, both setters in both orders; the last vote is at double quorum.
    function testFuzz_QuorumReachable(
        uint8 members,
        uint8 joined,
        uint24 cap,
        uint8 numerator,
        bool capFirst
    ) external {
        uint256 founders = bound(members, 1, 15);
        Preset preset = founders < 3 ? Preset.Solo : Preset.Collective;
        if (preset == Preset.Solo) founders = 1;
        IStudio studio = createStudio(preset, people(founders));
        vm.warp(START + 1);
        uint256 all = founders + bound(joined, 0, 5);
        _admit(studio, founders, all);

        StudioGovernor governor = governorOf(studio);
        bytes memory setCap = abi.encodeCall(StudioGovernor.setVoteCap, (bound(cap, 0, 1_100_000)));
        bytes memory setQuorum = abi.encodeWithSignature("updateQuorumNumerator(uint256)", bound(numerator, 0, 60));
        // Refused settings leave the old ones in force; those must work as well.
        _pass(governor, address(governor), capFirst ? setCap : setQuorum, all);
        _pass(governor, address(governor), capFirst ? setQuorum : setCap, all);

        assertLe(2 * governor.quorumNumerator(), 100, "double quorum");
        assertTrue(_pass(governor, address(studio), "", all) != 0, "quorum is out of reach");
    }

    /// @dev Small grants, so that the later members have less than the founders.
    function _admit(IStudio studio, uint256 from, uint256 to) private {
        ReputationToken token = reputationOf(studio);
        uint256 grantable = token.grantable();
        address[] memory accounts = people(to);
        vm.startPrank(address(timelockOf(studio)));
        for (uint256 i = from; i < to; ++i) {
            token.mint(accounts[i], grantable / 6, 0, keccak256("evidence"));
        }
        vm.stopPrank();
        vm.warp(block.timestamp + 1);
    }

    /// @dev Votes with everybody; returns the proposal's id if it was executed, else 0. Fails if it was not carried.
    function _pass(
        StudioGovernor governor,
        address target,
        bytes memory data,
        uint256 voters
    ) private returns (uint256 id) {
        address[] memory targets = new address[](1);
        targets[0] = target;
        uint256[] memory values = new uint256[](1);
        bytes[] memory calldatas = new bytes[](1);
        calldatas[0] = data.length == 0 ? abi.encodeWithSignature("preset()") : data;
        string memory text = string(abi.encodePacked("# Text ", bytes32(++_texts)));
        bytes32 hash = keccak256(bytes(text));

        address[] memory accounts = people(voters);
        vm.prank(accounts[0]);
        id = governor.propose(targets, values, calldatas, text);
        vm.warp(governor.proposalSnapshot(id) + 1);
        for (uint256 i = 0; i < voters; ++i) {
            vm.prank(accounts[i]);
            governor.castVote(id, 1);
        }
        (, uint256 votes, ) = governor.proposalVotes(id);
        assertLe(governor.quorum(id), votes, "quorum was not reached");
        vm.warp(governor.proposalDeadline(id) + 1);
        assertEq(uint256(governor.state(id)), uint256(IGovernor.ProposalState.Succeeded), "not carried");
        governor.queue(targets, values, calldatas, hash);
        vm.warp(governor.proposalEta(id) + 1);
        try governor.execute(targets, values, calldatas, hash) {
            return id;
        } catch {
            return 0;
        }
    }
}
