// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Lot, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {Audit, ICurationAudits, Outcome} from "../interfaces/ICurationAudits.sol";
import {Dispute} from "../interfaces/ICurationDisputes.sol";
import {AuditTerms, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {CanarySet, EpochPoints, ICurationScores, Score} from "../interfaces/ICurationScores.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {LotId} from "../types/Ids.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditFlags} from "./AuditFlags.sol";
import {BitSlice} from "./BitSlice.sol";
import {CanaryBook} from "./CanaryBook.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {Electorate} from "./Electorate.sol";
import {SampleLanes} from "./SampleLanes.sol";
import {ScoreBook} from "./ScoreBook.sol";
import {SeedBlock} from "./SeedBlock.sol";
import {SwitchingRules} from "./SwitchingRules.sol";
import {TermsBook} from "./TermsBook.sol";
import {Verdicts} from "./Verdicts.sol";

/// @title CurationScores
/// @notice See {ICurationScores}.
/// @dev A part of {Curation}, which runs this code on its own books; called by itself it has none.
contract CurationScores is CurationBooks, ICurationScores {
    using CanaryBook for Books;
    using SampleLanes for uint256[];
    using ScoreBook for Books;
    using ScoreBook for EpochPoints;
    using ScoreBook for ScoreBook.Round;
    using SwitchingRules for Producer;
    using TermsBook for mapping(uint256 version => AuditTerms terms);

    /// @dev How long an epoch's points can be looked at, and a gate that miscounts be replaced, before they are shared.
    uint256 private constant _PENDING = 1 days;

    /// @dev What issuance has to flow back before another epoch shares it; all of it does in seven days.
    uint256 private constant _REFILL = 6 days;

    uint8 private constant _STRUCK_OFF = 2;

    /// @dev One round of a lot that is being settled.
    struct Settlement {
        LotId lotId;
        uint8 round;
        uint8 last; // the round whose verdict is the lot's
        uint8 flags; // of the round
        uint8 disputes; // flags of all rounds: challenged, vetoed
        uint256 bond; // of the lot
        uint256 fee; // of the round
        uint16 terms;
        uint8 plan;
    }

    constructor(address deployer) CurationBooks(deployer) {}

    /// @inheritdoc ICurationScores
    function settleLot(LotId lotId, uint8 round, Outcome calldata outcome, bytes calldata judgments) external {
        Settlement memory settlement = _openSettlement(lotId, round);
        Audit storage audit = _books().audits[lotId][round];
        _requireOutcome(lotId, audit.digest, outcome);
        bytes32 hash = keccak256(judgments);
        if (hash != outcome.ballots) revert CurationWrongBallots(lotId, hash, outcome.ballots);

        audit.flags = settlement.flags | AuditFlags.SETTLED;
        uint256 paid = _scoreBallots(settlement, outcome, judgments);
        _returnRest(settlement, settlement.fee - paid);
        (uint256 returned, uint256 slashed) = round == settlement.last ? _settleBond(settlement, outcome) : (0, 0);
        emit LotSettled(lotId, round, paid, settlement.fee - paid, returned, slashed);
        _releaseToTimelock(slashed);
    }

    /// @inheritdoc ICurationScores
    function expireLot(LotId lotId) external {
        uint8 round = _roundOf(lotId);
        Audit memory audit = _auditOf(lotId, round);
        if (audit.flags & AuditFlags.SETTLED != 0) revert CurationAlreadySettled(lotId, round);
        if (!_hasExpired(audit)) revert CurationNotExpired(lotId);

        _books().audits[lotId][round].flags = audit.flags | AuditFlags.SETTLED;
        AuditTerms storage terms = _books().terms[audit.terms];
        (uint80 bond, uint80 fee) = (terms.bond, terms.fee);
        bond -= _books().disputes[lotId].paid;
        _books().producers[lotId.producerOf()].free += bond;
        _books().producers[_payerOf(lotId, round)].free += fee;
        emit LotExpired(lotId, round, bond, fee);
    }

    /// @inheritdoc ICurationScores
    function commitCanaries(bytes32 root, uint16 count, uint40 deadline) external {
        if (msg.sender != IStudio(studio()).moduleOf(Module.Board)) _requireManager();
        _books().announce(root, count, deadline);
    }

    /// @inheritdoc ICurationScores
    function openCanary(
        LotId lotId,
        bytes32 root,
        bytes32[] calldata proof,
        bytes32 salt,
        uint256[] calldata masks,
        Outcome calldata outcome
    ) external {
        if (msg.sender != lotId.producerOf()) revert ICurationAudits.CurationUnauthorized(msg.sender);
        Audit storage audit = _requireOpenVerdict(lotId);
        _requireOutcome(lotId, audit.digest, outcome);
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        uint256 set = _books().countOpening(lotId, root, lot.committedAt);
        CanaryBook.requireProved(root, proof, set, lotId, lot.count, salt, masks);

        _books().truths[lotId] = SampleLanes.lanesIn(masks, outcome.seed, outcome.covered, lot.count);
        emit CanaryOpened(lotId, root, salt, masks);
        _voidLot(lotId, audit);
    }

    /// @inheritdoc ICurationScores
    function resolveCanaries(bytes32 root) external {
        _releaseToTimelock(_books().resolve(root));
    }

    /// @inheritdoc ICurationScores
    function scorePractice(LotId lotId, uint16 index, uint256 ok, uint256 defect) external {
        Audit memory audit = _auditOf(lotId, 0);
        bytes32 digest = keccak256(abi.encode(ok, defect));
        bool known = audit.flags & AuditFlags.CANARY != 0 && _books().practices[lotId][index] == digest;
        if (!known) revert CurationNoPractice(lotId, index);
        delete _books().practices[lotId][index];
        ScoreBook.Round memory round;
        (round.canary, round.epoch) = (true, _epochNow());
        (round.known, round.defects) = (_judgedOf(lotId, audit), _books().truths[lotId]);
        ScoreBook.Gain memory gain = round.judge(ok, defect);
        gain.merit /= uint256(_books().practices[lotId][0]);
        _books().practice(index, gain, round);
        emit PracticeScored(lotId, index, gain.hits, gain.misses, gain.falseAlarms, round.points);
    }

    /// @inheritdoc ICurationScores
    function closeEpoch(uint16 epoch) external {
        uint256 end = Math.max(_endOf(epoch) + _PENDING, _books().sharedAt + _REFILL);
        if (block.timestamp < end) revert CurationEpochOpen(epoch, block.timestamp, end);
        EpochPoints storage sum = _books().epochs[epoch];
        (uint64 points, uint64 canaryPoints) = (sum.points, sum.canaryPoints);
        if (sum.budget != 0) revert CurationEpochClosed(epoch);
        if (points == 0) revert CurationEmptyEpoch(epoch);
        _books().sharedAt = block.timestamp;
        uint256 budget = _reputation().reserveIssuance(type(uint256).max);
        if (budget == 0) revert CurationNoBudget(epoch);
        sum.budget = SafeCast.toUint128(budget);
        emit EpochClosed(epoch, points, canaryPoints, budget);
    }

    /// @inheritdoc ICurationScores
    function claimReputation(address account, uint16 epoch) external returns (uint256 raw) {
        EpochPoints memory sum = _books().epochs[epoch];
        uint16 index = _books().indexes[account];
        if (_isStruckOff(index)) revert ICurationAudits.CurationStruckOff(index);
        if (sum.budget != 0) {
            (uint256 points, uint256 canaryPoints) = _books().take(index, epoch);
            raw = sum.shareDown(points, canaryPoints);
        }
        if (raw == 0) revert CurationNothingToClaim(account);

        uint256 minted = _reputation().mintReserved(account, raw, bytes32(uint256(epoch)));
        // what the limit of an account cuts off is lost, so only the account itself decides when to meet it
        if (minted < raw && msg.sender != account) revert ICurationAudits.CurationUnauthorized(msg.sender);
        if (minted == 0) revert CurationNothingToClaim(account);
        emit ReputationClaimed(epoch, account, minted);
        return minted;
    }

    /// @inheritdoc ICurationScores
    function claimPay(address account) external returns (uint256 amount) {
        uint16 index = _books().indexes[account];
        amount = _books().scores[index].pay;
        if (amount == 0) revert CurationNothingToClaim(account);
        _books().scores[index].pay = 0;
        address to = _isStruckOff(index) ? _timelock() : account;
        emit PayClaimed(index, to, amount);
        _release(to, amount);
    }

    /// @inheritdoc ICurationScores
    function scoreOf(uint16 index) external view returns (Score memory) {
        return _books().scores[index];
    }

    /// @inheritdoc ICurationScores
    function pointsOf(uint16 index, uint16 epoch) external view returns (uint256 points, uint256 canaryPoints) {
        return _books().pointsOf(index, epoch);
    }

    /// @inheritdoc ICurationScores
    function epochPointsOf(uint16 epoch) external view returns (EpochPoints memory) {
        return _books().epochs[epoch];
    }

    /// @inheritdoc ICurationScores
    function canariesOf(bytes32 root) external view returns (CanarySet memory) {
        return _books().canaries[root];
    }

    /// @inheritdoc ICurationScores
    function truthOf(LotId lotId) external view returns (bool opened, uint256 lanes) {
        opened = _books().audits[lotId][_roundOf(lotId)].flags & AuditFlags.CANARY != 0;
        return (opened, _books().truths[lotId]);
    }

    // Settling

    function _auditOf(LotId lotId, uint256 round) private view returns (Audit memory audit) {
        audit = _books().audits[lotId][round];
        if (audit.clock == 0) revert ICurationAudits.CurationUnknownAudit(lotId);
    }

    /// @dev Scores, pay and bonds wait until nothing about the lot can change any more.
    function _openSettlement(LotId lotId, uint8 round) private view returns (Settlement memory settlement) {
        Audit memory audit = _auditOf(lotId, round);
        if (audit.flags & AuditFlags.SETTLED != 0) revert CurationAlreadySettled(lotId, round);
        // there is no second round without a suspension in the first
        uint8 last = round == 0 && audit.flags & AuditFlags.REAUDITED == 0 ? 0 : 1;
        uint8 disputes = _requireFinal(lotId, last == round ? audit : _auditOf(lotId, last));
        if (last != 0) disputes |= _books().audits[lotId][0].flags;
        if (disputes & AuditFlags.CHALLENGED != 0) {
            uint16 open = _books().disputes[lotId].open;
            if (open != 0) revert CurationChallengesOpen(lotId, open);
        }
        AuditTerms storage terms = _books().terms[audit.terms];
        (settlement.bond, settlement.fee) = (terms.bond, terms.fee);
        (settlement.lotId, settlement.round, settlement.last) = (lotId, round, last);
        (settlement.flags, settlement.disputes) = (audit.flags, disputes);
        (settlement.terms, settlement.plan) = (audit.terms, audit.plan);
    }

    /// @dev A round is over with its window, or when it expired.
    function _requireFinal(LotId lotId, Audit memory audit) private view returns (uint8 flags) {
        flags = audit.flags;
        if (flags & AuditFlags.SETTLED != 0) return flags;
        if (audit.weight == 0 || block.timestamp < audit.clock) revert CurationNotFinal(lotId);
    }

    function _requireOutcome(LotId lotId, bytes16 expected, Outcome calldata outcome) private pure {
        bytes16 digest = Verdicts.digestOf(outcome);
        if (digest != expected) revert ICurationAudits.CurationWrongOutcome(lotId, digest, expected);
    }

    /// @dev Scores all ballots of the round and says what is paid for them.
    function _scoreBallots(
        Settlement memory settlement,
        Outcome calldata outcome,
        bytes calldata judgments
    ) private returns (uint256 paid) {
        ScoreBook.Round memory round;
        (round.judged, round.weights) = (outcome.covered, outcome.weights);
        round.size = BitSlice.popcount(outcome.covered);
        (round.fee, round.epoch) = (settlement.fee, _epochNow());
        _learn(round, settlement, outcome);
        bytes memory entries;
        (entries, paid) = _books().score(round, judgments);
        emit CuratorsScored(settlement.lotId, settlement.round, round.canary, round.defects, entries);
    }

    /// @dev What is known of the sample without the panel: an opened canary, or what was blocked in an accepted lot
    /// after the panel had let it pass. Where a challenge was dropped undecided, a blocked asset proves nothing.
    function _learn(ScoreBook.Round memory round, Settlement memory settlement, Outcome calldata outcome) private view {
        LotId lotId = settlement.lotId;
        if (settlement.flags & AuditFlags.CANARY != 0) {
            (round.canary, round.known, round.defects) = (true, outcome.covered, _books().truths[lotId]);
        } else if (settlement.disputes & (AuditFlags.CHALLENGED | AuditFlags.VETOED) != 0) {
            Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
            if (lot.status != LotStatus.Accepted || !_provesSomething(settlement, lot.count)) return;
            uint256 count = lot.count;
            // casting to 'uint16' is safe because a lot has at most 256 words
            uint256[] memory masks = _ASSET_REGISTRY.blockedMasks(lotId, 0, uint16(SampleLanes.wordsOf(count)));
            round.defects = masks.lanesIn(outcome.seed, outcome.covered, count) & ~outcome.bad;
            round.known = round.defects;
        }
    }

    /// @dev Whether blocked assets are defects that a sample is likely to have met: challenges of one asset in 256 were
    /// upheld and paid for, or more than the lot's bond could pay, or there is a veto; and no challenge was dropped
    /// undecided. To look for fewer of them in a sample would cost more than all the rest of a settlement.
    function _provesSomething(Settlement memory settlement, uint256 count) private view returns (bool) {
        Dispute storage dispute = _books().disputes[settlement.lotId];
        if (dispute.dropped) return false;
        if (settlement.disputes & AuditFlags.VETOED != 0) return true;
        (uint256 paid, uint256 each) = (dispute.paid, _books().terms[settlement.terms].challengeBond);
        return paid != 0 && (paid == settlement.bond || paid * SampleLanes.WORD >= count * each);
    }

    /// @dev What no ballot earned goes back to whoever paid the fee.
    function _returnRest(Settlement memory settlement, uint256 rest) private {
        if (rest == 0) return;
        address payer = _payerOf(settlement.lotId, settlement.round);
        // casting to 'uint112' is safe because a fee has 80 bits
        _books().producers[payer].free += uint112(rest);
    }

    /// @dev The producer pays for the audit, the challenger that suspends a lot for its second one.
    function _payerOf(LotId lotId, uint8 round) private view returns (address) {
        if (round == 0) return lotId.producerOf();
        return _books().challenges[lotId][_books().disputes[lotId].suspender].challenger;
    }

    /// @dev A canary that was opened says nothing about its producer.
    function _settleBond(
        Settlement memory settlement,
        Outcome calldata outcome
    ) private returns (uint256 returned, uint256 slashed) {
        bool accepted = _isAccepted(settlement, outcome);
        bool canary = settlement.flags & AuditFlags.CANARY != 0;
        uint256 left = settlement.bond;
        if (settlement.disputes & AuditFlags.CHALLENGED != 0) left -= _books().disputes[settlement.lotId].paid;
        (returned, slashed) = accepted || canary ? (left, uint256(0)) : (uint256(0), left);

        address account = settlement.lotId.producerOf();
        Producer memory producer = _books().producers[account];
        uint8 level = producer.level;
        // casting to 'uint112' is safe because a bond has 80 bits
        producer.free += uint112(returned);
        if (!canary) producer.count(accepted);
        _books().producers[account] = producer;
        if (producer.level != level) emit ICurationRolls.ProducerLevelSet(account, producer.level);
    }

    /// @dev The lot's verdict, which follows from the outcome, but for one case that the registry is asked about: as
    /// many lanes as the plan has may be a sample, or all of a lot of as many assets, which may have more bad ones.
    function _isAccepted(Settlement memory settlement, Outcome calldata outcome) private view returns (bool) {
        (uint256 size, uint256 acceptance) = _books().terms.planOf(settlement.terms, settlement.plan);
        uint256 bad = BitSlice.popcount(outcome.bad);
        if (bad <= acceptance) return true;
        uint256 lanes = BitSlice.popcount(outcome.covered);
        if (bad > AcceptancePlan.allowanceOfCensus(acceptance, lanes)) return false;
        return lanes < size || _ASSET_REGISTRY.lotOf(settlement.lotId).status == LotStatus.Accepted;
    }

    /// @dev Neither drawn nor closed in time.
    function _hasExpired(Audit memory audit) private view returns (bool) {
        if (audit.digest == 0) return SeedBlock.isLost(audit.clock);
        uint256 timeOut = _books().terms.read(audit.terms).timeOut;
        return audit.weight == 0 && block.timestamp > audit.clock + timeOut;
    }

    /// @dev The lanes that a panel judges of the lot.
    function _judgedOf(LotId lotId, Audit memory audit) private view returns (uint256) {
        AuditTerms memory terms = _books().terms.read(audit.terms);
        return AcceptancePlan.maskOf(AcceptancePlan.lanesOf(terms, audit.plan, _ASSET_REGISTRY.lotOf(lotId).count));
    }

    // Canaries

    /// @dev The audit of a verdict that may still be replaced.
    function _requireOpenVerdict(LotId lotId) private view returns (Audit storage audit) {
        audit = _auditNow(lotId);
        (uint40 clock, uint16 weight) = (audit.clock, audit.weight);
        if (weight == 0) revert CurationNotFinal(lotId);
        if (block.timestamp >= clock) revert CurationCanaryTooLate(lotId, block.timestamp, clock);
    }

    /// @dev Ends the window: from now on nothing replaces or challenges the verdict.
    function _voidLot(LotId lotId, Audit storage audit) private {
        uint40 time = SafeCast.toUint40(block.timestamp);
        (audit.clock, audit.flags) = (time, audit.flags | AuditFlags.CANARY);
        _ASSET_REGISTRY.setVerdict(lotId, LotStatus.Rejected, VerdictClass.Panel, time);
    }

    // Paying

    function _isStruckOff(uint16 index) private view returns (bool) {
        return _books().curators[index].flags & _STRUCK_OFF != 0;
    }

    function _endOf(uint256 epoch) private view returns (uint256) {
        return _created() + (epoch + 1) * Electorate.EPOCH;
    }

    function _timelock() private view returns (address) {
        return IStudio(studio()).moduleOf(Module.Timelock);
    }

    function _reputation() private view returns (IReputationToken) {
        return IReputationToken(IStudio(studio()).moduleOf(Module.Reputation));
    }

    function _releaseToTimelock(uint256 amount) private {
        if (amount != 0) _release(_timelock(), amount);
    }

    function _release(address to, uint256 amount) private {
        _ROYALTY_SPLITTER.releasePot(_POT, _books().auditToken, to, SafeCast.toUint128(amount));
    }
}
