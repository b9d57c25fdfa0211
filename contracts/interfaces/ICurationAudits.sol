// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {LotStatus} from "./IAssetRegistry.sol";
import {Preset} from "./IStudio.sol";

/// @notice The audit of one lot: one slot.
struct Audit {
    bytes16 seed; // zero until drawn
    uint40 clock; // seed block until the draw; then the ballot deadline, after a close the window's end (seconds)
    uint16 expectedWeight; // weight of all who may vote, frozen at the draw
    uint16 weight; // weight behind the present verdict, zero until the first close
    uint8 plan; // row of the plan table
    uint8 blockedWords; // words of the blocked mask that the present verdict set
    uint8 humanBallots; // ballots behind the present verdict whose curator is not flagged as an agent
    uint8 inbox; // ballots cast directly; not used yet
    uint8 widening; // widenings of the panel; not used yet
    uint16 electorate; // curators registered at the draw: indexes 1…electorate may vote
}

/// @notice What a curator signs.
struct AuditBallot {
    uint8 kind; // 0 audit, 1 adjudication, 2 slate
    uint256 subject; // of an audit: the lot id
    bytes16 seed; // of an audit: the seed that drew the sample
    uint32 charterVersion; // version of the charter that was applied
    uint16 firstWord; // of an audit: 0
    uint256[] words; // ok₀, defect₀, ok₁, …; bit l is lane l
}

/// @title ICurationAudits
/// @notice Audits of lots: seed, sample, ballots, verdict. See {ICuration}.
interface ICurationAudits {
    /// @notice A committed lot waits for its seed.
    /// @param lotId The lot.
    /// @param producer Who committed it; never its judge.
    /// @param seedBlock The block whose prevRandao makes the seed.
    /// @param plan Row of the plan table.
    event AuditOpened(LotId indexed lotId, address indexed producer, uint40 seedBlock, uint8 plan);

    /// @notice Sample and electorate are fixed.
    /// @param lotId The lot.
    /// @param seed First 128 bits of keccak(lotId, prevRandao, salt).
    /// @param ballotDeadline Seconds; from then on the audit can be closed without the whole expected weight.
    /// @param expectedWeight Weight of all curators registered by now, the producer excepted.
    event SeedDrawn(LotId indexed lotId, bytes16 seed, uint40 ballotDeadline, uint16 expectedWeight);

    /// @notice Ballots were verified and counted; the verdict replaces any earlier one on the lot.
    /// @param lotId The lot.
    /// @param relayer Who brought them.
    /// @param charterVersion The charter that all ballots name.
    /// @param weight Weight of the ballots.
    /// @param humanBallots Ballots of curators that are not flagged as agents.
    /// @param covered Lanes where the winning side has coverage: all that are judged.
    /// @param bad Judged lanes that are not better than a tie.
    /// @param status Accepted or Rejected.
    /// @param releasableAt Seconds; end of the challenge window.
    /// @param ballots As they were relayed.
    event AuditClosed(
        LotId indexed lotId,
        address indexed relayer,
        uint32 charterVersion,
        uint16 weight,
        uint8 humanBallots,
        uint256 covered,
        uint256 bad,
        LotStatus status,
        uint40 releasableAt,
        bytes ballots
    );

    /// @notice A solo studio accepted its own lot.
    /// @param lotId The lot.
    /// @param by Registrar or timelock.
    event LotSelfCertified(LotId indexed lotId, address indexed by);

    /// @notice The caller may not do this.
    error CurationUnauthorized(address caller);

    /// @notice The studio's preset certifies its own lots, or does not.
    error CurationWrongPreset(Preset preset);

    /// @notice A field whose meaning has not come yet: 1 = salt chain.
    error CurationUnsupportedTerm(uint8 field);

    /// @notice No audit was opened for the lot here.
    error CurationUnknownAudit(LotId lotId);

    /// @notice The seed is drawn.
    error CurationSeedAlreadyDrawn(LotId lotId, bytes16 seed);

