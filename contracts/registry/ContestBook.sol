// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Finding} from "../interfaces/IEthicsReviews.sol";
import {Contest, IProvenance} from "../interfaces/IProvenance.sol";
import {AssetId} from "../types/Ids.sol";

/// @title ContestBook
/// @notice Contests of lineages: what they are about, what is at stake, and that each is resolved once.
library ContestBook {
    /// @dev What one studio asks for, one slot.
    struct Terms {
        address token;
        uint96 bond;
    }

    /// @dev Contests by number, and the open one of each recipe, parent and claimant.
    struct Book {
        uint256 count;
        mapping(uint256 contestId => Contest) contests;
        mapping(bytes32 key => uint256 contestId) open;
        mapping(address timelock => Terms) terms;
    }

    /// @notice Writes a new contest, if none of the same recipe, parent and claimant is open.
    function add(Book storage book, Contest memory contest) internal returns (uint256 contestId) {
        bytes32 key = keyOf(contest.recipeId, contest.parent, contest.claimant);
        contestId = book.open[key];
        if (contestId != 0) revert IProvenance.ProvenanceOpenContest(contestId);
        contestId = ++book.count;
        book.open[key] = contestId;
        book.contests[contestId] = contest;
    }

    /// @notice The contest, if it was not resolved.
    function requireOpen(Book storage book, uint256 contestId) internal view returns (Contest storage contest) {
        contest = book.contests[contestId];
        if (contest.claimant == address(0)) revert IProvenance.ProvenanceUnknownContest(contestId);
        if (contest.closed) revert IProvenance.ProvenanceClosedContest(contestId);
    }

    /// @notice Resolves an open contest; the same parent may be contested again.
    function close(Book storage book, Contest storage contest, Finding finding) internal {
        (contest.finding, contest.closed) = (finding, true);
        delete book.open[keyOf(contest.recipeId, contest.parent, contest.claimant)];
    }

    /// @notice What a contest is about, and whose it is.
    function keyOf(bytes32 recipeId, AssetId parent, address claimant) internal pure returns (bytes32) {
        return keccak256(abi.encode(recipeId, parent, claimant));
    }

    /// @notice Reverts unless token and bond are what the studio asks for.
    function checkBond(Book storage book, address timelock, address token, uint96 bond) internal view {
        Terms memory terms = book.terms[timelock];
        bool isToken = terms.token == address(0) || token == terms.token;
        if (!isToken || bond < terms.bond) {
            revert IProvenance.ProvenanceWrongBond(token, bond, terms.token, terms.bond);
        }
    }
}
