// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationBallots} from "../interfaces/ICurationBallots.sol";
import {ICurationScores} from "../interfaces/ICurationScores.sol";
import {ICurationSlates} from "../interfaces/ICurationSlates.sol";
import {ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {ICurationObjections} from "../interfaces/ICurationObjections.sol";

/// @title CurationRoutes
/// @notice Which part of {Curation} has the code of a function. What is listed nowhere belongs to {CurationRolls}.
/// @dev Selectors are compared as numbers, which takes less code than bytes.
library CurationRoutes {
    /// @notice Whether {CurationBallots} has it.
    function isOfBallots(uint32 selector) internal pure returns (bool) {
        return
            selector == uint32(ICurationBallots.castDirect.selector) ||
            selector == uint32(ICurationBallots.selfCertify.selector) ||
            selector == uint32(ICurationBallots.expectedWeightOf.selector) ||
            selector == uint32(ICurationBallots.drawnWeightOf.selector) ||
            selector == uint32(ICurationBallots.inboxOf.selector) ||
            selector == uint32(ICurationBallots.practiceOf.selector) ||
            selector == uint32(ICurationBallots.sampleOf.selector) ||
            selector == uint32(ICurationBallots.lanePosition.selector) ||
            selector == uint32(ICurationBallots.hashBallot.selector);
    }

    /// @notice Whether {CurationScores} has it.
    function isOfScores(uint32 selector) internal pure returns (bool) {
        return
            selector == uint32(ICurationScores.settleLot.selector) ||
            selector == uint32(ICurationScores.expireLot.selector) ||
            selector == uint32(ICurationScores.commitCanaries.selector) ||
            selector == uint32(ICurationScores.openCanary.selector) ||
            selector == uint32(ICurationScores.resolveCanaries.selector) ||
            selector == uint32(ICurationScores.scorePractice.selector) ||
            selector == uint32(ICurationScores.closeEpoch.selector) ||
            selector == uint32(ICurationScores.claimReputation.selector) ||
            selector == uint32(ICurationScores.claimPay.selector) ||
            selector == uint32(ICurationScores.scoreOf.selector) ||
            selector == uint32(ICurationScores.pointsOf.selector) ||
            selector == uint32(ICurationScores.epochPointsOf.selector) ||
            selector == uint32(ICurationScores.canariesOf.selector) ||
            selector == uint32(ICurationScores.truthOf.selector);
    }

    /// @notice Whether {CurationDisputes} has it.
    function isOfDisputes(uint32 selector) internal pure returns (bool) {
        return
            selector == uint32(ICurationDisputes.challenge.selector) ||
            selector == uint32(ICurationDisputes.challengeLot.selector) ||
            selector == uint32(ICurationDisputes.callPanel.selector) ||
            selector == uint32(ICurationDisputes.drawPanel.selector) ||
            selector == uint32(ICurationDisputes.adjudicate.selector) ||
            selector == uint32(ICurationDisputes.dropChallenge.selector) ||
            selector == uint32(ICurationDisputes.disputeOf.selector) ||
            selector == uint32(ICurationDisputes.challengeOf.selector);
    }

    /// @notice Whether {CurationObjections} has it.
    function isOfObjections(uint32 selector) internal pure returns (bool) {
        return
            selector == uint32(ICurationObjections.proveDuplicate.selector) ||
            selector == uint32(ICurationObjections.veto.selector) ||
            selector == uint32(ICurationObjections.confirmVeto.selector) ||
            selector == uint32(ICurationObjections.appealVeto.selector) ||
            selector == uint32(ICurationObjections.liftVeto.selector) ||
            selector == uint32(ICurationObjections.vetoOf.selector);
    }

    /// @notice Whether {CurationSlates} has it.
    function isOfSlates(uint32 selector) internal pure returns (bool) {
        return
            selector == uint32(ICurationSlates.openSlate.selector) ||
            selector == uint32(ICurationSlates.closeSlate.selector) ||
            selector == uint32(ICurationSlates.requestRefinement.selector) ||
            selector == uint32(ICurationSlates.slateOf.selector) ||
            selector == uint32(ICurationSlates.slateSeedOf.selector) ||
            selector == uint32(ICurationSlates.slateWeightOf.selector);
    }
}
