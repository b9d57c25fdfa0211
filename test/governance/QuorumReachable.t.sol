// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {StudioGovernor} from "../../contracts/governance/StudioGovernor.sol";
import {IAssetRegistry} from "../../contracts/interfaces/IAssetRegistry.sol";
import {IStudio, Preset} from "../../contracts/interfaces/IStudio.sol";
import {PresetSettings, Successors} from "../../contracts/interfaces/IStudioFactory.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice Whatever settings a studio votes for itself, its members can always pass the next proposal.
contract QuorumReachableTest is StudioFixture {
    uint256 private _texts;

    function setUp() external {
        deployProtocol();
    }

    /// @notice One to twenty members, all presets, both setters in both orders; the last vote reaches twice the quorum,
    /// as the override of a veto must.
    function testFuzz_QuorumReachable(
        uint8 kind,
        uint8 members,
        uint8 joined,
        uint24 cap,
        uint8 numerator,
        bool capFirst
    ) external {
        Preset preset = Preset(bound(kind, 0, 3));
        PresetSettings memory settings = factory.settingsOf(preset);
        uint256 founders = bound(members, settings.minFounders, settings.maxFounders);
        IStudio studio = createStudio(preset, people(founders), people(preset == Preset.House ? 5 : 0));
        vm.warp(START + 1);
        uint256 all = bound(uint256(joined) + founders, founders, 20);
        _admit(studio, founders, all);

        StudioGovernor governor = governorOf(studio);
        bytes memory setCap = abi.encodeCall(StudioGovernor.setVoteCap, (bound(cap, 0, 1_100_000)));
        bytes memory setQuorum = abi.encodeWithSignature("updateQuorumNumerator(uint256)", bound(numerator, 0, 60));
        // Refused settings leave the old ones in force; those must work as well.
        _pass(governor, address(governor), capFirst ? setCap : setQuorum, all);
        _pass(governor, address(governor), capFirst ? setQuorum : setCap, all);

        uint256 id = _pass(governor, address(studio), "", all);
        assertTrue(id != 0, "quorum is out of reach");
        if (preset == Preset.Solo) return;
        (, uint256 votes, ) = governor.proposalVotes(id);
        assertLe(2 * governor.quorum(id), votes, "double quorum is out of reach");
    }

    /// @notice Three members of a collective, whose caps together are exactly twice the quorum: no unit may be lost.
    function testFuzz_DoubleQuorumOfThree(uint64 more) external {
        IStudio studio = createStudio(Preset.Collective, people(3));
        vm.warp(START + 1);
        (ReputationToken token, address timelock) = (reputationOf(studio), address(timelockOf(studio)));
        vm.prank(timelock);
        token.mint(people(1)[0], bound(more, 1, 1e18), 0, keccak256("evidence"));
        vm.warp(START + 2);
        StudioGovernor governor = governorOf(studio);
        uint256 id = _pass(governor, address(studio), "", 3);
        (, uint256 votes, ) = governor.proposalVotes(id);
        assertLe(2 * governor.quorum(id), votes, "double quorum is out of reach");
    }

    /// @notice The same of an electorate that was voted in later, in a studio that graduates.
    function testFuzz_QuorumReachableAfterGraduation(uint8 kind, uint8 members, uint24 cap, uint8 numerator) external {
        Preset preset = Preset(bound(kind, 1, 3));
        PresetSettings memory settings = factory.settingsOf(preset);
        uint256 founders = bound(members, settings.minFounders, settings.maxFounders);
        IStudio studio = createStudio(Preset.Solo, people(1), people(5));
        Successors memory made = createSuccessors(studio, preset, people(founders));
        address timelock = address(timelockOf(studio));
        vm.startPrank(timelock);
        IAssetRegistry(deployer.addressOf("AssetRegistry")).recordGate(made.curation);
        studio.graduate(preset, made.governor, made.reputation, made.curation);
        vm.stopPrank();
        vm.warp(START + 1);

        StudioGovernor governor = governorOf(studio);
        bytes memory setCap = abi.encodeCall(StudioGovernor.setVoteCap, (bound(cap, 0, 1_100_000)));
        bytes memory setQuorum = abi.encodeWithSignature("updateQuorumNumerator(uint256)", bound(numerator, 0, 60));
        _pass(governor, address(governor), setQuorum, founders);
        _pass(governor, address(governor), setCap, founders);
        uint256 id = _pass(governor, address(studio), "", founders);
        (, uint256 votes, ) = governor.proposalVotes(id);
        assertLe(2 * governor.quorum(id), votes, "double quorum is out of reach");
    }

    /// @dev Small and odd grants, so that the later members have less than the founders and shares are not whole.
    function _admit(IStudio studio, uint256 from, uint256 to) private {
        ReputationToken token = reputationOf(studio);
        uint256 grantable = token.grantable();
        address[] memory accounts = people(to);
        vm.startPrank(address(timelockOf(studio)));
        for (uint256 i = from; i < to; ++i) {
            token.mint(accounts[i], grantable / 20 - i, 0, keccak256("evidence"));
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
