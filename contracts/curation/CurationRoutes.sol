// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title CurationRoutes
/// @notice Which part of {Curation} has the code of a function. What is listed nowhere belongs to {CurationRolls}.
library CurationRoutes {
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
    function isOfSlates(bytes4) internal pure returns (bool) {
        return false;
    }
}
