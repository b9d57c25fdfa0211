// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Lot, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {Audit, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Challenge, Dispute, ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {AuditTerms, Curator, Producer} from "../interfaces/ICurationRolls.sol";
import {LotId} from "../types/Ids.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {AuditFlags} from "./AuditFlags.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {ChallengeMasks} from "./ChallengeMasks.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {DisputePanel} from "./DisputePanel.sol";
import {DisputePurse} from "./DisputePurse.sol";
import {Electorate} from "./Electorate.sol";
import {PanelRuling} from "./PanelRuling.sol";
import {SeedBlock} from "./SeedBlock.sol";
import {TermsBook} from "./TermsBook.sol";

/// @title CurationDisputes
/// @notice See {ICurationDisputes}. {Curation} runs this code on its own books; called directly it has none.
contract CurationDisputes is CurationBooks, ICurationDisputes {
    using BallotPoll for BallotPoll.Poll;
    using DisputePanel for Books;
    using DisputePanel for Dispute;
    using DisputePurse for Dispute;
    using DisputePurse for Producer;
    using Electorate for Curator;
    using PanelRuling for BallotPoll.Poll;
    using PanelRuling for PanelRuling.Ruling;
    using TermsBook for mapping(uint256 version => AuditTerms terms);

    /// @dev Flags of a challenge.
    uint8 private constant _PAID = 1;
    uint8 private constant _WHOLE = 2;
    uint8 private constant _SUSPENDED = 4;

    /// @dev More than one asset in so many, challenged, suspends a lot.
    uint256 private constant _SUSPENDING_DIVISOR = 20;

    /// @dev What a challenger pays, and for what.
    struct Stake {
        uint256 bond;
        uint256 fee;
        uint8 flags; // of the challenge
        uint256 seedDelay; // of a second audit, blocks
        bytes32 masks; // hash of the challenged words
    }

    /// @dev What ballots are brought to.
    struct Hearing {
        LotId lotId;
        uint16 id;
        uint16 firstWord;
        uint32 charterVersion;
        AuditTerms terms;
    }

    /// @dev Where money of a challenge goes.
    struct Payment {
        uint256 returned; // its own, to the challenger
        uint256 reward; // of the lot's bond, to the challenger
        uint256 lost; // its own, to the lot's producer
    }

    constructor(address deployer) CurationBooks(deployer) {}

    /// @inheritdoc ICurationDisputes
    function challenge(
        LotId lotId,
        uint16 firstWord,
        uint256[] calldata masks,
        bytes32 evidence
    ) external returns (uint16 id) {
        uint256 count = _requireWindow(lotId, evidence);
        uint256 assets = ChallengeMasks.impose(_ASSET_REGISTRY, lotId, count, firstWord, masks);
        Stake memory stake = _stakeOf(lotId, assets, count);
        stake.masks = ChallengeMasks.hashOfCalldata(firstWord, masks);
        id = _add(lotId, stake);
        emit LotChallenged(lotId, id, msg.sender, firstWord, masks, evidence, stake.bond, stake.fee);
        if (stake.flags & _SUSPENDED != 0) _suspend(lotId, id, stake.seedDelay);
    }

    /// @inheritdoc ICurationDisputes
    function challengeLot(LotId lotId, bytes32 evidence) external returns (uint16 id) {
        _requireWindow(lotId, evidence);
        if (_roundOf(lotId) != 0) revert CurationAlreadyReaudited(lotId);
        AuditTerms memory terms = _termsOf(lotId);
        _requireAtStake(terms.bond);
        uint256[] memory none = new uint256[](0);
        bytes32 masks = ChallengeMasks.hashOf(0, none);
        id = _add(lotId, Stake(terms.bond, terms.fee, _WHOLE | _SUSPENDED, terms.seedDelay, masks));
        emit LotChallenged(lotId, id, msg.sender, 0, none, evidence, terms.bond, terms.fee);
        _suspend(lotId, id, terms.seedDelay);
    }

    /// @inheritdoc ICurationDisputes
    function callPanel(LotId lotId) external {
        _auditNow(lotId);
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        if (lot.status == LotStatus.Suspended) revert CurationLotSuspended(lotId);
        if (lot.status != LotStatus.Accepted) revert CurationNotAccepted(lotId);
        if (block.timestamp < lot.releasableAt) {
            revert CurationChallengeWindowOpen(lotId, block.timestamp, lot.releasableAt);
        }
        Dispute storage dispute = _books().disputes[lotId];
        if (dispute.open == 0) revert CurationUnknownChallenge(lotId, 0);
        uint256 epoch = _epochNow();
        AuditTerms memory terms = _termsOf(lotId);
        uint40 seedBlock = _seedBlockAfter(terms.seedDelay);
        if (_hasSaltChain()) _books().requireDrawable(lotId);
        dispute.summon(lotId, seedBlock, terms.timeOut, epoch);
        emit PanelCalled(lotId, seedBlock, SafeCast.toUint16(epoch));
    }

    /// @inheritdoc ICurationDisputes
    function drawPanel(LotId lotId, bytes calldata header, bytes32 salt) external {
        Dispute storage dispute = _books().disputes[lotId];
        (bytes16 seed, uint40 clock) = (dispute.seed, dispute.clock);
        if (clock == 0) revert CurationPanelNotCalled(lotId);
        if (seed != 0) revert ICurationAudits.CurationSeedAlreadyDrawn(lotId, seed);
        SeedBlock.requireSalt(_books().salts, _hasSaltChain(), lotId, clock, salt);
        seed = SeedBlock.draw(lotId, clock, header, salt);
        clock = dispute.draw(seed, _termsOf(lotId).ballotWindow);
        emit PanelDrawn(lotId, seed, clock);
    }

    /// @inheritdoc ICurationDisputes
    function adjudicate(
        LotId lotId,
        uint16 id,
        uint16 firstWord,
        uint256[] calldata masks,
        uint32 charterVersion,
        bytes calldata ballots
    ) external {
        _requireUndecided(lotId, id, firstWord, masks);
        if (masks.length == 0) revert CurationInvalidMasks(0, ChallengeMasks.MAX);
        Hearing memory hearing = Hearing(lotId, id, firstWord, charterVersion, _termsOf(lotId));
        BallotPoll.Poll memory poll = _hear(hearing, masks.length, ballots);
        PanelRuling.Ruling memory ruling = poll.rule(ballots, masks);
        if (ruling.decidedAssets == 0) revert CurationNothingDecided(lotId, id);
        _enforce(hearing, ruling);
        _emitJudged(hearing, ruling, ballots);
        _settle(hearing, ruling, poll, ballots);
    }

    /// @inheritdoc ICurationDisputes
    function dropChallenge(LotId lotId, uint16 id, uint16 firstWord, uint256[] calldata masks) external {
        Challenge storage record = _requireUndecided(lotId, id, firstWord, masks);
        AuditTerms memory terms = _termsOf(lotId);
        uint8 flags = record.flags;
        (bool lost, bool repaid) = _endOf(lotId, id, flags, terms.timeOut);

        Dispute storage dispute = _books().disputes[lotId];
        --dispute.open;
        Payment memory payment;
        if (repaid) payment.reward = dispute.draw(terms.bond, terms.fee);
        // the fee of a whole lot is the second audit's, and one that was paid out was earned
        if (flags & (_PAID | _WHOLE) == 0) payment.returned = terms.fee;
        if (lost) payment.lost = record.bond;
        else payment.returned += record.bond;
        (record.bond, record.masks) = (0, 0);
        _pay(lotId, id, payment, 0);
    }

    /// @inheritdoc ICurationDisputes
    function disputeOf(LotId lotId) external view returns (Dispute memory) {
        return _books().disputes[lotId];
    }

    /// @inheritdoc ICurationDisputes
    function challengeOf(LotId lotId, uint16 id) external view returns (Challenge memory) {
        return _books().challenges[lotId][id];
    }

    // Challenges

    /// @dev Number of assets of a lot that can be challenged now.
    function _requireWindow(LotId lotId, bytes32 evidence) private view returns (uint256 count) {
        _auditNow(lotId);
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        if (lot.status != LotStatus.Accepted || block.timestamp >= lot.releasableAt) {
            revert CurationNoChallengeWindow(lotId, lot.status, block.timestamp, lot.releasableAt);
        }
        if (evidence == 0) revert CurationEmptyEvidence();
        return lot.count;
    }

    /// @dev Where nothing is staked, only a curator with a standing now may challenge.
    function _requireAtStake(uint256 bond) private view {
        if (bond != 0) return;
        Curator memory curator = _books().curators[_books().indexes[msg.sender]];
        if (curator.standingAt(_epochNow()) == 0) revert CurationUnbondedChallenge(msg.sender);
    }

    /// @dev What it costs to challenge so many more assets, and whether they suspend the lot.
    function _stakeOf(LotId lotId, uint256 assets, uint256 count) private returns (Stake memory stake) {
        Dispute storage dispute = _books().disputes[lotId];
        uint256 challenged = dispute.challenged + assets;
        dispute.challenged = SafeCast.toUint24(challenged);
        AuditTerms memory terms = _termsOf(lotId);
        _requireAtStake(terms.challengeBond);
        (stake.bond, stake.fee, stake.seedDelay) = (assets * terms.challengeBond, terms.fee, terms.seedDelay);
        if (challenged * _SUSPENDING_DIVISOR <= count || _roundOf(lotId) != 0) return stake;
        stake.fee += terms.fee;
        stake.flags = _SUSPENDED;
    }

    /// @dev A new challenge by the caller, which pays for it.
    function _add(LotId lotId, Stake memory stake) private returns (uint16 id) {
        _books().producers[msg.sender].take(msg.sender, stake.bond + stake.fee);
        Dispute storage dispute = _books().disputes[lotId];
        id = ++dispute.challenges;
        ++dispute.open;
        uint88 bond = SafeCast.toUint88(stake.bond);
        _books().challenges[lotId][id] = Challenge(msg.sender, bond, stake.flags, stake.masks);
        Audit storage audit = _auditNow(lotId);
        if (audit.flags & AuditFlags.CHALLENGED == 0) audit.flags |= AuditFlags.CHALLENGED;
    }

    /// @dev Opens the second audit: tightened, by today's standings, for the rest by what the first one was judged by.
    function _suspend(LotId lotId, uint16 id, uint256 seedDelay) private {
        _books().disputes[lotId].suspender = id;
        Audit storage first = _books().audits[lotId][0];
        uint256 epoch = _epochNow();
        Audit memory second;
        second.clock = _seedBlockAfter(seedDelay);
        (second.excluded, second.terms) = (first.excluded, first.terms);
        // casting to 'uint8' is safe because the rest of the epoch follows from when it is asked
        second.epoch = uint8(epoch);
        second.plan = AcceptancePlan.TIGHTENED;
        second.flags = first.flags & (AuditFlags.CHALLENGED | AuditFlags.VETOED);
        first.flags |= AuditFlags.REAUDITED;
        _books().audits[lotId][1] = second;
        _ASSET_REGISTRY.setVerdict(lotId, LotStatus.Suspended, VerdictClass.Panel, 0);
        emit LotSuspended(lotId, id);
        emit ICurationAudits.AuditOpened(
            lotId,
            lotId.producerOf(),
            1,
            second.clock,
            second.plan,
            second.terms,
            SafeCast.toUint16(epoch),
            second.excluded
        );
    }

    /// @dev The challenge, if it is open and these are the words that wait to be decided.
    function _requireUndecided(
        LotId lotId,
        uint16 id,
        uint16 firstWord,
        uint256[] calldata masks
    ) private view returns (Challenge storage record) {
        record = _books().challenges[lotId][id];
        bytes32 expected = record.masks;
        if (expected == 0) revert CurationUnknownChallenge(lotId, id);
        if (ChallengeMasks.hashOfCalldata(firstWord, masks) != expected) revert CurationWrongMasks(lotId, id);
    }

    /// @dev Why a challenge ends without a panel, or that it does not.
    /// @return lost whether the producer gets the bond
    /// @return repaid whether the lot's bond repays the second audit
    function _endOf(LotId lotId, uint16 id, uint8 flags, uint256 timeOut) private returns (bool lost, bool repaid) {
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        Audit storage audit = _auditNow(lotId);
        if (lot.status == LotStatus.Suspended) {
            _requireExpired(lotId, id, audit, timeOut);
            return (false, false);
        }
        if (block.timestamp < lot.releasableAt) {
            revert CurationChallengePending(lotId, id, block.timestamp, lot.releasableAt);
        }
        // a canary's producer is not to blame for what was planted
        if (lot.status == LotStatus.Rejected)
            return (false, flags & _SUSPENDED != 0 && audit.flags & AuditFlags.CANARY == 0);
        if (flags & _WHOLE != 0) return (true, false);

        Dispute storage dispute = _books().disputes[lotId];
        (bool over, uint256 last) = dispute.timeOf(timeOut);
        if (!over) revert CurationChallengePending(lotId, id, block.timestamp, last);
        dispute.dropped = true;
    }

    function _requireExpired(LotId lotId, uint16 id, Audit storage audit, uint256 timeOut) private view {
        uint256 clock = audit.clock;
        bool drawn = audit.digest != 0;
        uint256 last = clock + (drawn ? timeOut : BlockHistory.WINDOW);
        uint256 time = drawn ? block.timestamp : block.number;
        if (time <= last) revert CurationChallengePending(lotId, id, time, last);
    }

    /// @dev Terms that the lot is judged by.
    function _termsOf(LotId lotId) private view returns (AuditTerms memory) {
        return _books().terms.read(_books().audits[lotId][0].terms);
    }

    // Panels

    /// @dev Counts the ballots of the panel on one challenge. It is never widened: a ruling is final, so a few who join
    /// late must not outweigh those who sleep; the next panel replaces them.
    function _hear(
        Hearing memory hearing,
        uint256 words,
        bytes calldata ballots
    ) private returns (BallotPoll.Poll memory poll) {
        LotId lotId = hearing.lotId;
        Dispute storage dispute = _books().disputes[lotId];
        if (dispute.seed == 0) revert CurationPanelNotDrawn(lotId);
        (bool over, uint256 last) = dispute.timeOf(hearing.terms.timeOut);
        if (over) revert ICurationAudits.CurationAuditTimedOut(lotId, block.timestamp, last);
        _requireCharter(hearing.charterVersion);
        AuditBallots.Fields memory fields = AuditBallots.fieldsOf(
            AuditBallots.ADJUDICATION,
            LotId.unwrap(lotId),
            dispute.seed,
            hearing.charterVersion,
            hearing.firstWord
        );
        uint256 epoch = Electorate.unfold(dispute.epoch, _epochNow());
        poll = _askPanel(lotId, epoch, hearing.terms, _books().audits[lotId][0].excluded);
        address challenger = _books().challenges[lotId][hearing.id].challenger;
        _books().barChallenger(poll, _books().indexes[challenger]);
        poll.name(_domainSeparatorV4(), fields, 2 * words);
        poll.count(_books().curators, ballots);
        _books().requireComplete(lotId, poll, hearing.terms, ballots.length / poll.stride);
    }

    /// @dev Unblocks what is ok, and keeps of the challenge what is undecided.
    function _enforce(Hearing memory hearing, PanelRuling.Ruling memory ruling) private {
        (LotId lotId, uint16 firstWord) = (hearing.lotId, hearing.firstWord);
        bool vetoed = _auditNow(lotId).flags & AuditFlags.VETOED != 0;
        mapping(uint256 word => Veto veto) storage vetoes = _books().vetoes[lotId];
        ChallengeMasks.release(_ASSET_REGISTRY, vetoes, vetoed, lotId, firstWord, ruling.cleared());
        bool done = ruling.undecidedAssets == 0;
        bytes32 left = done ? bytes32(0) : ChallengeMasks.hashOf(firstWord, ruling.undecided);
        _books().challenges[lotId][hearing.id].masks = left;
        if (done) --_books().disputes[lotId].open;
    }

    function _emitJudged(Hearing memory hearing, PanelRuling.Ruling memory ruling, bytes calldata ballots) private {
        emit ChallengeJudged(
            hearing.lotId,
            hearing.id,
            msg.sender,
            hearing.charterVersion,
            hearing.firstWord,
            ruling.decided,
            ruling.upheld,
            ballots
        );
    }

    // Money

    /// @dev The first judgment also pays for the panel: out of the lot's bond, where most of it went against the lot.
    function _settle(
        Hearing memory hearing,
        PanelRuling.Ruling memory ruling,
        BallotPoll.Poll memory poll,
        bytes calldata ballots
    ) private {
        Challenge storage record = _books().challenges[hearing.lotId][hearing.id];
        Dispute storage dispute = _books().disputes[hearing.lotId];
        AuditTerms memory terms = hearing.terms;
        Payment memory payment;
        payment.returned = ruling.upheldAssets * terms.challengeBond;
        payment.lost = ruling.decidedAssets * terms.challengeBond - payment.returned;
        record.bond -= uint88(payment.returned + payment.lost);
        payment.reward = dispute.draw(terms.bond, payment.returned);
        if (record.flags & _PAID == 0) {
            record.flags |= _PAID;
            payment.returned += _payPanel(hearing, poll, ballots);
            if (2 * ruling.upheldAssets > ruling.decidedAssets) payment.reward += dispute.draw(terms.bond, terms.fee);
        }
        _pay(hearing.lotId, hearing.id, payment, ruling.undecidedAssets);
    }

    /// @dev Shares the fee of a challenge; returns what the division left.
    function _payPanel(
        Hearing memory hearing,
        BallotPoll.Poll memory poll,
        bytes calldata ballots
    ) private returns (uint256 rest) {
        if (hearing.terms.fee == 0) return 0;
        bytes memory pays;
        (pays, rest) = DisputePurse.share(_books().scores, hearing.terms.fee, poll, ballots);
        emit AdjudicatorsPaid(hearing.lotId, hearing.id, pays);
    }

    function _pay(LotId lotId, uint16 id, Payment memory payment, uint256 undecided) private {
        address challenger = _books().challenges[lotId][id].challenger;
        _books().producers[challenger].give(payment.returned + payment.reward);
        _books().producers[lotId.producerOf()].give(payment.lost);
        emit ChallengeResolved(lotId, id, payment.returned, payment.reward, payment.lost, undecided);
    }
}
