// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IImpactEmission, ImpactEpoch, ImpactFlow, ImpactTerms} from "../interfaces/IImpactEmission.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IRoyaltySplitter, SplitKind, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {ONE} from "../types/Constants.sol";
import {Names} from "../types/Names.sol";
import {DecayIndex} from "./DecayIndex.sol";
import {ImpactPoints} from "./ImpactPoints.sol";

/// @title ImpactEmission
/// @notice See {IImpactEmission}.
contract ImpactEmission is IImpactEmission, StudioModule {
    using DecayIndex for uint256;

    /// @dev Where counting goes on.
    struct Mark {
        uint128 reached;
        uint32 version;
    }

    uint256 private constant _EPOCH = 7 days;
    uint256 private constant _CLAIM_TIME = 7 days;
    uint24 private constant _MAX_SHARE = 250_000;
    uint32 private constant _MIN_TREASURY = 100_000;

    /// @dev What the reputation token issues without a vote in seven days, ppm of the supply.
    uint256 private constant _MACHINE_ISSUANCE = 18_000;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;
    IRoyaltySplitter private immutable _ROYALTY_SPLITTER;

    ImpactTerms private _terms;
    ImpactTerms private _nextTerms;
    uint256 private _closedAt;
    mapping(uint32 recipe => Mark) private _marks;
    mapping(uint32 epoch => ImpactEpoch) private _epochs;
    mapping(uint32 epoch => mapping(uint32 recipe => ImpactFlow)) private _flows;
    mapping(uint32 epoch => mapping(uint32 recipe => mapping(address account => bool))) private _claimed;

    constructor(address deployer) {
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = IDeployer(deployer).addressOf(Names.TIMELOCK);
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    /// @inheritdoc IImpactEmission
    function setTerms(address token, uint128 unitsPerRep, uint24 share) external {
        if (msg.sender != _timelock()) revert ImpactEmissionUnauthorized(msg.sender);
        if (share > _MAX_SHARE) revert ImpactEmissionInvalidShare(share, _MAX_SHARE);
        if (share != 0 && token.code.length == 0) revert ImpactEmissionUnknownToken(token);
        if (share != 0 && unitsPerRep == 0) revert ImpactEmissionZeroPrice();
        uint32 epoch = epochNow();
        uint32 version = _nextTerms.version + 1;
        // What was voted for in this very epoch never comes into force.
        if (_nextTerms.from <= epoch) _terms = _nextTerms;
        _nextTerms = ImpactTerms(token, share, version, epoch + 1, unitsPerRep);
        emit ImpactTermsSet(version, epoch + 1, token, unitsPerRep, share);
    }

    /// @inheritdoc IImpactEmission
    function measure(uint32 recipe) external returns (uint256 points) {
        uint32 epoch = epochNow();
        ImpactTerms memory terms = termsOf(epoch);
        if (terms.share == 0) revert ImpactEmissionOff();
        uint128 reached = _claimTreasury(recipe, terms.token);
        Mark memory mark = _marks[recipe];
        if (mark.version == terms.version && mark.reached == reached) return _flows[epoch][recipe].points;

        _marks[recipe] = Mark(reached, terms.version);
        if (mark.version == terms.version) return _count(epoch, recipe, reached - mark.reached, terms);
        _checkRecipe(recipe);
        emit ImpactMarked(recipe, terms.version, reached);
    }

    /// @inheritdoc IImpactEmission
    function closeEpoch(uint32 epoch) external {
        uint256 end = _created() + (uint256(epoch) + 1) * _EPOCH;
        uint256 from = Math.max(end, _closedAt + _EPOCH);
        if (block.timestamp < from) revert ImpactEmissionEpochOpen(epoch, block.timestamp, from);
        ImpactEpoch memory sum = _epochs[epoch];
        if (sum.pool != 0) revert ImpactEmissionEpochClosed(epoch);
        if (sum.points == 0) revert ImpactEmissionEmptyEpoch(epoch);

        IReputationToken reputation = _reputation();
        uint256 wanted = Math.min(uint256(sum.points).toRawDown(reputation.index()), _budget(sum.share));
        uint256 available = reputation.reservable();
        bool patient = block.timestamp < from + _EPOCH;
        if (Math.min(available, wanted) == 0 || (patient && available < wanted)) {
            revert ImpactEmissionNoBudget(epoch, available, wanted);
        }
        _closedAt = block.timestamp;
        uint128 pool = SafeCast.toUint128(reputation.reserveIssuance(wanted));
        (_epochs[epoch].pool, _epochs[epoch].closedAt) = (pool, SafeCast.toUint48(block.timestamp));
        emit ImpactEpochClosed(epoch, sum.points, pool);
    }

    /// @inheritdoc IImpactEmission
    function claim(uint32 epoch, uint32 recipe, address account) external returns (uint256 raw) {
        uint256 end = _endOfClaims(_epochs[epoch]);
        if (block.timestamp >= end) revert ImpactEmissionClaimExpired(epoch, block.timestamp, end);
        uint256 due = claimable(epoch, recipe, account);
        if (due == 0) revert ImpactEmissionNothingToClaim(recipe, account);
        _claimed[epoch][recipe][account] = true;
        bytes32 evidence = bytes32((uint256(epoch) << 32) | recipe);
        raw = _reputation().mintReserved(account, due, evidence);
        if (raw < due && msg.sender != account) revert ImpactEmissionUnauthorized(msg.sender);
        if (raw == 0) revert ImpactEmissionNothingToClaim(recipe, account);
        emit ImpactClaimed(epoch, recipe, account, raw);
    }

    /// @inheritdoc IImpactEmission
    function epochOf(uint32 epoch) external view returns (ImpactEpoch memory) {
        return _epochs[epoch];
    }

    /// @inheritdoc IImpactEmission
    function flowOf(uint32 epoch, uint32 recipe) external view returns (ImpactFlow memory) {
        return _flows[epoch][recipe];
    }

    /// @inheritdoc IImpactEmission
    function markOf(uint32 recipe) external view returns (uint128 reached, uint32 version) {
        Mark memory mark = _marks[recipe];
        return (mark.reached, mark.version);
    }

    /// @inheritdoc IImpactEmission
    function epochNow() public view returns (uint32) {
        return SafeCast.toUint32((block.timestamp - _created()) / _EPOCH);
    }

    /// @inheritdoc IImpactEmission
    function termsOf(uint32 epoch) public view returns (ImpactTerms memory) {
        return _nextTerms.from <= epoch ? _nextTerms : _terms;
    }

    /// @inheritdoc IImpactEmission
    function claimable(uint32 epoch, uint32 recipe, address account) public view returns (uint256) {
        ImpactEpoch memory sum = _epochs[epoch];
        address timelock = _timelock();
        bool open = sum.pool != 0 && block.timestamp < _endOfClaims(sum);
        if (!open || account == timelock || _claimed[epoch][recipe][account]) return 0;
        (uint32 weight, ) = _ROYALTY_SPLITTER.payeeOf(recipe, account);
        (uint32 treasury, ) = _ROYALTY_SPLITTER.payeeOf(recipe, timelock);
        uint256 ofRecipe = Math.mulDiv(sum.pool, _flows[epoch][recipe].points, sum.points);
        return Math.mulDiv(ofRecipe, weight, ONE - treasury);
    }

    // Internal writes

    /// @dev What the timelock has had from a recipe in all. Claiming needs nobody's leave and moves no token.
    function _claimTreasury(uint32 recipe, address token) private returns (uint128) {
        address timelock = _timelock();
        address recipient = _ROYALTY_SPLITTER.recipientOf(timelock);
        if (recipient != timelock) revert ImpactEmissionForeignRecipient(recipient);
        _ROYALTY_SPLITTER.claim(recipe, token, timelock);
        return SafeCast.toUint128(_ROYALTY_SPLITTER.claimedOf(recipe, token, timelock));
    }

    function _count(
        uint32 epoch,
        uint32 recipe,
        uint128 amount,
        ImpactTerms memory terms
    ) private returns (uint128 points) {
        ImpactFlow memory flow = _flows[epoch][recipe];
        uint128 total = flow.amount + amount;
        points = ImpactPoints.score(total, terms.unitsPerRep);
        _flows[epoch][recipe] = ImpactFlow(total, points);
        ImpactEpoch storage sum = _epochs[epoch];
        sum.points = sum.points + points - flow.points;
        sum.share = terms.share;
        emit ImpactMeasured(epoch, recipe, amount, points);
    }

    // Internal views

    /// @dev Never, for an epoch that is not closed: nothing is due of it anyway.
    function _endOfClaims(ImpactEpoch memory sum) private pure returns (uint256) {
        return sum.closedAt == 0 ? type(uint256).max : sum.closedAt + _CLAIM_TIME;
    }

    /// @dev Fixed splits never change, so a recipe is looked at once under each terms.
    function _checkRecipe(uint32 recipe) private view {
        SplitOptions memory options = _ROYALTY_SPLITTER.optionsOf(recipe);
        if (options.kind != SplitKind.Fixed || options.advance.amount != 0) {
            revert ImpactEmissionUnsupportedSplit(recipe);
        }
        (uint32 weight, ) = _ROYALTY_SPLITTER.payeeOf(recipe, _timelock());
        if (weight < _MIN_TREASURY || weight == ONE) {
            revert ImpactEmissionTreasuryShare(recipe, weight, _MIN_TREASURY);
        }
    }

    /// @dev Raw units that one epoch may pay in all.
    function _budget(uint24 share) private view returns (uint256) {
        uint256 issuance = Math.mulDiv(IERC20(address(_reputation())).totalSupply(), _MACHINE_ISSUANCE, ONE);
        return Math.mulDiv(issuance, share, ONE);
    }

    function _reputation() private view returns (IReputationToken) {
        return IReputationToken(IStudio(studio()).moduleOf(Module.Reputation));
    }

    function _timelock() private view returns (address) {
        return _timelockOf(_TIMELOCK, _STUDIO_FACTORY);
    }
}
