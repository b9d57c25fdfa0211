// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// solhint-disable max-line-length
import {GovernorUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/GovernorUpgradeable.sol";
import {TimelockControllerUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/TimelockControllerUpgradeable.sol";
import {GovernorCountingSimpleUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorCountingSimpleUpgradeable.sol";
import {GovernorNoncesKeyedUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorNoncesKeyedUpgradeable.sol";
import {GovernorPreventLateQuorumUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorPreventLateQuorumUpgradeable.sol";
import {GovernorProposalGuardianUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorProposalGuardianUpgradeable.sol";
import {GovernorSettingsUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorSettingsUpgradeable.sol";
import {GovernorTimelockControlUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorTimelockControlUpgradeable.sol";
import {GovernorVotesQuorumFractionUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesQuorumFractionUpgradeable.sol";
import {GovernorVotesUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesUpgradeable.sol";
// solhint-enable max-line-length
import {NoncesUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/NoncesUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {GovernorInput, IStudioGovernor} from "../interfaces/IStudioGovernor.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {ONE} from "../types/Constants.sol";
import {Names} from "../types/Names.sol";
import {BareTargets} from "./BareTargets.sol";
import {OverrideBook} from "./OverrideBook.sol";

/// @title StudioGovernor
/// @notice See {IStudioGovernor}.
/// @dev Name, clock, token and guardian follow from the clone arguments, so neither Governor nor GovernorVotes is
/// initialized and five slots less are written and read.
contract StudioGovernor is
    IStudioGovernor,
    StudioModule,
    GovernorSettingsUpgradeable,
    GovernorCountingSimpleUpgradeable,
    GovernorVotesQuorumFractionUpgradeable,
    GovernorTimelockControlUpgradeable,
    GovernorPreventLateQuorumUpgradeable,
    GovernorProposalGuardianUpgradeable,
    GovernorNoncesKeyedUpgradeable
{
    using Checkpoints for Checkpoints.Trace208;
    using OverrideBook for OverrideBook.Book;

    /// @dev What the first vote computes for all later ones; both are constant once voting is open. The cap is never 0.
    struct Frozen {
        uint128 quorum;
        uint128 cap;
    }

    uint256 private constant _FIRST_THRESHOLD = 10_000;
    uint256 private constant _MAX_THRESHOLD = 50_000;
    uint256 private constant _MAX_QUORUM = 50;
    uint256 private constant _PERCENT = ONE / 100;

    uint256 private constant _MAX_VOTING_DELAY = 14 days;
    uint256 private constant _MIN_VOTING_PERIOD = 1 hours;
    uint256 private constant _MAX_VOTING_PERIOD = 30 days;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;
    address private immutable _REPUTATION;

    mapping(uint256 proposalId => Frozen) private _frozen;
    mapping(uint256 proposalId => uint256 bits) private _bare;
    OverrideBook.Book private _overrideBook;
    Checkpoints.Trace208 private _voteCaps;

    /// @dev Empty while they have their usual values, 10,000 ppm and 1.
    uint256 private _thresholdRatio;
    uint256 private _secondsPerTick;

    constructor(address deployer) {
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = IDeployer(deployer).addressOf(Names.TIMELOCK);
        _REPUTATION = IDeployer(deployer).addressOf(Names.REPUTATION);
        _disableInitializers();
    }

    /// @inheritdoc IStudioGovernor
    function initialize(GovernorInput calldata input) external initializer {
        if (input.secondsPerTick != 1) _secondsPerTick = input.secondsPerTick;
        address timelock_ = _timelockOf(_TIMELOCK, _STUDIO_FACTORY);
        __GovernorTimelockControl_init_unchained(TimelockControllerUpgradeable(payable(timelock_)));
        _setVotingDelay(input.votingDelay);
        _setVotingPeriod(input.votingPeriod);
        _setLateQuorumVoteExtension(input.lateQuorumExtension);
        _setVoteCap(input.voteCap);
        _updateQuorumNumerator(input.quorumNumerator);
        emit ProposalThresholdSet(0, _shareOf(IERC20(address(token())).totalSupply(), _FIRST_THRESHOLD));
    }

    /// @inheritdoc IStudioGovernor
    function setVoteCap(uint256 newVoteCap) external onlyGovernance {
        _setVoteCap(newVoteCap);
    }

    /// @inheritdoc IStudioGovernor
    function syncProposalThreshold() external {
        uint256 threshold = proposalThreshold();
        emit ProposalThresholdSet(threshold, threshold);
    }

    /// @inheritdoc IStudioGovernor
    function proposalThresholdRatio() public view returns (uint256) {
        uint256 ratio = _thresholdRatio;
        return ratio == 0 ? _FIRST_THRESHOLD : ratio;
    }

    /// @inheritdoc IStudioGovernor
    function voteCap() public view returns (uint256) {
        return voteCap(clock());
    }

    /// @inheritdoc IStudioGovernor
    function voteCap(uint256 timepoint) public view returns (uint256) {
        uint256 cap = _optimisticUpperLookupRecent(_voteCaps, timepoint);
        return cap == 0 ? ONE : cap;
    }

    /// @inheritdoc IStudioGovernor
    function proposalVoteCap(uint256 proposalId) external view returns (uint256) {
        return _frozen[proposalId].cap;
    }

    /// @inheritdoc IStudioGovernor
    function bareTargets(uint256 proposalId) external view returns (uint256) {
        return _bare[proposalId];
    }

    /// @inheritdoc IStudioGovernor
    function isOverride(uint256 proposalId) public view returns (bool) {
        return _overrideBook.overrides[proposalId];
    }

    /// @inheritdoc IStudioGovernor
    function vetoedAt(bytes32 actionsHash) external view returns (uint48) {
        return _overrideBook.vetoes[actionsHash];
    }

    /// @inheritdoc IStudioGovernor
    function secondsPerTick() public view returns (uint256) {
        return Math.max(1, _secondsPerTick);
    }

    // Internal writes

    function _setVoteCap(uint256 newVoteCap) private {
        if (newVoteCap > ONE) revert StudioGovernorInvalidVoteCap(newVoteCap, ONE);
        _checkLiveness(quorumNumerator(), newVoteCap);
        emit VoteCapSet(voteCap(), newVoteCap);
        _voteCaps.push(clock(), SafeCast.toUint208(newVoteCap));
    }

    /// @dev Freezes quorum and cap at the first vote; later votes, queue and execution read one slot instead of asking
    /// the token. A cap of at least 1 marks the record as written, even where there is no supply.
    function _freeze(uint256 proposalId) private returns (uint256 cap) {
        Frozen storage frozen = _frozen[proposalId];
        cap = frozen.cap;
        if (cap != 0) return cap;
        uint256 snapshot = proposalSnapshot(proposalId);
        uint256 supply = token().getPastTotalSupply(snapshot);
        // rounded up, so that three caps reach two quorums to the last unit
        cap = Math.max(1, Math.mulDiv(supply, voteCap(snapshot), ONE, Math.Rounding.Ceil));
        uint256 single = Math.mulDiv(supply, quorumNumerator(snapshot), quorumDenominator());
        frozen.quorum = SafeCast.toUint128(_quorumsOf(proposalId) * single);
        frozen.cap = SafeCast.toUint128(cap);
    }

    // Internal views

    /// @dev Quorum must be within the reach of capped votes: of two where three would make two quorums, of one in a
    /// solo studio.
    function _checkLiveness(uint256 numerator, uint256 cap) private view {
        uint256 required = numerator * _PERCENT;
        bool reachable = _preset() == Preset.Solo ? required <= cap : 2 * required <= 3 * cap;
        if (!reachable) revert StudioGovernorUnreachableQuorum(required, cap);
    }

    function _isGuardian(address caller) private view returns (bool) {
        address guardian = proposalGuardian();
        return guardian != address(0) && caller == guardian;
    }

    /// @dev An override needs twice the quorum of others.
    function _quorumsOf(uint256 proposalId) private view returns (uint256) {
        return isOverride(proposalId) ? 2 : 1;
    }

    function _toSeconds(uint256 ticks) private view returns (uint256) {
        return ticks * secondsPerTick();
    }

    function _shareOf(uint256 supply, uint256 ratio) private pure returns (uint256) {
        return Math.mulDiv(supply, ratio, ONE);
    }

    // Overrides: what this governor changes

    /// @dev The quorum of a proposal, if `proposalIdOrTimepoint` is the id of one, else that of a timepoint. Ids are
    /// hashes and never meet a timepoint.
    function quorum(
        uint256 proposalIdOrTimepoint
    ) public view override(GovernorUpgradeable, GovernorVotesQuorumFractionUpgradeable) returns (uint256) {
        Frozen storage frozen = _frozen[proposalIdOrTimepoint];
        if (frozen.cap != 0) return frozen.quorum;
        uint256 snapshot = proposalSnapshot(proposalIdOrTimepoint);
        if (snapshot == 0) return super.quorum(proposalIdOrTimepoint);
        return _quorumsOf(proposalIdOrTimepoint) * super.quorum(snapshot);
    }

    function _quorumReached(
        uint256 proposalId
    ) internal view override(GovernorUpgradeable, GovernorCountingSimpleUpgradeable) returns (bool) {
        (, uint256 forVotes, uint256 abstainVotes) = proposalVotes(proposalId);
        return quorum(proposalId) <= forVotes + abstainVotes;
    }

    /// @dev An override needs two thirds of the votes for and against.
    function _voteSucceeded(
        uint256 proposalId
    ) internal view override(GovernorUpgradeable, GovernorCountingSimpleUpgradeable) returns (bool) {
        if (!super._voteSucceeded(proposalId)) return false;
        if (!isOverride(proposalId)) return true;
        (uint256 againstVotes, uint256 forVotes, ) = proposalVotes(proposalId);
        return forVotes >= 2 * againstVotes;
    }

    function _countVote(
        uint256 proposalId,
        address account,
        uint8 support,
        uint256 totalWeight,
        bytes memory params
    ) internal override(GovernorUpgradeable, GovernorCountingSimpleUpgradeable) returns (uint256) {
        uint256 weight = Math.min(totalWeight, _freeze(proposalId));
        return super._countVote(proposalId, account, support, weight, params);
    }

    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal override returns (uint256 proposalId) {
        proposalId = super._propose(targets, values, calldatas, description, proposer);
        uint256 bits = BareTargets.find(targets, calldatas);
        if (bits != 0) _bare[proposalId] = bits;
        _overrideBook.noteProposal(proposalId, OverrideBook.hashActions(targets, values, calldatas));
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) {
        BareTargets.check(targets, _bare[proposalId]);
        _overrideBook.requireExecutable(proposalId, OverrideBook.hashActions(targets, values, calldatas));
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    /// @dev Unlike OpenZeppelin's, an absent guardian does not let proposers cancel what is no longer pending, and a
    /// guardian cannot cancel the override of its own veto.
    function _validateCancel(
        uint256 proposalId,
        address caller
    ) internal view override(GovernorUpgradeable, GovernorProposalGuardianUpgradeable) returns (bool) {
        if (GovernorUpgradeable._validateCancel(proposalId, caller)) return true;
        if (!_isGuardian(caller)) return false;
        if (isOverride(proposalId)) revert StudioGovernorVetoImmune(proposalId);
        return true;
    }

    /// @dev A cancel by the guardian is a veto, and is remembered as one.
    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) returns (uint256 proposalId) {
        proposalId = super._cancel(targets, values, calldatas, descriptionHash);
        if (!_isGuardian(_msgSender())) return proposalId;
        _overrideBook.noteVeto(proposalId, OverrideBook.hashActions(targets, values, calldatas));
    }

    function _setVotingDelay(uint48 newVotingDelay) internal override {
        uint256 delay = _toSeconds(newVotingDelay);
        if (delay == 0 || delay > _MAX_VOTING_DELAY) revert StudioGovernorInvalidVotingDelay(delay, _MAX_VOTING_DELAY);
        super._setVotingDelay(newVotingDelay);
    }

    function _setVotingPeriod(uint32 newVotingPeriod) internal override {
        uint256 period = _toSeconds(newVotingPeriod);
        uint256 min = Math.max(_MIN_VOTING_PERIOD, _toSeconds(lateQuorumVoteExtension()));
        if (period < min || period > _MAX_VOTING_PERIOD) {
            revert StudioGovernorInvalidVotingPeriod(period, min, _MAX_VOTING_PERIOD);
        }
        super._setVotingPeriod(newVotingPeriod);
    }

    /// @dev Takes ppm of the supply; the event speaks raw units of the present supply, as the view does.
    function _setProposalThreshold(uint256 newThresholdRatio) internal override {
        if (newThresholdRatio == 0 || newThresholdRatio > _MAX_THRESHOLD) {
            revert StudioGovernorInvalidProposalThreshold(newThresholdRatio, 1, _MAX_THRESHOLD);
        }
        uint256 oldThreshold = proposalThreshold();
        _thresholdRatio = newThresholdRatio;
        emit ProposalThresholdSet(oldThreshold, proposalThreshold());
    }

    function _updateQuorumNumerator(uint256 newQuorumNumerator) internal override {
        if (newQuorumNumerator == 0 || newQuorumNumerator > _MAX_QUORUM) {
            revert StudioGovernorInvalidQuorum(newQuorumNumerator, 1, _MAX_QUORUM);
        }
        _checkLiveness(newQuorumNumerator, voteCap());
        super._updateQuorumNumerator(newQuorumNumerator);
    }

    function _setProposalGuardian(address) internal pure override {
        revert StudioGovernorGuardianFixed();
    }

    /// @notice Always refused.
    function updateTimelock(TimelockControllerUpgradeable) public pure override {
        revert StudioGovernorTimelockFixed();
    }

    /// @inheritdoc GovernorUpgradeable
    function proposalThreshold()
        public
        view
        override(GovernorUpgradeable, GovernorSettingsUpgradeable)
        returns (uint256)
    {
        return _shareOf(token().getPastTotalSupply(clock() - 1), proposalThresholdRatio());
    }

    /// @inheritdoc GovernorProposalGuardianUpgradeable
    function proposalGuardian() public view override returns (address) {
        return IStudio(studio()).moduleOf(Module.Board);
    }

    /// @inheritdoc GovernorVotesUpgradeable
    function token() public view override returns (IERC5805) {
        return IERC5805(_siblingOf(_REPUTATION, _STUDIO_FACTORY));
    }

    /// @inheritdoc GovernorUpgradeable
    function name() public view override returns (string memory) {
        return IStudio(studio()).name();
    }

    /// @inheritdoc GovernorUpgradeable
    function clock() public view override(GovernorUpgradeable, GovernorVotesUpgradeable) returns (uint48) {
        return _countsBlocks() ? Time.blockNumber() : Time.timestamp();
    }

    /// @inheritdoc GovernorUpgradeable
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public view override(GovernorUpgradeable, GovernorVotesUpgradeable) returns (string memory) {
        return _countsBlocks() ? "mode=blocknumber&from=default" : "mode=timestamp";
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal view override returns (string memory) {
        return name();
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal view override returns (string memory) {
        return version();
    }

    // Overrides: what Solidity asks for

    /// @inheritdoc GovernorUpgradeable
    function state(
        uint256 proposalId
    ) public view override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) returns (ProposalState) {
        return super.state(proposalId);
    }

    /// @inheritdoc GovernorUpgradeable
    function proposalDeadline(
        uint256 proposalId
    ) public view override(GovernorUpgradeable, GovernorPreventLateQuorumUpgradeable) returns (uint256) {
        return super.proposalDeadline(proposalId);
    }

    /// @inheritdoc GovernorUpgradeable
    function proposalNeedsQueuing(
        uint256 proposalId
    ) public view override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) returns (bool) {
        return super.proposalNeedsQueuing(proposalId);
    }

    /// @inheritdoc GovernorUpgradeable
    function votingDelay() public view override(GovernorUpgradeable, GovernorSettingsUpgradeable) returns (uint256) {
        return super.votingDelay();
    }

    /// @inheritdoc GovernorUpgradeable
    function votingPeriod() public view override(GovernorUpgradeable, GovernorSettingsUpgradeable) returns (uint256) {
        return super.votingPeriod();
    }

    function _tallyUpdated(
        uint256 proposalId
    ) internal override(GovernorUpgradeable, GovernorPreventLateQuorumUpgradeable) {
        super._tallyUpdated(proposalId);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executor()
        internal
        view
        override(GovernorUpgradeable, GovernorTimelockControlUpgradeable)
        returns (address)
    {
        return super._executor();
    }

    function _useCheckedNonce(
        address owner,
        uint256 nonce
    ) internal override(NoncesUpgradeable, GovernorNoncesKeyedUpgradeable) {
        super._useCheckedNonce(owner, nonce);
    }

    function _validateVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes memory signature
    ) internal override(GovernorUpgradeable, GovernorNoncesKeyedUpgradeable) returns (bool) {
        return super._validateVoteSig(proposalId, support, voter, signature);
    }

    function _validateExtendedVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes memory params,
        bytes memory signature
    ) internal override(GovernorUpgradeable, GovernorNoncesKeyedUpgradeable) returns (bool) {
        return super._validateExtendedVoteSig(proposalId, support, voter, reason, params, signature);
    }
}
