/** Contracts whose ABI the SDK speaks, by artifact name. */
export const CONTRACTS = [
  "AgentMandates",
  "AssetRegistry",
  "Attestations",
  "Commissions",
  "Curation",
  "EthicsBoard",
  "ImpactEmission",
  "LicenseMarket",
  "Licenses",
  "Provenance",
  "ReputationToken",
  "RoyaltySplitter",
  "Studio",
  "StudioFactory",
  "StudioGovernor",
  "StudioTimelock",
] as const;

/** Contracts that answer through several artifacts: whose ABI is spoken to them instead of their own. */
export const INTERFACES: Readonly<Partial<Record<(typeof CONTRACTS)[number], string>>> = {
  AgentMandates: "IAgentMandates",
  Curation: "ICuration",
  EthicsBoard: "IEthicsBoard",
};

/** What no action of the root entry calls: its errors stand in a table of their own, which is loaded with its actions. */
export const APART = ["AgentMandates", "Attestations", "Commissions", "MandateAccount", "Provenance"] as const;

/** Further sources of errors that reach our callers: libraries and tokens raise them, our ABIs do not list them. */
export const ERROR_SOURCES = [
  "@account-abstraction/contracts/artifacts/IEntryPoint.json",
  "@account-abstraction/contracts/artifacts/SimpleAccount.json",
  "@openzeppelin/contracts/build/contracts/Address.json",
  "@openzeppelin/contracts/build/contracts/Checkpoints.json",
  "@openzeppelin/contracts/build/contracts/Create3.json",
  "@openzeppelin/contracts/build/contracts/ECDSA.json",
  "@openzeppelin/contracts/build/contracts/ERC20TransferAuthorization.json",
  "@openzeppelin/contracts/build/contracts/Errors.json",
  "@openzeppelin/contracts/build/contracts/IERC1155Errors.json",
  "@openzeppelin/contracts/build/contracts/IERC20Errors.json",
  "@openzeppelin/contracts/build/contracts/IERC721Errors.json",
  "@openzeppelin/contracts/build/contracts/NoncesKeyed.json",
  "@openzeppelin/contracts/build/contracts/SafeCast.json",
  "@openzeppelin/contracts/build/contracts/SafeERC20.json",
  "@openzeppelin/contracts/build/contracts/Strings.json",
] as const;

/** Errors of contracts that no package holds the ABI of: Permit2, and ERC-7751's for what others refused. */
export const FOREIGN_ERRORS = [
  "error AllowanceExpired(uint256 deadline)",
  "error ExcessiveInvalidation()",
  "error InsufficientAllowance(uint256 amount)",
  "error InvalidAmount(uint256 maxAmount)",
  "error InvalidContractSignature()",
  "error InvalidNonce()",
  "error InvalidSignature()",
  "error InvalidSignatureLength()",
  "error InvalidSigner()",
  "error LengthMismatch()",
  "error SignatureExpired(uint256 signatureDeadline)",
  "error WrappedError(address target, bytes4 selector, bytes reason, bytes details)",
] as const;
