/** A contract of the protocol as the subgraph sees it. */
export interface Source {
  /** Name of the contract, of its ABI file and, for singletons, in `deployments/<chainId>.json`. */
  contract: string;
  /** Compiled contract, below Hardhat's `artifacts` directory. */
  artifact: string;
  /** Entities that the module writes first; graph-node asks for a list, and reads it for files only. */
  entities: string[];
}

const source = (contract: string, folder: string, ...entities: string[]): Source => ({
  contract,
  artifact: `contracts/${folder}/${contract}.sol/${contract}.json`,
  entities,
});

/** A contract that runs the code of several at its own address: its interface has the events of all. */
const routed = (contract: string, ...entities: string[]): Source => ({
  contract,
  artifact: `contracts/interfaces/I${contract}.sol/I${contract}.json`,
  entities,
});

/** Contracts that exist once a chain. */
export const SINGLETONS: readonly Source[] = [
  source("Deployer", "studio", "ContractDeployment"),
  source("StudioFactory", "studio", "Studio", "Module", "Governance", "GovernanceFramework"),
  source("AssetRegistry", "registry", "Recipe", "Lot", "Asset"),
  source("RoyaltySplitter", "royalties", "RoyaltyNode", "Ledger", "Balance", "Pot", "Shareholding"),
  source("LicenseMarket", "licensing", "Offer", "Agency", "LicensePurchase", "Escrow"),
  source("Licenses", "licensing", "LicenseRecord"),
  source("Attestations", "registry", "Attestation"),
  source("Provenance", "registry", "Content", "LotPublication", "LineageContest"),
];

/** Contracts that each studio has of its own: data-source templates, created by the factory's event. */
export const STUDIO_CONTRACTS: readonly Source[] = [
  source("Studio", "studio", "Registrar", "Charter"),
  source("StudioTimelock", "governance", "TimelockOperation", "RoleMember"),
  source("StudioGovernor", "governance", "Proposal", "Vote"),
  source("ReputationToken", "governance", "TokenHolder", "Delegate"),
  source("ImpactEmission", "governance", "ImpactEmission", "ImpactEpoch", "ImpactFlow"),
  routed("EthicsBoard", "EthicsBoard", "BoardSeat", "Review", "EthicsClaim"),
  routed("AgentMandates", "Mandate", "MandateAct", "MandatePolicy"),
  source("Commissions", "agents", "Commission", "Milestone"),
  routed("Curation", "CurationBooks", "Audit", "Curator", "Producer", "Deposit", "Challenge", "Slate"),
];

/** A file that events name, as a data-source template: `handle<Name>` reads it. */
export interface FileSource {
  name: string;
  /** Entities that the handler writes: they live apart from all others. */
  entities: string[];
}

/** Files on IPFS: the manifest of each lot and, named by it, its chunks, which are read for their rows and their root. */
export const FILES: readonly FileSource[] = [
  { name: "LotManifest", entities: ["LotManifest", "ManifestFault"] },
  { name: "LotManifestChunk", entities: ["ManifestRow", "ManifestFault"] },
  { name: "LotManifestSeal", entities: ["LotAvailability", "ManifestFault"] },
];

/** Events that a contract inherits and never emits: contract → event → why. They have no handlers. */
export const NEVER_EMITTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AssetRegistry: { EIP712DomainChanged: "the domain is immutable" },
  Licenses: { BatchMetadataUpdate: "records change one by one" },
  RoyaltySplitter: { EIP712DomainChanged: "the domain is immutable" },
  Attestations: { EIP712DomainChanged: "the domain is immutable" },
  StudioTimelock: { RoleAdminChanged: "OpenZeppelin's timelock sets no role admins" },
  StudioGovernor: {
    EIP712DomainChanged: "the domain follows from the clone",
    ProposalGuardianSet: "the guardian is read from the studio; the setter reverts",
  },
  ReputationToken: {
    Approval: "reputation cannot be approved",
    EIP712DomainChanged: "the domain follows from the clone",
    Initialized: "founders are minted without OpenZeppelin's initializer",
  },
  Curation: { EIP712DomainChanged: "the domain follows from the clone" },
};
