// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {LotStatus} from "./IAssetRegistry.sol";

/// @notice The panel that judges a lot's challenges, and the money it judges about: two slots.
struct Dispute {
    bytes16 seed; // that drew the panel; zero until drawn
    uint40 clock; // zero until a panel is called; then its seed block, once drawn its ballot deadline (seconds)
    uint24 challenged; // assets challenged, ever
    uint16 challenges; // challenges, ever: the newest id
    uint16 open; // challenges that are not resolved
    uint8 epoch; // low 8 bits of the epoch whose standings count in the panel
    uint16 suspender; // id of the challenge that suspended the lot; zero: none
    bool dropped; // assets stay blocked that no panel judged in time, or that a heavier verdict found good
    uint80 paid; // of the lot's bond: paid to challengers, units of the audit token
}

/// @notice One challenge: two slots.
struct Challenge {
    address challenger; // who put up the bond
    uint88 bond; // at stake for what is undecided, without fees; units of the audit token
    uint8 flags; // bit 0 its adjudicators are paid, bit 1 of the whole lot, bit 2 it suspended the lot
    bytes32 masks; // keccak(abi.encode(firstWord, masks)) of what is undecided; zero: resolved
}

/// @title ICurationDisputes
/// @notice What can be said against an accepted lot, with a bond, and what a fresh panel says of that.
///
/// Whoever finds defects in an accepted lot challenges those assets before the window ends. They are blocked at once.
/// Once more than 5 % of a lot are challenged, or the whole lot is, it is suspended and audited a second time, with the
/// tightened plan, once in its life. When the window of an accepted lot is over, a panel that was never drawn before
/// judges the challenged assets one by one: an asset is decided where one side, and only one, has 60 % of the panel's
/// expected weight. What is ok is unblocked and costs the challenger the bond for it; what is defective stays
/// blocked, and the challenger gets the bond back and as much again out of the lot's bond, as far as that reaches.
///
/// Amounts are units of the audit token. They move between deposits inside the gate; no call here touches a token.
/// Bonds and fees come from the caller's free deposit and go back to it. Where the terms ask no bond, a stranger would
/// block and suspend everything for nothing: there only curators with a standing in the present epoch challenge.
///
/// Warning: whoever relays ballots to {adjudicate} chooses them. One side must have 60 % of the expected weight, so
/// only where a panel drew more than 120 % of it can two relayers decide an asset differently. A panel on challenges is
/// never widened: who sleeps is replaced by the next panel.
interface ICurationDisputes {
    // Challenges

    /// @notice Somebody says that assets of an accepted lot are defective. They are blocked from now on.
    /// @param lotId The lot.
    /// @param id Number of the challenge, from 1 on for each lot.
    /// @param challenger Who says so, and pays if it is not so.
    /// @param firstWord Index of the first word.
    /// @param masks Challenged assets of each word from there on; empty: the whole lot is challenged.
    /// @param evidence Hash of what shows it, zero never; where it is kept is up to the challenger.
    /// @param bond Taken from the challenger's deposit; lost for what turns out ok.
    /// @param fee All fees taken with it: for the panel, and, if the lot is suspended, for the second audit.
    event LotChallenged(
        LotId indexed lotId,
        uint16 indexed id,
        address indexed challenger,
        uint16 firstWord,
        uint256[] masks,
        bytes32 evidence,
        uint256 bond,
        uint256 fee
    );

    /// @notice A challenge stopped an accepted lot; {ICurationAudits-AuditOpened} of round 1 follows.
    /// @param lotId The lot.
    /// @param id The challenge that did it, whose challenger pays the second audit.
    event LotSuspended(LotId indexed lotId, uint16 indexed id);

    /// @notice Assets of a challenge were decided, or the challenge was dropped, and this is what moved.
    /// @param lotId The lot.
    /// @param id The challenge.
    /// @param returned Of its bond and fees: back to the challenger's deposit.
    /// @param reward Out of the lot's bond: to the challenger's deposit.
    /// @param lost Of its bond: to the deposit of the lot's producer.
    /// @param undecided Assets that still wait for a panel; zero: the challenge is over.
    event ChallengeResolved(
        LotId indexed lotId,
        uint16 indexed id,
        uint256 returned,
        uint256 reward,
        uint256 lost,
        uint256 undecided
    );