    /// @notice The salt must be zero, because the studio has no salt chain.
    error CurationUnexpectedSalt(LotId lotId, bytes32 salt);

    /// @notice The hash of the seed block can be read from block `earliest` on.
    error CurationSeedTooEarly(LotId lotId, uint256 blockNumber, uint256 earliest);

    /// @notice The hash of the seed block could be read until block `latest`.
    error CurationSeedTooLate(LotId lotId, uint256 blockNumber, uint256 latest);

    /// @notice The header is that of another block.
    error CurationWrongHeaderNumber(LotId lotId, uint256 number, uint256 seedBlock);

    /// @notice The header is not the one the chain had at `seedBlock`.
    error CurationWrongHeaderHash(LotId lotId, bytes32 hash, bytes32 expected);

    /// @notice With so few curators beside the producer the audit could never be closed.
    error CurationTooFewCurators(LotId lotId, uint256 curators, uint256 minimum);

    /// @notice The seed is not drawn yet.
    error CurationSeedNotDrawn(LotId lotId);

    /// @notice The audit was not closed in time and never can be.
    error CurationAuditTimedOut(LotId lotId, uint256 time, uint256 latest);

    /// @notice The challenge window is over.
    error CurationVerdictFinal(LotId lotId, uint256 time, uint40 windowEnd);

    /// @notice The studio has no such charter version.
    error CurationUnknownCharter(uint32 version, uint32 newest);

    /// @notice Fewer ballots than curators needed for a verdict.
    error CurationTooFewBallots(LotId lotId, uint256 ballots, uint256 minimum);

    /// @notice More ballots than one close takes.
    error CurationTooManyBallots(LotId lotId, uint256 ballots, uint256 maximum);

    /// @notice No curator has this index.
    error CurationUnknownCurator(uint16 index);

    /// @notice The curator registered after the draw.
    error CurationLateCurator(uint16 index, uint16 electorate);

    /// @notice The curator is the lot's producer.
    error CurationOwnLot(uint16 index);

    /// @notice The curator's tier has no weight.
    error CurationWeightlessCurator(uint16 index);

    /// @notice Ballots go by falling tier, then by rising index, so nobody is counted twice.
    error CurationUnsortedBallots(uint16 index);

    /// @notice The ballot calls the same lanes ok and defective.
    error CurationContradictoryBallot(uint16 index, uint256 lanes);

    /// @notice The signature over this very ballot is not the curator's; `signer` is zero if it is nobody's, or not
    /// the only one that its signer could derive (high s).
    error CurationWrongSigner(uint16 index, address signer, address key);

    /// @notice The weight of the ballots is below 60 % of the expected weight.
    error CurationNoQuorum(LotId lotId, uint256 weight, uint256 quorum);

    /// @notice Before the ballot deadline only the whole expected weight closes.
    error CurationBallotsOpen(LotId lotId, uint256 time, uint40 ballotDeadline);

    /// @notice The ballots weigh no more than those behind the present verdict.
    error CurationNotHeavier(LotId lotId, uint256 weight, uint16 present);

    /// @notice In these lanes neither side has 40 % of the expected weight; the audit stays open.
    error CurationUncovered(LotId lotId, uint256 lanes);

    /// @notice The present verdict blocked another number of words.
    error CurationWrongPreviousWords(LotId lotId, uint256 words, uint8 blockedWords);

    /// @notice Nothing is blocked in a word that was named as blocked.
    error CurationWordNotBlocked(LotId lotId, uint16 word);

    /// @notice Words must be strictly ascending.
    error CurationUnsortedWords(uint16 word);

    /// @notice Every word needs one mask.
    error CurationLengthMismatch(uint256 words, uint256 masks);

    /// @notice A word was named without anything to block.
    error CurationEmptyMask(uint16 word);

    /// @notice The lot already has a verdict, or is not this gate's to judge.
    error CurationNotPending(LotId lotId, LotStatus status);

