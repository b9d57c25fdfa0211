// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationBallots} from "../interfaces/ICurationBallots.sol";
import {ICurationSlates} from "../interfaces/ICurationSlates.sol";

/// @title CurationRoutes
/// @notice Which part of {Curation} has the code of a function. What is listed nowhere belongs to {CurationRolls}.
library CurationRoutes {
    /// @notice Whether {CurationBallots} has it.
    function isOfBallots(bytes4 selector) internal pure returns (bool) {
        return
            selector == ICurationBallots.castDirect.selector ||
            selector == ICurationBallots.expectedWeightOf.selector ||
            selector == ICurationBallots.drawnWeightOf.selector ||
            selector == ICurationBallots.inboxOf.selector ||
            selector == ICurationBallots.practiceOf.selector ||
            selector == ICurationBallots.sampleOf.selector ||
            selector == ICurationBallots.lanePosition.selector ||
            selector == ICurationBallots.hashBallot.selector;
    }

    /// @notice Whether {CurationScores} has it.
    function isOfScores(bytes4) internal pure returns (bool) {
        return false;
    }

    /// @notice Whether {CurationDisputes} has it.
    function isOfDisputes(bytes4) internal pure returns (bool) {
        return false;
    }

    /// @notice Whether {CurationObjections} has it.
    function isOfObjections(bytes4) internal pure returns (bool) {
        return false;
    }

    /// @notice Whether {CurationSlates} has it.
    function isOfSlates(bytes4 selector) internal pure returns (bool) {
        return
            selector == ICurationSlates.openSlate.selector ||
            selector == ICurationSlates.closeSlate.selector ||
            selector == ICurationSlates.requestRefinement.selector ||
            selector == ICurationSlates.slateOf.selector ||
            selector == ICurationSlates.slateSeedOf.selector ||
            selector == ICurationSlates.slateWeightOf.selector;
    }
}
