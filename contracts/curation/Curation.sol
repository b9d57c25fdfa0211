// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";
import {Lot, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {Audit, ICurationAudits, Outcome} from "../interfaces/ICurationAudits.sol";
import {AuditTerms, Curator, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {PartCode} from "../studio/PartCode.sol";
import {LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {AuditFlags} from "./AuditFlags.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BallotTally} from "./BallotTally.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {CurationRoutes} from "./CurationRoutes.sol";
import {Electorate} from "./Electorate.sol";
import {MaskSet} from "./MaskSet.sol";
import {SeedBlock} from "./SeedBlock.sol";
import {TermsBook} from "./TermsBook.sol";
import {Verdicts} from "./Verdicts.sol";

/// @title Curation
/// @notice See {ICuration}.
/// @dev A module clone without state at birth. What is asked less often is the code of its parts, which run on these
/// books: what is not found here is passed on. The verdict lives in AssetRegistry; here is what a replacement needs.
contract Curation is CurationBooks, ICurationAudits {
    using AuditBallots for bytes;
    using BallotPoll for BallotPoll.Poll;
    using BallotTally for BallotTally.Tally;
    using Electorate for Curator;
    using MaskSet for MaskSet.Set;
    using PartCode for address;
    using TermsBook for mapping(uint256 version => AuditTerms terms);
    using Verdicts for Outcome;

    uint256 private constant _MIN_CURATORS = 3;
    uint32 private constant _REGISTRAR_QUOTA = 200_000;
    uint8 private constant _STOPPED = 3;

    /// @dev Curators among whom an early close looks for one that was drawn and is missing.
    uint256 private constant _MAX_WALK = 255;

    /// @dev One close, from the first check to the event.
    struct Close {
        LotId lotId;
        uint32 charterVersion;
        uint8 round;
        uint256 flags; // of both audits
        Audit audit; // as it will be stored
        AuditTerms terms;
        uint256 count; // assets of the lot
        LotStatus present;
        LotStatus status;
        BallotPoll.Poll poll;
        Outcome outcome;
    }

    address private immutable _CURATION_BALLOTS;
    address private immutable _CURATION_ROLLS;
    address private immutable _CURATION_SCORES;
    address private immutable _CURATION_DISPUTES;
    address private immutable _CURATION_OBJECTIONS;
    address private immutable _CURATION_SLATES;

    constructor(address deployer) CurationBooks(deployer) {
        IDeployer names = IDeployer(deployer);
        _CURATION_BALLOTS = names.addressOf(Names.CURATION_BALLOTS);
        _CURATION_ROLLS = names.addressOf(Names.CURATION_ROLLS);
        _CURATION_SCORES = names.addressOf(Names.CURATION_SCORES);
        _CURATION_DISPUTES = names.addressOf(Names.CURATION_DISPUTES);
        _CURATION_OBJECTIONS = names.addressOf(Names.CURATION_OBJECTIONS);
        _CURATION_SLATES = names.addressOf(Names.CURATION_SLATES);
    }

    /// @dev A function that no part has is refused by the last one asked.
    // Nothing here is for sale: the gate takes no ether.
    // solhint-disable-next-line payable-fallback
    fallback() external {
        _partOf(uint32(msg.sig)).run();
    }

    /// @inheritdoc ICurationAudits
    function admitLot(LotId lotId, address producer, uint32 count) external {
        if (msg.sender != address(_ASSET_REGISTRY)) revert CurationUnauthorized(msg.sender);
        if (_preset() == Preset.Solo) {
            _engage(lotId, count, 0, false);
            return;
        }
        uint16 version = _books().head.terms;
        (uint256 stake, uint256 seedDelay) = _books().terms.stakeOf(version);
        (uint8 plan, uint16 excluded) = _engage(lotId, count, stake, true);
        uint16 epoch = SafeCast.toUint16(_epochNow());
        _requireJudges(producer, excluded, epoch);
        _open(lotId, _seedBlockAfter(seedDelay), plan, excluded, version, epoch);
    }

    /// @inheritdoc ICurationAudits
    function drawSeed(LotId lotId, bytes calldata header, bytes32 salt) external {
        Audit storage audit = _auditNow(lotId);
        (bytes16 seed, uint40 clock, uint16 version) = (audit.digest, audit.clock, audit.terms);
        if (seed != 0) revert CurationSeedAlreadyDrawn(lotId, seed);
        SeedBlock.requireSalt(_books().salts, _hasSaltChain(), lotId, clock, salt);
        seed = SeedBlock.draw(lotId, clock, header, salt);
        clock = _after(_books().terms.ballotWindowOf(version));
        audit.digest = seed;
        audit.clock = clock;
        emit SeedDrawn(lotId, seed, clock);
    }

    /// @inheritdoc ICurationAudits
    function closeAudit(
        LotId lotId,
        uint32 charterVersion,
        bytes calldata ballots,
        Outcome calldata previous
    ) external {
        Close memory close = _openClose(lotId, charterVersion);
        bytes16 seed = _requireInTime(close, previous);
        _requireCharter(charterVersion);
        _pollOn(close.poll, lotId, close.audit, close.terms, charterVersion, seed);
        close.poll.widening = _wideningOf(close);
        close.poll.count(_books().curators, ballots);
        _requireCast(close, ballots);
        _requireWeight(close, ballots);
        _judge(close, ballots);
        _replaceMasks(close, previous);
        _store(close);
        _ASSET_REGISTRY.setVerdict(lotId, close.status, VerdictClass.Panel, close.audit.clock);
        _announce(close, ballots);
    }

    /// @inheritdoc ICurationAudits
    function auditOf(LotId lotId, uint8 round) external view returns (Audit memory) {
        return _books().audits[lotId][round];
    }

    /// @inheritdoc ICurationAudits
    function roundOf(LotId lotId) external view returns (uint8) {
        return _roundOf(lotId);
    }

    /// @inheritdoc ICurationAudits
    function isExpired(LotId lotId) external view returns (bool) {
        Audit memory audit = _auditNow(lotId);
        if (audit.digest == 0) return SeedBlock.isLost(audit.clock);
        return audit.weight == 0 && block.timestamp > audit.clock + _books().terms.read(audit.terms).timeOut;
    }

    /// @inheritdoc ICurationAudits
    function hashOutcome(Outcome calldata outcome) external pure returns (bytes16) {
        return Verdicts.digestOf(outcome);
    }

    /// @dev The part that has the code of a function that is not here.
    function _partOf(uint32 selector) private view returns (address) {
        if (CurationRoutes.isOfScores(selector)) return _CURATION_SCORES;
        if (CurationRoutes.isOfBallots(selector)) return _CURATION_BALLOTS;
        if (CurationRoutes.isOfDisputes(selector)) return _CURATION_DISPUTES;
        if (CurationRoutes.isOfObjections(selector)) return _CURATION_OBJECTIONS;
        if (CurationRoutes.isOfSlates(selector)) return _CURATION_SLATES;
        return _CURATION_ROLLS;
    }

    // Committing

    /// @dev Counts a lot against what its producer may do today, and puts its stake aside. The quota of an agent is the
    /// largest number here, and the mandates count. The studio is asked about its gate and registrar, and the token
    /// about the producer's delegate, once a day.
    function _engage(
        LotId lotId,
        uint32 count,
        uint256 stake,
        bool judged
    ) private returns (uint8 level, uint16 delegate) {
        address account = lotId.producerOf();
        Producer storage producer = _books().producers[account];
        (uint32 quota, uint32 used, uint112 free) = (producer.quota, producer.used, producer.free);
        (level, delegate) = (producer.level, producer.delegate);
        uint32 today = SafeCast.toUint32(block.timestamp / 1 days);
        if (producer.day != today) {
            _requireCurrent();
            if (quota == 0 && !IStudio(studio()).isRegistrar(account)) {
                revert ICurationRolls.CurationUnknownProducer(account);
            }
            used = 0;
            delegate = judged ? _delegateOf(account, producer.bound) : 0;
        }
        uint256 total = uint256(used) + count;
        if (quota == 0) quota = _REGISTRAR_QUOTA;
        if (total > quota) revert ICurationRolls.CurationQuotaExceeded(account, total, quota);
        if (level == _STOPPED) revert CurationProducerStopped(account);
        if (free < stake) revert CurationDepositTooSmall(account, free, stake);
        // casting is safe because the total is not above a quota of 32 bits, and the rest not above a deposit of 112
        (producer.used, producer.free) = (uint32(total), uint112(free - stake));
        producer.day = today;
        producer.delegate = delegate;
        if (producer.bound) _useMandate(lotId, count);
    }

    function _useMandate(LotId lotId, uint32 count) private {
        address mandates = _books().head.mandates;
        if (mandates == address(0)) revert ICurationRolls.CurationUnknownProducer(lotId.producerOf());
        IAgentMandates(mandates).useQuota(lotId, count);
    }

    /// @dev Index of the curator to whom an account delegates its votes, unless that is itself, or who answers for it
    /// as an agent; zero: none.
    function _delegateOf(address account, bool bound) private view returns (uint16) {
        address token = IStudio(studio()).moduleOf(Module.Reputation);
        address delegatee;
        // an agent has no votes to delegate
        if (bound) (delegatee, ) = IReputationToken(token).sponsorOf(account);
        else delegatee = IVotes(token).delegates(account);
        return delegatee == account ? 0 : _books().indexes[delegatee];
    }

    /// @dev Refuses a lot that nobody could judge.
    function _requireJudges(address producer, uint16 excluded, uint16 epoch) private view {
        Books storage books = _books();
        (, uint256 judges) = Electorate.sumAt(books.sums, books.head, epoch);
        // only in a small studio it matters whether two of them may not judge
        if (judges >= _MIN_CURATORS + 2) return;
        uint16 own = books.indexes[producer];
        if (books.curators[own].standingAt(epoch) != 0) --judges;
        if (excluded != own && books.curators[excluded].standingAt(epoch) != 0) --judges;
        if (judges < _MIN_CURATORS) revert CurationTooFewCurators(epoch, judges, _MIN_CURATORS);
    }

    function _open(LotId lotId, uint40 seedBlock, uint8 plan, uint16 excluded, uint16 version, uint16 epoch) private {
        if (!_books().head.opened) _books().head.opened = true;
        // The registry refuses a second lot with this id, so the slot is empty.
        Audit storage audit = _books().audits[lotId][0];
        audit.clock = seedBlock;
        audit.excluded = excluded;
        audit.terms = version;
        // casting to 'uint8' is meant to cut: the low bits are enough to find the epoch again
        audit.epoch = uint8(epoch);
        audit.plan = plan;
        emit AuditOpened(lotId, lotId.producerOf(), 0, seedBlock, plan, version, epoch, excluded);
    }

    // Closing

    function _openClose(LotId lotId, uint32 charterVersion) private view returns (Close memory close) {
        uint8 first = _books().audits[lotId][0].flags;
        close.lotId = lotId;
        close.charterVersion = charterVersion;
        close.round = first & AuditFlags.REAUDITED != 0 ? 1 : 0;
        close.audit = _requireAudit(lotId, close.round);
        close.flags = first | close.audit.flags;
        uint16 version = close.audit.terms;
        if (version == 0) close.terms = TermsBook.defaults();
        else _books().terms.fill(version, close.terms);
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        (close.count, close.present) = (lot.count, lot.status);
    }

    /// @dev The seed, if the present verdict is what the caller says and can still be replaced.
    function _requireInTime(Close memory close, Outcome memory previous) private view returns (bytes16) {
        Audit memory audit = close.audit;
        if (audit.weight == 0) {
            uint256 latest = audit.clock + close.terms.timeOut;
            if (block.timestamp > latest) revert CurationAuditTimedOut(close.lotId, block.timestamp, latest);
        } else if (block.timestamp >= audit.clock || audit.flags & AuditFlags.CANARY != 0) {
            revert CurationVerdictFinal(close.lotId, block.timestamp, audit.clock);
        }
        bytes16 digest = previous.digestOf();
        bytes16 expected = audit.weight == 0 ? Verdicts.NONE : audit.digest;
        if (digest != expected) revert CurationWrongOutcome(close.lotId, digest, expected);
        return audit.weight == 0 ? audit.digest : previous.seed;
    }

    function _wideningOf(Close memory close) private view returns (uint256) {
        if (close.audit.weight != 0) return close.audit.flags & AuditFlags.WIDENING;
        return BallotPoll.wideningAt(close.audit.clock, close.terms.timeOut);
    }

    /// @dev Every ballot that was cast directly must be there, unless its curator could not sign it any more.
    function _requireCast(Close memory close, bytes calldata ballots) private view {
        uint256 cast = close.audit.inbox;
        if (cast == 0) return;
        Inbox storage inbox = _books().inboxes[close.lotId][close.round];
        if (close.charterVersion != inbox.charterVersion) {
            revert CurationInboxCharter(close.lotId, close.charterVersion, inbox.charterVersion);
        }
        uint256[] memory present = AuditBallots.indexSet(ballots, close.poll.stride);
        for (uint256 i = 0; i < cast; ++i) {
            uint16 index = inbox.indexes[i];
            if ((present[index >> 8] >> (index & 0xff)) & 1 != 0) continue;
            Curator memory curator = _books().curators[index];
            if (curator.key != inbox.keys[index] || close.poll.weightOf(curator, index) == 0) continue;
            revert CurationBallotMissing(close.lotId, index);
        }
    }

    function _requireWeight(Close memory close, bytes calldata ballots) private view {
        BallotPoll.Poll memory poll = close.poll;
        Audit memory audit = close.audit;
        uint256 subject = LotId.unwrap(close.lotId);
        poll.requireQuorum(close.terms.quorum);
        uint8 minimum = close.terms.minHumanBallots;
        if (poll.humans < minimum) revert CurationTooFewHumans(subject, poll.humans, minimum);
        if (audit.weight != 0) {
            if (poll.weight <= audit.weight) revert CurationNotHeavier(subject, poll.weight, audit.weight);
        } else if (block.timestamp < audit.clock) {
            uint256 last = _books().head.curators;
            bool all = last <= _MAX_WALK && poll.drawn(_books().curators, last) == ballots.count(poll.stride);
            if (!all) revert CurationBallotsOpen(close.lotId, block.timestamp, audit.clock);
        }
    }

    function _judge(Close memory close, bytes calldata ballots) private pure {
        BallotPoll.Poll memory poll = close.poll;
        uint8 plan = close.audit.plan;
        BallotTally.Tally memory tally;
        tally.countPair(poll, ballots, 0);
        uint256 threshold = BallotPoll.shareOf(poll.expectedWeight(), close.terms.coverage);
        (uint256 covered, uint256 bad) = tally.judge(poll.weight, threshold);
        uint256 judged = AcceptancePlan.maskOf(AcceptancePlan.lanesOf(close.terms, plan, close.count));
        if (covered & judged != judged) revert CurationUncovered(close.lotId, judged & ~covered);
        bytes32 judgments = keccak256(ballots.judgments(poll.stride));
        close.outcome = Outcome(poll.fields.seed, judgments, judged, bad & judged, poll.weights);
        bool accepted = Verdicts.isAccepted(close.terms, plan, close.count, bad & judged);
        close.status = accepted ? LotStatus.Accepted : LotStatus.Rejected;
    }

    /// @dev Blocks what the new verdict finds bad. What only the old one found is freed, unless somebody else has
    /// blocked assets since then. Then the window starts anew, as it does when an asset may be sold now and before not.
    function _replaceMasks(Close memory close, Outcome memory previous) private {
        bool restarts = close.audit.weight == 0;
        bool accepts = close.status == LotStatus.Accepted;
        MaskSet.Set memory masks;
        if (accepts) {
            masks = _locate(close, close.outcome.bad);
            if (close.present == LotStatus.Rejected) restarts = true;
        }
        if (close.round != 0 || close.flags & (AuditFlags.CHALLENGED | AuditFlags.VETOED) != 0) {
            _addMasks(close, masks);
            // what only the old verdict found stays blocked, but says nothing about who judged it
            if (previous.bad & ~close.outcome.bad != 0) _books().disputes[close.lotId].dropped = true;
        } else {
            MaskSet.Set memory old;
            if (close.present == LotStatus.Accepted) old = _locate(close, previous.bad);
            if (_setMasks(close.lotId, old, masks) && accepts) restarts = true;
        }
        if (restarts) close.audit.clock = _after(close.terms.challengeWindow);
    }

    function _locate(Close memory close, uint256 bad) private pure returns (MaskSet.Set memory) {
        return Verdicts.locate(close.terms, close.audit.plan, close.outcome.seed, bad, close.count);
    }

    /// @dev Masks are absolute: what the new verdict does not block is cleared.
    function _setMasks(LotId lotId, MaskSet.Set memory old, MaskSet.Set memory masks) private returns (bool unblocks) {
        for (uint256 i = 0; i < old.length; ++i) {
            uint256 mask = masks.maskOf(old.words[i]);
            if (old.masks[i] & ~mask != 0) unblocks = true;
            if (mask == 0) _ASSET_REGISTRY.setBlocked(lotId, old.words[i], 0);
        }
        for (uint256 i = 0; i < masks.length; ++i) {
            if (old.maskOf(masks.words[i]) == masks.masks[i]) continue;
            _ASSET_REGISTRY.setBlocked(lotId, masks.words[i], masks.masks[i]);
        }
    }

    /// @dev What others have blocked stays, and what the panel finds bad is no longer the board's to free.
    function _addMasks(Close memory close, MaskSet.Set memory masks) private {
        for (uint256 i = 0; i < masks.length; ++i) {
            (uint16 word, uint256 mask) = (masks.words[i], masks.masks[i]);
            uint256 blocked = _ASSET_REGISTRY.blockedWord(close.lotId, word);
            if (mask & ~blocked != 0) _ASSET_REGISTRY.setBlocked(close.lotId, word, blocked | mask);
            if (close.flags & AuditFlags.VETOED == 0) continue;
            Veto storage veto = _books().vetoes[close.lotId][word];
            if (veto.mask & mask != 0) veto.mask &= ~mask;
        }
    }

    /// @dev Writes in a row become one.
    function _store(Close memory close) private {
        Audit memory audit = close.audit;
        audit.weight = SafeCast.toUint16(close.poll.weight);
        audit.humanBallots = SafeCast.toUint8(close.poll.humans);
        audit.flags = (audit.flags & ~AuditFlags.WIDENING) | SafeCast.toUint8(close.poll.widening);
        bytes16 digest = close.outcome.digestOf();
        (uint40 clock, uint16 weight, uint8 humans, uint8 flags) = (
            audit.clock,
            audit.weight,
            audit.humanBallots,
            audit.flags
        );
        Audit storage stored = _books().audits[close.lotId][close.round];
        stored.digest = digest;
        stored.clock = clock;
        stored.weight = weight;
        stored.humanBallots = humans;
        stored.flags = flags;
    }

    function _announce(Close memory close, bytes calldata ballots) private {
        emit AuditClosed(
            close.lotId,
            msg.sender,
            close.charterVersion,
            SafeCast.toUint16(close.poll.expectedWeight()),
            close.audit.weight,
            close.audit.humanBallots,
            close.audit.flags & AuditFlags.WIDENING,
            close.outcome.covered,
            close.outcome.bad,
            close.outcome.weights,
            close.status,
            close.audit.clock,
            ballots
        );
    }

    function _after(uint256 window) private view returns (uint40) {
        return SafeCast.toUint40(block.timestamp + window);
    }
}
