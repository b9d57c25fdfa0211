// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {Outcome} from "./ICurationAudits.sol";

/// @notice What a curator has scored and earned: one slot. Counters saturate.
struct Score {
    uint24 hits; // lanes with an independent truth: defects that it called defective
    uint24 misses; // defects that it called ok
    uint24 falseAlarms; // good ones that it called defective
    uint16 epoch; // epoch of the points below
    uint24 points; // of that epoch, not claimed, without those from canaries
    uint24 canaryPoints; // of that epoch, not claimed, from canaries
    uint112 pay; // earned and not withdrawn, units of the audit token
}

/// @notice Points of all curators in one epoch: one slot.
struct EpochPoints {
    uint64 points; // without those from canaries
    uint64 canaryPoints; // from canaries; at most a third of `points` counts
    uint128 budget; // raw units of reputation that are shared; zero until the epoch is closed
}

/// @notice Canary lots that were announced without naming them: two slots.
struct CanarySet {
    address poster; // whose bond stands for them
    uint40 deadline; // seconds; opened until then, or the bond is lost
    uint16 count; // canaries announced
    uint16 opened; // of them
    uint112 bond; // units of the audit token
    uint40 committedAt; // seconds; only lots committed since then can be opened
}

/// @title ICurationScores
/// @notice What follows from an audit once it is final: curators are scored and paid, producers get their bonds back or
/// lose them and move between plans, canaries are opened, and points become reputation.
/// @dev A part of {ICuration}. Money is numbers here; the tokens wait in the gate's common pot of {IRoyaltySplitter}.
/// Nobody earns anything for agreeing with the majority. A ballot is *covered* if it judges at least half of the lanes
/// that were judged. What is *known* of a lane comes from elsewhere: from an opened canary, which knows all lanes, or
/// from a challenge or veto after the panel had let the asset pass, which knows that lane alone. A lane that is known
/// to be bad and was called defective is a hit, called ok a miss; a lane that is known to be good and was called
/// defective is a false alarm.
interface ICurationScores {
    /// @notice One round of a lot was settled.
    /// @param lotId The lot.
    /// @param round 0, or 1 for the re-audit of a suspended lot.
    /// @param paid What covered ballots share of the round's fee, units of the audit token.
    /// @param rest The rest of the fee; back to the producer, in round 1 to the challenger that suspended the lot.
    /// @param returned What the producer has back of its bond; zero unless this round's verdict is the lot's.
    /// @param slashed What the studio's timelock is credited with of the bond.
    event LotSettled(LotId indexed lotId, uint8 round, uint256 paid, uint256 rest, uint256 returned, uint256 slashed);

    /// @notice The ballots of one round were scored.
    /// @param lotId The lot.
    /// @param round 0, or 1 for the re-audit of a suspended lot.
    /// @param canary Whether the lot was opened as a canary: then all judged lanes are known, else `defects` only.
    /// @param defects Lanes that are known to be bad.
    /// @param scores 25 bytes for every ballot of the close, in its order: index u16, hits u16, misses u16,
    /// falseAlarms u16, points u24 (canary points, if it is one), pay u112 (units of the audit token).
    event CuratorsScored(LotId indexed lotId, uint8 round, bool canary, uint256 defects, bytes scores);

    /// @notice A round ended without a verdict: its money went back.
    /// @param lotId The lot.
    /// @param round 0, or 1 for the re-audit of a suspended lot.
    /// @param bond Back to the producer, units of the audit token.
    /// @param fee Back to the producer, in round 1 to the challenger that suspended the lot.
    event LotExpired(LotId indexed lotId, uint8 round, uint256 bond, uint256 fee);

    /// @notice Canaries were announced.
    /// @param root Root of their Merkle tree.
    /// @param poster Whose deposit the bond was taken from.
    /// @param count How many they are.
    /// @param deadline Until when they have to be opened, seconds.
    /// @param bond Units of the audit token.
    event CanariesCommitted(bytes32 indexed root, address indexed poster, uint16 count, uint40 deadline, uint256 bond);

    /// @notice A lot turned out to be a canary: it is void.
    /// @param lotId The lot.
    /// @param root The set that announced it.
    /// @param salt Of its leaf.
    /// @param masks One word for every 256 assets, bit b of word w: asset 256·w + b is defective.
    event CanaryOpened(LotId indexed lotId, bytes32 indexed root, bytes32 salt, uint256[] masks);

    /// @notice Canaries were not opened in time: the timelock was credited with their bond.
    /// @param root Root of their Merkle tree.
    /// @param bond Units of the audit token.
    event CanariesForfeited(bytes32 indexed root, uint256 bond);