    // Panels

    /// @notice A fresh panel is to judge a lot's open challenges.
    /// @param lotId The lot.
    /// @param seedBlock The block whose prevRandao makes the seed.
    /// @param epoch Whose standings count.
    event PanelCalled(LotId indexed lotId, uint40 seedBlock, uint16 epoch);

    /// @notice The panel is drawn; its ballots name this seed.
    /// @param lotId The lot.
    /// @param seed First 128 bits of keccak(lotId, prevRandao, salt).
    /// @param ballotDeadline Seconds; from then on not all who are drawn must have voted.
    event PanelDrawn(LotId indexed lotId, bytes16 seed, uint40 ballotDeadline);

    /// @notice The ballots of a panel decided assets of a challenge.
    /// @param lotId The lot.
    /// @param id The challenge.
    /// @param relayer Who brought them.
    /// @param charterVersion The charter that all ballots name.
    /// @param firstWord Index of the first word.
    /// @param decided Assets that are decided now, word by word.
    /// @param upheld Those of them that are defective.
    /// @param ballots As they were relayed.
    event ChallengeJudged(
        LotId indexed lotId,
        uint16 indexed id,
        address indexed relayer,
        uint32 charterVersion,
        uint16 firstWord,
        uint256[] decided,
        uint256[] upheld,
        bytes ballots
    );

    /// @notice The fee of a challenge was shared by those who judged it first, by weight.
    /// @param lotId The lot.
    /// @param id The challenge.
    /// @param pays 16 bytes for each ballot, in its order: index of the curator u16, pay u112.
    event AdjudicatorsPaid(LotId indexed lotId, uint16 indexed id, bytes pays);

    // Errors: challenges

    /// @notice Only an accepted lot is challenged, and only before its window ends (seconds).
    error CurationNoChallengeWindow(LotId lotId, LotStatus status, uint256 time, uint40 windowEnd);

    /// @notice A claim without evidence.
    error CurationEmptyEvidence();

    /// @notice Without a bond only curators with a standing in the present epoch challenge.
    error CurationUnbondedChallenge(address caller);

    /// @notice No words, or more of them than one call takes.
    error CurationInvalidMasks(uint256 masks, uint256 maximum);

    /// @notice The assets in `mask` are blocked already.
    error CurationAlreadyBlocked(LotId lotId, uint16 word, uint256 mask);

    /// @notice The assets in `mask` are not in the lot.
    error CurationBeyondLot(LotId lotId, uint16 word, uint256 mask);

    /// @notice A lot is audited a second time only once.
    error CurationAlreadyReaudited(LotId lotId);

    /// @notice No such challenge, or it is resolved; id 0: the lot has no open one.
    error CurationUnknownChallenge(LotId lotId, uint16 id);

    /// @notice These are not the words that wait to be decided.
    error CurationWrongMasks(LotId lotId, uint16 id);

    /// @notice The challenge waits for a window, a second audit or a panel, until `deadline` (seconds; of a panel that
    /// is not drawn yet: block number; zero: until a panel is called).
    error CurationChallengePending(LotId lotId, uint16 id, uint256 time, uint256 deadline);

    // Errors: panels

    /// @notice The lot waits for its second audit.
    error CurationLotSuspended(LotId lotId);

    /// @notice The lot is not accepted, so there is nothing to unblock.
    error CurationNotAccepted(LotId lotId);

    /// @notice Challenges may still come (seconds).
    error CurationChallengeWindowOpen(LotId lotId, uint256 time, uint40 windowEnd);

    /// @notice A panel is called and still has time.
    error CurationPanelAlreadyCalled(LotId lotId);

    /// @notice No panel is called.
    error CurationPanelNotCalled(LotId lotId);

    /// @notice The panel is not drawn yet.
    error CurationPanelNotDrawn(LotId lotId);

