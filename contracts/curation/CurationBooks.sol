// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {Audit, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Challenge, Dispute} from "../interfaces/ICurationDisputes.sol";
import {AuditTerms, Curator, Producer} from "../interfaces/ICurationRolls.sol";
import {CanarySet, EpochPoints, Score} from "../interfaces/ICurationScores.sol";
import {Slate} from "../interfaces/ICurationSlates.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";

/// @title CurationBooks
/// @notice What {ICuration} keeps, in one layout for the gate and the parts whose code it runs on its own books.
abstract contract CurationBooks is StudioModule, EIP712 {
    /// @dev Ballots cast directly, by lot and round.
    struct Inbox {
        uint32 charterVersion;
        uint16[] indexes;
        mapping(uint256 index => address key) keys; // that signed the ballot
    }

    /// @dev A mask that only the board, or the timelock, clears.
    struct Veto {
        uint256 mask;
        uint40 until; // seconds; then anybody may lift it, unless it is confirmed
        bool confirmed;
        bool appealed;
    }

    /// @dev How many curators there are, and what they weigh together.
    struct Voters {
        uint16 curators;
        uint16 weight;
    }

    struct Books {
        // audits
        mapping(LotId lotId => mapping(uint256 round => Audit audit)) audits;
        mapping(LotId lotId => mapping(uint256 round => Inbox inbox)) inboxes;
        mapping(LotId lotId => mapping(uint256 index => bytes32 digest)) practices;
        // rolls
        Voters voters;
        mapping(uint256 index => Curator curator) curators;
        mapping(address account => uint16 index) indexes;
        mapping(address key => uint16 index) indexesOfKeys;
        mapping(address account => Producer producer) producers;
        mapping(uint256 version => AuditTerms terms) terms;
        address auditToken;
        bytes32 saltLink; // newest link of the chain
        uint64 saltSpan; // its span
        mapping(uint256 span => bytes32 link) salts;
        // scores
        mapping(uint256 index => Score score) scores;
        mapping(uint256 index => mapping(uint256 epoch => uint256 points)) banked; // points 128, canary points 128
        mapping(uint256 epoch => EpochPoints points) epochs;
        mapping(bytes32 root => CanarySet set) canaries;
        mapping(LotId lotId => uint256 lanes) truths; // of an opened canary
        // disputes
        mapping(LotId lotId => Dispute dispute) disputes;
        mapping(LotId lotId => mapping(uint256 id => Challenge challenge)) challenges;
        mapping(LotId lotId => mapping(uint256 word => Veto veto)) vetoes;
        // slates
        mapping(uint256 slateId => Slate slate) slates;
        uint256 slateCount;
    }

    /// @dev The pot of deposits, bonds, fees and pay; that of a depositor is named by its address until it is booked.
    bytes32 internal constant _POT = 0;

    IAssetRegistry internal immutable _ASSET_REGISTRY;
    IRoyaltySplitter internal immutable _ROYALTY_SPLITTER;

    Books private _kept;

    constructor(address deployer) EIP712("Imprimatur Curation", "1") {
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    function _books() internal view returns (Books storage) {
        return _kept;
    }

    /// @dev Only the registrar or the timelock.
    function _requireManager() internal view {
        IStudio directory = IStudio(studio());
        if (msg.sender == directory.moduleOf(Module.Timelock) || directory.isRegistrar(msg.sender)) return;
        revert ICurationAudits.CurationUnauthorized(msg.sender);
    }

    function _requireTimelock() internal view {
        if (msg.sender == IStudio(studio()).moduleOf(Module.Timelock)) return;
        revert ICurationAudits.CurationUnauthorized(msg.sender);
    }

    /// @dev Only the ethics board, or the timelock.
    function _requireRuler() internal view {
        IStudio directory = IStudio(studio());
        if (msg.sender == directory.moduleOf(Module.Board) || msg.sender == directory.moduleOf(Module.Timelock)) return;
        revert ICurationAudits.CurationUnauthorized(msg.sender);
    }
}
