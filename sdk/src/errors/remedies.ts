import type { ErrorName } from "./revert.ts";

/** What kind of refusal an error is; each kind is a class. */
export type Family =
  | "unauthorized"
  | "unknown"
  | "duplicate"
  | "timing"
  | "input"
  | "limit"
  | "proof"
  | "state"
  | "payment"
  | "unsupported";

/** Family of an error and what the caller can do about it. */
export type Remedy = readonly [family: Family, hint: string];

/** Errors of our own contracts and libraries: each one must have its remedy. */
export type OwnErrorName = Extract<
  ErrorName,
  | `${"AcceptancePlan" | "AssetRegistry" | "AuditBallots" | "BitSlice" | "BlockHeader" | "BlockHistory"}${string}`
  | `${"Curation" | "Deployer" | "LicenseMarket" | "Licenses" | "Pair" | "ReputationToken"}${string}`
  | `${"RoyaltySplitter" | "StudioEmpty" | "StudioUnauthorized" | "StudioFactory" | "StudioGovernor"}${string}`
>;

const MODULE_ONLY = "Only a sibling contract of the protocol may call this; use the function that leads there.";
const BUG = "This should not be reachable: please report it with the transaction.";
const COMING = "Leave the term at zero; `field` is its position, counted from 0.";
const BY_VOTE = "Propose it to the governor: only the timelock may.";

