// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Finding, SubjectKind} from "./IEthicsReviews.sol";

/// @notice A claim as it is stored: five slots.
struct Claim {
    address claimant; // who filed it; zero: unknown claim
    SubjectKind kind; // of the subject
    Finding finding; // what the board thinks of it; None: it was not answered
    bool closed; // answered or lapsed, and the bond went where it belongs
    uint48 filedAt; // seconds
    uint128 bond; // units of the token; zero: it cost nothing
    address token; // of the bond
    uint256 subject; // its id
    uint256 reviewId; // that answered it; zero: none
}

/// @title IEthicsClaims
/// @notice How anybody makes the board look: a bonded claim that must be answered in 14 days, or its subject is stopped
/// for a while, once in 180 days. How those whom a quarantine harms have it confirmed or lifted, and what seats earn
/// for answers.
///
/// Bonds lie in pots of RoyaltySplitter that the board opened. What is put aside for claims is in the pot with the
/// claimant's address as its id: `fundPot(board, bytes32(uint256(uint160(claimant))), token, amount)`. The bond of an
/// open claim is in the pot `bytes32(claimId | 1 << 255)`. The board never holds a token, and what a claimant does not
/// use comes back by {withdrawBond}. A bond that is returned is credited in RoyaltySplitter, where it is withdrawn.
interface IEthicsClaims {
    /// @notice Somebody says that something is wrong. The board has 14 days to answer.
    /// @param claimId Number of the claim, from 1 on
    /// @param claimant Who says so
    /// @param subject What it is about
    /// @param kind Of the subject
    /// @param reasonCode From the charter's taxonomy
    /// @param evidence Digest of the file that shows it
    /// @param token Of the bond; zero: it cost nothing
    /// @param bond Units of the token
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

    /// @notice A claim was answered by a review; the bond waits for {closeClaim}.
    /// @param claimId The claim
    /// @param reviewId The review
    /// @param finding What the board thinks of the claim
    event ClaimAnswered(uint256 indexed claimId, uint256 indexed reviewId, Finding finding);

    /// @notice A claim was not answered in time.
    /// @param claimId The claim
    /// @param stoppedUntil Until when its subject is stopped, seconds; zero: it is not, because it was in the last 180
    /// days, is a proposal, or is the board's no more
    event ClaimLapsed(uint256 indexed claimId, uint48 stoppedUntil);

    /// @notice The bond of a claim was credited, which closes it.
    /// @param claimId The claim
    /// @param to Its claimant, or whom it harmed
    /// @param amount Units of the bond's token; zero: the claim cost nothing
    event BondReturned(uint256 indexed claimId, address indexed to, uint256 amount);

    /// @notice What a claim costs from now on.
    /// @param token Of bonds; zero: claims cost nothing, and are for whoever may propose
    /// @param bond Units of the token
    event ClaimTermsSet(address indexed token, uint128 bond);

    /// @notice Somebody whom a quarantine harms wants it confirmed by two thirds in 14 days, or lifted.
    /// @param reviewId The review that imposed it
    /// @param appellant Producer of the lot, or licensor of the recipe
    /// @param evidence Digest of the file that says why
    event ReviewAppealed(uint256 indexed reviewId, address indexed appellant, bytes32 evidence);

    /// @notice A quarantine was lifted because nobody confirmed it.
    /// @param reviewId The review that imposed it
    event AppealGranted(uint256 indexed reviewId);

    /// @notice Seats that voted on the answer to a claim earned reputation; each grant is an event of the token.
    /// @param reviewId The review
    /// @param seats Bit n: seat n, live now and with the same holder, voted for it or against it
    /// @param raw Raw units minted for all of them together
    event ReviewRewarded(uint256 indexed reviewId, uint16 seats, uint256 raw);

    /// @notice No claim has this number.
    /// @param claimId The number
    error EthicsBoardUnknownClaim(uint256 claimId);

    /// @notice The subject has an open claim, or the claim is not answered yet.
    /// @param claimId The open claim
    error EthicsBoardClaimOpen(uint256 claimId);

    /// @notice The claim was answered, lapsed or closed before, or is about another subject.
    /// @param claimId The claim
    error EthicsBoardClaimNotOpen(uint256 claimId);

    /// @notice The claimant put too little aside.
    /// @param claimant Who files
    /// @param found What is in its pot, units of the token
    /// @param needed The bond, units of the token
    error EthicsBoardBondTooSmall(address claimant, uint256 found, uint256 needed);

    /// @notice Where claims cost nothing only accounts with as many votes as a proposal needs file them.
    /// @param claimant Who files
    error EthicsBoardNoMember(address claimant);

    /// @notice Where claims cost nothing, an account has so many at most that are not closed.
    /// @param claimant Who files
    /// @param found How many it has
    /// @param max Most
    error EthicsBoardTooManyFreeClaims(address claimant, uint256 found, uint256 max);

    /// @notice Reason or evidence is missing.
    error EthicsBoardInvalidClaim();

    /// @notice The studio has another board now, which looks at claims.
    /// @param board The studio's board
    error EthicsBoardReplaced(address board);

