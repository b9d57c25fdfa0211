// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// solhint-disable-next-line max-line-length
import {ERC20VotesUpgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20VotesUpgradeable.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {Names} from "../types/Names.sol";
import {DecayIndex} from "./DecayIndex.sol";
import {MachineIssuance} from "./MachineIssuance.sol";
import {ShareBucket} from "./ShareBucket.sol";

/// @title ReputationToken
/// @notice See {IReputationToken}.
/// @dev No initializer of OpenZeppelin's is called: name, symbol, domain and clock come from the studio.
contract ReputationToken is IReputationToken, ERC20VotesUpgradeable, StudioModule {
    using DecayIndex for DecayIndex.State;
    using DecayIndex for uint256;
    using MachineIssuance for MachineIssuance.Book;
    using ShareBucket for ShareBucket.Bucket;

    bytes32 private constant _FOUNDER = "founder";
    bytes32 private constant _GRANT = "grant";
    bytes32 private constant _CURATION = "curation";
    bytes32 private constant _REVIEW = "review";
    bytes32 private constant _IMPACT = "impact";

    uint32 private constant _FIRST_HALF_LIFE = 180 days;
    uint32 private constant _MIN_HALF_LIFE = 30 days;
    uint32 private constant _MAX_HALF_LIFE = 5 * 365 days;

    /// @dev Grants by vote: 5 % of the supply per 90 days, in fractions of 10^18.
    uint256 private constant _WHOLE = 1e18;
    uint256 private constant _GRANT_CAPACITY = 0.05e18;
    uint256 private constant _GRANT_WINDOW = 90 days;

    /// @dev Effective supply below which the limit is absolute, or a few founders could never admit anybody.
    uint256 private constant _LEAST_SUPPLY = 1_000e18;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;

    /// @dev Empty until the half-life is changed: then the curve starts at the studio's creation.
    DecayIndex.State private _curve;
    ShareBucket.Bucket private _grants;
    MachineIssuance.Book private _issuance;

    modifier onlyTimelock() {
        if (msg.sender != _timelockOf(_TIMELOCK, _STUDIO_FACTORY)) revert ReputationTokenUnauthorized(msg.sender);
        _;
    }

    constructor(address deployer) {
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = IDeployer(deployer).addressOf(Names.TIMELOCK);
    }

    /// @inheritdoc IReputationToken
    function initialize(address[] calldata founders, uint256 amount, bytes32 evidence) external {
        if (msg.sender != _STUDIO_FACTORY) revert ReputationTokenUnauthorized(msg.sender);
        DecayIndex.State memory curve = _readCurve();
        emit IndexChanged(curve.gBase, curve.tBase, curve.halfLife);
        uint256 raw = amount.toRawDown(index());
        for (uint256 i = 0; i < founders.length; ++i) {
            address founder = founders[i];
            if (founder == address(0) || balanceOf(founder) != 0) revert ReputationTokenInvalidFounder(founder);
            _grant(founder, amount, raw, _FOUNDER, 0, evidence);
        }
    }

    /// @inheritdoc IReputationToken
    function mint(address account, uint256 amount, bytes32 role, bytes32 evidence) external onlyTimelock {
        if (amount == 0) revert ReputationTokenZeroAmount();
        uint256 g = index();
        uint256 raw = amount.toRawDown(g);
        uint256 supply = _limitSupply(g);
        uint256 free = _grants.available(_GRANT_CAPACITY, _GRANT_WINDOW);
        uint256 share = Math.mulDiv(raw, _WHOLE, supply, Math.Rounding.Ceil);
        if (share > free) revert ReputationTokenOverGrantLimit(amount, _shareToEffectiveDown(free, supply, g));
        _grants.consume(share, free, _GRANT_CAPACITY);
        _grant(account, amount, raw, _GRANT, role, evidence);
    }

    /// @inheritdoc IReputationToken
    function reserveIssuance(uint256 max) external returns (uint256 raw) {
        _sourceOf(msg.sender);
        raw = _issuance.reserve(max, _limitSupply(index()));
        emit ReputationReserved(msg.sender, raw);
    }

    /// @inheritdoc IReputationToken
    function mintReserved(address account, uint256 raw, bytes32 evidence) external returns (uint256 minted) {
        bytes32 source = _sourceOf(msg.sender);
        uint256 g = index();
        minted = _issuance.take(account, Math.min(raw, _maxSupply() - totalSupply()), _limitSupply(g));
        if (minted != 0) _grant(account, minted.toEffectiveDown(g), minted, source, 0, evidence);
    }

    /// @inheritdoc IReputationToken
    function setHalfLife(uint32 newHalfLife) external onlyTimelock {
        if (newHalfLife < _MIN_HALF_LIFE || newHalfLife > _MAX_HALF_LIFE) {
            revert ReputationTokenInvalidHalfLife(newHalfLife, _MIN_HALF_LIFE, _MAX_HALF_LIFE);
        }
        DecayIndex.State memory curve = _readCurve().rebase(block.timestamp, newHalfLife);
        _curve = curve;
        emit IndexChanged(curve.gBase, curve.tBase, curve.halfLife);
    }

    /// @inheritdoc IReputationToken
    function grantable() external view returns (uint256) {
        uint256 g = index();
        return _shareToEffectiveDown(_grants.available(_GRANT_CAPACITY, _GRANT_WINDOW), _limitSupply(g), g);
    }

    /// @inheritdoc IReputationToken
    function reservable() external view returns (uint256) {
        return _issuance.reservable(_limitSupply(index()));
    }

    /// @inheritdoc IReputationToken
    function reserved() external view returns (uint256) {
        return _issuance.reserved();
    }

    /// @inheritdoc IReputationToken
    function mintableTo(address account) external view returns (uint256) {
        return Math.min(_issuance.allowance(account, _limitSupply(index())), _issuance.reserved());
    }

    /// @inheritdoc IReputationToken
    function effectiveBalanceOf(address account) external view returns (uint256) {
        return balanceOf(account).toEffectiveDown(index());
    }

    /// @inheritdoc IReputationToken
    function effectiveTotalSupply() external view returns (uint256) {
        return totalSupply().toEffectiveDown(index());
    }

    /// @inheritdoc IReputationToken
    function effectiveVotes(address account) external view returns (uint256) {
        return getVotes(account).toEffectiveDown(index());
    }

    /// @inheritdoc IReputationToken
    function index() public view returns (uint256) {
        return _readCurve().at(block.timestamp);
    }

    /// @inheritdoc IReputationToken
    function halfLife() external view returns (uint32) {
        return _readCurve().halfLife;
    }

    /// @dev The first reputation is delegated to its owner, so that all of the supply can vote.
    function _grant(
        address account,
        uint256 amount,
        uint256 raw,
        bytes32 source,
        bytes32 role,
        bytes32 evidence
    ) private {
        if (balanceOf(account) == 0 && delegates(account) == address(0)) _delegate(account, account);
        _mint(account, raw);
        emit ReputationGranted(account, source, amount, raw, role, evidence);
    }

    /// @dev Read live: a module that was replaced mints no more, and the limits stay those of all modules together.
    function _sourceOf(address minter) private view returns (bytes32) {
        IStudio directory = IStudio(studio());
        if (minter == directory.moduleOf(Module.Curation)) return _CURATION;
        if (minter == directory.moduleOf(Module.Board)) return _REVIEW;
        if (minter == directory.moduleOf(Module.Impact)) return _IMPACT;
        revert ReputationTokenUnauthorized(minter);
    }

    function _readCurve() private view returns (DecayIndex.State memory curve) {
        curve = _curve;
        if (curve.halfLife == 0) curve = DecayIndex.State(DecayIndex.G0, _created(), _FIRST_HALF_LIFE);
    }

    /// @dev Raw supply that the limits are shares of.
    function _limitSupply(uint256 g) private view returns (uint256) {
        return Math.max(totalSupply(), _LEAST_SUPPLY.toRawDown(g));
    }

    /// @dev An amount whose share, rounded up, is at most `share`, and at most one unit below the largest such amount.
    function _shareToEffectiveDown(uint256 share, uint256 supply, uint256 g) private pure returns (uint256) {
        return Math.mulDiv(supply, share, _WHOLE).toEffectiveDown(g);
    }

    // Overrides of OpenZeppelin's ERC20Votes

    /// @notice Name of the studio.
    function name() public view override returns (string memory) {
        return IStudio(studio()).name();
    }

    /// @notice Symbol of the studio.
    function symbol() public view override returns (string memory) {
        return IStudio(studio()).symbol();
    }

    /// @notice Current timepoint on the clock that the studio chose: seconds or blocks (ERC-6372).
    function clock() public view override returns (uint48) {
        return _countsBlocks() ? Time.blockNumber() : Time.timestamp();
    }

    /// @notice What {clock} counts (ERC-6372).
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public view override returns (string memory) {
        return _countsBlocks() ? "mode=blocknumber&from=default" : "mode=timestamp";
    }

    /// @notice Always refused.
    function transfer(address, uint256) public pure override returns (bool) {
        revert ReputationTokenNonTransferable();
    }

    /// @notice Always refused.
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        revert ReputationTokenNonTransferable();
    }

    /// @notice Always refused.
    function approve(address, uint256) public pure override returns (bool) {
        revert ReputationTokenNonTransferable();
    }

    /// @dev A grant that would leave 128 bits is refused, so that no vote or quorum ever fails to fit.
    function _maxSupply() internal pure override returns (uint256) {
        return type(uint128).max;
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Name() internal view override returns (string memory) {
        return name();
    }

    // solhint-disable-next-line func-name-mixedcase
    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }
}
