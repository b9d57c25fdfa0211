// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {Claim, IEthicsClaims} from "../interfaces/IEthicsClaims.sol";
// solhint-disable-next-line max-line-length
import {
    Finding,
    IEthicsReviews,
    Power,
    ProposalActions,
    Review,
    ReviewInput,
    SubjectKind
} from "../interfaces/IEthicsReviews.sol";
import {BoardSeat, IEthicsSeats} from "../interfaces/IEthicsSeats.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {PartCode} from "../studio/PartCode.sol";
import {Names} from "../types/Names.sol";
import {BoardPowers} from "./BoardPowers.sol";
import {BoardSubjects} from "./BoardSubjects.sol";
import {EthicsBooks} from "./EthicsBooks.sol";
import {ProposalVeto} from "./ProposalVeto.sol";
import {ReviewBook} from "./ReviewBook.sol";
import {SeatBook} from "./SeatBook.sol";
import {VetoBudget} from "./VetoBudget.sol";
import {VetoedAssets} from "./VetoedAssets.sol";

/// @title EthicsBoard
/// @notice See {IEthicsBoard}.
/// @dev A module clone. Claims are the code of {EthicsClaims}, which runs on these books: what is not found here is
/// passed on. It asks the studio for its modules at each use, so that none of them outlives its replacement here.
contract EthicsBoard is EthicsBooks, IEthicsSeats, IEthicsReviews {
    using PartCode for address;
    using ReviewBook for Review;
    using SeatBook for BoardSeat;
    using SeatBook for mapping(uint256 number => BoardSeat seat);
    using VetoBudget for VetoBudget.Budget;
    using VetoedAssets for VetoedAssets.Entry[];

    uint256 private constant _CANDIDACY = 90 days;
    uint256 private constant _MAX_CHAMBER = 365 days;
    uint256 private constant _APPEAL = 14 days;
    uint8 private constant _FIRST_VETO_LIMIT = 4;

    address private immutable _STUDIO_FACTORY;
    address private immutable _ETHICS_CLAIMS;

    constructor(address deployer) EthicsBooks(deployer) {
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _ETHICS_CLAIMS = IDeployer(deployer).addressOf(Names.ETHICS_CLAIMS);
    }

    /// @dev What is not here is a function of claims, or of nobody, and refused there.
    // The board accepts no ether.
    // solhint-disable-next-line payable-fallback
    fallback() external {
        _ETHICS_CLAIMS.run();
    }

    // Seats

    /// @inheritdoc IEthicsSeats
    function initialize(address[] calldata holders) external {
        if (msg.sender != _STUDIO_FACTORY) revert EthicsBoardUnauthorized(msg.sender);
        _books().seats.seatFirst(holders);
    }

    /// @inheritdoc IEthicsSeats
    function stand(bytes32 statement) external {
        if (statement == 0) revert EthicsBoardEmptyStatement(msg.sender);
        _books().candidacies[msg.sender] = SafeCast.toUint48(block.timestamp + _CANDIDACY);
        emit CandidateStood(msg.sender, statement);
    }

    /// @inheritdoc IEthicsSeats
    function electSeat(uint8 seat, address holder) external {
        _requireTimelock();
        _requireSeat(seat);
        uint8 held = seatHeldBy(holder);
        bool ready = block.timestamp < candidateUntil(holder);
        if (held != seat && (held != 0 || !ready)) revert EthicsBoardInvalidHolder(holder);
        delete _books().candidacies[holder];
        _books().seats.seat(seat, holder);
    }

    /// @inheritdoc IEthicsSeats
    function removeSeat(uint8 seat, bytes32 evidence) external {
        _requireTimelock();
        _requireSeat(seat);
        _books().seats.vacate(seat, evidence);
    }

    /// @inheritdoc IEthicsSeats
    function resign(uint8 seat) external {
        BoardSeat memory found = _books().seats[seat];
        if (found.holder != msg.sender || !found.isLive()) revert EthicsBoardUnauthorized(msg.sender);
        _books().seats.vacate(seat, 0);
    }

    /// @inheritdoc IEthicsSeats
    function seatOf(uint8 seat) external view returns (BoardSeat memory) {
        return _books().seats[seat];
    }

    /// @inheritdoc IEthicsSeats
    function liveSeats() external view returns (uint256 live) {
        (, live) = _books().seats.count(0, 0);
    }

    /// @inheritdoc IEthicsSeats
    function seatHeldBy(address account) public view returns (uint8 seat) {
        return _books().seats.heldBy(account);
    }

    /// @inheritdoc IEthicsSeats
    function candidateUntil(address candidate) public view returns (uint48) {
        return _books().candidacies[candidate];
    }

    // Reviews

    /// @inheritdoc IEthicsReviews
    function openReview(ReviewInput calldata input) external returns (uint256 reviewId) {
        uint8 seat = _seatOfCaller();
        if (input.reasonCode == 0 || input.evidence == 0) revert EthicsBoardInvalidReview(input.power);
        _requireClaim(input);
        _requirePower(input);
        Books storage books = _books();
        reviewId = ++books.reviewCount;
        if (books.seats[seat].since == block.timestamp) revert EthicsBoardCannotVote(reviewId, seat);
        uint32 charter = IStudio(studio()).charterVersion();
        books.reviews[reviewId].open(input, charter, seat);
        emit ReviewOpened(reviewId, input.subject, seat, input, charter);
    }

    /// @inheritdoc IEthicsReviews
    function voteOnReview(uint256 reviewId, bool support, string calldata reason) external {
        uint8 seat = _seatOfCaller();
        Review storage review = _books().reviews[reviewId];
        review.requireOpen(reviewId);
        review.vote(reviewId, seat, _books().seats[seat].since, support);
        emit ReviewVoted(reviewId, seat, msg.sender, support, reason);
    }

    /// @inheritdoc IEthicsReviews
    function enactReview(uint256 reviewId, bytes calldata payload) external {
        Review storage review = _books().reviews[reviewId];
        review.requireOpen(reviewId);
        _requirePresent();
        (bytes32 found, bytes32 expected) = (keccak256(payload), review.payloadHash);
        if (found != expected) revert EthicsBoardWrongPayload(found, expected);
        ReviewBook.Tally memory tally = review.requirePassed(reviewId, _books().seats);
        review.enactedAt = SafeCast.toUint48(block.timestamp);
        emit ReviewEnacted(reviewId, msg.sender, tally.supporters, tally.live, tally.needed);
        if (review.claimId != 0) _answer(reviewId, review);
        _run(reviewId, review, payload);
    }

    /// @inheritdoc IEthicsReviews
    function vetoAsChamber(ProposalActions[] calldata proposals, bytes32 reasonCode, bytes32 evidence) external {
        Books storage books = _books();
        if (msg.sender != books.chamber || block.timestamp >= books.chamberUntil) {
            revert EthicsBoardUnauthorized(msg.sender);
        }
        if (reasonCode == 0 || evidence == 0) revert EthicsBoardInvalidReview(Power.Veto);
        books.chamberVetoes.spend(vetoLimit());
        emit ChamberVetoed(msg.sender, reasonCode, evidence);
        ProposalVeto.cancel(IStudio(studio()), proposals, 0, reasonCode, evidence);
    }

    /// @inheritdoc IEthicsReviews
    function setVetoLimit(uint8 newLimit) external {
        _requireTimelock();
        if (newLimit == 0 || newLimit > VetoBudget.MAX_LIMIT) {
            revert EthicsBoardInvalidVetoLimit(newLimit, 1, VetoBudget.MAX_LIMIT);
        }
        emit VetoLimitSet(vetoLimit(), newLimit);
        _books().vetoLimit = newLimit;
    }

    /// @inheritdoc IEthicsReviews
    function appointChamber(address chamber, uint48 until) external {
        _requireTimelock();
        uint48 max = SafeCast.toUint48(block.timestamp + _MAX_CHAMBER);
        bool valid = chamber == address(0) ? until == 0 : until > block.timestamp && until <= max;
        if (!valid) revert EthicsBoardInvalidChamber(chamber, until, max);
        Books storage books = _books();
        address old = block.timestamp < books.chamberUntil ? books.chamber : address(0);
        (books.chamber, books.chamberUntil) = (chamber, until);
        emit ChamberAppointed(old, chamber, until);
    }

    /// @inheritdoc IEthicsReviews
    function reviewCount() external view returns (uint256) {
        return _books().reviewCount;
    }

    /// @inheritdoc IEthicsReviews
    function reviewOf(uint256 reviewId) external view returns (Review memory) {
        return _books().reviews[reviewId];
    }

    /// @inheritdoc IEthicsReviews
    function tallyOf(uint256 reviewId) external view returns (uint256 votes, uint256 needed, uint256 live) {
        Review storage review = _books().reviews[reviewId];
        review.requireKnown(reviewId);
        ReviewBook.Tally memory tally = review.tally(_books().seats);
        return (tally.votes, tally.needed, tally.live);
    }

    /// @inheritdoc IEthicsReviews
    function certificationOf(
        SubjectKind kind,
        uint256 subject
    ) external view returns (uint256 reviewId, bool passed, uint48 at) {
        Certificate storage certificate = _books().certificates[_keyOf(kind, subject)];
        return (certificate.reviewId, certificate.passed, certificate.at);
    }

    /// @inheritdoc IEthicsReviews
    function vetoesLeft() external view returns (uint256 board, uint256 chamber) {
        uint8 limit = vetoLimit();
        return (_books().boardVetoes.leftOf(limit), _books().chamberVetoes.leftOf(limit));
    }

    /// @inheritdoc IEthicsReviews
    function vetoLimit() public view returns (uint8) {
        uint8 limit = _books().vetoLimit;
        return limit == 0 ? _FIRST_VETO_LIMIT : limit;
    }

    /// @inheritdoc IEthicsReviews
    function nextPauseOf(uint256 mandateId) external view returns (uint48) {
        return _books().pauses[mandateId];
    }

    /// @inheritdoc IEthicsReviews
    function vetoedAssetsOf(uint256 subject, uint256 word) external view returns (uint256 mask) {
        return _books().vetoedAssets[subject][word].recentOf();
    }

    /// @inheritdoc IEthicsReviews
    function chamberOf() external view returns (address chamber, uint48 until) {
        return (_books().chamber, _books().chamberUntil);
    }

    // What a review does

    /// @dev The claim waits no more; its bond goes where the finding says when {EthicsClaims} closes it.
    function _answer(uint256 reviewId, Review storage review) private {
        (uint256 claimId, bytes32 key) = (review.claimId, _keyOf(review.kind, review.subject));
        // A claim that ended meanwhile takes no answer, but saves its subject from nothing.
        if (review.power != Power.Answer && _books().openClaims[key] != claimId) return;
        _requireOpenClaim(claimId, key);
        delete _books().openClaims[key];
        Claim storage claim = _books().claims[claimId];
        (claim.finding, claim.reviewId) = (review.finding, reviewId);
        emit IEthicsClaims.ClaimAnswered(claimId, reviewId, review.finding);
    }

    function _run(uint256 reviewId, Review storage review, bytes calldata payload) private {
        Power power = review.power;
        IStudio directory = IStudio(studio());
        if (power == Power.Veto) {
            _books().boardVetoes.spend(vetoLimit());
            ProposalActions[] memory proposals = abi.decode(payload, (ProposalActions[]));
            ProposalVeto.cancel(directory, proposals, reviewId, review.reasonCode, review.evidence);
        } else if (power == Power.Quarantine) {
            BoardPowers.quarantine(_ASSET_REGISTRY, review.kind, review.subject, abi.decode(payload, (uint256)));
        } else if (power == Power.MaskVeto) {
            BoardPowers.vetoMask(_books().vetoedAssets[review.subject], _ASSET_REGISTRY, review, payload);
        } else if (power == Power.Pause) {
            BoardPowers.pause(_books().pauses, directory, review.subject, abi.decode(payload, (uint256)));
        } else if (power == Power.Certify) {
            _certify(reviewId, review, payload);
        } else if (power == Power.Lift) {
            BoardPowers.lift(_ASSET_REGISTRY, directory, review, payload);
        } else if (power == Power.Confirm) {
            _appealed(review.kind, review.subject, payload).confirmed = true;
        }
    }

    function _certify(uint256 reviewId, Review storage review, bytes calldata payload) private {
        (bool passed, bytes32 report) = abi.decode(payload, (bool, bytes32));
        (SubjectKind kind, uint256 subject) = (review.kind, review.subject);
        _books().certificates[_keyOf(kind, subject)] = Certificate({
            reviewId: SafeCast.toUint200(reviewId),
            passed: passed,
            at: SafeCast.toUint48(block.timestamp)
        });
        emit SubjectCertified(kind, subject, reviewId, passed, report, review.charter);
    }

    // What a review needs

    /// @dev A board that was replaced decides nothing any more, and its open claims lapse.
    function _requirePresent() private view {
        address board = _moduleOf(Module.Board);
        if (board != address(this)) revert IEthicsClaims.EthicsBoardReplaced(board);
    }

    function _seatOfCaller() private view returns (uint8 seat) {
        seat = seatHeldBy(msg.sender);
        if (seat == 0) revert EthicsBoardUnauthorized(msg.sender);
    }

    /// @dev An answer needs a claim; whatever else is done about one says that it is right.
    function _requireClaim(ReviewInput calldata input) private view {
        bool answers = input.power == Power.Answer;
        bool valid =
            input.claimId == 0
                ? !answers && input.finding == Finding.None
                : input.finding == Finding.Upheld || (answers && input.finding != Finding.None);
        if (!valid) revert EthicsBoardInvalidReview(input.power);
        if (input.claimId != 0) _requireOpenClaim(input.claimId, _keyOf(input.kind, input.subject));
    }

    function _requireOpenClaim(uint256 claimId, bytes32 key) private view {
        if (_books().openClaims[key] != claimId) revert IEthicsClaims.EthicsBoardClaimNotOpen(claimId);
    }

    /// @dev What was claimed may be answered whatever has become of it; what is to be done must be possible.
    function _requirePower(ReviewInput calldata input) private view {
        (SubjectKind kind, uint256 subject, Power power) = (input.kind, input.subject, input.power);
        BoardPowers.requireApplicable(_ASSET_REGISTRY, kind, subject, power, input.payload);
        if (power == Power.Answer) return;
        IStudio directory = IStudio(studio());
        BoardSubjects.check(_ASSET_REGISTRY, directory, kind, subject);
        if (power == Power.Confirm) _appealed(kind, subject, input.payload);
        if (power != Power.Veto) return;
        ProposalActions[] memory proposals = abi.decode(input.payload, (ProposalActions[]));
        ProposalVeto.requireVetoable(directory, proposals);
        if (ProposalVeto.idOf(proposals[0]) != subject) revert EthicsBoardInvalidSubject(kind, subject);
    }

    /// @dev A quarantine of the subject whose appeal can still be refused.
    function _appealed(
        SubjectKind kind,
        uint256 subject,
        bytes calldata payload
    ) private view returns (Review storage review) {
        uint256 reviewId = abi.decode(payload, (uint256));
        review = _books().reviews[reviewId];
        bool same = review.power == Power.Quarantine && review.kind == kind && review.subject == subject;
        uint256 appealedAt = review.appealedAt;
        if (!same || appealedAt == 0 || review.confirmed) revert EthicsBoardInvalidReview(Power.Confirm);
        if (block.timestamp >= appealedAt + _APPEAL) {
            revert EthicsBoardReviewOver(reviewId, appealedAt + _APPEAL);
        }
    }

    function _requireSeat(uint8 seat) private pure {
        if (seat == 0 || seat > SeatBook.MAX_SEATS) revert EthicsBoardInvalidSeat(seat, SeatBook.MAX_SEATS);
    }
}
