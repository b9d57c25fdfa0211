// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";
import {IStudioGovernor} from "../interfaces/IStudioGovernor.sol";

/// @title OverrideBook
/// @notice Remembers which sets of actions were vetoed, and which proposals are overrides of a veto.
/// @dev A veto concerns actions, because an identical proposal cannot exist twice and any other text makes another id.
/// Whether a proposal is an override is decided at its creation and never again, so neither a later veto of a twin nor
/// the end of the year changes the rules of a running vote.
library OverrideBook {
    /// @dev Times are seconds since the epoch; zero: never.
    struct Book {
        mapping(uint256 proposalId => bool) overrides;
        mapping(bytes32 actionsHash => uint48) vetoes;
    }

    /// @dev How long after a veto the same actions can only be proposed as its override. Seconds, whatever the clock.
    uint256 private constant _MEMORY = 365 days;

    /// @dev Marks a new proposal as an override if its actions were vetoed within a year.
    function noteProposal(Book storage book, uint256 proposalId, bytes32 actionsHash) internal {
        if (!_isVetoed(book, actionsHash)) return;
        book.overrides[proposalId] = true;
        emit IStudioGovernor.OverrideProposed(proposalId, actionsHash);
    }

    function noteVeto(Book storage book, uint256 proposalId, bytes32 actionsHash) internal {
        book.vetoes[actionsHash] = Time.timestamp();
        emit IStudioGovernor.ActionsVetoed(proposalId, actionsHash);
    }

    /// @dev Refuses actions that were vetoed within a year, but for their override: twins that were proposed before the
    /// veto would wait for the board to have no veto left.
    function requireExecutable(Book storage book, uint256 proposalId, bytes32 actionsHash) internal view {
        if (book.overrides[proposalId] || !_isVetoed(book, actionsHash)) return;
        revert IStudioGovernor.StudioGovernorVetoedActions(proposalId, actionsHash);
    }

    function hashActions(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(targets, values, calldatas));
    }

    function _isVetoed(Book storage book, bytes32 actionsHash) private view returns (bool) {
        uint256 vetoed = book.vetoes[actionsHash];
        return vetoed != 0 && block.timestamp < vetoed + _MEMORY;
    }
}
