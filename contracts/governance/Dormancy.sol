// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {DecayIndex} from "./DecayIndex.sol";

/// @title Dormancy
/// @notice Which accounts have earned nothing for so long that what is left of their reputation may be burned. A note,
/// and four half-lives later a look whether anything has changed: so no grant has to write when it was.
library Dormancy {
    using DecayIndex for uint256;

    /// @dev One slot.
    struct Note {
        uint128 raw;
        uint88 index; // at most 2^87
    }

    /// @dev The index after four half-lives, as a multiple.
    uint256 private constant _FOUR_HALF_LIVES = 16;

    /// @dev Less than this is dust, effective units: a founder's grant decays to it in ten half-lives.
    uint256 private constant _DUST = 1e18;

    /// @dev And so is less than one such part of the supply only. Where nothing is granted any more, everybody's
    /// reputation decays to dust; by this, nobody can burn a whole electorate, or choose who stays in it.
    uint256 private constant _PARTS = 1_000;

    /// @notice Notes a balance. Others than the account itself cannot start anew what has begun.
    function write(
        mapping(address account => Note note) storage self,
        address account,
        uint256 raw,
        uint256 g
    ) internal {
        if (raw == 0) revert IReputationToken.ReputationTokenNoBalance(account);
        if (self[account].raw == raw && msg.sender != account) {
            revert IReputationToken.ReputationTokenAlreadyNoted(account);
        }
        // casting is safe because the supply has 128 bits and the index at most 88
        self[account] = Note({raw: uint128(raw), index: uint88(g)});
        emit IReputationToken.DormancyNoted(account, raw, g);
    }

    /// @notice Takes a note whose account may be pruned off the list.
    function take(
        mapping(address account => Note note) storage self,
        address account,
        uint256 raw,
        uint256 g,
        uint256 supply
    ) internal {
        Note memory noted = self[account];
        if (noted.raw == 0 || noted.raw != raw || g < _FOUR_HALF_LIVES * noted.index) {
            revert IReputationToken.ReputationTokenNotDormant(account);
        }
        uint256 amount = raw.toEffectiveDown(g);
        if (amount >= _DUST || raw * _PARTS >= supply) revert IReputationToken.ReputationTokenNotDust(account, amount);
        delete self[account];
    }
}