    /// @notice All canaries of a set were opened: the poster has its bond back.
    /// @param root Root of their Merkle tree.
    /// @param bond Units of the audit token.
    event CanariesReturned(bytes32 indexed root, uint256 bond);

    /// @notice A practice ballot was scored.
    /// @param lotId The canary that it judged.
    /// @param index The curator.
    /// @param hits Lanes; defects called defective.
    /// @param misses Lanes; defects called ok.
    /// @param falseAlarms Lanes; good ones called defective.
    /// @param canaryPoints What it earned.
    event PracticeScored(
        LotId indexed lotId,
        uint16 indexed index,
        uint256 hits,
        uint256 misses,
        uint256 falseAlarms,
        uint256 canaryPoints
    );

    /// @notice An epoch's points are worth a share of a budget now.
    /// @param epoch Number of the epoch.
    /// @param points Of all curators, without those from canaries.
    /// @param canaryPoints Of all curators, from canaries.
    /// @param budget Raw units of reputation.
    event EpochClosed(uint16 indexed epoch, uint256 points, uint256 canaryPoints, uint256 budget);

    /// @notice A curator's points of one epoch became reputation.
    /// @param epoch Number of the epoch.
    /// @param account The curator's account.
    /// @param raw Raw units minted.
    event ReputationClaimed(uint16 indexed epoch, address indexed account, uint256 raw);

    /// @notice A curator's pay was credited.
    /// @param index The curator.
    /// @param account Who was credited: the curator's account, or the timelock in place of one that is struck off.
    /// @param amount Units of the audit token.
    event PayClaimed(uint16 indexed index, address indexed account, uint256 amount);

    /// @notice The lot has no verdict yet, or one that can still be replaced.
    error CurationNotFinal(LotId lotId);
    /// @notice The round was settled, or expired.
    error CurationAlreadySettled(LotId lotId, uint8 round);
    /// @notice Challenges of the lot are not resolved.
    error CurationChallengesOpen(LotId lotId, uint16 open);
    /// @notice The ballots are not those of the close.
    error CurationWrongBallots(LotId lotId, bytes32 hash, bytes32 expected);
    /// @notice The lot can still be drawn or closed, or it has a verdict.
    error CurationNotExpired(LotId lotId);
    /// @notice Not a power of two of canaries, or a deadline that is not within the next 90 days.
    error CurationInvalidCanaries(uint16 count, uint40 deadline);
    /// @notice The root was announced and is not resolved.
    error CurationDuplicateCanaries(bytes32 root);
    /// @notice No such root was announced, or it is resolved.
    error CurationUnknownCanaries(bytes32 root);
    /// @notice The root does not hold this lot with these masks, or the masks do not fit the lot.
    error CurationWrongCanaryProof(LotId lotId, bytes32 root);
    /// @notice The window of the lot, or the deadline of the set, is over.
    error CurationCanaryTooLate(LotId lotId, uint256 time, uint40 deadline);
    /// @notice The root was announced after the lot was committed.
    error CurationCanaryCommittedLate(LotId lotId, bytes32 root);
    /// @notice Not all canaries are open, and there is time left.
    error CurationCanariesPending(bytes32 root, uint16 opened, uint16 count);
    /// @notice The lot is no opened canary, or the curator cast no such practice ballot.
    error CurationNoPractice(LotId lotId, uint16 index);
    /// @notice The epoch is not over, or another one was closed less than six days ago.
    error CurationEpochOpen(uint16 epoch, uint256 time, uint256 end);
    /// @notice The epoch is closed.
    error CurationEpochClosed(uint16 epoch);
    /// @notice Nobody has a point in this epoch that counts.
    error CurationEmptyEpoch(uint16 epoch);
    /// @notice Other issuance of the week left nothing to share; later there will be some.
    error CurationNoBudget(uint16 epoch);
    /// @notice The account has nothing there, or its limit leaves nothing of it.
    error CurationNothingToClaim(address account);

    /// @notice Scores and pays the ballots of one round, and with the lot's last round settles its bond and counts its
    /// verdict for its producer. Anyone, once per round, when nothing about the lot can change any more: the last
    /// round's window is over (or its canary opened, or it expired) and no challenge is open.
    /// @param lotId The lot.
    /// @param round 0, or 1 for the re-audit of a suspended lot.
    /// @param outcome What the round's last close decided.
    /// @param judgments What the ballots of that close say, in its order, 66 bytes each: index u16, ok, defect. Their
    /// signatures were checked then.
    /// @dev Accuracy is that before this lot, (hits + 1) / (hits + misses + falseAlarms / 8 + 1). Share of the fee, of
    /// covered ballots: lanes judged · accuracy · drawn weight, rounded down. Points: 4 · accuracy · drawn weight for a
    /// covered ballot, rounded to the nearest, and max(0, 8·hits − 8·misses − falseAlarms) · drawn weight. The bond is
    /// the producer's again if the lot is accepted or was a canary, else the timelock's, less what challengers were
    /// paid of it.
    function settleLot(LotId lotId, uint8 round, Outcome calldata outcome, bytes calldata judgments) external;

