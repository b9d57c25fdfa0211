// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {LotStatus} from "./IAssetRegistry.sol";
import {Preset} from "./IStudio.sol";

/// @notice One audit of one lot: one slot. A lot has one, and a second one after a suspension.
struct Audit {
    bytes16 digest; // zero until drawn; then the seed; from a close on the first 128 bits of keccak(Outcome)
    uint40 clock; // seed block until the draw; then the ballot deadline, after a close the window's end (seconds)
    uint16 weight; // weight behind the present verdict, zero until the first close
    uint16 excluded; // index of the curator to whom the producer delegated its votes, or its sponsor; zero: none
    uint16 terms; // version of the terms that the lot is judged by; zero: the defaults
    uint8 epoch; // low 8 bits of the epoch whose standings count: that of the commit, or of the suspension
    uint8 plan; // row of the plan table
    uint8 humanBallots; // ballots behind the present verdict whose curator is not flagged as an agent
    uint8 inbox; // curators that cast a ballot directly
    uint8 flags; // bits 0-1 widening of the verdict; then settled, reaudited, challenged, vetoed, redrawn, canary
}

/// @notice What a close decided; its digest stands in the audit's slot from then on.
struct Outcome {
    bytes16 seed; // from SeedDrawn
    bytes32 ballots; // keccak of what the ballots say: index u16, ok, defect of each, as in {settleLot}
    uint256 covered; // lanes that are judged: all of them
    uint256 bad; // judged lanes that are not better than a tie
    uint256 weights; // byte k: how many of the ballots weigh 2ᵏ
}

/// @notice What a curator signs.
struct AuditBallot {
    uint8 kind; // 0 audit, 1 adjudication, 2 slate
    uint256 subject; // lot id; of a slate: its id
    bytes16 seed; // that drew the panel
    uint32 charterVersion; // version of the charter that was applied
    uint16 firstWord; // of an adjudication: word of the lot that the first pair is about; else 0
    uint256[] words; // ok₀, defect₀, ok₁, …, bit l is lane l; of a slate: approvals only
}

/// @title ICurationAudits
/// @notice Audits of lots: seed, sample, panel, ballots, verdict. See {ICuration}.
interface ICurationAudits {
    // Audits

    /// @notice A lot waits for its seed: a committed one, or a suspended one for its second audit.
    /// @param lotId The lot.
    /// @param producer Who committed it; never its judge.
    /// @param round 0, or 1 for the second audit.
    /// @param seedBlock The block whose prevRandao makes the seed.
    /// @param plan Row of the plan table.
    /// @param terms Version of the terms that the lot is judged by; zero: the defaults.
    /// @param epoch The epoch whose standings count, whatever changes later.
    /// @param excluded Index of the curator to whom the producer delegates its votes, or who answers for it as an
    /// agent; zero: none.
    event AuditOpened(
        LotId indexed lotId,
        address indexed producer,
        uint8 round,
        uint40 seedBlock,
        uint8 plan,
        uint16 terms,
        uint16 epoch,
        uint16 excluded
    );

    /// @notice Sample and panel are fixed.
    /// @param lotId The lot.
    /// @param seed First 128 bits of keccak(lotId, prevRandao, salt).
    /// @param ballotDeadline Seconds; from then on the audit can be closed without all drawn curators.
    event SeedDrawn(LotId indexed lotId, bytes16 seed, uint40 ballotDeadline);

    /// @notice Ballots were verified and counted; the verdict replaces any earlier one on the lot.
    /// @param lotId The lot.
    /// @param relayer Who brought them.
    /// @param charterVersion The charter that all ballots name.
    /// @param expectedWeight Mean weight of a panel of this lot, by which quorum and coverage are measured.
    /// @param weight Weight of the ballots.
    /// @param humanBallots Ballots of curators that are not flagged as agents.
    /// @param widening How often the panel was widened: 0…2.
    /// @param covered Lanes where the winning side has coverage: all that are judged.
    /// @param bad Judged lanes that are not better than a tie.
    /// @param weights Byte k: how many of the ballots weigh 2ᵏ.
    /// @param status Accepted or Rejected.
    /// @param releasableAt Seconds; end of the challenge window.
    /// @param ballots As they were relayed.
    event AuditClosed(
        LotId indexed lotId,
        address indexed relayer,
        uint32 charterVersion,
        uint16 expectedWeight,
        uint16 weight,
        uint8 humanBallots,
        uint8 widening,
        uint256 covered,
        uint256 bad,
        uint256 weights,
        LotStatus status,
        uint40 releasableAt,
        bytes ballots
    );

    // Errors: who may call

    /// @notice The caller may not do this.
    error CurationUnauthorized(address caller);