    /// @notice A bond needs a token, which is a contract; no bond needs none.
    /// @param token Of bonds
    /// @param bond Units of the token
    error EthicsBoardInvalidBond(address token, uint128 bond);

    /// @notice Too early.
    /// @param time Now, seconds
    /// @param earliest When it is possible, seconds
    error EthicsBoardTooEarly(uint256 time, uint256 earliest);

    /// @notice With so little gas, stopping the subject could fail and the rest succeed.
    /// @param found Gas that is left
    /// @param needed Gas that must be
    error EthicsBoardTooLittleGas(uint256 found, uint256 needed);

    /// @notice The review imposed no quarantine that lasts and was not appealed yet.
    /// @param reviewId The review
    error EthicsBoardCannotAppeal(uint256 reviewId);

    /// @notice The review was not appealed, or it was confirmed, or the quarantine had its longest time.
    /// @param reviewId The review
    error EthicsBoardNoAppeal(uint256 reviewId);

    /// @notice The review answered no claim, was rewarded before, or no seat that voted still has its holder.
    /// @param reviewId The review
    error EthicsBoardNoReward(uint256 reviewId);

    /// @notice The studio's machines have issued so much lately that not every seat could be rewarded.
    /// @param found Raw units that could be set aside
    /// @param needed Raw units
    error EthicsBoardTooLittleIssuance(uint256 found, uint256 needed);

    /// @notice Files a claim about a proposal of the studio's governor that is not over, an asset or whole lot that its
    /// gates judge, a recipe that it licenses, or a mandate. Anyone, for the bond that {claimTerms} ask, from what was
    /// put aside; where they ask none, whoever has the votes of a proposer, and three at a time. One open claim a
    /// subject.
    /// @param kind Of the subject
    /// @param subject Its id
    /// @param reasonCode From the charter's taxonomy, not zero
    /// @param evidence Digest of the file that shows it, not zero
    /// @return claimId Number of the claim
    function file(
        SubjectKind kind,
        uint256 subject,
        bytes32 reasonCode,
        bytes32 evidence
    ) external returns (uint256 claimId);

    /// @notice Ends a claim that nobody answered in 14 days. Its subject is stopped, if it was not in the last 180
    /// days: sales of an asset or whole lot and new lots of a recipe for 30 days, a mandate for 14. The bond goes back.
    /// Anyone may call it, with 400,000 gas to spare.
    /// @param claimId The claim
    function lapse(uint256 claimId) external;

    /// @notice Credits the bond of an answered claim: to whom the claim harmed if it was found abusive (producer of the
    /// lot, licensor of the recipe, timelock), else to its claimant. Anyone may call it, once; a claim that cost
    /// nothing makes room for another one of its claimant.
    /// @param claimId The claim
    function closeClaim(uint256 claimId) external;

    /// @notice Credits the caller with what was put aside for its claims and not used.
    /// @param token Of bonds, now or at any time
    /// @param amount Units of the token
    function withdrawBond(address token, uint128 amount) external;

    /// @notice Sets what claims cost from now on. Only the studio's timelock.
    /// @param token Of bonds; zero without bond
    /// @param bond Units of the token; zero: claims cost nothing, and are for whoever may propose
    function setClaimTerms(address token, uint128 bond) external;

    /// @notice Asks the board to confirm a quarantine by two thirds in 14 days, or to let it go; once, while it lasts.
    /// Only the producer of the lot, and the licensor of the recipe.
    /// @param reviewId The review that imposed it
    /// @param evidence Digest of the file that says why, not zero
    function appeal(uint256 reviewId, bytes32 evidence) external;

    /// @notice Lifts a quarantine that was appealed 14 days ago and not confirmed. What the studio's timelock ratified
    /// stays. Anyone may call it.
    /// @param reviewId The review that imposed it
    function grantAppeal(uint256 reviewId) external;

    /// @notice Mints 1 effective REP to each seat that voted, either way, on the answer to a claim and still has its
    /// holder; within the limits of issuance, once a review and for one review a day. Anyone may call it.
    /// @param reviewId The review
    /// @return raw Raw units minted for all of them together
    function rewardReview(uint256 reviewId) external returns (uint256 raw);

    /// @notice How many claims were filed, which is the number of the newest.
    /// @return Claims
    function claimCount() external view returns (uint256);

    /// @notice A claim as it is stored.
    /// @param claimId The claim
    /// @return All zero if unknown
    function claimOf(uint256 claimId) external view returns (Claim memory);

    /// @notice The claim on a subject that waits for an answer.
    /// @param kind Of the subject
    /// @param subject Its id
    /// @return claimId The claim; zero: none
    function openClaimOf(SubjectKind kind, uint256 subject) external view returns (uint256 claimId);

    /// @notice Claims of an account that cost nothing and are neither closed nor lapsed; three at most.
    /// @param claimant The account
    /// @return Claims
    function freeClaimsOf(address claimant) external view returns (uint256);

    /// @notice What a claim costs now.
    /// @return token Of the bond; zero: it costs nothing, and is for whoever may propose
    /// @return bond Units of the token
    function claimTerms() external view returns (address token, uint128 bond);
}
