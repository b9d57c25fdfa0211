// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {VotesUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/utils/VotesUpgradeable.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module, Preset} from "../interfaces/IStudio.sol";
import {Names} from "../types/Names.sol";
import {AccountMigrations} from "./AccountMigrations.sol";
import {Beneficiaries} from "./Beneficiaries.sol";
import {DecayIndex} from "./DecayIndex.sol";
import {Dormancy} from "./Dormancy.sol";
import {GrantLimit} from "./GrantLimit.sol";
import {Inheritance} from "./Inheritance.sol";
import {MachineIssuance} from "./MachineIssuance.sol";
import {SoulboundVotes} from "./SoulboundVotes.sol";

/// @title ReputationToken
/// @notice See {IReputationToken}.
contract ReputationToken is IReputationToken, SoulboundVotes {
    using DecayIndex for DecayIndex.State;
    using DecayIndex for uint256;
    using AccountMigrations for mapping(address from => AccountMigrations.Migration migration);
    using Beneficiaries for Beneficiaries.Book;
    using Dormancy for mapping(address account => Dormancy.Note note);
    using GrantLimit for GrantLimit.Book;
    using Inheritance for Inheritance.Book;
    using MachineIssuance for MachineIssuance.Book;

    bytes32 private constant _FOUNDER = "founder";
    bytes32 private constant _GRANT = "grant";
    bytes32 private constant _CURATION = "curation";
    bytes32 private constant _REVIEW = "review";
    bytes32 private constant _IMPACT = "impact";

    uint32 private constant _FIRST_HALF_LIFE = 180 days;
    uint32 private constant _MIN_HALF_LIFE = 30 days;
    uint32 private constant _MAX_HALF_LIFE = 5 * 365 days;

    /// @dev Shares of the supply are fractions of this.
    uint256 private constant _WHOLE = 1e18;

    /// @dev Effective supply below which the limit is absolute, or a few founders could never admit anybody.
    uint256 private constant _LEAST_SUPPLY = 1_000e18;

    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;

    /// @dev Empty until the half-life is changed: then the curve starts at the studio's creation.
    DecayIndex.State private _curve;
    GrantLimit.Book private _grants;
    MachineIssuance.Book private _issuance;
    Beneficiaries.Book private _beneficiaries;
    Inheritance.Book private _inheritance;
    mapping(address from => AccountMigrations.Migration migration) private _migrations;
    mapping(address account => Dormancy.Note note) private _notes;

    modifier onlyTimelock() {
        _requireCaller(_timelock());
        _;
    }

    modifier onlyFactory() {
        _requireCaller(_STUDIO_FACTORY);
        _;
    }

    constructor(address deployer) {
        _STUDIO_FACTORY = IDeployer(deployer).addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = IDeployer(deployer).addressOf(Names.TIMELOCK);
    }

    /// @inheritdoc IReputationToken
    function initialize(address[] calldata founders, uint256 amount, bytes32 evidence) external onlyFactory {
        _announceCurve(_readCurve());
        uint256 raw = amount.toRawDown(index());
        for (uint256 i = 0; i < founders.length; ++i) {
            address founder = founders[i];
            if (founder == address(0) || balanceOf(founder) != 0) revert ReputationTokenInvalidFounder(founder);
            // Nobody is an agent yet.
            VotesUpgradeable._delegate(founder, founder);
            _issue(founder, amount, raw, _FOUNDER, 0, evidence);
        }
    }

    /// @inheritdoc IReputationToken
    function mint(address account, uint256 amount, bytes32 role, bytes32 evidence) external onlyTimelock {
        if (amount == 0) revert ReputationTokenZeroAmount();
        GrantLimit.Book memory grants = _grants.current();
        uint256 g = _index(grants.rebased);
        uint256 raw = amount.toRawDown(g);
        uint256 supply = _limitSupply(g);
        uint256 share = Math.mulDiv(raw, _WHOLE, supply, Math.Rounding.Ceil);
        if (share > grants.free()) {
            revert ReputationTokenOverGrantLimit(amount, _shareToEffectiveDown(grants.free(), supply, g));
        }
        _grants.spend(grants, share);
        address earner = _beneficiaries.earnerOf(account);
        _welcome(earner);
        _issue(earner, amount, raw, _GRANT, role, evidence);
    }

    /// @inheritdoc IReputationToken
    function slash(address account, uint256 amount, bytes32 evidence) external onlyTimelock {
        if (amount == 0) revert ReputationTokenZeroAmount();
        account = _beneficiaries.newAccountOf(account);
        uint256 raw = _requireBalance(account);
        uint256 g = index();
        uint256 all = raw.toEffectiveDown(g);
        if (amount < all) raw = amount.toRawDown(g);
        _burn(account, raw);
        emit ReputationSlashed(account, Math.min(amount, all), raw, evidence);
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
        address earner = _beneficiaries.earnerOf(account);
        minted = _issuance.take(earner, Math.min(raw, _maxSupply() - totalSupply()), _limitSupply(g));
        if (minted == 0) return 0;
        _welcome(earner);
        _issue(earner, minted.toEffectiveDown(g), minted, source, 0, evidence);
    }

    /// @inheritdoc IReputationToken
    function setGrantCapacity(uint24 newCapacity) external onlyTimelock {
        _grants.setCapacity(newCapacity);
    }

    /// @inheritdoc IReputationToken
    function setHalfLife(uint32 newHalfLife) external onlyTimelock {
        if (newHalfLife < _MIN_HALF_LIFE || newHalfLife > _MAX_HALF_LIFE) {
            revert ReputationTokenInvalidHalfLife(newHalfLife, _MIN_HALF_LIFE, _MAX_HALF_LIFE);
        }
        _writeCurve(_readCurve().rebase(block.timestamp, newHalfLife));
    }

    /// @inheritdoc IReputationToken
    function inheritBalances(address predecessor, bytes32 root, uint256 total) external onlyFactory {
        if (totalSupply() != 0) revert ReputationTokenAlreadyIssued(totalSupply());
        if (total == 0) revert ReputationTokenZeroAmount();
        (uint176 gBase, uint48 tBase, uint32 seconds_) = IReputationToken(predecessor).curve();
        bool valid = gBase >= DecayIndex.G0 && gBase <= DecayIndex.G_MAX && tBase <= block.timestamp;
        if (!valid || seconds_ < _MIN_HALF_LIFE || seconds_ > _MAX_HALF_LIFE) {
            revert ReputationTokenInvalidCurve(predecessor);
        }
        _writeCurve(DecayIndex.State(gBase, tBase, seconds_));
        _inheritance.open(root);
        _mint(address(this), total);
        emit BalancesInherited(predecessor, root, total);
    }

    /// @inheritdoc IReputationToken
    function claimInheritance(address account, uint256 raw, bytes32[] calldata proof) external {
        _inheritance.claim(account, raw, proof);
        address owner = _beneficiaries.newAccountOf(account);
        _welcome(owner);
        _transfer(address(this), owner, raw);
    }

    /// @inheritdoc IReputationToken
    function startAccountMigration(
        address from,
        address to,
        uint256 deadline,
        bytes calldata fromSignature,
        bytes calldata toSignature
    ) external {
        if (block.timestamp > deadline) revert ReputationTokenExpiredMigration(deadline);
        _requireMovable(from, to);
        if (getVotes(to) != 0) revert ReputationTokenNotFresh(to);
        bytes32 hash = _hashTypedDataV4(AccountMigrations.hashOf(from, to, _useNonce(from), deadline));
        _requireSignature(from, hash, fromSignature);
        _requireSignature(to, hash, toSignature);
        _migrations.start(from, to);
    }

    /// @inheritdoc IReputationToken
    function cancelAccountMigration(address from) external {
        if (msg.sender != from) _requireCaller(_timelock());
        _migrations.cancel(from);
    }

    /// @inheritdoc IReputationToken
    function finishAccountMigration(address from) external {
        address to = _migrations.take(from);
        _requireMovable(from, to);
        (uint256 raw, address delegatee) = (balanceOf(from), delegates(from));
        _beneficiaries.move(from, to);
        _issuance.moveAccount(from, to);
        // who was chosen may have become an agent since then
        bool own = delegatee == from || _beneficiaries.isAgent(delegatee);
        if (delegatee != address(0)) _delegate(to, own ? to : delegatee);
        _transfer(from, to, raw);
        if (delegatee != address(0)) _delegate(from, address(0));
        emit AccountMigrated(from, to, raw);
    }

    /// @inheritdoc IReputationToken
    function noteDormancy(address account) external {
        _notes.write(account, balanceOf(account), index());
    }

    /// @inheritdoc IReputationToken
    function prune(address account) external {
        uint256 raw = _requireBalance(account);
        if (account == address(this)) _inheritance.requireOver();
        else _notes.take(account, raw, index(), totalSupply());
        _burn(account, raw);
        emit ReputationPruned(account, raw);
    }

    /// @inheritdoc IReputationToken
    function setSponsor(address agent, address sponsor, uint48 until) external {
        _requireCaller(IStudio(studio()).moduleOf(Module.Mandates));
        if (sponsor != address(0) && delegates(agent) != address(0)) _delegate(agent, address(0));
        uint48 end = _beneficiaries.setSponsor(agent, sponsor, until);
        emit SponsorSet(agent, sponsor, end);
    }

    /// @inheritdoc IReputationToken
    function grantable() external view returns (uint256) {
        uint256 g = index();
        return _shareToEffectiveDown(_grants.current().free(), _limitSupply(g), g);
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
        address earner = _beneficiaries.earnerOf(account);
        return Math.min(_issuance.allowance(earner, _limitSupply(index())), _issuance.reserved());
    }

    /// @inheritdoc IReputationToken
    function preset() external view returns (Preset) {
        return _preset();
    }

    /// @inheritdoc IReputationToken
    function sponsorOf(address agent) external view returns (address sponsor, uint48 until) {
        (sponsor, until) = _beneficiaries.sponsorOf(agent);
        sponsor = _beneficiaries.newAccountOf(sponsor);
    }

    /// @inheritdoc IReputationToken
    function accountMigrationOf(address from) external view returns (address to, uint48 readyAt) {
        return (_migrations[from].to, _migrations[from].readyAt);
    }

    /// @inheritdoc IReputationToken
    function newAccountOf(address account) external view returns (address) {
        return _beneficiaries.newAccountOf(account);
    }

    /// @inheritdoc IReputationToken
    function dormancyOf(address account) external view returns (uint256 raw, uint256 index_) {
        return (_notes[account].raw, _notes[account].index);
    }

    /// @inheritdoc IReputationToken
    function inheritance() external view returns (bytes32 root, uint48 since) {
        return (_inheritance.root, _inheritance.since);
    }

    /// @inheritdoc IReputationToken
    function hasClaimedInheritance(address account) external view returns (bool) {
        return _inheritance.claimed[account];
    }

    /// @inheritdoc IReputationToken
    function grantCapacity() external view returns (uint24 capacity, uint24 next, uint48 from) {
        GrantLimit.Book memory grants = _grants.current();
        return (grants.capacity, grants.next, grants.from);
    }

    /// @inheritdoc IReputationToken
    function curve() external view returns (uint176 gBase, uint48 tBase, uint32 halfLife_) {
        DecayIndex.State memory state = _readCurve();
        return (state.gBase, state.tBase, state.halfLife);
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
        return _index(_grants.rebased);
    }

    /// @inheritdoc IReputationToken
    function halfLife() external view returns (uint32) {
        return _readCurve().halfLife;
    }

    /// @notice Votes of an account now; none while it is an agent, whatever others have lent to it.
    function getVotes(address account) public view override returns (uint256) {
        return _beneficiaries.isAgent(account) ? 0 : super.getVotes(account);
    }

    /// @notice Votes of an account at a past timepoint; none while it is an agent.
    function getPastVotes(address account, uint256 timepoint) public view override returns (uint256) {
        return _beneficiaries.isAgent(account) ? 0 : super.getPastVotes(account, timepoint);
    }

    function _issue(
        address account,
        uint256 amount,
        uint256 raw,
        bytes32 source,
        bytes32 role,
        bytes32 evidence
    ) private {
        _mint(account, raw);
        emit ReputationGranted(account, source, amount, raw, role, evidence);
    }

    /// @dev The first reputation is delegated to its owner, so that all of the supply can vote; but agents do not vote,
    /// so neither is theirs, nor does it stay with one whom somebody without reputation once chose.
    function _welcome(address account) private {
        if (balanceOf(account) != 0 || _beneficiaries.isAgent(account)) return;
        address delegatee = delegates(account);
        if (delegatee == address(0) || _beneficiaries.isAgent(delegatee)) _delegate(account, account);
    }

    function _writeCurve(DecayIndex.State memory state) private {
        (_curve, _grants.rebased) = (state, true);
        _announceCurve(state);
    }

    function _announceCurve(DecayIndex.State memory state) private {
        emit IndexChanged(state.gBase, state.tBase, state.halfLife);
    }

    function _requireCaller(address allowed) private view {
        if (msg.sender != allowed) revert ReputationTokenUnauthorized(msg.sender);
    }

    function _requireBalance(address account) private view returns (uint256 raw) {
        raw = balanceOf(account);
        if (raw == 0) revert ReputationTokenNoBalance(account);
    }

    /// @dev Votes that others lend to `to` are not asked for at the end, or anybody could stop a move.
    function _requireMovable(address from, address to) private view {
        _requireBalance(from);
        if (_beneficiaries.isAgent(from)) revert ReputationTokenAgent(from);
        bool used = balanceOf(to) != 0 || delegates(to) != address(0) || _migrations[to].to != address(0);
        if (used || _beneficiaries.isAgent(to) || _beneficiaries.hasMoved(to)) revert ReputationTokenNotFresh(to);
    }

    function _requireSignature(address account, bytes32 hash, bytes calldata signature) private view {
        bool valid = SignatureChecker.isValidSignatureNowCalldata(account, hash, signature);
        if (!valid) revert ReputationTokenInvalidSignature(account);
    }

    function _timelock() private view returns (address) {
        return _timelockOf(_TIMELOCK, _STUDIO_FACTORY);
    }

    /// @dev Read live: a module that was replaced mints no more, and the limits stay those of all modules together.
    function _sourceOf(address minter) private view returns (bytes32) {
        IStudio directory = IStudio(studio());
        if (minter == directory.moduleOf(Module.Curation)) return _CURATION;
        if (minter == directory.moduleOf(Module.Board)) return _REVIEW;
        if (minter == directory.moduleOf(Module.Impact)) return _IMPACT;
        revert ReputationTokenUnauthorized(minter);
    }

    function _index(bool rebased) private view returns (uint256) {
        if (rebased) return _curve.at(block.timestamp);
        return DecayIndex.at(DecayIndex.G0, _created(), _FIRST_HALF_LIFE, block.timestamp);
    }

    function _readCurve() private view returns (DecayIndex.State memory state) {
        return _grants.rebased ? _curve : DecayIndex.State(DecayIndex.G0, _created(), _FIRST_HALF_LIFE);
    }

    /// @dev Raw supply that the limits are shares of.
    function _limitSupply(uint256 g) private view returns (uint256) {
        return Math.max(totalSupply(), _LEAST_SUPPLY.toRawDown(g));
    }

    /// @dev An amount whose share, rounded up, is at most `share`, and at most one unit below the largest such amount.
    function _shareToEffectiveDown(uint256 share, uint256 supply, uint256 g) private pure returns (uint256) {
        return Math.mulDiv(supply, share, _WHOLE).toEffectiveDown(g);
    }

    /// @dev While it has a sponsor, an account has no votes: neither its own nor others'.
    function _delegate(address account, address delegatee) internal override {
        if (delegatee != address(0)) {
            if (_beneficiaries.isAgent(account)) revert ReputationTokenAgent(account);
            if (_beneficiaries.isAgent(delegatee)) revert ReputationTokenAgent(delegatee);
        }
        super._delegate(account, delegatee);
    }

    /// @dev A grant that would leave 128 bits is refused, so that no vote or quorum ever fails to fit.
    function _maxSupply() internal pure override returns (uint256) {
        return type(uint128).max;
    }
}