    /// @notice The gate's preset, or the studio's present one, certifies its own lots, or does not.
    error CurationWrongPreset(Preset preset);

    /// @notice The studio judges by another gate: this one takes no more lots and certifies none.
    error CurationReplaced();

    // Errors: the commit

    /// @notice The producer had too many lots rejected; the timelock lifts that.
    error CurationProducerStopped(address producer);

    /// @notice The account has `free` units of the audit token that are not at stake, and needs more.
    error CurationDepositTooSmall(address account, uint256 free, uint256 needed);

    /// @notice With so few curators beside the producer and its delegate the audit could never be closed.
    error CurationTooFewCurators(uint16 epoch, uint256 curators, uint256 minimum);

    // Errors: the draw

    /// @notice No audit was opened for the lot here.
    error CurationUnknownAudit(LotId lotId);

    /// @notice The seed is drawn.
    error CurationSeedAlreadyDrawn(LotId lotId, bytes16 seed);

    /// @notice The salt is not the revealed link of the seed block's span; without a salt chain it must be zero.
    error CurationUnexpectedSalt(LotId lotId, bytes32 salt);

    /// @notice The link of this span of 256 blocks is not revealed yet.
    error CurationSaltNotRevealed(LotId lotId, uint256 span);

    /// @notice The hash of the seed block can be read from block `earliest` on.
    error CurationSeedTooEarly(LotId lotId, uint256 blockNumber, uint256 earliest);

    /// @notice The hash of the seed block could be read until block `latest`.
    error CurationSeedTooLate(LotId lotId, uint256 blockNumber, uint256 latest);

    /// @notice The header is that of another block.
    error CurationWrongHeaderNumber(LotId lotId, uint256 number, uint256 seedBlock);

    /// @notice The header is not the one the chain had at `seedBlock`.
    error CurationWrongHeaderHash(LotId lotId, bytes32 hash, bytes32 expected);

    // Errors: ballots

    /// @notice The seed is not drawn yet.
    error CurationSeedNotDrawn(LotId lotId);

    /// @notice The studio has no such charter version.
    error CurationUnknownCharter(uint32 version, uint32 newest);

    /// @notice Fewer ballots than a verdict needs.
    error CurationTooFewBallots(uint256 subject, uint256 ballots, uint256 minimum);

    /// @notice More ballots than one close takes.
    error CurationTooManyBallots(uint256 subject, uint256 ballots, uint256 maximum);

    /// @notice No curator has this index.
    error CurationUnknownCurator(uint16 index);

    /// @notice The curator is the lot's producer.
    error CurationOwnLot(uint16 index);

    /// @notice The lot's producer delegates its votes to the curator, or is an agent for whom the curator answers.
    error CurationDelegateOfProducer(uint16 index);

    /// @notice The curator placed the challenge.
    error CurationOwnChallenge(uint16 index);

    /// @notice The curator signed two different ballots on one subject and does not judge any more.
    error CurationStruckOff(uint16 index);

    /// @notice The curator is an agent, and here people judge.
    error CurationAgentBallot(uint16 index);

    /// @notice The seed does not draw the curator, or its standing did not count in the epoch of the commit.
    error CurationNotDrawn(uint16 index, uint8 widening);

    /// @notice Ballots go by falling weight, then by rising index, so nobody is counted twice.
    error CurationUnsortedBallots(uint16 index);

    /// @notice The ballot calls the same lanes ok and defective.
    error CurationContradictoryBallot(uint16 index, uint256 lanes);

    /// @notice The signature over this very ballot is not the curator's; `signer` is zero if it is nobody's, or not
    /// the only one that its signer could derive (high s).
    error CurationWrongSigner(uint16 index, address signer, address key);

    // Errors: ballots cast directly

    /// @notice Ballots that are cast directly name another charter version.
    error CurationInboxCharter(LotId lotId, uint32 version, uint32 expected);

    // Errors: the close

    /// @notice The audit was not closed in time and never can be.
    error CurationAuditTimedOut(LotId lotId, uint256 time, uint256 latest);

    /// @notice The challenge window is over.
    error CurationVerdictFinal(LotId lotId, uint256 time, uint40 windowEnd);

    /// @notice The outcome is not that of the present verdict; a first close names the empty one.
    error CurationWrongOutcome(LotId lotId, bytes16 digest, bytes16 expected);

    /// @notice The weight of the ballots is below the quorum.
    error CurationNoQuorum(uint256 subject, uint256 weight, uint256 quorum);

    /// @notice Before the ballot deadline only all drawn curators together close, of at most 255 registered ones.
    error CurationBallotsOpen(LotId lotId, uint256 time, uint40 ballotDeadline);

