// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a review or a claim is about.
enum SubjectKind {
    Proposal, // id of a proposal of the studio's governor
    Asset, // an asset that the studio's gate judges (a work, model, dataset, style), or a whole lot (index 0xFFFFFF)
    Recipe, // recipe id, licensed by the studio
    Mandate // id of an agent's mandate
}

/// @notice What a review is to do, with the payload it takes.
enum Power {
    Answer, // nothing but the answer to a claim on any subject; no payload
    Veto, // cancels proposals: abi.encode(ProposalActions[]), 1…16; the subject is the first one
    Quarantine, // stops new sales of an asset or new lots of a recipe: abi.encode(uint256 seconds), at most 30 days
    MaskVeto, // blocks assets of a whole lot, the subject: abi.encode(address gate, uint256 word, uint256 mask)
    Pause, // stops a mandate: abi.encode(uint256 seconds), at most 14 days
    Certify, // records what an asset or recipe was found to be: abi.encode(bool passed, bytes32 report)
    Lift, // ends a quarantine or pause early, no payload; of a lot with one as MaskVeto: a veto of assets
    Confirm // keeps a quarantine that was appealed: abi.encode(uint256 reviewId), of the same subject
}

/// @notice What the board thinks of a claim.
enum Finding {
    None, // no claim
    Upheld, // the claimant is right; the bond goes back
    Mistaken, // the claimant is wrong in good faith; the bond goes back
    Abusive // the bond goes to whom the claim harmed
}

/// @notice What a seat asks the board to decide.
struct ReviewInput {
    SubjectKind kind; // of the subject
    uint256 subject; // its id
    Power power; // what is to be done
    bytes payload; // what the power takes, see Power; its digest is voted on
    bytes32 reasonCode; // from the charter's taxonomy, never zero
    bytes32 evidence; // digest of the file that shows it, never zero
    uint256 claimId; // the open claim on the subject that it answers; zero: none
    Finding finding; // of the claim; Upheld unless the power is Answer
}

/// @notice A review as it is stored: six slots.
struct Review {
    SubjectKind kind; // of the subject
    Power power; // what is to be done
    Finding finding; // of the claim
    bool confirmed; // a quarantine that was appealed and stays
    bool rewarded; // its voters earned what they could
    uint16 supporters; // bit n: seat n voted for it
    uint16 opponents; // bit n: seat n voted against it
    uint32 charter; // version in force when it was opened
    uint48 openedAt; // seconds; zero: unknown review
    uint48 enactedAt; // seconds; zero: not enacted
    uint48 appealedAt; // seconds; zero: not appealed
    uint256 claimId; // that it answers; zero: none
    uint256 subject; // its id
    bytes32 payloadHash; // keccak256 of the payload
    bytes32 reasonCode; // from the charter's taxonomy
    bytes32 evidence; // digest of the file that shows it
}

/// @notice A proposal, by what its id is the hash of.
struct ProposalActions {
    address[] targets; // whom the timelock calls
    uint256[] values; // wei
    bytes[] calldatas; // what it calls
    bytes32 descriptionHash; // keccak256 of the description
}

/// @title IEthicsReviews
/// @notice How the board decides: a seat opens a review with reason and evidence, seats vote in public, and anybody
/// enacts what enough live seats support within 14 days: two thirds to veto a proposal or to confirm a quarantine, else
/// more than half, and never with fewer than three live seats. It spends, mints and accepts nothing.
interface IEthicsReviews {
    /// @notice A seat asks the board to decide, and votes for it. With the votes and {ReviewEnacted} everything can be
    /// re-computed.
    /// @param reviewId Number of the review, from 1 on
    /// @param subject What it is about
    /// @param seat Seat of its opener
    /// @param input All that was asked
    /// @param charter Version of the charter in force
    event ReviewOpened(
        uint256 indexed reviewId,
        uint256 indexed subject,
        uint8 indexed seat,
        ReviewInput input,
        uint32 charter
    );

    /// @notice A seat voted.
    /// @param reviewId The review
    /// @param seat Number of the seat
    /// @param holder Who voted
    /// @param support Whether for or against it
    /// @param reason Untrusted text
    event ReviewVoted(
        uint256 indexed reviewId,
        uint8 indexed seat,
        address indexed holder,
        bool support,
        string reason
    );

    /// @notice A review took effect.
    /// @param reviewId The review
    /// @param by Who enacted it; anybody may
    /// @param supporters Bit n: seat n, live now and with the same holder, voted for it
    /// @param live Live seats now
    /// @param needed Votes that it took
    event ReviewEnacted(uint256 indexed reviewId, address indexed by, uint16 supporters, uint256 live, uint256 needed);

