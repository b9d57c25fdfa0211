// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
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
import {ILicenseMarket, Offer, Purchase} from "../interfaces/ILicenseMarket.sol";
import {IMandateAccount} from "../interfaces/IMandateAccount.sol";
import {Module} from "../interfaces/IStudio.sol";
import {LotId} from "../types/Ids.sol";
import {MandateBook} from "./MandateBook.sol";
import {MandateBooks} from "./MandateBooks.sol";
import {MandateDesk} from "./MandateDesk.sol";
import {QuotaBook} from "./QuotaBook.sol";
import {TreasuryWindow} from "./TreasuryWindow.sol";

/// @title AgentMandates
/// @notice See {IAgentMandates}.
/// @dev What agents do; what members and board decide is the desk's.
contract AgentMandates is IAgentMandates, MandateBooks, ReentrancyGuardTransient {
    using MandateBook for MandateBook.Record;
    using QuotaBook for QuotaBook.Book;
    using SafeERC20 for IERC20;
    using TreasuryWindow for TreasuryWindow.Window;

    uint256 private constant _SELECTOR = 4;

    address private immutable _DESK;

    constructor(address deployer) MandateBooks(deployer) {
        _DESK = address(new MandateDesk(deployer));
    }

    // What members vote for, and agents and the studio say

    /// @inheritdoc IAgentMandates
    function consent(bytes32) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function grant(MandateInput calldata) external returns (bytes32 mandateId) {
        return abi.decode(_decide(), (bytes32));
    }

    /// @inheritdoc IAgentMandates
    function revoke(bytes32) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function pause(bytes32, uint48) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function changePolicy(bytes32, bytes32) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function review(bytes32, uint40, uint24, SpendingLimits calldata) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function setPayee(bytes32, address, bool) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function setCall(bytes32, CallRule calldata, bool) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function setWindow(address, uint96, uint32) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function follow(bytes32) external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function followStudio() external {
        _decide();
    }

    /// @inheritdoc IAgentMandates
    function notePresence() external {
        _decide();
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
        MandateBook.Record storage record = _mandate(mandateId);
        _authorize(record, mandateId, policyHash);
        address token = _tokenFor(record, mandateId, payee);
        address timelock = _timelock();
        _spend(record, mandateId, token, amount, timelock);
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
        MandateBook.Record storage record = _mandate(mandateId);
        _authorize(record, mandateId, policyHash);
        address timelock = _timelock();
        (address token, address seller, uint256 price) = _checkPurchase(record, mandateId, purchase, timelock);
        _spend(record, mandateId, token, price, timelock);
        purchaseId = _LICENSE_MARKET.purchaseIdOf(purchase);
        bytes32 head = record.append(policyHash, Act.Bought, purchaseId, bytes32(price), purchase.offerId);
        emit MandateBought(mandateId, purchaseId, purchase.offerId, seller, price, head);
        _purchase(IMandateAccount(_accountOf(mandateId)), token, timelock, price, purchase);
    }

    /// @inheritdoc IAgentMandates
    function call(
        bytes32 mandateId,
        bytes32 policyHash,
        address target,
        bytes calldata data
    ) external nonReentrant returns (bytes memory) {
        MandateBook.Record storage record = _mandate(mandateId);
        _authorize(record, mandateId, policyHash);
        if (data.length < _SELECTOR) revert AgentMandatesShortCall(data.length);
        bytes4 selector = bytes4(data);
        if (!record.calls[target][selector]) revert AgentMandatesUnlistedCall(mandateId, target, selector);
        bytes32 dataHash = keccak256(data);
        bytes32 head = record.append(policyHash, Act.Called, _wordOf(target), dataHash, bytes32(selector));
        emit MandateCalled(mandateId, target, selector, dataHash, head);
        return IMandateAccount(_accountOf(mandateId)).execute(target, data);
    }

    /// @inheritdoc IAgentMandates
    function sweep(bytes32 mandateId, address token) external nonReentrant {
        if (_mandate(mandateId).credential == 0) revert AgentMandatesUnknownMandate(mandateId);
        uint256 amount = _sweep(IMandateAccount(_accountOf(mandateId)), token, _timelock());
        emit AccountSwept(mandateId, token, amount);
    }

    /// @inheritdoc IAgentMandates
    function useQuota(LotId lotId, uint32 count) external {
        _quotas().use(lotId, count);
    }

    /// @inheritdoc IAgentMandates
    function mandateOf(bytes32 mandateId) external view returns (Mandate memory mandate) {
        MandateBook.Record storage record = _mandate(mandateId);
        if (record.credential == 0) revert AgentMandatesUnknownMandate(mandateId);
        (mandate.agent, mandate.sponsor, mandate.account) = (record.agent, record.sponsor, _accountOf(mandateId));
        (mandate.token, mandate.limits) = (record.token, record.limitsOf());
        (mandate.policyHash, mandate.policyVersion) = (record.policyHash, record.policyVersion);
        // casting to 'uint96' is safe because it was stored in 88 bits
        (mandate.spent, mandate.left) = (uint96(record.spentOf()), record.budget.leftOf());
        (mandate.validUntil, mandate.pausedUntil) = (record.validUntil, record.pausedUntil);
        (mandate.reviewAt, mandate.quota) = (record.reviewAt, record.quota);
        mandate.revoked = record.flags & MandateBook.REVOKED != 0;
    }

    /// @inheritdoc IAgentMandates
    function mandateIdOf(address agent) external view returns (bytes32) {
        return _lastMandateOf(agent);
    }

    /// @inheritdoc IAgentMandates
    function consentOf(address agent) external view returns (bytes32) {
        return _consents()[agent];
    }

    /// @inheritdoc IAgentMandates
    function hashTerms(MandateInput calldata input) external pure returns (bytes32) {
        return MandateBook.hashTerms(input);
    }

    /// @inheritdoc IAgentMandates
    function isLive(bytes32 mandateId) external view returns (bool) {
        MandateBook.Record storage record = _mandate(mandateId);
        return record.isInForce() && record.pausedUntil <= block.timestamp && !_isAbsent();
    }

    /// @inheritdoc IAgentMandates
    function quotaOf(address gate, address agent) external view returns (MandateQuota memory) {
        return _quotas().entries[gate][agent];
    }

    /// @inheritdoc IAgentMandates
    function headOf(bytes32 mandateId) external view returns (bytes32) {
        return _mandate(mandateId).head;
    }

    /// @inheritdoc IAgentMandates
    function isPayee(bytes32 mandateId, address payee) external view returns (bool) {
        return _mandate(mandateId).payees[payee].listed;
    }

    /// @inheritdoc IAgentMandates
    function isCall(bytes32 mandateId, address target, bytes4 selector) external view returns (bool) {
        return _mandate(mandateId).calls[target][selector];
    }

    /// @inheritdoc IAgentMandates
    function windowOf(address token) external view returns (uint96 cap, uint256 spent) {
        return (_window(token).capOf(), _window(token).spentOf());
    }

    /// @dev The desk does what was asked, on these books and in this name.
    function _decide() private returns (bytes memory) {
        return Address.functionDelegateCall(_DESK, msg.data);
    }

    /// @dev A module that was replaced acts no more, whatever is left of its allowance.
    function _authorize(MandateBook.Record storage record, bytes32 mandateId, bytes32 policyHash) private view {
        if (record.authorize(mandateId, policyHash)) return;
        revert AgentMandatesReplaced(_moduleOf(Module.Mandates));
    }

    /// @dev Counts an amount against every cap there is.
    function _spend(
        MandateBook.Record storage record,
        bytes32 mandateId,
        address token,
        uint256 amount,
        address timelock
    ) private {
        record.spend(mandateId, amount);
        uint256 max = 2 * _window(token).spend(token, amount);
        uint256 allowance = IERC20(token).allowance(timelock, address(this));
        if (allowance > max) revert AgentMandatesAllowanceTooLarge(token, allowance, max);
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
            _askToken(account, token, abi.encodeCall(IERC20.approve, (_ROYALTY_SPLITTER, price)));
        }
        account.execute(address(_LICENSE_MARKET), abi.encodeCall(ILicenseMarket.purchaseLicense, (purchase, false)));
        if (price == 0) return;
        _askToken(account, token, abi.encodeCall(IERC20.approve, (_ROYALTY_SPLITTER, 0)));
        _sweep(account, token, timelock);
    }

    function _sweep(IMandateAccount account, address token, address timelock) private returns (uint256 amount) {
        amount = IERC20(token).balanceOf(address(account));
        if (amount != 0) _askToken(account, token, abi.encodeCall(IERC20.transfer, (timelock, amount)));
    }

    /// @dev A token may say nothing, but not no.
    function _askToken(IMandateAccount account, address token, bytes memory data) private {
        bytes memory answer = account.execute(token, data);
        bool refused = answer.length != 0 && (answer.length < 32 || abi.decode(answer, (uint256)) != 1);
        if (refused) revert SafeERC20.SafeERC20FailedOperation(token);
    }

    /// @return token What the payee may be paid in
    function _tokenFor(
        MandateBook.Record storage record,
        bytes32 mandateId,
        address payee
    ) private view returns (address token) {
        bool listed;
        (token, listed) = (record.payees[payee].token, record.payees[payee].listed);
        if (!listed) revert AgentMandatesUnlistedPayee(mandateId, payee);
    }

    /// @return token The mandate's
    /// @return seller Whose license it is
    /// @return price What the purchase costs, units of the token
    function _checkPurchase(
        MandateBook.Record storage record,
        bytes32 mandateId,
        Purchase calldata purchase,
        address timelock
    ) private view returns (address token, address seller, uint256 price) {
        if (purchase.licensee != timelock) revert AgentMandatesInvalidLicensee(purchase.licensee);
        if (purchase.referrer != address(0)) revert AgentMandatesInvalidReferrer(purchase.referrer);
        Offer memory offer = _LICENSE_MARKET.offerOf(purchase.offerId);
        token = record.token;
        if (offer.token != token) revert AgentMandatesWrongToken(mandateId, offer.token, token);
        seller = _sellerOf(offer, purchase);
        _tokenFor(record, mandateId, seller);
        price = uint256(offer.price) * (purchase.seats == 0 ? 1 : purchase.seats);
    }

    /// @dev Who has what is bought in hand: the owner who sells its token, or the licensor of the asset's recipe.
    function _sellerOf(Offer memory offer, Purchase calldata purchase) private view returns (address) {
        if (offer.seller != address(0)) return offer.seller;
        uint32 recipe = _ASSET_REGISTRY.lotOf(purchase.assetId.lotOf()).recipe;
        return _ASSET_REGISTRY.recipeOf(_ASSET_REGISTRY.recipeIdOf(recipe)).licensor;
    }

    function _wordOf(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
