// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Finding, SubjectKind} from "./IEthicsReviews.sol";

/// @notice A claim as it is stored.
struct Claim {
    address claimant;
    SubjectKind kind;
    Finding finding; // None: not answered
    bool closed; // answered or lapsed, and the bond is on its way
    uint48 filedAt; // seconds
    uint128 bond; // units of the token
    address token;
    uint256 subject;
    uint256 reviewId; // that answered it; zero: none
}

/// @title IEthicsClaims
/// @notice How anybody makes the board look: a bonded claim that must be answered in 14 days, or its subject is stopped for
/// a while. Bonds lie in the splitter's pots: `fundPot(board, bytes32(uint256(uint160(claimant))), token, amount)` first.
interface IEthicsClaims {
    /// @notice Somebody says that something is wrong.
    event ClaimFiled(
        uint256 indexed claimId,
        address indexed claimant,
        uint256 indexed subject,
        SubjectKind kind,
        bytes32 reasonCode,
        bytes32 evidence,
        address token,
        uint256 bond
    );

    /// @notice A claim was answered by a review.
    event ClaimAnswered(uint256 indexed claimId, uint256 indexed reviewId, Finding finding);

    /// @notice A claim was not answered in time.
    /// @param stoppedUntil Until when the subject is stopped, seconds; zero: it is not, because it was lately
    event ClaimLapsed(uint256 indexed claimId, uint48 stoppedUntil);

    /// @notice The bond of a claim went to somebody.
    event BondReturned(uint256 indexed claimId, address indexed to, uint256 amount);

    /// @notice What a claim costs from now on.
    event ClaimTermsSet(address token, uint128 bond);

    /// @notice Somebody whom a quarantine harms wants it confirmed by two thirds in 14 days, or lifted.
    event ReviewAppealed(uint256 indexed reviewId, address indexed appellant, bytes32 evidence);

    /// @notice A quarantine ended because nobody confirmed it.
    event AppealGranted(uint256 indexed reviewId);

    /// @notice Seats that voted on a claim's answer earned reputation.
    event ReviewRewarded(uint256 indexed reviewId, uint256 seats, uint256 raw);

    error EthicsBoardUnknownClaim(uint256 claimId);
    /// @notice The subject has an open claim.
    error EthicsBoardClaimOpen(uint256 claimId);
    error EthicsBoardClaimNotOpen(uint256 claimId);
    /// @notice The claimant's pot holds too little.
    error EthicsBoardBondTooSmall(address claimant, uint256 found, uint256 needed);
    /// @notice Where claims cost nothing only members may file them.
    error EthicsBoardNoMember(address claimant);
    error EthicsBoardInvalidClaim();
    /// @notice Too early.
    error EthicsBoardTooEarly(uint256 time, uint256 earliest);
    error EthicsBoardCannotAppeal(uint256 reviewId);
    error EthicsBoardNoReward(uint256 reviewId);

    /// @notice Files a claim. Anyone, for the bond; the claimant is the caller.
    function file(
        SubjectKind kind,
        uint256 subject,
        bytes32 reasonCode,
        bytes32 evidence
    ) external returns (uint256 claimId);

    /// @notice Ends a claim that nobody answered in 14 days: its subject is stopped for 30 days (a mandate for 14) if it was
    /// not in the last 180, and the bond goes back. Anyone may call it.
    function lapse(uint256 claimId) external;

    /// @notice Sends the bond of an answered claim where the finding says. Anyone may call it.
    function closeClaim(uint256 claimId) external;

    /// @notice Takes back what the caller put aside for claims and did not use.
    function withdrawBond(address token, uint128 amount) external;

    /// @notice Sets token and bond of claims from now on. Only the studio's timelock. Zero bond: members only.
    function setClaimTerms(address token, uint128 bond) external;

    /// @notice Appeals a quarantine, once. Only producer or licensor of its subject.
    function appeal(uint256 reviewId, bytes32 evidence) external;

    /// @notice Lifts a quarantine that was appealed 14 days ago and not confirmed. Anyone may call it.
    function grantAppeal(uint256 reviewId) external;

    /// @notice Mints 1 REP to each seat that voted on an answer to a claim and still has its holder, once, within the limits
    /// of issuance; one rewarded review a day. Anyone may call it.
    function rewardReview(uint256 reviewId) external returns (uint256 raw);

    function claimCount() external view returns (uint256);
    function claimOf(uint256 claimId) external view returns (Claim memory);
    /// @notice The open claim on a subject; zero: none.
    function openClaimOf(SubjectKind kind, uint256 subject) external view returns (uint256 claimId);
    function claimTerms() external view returns (address token, uint128 bond);
}