    /// @notice Gives back what was staked on a round that was not drawn or not closed in time. Anyone, once. The
    /// producer's quota of that day stays used, and no verdict is counted.
    /// @param lotId The lot.
    function expireLot(LotId lotId) external;

    /// @notice Announces canaries: ordinary lots of ordinary producers whose defects somebody knows. Only the
    /// registrar, the timelock or the board, from the caller's free deposit; the bond is that of as many lots today,
    /// and it comes back only if all of them are opened, so nobody opens just those that were rejected.
    /// @param root Of an OpenZeppelin `StandardMerkleTree` over (uint256 lotId, bytes32 truth), truth =
    /// keccak256(abi.encode(bytes32 salt, uint256[] masks)).
    /// @param count Lots in the tree: a power of two, so that all proofs are as long and no lot beyond them fits in.
    /// @param deadline When all have to be open, seconds; at most 90 days from now.
    function commitCanaries(bytes32 root, uint16 count, uint40 deadline) external;

    /// @notice Shows that a lot is a canary, after its first close and before its window ends. It is void from then on:
    /// status Rejected, no close and no challenge any more, its bond goes back. Only the lot's producer: nobody else
    /// can void it.
    /// @param lotId The lot.
    /// @param root A set announced not later than the lot was committed.
    /// @param proof Siblings from the leaf up.
    /// @param salt Of the leaf.
    /// @param masks One word for every 256 assets of the lot, bit = defective.
    /// @param outcome What the last close decided.
    function openCanary(
        LotId lotId,
        bytes32 root,
        bytes32[] calldata proof,
        bytes32 salt,
        uint256[] calldata masks,
        Outcome calldata outcome
    ) external;

    /// @notice Returns the bond of a set whose canaries are all open, or forfeits it to the timelock after the
    /// deadline. Anyone.
    /// @param root Of the set.
    function resolveCanaries(bytes32 root) external;

    /// @notice Scores a ballot that a curator without weight cast on a lot that was opened as a canary. Anyone, once.
    /// It earns canary points for what it says, divided by the number of such ballots on the lot, rounded down; nothing
    /// for attendance, and no pay. So all who practice on a lot share what one curator could earn, and nobody gains by
    /// registering twice.
    /// @param lotId The lot.
    /// @param index The curator.
    /// @param ok Lanes it called ok.
    /// @param defect Lanes it called defective.
    function scorePractice(LotId lotId, uint16 index, uint256 ok, uint256 defect) external;

    /// @notice Takes what machine issuance has left this week as the budget that an epoch's points share. Anyone, from
    /// a day after the epoch's end on, once, and not within six days of another close, so that each epoch has its
    /// budget. Points of an epoch are those of lots settled in it.
    /// @param epoch Number of the epoch.
    function closeEpoch(uint16 epoch) external;

    /// @notice Mints an account's share of a closed epoch, rounded down. Anyone, unless the account's own limit cuts
    /// something off, which is lost: then only the account itself.
    /// @param account The curator's account, which is not struck off.
    /// @param epoch Number of the epoch.
    /// @return raw Raw units minted.
    function claimReputation(address account, uint16 epoch) external returns (uint256 raw);

    /// @notice Credits a curator's account with its pay. Anyone. The pay of a curator that is struck off is the
    /// timelock's.
    /// @param account The curator's account.
    /// @return amount Units of the audit token.
    function claimPay(address account) external returns (uint256 amount);

    /// @notice What a curator has scored and earned.
    function scoreOf(uint16 index) external view returns (Score memory);

    /// @notice A curator's points of an epoch that are not claimed.
    function pointsOf(uint16 index, uint16 epoch) external view returns (uint256 points, uint256 canaryPoints);

    /// @notice Points of all curators in an epoch, and what they share.
    function epochPointsOf(uint16 epoch) external view returns (EpochPoints memory);

    /// @notice A set of canaries; empty if it was not announced, or is resolved.
    function canariesOf(bytes32 root) external view returns (CanarySet memory);

    /// @notice Whether a lot was opened as a canary, and the lanes of its sample that are defective.
    function truthOf(LotId lotId) external view returns (bool opened, uint256 lanes);
}
