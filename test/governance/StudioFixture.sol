// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {StudioGovernor} from "../../contracts/governance/StudioGovernor.sol";
import {StudioTimelock} from "../../contracts/governance/StudioTimelock.sol";
import {IDeployer} from "../../contracts/interfaces/IDeployer.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {
    ClockMode,
    IStudioFactory,
    StudioConfig,
    SuccessorInput,
    Successors
} from "../../contracts/interfaces/IStudioFactory.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Studios as production clones, made by the real factory behind the real Deployer.
abstract contract StudioFixture is SolidityTest {
    uint256 internal constant START = 1_790_000_000;

    IDeployer internal deployer;
    IStudioFactory internal factory;

    /// @dev Reads the creation codes from the artifacts: embedded, they would not fit one contract.
    function deployProtocol() internal {
        string[21] memory artifacts = [
            "AssetRegistry",
            "RoyaltySplitter",
            "LicenseMarket",
            "Licenses",
            "StudioFactory",
            "Studio",
            "StudioTimelock",
            "StudioGovernor",
            "ReputationToken",
            "Curation",
            "CurationBallots",
            "CurationRolls",
            "CurationScores",
            "CurationDisputes",
            "CurationObjections",
            "CurationSlates",
            "EthicsBoard",
            "EthicsClaims",
            "ImpactEmission",
            "AgentMandates",
            "Commissions"
        ];
        bytes32[] memory names = new bytes32[](artifacts.length);
        bytes32[] memory hashes = new bytes32[](artifacts.length);
        for (uint256 i = 0; i < artifacts.length; ++i) {
            names[i] = bytes32(bytes(artifacts[i]));
            hashes[i] = keccak256(vm.getCode(artifacts[i]));
        }
        bytes memory list = abi.encode(names, hashes);
        deployer = IDeployer(create(abi.encodePacked(vm.getCode("Deployer"), list)));
        for (uint256 i = 0; i < artifacts.length; ++i) {
            deployer.deploy(names[i], vm.getCode(artifacts[i]));
        }
        factory = IStudioFactory(deployer.addressOf("StudioFactory"));
        vm.warp(START);
    }

    function createStudio(Preset preset, address[] memory founders) internal returns (IStudio) {
        return createStudio(preset, founders, new address[](0));
    }

    /// @notice A studio with an ethics board, unless there are no seats.
    function createStudio(Preset preset, address[] memory founders, address[] memory seats) internal returns (IStudio) {
        StudioConfig memory config = StudioConfig({
            name: "Atelier",
            symbol: "A",
            preset: preset,
            clockMode: ClockMode.Timestamp,
            secondsPerTick: 1,
            registrar: address(0),
            founders: founders,
            seats: seats,
            charter: keccak256("charter"),
            salt: 0
        });
        return IStudio(factory.createStudio(config));
    }

    /// @notice Electorate and gate that may succeed a studio's.
    function createSuccessors(
        IStudio studio,
        Preset preset,
        address[] memory founders
    ) internal returns (Successors memory) {
        SuccessorInput memory input;
        (input.preset, input.founders, input.secondsPerTick) = (preset, founders, 1);
        (input.electorate, input.curation) = (true, true);
        return factory.createSuccessors(address(studio), input);
    }

    /// @notice `count` accounts, the same at each call.
    function people(uint256 count) internal pure returns (address[] memory accounts) {
        accounts = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            accounts[i] = address(uint160(0xA000 + i));
        }
    }

    function governorOf(IStudio studio) internal view returns (StudioGovernor) {
        return StudioGovernor(payable(studio.moduleOf(Module.Governor)));
    }

    function timelockOf(IStudio studio) internal view returns (StudioTimelock) {
        return StudioTimelock(payable(studio.moduleOf(Module.Timelock)));
    }

    function reputationOf(IStudio studio) internal view returns (ReputationToken) {
        return ReputationToken(studio.moduleOf(Module.Reputation));
    }
}