/** By error name. */
export const OWN_REMEDIES: Readonly<Record<OwnErrorName, Remedy>> = {
  AcceptancePlanUnknown: ["input", "Plans are 0 (normal), 1 (tightened) and 2 (reduced)."],

  AssetRegistryBackdatedRelease: ["timing", "A gate must not release a lot before the time of its verdict."],
  AssetRegistryDuplicateAsset: ["duplicate", "The asset is a token already."],
  AssetRegistryDuplicateGate: ["duplicate", "The gate is recorded; whom it judges for never changes."],
  AssetRegistryDuplicateLot: [
    "duplicate",
    "Choose another nonce and build the lot again: every leaf holds the lot id.",
  ],
  AssetRegistryDuplicateRecipe: ["duplicate", "The recipe is registered: use it, or change its commitment."],
  AssetRegistryDuplicateTimelock: ["duplicate", "The studio is recorded already."],
  AssetRegistryExpiredConsent: ["timing", "Have the licensor sign again with a later deadline."],
  AssetRegistryExpiredRecipe: ["timing", "A license of the recipe is over: register a recipe with a new license."],
  AssetRegistryForeignGate: [
    "unauthorized",
    "Commit to the gate of the studio whose timelock is the recipe's licensor.",
  ],
  AssetRegistryInvalidConsent: [
    "proof",
    "The licensor must sign exactly this recipe, metadata and deadline on this chain.",
  ],
  AssetRegistryInvalidContent: ["input", "The leaf needs a content hash."],
  AssetRegistryInvalidCount: ["limit", "A lot has 1 to 65,536 assets."],
  AssetRegistryInvalidMask: ["input", "Block only assets below the lot's count."],
  AssetRegistryInvalidPayee: [
    "input",
    "Name a payee that can withdraw: not the zero address, not a protocol contract.",
  ],
  AssetRegistryInvalidProof: ["proof", "Take leaf and proof from the lot's manifest, at this very index."],
  AssetRegistryInvalidRoot: ["input", "Build the lot first: its root is zero."],
  AssetRegistryInvalidVerdict: [
    "input",
    "A gate judges by Accepted, Rejected or Suspended, as SelfCertified or Panel.",
  ],
  AssetRegistryNotIndependent: ["input", "Commit a lot with a gate by commitLot, and mint when it is releasable."],
  AssetRegistryNotReleasable: [
    "state",
    "Wait until the lot is accepted and its window is over; blocked assets never are.",
  ],
  AssetRegistryNotSingle: ["input", "Only a lot of one asset is registered in one step: use commitLot."],
  AssetRegistryOverFloorCap: ["limit", "Ask for a smaller derivativeFloor."],
  AssetRegistryTooManyParents: ["limit", "Name at most 16 parents."],
  AssetRegistryUnauthorized: ["unauthorized", "The recipe's licensor or its studio's registrar must send this."],
  AssetRegistryUnconfirmedGate: ["input", "The gate does not say that it belongs to this studio."],
  AssetRegistryUnconfirmedTimelock: ["input", "The studio does not say that this is its timelock."],
  AssetRegistryUnexpectedRate: ["input", "Leave out the rate of a licensed parent: its license fixes it."],
  AssetRegistryUnknownAsset: ["unknown", "Name an asset of a committed lot."],
  AssetRegistryUnknownGate: ["unknown", "Name the Curation of a studio that is recorded."],
  AssetRegistryUnknownLot: ["unknown", "Has the lot's commit been included?"],
  AssetRegistryUnknownRecipe: ["unknown", "Register the recipe first."],
  AssetRegistryUnknownWord: ["unknown", "The lot has fewer words of 256 assets."],
  AssetRegistryUnsortedParents: ["input", "Sort the parents by asset and name each once."],
  AssetRegistryUnsupportedTerm: ["unsupported", COMING],
  AssetRegistryZeroWeight: ["input", "Give every payee a weight."],

  AuditBallotsInvalidLength: ["input", "Pack the ballots with packBallots: 130 bytes each."],
  BitSliceOverflow: ["limit", BUG],
  BlockHeaderMalformed: ["proof", "Take the header from prepareSeed."],
  BlockHistoryUnavailable: ["state", "This chain keeps no history of block hashes (EIP-2935): draw within 256 blocks."],

  CurationAuditTimedOut: ["timing", "The lot has expired: commit its assets again."],
  CurationBallotsOpen: ["timing", "Wait for the ballot deadline, or collect the ballots of all curators."],
  CurationContradictoryBallot: ["input", "Judge each lane ok or defect, not both."],
  CurationCuratorsExhausted: ["limit", "The studio has as many curators as it can have."],
  CurationEmptyMask: ["input", "Name only words with an asset to block."],
  CurationInsufficientReputation: ["limit", "Earn more reputation in this studio first."],
  CurationInvalidKeySignature: [
    "proof",
    "The ballot key itself must sign, for this member and this studio: signCuratorKey.",
  ],
  CurationInvalidProducer: ["input", "Name a producer."],
  CurationKeyTaken: ["duplicate", "Make a new ballot key: each serves one curator, for ever."],
  CurationLateCurator: ["timing", "Leave the ballot out: its curator registered after the draw."],
  CurationLengthMismatch: ["input", "Give one mask for each word."],
  CurationNoQuorum: ["limit", "Collect more ballots: 60 % of the expected weight is needed."],
  CurationNotHeavier: ["limit", "Only a strictly heavier set of ballots replaces a verdict."],
  CurationNotPending: ["state", "The lot has a verdict already, or another gate judges it."],
  CurationOwnLot: ["unauthorized", "Leave the ballot out: its curator produced the lot."],
  CurationQuotaExceeded: ["limit", "Commit the rest tomorrow, or have the registrar raise the quota."],
  CurationSeedAlreadyDrawn: ["duplicate", "The seed is drawn: go on with the ballots."],
  CurationSeedNotDrawn: ["timing", "Draw the seed first."],
  CurationSeedTooEarly: ["timing", "Wait until the chain is past the seed block."],
  CurationSeedTooLate: ["timing", "The lot has expired: commit its assets again, and draw within 8,191 blocks."],
  CurationTooFewBallots: ["limit", "Collect at least three ballots."],
  CurationTooFewCurators: ["limit", "Let at least three curators beside the producer register before the draw."],
  CurationTooManyBallots: ["limit", "Relay at most 255 ballots, the heaviest first."],
  CurationUnauthorized: ["unauthorized", "The studio's registrar or its timelock must send this."],
  CurationUncovered: ["limit", "Collect ballots that judge these lanes: `lanes` has their bits."],
  CurationUnexpectedSalt: ["input", "Leave out the salt."],
  CurationUnknownAudit: ["unknown", "No audit was opened for this lot at this gate."],
  CurationUnknownCharter: ["unknown", "Have the ballots name a charter that is in force."],
  CurationUnknownCurator: ["unknown", "Leave the ballot out: there is no such curator."],
  CurationUnknownProducer: ["unauthorized", "Have the registrar admit the producer."],
  CurationUnsortedBallots: ["input", "Pack the ballots with packBallots, and name each curator's tier."],
  CurationUnsortedWords: ["input", "Name the words in rising order, each once."],
  CurationUnsupportedTerm: ["unsupported", COMING],
  CurationVerdictFinal: ["timing", "The challenge window is over: the verdict stands."],
  CurationWeightlessCurator: ["limit", "Leave the ballot out: its curator has no weight yet."],
  CurationWordNotBlocked: ["input", "Read the blocked words again: another close came first."],
  CurationWrongHeaderHash: ["proof", "Take the header from prepareSeed, of this very chain."],
  CurationWrongHeaderNumber: ["proof", "Take the header of the seed block."],
  CurationWrongPreset: ["state", "A solo studio certifies its own lots; the others have panels."],
  CurationWrongPreviousWords: ["input", "Read the blocked words again: another close came first."],
  CurationWrongSigner: ["proof", "The curator's present key must sign this lot, seed, charter and these words."],

  DeployerAlreadyDeployed: ["duplicate", "The contract exists."],
  DeployerInvalidEntry: ["input", "Name each contract once, with a hash."],
  DeployerLengthMismatch: ["input", "Give one hash for each name."],
  DeployerUnknownName: ["unknown", "Only the names that the Deployer was made with can be deployed."],
  DeployerWrongCode: ["proof", "Compile the release that the Deployer was made for."],

  LicenseMarketDuplicateOffer: ["duplicate", "The offer exists; choose another salt to publish it again."],
  LicenseMarketExpiredPurchase: ["timing", "Make a purchase with a later deadline."],
  LicenseMarketForeignAsset: ["input", "Take an offer of the asset's own recipe."],
  LicenseMarketInvalidDuration: ["input", "A license must last: give a duration."],
  LicenseMarketInvalidLicensee: ["input", "Name a licensee."],
  LicenseMarketInvalidPeriod: ["timing", "The offer must end after it starts, and after now."],
  LicenseMarketInvalidPrice: ["input", "A price of zero needs `free`, and `free` a price of zero."],
  LicenseMarketInvalidRate: [
    "limit",
    "Choose a rate from minRate to maxRate; 0 without derivative or training rights.",
  ],
  LicenseMarketInvalidScope: [
    "input",
    "Give a lot id for scope lot, an asset id for scope asset, none for scope recipe.",
  ],
  LicenseMarketInvalidToken: ["input", "Name an ERC-20 token on this chain."],
  LicenseMarketInvalidUsages: ["input", "Name at least one usage, and only known ones."],
  LicenseMarketOfferEnded: ["timing", "The sale is over: ask for a new offer."],
  LicenseMarketOfferNotStarted: ["timing", "Wait for the start of the sale."],
  LicenseMarketOutOfScope: ["input", "The offer is for another lot or asset."],
  LicenseMarketOverMaxTotal: ["limit", "The license costs more than maxTotal: check the price, then raise it."],
  LicenseMarketOverSeats: ["limit", "Ask for fewer seats."],
  LicenseMarketStaleOffer: ["state", "The recipe has changed hands: ask its licensor for a new offer."],
  LicenseMarketUnauthorized: ["unauthorized", "The recipe's licensor must send this; a studio's by proposal."],
  LicenseMarketUnknownOffer: ["unknown", "Has the offer been published on this chain?"],
  LicenseMarketUnknownRecipe: ["unknown", "Register the recipe first."],
  LicenseMarketUnlistedReferrer: ["unauthorized", "Leave out the referrer: the offer does not accept it."],
  LicenseMarketUnsupportedTerm: ["unsupported", COMING],
  LicenseMarketUnsupportedWholeLot: ["unsupported", "Name a single asset."],
  LicenseMarketWithdrawnOffer: ["state", "The offer was withdrawn: ask for a new one."],

  LicensesDuplicateLicense: ["duplicate", "This purchase was made; choose another salt to buy again."],
  LicensesExpiredLicense: ["timing", "The license is over: buy a new one."],
  LicensesForeignLicense: ["unauthorized", "The recipe's licensor must hold the license."],
  LicensesMissingUsage: [
    "state",
    "The license does not allow this use: models need training rights, works derivative ones.",
  ],
  LicensesOutOfScope: ["input", "The license is for another asset."],
  LicensesUnauthorized: ["unauthorized", MODULE_ONLY],
  LicensesUnknownLicense: ["unknown", "Licenses of plain usages have no record: see getPlainLicense."],
  LicensesUsedLicense: ["duplicate", "One license registers one recipe: buy another."],

  PairOverflow: ["limit", BUG],

  ReputationTokenInvalidFounder: ["input", "Name each founder once, and no zero address."],
  ReputationTokenInvalidHalfLife: ["limit", "Choose a half-life within the bounds."],
  ReputationTokenNonTransferable: ["state", "Reputation is earned: delegate it, or grant some by proposal."],
  ReputationTokenOverGrantLimit: ["limit", "Grant at most `available` now, the rest later."],
  ReputationTokenUnauthorized: ["unauthorized", BY_VOTE],
  ReputationTokenZeroAmount: ["input", "Grant an amount."],

  RoyaltySplitterAlreadyOpen: ["duplicate", "The recipe's node is open and never changes."],
  RoyaltySplitterInvalidOptions: ["input", "Leave out what this kind of split does not use."],
  RoyaltySplitterInvalidReferral: ["input", BUG],
  RoyaltySplitterOverStackCap: [
    "limit",
    "The lineage would take more than 90 % of sales: use fewer or cheaper parents.",
  ],
  RoyaltySplitterParentNotEarlier: ["input", "A parent must be registered before its child."],
  RoyaltySplitterTooManyParents: ["limit", "Name at most 16 parents."],
  RoyaltySplitterTooManyPayees: ["limit", "Name at most 64 payees."],
  RoyaltySplitterUnauthorized: ["unauthorized", MODULE_ONLY],
  RoyaltySplitterUnknownPayee: ["unknown", "The account has no part in this recipe's split."],
  RoyaltySplitterUnknownRecipe: ["unknown", "Register the recipe first."],
  RoyaltySplitterUnknownToken: ["unknown", "Name an ERC-20 token on this chain."],
  RoyaltySplitterUnsortedParents: ["input", "Sort the parents and name each once."],
  RoyaltySplitterUnsortedPayees: ["input", "Name each payee once, and no zero address."],
  RoyaltySplitterWrongReceipt: [
    "payment",
    "The token did not deliver the price: tokens with transfer fees are not taken.",
  ],
  RoyaltySplitterWrongWeightSum: ["input", "Make the weights of the split add up to 1,000,000."],

  StudioEmptyCharter: ["input", "Give the SHA-256 digest of the charter file."],
  StudioUnauthorized: ["unauthorized", BY_VOTE],

  StudioFactoryForeignClone: ["state", "A studio with this salt exists: choose another salt."],
  StudioFactoryInvalidFounders: ["limit", "Choose as many founders as the preset asks for."],
  StudioFactoryInvalidName: ["limit", "The name has 1 to 31 bytes."],
  StudioFactoryInvalidSecondsPerTick: ["limit", "1 for timestamps, 1 to 60 for block numbers: see clockOf."],
  StudioFactoryInvalidSymbol: ["limit", "The symbol has 1 to 31 bytes."],
  StudioFactoryMissingContract: ["state", "Deploy the whole protocol first."],
  StudioFactoryUnsupportedTerm: ["unsupported", "Use the preset solo or collective."],

  StudioGovernorCallToBareTarget: ["input", "The target has no code: it can be paid but not called."],
  StudioGovernorGuardianFixed: ["state", "The guardian is the studio's board; it is not set here."],
  StudioGovernorInvalidProposalThreshold: ["limit", "Choose a threshold within the bounds."],
  StudioGovernorInvalidQuorum: ["limit", "Choose a quorum within the bounds."],
  StudioGovernorInvalidVoteCap: ["limit", "Choose a cap of at most 1,000,000 ppm."],
  StudioGovernorInvalidVotingDelay: ["limit", "Choose a delay within the bounds."],
  StudioGovernorInvalidVotingPeriod: [
    "limit",
    "Choose a period within the bounds, not shorter than the late extension.",
  ],
  StudioGovernorTargetChanged: ["state", "The target has code now that nobody voted on: propose again."],
  StudioGovernorTimelockFixed: ["state", "The timelock is the studio's identity and never changes."],
  StudioGovernorTooManyActions: ["limit", "Split the proposal."],
  StudioGovernorUnreachableQuorum: [
    "limit",
    "Lower the quorum or raise the cap: too few capped votes could never reach it.",
  ],
};

