// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IEthicsReviews, SubjectKind} from "../interfaces/IEthicsReviews.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AssetId} from "../types/Ids.sol";
import {BoardSubjects} from "./BoardSubjects.sol";

/// @title ClaimSubjects
/// @notice What a claim may be about, and whom it harms, or a quarantine does.
library ClaimSubjects {
    /// @dev Pending, active, succeeded or queued: what a veto could still stop.
    uint256 private constant _NOT_OVER =
        (1 << uint256(IGovernor.ProposalState.Pending)) |
            (1 << uint256(IGovernor.ProposalState.Active)) |
            (1 << uint256(IGovernor.ProposalState.Succeeded)) |
            (1 << uint256(IGovernor.ProposalState.Queued));

    /// @notice Refuses what is not the studio's, a proposal that is over, and an asset that its lot does not have.
    function requireClaimable(
        IAssetRegistry registry,
        IStudio directory,
        SubjectKind kind,
        uint256 subject
    ) internal view {
        BoardSubjects.check(registry, directory, kind, subject);
        bool claimable = true;
        if (kind == SubjectKind.Proposal) {
            IGovernor.ProposalState state = IGovernor(directory.moduleOf(Module.Governor)).state(subject);
            claimable = (_NOT_OVER >> uint256(state)) & 1 != 0;
        } else if (kind == SubjectKind.Asset) {
            AssetId asset = AssetId.wrap(subject);
            claimable = asset.isWholeLot() || asset.indexOf() < registry.lotOf(asset.lotOf()).count;
        }
        if (!claimable) revert IEthicsReviews.EthicsBoardInvalidSubject(kind, subject);
    }

    /// @notice Who gets the bond of an abusive claim.
    function harmedBy(
        IAssetRegistry registry,
        IStudio directory,
        SubjectKind kind,
        uint256 subject
    ) internal view returns (address) {
        if (kind == SubjectKind.Asset) return AssetId.wrap(subject).lotOf().producerOf();
        if (kind == SubjectKind.Recipe) return registry.recipeOf(bytes32(subject)).licensor;
        return directory.moduleOf(Module.Timelock);
    }

    /// @notice Whether a quarantine stops the subject now, and the account may appeal it.
    function mayAppeal(
        IAssetRegistry registry,
        SubjectKind kind,
        uint256 subject,
        address account
    ) internal view returns (bool stopped, bool harmed) {
        if (kind == SubjectKind.Asset) {
            AssetId asset = AssetId.wrap(subject);
            bytes32 recipeId = registry.recipeIdOf(registry.lotOf(asset.lotOf()).recipe);
            stopped = block.timestamp < registry.frozenUntil(asset);
            harmed = account == asset.lotOf().producerOf() || account == registry.recipeOf(recipeId).licensor;
        } else {
            (uint40 until, ) = registry.suspensionOf(bytes32(subject));
            stopped = block.timestamp < until;
            harmed = account == registry.recipeOf(bytes32(subject)).licensor;
        }
    }
}
