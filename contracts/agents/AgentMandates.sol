// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {
    Act,
    CallRule,
    IAgentMandates,
    Mandate,
    MandateInput,
    MandateQuota,
    SpendingLimits
} from "../interfaces/IAgentMandates.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenseMarket, Offer, Purchase} from "../interfaces/ILicenseMarket.sol";
import {IMandateAccount} from "../interfaces/IMandateAccount.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {ForbiddenCalls} from "./ForbiddenCalls.sol";
import {MandateAccount} from "./MandateAccount.sol";
import {MandateBook} from "./MandateBook.sol";
import {QuotaBook} from "./QuotaBook.sol";
import {TreasuryWindow} from "./TreasuryWindow.sol";

/// @title AgentMandates
/// @notice See {IAgentMandates}.
/// @dev The accounts' code is made by the implementation: it is one with this code and has no other user.
contract AgentMandates is IAgentMandates, StudioModule, ReentrancyGuardTransient {
    using MandateBook for MandateBook.Record;
    using QuotaBook for QuotaBook.Book;
    using SafeERC20 for IERC20;
    using TreasuryWindow for TreasuryWindow.Window;

    uint256 private constant _MAX_LIST = 32;
    uint256 private constant _MAX_WINDOWS = 255;
    uint256 private constant _SELECTOR = 4;

    address private immutable _ACCOUNT;
    address private immutable _STUDIO_FACTORY;
    address private immutable _TIMELOCK;
    IAssetRegistry private immutable _ASSET_REGISTRY;
    ILicenseMarket private immutable _LICENSE_MARKET;
    address private immutable _ROYALTY_SPLITTER;

    mapping(bytes32 mandateId => MandateBook.Record) private _mandates;
    mapping(address agent => bytes32 mandateId) private _mandateIds;
    mapping(uint256 index => TreasuryWindow.Window) private _windows;
    mapping(address token => uint8 index) private _windowIndexes;
    QuotaBook.Book private _quotas;

    /// @dev One slot.
    uint72 private _count;
    uint8 private _windowCount;

    modifier onlyTimelock() {
        if (msg.sender != _timelock()) revert AgentMandatesUnauthorized(msg.sender);
        _;
    }

    constructor(address deployer) {
        IDeployer names = IDeployer(deployer);
        _ACCOUNT = address(new MandateAccount());
        _STUDIO_FACTORY = names.addressOf(Names.STUDIO_FACTORY);
        _TIMELOCK = names.addressOf(Names.TIMELOCK);
        _ASSET_REGISTRY = IAssetRegistry(names.addressOf(Names.ASSET_REGISTRY));
        _LICENSE_MARKET = ILicenseMarket(names.addressOf(Names.LICENSE_MARKET));
        _ROYALTY_SPLITTER = names.addressOf(Names.ROYALTY_SPLITTER);
    }

    // What members vote for

    /// @inheritdoc IAgentMandates
    function grant(MandateInput calldata input) external onlyTimelock returns (bytes32 mandateId) {
        _checkAgent(input.agent);
        uint72 number = ++_count;
        mandateId = QuotaBook.mandateIdOf(number);
        MandateBook.Record storage record = _mandates[mandateId];
        record.fill(mandateId, input, _windowIndexOf(input.token));
        address gate = _gate();
        (record.gate, record.number) = (gate, number);
        // Lots are numbered for the agent, whichever mandate it has and whichever gate counts.
        _quotas.move(_mandates[_mandateIds[input.agent]], gate);
        _mandateIds[input.agent] = mandateId;
        _quotas.open(record);
        address account = Clones.cloneDeterministicWithImmutableArgs(
            _ACCOUNT,
            abi.encodePacked(address(this)),
            mandateId
        );
        emit MandateGranted(mandateId, input.agent, number, account, input);
        _list(record, mandateId, input);
        if (input.sponsor == address(0)) return mandateId;
        _reputation().setSponsor(input.agent, input.sponsor, input.validUntil);
    }

    /// @inheritdoc IAgentMandates
    function revoke(bytes32 mandateId) external onlyTimelock {
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        record.flags |= MandateBook.REVOKED;
        _quotas.close(record);
        emit MandateRevoked(mandateId);
        // Reputation refuses a module that was replaced, and an account that moved. Neither keeps an agent in office.
        try _reputation().setSponsor(record.agent, address(0), 0) {} catch {}
    }

    /// @inheritdoc IAgentMandates
    function pause(bytes32 mandateId, uint48 until) external {
        bool byTimelock = msg.sender == _timelock();
        if (!byTimelock && msg.sender != IStudio(studio()).moduleOf(Module.Board)) {
            revert AgentMandatesUnauthorized(msg.sender);
        }
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        uint48 pausedUntil = record.pausedUntil;
        bool held = record.flags & MandateBook.HELD != 0 && pausedUntil > block.timestamp;
        if (!byTimelock && held && until < pausedUntil) revert AgentMandatesPaused(mandateId, pausedUntil);
        // no mandate outlasts its end, so a longer pause would say nothing more
        if (until > record.validUntil) until = record.validUntil;
        if (byTimelock) record.flags |= MandateBook.HELD;
        else if (!held) record.flags &= ~MandateBook.HELD;
        record.pausedUntil = uint40(until);
        _quotas.open(record);
        emit MandatePaused(mandateId, msg.sender, until);
    }

    /// @inheritdoc IAgentMandates
    function changePolicy(bytes32 mandateId, bytes32 policyHash) external onlyTimelock {
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        uint32 version = record.setPolicy(policyHash);
        _quotas.open(record);
        emit PolicyChanged(mandateId, version, policyHash);
    }

    /// @inheritdoc IAgentMandates
    function review(
        bytes32 mandateId,
        uint40 reviewAt,
        uint24 quota,
        SpendingLimits calldata limits
    ) external onlyTimelock {
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        MandateBook.checkReview(reviewAt, record.validUntil);
        record.setLimits(limits, record.window == 0 ? 0 : type(uint96).max);
        (record.reviewAt, record.quota) = (reviewAt, quota);
        _quotas.open(record);
        emit MandateReviewed(mandateId, reviewAt, quota, limits);
    }

    /// @inheritdoc IAgentMandates
    function setPayee(bytes32 mandateId, address payee, bool listed) external onlyTimelock {
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        _setPayee(record, mandateId, payee, listed);
    }

    /// @inheritdoc IAgentMandates
    function setCall(bytes32 mandateId, CallRule calldata rule, bool listed) external onlyTimelock {
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        _setCall(record, mandateId, rule, listed);
    }

    /// @inheritdoc IAgentMandates
    function setWindow(address token, uint96 cap, uint32 length) external onlyTimelock {
        uint8 index = _windowIndexes[token];
        if (index == 0) {
            bool valid = token.code.length != 0 && _windowCount < _MAX_WINDOWS;
            if (!valid) revert AgentMandatesInvalidWindow(token, cap, length);
            index = ++_windowCount;
            _windowIndexes[token] = index;
        }
        _windows[index].set(token, cap, length);
        emit WindowSet(token, cap, length);
    }

    // What agents do

    /// @inheritdoc IAgentMandates
    function pay(
        bytes32 mandateId,
        bytes32 policyHash,
        address payee,
        uint256 amount,
        bytes32 purpose
    ) external nonReentrant {
        MandateBook.Record storage record = _mandates[mandateId];
        record.authorize(mandateId, policyHash);
        if (!record.payees[payee]) revert AgentMandatesUnlistedPayee(mandateId, payee);
        address timelock = _timelock();
        address token = _spend(record, mandateId, amount, timelock);
        bytes32 head = record.append(policyHash, Act.Paid, _wordOf(payee), bytes32(amount), purpose);
        emit MandatePaid(mandateId, payee, purpose, amount, head);
        IERC20(token).safeTransferFrom(timelock, payee, amount);
    }

    /// @inheritdoc IAgentMandates
    function buy(
        bytes32 mandateId,
        bytes32 policyHash,
        Purchase calldata purchase
    ) external nonReentrant returns (bytes32 purchaseId) {
        MandateBook.Record storage record = _mandates[mandateId];
        record.authorize(mandateId, policyHash);
        address timelock = _timelock();
        uint256 price = _checkPurchase(record, mandateId, purchase, timelock);
        address token = _spend(record, mandateId, price, timelock);
        purchaseId = _LICENSE_MARKET.purchaseIdOf(purchase);
        bytes32 head = record.append(policyHash, Act.Bought, purchaseId, bytes32(price), purchase.offerId);
        emit MandateBought(mandateId, purchaseId, purchase.offerId, price, head);
        _purchase(IMandateAccount(_accountOf(mandateId)), token, timelock, price, purchase);
    }

    /// @inheritdoc IAgentMandates
    function call(
        bytes32 mandateId,
        bytes32 policyHash,
        address target,
        bytes calldata data
    ) external nonReentrant returns (bytes memory) {
        MandateBook.Record storage record = _mandates[mandateId];
        record.authorize(mandateId, policyHash);
        if (data.length < _SELECTOR) revert AgentMandatesShortCall(data.length);
        bytes4 selector = bytes4(data);
        if (!record.calls[target][selector]) revert AgentMandatesUnlistedCall(mandateId, target, selector);
        // What was harmless when it was voted for can have become a module, or got an allowance, since then.
        ForbiddenCalls.requireTarget(target, studio(), _timelock());
        bytes32 dataHash = keccak256(data);
        bytes32 head = record.append(policyHash, Act.Called, _wordOf(target), dataHash, bytes32(selector));
        emit MandateCalled(mandateId, target, selector, dataHash, head);
        return IMandateAccount(_accountOf(mandateId)).execute(target, data);
    }

    /// @inheritdoc IAgentMandates
    function sweep(bytes32 mandateId, address token) external nonReentrant {
        if (_mandates[mandateId].credential == 0) revert AgentMandatesUnknownMandate(mandateId);
        uint256 amount = _sweep(IMandateAccount(_accountOf(mandateId)), token, _timelock());
        emit AccountSwept(mandateId, token, amount);
    }

    /// @inheritdoc IAgentMandates
    function useQuota(LotId lotId, uint32 count) external {
        _quotas.use(lotId, count);
    }

    /// @inheritdoc IAgentMandates
    function moveQuota(bytes32 mandateId) external {
        MandateBook.Record storage record = _mandates[mandateId];
        record.requireLive(mandateId);
        address gate = _gate();
        _quotas.move(record, gate);
        emit QuotaMoved(mandateId, gate);
    }

    /// @inheritdoc IAgentMandates
    function mandateOf(bytes32 mandateId) external view returns (Mandate memory mandate) {
        MandateBook.Record storage record = _mandates[mandateId];
        if (record.credential == 0) revert AgentMandatesUnknownMandate(mandateId);
        SpendingLimits memory limits = SpendingLimits(record.perTransaction, record.perPeriod, record.period);
        (mandate.agent, mandate.account, mandate.limits) = (record.agent, _accountOf(mandateId), limits);
        mandate.token = _windows[record.window].token;
        (mandate.policyHash, mandate.policyVersion) = (record.policyHash, record.policyVersion);
        (mandate.spent, mandate.left) = (record.spentOf(), record.left);
        (mandate.validUntil, mandate.pausedUntil) = (record.validUntil, record.pausedUntil);
        mandate.revoked = record.flags & MandateBook.REVOKED != 0;
    }

    /// @inheritdoc IAgentMandates
    function mandateIdOf(address agent) external view returns (bytes32) {
        return _mandateIds[agent];
    }

    /// @inheritdoc IAgentMandates
    function isLive(bytes32 mandateId) external view returns (bool) {
        return _isInForce(_mandates[mandateId]) && _mandates[mandateId].pausedUntil <= block.timestamp;
    }

    /// @inheritdoc IAgentMandates
    function quotaOf(address gate, address agent) external view returns (MandateQuota memory) {
        return _quotas.entries[gate][agent];
    }

    /// @inheritdoc IAgentMandates
    function headOf(bytes32 mandateId) external view returns (bytes32) {
        return _mandates[mandateId].head;
    }

    /// @inheritdoc IAgentMandates
    function isPayee(bytes32 mandateId, address payee) external view returns (bool) {
        return _mandates[mandateId].payees[payee];
    }

    /// @inheritdoc IAgentMandates
    function isCall(bytes32 mandateId, address target, bytes4 selector) external view returns (bool) {
        return _mandates[mandateId].calls[target][selector];
    }

    /// @inheritdoc IAgentMandates
    function windowOf(address token) external view returns (uint96 cap, uint256 spent) {
        uint8 index = _windowIndexes[token];
        if (index != 0) (cap, spent) = (_windows[index].cap, _windows[index].spentOf());
    }

    function _list(MandateBook.Record storage record, bytes32 mandateId, MandateInput calldata input) private {
        _checkLength(input.payees.length);
        _checkLength(input.calls.length);
        for (uint256 i = 0; i < input.payees.length; ++i) {
            _setPayee(record, mandateId, input.payees[i], true);
        }
        for (uint256 i = 0; i < input.calls.length; ++i) {
            _setCall(record, mandateId, input.calls[i], true);
        }
    }

    function _setPayee(MandateBook.Record storage record, bytes32 mandateId, address payee, bool listed) private {
        record.payees[payee] = listed;
        emit PayeeListed(mandateId, payee, listed);
    }

    function _setCall(
        MandateBook.Record storage record,
        bytes32 mandateId,
        CallRule calldata rule,
        bool listed
    ) private {
        if (listed) {
            ForbiddenCalls.requireSelector(rule.selector);
            ForbiddenCalls.requireTarget(rule.target, studio(), _timelock());
        }
        record.calls[rule.target][rule.selector] = listed;
        emit CallListed(mandateId, rule.target, rule.selector, listed);
    }

    /// @dev Counts an amount against every cap there is.
    function _spend(
        MandateBook.Record storage record,
        bytes32 mandateId,
        uint256 amount,
        address timelock
    ) private returns (address token) {
        record.spend(mandateId, amount);
        TreasuryWindow.Window storage window = _windows[record.window];
        uint96 cap;
        (token, cap) = (window.token, window.cap);
        if (token == address(0)) revert AgentMandatesUnknownWindow(token);
        uint256 max = 2 * uint256(cap);
        uint256 allowance = IERC20(token).allowance(timelock, address(this));
        if (allowance > max) revert AgentMandatesAllowanceTooLarge(token, allowance, max);
        window.spend(token, cap, amount);
    }

    /// @dev The price goes through an account of its own, so that no approval of this contract, which may spend from
    /// the treasury, ever exists.
    function _purchase(
        IMandateAccount account,
        address token,
        address timelock,
        uint256 price,
        Purchase calldata purchase
    ) private {
        if (price != 0) {
            IERC20(token).safeTransferFrom(timelock, address(account), price);
            account.execute(token, abi.encodeCall(IERC20.approve, (_ROYALTY_SPLITTER, price)));
        }
        account.execute(address(_LICENSE_MARKET), abi.encodeCall(ILicenseMarket.purchaseLicense, (purchase, false)));
        if (price == 0) return;
        account.execute(token, abi.encodeCall(IERC20.approve, (_ROYALTY_SPLITTER, 0)));
        _sweep(account, token, timelock);
    }

    function _sweep(IMandateAccount account, address token, address timelock) private returns (uint256 amount) {
        amount = IERC20(token).balanceOf(address(account));
        if (amount != 0) account.execute(token, abi.encodeCall(IERC20.transfer, (timelock, amount)));
    }

    function _checkAgent(address agent) private view {
        bool invalid = agent == address(0) || agent == _timelock() || agent == address(this);
        if (invalid) revert AgentMandatesInvalidAgent(agent);
        bytes32 present = _mandateIds[agent];
        if (_isInForce(_mandates[present])) revert AgentMandatesBusyAgent(agent, present);
    }

    function _isInForce(MandateBook.Record storage record) private view returns (bool) {
        return record.validUntil > block.timestamp && record.flags & MandateBook.REVOKED == 0;
    }

    /// @return What the purchase costs, units of the mandate's token
    function _checkPurchase(
        MandateBook.Record storage record,
        bytes32 mandateId,
        Purchase calldata purchase,
        address timelock
    ) private view returns (uint256) {
        if (purchase.licensee != timelock) revert AgentMandatesInvalidLicensee(purchase.licensee);
        if (purchase.referrer != address(0)) revert AgentMandatesInvalidReferrer(purchase.referrer);
        Offer memory offer = _LICENSE_MARKET.offerOf(purchase.offerId);
        address token = _windows[record.window].token;
        if (offer.token != token) revert AgentMandatesWrongToken(mandateId, offer.token, token);
        address seller = _sellerOf(offer, purchase);
        if (!record.payees[seller]) revert AgentMandatesUnlistedPayee(mandateId, seller);
        return uint256(offer.price) * (purchase.seats == 0 ? 1 : purchase.seats);
    }

    /// @dev Who has what is bought in hand: the owner who sells its token, or the licensor of the asset's recipe.
    function _sellerOf(Offer memory offer, Purchase calldata purchase) private view returns (address) {
        if (offer.seller != address(0)) return offer.seller;
        uint32 recipe = _ASSET_REGISTRY.lotOf(purchase.assetId.lotOf()).recipe;
        return _ASSET_REGISTRY.recipeOf(_ASSET_REGISTRY.recipeIdOf(recipe)).licensor;
    }

    function _windowIndexOf(address token) private view returns (uint8 index) {
        index = _windowIndexes[token];
        if (index == 0 && token != address(0)) revert AgentMandatesUnknownWindow(token);
    }

    function _checkLength(uint256 length) private pure {
        if (length > _MAX_LIST) revert AgentMandatesListTooLong(length, _MAX_LIST);
    }

    function _accountOf(bytes32 mandateId) private view returns (address) {
        return
            Clones.predictDeterministicAddressWithImmutableArgs(_ACCOUNT, abi.encodePacked(address(this)), mandateId);
    }

    function _wordOf(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }

    function _gate() private view returns (address) {
        return IStudio(studio()).moduleOf(Module.Curation);
    }

    function _reputation() private view returns (IReputationToken) {
        return IReputationToken(IStudio(studio()).moduleOf(Module.Reputation));
    }

    function _timelock() private view returns (address) {
        return _timelockOf(_TIMELOCK, _STUDIO_FACTORY);
    }
}
