// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";

/// @notice One step of a brief.
struct MilestoneInput {
    address assignee; // who commits its lot and is paid: a person, or an agent with a mandate
    uint96 reward; // units of the token, not zero
    uint40 deadline; // first second in which a lot comes too late
    uint16 dependsOn; // bit i: the recipe of milestone i's lot must be a parent of this one's; i is smaller
    bytes32 brief; // SHA-256 digest of a CIDv1 with the raw codec: what is asked for
}

/// @notice What members vote for when they commission work.
struct CommissionInput {
    address token; // ERC-20 of all rewards
    MilestoneInput[] milestones; // one to 16
    bytes32 salt; // tells equal commissions apart
}

/// @notice Where a milestone stands.
enum MilestoneStatus {
    None, // no such milestone
    Open, // its reward waits
    Paid, // its reward was credited to the assignee
    Returned // its reward was credited to the studio
}

/// @notice One step of a brief, as it stands.
struct Milestone {
    address assignee; // who commits its lot and is paid
    uint96 reward; // units of the token, not zero
    uint40 deadline; // seconds
    uint16 dependsOn; // bit i: depends on milestone i
    LotId lotId; // lot delivered last; zero: none
    MilestoneStatus status; // where it stands
}

/// @title ICommissions
/// @notice Voted briefs with the money beside them. The reward of every milestone waits in a pot of RoyaltySplitter
/// from the vote on; only the rules below decide where it goes: to the assignee once the delivered lot is accepted for
/// good, or back to the studio when the deadline has passed without one. Not even the studio's timelock takes it out
/// before.
///
/// A lot counts if it was committed by the assignee, through a gate of the studio, after the commission was opened and
/// before the deadline, for no other milestone, under a recipe whose parents include the recipes of all lots that the
/// milestone depends on. A lot whose rejection is final, that was superseded, or that is not judged or is suspended
/// 45 days after its commit, may be followed by another one that was committed before the deadline, or up to 45 days
/// after it if the one before was superseded.
///
/// What keeps an accepted lot from being paid is never a way to keep its reward. One that was superseded is paid like
/// any other, a freeze only holds the payment up, and as long as a lot is accepted nothing goes back. Three days are
/// left after the deadline, and after a final rejection, to deliver what was committed in time.
/// @dev A module clone. Credits are pulled from RoyaltySplitter. A lot that is judged after the deadline is still paid;
/// the reward of one that is undecided 45 days after the deadline goes back, even if the gate never answers.
interface ICommissions {
    /// @notice Members commissioned work.
    /// @param commissionId Hash of module and input
    /// @param input What was voted for
    event CommissionOpened(bytes32 indexed commissionId, CommissionInput input);

    /// @notice An assignee delivered a lot.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    /// @param lotId The lot
    event MilestoneDelivered(bytes32 indexed commissionId, uint8 indexed milestone, LotId indexed lotId);

    /// @notice A reward was credited to its assignee.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    /// @param assignee Who can withdraw it
    /// @param amount Units of the token
    event MilestonePaid(
        bytes32 indexed commissionId,
        uint8 indexed milestone,
        address indexed assignee,
        uint256 amount
    );

    /// @notice A reward was credited to the studio.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    /// @param amount Units of the token
    event MilestoneReturned(bytes32 indexed commissionId, uint8 indexed milestone, uint256 amount);

    /// @notice What somebody had put into the pot beyond the rewards was credited to the studio.
    /// @param commissionId The commission
    /// @param token The ERC-20
    /// @param amount Units of the token
    event RestReturned(bytes32 indexed commissionId, address indexed token, uint256 amount);

    /// @notice The caller may not call this function.
    /// @param caller Who called
    error CommissionsUnauthorized(address caller);

    /// @notice There is no such commission.
    /// @param commissionId The id that was given
    error CommissionsUnknownCommission(bytes32 commissionId);

    /// @notice There is no such milestone, or its reward does not wait any more.
    /// @param commissionId The commission
    /// @param milestone Position that was given
    error CommissionsClosedMilestone(bytes32 commissionId, uint8 milestone);

    /// @notice The very same commission exists.
    /// @param commissionId The commission
    error CommissionsDuplicate(bytes32 commissionId);

    /// @notice A commission has one to 16 milestones.
    /// @param milestones How many were given
    /// @param max Most
    error CommissionsInvalidLength(uint256 milestones, uint256 max);

