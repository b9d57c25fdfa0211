// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {ShortString, ShortStrings} from "@openzeppelin/contracts/utils/ShortStrings.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {ICommissions} from "../interfaces/ICommissions.sol";
import {ICurationRolls} from "../interfaces/ICurationRolls.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IElectorate} from "../interfaces/IElectorate.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";
import {IStudioTimelock} from "../interfaces/IStudioTimelock.sol";
import {CappedQuery} from "../registry/CappedQuery.sol";
import {Names} from "../types/Names.sol";
import {CloneArguments} from "./CloneArguments.sol";
import {OwnCode} from "./OwnCode.sol";

/// @title Studio
/// @notice See {IStudio}.
contract Studio is IStudio {
    using CappedQuery for address;
    using CloneArguments for uint8;
    using OwnCode for address;
    using ShortStrings for ShortString;
    using Strings for string;

    /// @dev Offsets of the clone arguments, bytes.
    uint256 private constant _NAME = 0;
    uint256 private constant _SYMBOL = 32;
    uint256 private constant _REST = 64;

    /// @dev The most that a transaction has (EIP-7825), which is more than the most mandates need.
    uint256 private constant _GAS_TO_LEAD = 1 << 24;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;
    address private immutable _GOVERNOR;
    address private immutable _REPUTATION;
    address private immutable _CURATION;
    address private immutable _ETHICS_BOARD;
    address private immutable _AGENT_MANDATES;
    address private immutable _COMMISSIONS;
    address private immutable _ASSET_REGISTRY;

    /// @dev One slot: registrar instead of the one in the arguments, whether there is one, charters after the first,
    /// bit m for a module m that was replaced, preset since the graduation (Solo: none).
    address private _laterRegistrar;
    bool private _registrarChanged;
    uint32 private _laterCharters;
    uint8 private _replaced;
    Preset private _laterPreset;

    mapping(Module module => address) private _laterModules;
    mapping(address governor => bool) private _retired;

    modifier onlyTimelock() {
        if (msg.sender != moduleOf(Module.Timelock)) revert StudioUnauthorized(msg.sender);
        _;
    }

    constructor(address deployer) {
        IDeployer names = IDeployer(deployer);
        _STUDIO_FACTORY = names.addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = names.addressOf(Names.TIMELOCK);
        _GOVERNOR = names.addressOf(Names.GOVERNOR);
        _REPUTATION = names.addressOf(Names.REPUTATION);
        _CURATION = names.addressOf(Names.CURATION);
        _ETHICS_BOARD = names.addressOf(Names.ETHICS_BOARD);
        _AGENT_MANDATES = names.addressOf(Names.AGENT_MANDATES);
        _COMMISSIONS = names.addressOf(Names.COMMISSIONS);
        _ASSET_REGISTRY = names.addressOf(Names.ASSET_REGISTRY);
    }

    /// @inheritdoc IStudio
    function initialize(bytes32 charter) external {
        if (msg.sender != _STUDIO_FACTORY) revert StudioUnauthorized(msg.sender);
        emit RegistrarSet(address(0), registrar());
        _announceCharter(charter);
    }

    /// @inheritdoc IStudio
    function setRegistrar(address newRegistrar) external onlyTimelock {
        emit RegistrarSet(registrar(), newRegistrar);
        _laterRegistrar = newRegistrar;
        _registrarChanged = true;
    }

    /// @inheritdoc IStudio
    function setCharter(bytes32 cid) external onlyTimelock returns (uint32 version) {
        _laterCharters += 1;
        version = _announceCharter(cid);
    }

    /// @inheritdoc IStudio
    function replaceElectorate(address governor, address reputation) external onlyTimelock {
        _replaceElectorate(governor, reputation);
    }

    /// @inheritdoc IStudio
    function graduate(Preset newPreset, address governor, address reputation, address curation) external onlyTimelock {
        Preset oldPreset = preset();
        if (oldPreset != Preset.Solo || newPreset == Preset.Solo) revert StudioWrongPreset(oldPreset, newPreset);
        if (newPreset == Preset.House && moduleOf(Module.Board) == address(0)) {
            revert StudioForeignModule(Module.Board, address(0));
        }
        _laterPreset = newPreset;
        emit StudioGraduated(newPreset);
        _setCuration(curation);
        _replaceElectorate(governor, reputation);
    }

    /// @inheritdoc IStudio
    function setCuration(address curation) external onlyTimelock {
        _setCuration(curation);
    }

    /// @inheritdoc IStudio
    function setBoard(address board) external onlyTimelock {
        _setOptional(Module.Board, board);
    }

    /// @inheritdoc IStudio
    function setMandates(address mandates, address[] calldata tokens) external onlyTimelock {
        address old = moduleOf(Module.Mandates);
        for (uint256 i = 0; old != address(0) && i < tokens.length; ++i) {
            uint256 allowance = IERC20(tokens[i]).allowance(msg.sender, old);
            if (allowance != 0) revert StudioAllowanceLeft(Module.Mandates, tokens[i], allowance);
        }
        _setOptional(Module.Mandates, mandates);
        _tellPresence(old);
        _tellPresence(mandates);
        _tellMandates(moduleOf(Module.Curation));
        _leadAgents();
    }

    /// @inheritdoc IStudio
    function setCommissions(address commissions) external onlyTimelock {
        address old = moduleOf(Module.Commissions);
        _setOptional(Module.Commissions, commissions);
        // Nothing is left to do with the little gas that a call which ran out of it would leave.
        if (commissions != address(0)) {
            LowLevelCall.callNoReturn(commissions, abi.encodeCall(ICommissions.succeed, (old)));
        }
    }

    /// @inheritdoc IStudio
    function setImpact(address impact) external onlyTimelock {
        _setOptional(Module.Impact, impact);
    }

    /// @inheritdoc IStudio
    function moduleOf(Module module) public view returns (address) {
        // The timelock never changes, so who asks for it pays for no storage.
        if (module != Module.Timelock && _replaced & _bitOf(module) != 0) return _laterModules[module];
        address implementation = _implementationOf(module);
        if (implementation == address(0)) return address(0);
        bytes memory arguments = CloneArguments.encodeModule(address(this), _flags(), createdAt());
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, arguments, 0, _STUDIO_FACTORY);
    }

    /// @inheritdoc IStudio
    function registrar() public view returns (address) {
        // casting to 'uint160' is safe because the 160 bits above the 40 empty ones are the registrar by definition
        return _registrarChanged ? _laterRegistrar : address(uint160(CloneArguments.word(_REST) >> 40));
    }

    /// @inheritdoc IStudio
    function isRegistrar(address account) external view returns (bool) {
        return account != address(0) && account == registrar();
    }

    /// @inheritdoc IStudio
    function preset() public view returns (Preset) {
        Preset later = _laterPreset;
        return later == Preset.Solo ? _flags().presetOf() : later;
    }

    /// @inheritdoc IStudio
    function charterVersion() public view returns (uint32) {
        return 1 + _laterCharters;
    }

    /// @inheritdoc IStudio
    function createdAt() public view returns (uint48) {
        // casting to 'uint48' is safe because the 48 bits below the flags are the time by definition
        return uint48(CloneArguments.word(_REST) >> 200);
    }

    /// @inheritdoc IStudio
    function name() public view returns (string memory) {
        return ShortString.wrap(bytes32(CloneArguments.word(_NAME))).toString();
    }

    /// @inheritdoc IStudio
    function symbol() public view returns (string memory) {
        return ShortString.wrap(bytes32(CloneArguments.word(_SYMBOL))).toString();
    }

    /// @inheritdoc IStudio
    function contractURI() external view returns (string memory) {
        string memory json = string.concat(
            '{"name":"',
            name().escapeJSON(),
            '","symbol":"',
            symbol().escapeJSON(),
            '"}'
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    /// @dev The governor is the timelock's only proposer, executor and canceller because this directory names it.
    function _replaceElectorate(address governor, address reputation) private {
        address oldGovernor = moduleOf(Module.Governor);
        address oldReputation = moduleOf(Module.Reputation);
        _retired[oldGovernor] = true;
        if (_retired[governor]) revert StudioRetiredGovernor(governor);
        _requireOwn(Module.Reputation, reputation);
        _requireOwn(Module.Governor, governor);
        bool paired =
            governor.answers(abi.encodeCall(IElectorate.timelock, ()), uint160(msg.sender)) &&
                governor.answers(abi.encodeCall(IElectorate.token, ()), uint160(reputation));
        if (!paired) revert StudioForeignModule(Module.Governor, governor);
        _requirePreset(reputation, preset());
        _store(Module.Governor, governor);
        _store(Module.Reputation, reputation);
        emit ElectorateReplaced(oldGovernor, governor, oldReputation, reputation);
        _leadAgents();
        IStudioTimelock(msg.sender).announceElectorate(oldGovernor, governor);
    }

    function _setCuration(address curation) private {
        _requireOwn(Module.Curation, curation);
        (address recorded, ) = IAssetRegistry(_ASSET_REGISTRY).gateOf(curation);
        if (recorded != msg.sender) revert StudioForeignModule(Module.Curation, curation);
        address old = moduleOf(Module.Curation);
        _replace(Module.Curation, curation);
        _tellMandates(old);
        _tellMandates(curation);
        _leadAgents();
    }

    /// @dev A gate lets no agent in by mandates that were replaced, from the same transaction on. One of other code may
    /// have no use for it. Nothing is left to do with the little gas that a call which ran out of it would leave.
    function _tellMandates(address gate) private {
        try ICurationRolls(gate).followMandates() {} catch {}
    }

    function _setOptional(Module module, address found) private {
        if (found != address(0)) _requireOwn(module, found);
        _replace(module, found);
    }

    /// @dev Mandates act on while nobody tells them that they were replaced. No answer is needed: others may not know
    /// the question, and none may keep the studio from replacing them.
    function _tellPresence(address mandates) private {
        if (mandates != address(0))
            LowLevelCall.callNoReturn(mandates, abi.encodeCall(IAgentMandates.notePresence, ()));
    }

    /// @dev Agents stay agents at the next gate, and have no votes in the next electorate. Mandates of other code may
    /// not know how; but who executes a vote shall not keep ours from it by sparing gas: of a call that ran out of it,
    /// a 64th is left.
    function _leadAgents() private {
        address mandates = moduleOf(Module.Mandates);
        if (mandates == address(0)) return;
        bool done = LowLevelCall.callNoReturn(mandates, abi.encodeCall(IAgentMandates.followStudio, ()));
        if (!done && gasleft() < _GAS_TO_LEAD / 64) revert StudioOutOfGas(gasleft(), _GAS_TO_LEAD / 64);
    }

    function _replace(Module module, address newModule) private {
        emit ModuleReplaced(module, moduleOf(module), newModule);
        _store(module, newModule);
    }

    function _store(Module module, address newModule) private {
        _laterModules[module] = newModule;
        _replaced |= _bitOf(module);
    }

    function _announceCharter(bytes32 cid) private returns (uint32 version) {
        if (cid == 0) revert StudioEmptyCharter();
        version = charterVersion();
        emit CharterSet(version, cid);
    }

    function _requireOwn(Module module, address found) private view {
        bool own =
            found.hasOwnCode() && found.answers(abi.encodeCall(IStudioModule.studio, ()), uint160(address(this)));
        if (!own) revert StudioForeignModule(module, found);
    }

    /// @dev Modules of one electorate are made in one call, so what the reputation was made for, its governor was too.
    function _requirePreset(address reputation, Preset expected) private view {
        (bool answered, uint256 found) = reputation.wordFrom(abi.encodeCall(IReputationToken.preset, ()));
        if (!answered || found > uint256(type(Preset).max)) revert StudioForeignModule(Module.Reputation, reputation);
        if (found != uint256(expected)) revert StudioForeignPreset(Preset(found), expected);
    }

    function _implementationOf(Module module) private view returns (address) {
        if (module == Module.Timelock) return _TIMELOCK;
        if (module == Module.Governor) return _GOVERNOR;
        if (module == Module.Reputation) return _REPUTATION;
        if (module == Module.Curation) return _CURATION;
        if (module == Module.Board && _flags().hasBoard()) return _ETHICS_BOARD;
        return _flags().presetOf() == Preset.House ? _agencyOf(module) : address(0);
    }

    /// @dev What else there is of a studio that was created as a house; one that graduated to it votes for its own.
    function _agencyOf(Module module) private view returns (address) {
        if (module == Module.Mandates) return _AGENT_MANDATES;
        return module == Module.Commissions ? _COMMISSIONS : address(0);
    }

    function _flags() private view returns (uint8) {
        // casting to 'uint8' is safe because the first byte is the flags by definition
        return uint8(CloneArguments.word(_REST) >> 248);
    }

    function _bitOf(Module module) private pure returns (uint8) {
        // there are no more than eight modules, so that the bit fits
        return uint8(1 << uint8(module));
    }
}