    /// @notice Last step of `commitLot`, called by AssetRegistry with the lot already written; a revert refuses the
    /// lot.
    /// @dev Counts the quota and opens the audit: seedBlock = this block + 32. In a solo studio no audit is opened.
    /// @param lotId The lot, new by the registry's own check.
    /// @param producer Who commits.
    /// @param count Number of assets, 1…65,536.
    function admitLot(LotId lotId, address producer, uint32 count) external;

    /// @notice Draws the seed of a lot: anyone, between 1 and 8,191 blocks after the seed block.
    /// @dev Freezes the electorate: curators registered up to this call, the producer excepted. Refused with fewer
    /// than three of them, so that nobody can doom a lot by drawing it before its judges have registered. Assumption:
    /// the chain proves its own headers (`blockhash` for 256 blocks, EIP-2935 beyond) and its prevRandao is not
    /// chosen by one party. On L1 the proposer of the seed block can withhold it: one bit.
    /// @param lotId The lot.
    /// @param header RLP encoding of the header of the seed block.
    /// @param salt Zero.
    function drawSeed(LotId lotId, bytes calldata header, bytes32 salt) external;

    /// @notice Verifies and counts ballots, and sets the verdict: anyone.
    /// @dev Not before the ballot deadline, unless the whole expected weight is present; not later than seven days
    /// after it, unless the audit was closed before; then until the end of the window by strictly heavier ballots
    /// only. Needs three ballots, 60 % of the expected weight, and in every judged lane 40 % of it on the winning
    /// side; a tie is a defect. A sample is accepted with at most c bad lanes, a census with at most a quarter of its
    /// assets (or c) bad. Whatever the judges found bad in an accepted lot is blocked; a rejected lot is blocked as a
    /// whole, by status. The window is 24 hours from the first close; a replacement that turns a rejection into an
    /// acceptance, or unblocks an asset, starts it anew. Assumption: at least one relayer who has seen all ballots
    /// acts before the window ends.
    /// @param lotId The lot.
    /// @param charterVersion The charter version that all ballots name, 1 to the newest.
    /// @param ballots 130 bytes each: index u16, r, vs (ERC-2098), ok, defect; by falling tier, then rising index.
    /// @param previousWords The words blocked by the verdict that is replaced, ascending.
    function closeAudit(
        LotId lotId,
        uint32 charterVersion,
        bytes calldata ballots,
        uint16[] calldata previousWords
    ) external;

    /// @notice Accepts a lot without judges: solo studios only, registrar or timelock, once. Releasable one hour
    /// later.
    /// @param lotId A pending lot of this gate.
    /// @param words Words of the lot with blocked assets, strictly ascending.
    /// @param masks Their masks: bit b of word w blocks asset 256·w + b.
    function selfCertify(LotId lotId, uint16[] calldata words, uint256[] calldata masks) external;

    /// @notice The audit of a lot as stored; all zero if none was opened.
    function auditOf(LotId lotId) external view returns (Audit memory);

    /// @notice Whether the lot can never be accepted because a deadline passed: no draw within 8,191 blocks, or no
    /// close within seven days of the ballot deadline. A lot expires by time alone; its status stays Pending.
    function isExpired(LotId lotId) external view returns (bool);

    /// @notice Indexes of the assets that the lanes judge, in the order of the lanes.
    function sampleOf(LotId lotId) external view returns (uint24[] memory positions);

    /// @notice Index of the asset that `lane` judges in a sample of a lot of `count` assets.
    function lanePosition(bytes16 seed, uint8 lane, uint32 count) external pure returns (uint24);

    /// @notice A row of the plan table: lanes to judge, and how many of them may be bad.
    function planOf(uint8 plan) external pure returns (uint16 sampleSize, uint16 acceptance);

    /// @notice EIP-712 digest that a curator's key signs for a ballot.
    function hashBallot(AuditBallot calldata ballot) external view returns (bytes32);
}
