// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Lot, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {Audit, AuditBallot, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Curator, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IStudio, Preset} from "../interfaces/IStudio.sol";
import {ONE} from "../types/Constants.sol";
import {LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {BallotTally} from "./BallotTally.sol";
import {BitSlice} from "./BitSlice.sol";
import {BlockHeader} from "./BlockHeader.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {CurationRoutes} from "./CurationRoutes.sol";
import {MaskSet} from "./MaskSet.sol";
import {Sortition} from "./Sortition.sol";

/// @title Curation
/// @notice See {ICuration}.
/// @dev A module clone without state at birth. What is asked less often is the code of five parts, which run on these
/// books: what is not found here is passed on. The verdict lives in AssetRegistry; here is what a replacement needs.
contract Curation is CurationBooks, ICurationAudits {
    using AuditBallots for bytes;
    using BallotTally for BallotTally.Tally;
    using MaskSet for MaskSet.Set;

    uint256 private constant _SEED_DELAY = 32;
    uint256 private constant _BALLOT_WINDOW = 24 hours;
    uint256 private constant _TIME_OUT = 7 days;
    uint256 private constant _CHALLENGE_WINDOW = 24 hours;
    uint256 private constant _SELF_CERTIFIED_WINDOW = 1 hours;

    /// @dev ppm of the expected weight.
    uint256 private constant _QUORUM = 600_000;
    uint256 private constant _COVERAGE = 400_000;
    uint256 private constant _MAX_BALLOTS = 255;
    uint256 private constant _MIN_CURATORS = 3;
    uint32 private constant _REGISTRAR_QUOTA = 200_000;
    uint16 private constant _AGENT_FLAG = 1;

    uint8 private constant _SALT_CHAIN_FIELD = 1;

    /// @dev What every ballot of one close is checked against.
    struct Poll {
        bytes32 domainSeparator;
        uint16 electorate;
        uint16 ownIndex; // index of the lot's producer; zero if it is no curator
        uint256 cursor; // order of the last ballot: tier falling, then index rising
        uint256 humans; // ballots so far whose curator is not flagged as an agent
        AuditBallots.Fields fields;
    }

    /// @dev What follows from a tally.
    struct Verdict {
        LotStatus status;
        uint256 covered;
        uint256 bad;
        MaskSet.Set blocked;
    }

    address private immutable _CURATION_ROLLS;
    address private immutable _CURATION_SCORES;
    address private immutable _CURATION_DISPUTES;
    address private immutable _CURATION_OBJECTIONS;
    address private immutable _CURATION_SLATES;

    constructor(address deployer) CurationBooks(deployer) {
        IDeployer names = IDeployer(deployer);
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
        _run(_partOf(msg.sig));
    }

    /// @inheritdoc ICurationAudits
    function admitLot(LotId lotId, address producer, uint32 count) external {
        if (msg.sender != address(_ASSET_REGISTRY)) revert CurationUnauthorized(msg.sender);
        if (_hasSaltChain()) revert CurationUnsupportedTerm(_SALT_CHAIN_FIELD);
        _useQuota(producer, count);
        if (_preset() == Preset.Solo) return;

        // The registry refuses a second lot with this id, so the slot is empty.
        uint40 seedBlock = SafeCast.toUint40(block.number + _SEED_DELAY);
        _books().audits[lotId][0].clock = seedBlock;
        emit AuditOpened(lotId, producer, seedBlock, AcceptancePlan.NORMAL);
    }

    /// @inheritdoc ICurationAudits
    function drawSeed(LotId lotId, bytes calldata header, bytes32 salt) external {
        Audit storage audit = _books().audits[lotId][0];
        (bytes16 seed, uint40 clock) = (audit.seed, audit.clock);
        if (clock == 0) revert CurationUnknownAudit(lotId);
        if (seed != 0) revert CurationSeedAlreadyDrawn(lotId, seed);
        if (salt != 0) revert CurationUnexpectedSalt(lotId, salt);
        bytes32 prevRandao = _readRandao(lotId, clock, header);

        (uint16 voters, uint16 expectedWeight) = _freezeElectorate(lotId);
        seed = Sortition.seedOf(LotId.unwrap(lotId), prevRandao, salt);
        clock = _after(_BALLOT_WINDOW);
        audit.seed = seed;
        audit.clock = clock;
        audit.expectedWeight = expectedWeight;
        audit.electorate = voters;
        emit SeedDrawn(lotId, seed, clock, expectedWeight);
    }

    /// @inheritdoc ICurationAudits
    function closeAudit(
        LotId lotId,
        uint32 charterVersion,
        bytes calldata ballots,
        uint16[] calldata previousWords
    ) external {
        Audit memory audit = _requireAudit(lotId);
        _requireInTime(lotId, audit);
        _requireCharter(charterVersion);
        BallotTally.Tally memory tally = _count(lotId, audit, charterVersion, ballots);
        _requireWeight(lotId, audit, tally.weight);
        Lot memory lot = _lotOf(lotId);
        Verdict memory verdict = _judge(lotId, audit, tally, lot.count);

        bool unblocks = _unblocks(lotId, audit.blockedWords, previousWords, verdict.blocked);
        bool accepts = verdict.status == LotStatus.Accepted && lot.status == LotStatus.Rejected;
        if (audit.weight == 0 || accepts || unblocks) audit.clock = _after(_CHALLENGE_WINDOW);

        audit.weight = SafeCast.toUint16(tally.weight);
        audit.humanBallots = SafeCast.toUint8(tally.humans);
        audit.blockedWords = SafeCast.toUint8(verdict.blocked.length);
        _storeClose(lotId, audit);
        _pushMasks(lotId, previousWords, verdict.blocked);
        _setVerdict(lotId, verdict.status, VerdictClass.Panel, audit.clock);
        _emitClosed(lotId, charterVersion, ballots, audit, verdict);
    }

    /// @inheritdoc ICurationAudits
    function selfCertify(LotId lotId, uint16[] calldata words, uint256[] calldata masks) external {
        _requireManager();
        if (_preset() != Preset.Solo) revert CurationWrongPreset(_preset());
        if (words.length != masks.length) revert CurationLengthMismatch(words.length, masks.length);
        LotStatus status = _lotOf(lotId).status;
        if (status != LotStatus.Pending) revert CurationNotPending(lotId, status);

        for (uint256 i = 0; i < words.length; ++i) {
            if (i != 0 && words[i] <= words[i - 1]) revert CurationUnsortedWords(words[i]);
            if (masks[i] == 0) revert CurationEmptyMask(words[i]);
            _setBlocked(lotId, words[i], masks[i]);
        }
        _setVerdict(lotId, LotStatus.Accepted, VerdictClass.SelfCertified, _after(_SELF_CERTIFIED_WINDOW));
        emit LotSelfCertified(lotId, msg.sender);
    }

    /// @inheritdoc ICurationAudits
    function auditOf(LotId lotId) external view returns (Audit memory) {
        return _books().audits[lotId][0];
    }

    /// @inheritdoc ICurationAudits
    function isExpired(LotId lotId) external view returns (bool) {
        Audit memory audit = _requireAudit(lotId);
        if (audit.seed == 0) return block.number > audit.clock + BlockHistory.WINDOW;
        return audit.weight == 0 && block.timestamp > audit.clock + _TIME_OUT;
    }

    /// @inheritdoc ICurationAudits
    function sampleOf(LotId lotId) external view returns (uint24[] memory positions) {
        Audit memory audit = _requireAudit(lotId);
        if (audit.seed == 0) revert CurationSeedNotDrawn(lotId);
        uint32 count = _lotOf(lotId).count;
        positions = new uint24[](AcceptancePlan.lanesOf(audit.plan, count));
        for (uint256 lane = 0; lane < positions.length; ++lane) {
            positions[lane] = SafeCast.toUint24(_positionOf(audit, lane, count));
        }
    }

    /// @inheritdoc ICurationAudits
    function lanePosition(bytes16 seed, uint8 lane, uint32 count) external pure returns (uint24) {
        return SafeCast.toUint24(Sortition.lanePosition(seed, lane, count));
    }

    /// @inheritdoc ICurationAudits
    function planOf(uint8 plan) external pure returns (uint16 sampleSize, uint16 acceptance) {
        (uint256 n, uint256 c) = AcceptancePlan.limits(plan);
        return (SafeCast.toUint16(n), SafeCast.toUint16(c));
    }

    /// @inheritdoc ICurationAudits
    function hashBallot(AuditBallot calldata ballot) external view returns (bytes32) {
        return _hashTypedDataV4(AuditBallots.hashStruct(ballot));
    }

    /// @dev Runs the code of a part on these books and answers with its answer.
    function _run(address part) private {
        // Nothing returns to Solidity from here, so all memory may be used.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), part, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }

    /// @dev The part that has the code of a function that is not here.
    function _partOf(bytes4 selector) private view returns (address) {
        if (CurationRoutes.isOfScores(selector)) return _CURATION_SCORES;
        if (CurationRoutes.isOfDisputes(selector)) return _CURATION_DISPUTES;
        if (CurationRoutes.isOfObjections(selector)) return _CURATION_OBJECTIONS;
        if (CurationRoutes.isOfSlates(selector)) return _CURATION_SLATES;
        return _CURATION_ROLLS;
    }

    /// @dev Counts a lot against the producer's quota of today. The studio is asked about its registrar once a day.
    function _useQuota(address account, uint32 count) private {
        Producer storage producer = _books().producers[account];
        (uint32 quota, uint32 used, uint32 day) = (producer.quota, producer.used, producer.day);
        uint32 today = SafeCast.toUint32(block.timestamp / 1 days);
        if (quota == 0) {
            if (day != today && !IStudio(studio()).isRegistrar(account))
                revert ICurationRolls.CurationUnknownProducer(account);
            quota = _REGISTRAR_QUOTA;
        }
        uint256 total = (day == today ? used : 0) + uint256(count);
        if (total > quota) revert ICurationRolls.CurationQuotaExceeded(account, total, quota);
        used = SafeCast.toUint32(total);
        producer.used = used;
        producer.day = today;
    }

    /// @dev Number of curators at this moment, and the weight of those among them who may judge the lot.
    function _freezeElectorate(LotId lotId) private view returns (uint16 curators, uint16 weight) {
        (curators, weight) = (_books().voters.curators, _books().voters.weight);
        uint16 own = _books().indexes[lotId.producerOf()];
        uint256 judges = curators;
        if (own != 0) {
            --judges;
            weight -= _weightOf(_books().curators[own].tier);
        }
        if (judges < _MIN_CURATORS) revert CurationTooFewCurators(lotId, judges, _MIN_CURATORS);
    }

    function _curatorAt(uint256 index) private view returns (address key, uint8 tier, bool agent) {
        Curator storage curator = _books().curators[index];
        return (curator.key, curator.tier, curator.flags & _AGENT_FLAG != 0);
    }

    /// @dev Tiers are 0…9, so the weight is at most 2⁸.
    function _weightOf(uint8 tier) private pure returns (uint16) {
        return uint16((uint256(1) << tier) >> 1);
    }

    // Drawing

    function _requireAudit(LotId lotId) private view returns (Audit memory audit) {
        audit = _books().audits[lotId][0];
        if (audit.clock == 0) revert CurationUnknownAudit(lotId);
    }

    /// @dev prevRandao of the seed block, proved by its header.
    function _readRandao(
        LotId lotId,
        uint256 seedBlock,
        bytes calldata header
    ) private view returns (bytes32 prevRandao) {
        if (block.number <= seedBlock) revert CurationSeedTooEarly(lotId, block.number, seedBlock + 1);
        uint256 latest = seedBlock + BlockHistory.WINDOW;
        if (block.number > latest) revert CurationSeedTooLate(lotId, block.number, latest);

        uint256 number;
        (number, prevRandao) = BlockHeader.read(header);
        if (number != seedBlock) revert CurationWrongHeaderNumber(lotId, number, seedBlock);
        bytes32 hash = keccak256(header);
        bytes32 expected = BlockHistory.hashOf(seedBlock);
        if (hash != expected) revert CurationWrongHeaderHash(lotId, hash, expected);
    }

    // Closing

    function _requireInTime(LotId lotId, Audit memory audit) private view {
        if (audit.seed == 0) revert CurationSeedNotDrawn(lotId);
        if (audit.weight != 0) {
            if (block.timestamp >= audit.clock) revert CurationVerdictFinal(lotId, block.timestamp, audit.clock);
        } else if (block.timestamp > audit.clock + _TIME_OUT) {
            revert CurationAuditTimedOut(lotId, block.timestamp, audit.clock + _TIME_OUT);
        }
    }

    function _requireCharter(uint32 version) private view {
        uint32 newest = IStudio(studio()).charterVersion();
        if (version == 0 || version > newest) revert CurationUnknownCharter(version, newest);
    }

    /// @dev Verifies every ballot and adds it to the tally. Ballots of one tier stand together: each tier is one run.
    function _count(
        LotId lotId,
        Audit memory audit,
        uint32 charterVersion,
        bytes calldata ballots
    ) private view returns (BallotTally.Tally memory tally) {
        uint256 count = ballots.count();
        if (count < _MIN_CURATORS) revert CurationTooFewBallots(lotId, count, _MIN_CURATORS);
        if (count > _MAX_BALLOTS) revert CurationTooManyBallots(lotId, count, _MAX_BALLOTS);
        Poll memory poll = _openPoll(lotId, audit, charterVersion);
        AuditBallots.Ballot memory ballot;
        uint256 first;
        uint256 weightOfRun;
        // at most 255 ballots of at most 2⁸
        unchecked {
            for (uint256 i = 0; i < count; ++i) {
                ballots.read(i, ballot);
                uint256 weight = _verify(poll, ballot);
                if (weight != weightOfRun) {
                    tally.addRun(ballots, first, i, weightOfRun);
                    (first, weightOfRun) = (i, weight);
                }
                tally.weight += weight;
            }
        }
        tally.addRun(ballots, first, count, weightOfRun);
        tally.humans = poll.humans;
    }

    function _openPoll(LotId lotId, Audit memory audit, uint32 charterVersion) private view returns (Poll memory poll) {
        poll.domainSeparator = _domainSeparatorV4();
        poll.electorate = audit.electorate;
        poll.ownIndex = _books().indexes[lotId.producerOf()];
        poll.fields = AuditBallots.fieldsOf(LotId.unwrap(lotId), audit.seed, charterVersion);
    }

    /// @dev Weight of one ballot, after every check; also moves the poll's cursor, which keeps the ballots in order.
    function _verify(Poll memory poll, AuditBallots.Ballot memory ballot) private view returns (uint256 weight) {
        uint16 index = ballot.index;
        (address key, uint8 tier, bool agent) = _curatorAt(index);
        if (key == address(0)) revert CurationUnknownCurator(index);
        if (index > poll.electorate) revert CurationLateCurator(index, poll.electorate);
        if (index == poll.ownIndex) revert CurationOwnLot(index);
        weight = _weightOf(tier);
        if (weight == 0) revert CurationWeightlessCurator(index);
        uint256 cursor = (uint256(~tier) << 16) | index;
        if (cursor <= poll.cursor) revert CurationUnsortedBallots(index);
        poll.cursor = cursor;
        _requireSigned(poll, ballot, key);
        // at most 255 ballots
        unchecked {
            if (!agent) ++poll.humans;
        }
    }

    function _requireSigned(Poll memory poll, AuditBallots.Ballot memory ballot, address key) private pure {
        uint256 both = ballot.ok & ballot.defect;
        if (both != 0) revert CurationContradictoryBallot(ballot.index, both);
        bytes32 structHash = AuditBallots.hashStruct(poll.fields, ballot.ok, ballot.defect);
        bytes32 digest = MessageHashUtils.toTypedDataHash(poll.domainSeparator, structHash);
        (address signer, , ) = ECDSA.tryRecover(digest, ballot.r, ballot.vs);
        if (signer != key) revert CurationWrongSigner(ballot.index, signer, key);
    }

    function _requireWeight(LotId lotId, Audit memory audit, uint256 weight) private view {
        uint256 quorum = _shareRoundedUp(audit.expectedWeight, _QUORUM);
        if (weight < quorum) revert CurationNoQuorum(lotId, weight, quorum);
        if (audit.weight != 0) {
            if (weight <= audit.weight) revert CurationNotHeavier(lotId, weight, audit.weight);
        } else if (block.timestamp < audit.clock && weight < audit.expectedWeight) {
            revert CurationBallotsOpen(lotId, block.timestamp, audit.clock);
        }
    }

    function _judge(
        LotId lotId,
        Audit memory audit,
        BallotTally.Tally memory tally,
        uint256 count
    ) private pure returns (Verdict memory verdict) {
        uint256 judged = AcceptancePlan.maskOf(AcceptancePlan.lanesOf(audit.plan, count));
        (uint256 covered, uint256 bad) = tally.judge(_shareRoundedUp(audit.expectedWeight, _COVERAGE));
        if (covered & judged != judged) revert CurationUncovered(lotId, judged & ~covered);
        (verdict.covered, verdict.bad) = (judged, bad & judged);

        uint256 badLanes = BitSlice.popcount(verdict.bad);
        bool accepted = badLanes <= AcceptancePlan.allowance(audit.plan, count);
        verdict.status = accepted ? LotStatus.Accepted : LotStatus.Rejected;
        if (accepted && badLanes != 0) verdict.blocked = _locate(audit, verdict.bad, badLanes, count);
    }

    /// @dev The assets behind the bad lanes.
    function _locate(
        Audit memory audit,
        uint256 bad,
        uint256 badLanes,
        uint256 count
    ) private pure returns (MaskSet.Set memory blocked) {
        if (AcceptancePlan.isCensus(audit.plan, count)) {
            blocked = MaskSet.create(1);
            blocked.add(0, bad);
            return blocked;
        }
        blocked = MaskSet.create(badLanes);
        for (; bad != 0; bad &= bad - 1) {
            uint256 position = Sortition.lanePosition(audit.seed, BitSlice.lowest(bad), count);
            // casting to 'uint16' is safe because a position is below 65,536
            blocked.add(uint16(position >> 8), 1 << (position & 0xff));
        }
    }

    /// @dev Checks the words of the present verdict, and whether the next one frees an asset in them.
    function _unblocks(
        LotId lotId,
        uint8 blockedWords,
        uint16[] calldata previousWords,
        MaskSet.Set memory blocked
    ) private view returns (bool unblocks) {
        if (previousWords.length != blockedWords) {
            revert CurationWrongPreviousWords(lotId, previousWords.length, blockedWords);
        }
        for (uint256 i = 0; i < previousWords.length; ++i) {
            uint16 word = previousWords[i];
            if (i != 0 && word <= previousWords[i - 1]) revert CurationUnsortedWords(word);
            uint256 old = _ASSET_REGISTRY.blockedWord(lotId, word);
            if (old == 0) revert CurationWordNotBlocked(lotId, word);
            if (old & ~blocked.maskOf(word) != 0) unblocks = true;
        }
    }

    /// @dev Four writes in a row become one.
    function _storeClose(LotId lotId, Audit memory audit) private {
        (uint40 windowEnd, uint16 weight) = (audit.clock, audit.weight);
        (uint8 blockedWords, uint8 humanBallots) = (audit.blockedWords, audit.humanBallots);
        Audit storage stored = _books().audits[lotId][0];
        stored.clock = windowEnd;
        stored.weight = weight;
        stored.blockedWords = blockedWords;
        stored.humanBallots = humanBallots;
    }

    /// @dev Masks are absolute: what the new verdict does not block is cleared.
    function _pushMasks(LotId lotId, uint16[] calldata previousWords, MaskSet.Set memory blocked) private {
        for (uint256 i = 0; i < previousWords.length; ++i) {
            if (blocked.maskOf(previousWords[i]) == 0) _setBlocked(lotId, previousWords[i], 0);
        }
        for (uint256 i = 0; i < blocked.length; ++i) {
            _setBlocked(lotId, blocked.words[i], blocked.masks[i]);
        }
    }

    function _setBlocked(LotId lotId, uint16 word, uint256 mask) private {
        _ASSET_REGISTRY.setBlocked(lotId, word, mask);
    }

    function _setVerdict(LotId lotId, LotStatus status, VerdictClass class, uint40 releasableAt) private {
        _ASSET_REGISTRY.setVerdict(lotId, status, class, releasableAt);
    }

    function _lotOf(LotId lotId) private view returns (Lot memory) {
        return _ASSET_REGISTRY.lotOf(lotId);
    }

    function _emitClosed(
        LotId lotId,
        uint32 charterVersion,
        bytes calldata ballots,
        Audit memory audit,
        Verdict memory verdict
    ) private {
        emit AuditClosed(
            lotId,
            msg.sender,
            charterVersion,
            audit.weight,
            audit.humanBallots,
            verdict.covered,
            verdict.bad,
            verdict.status,
            audit.clock,
            ballots
        );
    }

    function _positionOf(Audit memory audit, uint256 lane, uint256 count) private pure returns (uint256) {
        return AcceptancePlan.isCensus(audit.plan, count) ? lane : Sortition.lanePosition(audit.seed, lane, count);
    }

    function _after(uint256 window) private view returns (uint40) {
        return SafeCast.toUint40(block.timestamp + window);
    }

    /// @dev `share` ppm of `weight`.
    function _shareRoundedUp(uint256 weight, uint256 share) private pure returns (uint256) {
        return Math.ceilDiv(weight * share, ONE);
    }
}
