// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice The names under which {Deployer} deploys: each is the CREATE3 salt of one contract.
library Names {
    bytes32 internal constant ASSET_REGISTRY = "AssetRegistry";
    bytes32 internal constant ROYALTY_SPLITTER = "RoyaltySplitter";
    bytes32 internal constant LICENSE_MARKET = "LicenseMarket";
    bytes32 internal constant LICENSES = "Licenses";
    bytes32 internal constant STUDIO_FACTORY = "StudioFactory";
    bytes32 internal constant STUDIO = "Studio";
    bytes32 internal constant TIMELOCK = "StudioTimelock";
    bytes32 internal constant GOVERNOR = "StudioGovernor";
    bytes32 internal constant REPUTATION = "ReputationToken";
    bytes32 internal constant CURATION = "Curation";
    bytes32 internal constant CURATION_BALLOTS = "CurationBallots";
    bytes32 internal constant CURATION_ROLLS = "CurationRolls";
    bytes32 internal constant CURATION_SCORES = "CurationScores";
    bytes32 internal constant CURATION_DISPUTES = "CurationDisputes";
    bytes32 internal constant CURATION_OBJECTIONS = "CurationObjections";
    bytes32 internal constant CURATION_SLATES = "CurationSlates";
    bytes32 internal constant ETHICS_BOARD = "EthicsBoard";
    bytes32 internal constant ETHICS_CLAIMS = "EthicsClaims";
    bytes32 internal constant IMPACT_EMISSION = "ImpactEmission";
    bytes32 internal constant AGENT_MANDATES = "AgentMandates";
    bytes32 internal constant COMMISSIONS = "Commissions";
    bytes32 internal constant STANDARDS_LENS = "StandardsLens";
    bytes32 internal constant ATTESTATIONS = "Attestations";
    bytes32 internal constant PROVENANCE = "Provenance";
}