    /// @notice The ballots decide no asset that waits to be decided.
    error CurationNothingDecided(LotId lotId, uint16 id);

    // Challenges

    /**
     * @notice Says that assets of an accepted lot are defective, with a bond for each, and blocks them at once. Costs
     * the bond of the lot's terms for each asset and one audit fee; the challenge that takes the lot beyond 5 %
     * challenged assets also pays the second audit, if there was none yet. Anybody may; where the terms'
     * `challengeBond` is zero, only a curator with a standing in the present epoch: {CurationUnbondedChallenge}.
     * @param lotId the lot: accepted, its window open
     * @param firstWord index of the first word: bit `b` of word `w` is the asset at `256 * w + b`
     * @param masks challenged assets of each word from there on, 1…64 words; the first and the last not zero
     * @param evidence hash of what shows it
     * @return id number of the challenge
     */
    function challenge(
        LotId lotId,
        uint16 firstWord,
        uint256[] calldata masks,
        bytes32 evidence
    ) external returns (uint16 id);

    /**
     * @notice Says that a whole accepted lot is bad: suspends it and has it audited a second time. Costs the lot's bond
     * once more and one audit fee. The bond comes back if the lot is rejected then. Once per lot. Anybody may; where
     * the terms' `bond` is zero, only a curator with a standing in the present epoch: {CurationUnbondedChallenge}.
     * @param lotId the lot: accepted, its window open, never suspended before
     * @param evidence hash of what shows it
     * @return id number of the challenge
     */
    function challengeLot(LotId lotId, bytes32 evidence) external returns (uint16 id);

    // Panels

    /**
     * @notice Has a fresh panel drawn for the open challenges of a lot whose window is over. Anybody may; again when
     * the last panel's time is over. Where seeds are salted, a panel that was not drawn is replaced only if the salt of
     * its seed block is revealed, or another chain took the place of the one that hid it.
     * @param lotId the lot: accepted for good
     */
    function callPanel(LotId lotId) external;

    /**
     * @notice Draws the panel, like {ICurationAudits-drawSeed}. Anybody may.
     * @param lotId the lot
     * @param header RLP of the header of the seed block
     * @param salt link of the studio's salt chain; zero where it has none
     */
    function drawPanel(LotId lotId, bytes calldata header, bytes32 salt) external;

    /**
     * @notice Judges a challenge by the panel's ballots. The panel is that of an audit, but never widened. The
     * challenger is not in it if at least three others have a standing, producer and delegate not counted. Ballots are
     * of kind 1 over all words of the challenge, and come after the panel's deadline unless all who are drawn have
     * voted. May come again, with other ballots, for what is undecided. Anybody may.
     * @param lotId the lot
     * @param id the challenge
     * @param firstWord index of the first word of the challenge
     * @param masks what is undecided; as many words as were challenged
     * @param charterVersion the charter that all ballots name
     * @param ballots by falling weight, then rising index; each index u16, r, vs, and ok and defect of each word
     */
    function adjudicate(
        LotId lotId,
        uint16 id,
        uint16 firstWord,
        uint256[] calldata masks,
        uint32 charterVersion,
        bytes calldata ballots
    ) external;

    /**
     * @notice Ends a challenge without a panel. The bond and a fee that nobody earned go back to the challenger if the
     * lot is rejected for good, if its second audit expired, or if the panel ran out of time; assets that no panel
     * judged stay blocked. If a lot that was challenged as a whole is accepted again, the bond goes to its producer. If
     * it is rejected, its bond repays the second audit to the challenger who paid it. Anybody may.
     * @param lotId the lot
     * @param id the challenge
     * @param firstWord index of the first word of the challenge
     * @param masks what is undecided; empty for the whole lot
     */
    function dropChallenge(LotId lotId, uint16 id, uint16 firstWord, uint256[] calldata masks) external;

    // Views

    /// @notice The dispute about a lot; all zero if there was none.
    function disputeOf(LotId lotId) external view returns (Dispute memory);

    /// @notice A challenge; all zero if unknown.
    function challengeOf(LotId lotId, uint16 id) external view returns (Challenge memory);
}
