// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAssetRegistry, Lot, LotStatus} from "../interfaces/IAssetRegistry.sol";
import {
    CommissionInput,
    ICommissions,
    Milestone,
    MilestoneInput,
    MilestoneStatus
} from "../interfaces/ICommissions.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {Edge, IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {CappedQuery} from "../registry/CappedQuery.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {LotId, toLotId, WHOLE_LOT} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";

/// @title Commissions
/// @notice See {ICommissions}.
contract Commissions is ICommissions, StudioModule {
    using CappedQuery for address;

    /// @dev One slot, and two for each milestone.
    struct Commission {
        address token;
        uint40 openedAt;
        uint8 count;
        mapping(uint256 position => Stored) milestones;
    }

    /// @dev Two slots: whoever delivers a lot has produced it, so its nonce says which it is.
    struct Stored {
        address assignee;
        uint96 reward;
        uint64 nonce;
        uint40 deadline;
        uint16 dependsOn;
        bool delivered;
        MilestoneStatus status;
    }

    uint256 private constant _MAX_MILESTONES = 16;

    /// @dev Modules that are asked about a lot. Members would have to replace more of them for one lot to serve twice.
    uint256 private constant _MAX_MODULES = 8;

    /// @dev Nothing gets a reward out before its deadline but an accepted lot.
    uint256 private constant _MAX_TERM = 730 days;

    /// @dev Longer than any audit, re-audit and challenge window together.
    uint256 private constant _JUDGEMENT = 45 days;

    /// @dev For delivering what was committed in time, so that nobody who returns rewards is faster.
    uint256 private constant _DELIVERY = 3 days;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;
    IAssetRegistry private immutable _ASSET_REGISTRY;
    IRoyaltySplitter private immutable _ROYALTY_SPLITTER;

    mapping(bytes32 commissionId => Commission) private _commissions;
    mapping(bytes32 commissionId => uint256 amount) private _waiting;
    mapping(LotId lotId => bool) private _used;
    address private _former;

    constructor(address deployer) {
        IDeployer names = IDeployer(deployer);
        _STUDIO_FACTORY = names.addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = names.addressOf(Names.TIMELOCK);
        _ASSET_REGISTRY = IAssetRegistry(names.addressOf(Names.ASSET_REGISTRY));
        _ROYALTY_SPLITTER = IRoyaltySplitter(names.addressOf(Names.ROYALTY_SPLITTER));
    }

    /// @inheritdoc ICommissions
    function succeed(address module) external {
        if (msg.sender != studio()) revert CommissionsUnauthorized(msg.sender);
        if (_former == address(0) && module != address(this)) _former = module;
    }

    /// @inheritdoc ICommissions
    function open(CommissionInput calldata input) external returns (bytes32 commissionId) {
        if (msg.sender != _timelock()) revert CommissionsUnauthorized(msg.sender);
        uint256 count = input.milestones.length;
        if (count == 0 || count > _MAX_MILESTONES) revert CommissionsInvalidLength(count, _MAX_MILESTONES);
        commissionId = commissionIdOf(input);
        Commission storage commission = _commissions[commissionId];
        if (commission.count != 0) revert CommissionsDuplicate(commissionId);
        uint256 total;
        for (uint256 i = 0; i < count; ++i) {
            total += _store(commission, i, input.milestones[i]);
        }
        uint256 amount = _ROYALTY_SPLITTER.potOf(address(this), commissionId, input.token);
        if (amount < total) revert CommissionsUnderfunded(commissionId, amount, total);
        // casting is safe because there are at most 16 milestones, and 40 bits of seconds are enough
        (commission.token, commission.openedAt, commission.count) = (
            input.token,
            uint40(block.timestamp),
            uint8(count)
        );
        _waiting[commissionId] = total;
        emit CommissionOpened(commissionId, input);
    }

    /// @inheritdoc ICommissions
    function deliver(bytes32 commissionId, uint8 milestone, LotId lotId) external {
        Commission storage commission = _known(commissionId);
        Stored storage stored = _opened(commission, commissionId, milestone);
        if (msg.sender != stored.assignee) revert CommissionsUnauthorized(msg.sender);
        if (_used[lotId] || _isUsedElsewhere(lotId)) revert CommissionsUsedLot(lotId);
        Lot memory lot = _checkLot(commission, stored, lotId);
        _checkParents(commission, stored.dependsOn, lotId, lot.recipe);
        if (stored.delivered && !_isReplaceable(_lotOf(stored))) revert CommissionsPendingLot(_lotOf(stored));
        _used[lotId] = true;
        (stored.nonce, stored.delivered) = (lotId.nonceOf(), true);
        emit MilestoneDelivered(commissionId, milestone, lotId);
    }

    /// @inheritdoc ICommissions
    function payMilestone(bytes32 commissionId, uint8 milestone) external {
        Commission storage commission = _known(commissionId);
        Stored storage stored = _opened(commission, commissionId, milestone);
        if (!_isPayable(stored)) revert CommissionsNotReleasable(_lotOf(stored));
        stored.status = MilestoneStatus.Paid;
        emit MilestonePaid(commissionId, milestone, stored.assignee, stored.reward);
        _release(commissionId, commission.token, stored.assignee, stored.reward);
    }

    /// @inheritdoc ICommissions
    function returnMilestone(bytes32 commissionId, uint8 milestone) external {
        Commission storage commission = _known(commissionId);
        Stored storage stored = _opened(commission, commissionId, milestone);
        if (!_isReturnable(stored)) revert CommissionsNotReturnable(commissionId, milestone);
        stored.status = MilestoneStatus.Returned;
        emit MilestoneReturned(commissionId, milestone, stored.reward);
        _release(commissionId, commission.token, _timelock(), stored.reward);
    }

    /// @inheritdoc ICommissions
    function returnRest(bytes32 commissionId, address token) external {
        Commission storage commission = _commissions[commissionId];
        // Before it is opened, its rewards are on their way: nobody else sends them back.
        if (commission.count == 0 && msg.sender != _timelock()) revert CommissionsUnauthorized(msg.sender);
        uint256 rest = _ROYALTY_SPLITTER.potOf(address(this), commissionId, token);
        if (token == commission.token) rest -= _waiting[commissionId];
        emit RestReturned(commissionId, token, rest);
        _ROYALTY_SPLITTER.releasePot(commissionId, token, _timelock(), SafeCast.toUint128(rest));
    }

    /// @inheritdoc ICommissions
    function commissionOf(
        bytes32 commissionId
    ) external view returns (address token, uint40 openedAt, Milestone[] memory milestones) {
        Commission storage commission = _commissions[commissionId];
        (token, openedAt) = (commission.token, commission.openedAt);
        milestones = new Milestone[](commission.count);
        for (uint256 i = 0; i < milestones.length; ++i) {
            Stored storage stored = commission.milestones[i];
            milestones[i] = Milestone({
                assignee: stored.assignee,
                reward: stored.reward,
                deadline: stored.deadline,
                dependsOn: stored.dependsOn,
                lotId: _lotOf(stored),
                status: stored.status
            });
        }
    }

    /// @inheritdoc ICommissions
    function isUsed(LotId lotId) external view returns (bool) {
        return _used[lotId];
    }

    /// @inheritdoc ICommissions
    function former() external view returns (address) {
        return _former;
    }

    /// @inheritdoc ICommissions
    function commissionIdOf(CommissionInput calldata input) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), input));
    }

    function _store(
        Commission storage commission,
        uint256 position,
        MilestoneInput calldata input
    ) private returns (uint256) {
        bool valid =
            input.assignee != address(0) &&
                input.reward != 0 &&
                input.deadline > block.timestamp &&
                input.deadline <= block.timestamp + _MAX_TERM &&
                input.dependsOn >> position == 0;
        if (!valid) revert CommissionsInvalidMilestone(position);
        Stored storage stored = commission.milestones[position];
        (stored.assignee, stored.reward) = (input.assignee, input.reward);
        (stored.dependsOn, stored.deadline) = (input.dependsOn, input.deadline);
        stored.status = MilestoneStatus.Open;
        return input.reward;
    }

    function _release(bytes32 commissionId, address token, address to, uint96 amount) private {
        _waiting[commissionId] -= amount;
        _ROYALTY_SPLITTER.releasePot(commissionId, token, to, amount);
    }

    function _known(bytes32 commissionId) private view returns (Commission storage commission) {
        commission = _commissions[commissionId];
        if (commission.count == 0) revert CommissionsUnknownCommission(commissionId);
    }

    function _opened(
        Commission storage commission,
        bytes32 commissionId,
        uint8 milestone
    ) private view returns (Stored storage stored) {
        stored = commission.milestones[milestone];
        if (stored.status != MilestoneStatus.Open) revert CommissionsClosedMilestone(commissionId, milestone);
    }

    /// @dev Whether a lot serves a milestone in another module of the studio, from its present one back.
    function _isUsedElsewhere(LotId lotId) private view returns (bool) {
        address module = IStudio(studio()).moduleOf(Module.Commissions);
        for (uint256 i = 0; i < _MAX_MODULES && module != address(0); ++i) {
            bool other = module != address(this);
            if (other && module.answers(abi.encodeCall(ICommissions.isUsed, (lotId)), 1)) return true;
            module = module.addressFrom(abi.encodeCall(ICommissions.former, ()));
        }
        return false;
    }

    /// @dev Independent lots have gate zero, which no timelock has recorded.
    function _checkLot(
        Commission storage commission,
        Stored storage stored,
        LotId lotId
    ) private view returns (Lot memory lot) {
        lot = _ASSET_REGISTRY.lotOf(lotId);
        bool own = lot.gate != 0 && _ASSET_REGISTRY.timelockOf(lot.gate) == _timelock();
        if (!own || lotId.producerOf() != stored.assignee) revert CommissionsForeignLot(lotId);
        (uint256 time, uint256 from, uint256 deadline) = (lot.committedAt, commission.openedAt, stored.deadline);
        // A licensor who wants a corrected lot has to leave the time for it.
        if (stored.delivered && _ASSET_REGISTRY.lotOf(_lotOf(stored)).superseded) deadline += _JUDGEMENT;
        if (time < from || time >= deadline) revert CommissionsUntimelyLot(lotId, time, from, deadline);
    }

    function _checkParents(Commission storage commission, uint256 dependsOn, LotId lotId, uint32 recipe) private view {
        if (dependsOn == 0) return;
        Edge[] memory edges = _ROYALTY_SPLITTER.edgesOf(recipe);
        for (uint8 i = 0; dependsOn >> i != 0; ++i) {
            if ((dependsOn >> i) & 1 == 0) continue;
            uint32 parent = _ASSET_REGISTRY.lotOf(_lotOf(commission.milestones[i])).recipe;
            if (parent == 0 || !_isParent(edges, parent)) revert CommissionsMissingParent(lotId, i);
        }
    }

    /// @dev Whether the lot is releasable, or would be if its licensor had not put another one in its place.
    function _isPayable(Stored storage stored) private view returns (bool) {
        if (!stored.delivered) return false;
        LotId lotId = _lotOf(stored);
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        if (!_isAccepted(lot)) return false;
        return !lot.frozen || block.timestamp >= _ASSET_REGISTRY.frozenUntil(lotId.assetAt(WHOLE_LOT));
    }

    /// @dev What was accepted is never returned: a freeze is the studio's own doing, and its to end.
    function _isReturnable(Stored storage stored) private view returns (bool) {
        uint256 end = stored.deadline;
        if (!stored.delivered) return block.timestamp >= end + _DELIVERY;
        Lot memory lot = _ASSET_REGISTRY.lotOf(_lotOf(stored));
        if (_isAccepted(lot)) return false;
        uint256 last = Math.max(end, lot.committedAt) + _JUDGEMENT;
        // What corrects a superseded lot may still be committed until then, whatever became of the lot.
        if (lot.superseded) (end, last) = (last, last + _DELIVERY);
        if (_isRejected(lot)) return block.timestamp >= Math.max(end, lot.releasableAt) + _DELIVERY;
        return block.timestamp >= last;
    }

    /// @dev Whether another lot may take the place of one, so that a gate that never answers keeps nobody waiting.
    function _isReplaceable(LotId lotId) private view returns (bool) {
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        if (_isAccepted(lot)) return false;
        bool forgotten = lot.status != LotStatus.Rejected && block.timestamp >= lot.committedAt + _JUDGEMENT;
        bool corrected = lot.superseded && lot.status != LotStatus.Accepted;
        return forgotten || corrected || _isRejected(lot);
    }

    /// @dev Whether nothing can replace an acceptance any more. A gate of other code may let that take for ever; then
    /// the lot is undecided.
    function _isAccepted(Lot memory lot) private view returns (bool) {
        return lot.status == LotStatus.Accepted && block.timestamp >= lot.releasableAt;
    }

    /// @dev Whether no heavier ballots can replace a rejection any more.
    function _isRejected(Lot memory lot) private view returns (bool) {
        return lot.status == LotStatus.Rejected && block.timestamp >= lot.releasableAt;
    }

    /// @return Zero if nothing was delivered
    function _lotOf(Stored storage stored) private view returns (LotId) {
        return stored.delivered ? toLotId(stored.assignee, stored.nonce) : LotId.wrap(0);
    }

    function _timelock() private view returns (address) {
        return _timelockOf(_TIMELOCK, _STUDIO_FACTORY);
    }

    function _isParent(Edge[] memory edges, uint32 parent) private pure returns (bool) {
        for (uint256 i = 0; i < edges.length; ++i) {
            if (edges[i].parent == parent) return true;
        }
        return false;
    }
}
