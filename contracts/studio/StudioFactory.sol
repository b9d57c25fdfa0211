// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ShortString, ShortStrings} from "@openzeppelin/contracts/utils/ShortStrings.sol";
import {StudioTimelock} from "../governance/StudioTimelock.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IEthicsSeats} from "../interfaces/IEthicsSeats.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {
    ClockMode,
    IStudioFactory,
    PresetSettings,
    StudioClones,
    StudioConfig,
    SuccessorInput,
    Successors
} from "../interfaces/IStudioFactory.sol";
import {GovernorInput, IStudioGovernor} from "../interfaces/IStudioGovernor.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {CappedQuery} from "../registry/CappedQuery.sol";
import {Names} from "../types/Names.sol";
import {CloneArguments} from "./CloneArguments.sol";
import {Presets} from "./Presets.sol";

/// @title StudioFactory
/// @notice See {IStudioFactory}.
contract StudioFactory is IStudioFactory {
    using CappedQuery for address;
    using ShortStrings for string;

    uint256 private constant _MAX_TEXT = 31;
    uint32 private constant _MAX_SECONDS_PER_TICK = 60;

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
    address private immutable _ETHICS_BOARD;
    address private immutable _ETHICS_CLAIMS;
    address private immutable _IMPACT_EMISSION;
    address private immutable _AGENT_MANDATES;
    address private immutable _COMMISSIONS;
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
        _ETHICS_BOARD = names.addressOf(Names.ETHICS_BOARD);
        _ETHICS_CLAIMS = names.addressOf(Names.ETHICS_CLAIMS);
        _IMPACT_EMISSION = names.addressOf(Names.IMPACT_EMISSION);
        _AGENT_MANDATES = names.addressOf(Names.AGENT_MANDATES);
        _COMMISSIONS = names.addressOf(Names.COMMISSIONS);
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
    function createSuccessors(
        address studio,
        SuccessorInput calldata input
    ) external returns (Successors memory successors) {
        address timelock = _timelockOf(studio);
        _checkInput(input, _checkPreset(studio, input));
        _checkContracts();
        bytes memory arguments = _successorArguments(studio, input, timelock);
        if (input.electorate) {
            successors.governor = _cloneModule(_GOVERNOR, arguments);
            successors.reputation = _cloneModule(_REPUTATION, arguments);
            _initializeElectorate(studio, input, successors);
        }
        if (input.curation) successors.curation = _cloneModule(_CURATION, arguments);
        if (input.board) {
            successors.board = _cloneModule(_ETHICS_BOARD, arguments);
            IEthicsSeats(successors.board).initialize(input.seats);
        }
        if (input.mandates) successors.mandates = _cloneModule(_AGENT_MANDATES, arguments);
        if (input.commissions) successors.commissions = _cloneModule(_COMMISSIONS, arguments);
        if (input.impact) successors.impact = _cloneModule(_IMPACT_EMISSION, arguments);
        emit SuccessorsCreated(studio, msg.sender, input, successors);
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
        if (config.seats.length != 0) {
            clones.board = Clones.predictDeterministicAddressWithImmutableArgs(_ETHICS_BOARD, shared, 0);
        }
        if (config.preset != Preset.House) return clones;
        clones.mandates = Clones.predictDeterministicAddressWithImmutableArgs(_AGENT_MANDATES, shared, 0);
        clones.commissions = Clones.predictDeterministicAddressWithImmutableArgs(_COMMISSIONS, shared, 0);
    }

    /// @inheritdoc IStudioFactory
    function settingsOf(Preset preset) public pure returns (PresetSettings memory) {
        return Presets.settingsOf(preset);
    }

    function _clone(StudioConfig calldata config) private returns (StudioClones memory clones) {
        uint48 created = uint48(block.timestamp);
        bytes32 salt = _saltOf(msg.sender, config.salt);
        bytes memory arguments = _studioArguments(config, created);
        clones.studio = Clones.cloneDeterministicWithImmutableArgs(_STUDIO, arguments, salt);
        bytes memory shared = CloneArguments.encodeModule(clones.studio, _flagsOf(config), created);
        clones.timelock = _cloneModule(_TIMELOCK, shared);
        clones.governor = _cloneModule(_GOVERNOR, shared);
        clones.reputation = _cloneModule(_REPUTATION, shared);
        clones.curation = _cloneModule(_CURATION, shared);
        if (config.seats.length != 0) clones.board = _cloneModule(_ETHICS_BOARD, shared);
        if (config.preset != Preset.House) return clones;
        clones.mandates = _cloneModule(_AGENT_MANDATES, shared);
        clones.commissions = _cloneModule(_COMMISSIONS, shared);
    }

    function _cloneModule(address implementation, bytes memory arguments) private returns (address) {
        return Clones.cloneDeterministicWithImmutableArgs(implementation, arguments, 0);
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
        if (clones.board != address(0)) IEthicsSeats(clones.board).initialize(config.seats);
    }

    /// @dev Balances move before the founders' grants, which the curve that moves with them converts.
    function _initializeElectorate(
        address studio,
        SuccessorInput calldata input,
        Successors memory successors
    ) private {
        IReputationToken token = IReputationToken(successors.reputation);
        address predecessor = IStudio(studio).moduleOf(Module.Reputation);
        if (input.root != 0) token.inheritBalances(predecessor, input.root, input.total);
        token.initialize(input.founders, _FOUNDER_GRANT, input.evidence);
        GovernorInput memory settings = _governorInput(settingsOf(input.preset), input.secondsPerTick);
        IStudioGovernor(successors.governor).initialize(settings);
    }

    function _announce(StudioClones memory clones, StudioConfig calldata config) private {
        emit StudioCreated(
            clones.studio,
            clones.timelock,
            msg.sender,
            config,
            clones.governor,
            clones.reputation,
            clones.curation,
            clones.board,
            clones.mandates,
            clones.commissions
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
        _checkContract(_ETHICS_BOARD, Names.ETHICS_BOARD);
        _checkContract(_ETHICS_CLAIMS, Names.ETHICS_CLAIMS);
        _checkContract(_IMPACT_EMISSION, Names.IMPACT_EMISSION);
        _checkContract(_AGENT_MANDATES, Names.AGENT_MANDATES);
        _checkContract(_COMMISSIONS, Names.COMMISSIONS);
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
        if (clones.board != address(0)) _checkClone(clones.studio, Module.Board, clones.board);
        if (clones.mandates == address(0)) return;
        _checkClone(clones.studio, Module.Mandates, clones.mandates);
        _checkClone(clones.studio, Module.Commissions, clones.commissions);
    }

    function _checkClone(address studio, Module module, address clone) private view {
        bool named = IStudio(studio).moduleOf(module) == clone;
        if (!named || IStudioModule(clone).studio() != studio) revert StudioFactoryForeignClone(clone);
    }

    /// @dev Whoever names a recorded studio's timelock without being its directory is none.
    function _timelockOf(address studio) private view returns (address timelock) {
        timelock = studio.addressFrom(abi.encodeCall(IStudio.moduleOf, (Module.Timelock)));
        bool known = studio != address(0) && IAssetRegistry(_ASSET_REGISTRY).studioOf(timelock) == studio;
        if (!known) revert StudioFactoryUnknownStudio(studio);
    }

    /// @dev A collective must not be handed the electorate of one founder, whose quorum follows another rule.
    function _checkPreset(address studio, SuccessorInput calldata input) private view returns (Preset present) {
        present = IStudio(studio).preset();
        bool free = present == Preset.Solo || !(input.electorate || input.curation);
        if (!free && input.preset != present) revert StudioFactoryWrongPreset(input.preset, present);
    }

    function _checkConfig(StudioConfig calldata config) private pure {
        PresetSettings memory settings = settingsOf(config.preset);
        uint256 length = bytes(config.name).length;
        if (length == 0 || length > _MAX_TEXT) revert StudioFactoryInvalidName(length, _MAX_TEXT);
        length = bytes(config.symbol).length;
        if (length == 0 || length > _MAX_TEXT) revert StudioFactoryInvalidSymbol(length, _MAX_TEXT);
        _checkClock(config.clockMode, config.secondsPerTick);
        _checkFounders(config.founders.length, settings.minFounders, settings.maxFounders);
        _checkSeats(config.seats.length, config.preset != Preset.House);
    }

    /// @dev What is not asked for is not described either. Only members of several take the founders' place: a solo
    /// studio's balances are one person's, and what it becomes would begin with too few.
    function _checkInput(SuccessorInput calldata input, Preset present) private pure {
        if ((input.root == 0) != (input.total == 0) || (input.root != 0 && !input.electorate)) {
            revert StudioFactoryInvalidBalances(input.root, input.total);
        }
        PresetSettings memory settings = settingsOf(input.preset);
        if (input.electorate) {
            _checkClock(input.clockMode, input.secondsPerTick);
            bool inherits = input.root != 0 && present != Preset.Solo;
            uint256 min = inherits ? 0 : settings.minFounders;
            _checkFounders(input.founders.length, min, settings.maxFounders);
        } else {
            _checkFounders(input.founders.length, 0, 0);
        }
        if (input.board) _checkSeats(input.seats.length, true);
        else if (input.seats.length != 0) revert StudioFactoryInvalidSeats(input.seats.length);
    }

    function _checkClock(ClockMode mode, uint32 secondsPerTick) private pure {
        uint32 max = mode == ClockMode.Timestamp ? 1 : _MAX_SECONDS_PER_TICK;
        if (secondsPerTick == 0 || secondsPerTick > max) {
            revert StudioFactoryInvalidSecondsPerTick(secondsPerTick, max);
        }
    }

    function _checkFounders(uint256 founders, uint256 min, uint256 max) private pure {
        if (founders < min || founders > max) revert StudioFactoryInvalidFounders(founders, min, max);
    }

    function _checkSeats(uint256 seats, bool mayBeNone) private pure {
        bool allowed = seats == 0 ? mayBeNone : seats == 5 || seats == 7 || seats == 9;
        if (!allowed) revert StudioFactoryInvalidSeats(seats);
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
        bool blocks = config.clockMode == ClockMode.BlockNumber;
        return CloneArguments.encodeFlags(blocks, config.preset, _needsSalts(), config.seats.length != 0);
    }

    function _successorArguments(
        address studio,
        SuccessorInput calldata input,
        address timelock
    ) private view returns (bytes memory) {
        bool blocks = input.clockMode == ClockMode.BlockNumber;
        uint8 flags = CloneArguments.encodeFlags(blocks, input.preset, _needsSalts(), false);
        return CloneArguments.encodeSuccessor(studio, flags, uint48(block.timestamp), timelock);
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