    /// @notice A proposal was canceled.
    /// @param proposalId The proposal
    /// @param reviewId The review; zero: the chamber's veto
    /// @param reasonCode From the charter's taxonomy
    /// @param evidence Digest of the file that shows it
    event ProposalVetoed(
        uint256 indexed proposalId,
        uint256 indexed reviewId,
        bytes32 indexed reasonCode,
        bytes32 evidence
    );

    /// @notice The chamber used one of its vetoes; {ProposalVetoed} names the proposals.
    /// @param chamber Who called
    /// @param reasonCode From the charter's taxonomy
    /// @param evidence Digest of the file that shows it
    event ChamberVetoed(address indexed chamber, bytes32 indexed reasonCode, bytes32 evidence);

    /// @notice An asset, lot or recipe was examined under a version of the charter.
    /// @param kind Of the subject
    /// @param subject Its id
    /// @param reviewId The review
    /// @param passed Whether it passed
    /// @param report Digest of the file that says what was examined and found
    /// @param charter The version
    event SubjectCertified(
        SubjectKind indexed kind,
        uint256 indexed subject,
        uint256 indexed reviewId,
        bool passed,
        bytes32 report,
        uint32 charter
    );

    /// @notice How often the board, and the chamber for itself, may veto in any 90 days from now on.
    /// @param oldLimit Until now
    /// @param newLimit From now on; vetoes of before count
    event VetoLimitSet(uint8 oldLimit, uint8 newLimit);

    /// @notice Stakeholders from outside may veto until then, beside the board.
    /// @param oldChamber Who could until now; zero: nobody, or not since its time was over
    /// @param chamber Who calls for them, e.g. the timelock of their own governor; zero: nobody
    /// @param until Seconds; from then on no more
    event ChamberAppointed(address indexed oldChamber, address indexed chamber, uint48 until);

    /// @notice No review has this number.
    /// @param reviewId The number
    error EthicsBoardUnknownReview(uint256 reviewId);

    /// @notice The subject is not the studio's, or the power does not apply to it.
    /// @param kind Of the subject
    /// @param subject Its id
    error EthicsBoardInvalidSubject(SubjectKind kind, uint256 subject);

    /// @notice Reason, evidence, payload, claim or finding is missing, malformed or of no use.
    /// @param power What was to be done
    error EthicsBoardInvalidReview(Power power);

    /// @notice The time of the review, 14 days, is over; or of the appeal that a review is to refuse.
    /// @param reviewId The review
    /// @param end When it was, seconds
    error EthicsBoardReviewOver(uint256 reviewId, uint256 end);

    /// @notice The seat voted already, or its holder was not seated before the review was opened.
    /// @param reviewId The review
    /// @param seat Number of the seat
    error EthicsBoardCannotVote(uint256 reviewId, uint8 seat);

    /// @notice A review takes effect once.
    /// @param reviewId The review
    error EthicsBoardAlreadyEnacted(uint256 reviewId);

    /// @notice Fewer seats are live than any decision needs.
    /// @param live Live seats now
    /// @param min Least
    error EthicsBoardTooFewSeats(uint256 live, uint256 min);

    /// @notice Too few live seats support it.
    /// @param reviewId The review
    /// @param votes Seats that support it now
    /// @param needed Votes that it takes now
    error EthicsBoardTooFewVotes(uint256 reviewId, uint256 votes, uint256 needed);

    /// @notice Not the payload that was voted on.
    /// @param found Its keccak256
    /// @param expected That of the one voted on
    error EthicsBoardWrongPayload(bytes32 found, bytes32 expected);

    /// @notice Every action of the proposal is about the board itself.
    /// @param proposalId The proposal
    error EthicsBoardExemptProposal(uint256 proposalId);

    /// @notice There were as many vetoes as there may be in 90 days.
    /// @param used Vetoes of the last 90 days
    /// @param limit Most
    error EthicsBoardVetoLimit(uint256 used, uint256 limit);

    /// @notice Too long, or nothing at all.
    /// @param duration Seconds
    /// @param max Most seconds
    error EthicsBoardInvalidDuration(uint256 duration, uint256 max);

    /// @notice A mandate is paused, and an asset vetoed, once in 180 days.
    /// @param subject The mandate, or the whole lot
    /// @param next Earliest time of the next pause of that mandate, or veto of all those assets, seconds
    error EthicsBoardStoppedRecently(uint256 subject, uint256 next);

