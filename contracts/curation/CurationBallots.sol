// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {Audit, AuditBallot, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {ICurationBallots} from "../interfaces/ICurationBallots.sol";
import {AuditTerms, Curator} from "../interfaces/ICurationRolls.sol";
import {IStudio, Preset} from "../interfaces/IStudio.sol";
import {LotId} from "../types/Ids.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {Electorate} from "./Electorate.sol";
import {Sortition} from "./Sortition.sol";
import {TermsBook} from "./TermsBook.sol";
import {Verdicts} from "./Verdicts.sol";

/// @title CurationBallots
/// @notice See {ICurationBallots}. {Curation} runs this code on its own books; called directly it has none.
contract CurationBallots is CurationBooks, ICurationBallots {
    using AuditBallots for bytes;
    using BallotPoll for BallotPoll.Poll;
    using Electorate for Curator;
    using TermsBook for mapping(uint256 version => AuditTerms terms);

    /// @dev Seconds.
    uint256 private constant _SELF_CERTIFIED_WINDOW = 1 hours;

    /// @dev Ballots cast directly that a close must include: room for others stays.
    uint256 private constant _MAX_INBOX = 200;

    constructor(address deployer) CurationBooks(deployer) {}

    /// @inheritdoc ICurationBallots
    function castDirect(LotId lotId, uint32 charterVersion, bytes calldata ballot) external {
        uint8 round = _roundOf(lotId);
        Audit memory audit = _requireAudit(lotId, round);
        AuditTerms memory terms = _books().terms.rules(audit.terms);
        _requireBallotsOpen(lotId, audit, terms);
        BallotPoll.Poll memory poll = _pollOn(lotId, audit, terms, charterVersion, audit.digest);
        poll.widening = BallotPoll.wideningAt(audit.clock, terms.timeOut);
        if (ballot.length != poll.stride) revert AuditBallots.AuditBallotsInvalidLength(ballot.length);
        AuditBallots.Ballot memory read;
        ballot.read(0, poll.stride, true, read);
        Curator memory curator = _books().curators[read.index];
        bool drawn = poll.check(curator, read) != 0;
        bool practice = !drawn && _isDoorOpen(audit.terms, terms.flags) && curator.standingAt(poll.epoch) == 0;
        if (practice) {
            _keepPractice(lotId, charterVersion, read.index, ballot);
        } else {
            if (!drawn) revert ICurationAudits.CurationNotDrawn(read.index, SafeCast.toUint8(poll.widening));
            _keepBallot(lotId, round, charterVersion, read.index, curator.key);
        }
        emit BallotCast(lotId, read.index, charterVersion, practice, ballot);
    }

    /// @inheritdoc ICurationBallots
    function selfCertify(LotId lotId, uint16[] calldata words, uint256[] calldata masks) external {
        _requireManager();
        _requireCurrent();
        if (_preset() != Preset.Solo) revert ICurationAudits.CurationWrongPreset(_preset());
        Preset present = IStudio(studio()).preset();
        if (present != Preset.Solo) revert ICurationAudits.CurationWrongPreset(present);
        if (words.length != masks.length) revert ICurationAudits.CurationLengthMismatch(words.length, masks.length);
        LotStatus status = _ASSET_REGISTRY.lotOf(lotId).status;
        if (status != LotStatus.Pending) revert ICurationAudits.CurationNotPending(lotId, status);

        for (uint256 i = 0; i < words.length; ++i) {
            if (i != 0 && words[i] <= words[i - 1]) revert ICurationAudits.CurationUnsortedWords(words[i]);
            if (masks[i] == 0) revert ICurationAudits.CurationEmptyMask(words[i]);
            _ASSET_REGISTRY.setBlocked(lotId, words[i], masks[i]);
        }
        uint40 releasableAt = SafeCast.toUint40(block.timestamp + _SELF_CERTIFIED_WINDOW);
        _ASSET_REGISTRY.setVerdict(lotId, LotStatus.Accepted, VerdictClass.SelfCertified, releasableAt);
        emit LotSelfCertified(lotId, msg.sender);
    }

    /// @inheritdoc ICurationBallots
    function expectedWeightOf(LotId lotId) external view returns (uint16) {
        return SafeCast.toUint16(_pollOn(lotId, 0).expectedWeight());
    }

    /// @inheritdoc ICurationBallots
    function drawnWeightOf(LotId lotId, bytes16 seed, uint16 index, uint8 widening) external view returns (uint16) {
        BallotPoll.Poll memory poll = _pollOn(lotId, seed);
        poll.widening = widening;
        return SafeCast.toUint16(poll.weightOf(_books().curators[index], index));
    }

    /// @inheritdoc ICurationBallots
    function inboxOf(LotId lotId, uint8 round) external view returns (uint32 charterVersion, uint16[] memory indexes) {
        Inbox storage inbox = _books().inboxes[lotId][round];
        return (inbox.charterVersion, inbox.indexes);
    }

    /// @inheritdoc ICurationBallots
    function practiceOf(LotId lotId, uint16 index) external view returns (bytes32) {
        return _books().practices[lotId][index];
    }

    /// @inheritdoc ICurationBallots
    function sampleOf(LotId lotId, bytes16 seed) external view returns (uint24[] memory positions) {
        Audit memory audit = _auditNow(lotId);
        AuditTerms memory terms = _books().terms.rules(audit.terms);
        uint256 count = _ASSET_REGISTRY.lotOf(lotId).count;
        positions = new uint24[](AcceptancePlan.lanesOf(terms, audit.plan, count));
        for (uint256 lane = 0; lane < positions.length; ++lane) {
            positions[lane] = SafeCast.toUint24(Verdicts.positionOf(terms, audit.plan, seed, lane, count));
        }
    }

    /// @inheritdoc ICurationBallots
    function lanePosition(bytes16 seed, uint8 lane, uint32 count) external pure returns (uint24) {
        return SafeCast.toUint24(Sortition.lanePosition(seed, lane, count));
    }

    /// @inheritdoc ICurationBallots
    function hashBallot(AuditBallot calldata ballot) external view returns (bytes32) {
        return _hashTypedDataV4(AuditBallots.hashStruct(ballot));
    }

    /// @dev The same for a view.
    function _pollOn(LotId lotId, bytes16 seed) private view returns (BallotPoll.Poll memory) {
        Audit memory audit = _auditNow(lotId);
        return _pollOn(lotId, audit, _books().terms.rules(audit.terms), 0, seed);
    }

    function _requireBallotsOpen(LotId lotId, Audit memory audit, AuditTerms memory terms) private view {
        if (audit.weight == 0 && block.timestamp <= audit.clock + terms.timeOut) return;
        revert CurationBallotsClosed(lotId, block.timestamp, audit.clock);
    }

    function _keepPractice(LotId lotId, uint32 charterVersion, uint16 index, bytes calldata ballot) private {
        _requireCharter(charterVersion);
        mapping(uint256 index => bytes32 digest) storage practices = _books().practices[lotId];
        if (practices[index] != 0) revert CurationAlreadyCast(lotId, index);
        practices[index] = keccak256(ballot[AuditBallots.WORDS:]);
        // no curator has index 0: there the ballots are counted, since they share what one of them could earn
        practices[0] = bytes32(uint256(practices[0]) + 1);
    }

    function _keepBallot(LotId lotId, uint8 round, uint32 charterVersion, uint16 index, address key) private {
        Inbox storage inbox = _books().inboxes[lotId][round];
        uint256 cast = inbox.indexes.length;
        uint32 expected = cast == 0 ? IStudio(studio()).charterVersion() : inbox.charterVersion;
        if (charterVersion != expected) revert ICurationAudits.CurationInboxCharter(lotId, charterVersion, expected);
        address before = inbox.keys[index];
        if (before == key) revert CurationAlreadyCast(lotId, index);
        inbox.keys[index] = key;
        if (before != address(0)) return;
        if (cast == _MAX_INBOX) revert CurationInboxFull(lotId);
        inbox.charterVersion = charterVersion;
        inbox.indexes.push(index);
        _books().audits[lotId][round].inbox = SafeCast.toUint8(cast + 1);
    }
}
