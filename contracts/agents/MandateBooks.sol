// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenseMarket} from "../interfaces/ILicenseMarket.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {Names} from "../types/Names.sol";
import {MandateAccount} from "./MandateAccount.sol";
import {MandateBook} from "./MandateBook.sol";
import {QuotaBook} from "./QuotaBook.sol";
import {TreasuryWindow} from "./TreasuryWindow.sol";

/// @title MandateBooks
/// @notice Siblings and storage that AgentMandates and MandateDesk have in common: the desk works on the books of the
/// mandates, so both must inherit this first, and nothing before it that stores anything.
abstract contract MandateBooks is StudioModule {
    address internal immutable _STUDIO_FACTORY;
    address internal immutable _TIMELOCK;
    address internal immutable _ROYALTY_SPLITTER;
    IAssetRegistry internal immutable _ASSET_REGISTRY;
    ILicenseMarket internal immutable _LICENSE_MARKET;
    bytes32 private immutable _ACCOUNT_CODE_HASH;

    mapping(bytes32 mandateId => MandateBook.Record) private _mandates;
    mapping(address agent => bytes32 mandateId) private _mandateIds;
    mapping(address token => TreasuryWindow.Window) private _windows;
    QuotaBook.Book private _quotaBook;
    mapping(address target => uint256 lists) private _listings;

    /// @dev Mandates that may still be in force: few enough to tell each that this module was replaced.
    bytes32[] private _active;

    mapping(address agent => bytes32 terms) private _consentBook;

    /// @dev One slot.
    uint64 private _count;
    bool private _absent;
    address private _followedTo;

    constructor(address deployer) {
        IDeployer names = IDeployer(deployer);
        _STUDIO_FACTORY = names.addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = names.addressOf(Names.TIMELOCK);
        _ROYALTY_SPLITTER = names.addressOf(Names.ROYALTY_SPLITTER);
        _ASSET_REGISTRY = IAssetRegistry(names.addressOf(Names.ASSET_REGISTRY));
        _LICENSE_MARKET = ILicenseMarket(names.addressOf(Names.LICENSE_MARKET));
        _ACCOUNT_CODE_HASH = keccak256(type(MandateAccount).creationCode);
    }

    function _nextNumber() internal returns (uint64) {
        return ++_count;
    }

    function _setMandateId(address agent, bytes32 mandateId) internal {
        _mandateIds[agent] = mandateId;
    }

    function _setAbsent(bool absent) internal {
        _absent = absent;
    }

    function _setFollowed(address reputation) internal {
        _followedTo = reputation;
    }

    /// @dev The reputation that all mandates last followed the studio to; zero before the first mandate.
    function _followed() internal view returns (address) {
        return _followedTo;
    }

    function _isAbsent() internal view returns (bool) {
        return _absent;
    }

    function _mandate(bytes32 mandateId) internal view returns (MandateBook.Record storage) {
        return _mandates[mandateId];
    }

    function _lastMandateOf(address agent) internal view returns (bytes32) {
        return _mandateIds[agent];
    }

    /// @dev How many lists of functions name a contract.
    function _listingsOf() internal view returns (mapping(address target => uint256 lists) storage) {
        return _listings;
    }

    function _actives() internal view returns (bytes32[] storage) {
        return _active;
    }

    /// @dev What each account is ready to be bound by.
    function _consents() internal view returns (mapping(address agent => bytes32 terms) storage) {
        return _consentBook;
    }

    function _window(address token) internal view returns (TreasuryWindow.Window storage) {
        return _windows[token];
    }

    function _quotas() internal view returns (QuotaBook.Book storage) {
        return _quotaBook;
    }

    /// @dev What the studio names now.
    function _moduleOf(Module module) internal view returns (address) {
        return IStudio(studio()).moduleOf(module);
    }

    function _accountOf(bytes32 mandateId) internal view returns (address) {
        return Create2.computeAddress(mandateId, _ACCOUNT_CODE_HASH);
    }

    function _timelock() internal view returns (address) {
        return _timelockOf(_TIMELOCK, _STUDIO_FACTORY);
    }

    function _requireTimelock() internal view {
        if (msg.sender != _timelock()) revert IAgentMandates.AgentMandatesUnauthorized(msg.sender);
    }
}
