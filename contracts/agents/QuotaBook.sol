// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAgentMandates, MandateQuota} from "../interfaces/IAgentMandates.sol";
import {LotId} from "../types/Ids.sol";
import {MandateBook} from "./MandateBook.sol";

/// @title QuotaBook
/// @notice How many assets agents may commit. An entry belongs to the gate that counts, so a gate's word about itself
/// is never needed: whoever else asks finds nothing.
library QuotaBook {
    /// @dev One slot each: a lot costs one read and one write.
    struct Book {
        mapping(address gate => mapping(address agent => MandateQuota)) entries;
    }

    uint64 private constant _NUMBERS = 1 << 32;

    /// @dev Numbers that one lot may pass over: so many that nobody else's lots use them up, and so few that no lot
    /// ends the numbering of its agent.
    uint64 private constant _SKIPPED = 1 << 16;

    /// @notice Counts a lot of the caller, or refuses it.
    function use(Book storage book, LotId lotId, uint32 count) internal {
        address agent = lotId.producerOf();
        MandateQuota storage entry = book.entries[msg.sender][agent];
        MandateQuota memory quota = entry;
        if (quota.number == 0) revert IAgentMandates.AgentMandatesUnknownAgent(msg.sender, agent);
        bytes32 mandateId = mandateIdOf(quota.number);
        if (block.timestamp < quota.from || block.timestamp >= quota.until) {
            revert IAgentMandates.AgentMandatesQuotaClosed(mandateId, quota.from, quota.until);
        }
        uint256 today = block.timestamp / 1 days;
        uint256 total = quota.day == today ? uint256(quota.used) + count : count;
        uint32 next = _numberAfter(lotId, quota);
        if (total > quota.perDay) revert IAgentMandates.AgentMandatesOverQuota(mandateId, total, quota.perDay);
        // casting is safe because the total is not above a quota of 24 bits, and 16 bits of days reach to 2149
        (entry.used, entry.day, entry.next) = (uint24(total), uint16(today), next);
        emit IAgentMandates.QuotaUsed(mandateId, lotId, total);
    }

    /// @notice Writes what a mandate allows now. What was used today and which number comes next stays, for whatever
    /// mandate of the agent.
    function open(Book storage book, MandateBook.Record storage record) internal {
        MandateQuota storage entry = book.entries[record.gate][record.agent];
        (entry.perDay, entry.number) = (record.quota, record.number);
        (entry.from, entry.until) = (record.pausedUntil, record.reviewAt);
        entry.policyVersion = record.policyVersion;
    }

    /// @notice Lets nothing more in.
    function close(Book storage book, MandateBook.Record storage record) internal {
        book.entries[record.gate][record.agent].until = 0;
    }

    /// @notice Takes the entry of an agent, which may have had no mandate yet, to another gate.
    /// @return moved Whether it was at another one
    function move(Book storage book, MandateBook.Record storage record, address gate) internal returns (bool moved) {
        moved = record.gate != gate && record.number != 0;
        if (!moved) return false;
        MandateQuota memory quota = book.entries[record.gate][record.agent];
        delete book.entries[record.gate][record.agent];
        book.entries[gate][record.agent] = quota;
        record.gate = gate;
    }

    /// @notice Id of a mandate by its number.
    function mandateIdOf(uint64 number) internal view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), number));
    }

    /// @dev Numbers rise: a nonce that the agent used elsewhere is passed over.
    function _numberAfter(LotId lotId, MandateQuota memory quota) private pure returns (uint32) {
        uint64 nonce = lotId.nonceOf();
        uint64 first = uint64(quota.policyVersion) * _NUMBERS;
        uint64 least = first + quota.next;
        if (nonce < least || nonce > least + _SKIPPED || nonce >= first + _NUMBERS - 1) {
            revert IAgentMandates.AgentMandatesWrongNonce(lotId, nonce, least);
        }
        // casting to 'uint32' is safe because the difference is below the largest number
        return uint32(nonce - first) + 1;
    }
}
