// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {ShortString, ShortStrings} from "@openzeppelin/contracts/utils/ShortStrings.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {Names} from "../types/Names.sol";
import {CloneArguments} from "./CloneArguments.sol";

/// @title Studio
/// @notice See {IStudio}.
contract Studio is IStudio {
    using CloneArguments for uint8;
    using ShortStrings for ShortString;
    using Strings for string;

    /// @dev Offsets of the clone arguments, bytes.
    uint256 private constant _NAME = 0;
    uint256 private constant _SYMBOL = 32;
    uint256 private constant _REST = 64;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;
    address private immutable _GOVERNOR;
    address private immutable _REPUTATION;
    address private immutable _CURATION;

    /// @dev Registrar instead of the one in the arguments, whether there is one, charters after the first.
    address private _laterRegistrar;
    bool private _registrarChanged;
    uint32 private _laterCharters;

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
    function moduleOf(Module module) public view returns (address) {
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
    function preset() external view returns (Preset) {
        return _flags().presetOf();
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

    function _announceCharter(bytes32 cid) private returns (uint32 version) {
        if (cid == 0) revert StudioEmptyCharter();
        version = charterVersion();
        emit CharterSet(version, cid);
    }

    function _implementationOf(Module module) private view returns (address) {
        if (module == Module.Timelock) return _TIMELOCK;
        if (module == Module.Governor) return _GOVERNOR;
        if (module == Module.Reputation) return _REPUTATION;
        if (module == Module.Curation) return _CURATION;
        return address(0);
    }

    function _flags() private view returns (uint8) {
        // casting to 'uint8' is safe because the first byte is the flags by definition
        return uint8(CloneArguments.word(_REST) >> 248);
    }
}