/** Errors of OpenZeppelin and of ERC-6093 that users of the protocol meet; the others have no remedy of their own. */
export const FOREIGN_REMEDIES: Readonly<Partial<Record<ErrorName, Remedy>>> = {
  AccessControlUnauthorizedAccount: ["unauthorized", "Only the governor acts through the timelock."],
  ERC20InsufficientAllowance: ["payment", "Approve exactly the price to RoyaltySplitter first: see quotePurchase."],
  ERC20InsufficientBalance: ["payment", "The payer does not hold enough."],
  ERC20InvalidReceiver: ["payment", "The token refuses this receiver."],
  ERC3009InvalidAuthorizationTime: ["timing", "Sign a payment for a later deadline."],
  ERC3009InvalidSignature: [
    "proof",
    "The payer must sign exactly this purchase: one changed field makes another payment.",
  ],
  ERC3009UsedAuthorization: ["duplicate", "This purchase was paid; choose another salt to buy again."],
  ERC5805FutureLookup: ["timing", "Ask for a past timepoint."],
  ERC721NonexistentToken: ["unknown", "The asset is not minted."],
  FailedCall: ["state", "A call of the proposal failed without saying why."],
  GovernorAlreadyCastVote: ["duplicate", "Votes cannot be changed."],
  GovernorAlreadyQueuedProposal: ["duplicate", "The proposal is queued."],
  GovernorInsufficientProposerVotes: ["limit", "Collect delegated reputation up to the threshold."],
  GovernorInvalidProposalLength: ["input", "A proposal needs at least one call."],
  GovernorInvalidSignature: ["proof", "The voter must sign this vote with its next nonce: signVote."],
  GovernorInvalidVoteType: ["input", "Vote against, for or abstain."],
  GovernorNonexistentProposal: ["unknown", "The calls and the description must be exactly the proposal's."],
  GovernorOnlyExecutor: ["unauthorized", BY_VOTE],
  GovernorRestrictedProposer: [
    "unauthorized",
    "Only the account in the description's last line may submit this proposal.",
  ],
  GovernorUnableToCancel: ["unauthorized", "Only the proposer may cancel, while the proposal is pending."],
  GovernorUnexpectedProposalState: ["state", "See getProposalState: the proposal is not at this step."],
  InsufficientBalance: ["payment", "The timelock does not hold enough."],
  InvalidAccountNonce: ["duplicate", "The authorization was used: choose another salt, sign again."],
  InvalidInitialization: ["duplicate", "The contract is initialized already."],
  ReentrancyGuardReentrantCall: ["state", "A token called back; such tokens are not taken."],
  SafeERC20FailedOperation: ["payment", "The token refused the transfer: check balance and allowance."],
  TimelockInsufficientDelay: ["limit", "The delay is shorter than the timelock's."],
  TimelockUnauthorizedCaller: ["unauthorized", BY_VOTE],
  TimelockUnexpectedOperationState: ["timing", "Wait until the timelock's delay is over."],
  VotesExpiredSignature: ["timing", "Sign the delegation again."],
};
