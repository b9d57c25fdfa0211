// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IReputationToken} from "../interfaces/IReputationToken.sol";

/// @title Beneficiaries
/// @notice Whose an account's earnings are: its sponsor's while it is an agent, its new account's once it has moved.
library Beneficiaries {
    /// @dev One slot.
    struct Beneficiary {
        address account;
        uint48 until; // seconds since the epoch; the last second there is: moved, for ever
    }

    /// @dev All accounts; `until` in the past: an account is its own beneficiary.
    struct Book {
        mapping(address account => Beneficiary beneficiary) entries;
    }

    uint48 private constant _FOREVER = type(uint48).max;
    uint256 private constant _MAX_TERM = 180 days;

    /// @dev More moves than fit into the life of a proposal (delay, period, extension and queue: 104 days), of seven
    /// days each: so nobody outruns a vote.
    uint256 private constant _MAX_MOVES = 16;

    /// @notice Makes `agent` the agent of `sponsor`, or of nobody if that is zero.
    /// @return end when it ends, zero without a sponsor
    function setSponsor(Book storage self, address agent, address sponsor, uint48 until) internal returns (uint48 end) {
        if (hasMoved(self, agent)) revert IReputationToken.ReputationTokenMoved(agent);
        if (sponsor == address(0)) {
            delete self.entries[agent];
            return 0;
        }
        if (sponsor == agent || self.entries[sponsor].until > block.timestamp) {
            revert IReputationToken.ReputationTokenInvalidSponsor(sponsor);
        }
        uint256 max = block.timestamp + _MAX_TERM;
        if (until <= block.timestamp || until > max) {
            revert IReputationToken.ReputationTokenInvalidTerm(until, max);
        }
        self.entries[agent] = Beneficiary({account: sponsor, until: until});
        return until;
    }

    /// @notice Lets an account go on as another one, for ever.
    function move(Book storage self, address from, address to) internal {
        self.entries[from] = Beneficiary({account: to, until: _FOREVER});
    }

    /// @notice Whose an account's earnings are.
    function earnerOf(Book storage self, address account) internal view returns (address) {
        for (uint256 i = 0; i < _MAX_MOVES; ++i) {
            Beneficiary storage beneficiary = self.entries[account];
            if (beneficiary.until <= block.timestamp) break;
            account = beneficiary.account;
        }
        return account;
    }

    /// @notice The account that another one goes on as.
    function newAccountOf(Book storage self, address account) internal view returns (address) {
        for (uint256 i = 0; i < _MAX_MOVES && hasMoved(self, account); ++i) {
            account = self.entries[account].account;
        }
        return account;
    }

    /// @notice Whether an account has a sponsor now.
    function isAgent(Book storage self, address account) internal view returns (bool) {
        uint48 until = self.entries[account].until;
        return until > block.timestamp && until != _FOREVER;
    }

    function hasMoved(Book storage self, address account) internal view returns (bool) {
        return self.entries[account].until == _FOREVER;
    }

    /// @notice An account's sponsor now, and until when.
    function sponsorOf(Book storage self, address agent) internal view returns (address sponsor, uint48 until) {
        if (isAgent(self, agent)) (sponsor, until) = (self.entries[agent].account, self.entries[agent].until);
    }
}