    /// @notice The studio has no such module.
    /// @param module Position of the module in `Module`
    error EthicsBoardMissingModule(uint8 module);

    /// @notice The limit is out of bounds.
    /// @param limit Vetoes in 90 days asked for
    /// @param min Least
    /// @param max Most
    error EthicsBoardInvalidVetoLimit(uint8 limit, uint8 min, uint8 max);

    /// @notice A chamber without a time in the next 365 days, or a time without a chamber.
    /// @param chamber Who shall veto
    /// @param until Seconds asked for
    /// @param maxUntil Latest, seconds
    error EthicsBoardInvalidChamber(address chamber, uint48 until, uint48 maxUntil);

    /// @notice Opens a review; its opener votes for it. Only a live seat that began before this block.
    /// @param input What is to be decided, and why
    /// @return reviewId Number of the review
    function openReview(ReviewInput calldata input) external returns (uint256 reviewId);

    /// @notice Votes, once. Only a live seat whose holder was seated before the review was opened.
    /// @param reviewId The review
    /// @param support Whether for or against it
    /// @param reason Text for the record; may be empty
    function voteOnReview(uint256 reviewId, bool support, string calldata reason) external;

    /// @notice Does what enough live seats support. Anyone may call it, once, in the 14 days.
    /// @param reviewId The review
    /// @param payload What its power takes, as it was voted on
    function enactReview(uint256 reviewId, bytes calldata payload) external;

    /// @notice Vetoes for the chamber, within a limit of its own and with the board's exemptions. Only the chamber, in
    /// its time. Proposals that are over are left out.
    /// @param proposals 1…16 proposals; together they count once
    /// @param reasonCode From the charter's taxonomy, not zero
    /// @param evidence Digest of the file that shows it, not zero
    function vetoAsChamber(ProposalActions[] calldata proposals, bytes32 reasonCode, bytes32 evidence) external;

    /// @notice Sets how many vetoes there are in any 90 days. Only the studio's timelock.
    /// @param newLimit 1…12; 4 until it is set
    function setVetoLimit(uint8 newLimit) external;

    /// @notice Lets stakeholders from outside veto, in place of those who could. Only the studio's timelock.
    /// @param chamber Who calls for them; zero: nobody any more
    /// @param until Seconds, in the future and at most 365 days from now; zero with `chamber` zero
    function appointChamber(address chamber, uint48 until) external;

    /// @notice How many reviews were opened, which is the number of the newest.
    /// @return Reviews
    function reviewCount() external view returns (uint256);

    /// @notice A review as it is stored.
    /// @param reviewId The review
    /// @return All zero if unknown
    function reviewOf(uint256 reviewId) external view returns (Review memory);

    /// @notice What would count if it were enacted now.
    /// @param reviewId The review
    /// @return votes Seats that support it, are live and have the same holder
    /// @return needed Votes that it takes; with fewer than three live seats nothing is enacted
    /// @return live Live seats
    function tallyOf(uint256 reviewId) external view returns (uint256 votes, uint256 needed, uint256 live);

    /// @notice The newest review that certified a subject.
    /// @param kind Of the subject
    /// @param subject Its id
    /// @return reviewId The review; zero: none
    /// @return passed Whether it passed
    /// @return at When it was certified, seconds
    function certificationOf(
        SubjectKind kind,
        uint256 subject
    ) external view returns (uint256 reviewId, bool passed, uint48 at);

    /// @notice Vetoes that are left now.
    /// @return board Of the board
    /// @return chamber Of the chamber, whether or not there is one
    function vetoesLeft() external view returns (uint256 board, uint256 chamber);

    /// @notice How many vetoes there are in any 90 days.
    /// @return 1…12
    function vetoLimit() external view returns (uint8);

    /// @notice Earliest time at which the board may pause a mandate again.
    /// @param mandateId The mandate
    /// @return Seconds; zero: it never was paused
    function nextPauseOf(uint256 mandateId) external view returns (uint48);

    /// @notice Assets that the board vetoed in the last 180 days and cannot veto again yet, lifted or not.
    /// @param subject The whole lot
    /// @param word Index of the word
    /// @return mask Bit `b` stands for the asset at `256 * word + b`
    function vetoedAssetsOf(uint256 subject, uint256 word) external view returns (uint256 mask);

    /// @notice Who may veto from outside.
    /// @return chamber Who was appointed last; zero: nobody
    /// @return until Seconds; from then on it has no power
    function chamberOf() external view returns (address chamber, uint48 until);
}
