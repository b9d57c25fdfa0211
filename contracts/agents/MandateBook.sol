// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {Act, IAgentMandates, MandateInput, SpendingLimits} from "../interfaces/IAgentMandates.sol";
import {BudgetWord} from "./BudgetWord.sol";
import {RoundCap} from "./RoundCap.sol";

/// @title MandateBook
/// @notice Mandates as they are stored, who may use them, and what they have used up.
library MandateBook {
    using RoundCap for uint96;

    /// @dev An act reads the first slot and extends the log; one that costs reads and writes the second slot.
    struct Record {
        uint160 credential; // hash of agent and policy: one word says whether both are right
        uint32 validUntil;
        uint32 pausedUntil;
        uint8 flags;
        BudgetWord budget;
        bytes32 head;
        address agent;
        uint32 reviewAt;
        uint24 quota;
        uint32 heldUntil; // until when the timelock paused it, so the board does not end that
        bytes32 policyHash;
        address gate;
        uint64 number;
        uint32 policyVersion;
        address sponsor;
        address token;
        mapping(address payee => Payee) payees;
        mapping(address target => mapping(bytes4 selector => bool)) calls;
    }

    /// @dev A payee's slot names the token, so that a payment reads it nowhere else.
    struct Payee {
        address token;
        bool listed;
    }

    uint8 internal constant REVOKED = 1;

    /// @dev The studio named another module.
    uint8 internal constant ABSENT = 2;

    uint256 private constant _MAX_TERM = 180 days;
    uint256 private constant _NUMBER = type(uint40).max;

    /// @notice Refuses whoever is not the agent of a mandate in force, acting under the policy that was voted for.
    /// @return present Whether the studio still names this module
    function authorize(
        Record storage self,
        bytes32 mandateId,
        bytes32 policyHash
    ) internal view returns (bool present) {
        (uint160 credential, uint8 flags) = (self.credential, self.flags);
        uint256 validUntil = self.validUntil;
        uint256 pausedUntil = self.pausedUntil;
        // One jump for all that is well; which of it is not is asked for afterwards.
        bool acts = credential == credentialOf(msg.sender, policyHash) && flags & REVOKED == 0;
        if (acts && validUntil > block.timestamp && pausedUntil <= block.timestamp) return flags & ABSENT == 0;
        requireLive(self, mandateId);
        if (pausedUntil > block.timestamp) revert IAgentMandates.AgentMandatesPaused(mandateId, uint48(pausedUntil));
        if (self.agent != msg.sender) revert IAgentMandates.AgentMandatesUnauthorized(msg.sender);
        revert IAgentMandates.AgentMandatesWrongPolicy(mandateId, policyHash, self.policyHash);
    }

    /// @notice Refuses a mandate that is unknown, revoked or over.
    function requireLive(Record storage self, bytes32 mandateId) internal view {
        requireUnrevoked(self, mandateId);
        if (self.validUntil <= block.timestamp) {
            revert IAgentMandates.AgentMandatesExpired(mandateId, self.validUntil);
        }
    }

    /// @notice Refuses a mandate that is unknown or revoked.
    function requireUnrevoked(Record storage self, bytes32 mandateId) internal view {
        if (self.credential == 0) revert IAgentMandates.AgentMandatesUnknownMandate(mandateId);
        if (self.flags & REVOKED != 0) revert IAgentMandates.AgentMandatesRevoked(mandateId);
    }

    /// @notice Whether a mandate is neither revoked nor over; it may be paused.
    function isInForce(Record storage self) internal view returns (bool) {
        return self.validUntil > block.timestamp && self.flags & REVOKED == 0;
    }

    /// @notice Counts an amount against all caps of the mandate, or refuses it.
    function spend(Record storage self, bytes32 mandateId, uint256 amount) internal {
        BudgetWord budget = self.budget;
        uint256 cap = budget.perTransactionOf();
        if (amount > cap) revert IAgentMandates.AgentMandatesOverTransaction(mandateId, amount, cap);
        (uint256 total, uint16 index) = budget.present();
        total += amount;
        cap = budget.perPeriodOf();
        if (total > cap) revert IAgentMandates.AgentMandatesOverPeriod(mandateId, total, cap);
        uint256 left = budget.leftOf();
        if (amount > left) revert IAgentMandates.AgentMandatesOverLifetime(mandateId, amount, left);
        // All spending together is at most the lifetime cap, so it has as many bits.
        self.budget = budget.withSpending(total, index, left - amount);
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
        uint256 digest = uint256(keccak256(bytes.concat(head, policyHash, bytes32(uint256(act)), a, b, c)));
        head = bytes32((digest & ~_NUMBER) | number);
        self.head = head;
    }

    /// @notice Writes a new mandate, `version` being the agent's last policy before.
    function fill(Record storage self, bytes32 mandateId, MandateInput calldata input, uint32 version) internal {
        _checkTerm(input);
        checkReview(input.reviewAt, input.validUntil);
        (self.token, self.sponsor) = (input.token, input.sponsor);
        if (input.token == address(0) && input.lifetime != 0) _refuseLimits(input.limits, input.lifetime);
        _setLimits(self, input.limits, input.lifetime);
        // casting is safe because times are at most 180 days from now, and the lifetime was compared with its type
        self.validUntil = uint32(input.validUntil);
        self.budget = self.budget.withLeft(uint88(input.lifetime));
        self.head = bytes32(uint256(mandateId) & ~_NUMBER);
        (self.agent, self.reviewAt, self.quota) = (input.agent, uint32(input.reviewAt), input.quota);
        self.policyVersion = version;
        setPolicy(self, input.policyHash);
    }

    /// @notice Sets what members decided at a review. What was spent in the running period stays spent.
    function setReview(Record storage self, uint40 reviewAt, uint24 quota, SpendingLimits calldata limits) internal {
        checkReview(reviewAt, self.validUntil);
        _setLimits(self, limits, self.token == address(0) ? 0 : type(uint88).max);
        // casting to 'uint32' is safe because the mandate ends later, and its end has as many bits
        (self.reviewAt, self.quota) = (uint32(reviewAt), quota);
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

    /// @notice What was spent in the present period.
    function spentOf(Record storage self) internal view returns (uint256 spent) {
        (spent, ) = self.budget.present();
    }

    /// @notice The caps as they were voted for.
    function limitsOf(Record storage self) internal view returns (SpendingLimits memory) {
        return
            SpendingLimits({
                perTransaction: self.budget.perTransactionOf(),
                perPeriod: self.budget.perPeriodOf(),
                period: uint32(self.budget.hoursOf()) * 1 hours
            });
    }

    /// @notice Refuses a review in the past or after the end.
    function checkReview(uint40 reviewAt, uint40 validUntil) internal view {
        if (reviewAt <= block.timestamp || reviewAt > validUntil) {
            revert IAgentMandates.AgentMandatesInvalidReview(reviewAt, validUntil);
        }
    }

    /// @notice What an agent consents to.
    function hashTerms(MandateInput calldata input) internal pure returns (bytes32) {
        return keccak256(abi.encode(input));
    }

    /// @notice One word for an agent and its policy.
    function credentialOf(address agent, bytes32 policyHash) internal pure returns (uint160) {
        return uint160(uint256(Hashes.efficientKeccak256(bytes32(uint256(uint160(agent))), policyHash)));
    }

    /// @dev Without money the length of periods stays, so that nothing is forgotten.
    function _setLimits(Record storage self, SpendingLimits calldata limits, uint96 lifetime) private {
        (bool exact, uint24 perTransaction) = limits.perTransaction.encode();
        (bool exactPeriod, uint24 perPeriod) = limits.perPeriod.encode();
        bool nested = limits.perTransaction <= limits.perPeriod && limits.perPeriod <= lifetime;
        if (!exact || !exactPeriod || !nested || lifetime > type(uint88).max || !_isPeriod(limits)) {
            _refuseLimits(limits, lifetime);
        }
        // casting to 'uint16' is safe because the period is at most the longest term
        self.budget = self.budget.withCaps(perTransaction, perPeriod, uint16(limits.period / 1 hours));
    }

    function _checkTerm(MandateInput calldata input) private view {
        uint256 latest = block.timestamp + _MAX_TERM;
        if (input.validUntil <= block.timestamp || input.validUntil > latest) {
            revert IAgentMandates.AgentMandatesInvalidTerm(input.validUntil, latest);
        }
    }

    function _isPeriod(SpendingLimits calldata limits) private pure returns (bool) {
        if (limits.period == 0) return limits.perPeriod == 0;
        return limits.period <= _MAX_TERM && limits.period % 1 hours == 0;
    }

    function _refuseLimits(SpendingLimits calldata limits, uint96 lifetime) private pure {
        revert IAgentMandates.AgentMandatesInvalidLimits(
            limits.perTransaction,
            limits.perPeriod,
            limits.period,
            lifetime
        );
    }
}
