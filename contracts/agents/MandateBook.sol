// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Act, IAgentMandates, MandateInput, SpendingLimits} from "../interfaces/IAgentMandates.sol";

/// @title MandateBook
/// @notice Mandates as they are stored, who may use them, and what they have used up.
library MandateBook {
    /// @dev An act of a mandate reads the first three slots and writes the third and the fourth.
    struct Record {
        uint160 credential; // hash of agent and policy: one word says whether both are right
        uint40 validUntil;
        uint40 pausedUntil;
        uint8 window; // index of the token's window; zero: no money
        uint8 flags;
        uint96 perTransaction;
        uint96 perPeriod;
        uint32 period;
        uint32 policyVersion;
        uint96 spent; // in the period with this index
        uint96 left; // of the lifetime cap
        uint16 periodIndex;
        uint48 grantedAt;
        bytes32 head;
        address agent;
        uint40 reviewAt;
        uint24 quota;
        bytes32 policyHash;
        address gate;
        uint72 number;
        mapping(address payee => bool) payees;
        mapping(address target => mapping(bytes4 selector => bool)) calls;
    }

    uint8 internal constant REVOKED = 1;

    /// @dev The timelock paused it, so the board does not end that.
    uint8 internal constant HELD = 2;

    uint256 private constant _MAX_TERM = 180 days;
    uint32 private constant _MIN_PERIOD = 1 hours;
    uint256 private constant _NUMBER = type(uint40).max;

    /// @notice Refuses whoever is not the agent of a mandate in force, acting under the policy that was voted for.
    function authorize(Record storage self, bytes32 mandateId, bytes32 policyHash) internal view {
        requireLive(self, mandateId);
        if (self.pausedUntil > block.timestamp) {
            revert IAgentMandates.AgentMandatesPaused(mandateId, self.pausedUntil);
        }
        if (self.credential == credentialOf(msg.sender, policyHash)) return;
        if (self.agent != msg.sender) revert IAgentMandates.AgentMandatesUnauthorized(msg.sender);
        revert IAgentMandates.AgentMandatesWrongPolicy(mandateId, policyHash, self.policyHash);
    }

    /// @notice Refuses a mandate that is unknown, revoked or over.
    function requireLive(Record storage self, bytes32 mandateId) internal view {
        if (self.credential == 0) revert IAgentMandates.AgentMandatesUnknownMandate(mandateId);
        if (self.flags & REVOKED != 0) revert IAgentMandates.AgentMandatesRevoked(mandateId);
        if (self.validUntil <= block.timestamp) {
            revert IAgentMandates.AgentMandatesExpired(mandateId, self.validUntil);
        }
    }

    /// @notice Counts an amount against all caps of the mandate, or refuses it.
    function spend(Record storage self, bytes32 mandateId, uint256 amount) internal {
        if (amount > self.perTransaction) {
            revert IAgentMandates.AgentMandatesOverTransaction(mandateId, amount, self.perTransaction);
        }
        (uint256 total, uint16 index) = _inPeriod(self);
        total += amount;
        if (total > self.perPeriod) revert IAgentMandates.AgentMandatesOverPeriod(mandateId, total, self.perPeriod);
        uint96 left = self.left;
        if (amount > left) revert IAgentMandates.AgentMandatesOverLifetime(mandateId, amount, left);
        // casting to 'uint96' is safe because neither is above a cap of 96 bits
        (self.spent, self.left, self.periodIndex) = (uint96(total), left - uint96(amount), index);
    }

    /// @notice Extends the log by an act.
    function append(
        Record storage self,
        bytes32 policyHash,
        Act act,
        bytes32 a,
        bytes32 b,
        bytes32 c
    ) internal returns (bytes32 head) {
        head = self.head;
        uint256 number = (uint256(head) & _NUMBER) + 1;
        uint256 digest = uint256(keccak256(abi.encode(head, policyHash, act, a, b, c)));
        head = bytes32((digest & ~_NUMBER) | number);
        self.head = head;
    }

    /// @notice Writes a new mandate.
    function fill(Record storage self, bytes32 mandateId, MandateInput calldata input, uint8 window) internal {
        _checkTerm(input);
        checkReview(input.reviewAt, input.validUntil);
        if (input.token == address(0) && input.lifetime != 0) {
            revert IAgentMandates.AgentMandatesInvalidLimits(input.limits, input.lifetime);
        }
        setLimits(self, input.limits, input.lifetime);
        (self.validUntil, self.window, self.left) = (input.validUntil, window, input.lifetime);
        self.grantedAt = uint48(block.timestamp);
        self.head = bytes32(uint256(mandateId) & ~_NUMBER);
        (self.agent, self.reviewAt, self.quota) = (input.agent, input.reviewAt, input.quota);
        setPolicy(self, input.policyHash);
    }

    /// @notice Puts a policy in force instead of the present one.
    function setPolicy(Record storage self, bytes32 policyHash) internal returns (uint32 version) {
        if (policyHash == 0 || policyHash == self.policyHash) {
            revert IAgentMandates.AgentMandatesInvalidPolicy(policyHash);
        }
        version = self.policyVersion + 1;
        (self.policyHash, self.policyVersion) = (policyHash, version);
        self.credential = credentialOf(self.agent, policyHash);
    }

    /// @notice Sets the caps. Another length of the period begins a new count of periods, in which nothing is spent.
    function setLimits(Record storage self, SpendingLimits calldata limits, uint96 lifetime) internal {
        bool none = limits.perTransaction == 0 && limits.perPeriod == 0 && lifetime == 0;
        bool nested = limits.perTransaction <= limits.perPeriod && limits.perPeriod <= lifetime;
        if (!nested || (!none && limits.period < _MIN_PERIOD)) {
            revert IAgentMandates.AgentMandatesInvalidLimits(limits, lifetime);
        }
        if (self.period != limits.period) {
            // What was spent counts in the first of the new periods.
            (uint256 spent, ) = _inPeriod(self);
            (self.spent, self.periodIndex, self.grantedAt) = (uint96(spent), 0, uint48(block.timestamp));
        }
        (self.perTransaction, self.perPeriod, self.period) = (limits.perTransaction, limits.perPeriod, limits.period);
    }

    /// @notice What was spent in the present period.
    function spentOf(Record storage self) internal view returns (uint96) {
        (uint256 spent, ) = _inPeriod(self);
        // casting to 'uint96' is safe because it was stored in as many bits
        return uint96(spent);
    }

    /// @notice Refuses a review in the past or after the end.
    function checkReview(uint40 reviewAt, uint40 validUntil) internal view {
        if (reviewAt <= block.timestamp || reviewAt > validUntil) {
            revert IAgentMandates.AgentMandatesInvalidReview(reviewAt, validUntil);
        }
    }

    /// @notice One word for an agent and its policy.
    function credentialOf(address agent, bytes32 policyHash) internal pure returns (uint160) {
        return uint160(uint256(keccak256(abi.encode(agent, policyHash))));
    }

    function _checkTerm(MandateInput calldata input) private view {
        uint256 latest = block.timestamp + _MAX_TERM;
        if (input.validUntil <= block.timestamp || input.validUntil > latest) {
            revert IAgentMandates.AgentMandatesInvalidTerm(input.validUntil, latest);
        }
    }

    function _inPeriod(Record storage self) private view returns (uint256 spent, uint16 index) {
        uint256 period = self.period;
        if (period == 0) return (0, 0);
        // casting to 'uint16' is safe because 180 days have 4,320 hours
        index = uint16((block.timestamp - self.grantedAt) / period);
        spent = index == self.periodIndex ? self.spent : 0;
    }
}
