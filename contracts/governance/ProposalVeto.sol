// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IEthicsReviews, Power, ProposalActions} from "../interfaces/IEthicsReviews.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";

/// @title ProposalVeto
/// @notice Cancels proposals of a studio's present governor, but none by which the studio rules its board.
library ProposalVeto {
    uint256 private constant _MAX_PROPOSALS = 16;

    /// @notice Cancels those that are not over: a proposer who cancels one of several saves none of the others.
    /// @param directory the studio
    /// @param proposals at least one must be canceled
    /// @param reviewId that asks for it; zero: the chamber does
    function cancel(
        IStudio directory,
        ProposalActions[] memory proposals,
        uint256 reviewId,
        bytes32 reasonCode,
        bytes32 evidence
    ) internal {
        requireVetoable(directory, proposals);
        IGovernor governor = IGovernor(directory.moduleOf(Module.Governor));
        bool canceled;
        for (uint256 i = 0; i < proposals.length; ++i) {
            ProposalActions memory actions = proposals[i];
            uint256 id = idOf(actions);
            if (_isOver(governor.state(id))) continue;
            canceled = true;
            emit IEthicsReviews.ProposalVetoed(id, reviewId, reasonCode, evidence);
            governor.cancel(actions.targets, actions.values, actions.calldatas, actions.descriptionHash);
        }
        if (!canceled) revert IEthicsReviews.EthicsBoardInvalidReview(Power.Veto);
    }

    /// @notice Refuses none, too many, and any that is about the board itself.
    function requireVetoable(IStudio directory, ProposalActions[] memory proposals) internal view {
        uint256 count = proposals.length;
        if (count == 0 || count > _MAX_PROPOSALS) revert IEthicsReviews.EthicsBoardInvalidReview(Power.Veto);
        for (uint256 i = 0; i < count; ++i) {
            if (_isExempt(address(directory), proposals[i])) {
                revert IEthicsReviews.EthicsBoardExemptProposal(idOf(proposals[i]));
            }
        }
    }

    /// @notice Id of a proposal, as OpenZeppelin's Governor hashes it.
    function idOf(ProposalActions memory actions) internal pure returns (uint256) {
        return
            uint256(keccak256(abi.encode(actions.targets, actions.values, actions.calldatas, actions.descriptionHash)));
    }

    /// @dev Whether every action is a call of the board, or replaces it. One other makes it an ordinary proposal.
    function _isExempt(address directory, ProposalActions memory actions) private view returns (bool) {
        for (uint256 i = 0; i < actions.targets.length; ++i) {
            address target = actions.targets[i];
            if (target == address(this)) continue;
            bool replaces = i < actions.calldatas.length && bytes4(actions.calldatas[i]) == IStudio.setBoard.selector;
            if (target != directory || !replaces) return false;
        }
        return true;
    }

    function _isOver(IGovernor.ProposalState state) private pure returns (bool) {
        return
            state == IGovernor.ProposalState.Canceled ||
            state == IGovernor.ProposalState.Defeated ||
            state == IGovernor.ProposalState.Expired ||
            state == IGovernor.ProposalState.Executed;
    }
}
