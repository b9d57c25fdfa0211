// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ShortString, ShortStrings} from "@openzeppelin/contracts/utils/ShortStrings.sol";
import {StudioTimelock} from "../governance/StudioTimelock.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {ClockMode, IStudioFactory, PresetSettings, StudioClones, StudioConfig} from "../interfaces/IStudioFactory.sol";
import {GovernorInput, IStudioGovernor} from "../interfaces/IStudioGovernor.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {ONE} from "../types/Constants.sol";
import {Names} from "../types/Names.sol";
import {CloneArguments} from "./CloneArguments.sol";

/// @title StudioFactory
/// @notice See {IStudioFactory}.
contract StudioFactory is IStudioFactory {
    using ShortStrings for string;

    uint256 private constant _MAX_TEXT = 31;
    uint32 private constant _MAX_SECONDS_PER_TICK = 60;
    uint8 private constant _PRESET_FIELD = 2;

    /// @dev What each founder is granted, effective units.
    uint256 private constant _FOUNDER_GRANT = 1_000e18;

    address private immutable _STUDIO;
    address private immutable _TIMELOCK;
    address private immutable _GOVERNOR;
    address private immutable _REPUTATION;
    address private immutable _CURATION;
    address private immutable _CURATION_BALLOTS;
    address private immutable _CURATION_ROLLS;
    address private immutable _CURATION_SCORES;
    address private immutable _CURATION_DISPUTES;
    address private immutable _CURATION_OBJECTIONS;
    address private immutable _CURATION_SLATES;
    address private immutable _ASSET_REGISTRY;

    constructor(address deployer) {
        IDeployer names = IDeployer(deployer);
        _STUDIO = names.addressOf(Names.STUDIO);
        _TIMELOCK = names.addressOf(Names.TIMELOCK);
        _GOVERNOR = names.addressOf(Names.GOVERNOR);
        _REPUTATION = names.addressOf(Names.REPUTATION);
        _CURATION = names.addressOf(Names.CURATION);
        _CURATION_BALLOTS = names.addressOf(Names.CURATION_BALLOTS);
        _CURATION_ROLLS = names.addressOf(Names.CURATION_ROLLS);
        _CURATION_SCORES = names.addressOf(Names.CURATION_SCORES);
        _CURATION_DISPUTES = names.addressOf(Names.CURATION_DISPUTES);
        _CURATION_OBJECTIONS = names.addressOf(Names.CURATION_OBJECTIONS);
        _CURATION_SLATES = names.addressOf(Names.CURATION_SLATES);
        _ASSET_REGISTRY = names.addressOf(Names.ASSET_REGISTRY);
    }

    /// @inheritdoc IStudioFactory
    function createStudio(StudioConfig calldata config) external returns (address studio) {
        _checkConfig(config);
        _checkContracts();
        StudioClones memory clones = _clone(config);
        _initialize(clones, config);
        _checkClones(clones);
        IAssetRegistry(_ASSET_REGISTRY).recordStudio(clones.timelock, clones.studio, clones.curation);
        _announce(clones, config);
        return clones.studio;
    }

    /// @inheritdoc IStudioFactory
    function predict(
        StudioConfig calldata config,
        address creator,
        uint48 created
    ) external view returns (StudioClones memory clones) {
        bytes memory arguments = _studioArguments(config, created);
        bytes32 salt = _saltOf(creator, config.salt);
        clones.studio = Clones.predictDeterministicAddressWithImmutableArgs(_STUDIO, arguments, salt);
        bytes memory shared = CloneArguments.encodeModule(clones.studio, _flagsOf(config), created);
        clones.timelock = Clones.predictDeterministicAddressWithImmutableArgs(_TIMELOCK, shared, 0);
        clones.governor = Clones.predictDeterministicAddressWithImmutableArgs(_GOVERNOR, shared, 0);
        clones.reputation = Clones.predictDeterministicAddressWithImmutableArgs(_REPUTATION, shared, 0);
        clones.curation = Clones.predictDeterministicAddressWithImmutableArgs(_CURATION, shared, 0);
    }

    /// @inheritdoc IStudioFactory
    function settingsOf(Preset preset) public pure returns (PresetSettings memory) {
        if (preset == Preset.Solo) {
            return
                PresetSettings({
                    minFounders: 1,
                    maxFounders: 1,
                    votingDelay: 60 seconds,
                    votingPeriod: 1 hours,
                    lateQuorumExtension: 0,
                    timelockDelay: 1 days,
                    quorumNumerator: 20,
                    voteCap: ONE
                });
        }
        if (preset == Preset.Collective) {
            return
                PresetSettings({
                    minFounders: 3,
                    maxFounders: 15,
                    votingDelay: 1 days,
                    votingPeriod: 5 days,
                    lateQuorumExtension: 1 days,
                    timelockDelay: 2 days,
                    quorumNumerator: 30,
                    voteCap: 200_000
                });
        }
        revert StudioFactoryUnsupportedTerm(_PRESET_FIELD);
    }

    function _clone(StudioConfig calldata config) private returns (StudioClones memory clones) {
        uint48 created = uint48(block.timestamp);
        bytes32 salt = _saltOf(msg.sender, config.salt);
        bytes memory arguments = _studioArguments(config, created);
        clones.studio = Clones.cloneDeterministicWithImmutableArgs(_STUDIO, arguments, salt);
        bytes memory shared = CloneArguments.encodeModule(clones.studio, _flagsOf(config), created);
        clones.timelock = Clones.cloneDeterministicWithImmutableArgs(_TIMELOCK, shared, 0);
        clones.governor = Clones.cloneDeterministicWithImmutableArgs(_GOVERNOR, shared, 0);
        clones.reputation = Clones.cloneDeterministicWithImmutableArgs(_REPUTATION, shared, 0);
        clones.curation = Clones.cloneDeterministicWithImmutableArgs(_CURATION, shared, 0);
    }

    /// @dev Reputation comes before the governor, which announces a threshold that depends on the supply.
    function _initialize(StudioClones memory clones, StudioConfig calldata config) private {
        PresetSettings memory settings = settingsOf(config.preset);
        IStudio(clones.studio).initialize(config.charter);
        IReputationToken(clones.reputation).initialize(config.founders, _FOUNDER_GRANT, config.charter);
        address[] memory governors = new address[](1);
        governors[0] = clones.governor;
        StudioTimelock(payable(clones.timelock)).initialize(settings.timelockDelay, governors, governors, address(0));
        IStudioGovernor(clones.governor).initialize(_governorInput(settings, config.secondsPerTick));
    }

    function _announce(StudioClones memory clones, StudioConfig calldata config) private {
        emit StudioCreated(
            clones.studio,
            clones.timelock,
            msg.sender,
            config,
            clones.governor,
            clones.reputation,
            clones.curation
        );
    }

    /// @dev A clone of nothing accepts every call, so nothing is cloned before everything exists, the parts that a gate
    /// runs included.
    function _checkContracts() private view {
        _checkContract(_STUDIO, Names.STUDIO);
        _checkContract(_TIMELOCK, Names.TIMELOCK);
        _checkContract(_GOVERNOR, Names.GOVERNOR);
        _checkContract(_REPUTATION, Names.REPUTATION);
        _checkContract(_CURATION, Names.CURATION);
        _checkContract(_CURATION_BALLOTS, Names.CURATION_BALLOTS);
        _checkContract(_CURATION_ROLLS, Names.CURATION_ROLLS);
        _checkContract(_CURATION_SCORES, Names.CURATION_SCORES);
        _checkContract(_CURATION_DISPUTES, Names.CURATION_DISPUTES);
        _checkContract(_CURATION_OBJECTIONS, Names.CURATION_OBJECTIONS);
        _checkContract(_CURATION_SLATES, Names.CURATION_SLATES);
        _checkContract(_ASSET_REGISTRY, Names.ASSET_REGISTRY);
    }

    function _checkContract(address target, bytes32 name) private view {
        if (target.code.length == 0) revert StudioFactoryMissingContract(name);
    }

    /// @dev The directory and its modules must name each other.
    function _checkClones(StudioClones memory clones) private view {
        _checkClone(clones.studio, Module.Timelock, clones.timelock);
        _checkClone(clones.studio, Module.Governor, clones.governor);
        _checkClone(clones.studio, Module.Reputation, clones.reputation);
        _checkClone(clones.studio, Module.Curation, clones.curation);
    }

    function _checkClone(address studio, Module module, address clone) private view {
        bool named = IStudio(studio).moduleOf(module) == clone;
        if (!named || IStudioModule(clone).studio() != studio) revert StudioFactoryForeignClone(clone);
    }

    function _checkConfig(StudioConfig calldata config) private pure {
        PresetSettings memory settings = settingsOf(config.preset);
        uint256 length = bytes(config.name).length;
        if (length == 0 || length > _MAX_TEXT) revert StudioFactoryInvalidName(length, _MAX_TEXT);
        length = bytes(config.symbol).length;
        if (length == 0 || length > _MAX_TEXT) revert StudioFactoryInvalidSymbol(length, _MAX_TEXT);
        uint32 max = config.clockMode == ClockMode.Timestamp ? 1 : _MAX_SECONDS_PER_TICK;
        if (config.secondsPerTick == 0 || config.secondsPerTick > max) {
            revert StudioFactoryInvalidSecondsPerTick(config.secondsPerTick, max);
        }
        length = config.founders.length;
        if (length < settings.minFounders || length > settings.maxFounders) {
            revert StudioFactoryInvalidFounders(length, settings.minFounders, settings.maxFounders);
        }
    }

    function _governorInput(
        PresetSettings memory settings,
        uint32 secondsPerTick
    ) private pure returns (GovernorInput memory) {
        return
            GovernorInput({
                secondsPerTick: secondsPerTick,
                votingDelay: uint48(Math.ceilDiv(settings.votingDelay, secondsPerTick)),
                votingPeriod: uint32(Math.ceilDiv(settings.votingPeriod, secondsPerTick)),
                lateQuorumExtension: uint48(Math.ceilDiv(settings.lateQuorumExtension, secondsPerTick)),
                quorumNumerator: settings.quorumNumerator,
                voteCap: settings.voteCap
            });
    }

    function _studioArguments(StudioConfig calldata config, uint48 created) private view returns (bytes memory) {
        bytes32 name = ShortString.unwrap(config.name.toShortString());
        bytes32 symbol = ShortString.unwrap(config.symbol.toShortString());
        return abi.encodePacked(name, symbol, _flagsOf(config), created, config.registrar);
    }

    function _flagsOf(StudioConfig calldata config) private view returns (uint8) {
        return CloneArguments.encodeFlags(config.clockMode == ClockMode.BlockNumber, config.preset, _needsSalts());
    }

    /// @dev Only where validators take turns, none of whom knows the others' share, is prevRandao enough to draw by:
    /// Ethereum, its test networks Sepolia and Hoodi, and local networks, which have nothing to lose.
    function _needsSalts() private view returns (bool) {
        uint256 id = block.chainid;
        return !(id == 1 || id == 11_155_111 || id == 560_048 || id == 1_337 || id == 31_337);
    }

    function _saltOf(address creator, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(creator, salt));
    }
}
