// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IEthicsReviews, SubjectKind} from "../interfaces/IEthicsReviews.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AssetId} from "../types/Ids.sol";

/// @title BoardSubjects
/// @notice What a board may look at: what is its own studio's.
library BoardSubjects {
    /// @notice Refuses a subject that is not the studio's now.
    function check(IAssetRegistry registry, IStudio directory, SubjectKind kind, uint256 subject) internal view {
        bool known;
        if (kind == SubjectKind.Proposal) {
            known = IGovernor(directory.moduleOf(Module.Governor)).proposalSnapshot(subject) != 0;
        } else if (kind == SubjectKind.Asset) {
            (address timelock, ) = registry.rulersOf(AssetId.wrap(subject));
            known = timelock == directory.moduleOf(Module.Timelock);
        } else if (kind == SubjectKind.Recipe) {
            known = registry.recipeOf(bytes32(subject)).licensor == directory.moduleOf(Module.Timelock);
        } else {
            mandatesOf(directory);
            known = true;
        }
        if (!known) revert IEthicsReviews.EthicsBoardInvalidSubject(kind, subject);
    }

    /// @notice The studio's mandates, which must be there. Whether they know the subject is for them to say.
    function mandatesOf(IStudio directory) internal view returns (address mandates) {
        mandates = directory.moduleOf(Module.Mandates);
        if (mandates == address(0)) revert IEthicsReviews.EthicsBoardMissingModule(uint8(Module.Mandates));
    }
}
