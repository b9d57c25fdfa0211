// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {CallRule, IAgentMandates, MandateInput, SpendingLimits} from "../interfaces/IAgentMandates.sol";
import {ICurationRolls} from "../interfaces/ICurationRolls.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {Module} from "../interfaces/IStudio.sol";
import {CappedQuery} from "../registry/CappedQuery.sol";
import {ForbiddenCalls} from "./ForbiddenCalls.sol";
import {MandateAccount} from "./MandateAccount.sol";
import {MandateBook} from "./MandateBook.sol";
import {MandateBooks} from "./MandateBooks.sol";
import {QuotaBook} from "./QuotaBook.sol";
import {TreasuryWindow} from "./TreasuryWindow.sol";

/// @title MandateDesk
/// @notice Code of AgentMandates for what members and board decide: it runs by delegatecall, on the books of the
/// mandates and in their name, because one contract has no room for it. Called directly it has no studio, so nobody may
/// call it.
contract MandateDesk is MandateBooks {
    using CappedQuery for address;
    using MandateBook for MandateBook.Record;
    using QuotaBook for QuotaBook.Book;
    using TreasuryWindow for TreasuryWindow.Window;

    uint256 private constant _MAX_LIST = 32;
    uint256 private constant _MAX_ACTIVE = 64;

    modifier onlyTimelock() {
        _requireTimelock();
        _;
    }

    constructor(address deployer) MandateBooks(deployer) {}

    /// @notice See {IAgentMandates-consent}.
    function consent(bytes32 terms) external {
        _consents()[msg.sender] = terms;
        emit IAgentMandates.MandateConsented(msg.sender, terms);
    }

    /// @notice See {IAgentMandates-grant}.
    function grant(MandateInput calldata input) external onlyTimelock returns (bytes32 mandateId) {
        _requirePresent();
        bytes32 last = _checkAgent(input.agent);
        if (input.sponsor == address(0)) revert IAgentMandates.AgentMandatesInvalidSponsor(input.sponsor);
        _checkToken(input.token);
        _prune();
        uint64 number = _nextNumber();
        mandateId = QuotaBook.mandateIdOf(number);
        MandateBook.Record storage record = _mandate(mandateId);
        record.fill(mandateId, input, _mandate(last).policyVersion);
        address gate = _moduleOf(Module.Curation);
        (record.gate, record.number) = (gate, number);
        _actives().push(mandateId);
        // Lots are numbered for the agent, whichever mandate it has and whichever gate counts.
        _quotas().move(_mandate(last), gate);
        _setMandateId(input.agent, mandateId);
        _quotas().open(record);
        ICurationRolls(gate).bindProducer(input.agent, true);
        address account = address(new MandateAccount{salt: mandateId}());
        emit IAgentMandates.MandateGranted(mandateId, input.agent, number, account, input);
        _list(record, mandateId, input);
        _reputation().setSponsor(input.agent, input.sponsor, input.validUntil);
        if (_followed() == address(0)) _setFollowed(address(_reputation()));
        _useConsent(input);
    }

    /// @notice See {IAgentMandates-revoke}.
    function revoke(bytes32 mandateId) external onlyTimelock {
        MandateBook.Record storage record = _mandate(mandateId);
        record.requireUnrevoked(mandateId);
        record.flags |= MandateBook.REVOKED;
        emit IAgentMandates.MandateRevoked(mandateId);
        // What quota and sponsor there are can be those of a later mandate.
        address agent = record.agent;
        if (_lastMandateOf(agent) != mandateId) return;
        _quotas().close(record);
        // Reputation refuses a module that was replaced, and an account that moved. Neither keeps an agent in office.
        IReputationToken reputation = _reputation();
        address account = _accountIn(address(reputation), agent);
        // Who the agent became may be an agent of its own.
        if (account != agent && _mandate(_lastMandateOf(account)).isInForce()) return;
        try reputation.setSponsor(account, address(0), 0) {} catch {}
    }

    /// @notice See {IAgentMandates-pause}.
    function pause(bytes32 mandateId, uint48 until) external {
        bool byTimelock = msg.sender == _timelock();
        if (!byTimelock && msg.sender != _moduleOf(Module.Board)) {
            revert IAgentMandates.AgentMandatesUnauthorized(msg.sender);
        }
        MandateBook.Record storage record = _mandate(mandateId);
        record.requireLive(mandateId);
        // No mandate outlasts its end, so a longer pause would say nothing more.
        if (until > record.validUntil) until = record.validUntil;
        uint32 heldUntil = record.heldUntil;
        if (!byTimelock && heldUntil > block.timestamp && until < heldUntil) {
            revert IAgentMandates.AgentMandatesPaused(mandateId, heldUntil);
        }
        // casting to 'uint32' is safe because the mandate's end has as many bits
        record.pausedUntil = uint32(until);
        if (byTimelock) record.heldUntil = uint32(until);
        _quotas().open(record);
        emit IAgentMandates.MandatePaused(mandateId, msg.sender, until);
    }

    /// @notice See {IAgentMandates-changePolicy}.
    function changePolicy(bytes32 mandateId, bytes32 policyHash) external onlyTimelock {
        MandateBook.Record storage record = _live(mandateId);
        uint32 version = record.setPolicy(policyHash);
        _quotas().open(record);
        emit IAgentMandates.PolicyChanged(mandateId, version, policyHash);
    }

    /// @notice See {IAgentMandates-review}.
    function review(
        bytes32 mandateId,
        uint40 reviewAt,
        uint24 quota,
        SpendingLimits calldata limits
    ) external onlyTimelock {
        MandateBook.Record storage record = _live(mandateId);
        record.setReview(reviewAt, quota, limits);
        _quotas().open(record);
        emit IAgentMandates.MandateReviewed(mandateId, reviewAt, quota, limits);
    }

    /// @notice See {IAgentMandates-setPayee}.
    function setPayee(bytes32 mandateId, address payee, bool listed) external onlyTimelock {
        _setPayee(_live(mandateId), mandateId, payee, listed);
    }

    /// @notice See {IAgentMandates-setCall}.
    function setCall(bytes32 mandateId, CallRule calldata rule, bool listed) external onlyTimelock {
        // What is over is still cleared, for a token that gets a window.
        if (listed) _setCall(_live(mandateId), mandateId, rule, listed);
        else _setCall(_known(mandateId), mandateId, rule, listed);
    }

    /// @notice See {IAgentMandates-setWindow}.
    function setWindow(address token, uint96 cap, uint32 length) external onlyTimelock {
        if (token.code.length == 0) revert IAgentMandates.AgentMandatesInvalidWindow(token, cap, length);
        if (_listingsOf()[token] != 0) revert IAgentMandates.AgentMandatesListedToken(token, _listingsOf()[token]);
        _window(token).set(token, cap, length);
        emit IAgentMandates.WindowSet(token, cap, length);
    }

    /// @notice See {IAgentMandates-follow}.
    function follow(bytes32 mandateId) external {
        _requirePresent();
        (MandateBook.Record storage record, address gate) = (_live(mandateId), _moduleOf(Module.Curation));
        if (!_followGate(record, mandateId, gate)) _bind(record, gate);
        _followReputation(record, _reputation());
    }

    /// @notice See {IAgentMandates-followStudio}.
    function followStudio() external {
        _requirePresent();
        (address gate, IReputationToken reputation) = (_moduleOf(Module.Curation), _reputation());
        for (uint256 i = 0; i < _actives().length; ++i) {
            bytes32 mandateId = _actives()[i];
            MandateBook.Record storage record = _mandate(mandateId);
            if (!record.isInForce()) continue;
            _followGate(record, mandateId, gate);
            _followReputation(record, reputation);
        }
        _setFollowed(address(reputation));
    }

    /// @notice See {IAgentMandates-notePresence}.
    function notePresence() external {
        bool present = _moduleOf(Module.Mandates) == address(this);
        if (present != _isAbsent()) return;
        _setAbsent(!present);
        for (uint256 i = 0; i < _actives().length; ++i) {
            _mandate(_actives()[i]).flags ^= MandateBook.ABSENT;
        }
        emit IAgentMandates.PresenceNoted(present);
    }

    /// @dev Forgets mandates that are over, and refuses one more than can be told in one call.
    function _prune() private {
        bytes32[] storage active = _actives();
        for (uint256 i = active.length; i > 0; --i) {
            if (_mandate(active[i - 1]).isInForce()) continue;
            active[i - 1] = active[active.length - 1];
            active.pop();
        }
        if (active.length == _MAX_ACTIVE) revert IAgentMandates.AgentMandatesTooManyMandates(_MAX_ACTIVE);
    }

    /// @dev The agent is asked last: what is wrong with the terms is told first.
    function _useConsent(MandateInput calldata input) private {
        bytes32 terms = MandateBook.hashTerms(input);
        if (_consents()[input.agent] != terms) revert IAgentMandates.AgentMandatesNoConsent(input.agent, terms);
        delete _consents()[input.agent];
    }

    /// @dev Whom members let go at a gate is an agent again at the next one.
    function _followGate(
        MandateBook.Record storage record,
        bytes32 mandateId,
        address gate
    ) private returns (bool moved) {
        moved = _quotas().move(record, gate);
        if (!moved) return false;
        emit IAgentMandates.QuotaMoved(mandateId, gate);
        _bind(record, gate);
    }

    /// @dev A gate of other code that does not know agents keeps no reputation from being followed.
    function _bind(MandateBook.Record storage record, address gate) private {
        try ICurationRolls(gate).bindProducer(record.agent, true) {} catch {}
    }

    /// @dev Who moved is known by the new account, which the reputation before this one may alone know of. No answer
    /// of a reputation of other code keeps other mandates from being followed.
    function _followReputation(MandateBook.Record storage record, IReputationToken reputation) private {
        address agent = _accountIn(address(reputation), record.agent);
        address sponsor = _accountIn(address(reputation), _accountIn(_followed(), record.sponsor));
        if (sponsor != record.sponsor) record.sponsor = sponsor;
        uint48 end = record.validUntil;
        (address known, uint48 until) = _sponsorIn(address(reputation), agent);
        // Another mandate of the same account may last longer.
        if (until > end) end = until;
        if (known == sponsor && until == end) return;
        // Who the agent became may be an agent of its own, for longer.
        if (agent != record.agent && until == end) return;
        try reputation.setSponsor(agent, sponsor, end) {} catch {
            if (until == end) return;
            try reputation.setSponsor(agent, _timelock(), end) {} catch {}
        }
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
        bool invalid = listed && (_isDeadEnd(payee) || payee == record.token || payee == _accountOf(mandateId));
        if (invalid) revert IAgentMandates.AgentMandatesInvalidPayee(payee);
        record.payees[payee] = MandateBook.Payee({token: record.token, listed: listed});
        emit IAgentMandates.PayeeListed(mandateId, payee, listed);
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
            bool shared = rule.target == _ROYALTY_SPLITTER || _window(rule.target).capOf() != 0;
            if (shared) revert IAgentMandates.AgentMandatesForbiddenTarget(rule.target);
        }
        if (record.calls[rule.target][rule.selector] == listed) return;
        record.calls[rule.target][rule.selector] = listed;
        if (listed) ++_listingsOf()[rule.target];
        else --_listingsOf()[rule.target];
        emit IAgentMandates.CallListed(mandateId, rule.target, rule.selector, listed);
    }

    function _live(bytes32 mandateId) private view returns (MandateBook.Record storage record) {
        record = _mandate(mandateId);
        record.requireLive(mandateId);
    }

    function _known(bytes32 mandateId) private view returns (MandateBook.Record storage record) {
        record = _mandate(mandateId);
        if (record.credential == 0) revert IAgentMandates.AgentMandatesUnknownMandate(mandateId);
    }

    /// @return last The agent's mandate before
    function _checkAgent(address agent) private view returns (bytes32 last) {
        bool invalid = agent == address(0) || agent == studio() || ForbiddenCalls.isModule(agent, studio());
        if (invalid) revert IAgentMandates.AgentMandatesInvalidAgent(agent);
        last = _lastMandateOf(agent);
        if (_mandate(last).isInForce()) revert IAgentMandates.AgentMandatesBusyAgent(agent, last);
    }

    function _checkToken(address token) private view {
        bool known = token == address(0) || _window(token).capOf() != 0;
        if (!known) revert IAgentMandates.AgentMandatesUnknownWindow(token);
    }

    function _requirePresent() private view {
        address present = _moduleOf(Module.Mandates);
        if (present != address(this)) revert IAgentMandates.AgentMandatesReplaced(present);
    }

    /// @dev Whether nobody could use what was paid there, or it would come from the treasury and go to it.
    function _isDeadEnd(address payee) private view returns (bool) {
        bool ours = payee == address(0) || payee == studio() || payee == _timelock();
        bool protocol =
            payee == _ROYALTY_SPLITTER || payee == address(_ASSET_REGISTRY) || payee == address(_LICENSE_MARKET);
        if (ours || protocol || _window(payee).capOf() != 0) return true;
        return payee.code.length != 0 && ForbiddenCalls.isModule(payee, studio());
    }

    /// @dev The account that another one goes on as, as this reputation knows it.
    function _accountIn(address reputation, address account) private view returns (address) {
        address next = reputation.addressFrom(abi.encodeCall(IReputationToken.newAccountOf, (account)));
        return next == address(0) ? account : next;
    }

    /// @dev Nobody, if the reputation does not answer.
    function _sponsorIn(address reputation, address agent) private view returns (address sponsor, uint48 until) {
        bytes memory query = abi.encodeCall(IReputationToken.sponsorOf, (agent));
        (bool answered, bytes32 first, bytes32 second) = LowLevelCall.staticcallReturn64Bytes(reputation, query);
        if (!answered || LowLevelCall.returnDataSize() != 64) return (address(0), 0);
        // casting to 'uint160' and 'uint48' is safe because what other code answers beyond them means nothing
        return (address(uint160(uint256(first))), uint48(uint256(second)));
    }

    function _reputation() private view returns (IReputationToken) {
        return IReputationToken(_moduleOf(Module.Reputation));
    }

    function _checkLength(uint256 length) private pure {
        if (length > _MAX_LIST) revert IAgentMandates.AgentMandatesListTooLong(length, _MAX_LIST);
    }
}