    /// @notice The ballots weigh no more than those behind the present verdict.
    error CurationNotHeavier(uint256 subject, uint256 weight, uint16 present);

    /// @notice Too few of the ballots are from people.
    error CurationTooFewHumans(uint256 subject, uint256 humans, uint8 minimum);

    /// @notice A ballot that its curator cast directly was left out.
    error CurationBallotMissing(LotId lotId, uint16 index);

    /// @notice In these lanes neither side has coverage; the audit stays open.
    error CurationUncovered(LotId lotId, uint256 lanes);

    // Errors: masks

    /// @notice Words must be strictly ascending.
    error CurationUnsortedWords(uint16 word);

    /// @notice Every word needs one mask.
    error CurationLengthMismatch(uint256 words, uint256 masks);

    /// @notice A word was named without anything to block.
    error CurationEmptyMask(uint16 word);

    /// @notice The lot already has a verdict, or is not this gate's to judge.
    error CurationNotPending(LotId lotId, LotStatus status);

    // Life cycle

    /// @notice Last step of `commitLot`, called by AssetRegistry with the lot already written; a revert refuses the
    /// lot.
    /// @dev Counts the quota, puts bond and fee of the newest terms at stake, and opens the audit: seedBlock = this
    /// block + the terms' seed delay. Once a day (UTC), at the producer's first lot, the gate asks who the registrar is
    /// and to whom the producer delegates its votes, or who answers for it as an agent: before any panel is known. In a
    /// solo studio no audit is opened and nothing is at stake. An agent's lot is counted by its mandate, which may
    /// refuse it.
    /// @param lotId The lot, new by the registry's own check.
    /// @param producer Who commits.
    /// @param count Number of assets, 1…65,536.
    function admitLot(LotId lotId, address producer, uint32 count) external;

    /// @notice Draws the seed of a lot: anyone, between 1 and 8,191 blocks after the seed block.
    /// @dev The seed draws sample and panel; both are fixed by it, since lots are judged by the standings of the epoch
    /// of their commit. Assumption: the chain proves its own headers (`blockhash` for 256 blocks, EIP-2935 beyond) and
    /// its prevRandao is not chosen by one party; where it is, the studio has a salt chain. On L1 the proposer of the
    /// seed block can withhold it: one bit.
    /// @param lotId The lot.
    /// @param header RLP encoding of the header of the seed block.
    /// @param salt The revealed link of the seed block's span; zero where the studio has no salt chain.
    function drawSeed(LotId lotId, bytes calldata header, bytes32 salt) external;

    /// @notice Verifies and counts ballots, and sets the verdict: anyone.
    /// @dev Not before the ballot deadline, unless all drawn curators are present; not later than the time-out after
    /// it, unless the audit was closed before; then until the end of the window by strictly heavier ballots only. Needs
    /// three ballots, the quorum, all ballots that were cast directly, and in every judged lane coverage of the winning
    /// side; a tie is a defect. A sample is accepted with at most c bad lanes, a census with at most a quarter of its
    /// assets (or c) bad. Whatever the judges found bad in an accepted lot is blocked; a rejected lot is blocked as a
    /// whole, by status. A replacement that turns a rejection into an acceptance, or unblocks an asset, starts the
    /// window anew; in a lot that was challenged or vetoed, and in a second audit, it unblocks nothing. Assumption: at
    /// least one relayer who has seen all ballots acts before the window ends.
    /// @param lotId The lot.
    /// @param charterVersion The charter version that all ballots name, 1 to the newest.
    /// @param ballots 130 bytes each: index u16, r, vs (ERC-2098), ok, defect; by falling drawn weight, then rising
    /// index.
    /// @param previous What the present verdict decided, from its AuditClosed; all zero at the first close.
    function closeAudit(LotId lotId, uint32 charterVersion, bytes calldata ballots, Outcome calldata previous) external;

    // Views

    /// @notice An audit of a lot as stored, round 0 or 1; all zero if it was not opened.
    function auditOf(LotId lotId, uint8 round) external view returns (Audit memory);

    /// @notice The audit that counts: 1 after a suspension, else 0.
    function roundOf(LotId lotId) external view returns (uint8);

    /// @notice Whether the lot can never be accepted because a deadline passed: no draw within 8,191 blocks, or no
    /// close within the time-out after the ballot deadline. A lot expires by time alone; its status stays.
    function isExpired(LotId lotId) external view returns (bool);

    /// @notice What an audit's slot keeps of an outcome: the first 128 bits of keccak256(abi.encode(outcome)).
    function hashOutcome(Outcome calldata outcome) external pure returns (bytes16);
}
