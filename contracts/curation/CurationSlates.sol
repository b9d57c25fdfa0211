// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Lot} from "../interfaces/IAssetRegistry.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {AuditTerms} from "../interfaces/ICurationRolls.sol";
import {ICurationSlates, Slate} from "../interfaces/ICurationSlates.sol";
import {PositionalMerkle} from "../registry/PositionalMerkle.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BallotTally} from "./BallotTally.sol";
import {BitSlice, PLANES} from "./BitSlice.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {Electorate} from "./Electorate.sol";
import {Sortition} from "./Sortition.sol";
import {TermsBook} from "./TermsBook.sol";

/// @title CurationSlates
/// @notice See {ICurationSlates}. {Curation} runs this code on its own books; called directly it has none.
contract CurationSlates is CurationBooks, ICurationSlates {
    using BallotPoll for BallotPoll.Poll;
    using BallotTally for uint256[PLANES];
    using Electorate for mapping(uint256 epoch => Electorate.Sum sum);
    using PositionalMerkle for bytes32[];
    using TermsBook for mapping(uint256 version => AuditTerms terms);

    uint256 private constant _MAX_CANDIDATES = 4_096;
    uint256 private constant _MIN_WINDOW = 1 hours;
    uint256 private constant _MAX_WINDOW = 7 days;

    /// @dev After the deadline. Both and a window are over before anybody's standing of the opening can be forgotten.
    uint256 private constant _TIME_OUT = 3 days;

    /// @dev As many ballots as one close takes: so many curators can all be asked, of more a panel is drawn.
    uint256 private constant _MAX_ASKED = BallotPoll.MAX_BALLOTS;
    uint256 private constant _WEIGHT_OF_ALL = 2_048;
    uint256 private constant _WEIGHT_OF_PANEL = 128;

    /// @dev What a vote came to.
    struct Result {
        uint256 expectedWeight;
        uint256 threshold;
        uint256[] selected;
    }

    constructor(address deployer) CurationBooks(deployer) {}

    /// @inheritdoc ICurationSlates
    function openSlate(
        AssetId[] calldata candidates,
        uint16 k,
        uint40 ballotDeadline,
        bytes32 brief
    ) external returns (uint256 slateId) {
        _requireManager();
        bool fits = candidates.length <= _MAX_CANDIDATES && k != 0 && k <= candidates.length;
        if (!fits) revert CurationInvalidSlate(candidates.length, k);
        _requireWindow(ballotDeadline);
        bytes32 root = _rootOf(candidates);

        slateId = _nextId();
        Slate storage slate = _books().slates[slateId];
        slate.candidates = root;
        slate.count = SafeCast.toUint16(candidates.length);
        slate.k = k;
        slate.clock = ballotDeadline;
        slate.epoch = _electorate();
        slate.terms = _books().head.terms;
        emit SlateOpened(slateId, msg.sender, candidates, k, ballotDeadline, slate.epoch, slate.terms, brief);
    }

    /// @inheritdoc ICurationSlates
    function closeSlate(uint256 slateId, uint32 charterVersion, bytes calldata ballots) external {
        Slate memory slate = _requireSlate(slateId);
        AuditTerms memory terms = _books().terms.read(slate.terms);
        _requireInTime(slateId, slate);
        _requireCharter(charterVersion);
        BallotPoll.Poll memory poll = _openPoll(slateId, slate, terms, charterVersion);
        poll.count(_books().curators, ballots);
        _requireWeight(slateId, slate, terms, poll);

        Result memory result = _select(slate, poll, ballots);
        bytes16 digest = _digestOf(result.selected);
        if (slate.weight == 0 || digest != slate.digest) {
            slate.clock = SafeCast.toUint40(block.timestamp + terms.challengeWindow);
        }
        (slate.weight, slate.digest) = (SafeCast.toUint16(poll.weight), digest);
        _books().slates[slateId] = slate;
        _emitClosed(slateId, charterVersion, ballots, slate, result);
    }

    /// @inheritdoc ICurationSlates
    function requestRefinement(
        uint256 slateId,
        uint16 candidate,
        AssetId assetId,
        bytes32[] calldata proof,
        uint256[] calldata selected,
        bytes32 note
    ) external {
        _requireManager();
        Slate memory slate = _requireSlate(slateId);
        if (slate.weight == 0 || block.timestamp < slate.clock) {
            revert CurationSlateOpen(slateId, block.timestamp, slate.clock);
        }
        if (_digestOf(selected) != slate.digest) revert CurationWrongSelection(slateId);
        bytes32 leaf = bytes32(AssetId.unwrap(assetId));
        bool known = PositionalMerkle.verify(proof, slate.candidates, leaf, candidate, slate.count);
        if (!known) revert CurationUnknownCandidate(slateId, assetId);
        bool chosen = (selected[candidate >> 8] >> (candidate & 0xff)) & 1 == 1;
        if (!chosen) revert CurationNotSelected(slateId, candidate);
        emit RefinementRequested(assetId, assetId.lotOf().producerOf(), slateId, note);
    }

    /// @inheritdoc ICurationSlates
    function slateOf(uint256 slateId) external view returns (Slate memory) {
        return _books().slates[slateId];
    }

    /// @inheritdoc ICurationSlates
    function slateSeedOf(uint256 slateId) external view returns (bytes16) {
        _requireSlate(slateId);
        return _seedOf(slateId);
    }

    /// @inheritdoc ICurationSlates
    function slateWeightOf(uint256 slateId, uint16 index) external view returns (uint16) {
        Slate memory slate = _requireSlate(slateId);
        BallotPoll.Poll memory poll = _openPoll(slateId, slate, _books().terms.read(slate.terms), 0);
        return SafeCast.toUint16(poll.weightOf(_books().curators[index], index));
    }

    // Opening

    function _requireWindow(uint40 ballotDeadline) private view {
        (uint256 earliest, uint256 latest) = (block.timestamp + _MIN_WINDOW, block.timestamp + _MAX_WINDOW);
        bool fits = ballotDeadline >= earliest && ballotDeadline <= latest;
        if (!fits) revert CurationInvalidSlateDeadline(ballotDeadline, earliest, latest);
    }

    /// @dev Checks every candidate; each distinct lot is looked up once, for the ids ascend.
    function _rootOf(AssetId[] calldata candidates) private view returns (bytes32) {
        (, uint32 gate) = _ASSET_REGISTRY.gateOf(address(this));
        bytes32[] memory leaves = new bytes32[](candidates.length);
        LotId lotId;
        uint256 assets;
        uint256 last;
        for (uint256 i = 0; i < candidates.length; ++i) {
            AssetId assetId = candidates[i];
            uint256 id = AssetId.unwrap(assetId);
            if (id <= last && i != 0) revert CurationDuplicateCandidate(assetId);
            if (!(assetId.lotOf() == lotId)) {
                lotId = assetId.lotOf();
                assets = _assetsIn(lotId, gate);
            }
            if (assetId.indexOf() >= assets) revert CurationForeignCandidate(assetId);
            leaves[i] = bytes32(id);
            last = id;
        }
        return leaves.rootOf();
    }

    /// @dev Assets in a lot of this gate; none in any other.
    function _assetsIn(LotId lotId, uint32 gate) private view returns (uint256) {
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        return lot.gate == gate ? lot.count : 0;
    }

    /// @dev The block is not known when the transaction is signed, so nobody picks curators by picking a time.
    function _nextId() private returns (uint256) {
        uint256 ordinal = ++_books().slateCount;
        bytes32 gate = bytes32(uint256(uint160(address(this))));
        return uint256(bytes32(Sortition.seedOf(ordinal, bytes32(block.prevrandao), gate))) | ordinal;
    }

    /// @dev The present epoch, in which there are enough curators.
    function _electorate() private view returns (uint16 epoch) {
        epoch = SafeCast.toUint16(_epochNow());
        (, uint256 curators) = _books().sums.sumAt(_books().head, epoch);
        if (curators < BallotPoll.MIN_BALLOTS) {
            revert ICurationAudits.CurationTooFewCurators(epoch, curators, BallotPoll.MIN_BALLOTS);
        }
    }

    // Closing

    function _requireSlate(uint256 slateId) private view returns (Slate memory slate) {
        slate = _books().slates[slateId];
        if (slate.count == 0) revert CurationUnknownSlate(slateId);
    }

    function _requireInTime(uint256 slateId, Slate memory slate) private view {
        uint256 time = block.timestamp;
        if (slate.weight != 0) {
            if (time >= slate.clock) revert CurationSlateFinal(slateId, time, slate.clock);
            return;
        }
        if (time < slate.clock) revert CurationSlateOpen(slateId, time, slate.clock);
        uint256 latest = slate.clock + _TIME_OUT;
        if (time > latest) revert CurationSlateFinal(slateId, time, SafeCast.toUint40(latest));
    }

    /// @dev Nobody is barred: a slate is a matter of taste, also about one's own work.
    function _openPoll(
        uint256 slateId,
        Slate memory slate,
        AuditTerms memory terms,
        uint32 charterVersion
    ) private view returns (BallotPoll.Poll memory poll) {
        (uint256 standing, uint256 curators) = _books().sums.sumAt(_books().head, slate.epoch);
        uint256 weight = curators > _MAX_ASKED ? _WEIGHT_OF_PANEL : _WEIGHT_OF_ALL;
        poll = BallotPoll.ask(weight, slate.epoch, standing, curators);
        poll.agents = terms.flags & TermsBook.AGENTS_JUDGE != 0;
        AuditBallots.Fields memory fields = AuditBallots.fieldsOf(
            AuditBallots.SLATE,
            slateId,
            _seedOf(slateId),
            charterVersion,
            0
        );
        poll.name(_domainSeparatorV4(), fields, _wordsOf(slate));
    }

    function _requireWeight(
        uint256 slateId,
        Slate memory slate,
        AuditTerms memory terms,
        BallotPoll.Poll memory poll
    ) private pure {
        poll.requireQuorum(terms.quorum);
        if (poll.weight <= slate.weight) {
            revert ICurationAudits.CurationNotHeavier(slateId, poll.weight, slate.weight);
        }
        if (poll.humans < terms.minHumanBallots) {
            revert ICurationAudits.CurationTooFewHumans(slateId, poll.humans, terms.minHumanBallots);
        }
    }

    function _select(
        Slate memory slate,
        BallotPoll.Poll memory poll,
        bytes calldata ballots
    ) private pure returns (Result memory result) {
        uint256 words = _wordsOf(slate);
        uint256[PLANES][] memory planes = new uint256[PLANES][](words);
        uint256[] memory candidates = new uint256[](words);
        for (uint256 i = 0; i < words; ++i) {
            planes[i].addWord(poll, ballots, i);
            candidates[i] = AcceptancePlan.maskOf(Math.min(slate.count - 256 * i, 256));
        }
        // no candidate counts more than all ballots weigh, so the planes above are empty
        uint256 width = Math.log2(poll.weight) + 1;
        (result.selected, result.threshold) = BitSlice.topK(planes, candidates, slate.k, width);
        result.expectedWeight = poll.expectedWeight();
    }

    function _emitClosed(
        uint256 slateId,
        uint32 charterVersion,
        bytes calldata ballots,
        Slate memory slate,
        Result memory result
    ) private {
        emit SlateClosed(
            slateId,
            msg.sender,
            charterVersion,
            SafeCast.toUint16(result.expectedWeight),
            slate.weight,
            result.threshold,
            result.selected,
            slate.clock,
            ballots
        );
    }

    function _wordsOf(Slate memory slate) private pure returns (uint256) {
        return Math.ceilDiv(slate.count, 256);
    }

    /// @dev The high half of the id; the low half counts.
    function _seedOf(uint256 slateId) private pure returns (bytes16) {
        return bytes16(bytes32(slateId));
    }

    function _digestOf(uint256[] memory selected) private pure returns (bytes16) {
        return bytes16(keccak256(abi.encodePacked(selected)));
    }
}
