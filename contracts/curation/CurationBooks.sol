// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {Audit, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Challenge, Dispute} from "../interfaces/ICurationDisputes.sol";
import {AuditTerms, Curator, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {CanarySet, EpochPoints, Score} from "../interfaces/ICurationScores.sol";
import {Slate} from "../interfaces/ICurationSlates.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {AuditFlags} from "./AuditFlags.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {Electorate} from "./Electorate.sol";
import {SaltChain} from "./SaltChain.sol";
import {SeedBlock} from "./SeedBlock.sol";
import {TermsBook} from "./TermsBook.sol";

/// @title CurationBooks
/// @notice What {ICuration} keeps, in one layout for the gate and the parts whose code it runs on its own books.
abstract contract CurationBooks is StudioModule, EIP712 {
    using BallotPoll for BallotPoll.Poll;

    /// @dev Ballots cast directly, by lot and round.
    struct Inbox {
        uint32 charterVersion;
        uint16[] indexes;
        mapping(uint256 index => address key) keys; // that signed the ballot
    }

    /// @dev Whose key it is, or was: for ever.
    struct Holder {
        uint16 index;
        uint40 replacedAt; // seconds; zero while it is the curator's key
    }

    /// @dev A mask that only the board, or the timelock, clears.
    struct Veto {
        uint256 mask;
        uint40 until; // seconds; then anybody may lift it, unless it is confirmed
        bool confirmed;
        bool appealed;
    }

    /// @dev Everything, by the part that writes it most.
    struct Books {
        // audits
        mapping(LotId lotId => mapping(uint256 round => Audit audit)) audits;
        mapping(LotId lotId => mapping(uint256 round => Inbox inbox)) inboxes;
        mapping(LotId lotId => mapping(uint256 index => bytes32 digest)) practices; // index 0: how many
        // rolls
        Electorate.Head head;
        mapping(uint256 epoch => Electorate.Sum sum) sums;
        mapping(uint256 index => Curator curator) curators;
        mapping(address account => uint16 index) indexes;
        mapping(address key => Holder holder) holders;
        mapping(address account => Producer producer) producers;
        mapping(uint256 version => AuditTerms terms) terms;
        address auditToken;
        SaltChain.Chain saltChain;
        mapping(uint256 span => bytes32 link) salts;
        // scores
        mapping(uint256 index => Score score) scores;
        mapping(uint256 index => mapping(uint256 epoch => uint256 points)) banked; // points 128, canary points 128
        mapping(uint256 epoch => EpochPoints points) epochs;
        mapping(bytes32 root => CanarySet set) canaries;
        mapping(LotId lotId => uint256 lanes) truths; // of an opened canary
        uint256 sharedAt; // seconds; when an epoch was closed last
        // disputes
        mapping(LotId lotId => Dispute dispute) disputes;
        mapping(LotId lotId => mapping(uint256 id => Challenge challenge)) challenges;
        mapping(LotId lotId => mapping(uint256 word => Veto veto)) vetoes;
        // slates
        mapping(uint256 slateId => Slate slate) slates;
        uint256 slateCount;
        // rolls, again
        mapping(address account => bool) released; // from its mandates, though they say that it had one
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

    function _epochNow() internal view returns (uint256) {
        return Electorate.epochAt(block.timestamp, _created());
    }

    /// @dev The block `delay` blocks from now, or the first one later on that has a salt where seeds need one.
    function _seedBlockAfter(uint256 delay) internal view returns (uint40) {
        uint256 seedBlock = block.number + delay;
        if (!_hasSaltChain()) return SafeCast.toUint40(seedBlock);
        if (_books().saltChain.link == 0) revert ICurationRolls.CurationSaltChainUnset();
        return SafeCast.toUint40(Math.max(seedBlock, uint256(_books().saltChain.next) * SeedBlock.SPAN));
    }

    /// @dev The number of the audit that counts: 1 after a suspension.
    function _roundOf(LotId lotId) internal view returns (uint8) {
        return _books().audits[lotId][0].flags & AuditFlags.REAUDITED != 0 ? 1 : 0;
    }

    /// @dev The audit that counts, which must have been opened.
    function _auditNow(LotId lotId) internal view returns (Audit storage audit) {
        audit = _books().audits[lotId][_roundOf(lotId)];
        if (audit.clock == 0) revert ICurationAudits.CurationUnknownAudit(lotId);
    }

    /// @dev A panel on a lot by the standings of `epoch`, without the producer and the curator `excluded`.
    function _askPanel(
        LotId lotId,
        uint256 epoch,
        AuditTerms memory terms,
        uint16 excluded
    ) internal view returns (BallotPoll.Poll memory poll) {
        _askPanel(poll, lotId, epoch, terms, excluded);
    }

    /// @dev The same for a poll that has its place in memory.
    function _askPanel(
        BallotPoll.Poll memory poll,
        LotId lotId,
        uint256 epoch,
        AuditTerms memory terms,
        uint16 excluded
    ) internal view {
        Books storage books = _books();
        (uint256 standing, uint256 curators) = Electorate.sumAt(books.sums, books.head, epoch);
        poll.begin(terms.panel, epoch, standing, curators);
        poll.agents = terms.flags & TermsBook.AGENTS_JUDGE != 0;
        poll.bar(books.curators, 0, books.indexes[lotId.producerOf()]);
        poll.bar(books.curators, 1, excluded);
    }

    /// @dev An audit that is drawn.
    function _requireAudit(LotId lotId, uint8 round) internal view returns (Audit memory audit) {
        audit = _books().audits[lotId][round];
        if (audit.clock == 0) revert ICurationAudits.CurationUnknownAudit(lotId);
        if (audit.digest == 0) revert ICurationAudits.CurationSeedNotDrawn(lotId);
    }

    /// @dev The panel that `seed` draws on a lot, and what it signs.
    function _pollOn(
        LotId lotId,
        Audit memory audit,
        AuditTerms memory terms,
        uint32 charterVersion,
        bytes16 seed
    ) internal view returns (BallotPoll.Poll memory poll) {
        _pollOn(poll, lotId, audit, terms, charterVersion, seed);
    }

    /// @dev The same for a poll that has its place in memory.
    function _pollOn(
        BallotPoll.Poll memory poll,
        LotId lotId,
        Audit memory audit,
        AuditTerms memory terms,
        uint32 charterVersion,
        bytes16 seed
    ) internal view {
        _askPanel(poll, lotId, Electorate.unfold(audit.epoch, _epochNow()), terms, audit.excluded);
        poll.name(
            _domainSeparatorV4(),
            AuditBallots.fieldsOf(AuditBallots.AUDIT, LotId.unwrap(lotId), seed, charterVersion, 0),
            2
        );
    }

    /// @dev A version that exists. The studio is asked once for each: versions only grow.
    function _requireCharter(uint32 version) internal {
        if (version != 0 && version <= _books().head.charter) return;
        uint32 newest = IStudio(studio()).charterVersion();
        if (version == 0 || version > newest) revert ICurationAudits.CurationUnknownCharter(version, newest);
        _books().head.charter = newest;
    }

    /// @dev A gate that the studio has replaced judges the lots that it has, and takes no more.
    function _requireCurrent() internal view {
        if (IStudio(studio()).moduleOf(Module.Curation) != address(this)) revert ICurationAudits.CurationReplaced();
    }

    /// @dev Whether terms of this version and with these flags let anybody practice; the defaults do in an open studio.
    function _isDoorOpen(uint256 version, uint8 flags) internal view returns (bool) {
        return version == 0 ? _preset() == Preset.Open : flags & TermsBook.OPEN_DOOR != 0;
    }

    /// @dev Only the registrar or the timelock. A registrar that is an agent would let in whom its mandate does not.
    function _requireManager() internal view {
        IStudio directory = IStudio(studio());
        if (msg.sender == directory.moduleOf(Module.Timelock)) return;
        if (directory.isRegistrar(msg.sender) && !_books().producers[msg.sender].bound) return;
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
