// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Claim, IEthicsClaims} from "../interfaces/IEthicsClaims.sol";
import {Finding, IEthicsReviews, Power, Review, SubjectKind} from "../interfaces/IEthicsReviews.sol";
import {BoardSeat, IEthicsSeats} from "../interfaces/IEthicsSeats.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AssetId} from "../types/Ids.sol";
import {ClaimStops} from "./ClaimStops.sol";
import {ClaimSubjects} from "./ClaimSubjects.sol";
import {DecayIndex} from "./DecayIndex.sol";
import {EthicsBooks} from "./EthicsBooks.sol";
import {SeatBook} from "./SeatBook.sol";

/// @title EthicsClaims
/// @notice See {IEthicsClaims}. {EthicsBoard} runs this code on its own books; called directly it has none.
contract EthicsClaims is EthicsBooks, IEthicsClaims {
    using ClaimStops for mapping(uint256 mandateId => uint48 next);
    using DecayIndex for uint256;
    using SeatBook for mapping(uint256 number => BoardSeat seat);

    uint256 private constant _ANSWER_TIME = 14 days;
    uint256 private constant _APPEAL_TIME = 14 days;
    uint256 private constant _REWARD_INTERVAL = 1 days;

    /// @dev Longest quarantine. Afterwards another one may stop the same subject, which no earlier appeal may lift.
    uint256 private constant _QUARANTINE = 30 days;

    /// @dev What each seat earns for an answer, effective units.
    uint256 private constant _REWARD = 1e18;

    /// @dev Most claims of one account that cost nothing and are not closed.
    uint256 private constant _MAX_FREE_CLAIMS = 3;

    /// @dev Marks the pots of claims; no address has this bit.
    uint256 private constant _CLAIM_POT = 1 << 255;

    constructor(address deployer) EthicsBooks(deployer) {}

    // Claims

    /// @inheritdoc IEthicsClaims
    function file(
        SubjectKind kind,
        uint256 subject,
        bytes32 reasonCode,
        bytes32 evidence
    ) external returns (uint256 claimId) {
        if (reasonCode == 0 || evidence == 0) revert EthicsBoardInvalidClaim();
        _requirePresent();
        ClaimSubjects.requireClaimable(_ASSET_REGISTRY, IStudio(studio()), kind, subject);
        Books storage books = _books();
        bytes32 key = _keyOf(kind, subject);
        claimId = books.openClaims[key];
        if (claimId != 0) revert EthicsBoardClaimOpen(claimId);

        claimId = ++books.claimCount;
        books.openClaims[key] = claimId;
        (address token, uint128 bond) = (books.claimToken, books.claimBond);
        Claim storage claim = books.claims[claimId];
        (claim.claimant, claim.kind, claim.filedAt) = (msg.sender, kind, SafeCast.toUint48(block.timestamp));
        (claim.token, claim.bond, claim.subject) = (token, bond, subject);
        emit ClaimFiled(claimId, msg.sender, subject, kind, reasonCode, evidence, token, bond);
        _takeBond(claimId, token, bond);
    }

    /// @inheritdoc IEthicsClaims
    function lapse(uint256 claimId) external {
        Claim storage claim = _claim(claimId);
        if (claim.closed || claim.finding != Finding.None) revert EthicsBoardClaimNotOpen(claimId);
        _requireTime(claim.filedAt + _ANSWER_TIME);
        (SubjectKind kind, uint256 subject) = (claim.kind, claim.subject);
        claim.closed = true;
        delete _books().openClaims[_keyOf(kind, subject)];
        uint48 until = _books().pauses.stop(_ASSET_REGISTRY, IStudio(studio()), kind, subject);
        emit ClaimLapsed(claimId, until);
        _returnBond(claimId, claim, claim.claimant);
    }

    /// @inheritdoc IEthicsClaims
    function closeClaim(uint256 claimId) external {
        Claim storage claim = _claim(claimId);
        if (claim.closed) revert EthicsBoardClaimNotOpen(claimId);
        if (claim.finding == Finding.None) revert EthicsBoardClaimOpen(claimId);
        claim.closed = true;
        address to =
            claim.finding == Finding.Abusive
                ? ClaimSubjects.harmedBy(_ASSET_REGISTRY, IStudio(studio()), claim.kind, claim.subject)
                : claim.claimant;
        _returnBond(claimId, claim, to);
    }

    /// @inheritdoc IEthicsClaims
    function withdrawBond(address token, uint128 amount) external {
        _ROYALTY_SPLITTER.releasePot(_potOf(msg.sender), token, msg.sender, amount);
    }

    /// @inheritdoc IEthicsClaims
    function setClaimTerms(address token, uint128 bond) external {
        _requireTimelock();
        bool valid = bond == 0 ? token == address(0) : token.code.length != 0;
        if (!valid) revert EthicsBoardInvalidBond(token, bond);
        (_books().claimToken, _books().claimBond) = (token, bond);
        emit ClaimTermsSet(token, bond);
    }

    // Appeals

    /// @inheritdoc IEthicsClaims
    function appeal(uint256 reviewId, bytes32 evidence) external {
        Review storage review = _review(reviewId);
        if (evidence == 0) revert EthicsBoardInvalidClaim();
        bool imposed = review.power == Power.Quarantine && review.enactedAt != 0;
        if (!imposed || review.appealedAt != 0 || block.timestamp >= review.enactedAt + _QUARANTINE) {
            revert EthicsBoardCannotAppeal(reviewId);
        }
        (bool stopped, bool harmed) = ClaimSubjects.mayAppeal(_ASSET_REGISTRY, review.kind, review.subject, msg.sender);
        if (!harmed) revert IEthicsSeats.EthicsBoardUnauthorized(msg.sender);
        if (!stopped) revert EthicsBoardCannotAppeal(reviewId);
        review.appealedAt = SafeCast.toUint48(block.timestamp);
        emit ReviewAppealed(reviewId, msg.sender, evidence);
    }

    /// @inheritdoc IEthicsClaims
    function grantAppeal(uint256 reviewId) external {
        Review storage review = _review(reviewId);
        uint256 appealedAt = review.appealedAt;
        bool over = block.timestamp >= review.enactedAt + _QUARANTINE;
        if (appealedAt == 0 || review.confirmed || over) revert EthicsBoardNoAppeal(reviewId);
        _requireTime(appealedAt + _APPEAL_TIME);
        emit AppealGranted(reviewId);
        // The registry refuses what is not stopped any more, and what members ratified.
        if (review.kind == SubjectKind.Asset) _ASSET_REGISTRY.unfreeze(AssetId.wrap(review.subject));
        else _ASSET_REGISTRY.resumeRecipe(bytes32(review.subject));
    }

    // Rewards

    /// @inheritdoc IEthicsClaims
    function rewardReview(uint256 reviewId) external returns (uint256 raw) {
        Review storage review = _review(reviewId);
        (uint16 seats, ) = _books().seats.count(review.supporters | review.opponents, review.openedAt);
        uint256 claimId = review.claimId;
        bool answered = review.enactedAt != 0 && claimId != 0 && _books().claims[claimId].reviewId == reviewId;
        if (!answered || review.rewarded || seats == 0) revert EthicsBoardNoReward(reviewId);
        if (_books().rewardedAt != 0) _requireTime(_books().rewardedAt + _REWARD_INTERVAL);
        review.rewarded = true;
        _books().rewardedAt = SafeCast.toUint48(block.timestamp);
        raw = _mintTo(seats, reviewId);
        emit ReviewRewarded(reviewId, seats, raw);
    }

    // Views

    /// @inheritdoc IEthicsClaims
    function claimCount() external view returns (uint256) {
        return _books().claimCount;
    }

    /// @inheritdoc IEthicsClaims
    function claimOf(uint256 claimId) external view returns (Claim memory) {
        return _books().claims[claimId];
    }

    /// @inheritdoc IEthicsClaims
    function openClaimOf(SubjectKind kind, uint256 subject) external view returns (uint256 claimId) {
        return _books().openClaims[_keyOf(kind, subject)];
    }

    /// @inheritdoc IEthicsClaims
    function freeClaimsOf(address claimant) external view returns (uint256) {
        return _books().freeClaims[claimant];
    }

    /// @inheritdoc IEthicsClaims
    function claimTerms() external view returns (address token, uint128 bond) {
        return (_books().claimToken, _books().claimBond);
    }

    /// @dev Moves the bond out of what the claimant put aside. For nothing file only those who may propose: every claim
    /// asks for an answer, and silence stops its subject. Nor may one of them ask for more answers than a board has
    /// time for.
    function _takeBond(uint256 claimId, address token, uint128 bond) private {
        if (bond == 0) {
            uint256 votes = IVotes(_moduleOf(Module.Reputation)).getVotes(msg.sender);
            uint256 needed = Math.max(1, IGovernor(_moduleOf(Module.Governor)).proposalThreshold());
            if (votes < needed) revert EthicsBoardNoMember(msg.sender);
            uint256 count = _books().freeClaims[msg.sender];
            if (count >= _MAX_FREE_CLAIMS) revert EthicsBoardTooManyFreeClaims(msg.sender, count, _MAX_FREE_CLAIMS);
            _books().freeClaims[msg.sender] = count + 1;
            return;
        }
        uint256 found = _ROYALTY_SPLITTER.potOf(address(this), _potOf(msg.sender), token);
        if (found < bond) revert EthicsBoardBondTooSmall(msg.sender, found, bond);
        _ROYALTY_SPLITTER.movePot(_potOf(msg.sender), _potOf(claimId), token, bond);
    }

    function _returnBond(uint256 claimId, Claim storage claim, address to) private {
        (address token, uint128 bond) = (claim.token, claim.bond);
        emit BondReturned(claimId, to, bond);
        if (bond == 0) --_books().freeClaims[claim.claimant];
        else _ROYALTY_SPLITTER.releasePot(_potOf(claimId), token, to, bond);
    }

    /// @dev All seats or none are within the issuance of all machines; each is within its own limit, as far as it goes.
    function _mintTo(uint16 seats, uint256 reviewId) private returns (uint256 raw) {
        IReputationToken reputation = IReputationToken(_moduleOf(Module.Reputation));
        uint256 each = _REWARD.toRawDown(reputation.index());
        uint256 needed;
        for (uint16 bits = seats; bits != 0; bits &= bits - 1) needed += each;
        uint256 found = reputation.reserveIssuance(needed);
        if (found < needed) revert EthicsBoardTooLittleIssuance(found, needed);
        for (uint8 number = 1; number <= SeatBook.MAX_SEATS; ++number) {
            if (seats & SeatBook.bitOf(number) == 0) continue;
            raw += reputation.mintReserved(_books().seats[number].holder, each, bytes32(reviewId));
        }
    }

    /// @dev A board that was replaced could neither stop nor reward anything.
    function _requirePresent() private view {
        address board = _moduleOf(Module.Board);
        if (board != address(this)) revert EthicsBoardReplaced(board);
    }

    function _requireTime(uint256 earliest) private view {
        if (block.timestamp < earliest) revert EthicsBoardTooEarly(block.timestamp, earliest);
    }

    function _claim(uint256 claimId) private view returns (Claim storage claim) {
        claim = _books().claims[claimId];
        if (claim.claimant == address(0)) revert EthicsBoardUnknownClaim(claimId);
    }

    function _review(uint256 reviewId) private view returns (Review storage review) {
        review = _books().reviews[reviewId];
        if (review.openedAt == 0) revert IEthicsReviews.EthicsBoardUnknownReview(reviewId);
    }

    function _potOf(address claimant) private pure returns (bytes32) {
        return bytes32(uint256(uint160(claimant)));
    }

    function _potOf(uint256 claimId) private pure returns (bytes32) {
        return bytes32(claimId | _CLAIM_POT);
    }
}
