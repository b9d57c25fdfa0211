// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a governor starts with. Durations are ticks of its clock.
struct GovernorInput {
    uint256 secondsPerTick; // 1 for timestamps, 1…60 for block numbers
    uint48 votingDelay; // ticks between proposal and snapshot
    uint32 votingPeriod; // ticks between snapshot and deadline
    uint48 lateQuorumExtension; // ticks that stay to vote when quorum is reached late
    uint256 quorumNumerator; // percent of the supply
    uint256 voteCap; // ppm of the supply that one delegate's vote counts for at most
}

/// @title IStudioGovernor
/// @notice What StudioGovernor adds to OpenZeppelin's Governor, whose interfaces, events and errors it keeps.
/// @dev Composition: Settings, CountingSimple, Votes, VotesQuorumFraction, TimelockControl, PreventLateQuorum,
/// ProposalGuardian, NoncesKeyed. Proposal ids are hashes. It is the sole proposer, executor and canceller of the
/// studio's timelock. A proposer may cancel only while the proposal is pending; the guardian is the studio's board, and
/// where there is none, nobody cancels after that.
/// Assumption: the chain has EIP-6780, so code that existed before a proposal's transaction cannot change. Warning: a
/// proxy's implementation can, and so can a target that was created in the very transaction of the proposal.
interface IStudioGovernor {
    /// @notice The part of the supply that one delegate's vote counts for changed, for proposals whose snapshot is not
    /// before this moment.
    /// @param oldVoteCap ppm until now
    /// @param newVoteCap ppm from now on; 1,000,000: no cap
    event VoteCapSet(uint256 oldVoteCap, uint256 newVoteCap);

    /// @notice The board vetoed a set of actions: whoever proposes it again within a year proposes an override.
    /// @param proposalId The proposal that was canceled
    /// @param actionsHash keccak256(abi.encode(targets, values, calldatas))
    event ActionsVetoed(uint256 indexed proposalId, bytes32 indexed actionsHash);

    /// @notice A vetoed set of actions was proposed again: no veto any more, but twice the quorum, and two thirds.
    /// @param proposalId The new proposal
    /// @param actionsHash keccak256(abi.encode(targets, values, calldatas))
    event OverrideProposed(uint256 indexed proposalId, bytes32 indexed actionsHash);

    /// @notice More actions than the pin of targets has bits.
    /// @param actions Number of actions in the proposal
    /// @param max Most actions
    error StudioGovernorTooManyActions(uint256 actions, uint256 max);

    /// @notice A target without code, or with an EIP-7702 designator only, can be paid but not called.
    /// @param target The target concerned
    error StudioGovernorCallToBareTarget(address target);

    /// @notice A target had no code of its own when it was proposed, and has now.
    /// @param target The target concerned
    error StudioGovernorTargetChanged(address target);

    /// @notice The voting delay is zero or too long.
    /// @param votingDelay Seconds asked for
    /// @param max Most seconds
    error StudioGovernorInvalidVotingDelay(uint256 votingDelay, uint256 max);

    /// @notice The voting period is out of bounds, or shorter than the late quorum extension.
    /// @param votingPeriod Seconds asked for
    /// @param min Least seconds
    /// @param max Most seconds
    error StudioGovernorInvalidVotingPeriod(uint256 votingPeriod, uint256 min, uint256 max);

    /// @notice The proposal threshold is out of bounds.
    /// @param thresholdRatio ppm of the supply asked for
    /// @param min Least ppm
    /// @param max Most ppm
    error StudioGovernorInvalidProposalThreshold(uint256 thresholdRatio, uint256 min, uint256 max);

    /// @notice The quorum is out of bounds: twice the quorum must stay reachable for an override of a veto.
    /// @param quorumNumerator Percent asked for
    /// @param min Least percent
    /// @param max Most percent
    error StudioGovernorInvalidQuorum(uint256 quorumNumerator, uint256 min, uint256 max);

    /// @notice The cap is above the whole supply.
    /// @param voteCap ppm asked for
    /// @param max Most ppm
    error StudioGovernorInvalidVoteCap(uint256 voteCap, uint256 max);

    /// @notice Quorum and cap together would put quorum out of reach: two quorums may need three capped votes at most,
    /// and in a solo studio one capped vote must do.
    /// @param quorum ppm of the supply
    /// @param voteCap ppm of the supply
    error StudioGovernorUnreachableQuorum(uint256 quorum, uint256 voteCap);

    /// @notice The guardian is looked up in the studio and cannot be set here.
    error StudioGovernorGuardianFixed();

    /// @notice The timelock is the studio's identity and never changes.
    error StudioGovernorTimelockFixed();

    /// @notice The override of a veto cannot be vetoed.
    /// @param proposalId The proposal
    error StudioGovernorVetoImmune(uint256 proposalId);

    /// @notice The same actions were vetoed within a year, in another proposal; only their override is executed.
    /// @param proposalId The proposal
    /// @param actionsHash keccak256(abi.encode(targets, values, calldatas))
    error StudioGovernorVetoedActions(uint256 proposalId, bytes32 actionsHash);

    /// @notice Sets what the studio's preset says. Callable once, by StudioFactory in the transaction that creates the
    /// clone.
    /// @param input Settings, each within the bounds of its setter
    function initialize(GovernorInput calldata input) external;

    /// @notice Sets the cap of one delegate's vote. Only by a proposal.
    /// @param newVoteCap ppm of the supply, at most 1,000,000 and within the rule of liveness
    function setVoteCap(uint256 newVoteCap) external;

    /// @notice Announces the proposal threshold anew after the supply has moved: emits ProposalThresholdSet with the
    /// same value, in raw units, twice. Anyone may call it.
    function syncProposalThreshold() external;

    /// @notice Share of the supply that a proposer needs; `proposalThreshold()` is the same in raw units of reputation.
    /// @return ppm of the supply one tick ago
    function proposalThresholdRatio() external view returns (uint256);

    /// @notice Cap of one delegate's vote now.
    /// @return ppm of the supply
    function voteCap() external view returns (uint256);

    /// @notice Cap of one delegate's vote at a timepoint.
    /// @param timepoint Past timepoint of the governor's clock
    /// @return ppm of the supply
    function voteCap(uint256 timepoint) external view returns (uint256);

    /// @notice Most votes that one delegate's vote counts for in a proposal, frozen by its first vote and rounded up,
    /// so that three caps reach two quorums.
    /// @param proposalId Id of the proposal
    /// @return Raw units of reputation, at least 1; zero before the first vote
    function proposalVoteCap(uint256 proposalId) external view returns (uint256);

    /// @notice Actions of a proposal whose targets had no code of their own when it was made.
    /// @param proposalId Id of the proposal
    /// @return Bit i stands for action i
    function bareTargets(uint256 proposalId) external view returns (uint256);

    /// @notice Whether a proposal is the override of a veto: it needs twice the quorum and at least twice as many votes
    /// for as against, and the board cannot cancel it.
    /// @param proposalId Id of the proposal
    /// @return True from its creation on
    function isOverride(uint256 proposalId) external view returns (bool);

    /// @notice When a set of actions was last vetoed.
    /// @param actionsHash keccak256(abi.encode(targets, values, calldatas))
    /// @return Seconds since the epoch; zero: never
    function vetoedAt(bytes32 actionsHash) external view returns (uint48);

    /// @notice Seconds that one tick of the clock takes, by which bounds of time are judged.
    /// @return 1 for timestamps, 1…60 for block numbers
    function secondsPerTick() external view returns (uint256);
}