    /// @notice A milestone without assignee or reward, with a deadline in the past or in more than two years, or that
    /// depends on itself or on a later one.
    /// @param milestone Its position
    error CommissionsInvalidMilestone(uint256 milestone);

    /// @notice The rewards do not wait in the commission's pot.
    /// @param commissionId The commission
    /// @param amount What does, units of the token
    /// @param total What should
    error CommissionsUnderfunded(bytes32 commissionId, uint256 amount, uint256 total);

    /// @notice The lot was used for a milestone before, here or in another commissions module of the studio.
    /// @param lotId The lot
    error CommissionsUsedLot(LotId lotId);

    /// @notice The lot is unknown, of another studio, or of another producer.
    /// @param lotId The lot
    error CommissionsForeignLot(LotId lotId);

    /// @notice The lot was committed before the commission, or too late.
    /// @param lotId The lot
    /// @param committedAt When it was, seconds
    /// @param from When it may, seconds
    /// @param deadline From when on it may not, seconds
    error CommissionsUntimelyLot(LotId lotId, uint256 committedAt, uint256 from, uint256 deadline);

    /// @notice The recipe of a lot that this one depends on is not among its recipe's parents, or there is no such lot.
    /// @param lotId The lot
    /// @param dependency Position of the milestone it depends on
    error CommissionsMissingParent(LotId lotId, uint8 dependency);

    /// @notice The milestone has a lot already that is accepted, superseded or not, or that may still be.
    /// @param lotId That lot
    error CommissionsPendingLot(LotId lotId);

    /// @notice The delivered lot is not accepted, may still be rejected, or is frozen; or there is none.
    /// @param lotId The lot; zero: none
    error CommissionsNotReleasable(LotId lotId);

    /// @notice The reward cannot go back yet: there is still time to deliver, or the lot can still be paid.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    error CommissionsNotReturnable(bytes32 commissionId, uint8 milestone);

    /// @notice Notes which module this one follows, once. Only the studio, which calls it when it names this module.
    /// @param module The one that it named before; zero: none
    function succeed(address module) external;

    /// @notice Commissions work. Only the studio's timelock, after the rewards were put into the pot
    /// (`RoyaltySplitter.fundPot(commissions, commissionId, token, total)`), as a rule by the same proposal.
    /// @param input What members voted for
    /// @return commissionId Its id
    function open(CommissionInput calldata input) external returns (bytes32 commissionId);

    /// @notice Delivers a lot. Only the milestone's assignee, also after the deadline if the lot was committed before;
    /// what corrects a superseded one may be committed up to 45 days later.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    /// @param lotId The lot
    function deliver(bytes32 commissionId, uint8 milestone, LotId lotId) external;

    /// @notice Credits a reward to its assignee once its lot is accepted for good and not frozen. Anyone.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    function payMilestone(bytes32 commissionId, uint8 milestone) external;

    /// @notice Credits a reward to the studio when nothing that could be paid came in time. Anyone, from three days
    /// after the deadline and after a final rejection on, or 45 days after the deadline if a lot was never decided,
    /// and 48 if it was superseded.
    /// @param commissionId The commission
    /// @param milestone Position of the milestone
    function returnMilestone(bytes32 commissionId, uint8 milestone) external;

    /// @notice Credits to the studio what is in the pot beyond the rewards. Anyone; of a commission that was not
    /// opened, only the studio's timelock.
    /// @param commissionId The commission
    /// @param token The ERC-20; of another one than that of the rewards, all is rest
    function returnRest(bytes32 commissionId, address token) external;

    /// @notice Whether a lot serves a milestone of this module.
    /// @param lotId The lot
    /// @return Whether it was delivered here
    function isUsed(LotId lotId) external view returns (bool);

    /// @notice The module that this one follows, whose lots do not serve here again.
    /// @return Zero if it is the studio's first
    function former() external view returns (address);

    /// @notice A commission.
    /// @param commissionId Its id
    /// @return token ERC-20 of all rewards; zero: unknown
    /// @return openedAt Seconds
    /// @return milestones As they stand
    function commissionOf(
        bytes32 commissionId
    ) external view returns (address token, uint40 openedAt, Milestone[] memory milestones);

    /// @notice Id of a commission before it is opened: the name of its pot.
    /// @param input What members vote for
    /// @return Its id
    function commissionIdOf(CommissionInput calldata input) external view returns (bytes32);
}
