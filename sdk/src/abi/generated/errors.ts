// Written by scripts/generate from the compiled contracts: npm run generate

export const errorsAbi = [
  { inputs: [{ name: "plan", type: "uint8" }], name: "AcceptancePlanUnknown", type: "error" },
  { inputs: [], name: "AccessControlBadConfirmation", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "neededRole", type: "bytes32" },
    ],
    name: "AccessControlUnauthorizedAccount",
    type: "error",
  },
  { inputs: [{ name: "target", type: "address" }], name: "AddressEmptyCode", type: "error" },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "allowance", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "AgentMandatesAllowanceTooLarge",
    type: "error",
  },
  {
    inputs: [
      { name: "agent", type: "address" },
      { name: "mandateId", type: "bytes32" },
    ],
    name: "AgentMandatesBusyAgent",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "validUntil", type: "uint40" },
    ],
    name: "AgentMandatesExpired",
    type: "error",
  },
  { inputs: [{ name: "selector", type: "bytes4" }], name: "AgentMandatesForbiddenSelector", type: "error" },
  { inputs: [{ name: "target", type: "address" }], name: "AgentMandatesForbiddenTarget", type: "error" },
  { inputs: [{ name: "agent", type: "address" }], name: "AgentMandatesInvalidAgent", type: "error" },
  { inputs: [{ name: "licensee", type: "address" }], name: "AgentMandatesInvalidLicensee", type: "error" },
  {
    inputs: [
      { name: "perTransaction", type: "uint96" },
      { name: "perPeriod", type: "uint96" },
      { name: "period", type: "uint32" },
      { name: "lifetime", type: "uint96" },
    ],
    name: "AgentMandatesInvalidLimits",
    type: "error",
  },
  { inputs: [{ name: "payee", type: "address" }], name: "AgentMandatesInvalidPayee", type: "error" },
  { inputs: [{ name: "policyHash", type: "bytes32" }], name: "AgentMandatesInvalidPolicy", type: "error" },
  { inputs: [{ name: "referrer", type: "address" }], name: "AgentMandatesInvalidReferrer", type: "error" },
  {
    inputs: [
      { name: "reviewAt", type: "uint40" },
      { name: "validUntil", type: "uint40" },
    ],
    name: "AgentMandatesInvalidReview",
    type: "error",
  },
  { inputs: [{ name: "sponsor", type: "address" }], name: "AgentMandatesInvalidSponsor", type: "error" },
  {
    inputs: [
      { name: "validUntil", type: "uint40" },
      { name: "latest", type: "uint256" },
    ],
    name: "AgentMandatesInvalidTerm",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "cap", type: "uint96" },
      { name: "length", type: "uint32" },
    ],
    name: "AgentMandatesInvalidWindow",
    type: "error",
  },
  {
    inputs: [
      { name: "length", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "AgentMandatesListTooLong",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "lists", type: "uint256" },
    ],
    name: "AgentMandatesListedToken",
    type: "error",
  },
  {
    inputs: [
      { name: "agent", type: "address" },
      { name: "terms", type: "bytes32" },
    ],
    name: "AgentMandatesNoConsent",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "amount", type: "uint256" },
      { name: "left", type: "uint256" },
    ],
    name: "AgentMandatesOverLifetime",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "total", type: "uint256" },
      { name: "cap", type: "uint256" },
    ],
    name: "AgentMandatesOverPeriod",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "total", type: "uint256" },
      { name: "quota", type: "uint256" },
    ],
    name: "AgentMandatesOverQuota",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "amount", type: "uint256" },
      { name: "cap", type: "uint256" },
    ],
    name: "AgentMandatesOverTransaction",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "total", type: "uint256" },
      { name: "cap", type: "uint256" },
    ],
    name: "AgentMandatesOverWindow",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "until", type: "uint48" },
    ],
    name: "AgentMandatesPaused",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "from", type: "uint32" },
      { name: "until", type: "uint32" },
    ],
    name: "AgentMandatesQuotaClosed",
    type: "error",
  },
  { inputs: [{ name: "present", type: "address" }], name: "AgentMandatesReplaced", type: "error" },
  { inputs: [{ name: "mandateId", type: "bytes32" }], name: "AgentMandatesRevoked", type: "error" },
  { inputs: [{ name: "length", type: "uint256" }], name: "AgentMandatesShortCall", type: "error" },
  { inputs: [{ name: "max", type: "uint256" }], name: "AgentMandatesTooManyMandates", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "AgentMandatesUnauthorized", type: "error" },
  {
    inputs: [
      { name: "gate", type: "address" },
      { name: "agent", type: "address" },
    ],
    name: "AgentMandatesUnknownAgent",
    type: "error",
  },
  { inputs: [{ name: "mandateId", type: "bytes32" }], name: "AgentMandatesUnknownMandate", type: "error" },
  { inputs: [{ name: "token", type: "address" }], name: "AgentMandatesUnknownWindow", type: "error" },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "target", type: "address" },
      { name: "selector", type: "bytes4" },
    ],
    name: "AgentMandatesUnlistedCall",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "payee", type: "address" },
    ],
    name: "AgentMandatesUnlistedPayee",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "nonce", type: "uint64" },
      { name: "least", type: "uint64" },
    ],
    name: "AgentMandatesWrongNonce",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "policyHash", type: "bytes32" },
      { name: "expected", type: "bytes32" },
    ],
    name: "AgentMandatesWrongPolicy",
    type: "error",
  },
  {
    inputs: [
      { name: "mandateId", type: "bytes32" },
      { name: "token", type: "address" },
      { name: "expected", type: "address" },
    ],
    name: "AgentMandatesWrongToken",
    type: "error",
  },
  { name: "AllowanceExpired", type: "error", inputs: [{ type: "uint256", name: "deadline" }] },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "releasableAt", type: "uint40" },
      { name: "earliest", type: "uint40" },
    ],
    name: "AssetRegistryBackdatedRelease",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryDuplicateAsset", type: "error" },
  { inputs: [{ name: "gate", type: "address" }], name: "AssetRegistryDuplicateGate", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "AssetRegistryDuplicateLot", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "AssetRegistryDuplicateRecipe", type: "error" },
  { inputs: [{ name: "timelock", type: "address" }], name: "AssetRegistryDuplicateTimelock", type: "error" },
  { inputs: [{ name: "deadline", type: "uint256" }], name: "AssetRegistryExpiredConsent", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "validUntil", type: "uint40" },
    ],
    name: "AssetRegistryExpiredRecipe",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryExternalAsset", type: "error" },
  {
    inputs: [
      { name: "gate", type: "address" },
      { name: "timelock", type: "address" },
      { name: "licensor", type: "address" },
    ],
    name: "AssetRegistryForeignGate",
    type: "error",
  },
  {
    inputs: [
      { name: "assetId", type: "uint256" },
      { name: "nextFreeze", type: "uint40" },
    ],
    name: "AssetRegistryFrozenRecently",
    type: "error",
  },
  { inputs: [{ name: "collection", type: "address" }], name: "AssetRegistryInvalidCollection", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "licensor", type: "address" },
    ],
    name: "AssetRegistryInvalidConsent",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryInvalidContent", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "count", type: "uint32" },
      { name: "maxCount", type: "uint32" },
    ],
    name: "AssetRegistryInvalidCount",
    type: "error",
  },
  {
    inputs: [
      { name: "assetId", type: "uint256" },
      { name: "until", type: "uint40" },
      { name: "maxUntil", type: "uint40" },
    ],
    name: "AssetRegistryInvalidFreeze",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "AssetRegistryInvalidManifest", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
      { name: "mask", type: "uint256" },
    ],
    name: "AssetRegistryInvalidMask",
    type: "error",
  },
  { inputs: [{ name: "ownerUsages", type: "uint8" }], name: "AssetRegistryInvalidOwnerUsages", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "AssetRegistryInvalidPayee", type: "error" },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryInvalidProof", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "AssetRegistryInvalidRoot", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "successor", type: "uint256" },
    ],
    name: "AssetRegistryInvalidSuccessor",
    type: "error",
  },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "until", type: "uint40" },
      { name: "maxUntil", type: "uint40" },
    ],
    name: "AssetRegistryInvalidSuspension",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "status", type: "uint8" },
      { name: "class", type: "uint8" },
    ],
    name: "AssetRegistryInvalidVerdict",
    type: "error",
  },
  {
    inputs: [
      { name: "found", type: "uint256" },
      { name: "expected", type: "uint256" },
    ],
    name: "AssetRegistryLengthMismatch",
    type: "error",
  },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "account", type: "address" },
    ],
    name: "AssetRegistryNoOffer",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryNoRuler", type: "error" },
  {
    inputs: [
      { name: "collection", type: "address" },
      { name: "tokenId", type: "uint256" },
      { name: "caller", type: "address" },
    ],
    name: "AssetRegistryNotExternalOwner",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryNotFrozen", type: "error" },
  { inputs: [{ name: "gate", type: "address" }], name: "AssetRegistryNotIndependent", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "validUntil", type: "uint40" },
      { name: "current", type: "uint40" },
    ],
    name: "AssetRegistryNotLater",
    type: "error",
  },
  {
    inputs: [
      { name: "assetId", type: "uint256" },
      { name: "owner", type: "address" },
      { name: "licensor", type: "address" },
    ],
    name: "AssetRegistryNotOwned",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryNotReleasable", type: "error" },
  { inputs: [{ name: "count", type: "uint32" }], name: "AssetRegistryNotSingle", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "AssetRegistryNotSuspended", type: "error" },
  {
    inputs: [
      { name: "floor", type: "uint24" },
      { name: "cap", type: "uint24" },
    ],
    name: "AssetRegistryOverFloorCap",
    type: "error",
  },
  {
    inputs: [
      { name: "secondaryRate", type: "uint24" },
      { name: "maxRate", type: "uint24" },
    ],
    name: "AssetRegistryOverSecondaryCap",
    type: "error",
  },
  {
    inputs: [
      { name: "parent", type: "uint32" },
      { name: "rate", type: "uint24" },
      { name: "edgeRate", type: "uint24" },
    ],
    name: "AssetRegistryRateMismatch",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "AssetRegistrySupersededLot", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "next", type: "uint40" },
    ],
    name: "AssetRegistrySuspendedRecently",
    type: "error",
  },
  {
    inputs: [
      { name: "parents", type: "uint256" },
      { name: "maxParents", type: "uint256" },
    ],
    name: "AssetRegistryTooManyParents",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "AssetRegistryUnauthorized", type: "error" },
  {
    inputs: [
      { name: "gate", type: "address" },
      { name: "studio", type: "address" },
    ],
    name: "AssetRegistryUnconfirmedGate",
    type: "error",
  },
  {
    inputs: [
      { name: "timelock", type: "address" },
      { name: "studio", type: "address" },
    ],
    name: "AssetRegistryUnconfirmedTimelock",
    type: "error",
  },
  {
    inputs: [
      { name: "asset", type: "uint256" },
      { name: "licenseId", type: "bytes32" },
    ],
    name: "AssetRegistryUnexpectedLicense",
    type: "error",
  },
  {
    inputs: [
      { name: "asset", type: "uint256" },
      { name: "rate", type: "uint24" },
    ],
    name: "AssetRegistryUnexpectedRate",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "AssetRegistryUnknownAsset", type: "error" },
  { inputs: [{ name: "gate", type: "address" }], name: "AssetRegistryUnknownGate", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "AssetRegistryUnknownLot", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "AssetRegistryUnknownRecipe", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
      { name: "words", type: "uint16" },
    ],
    name: "AssetRegistryUnknownWord",
    type: "error",
  },
  {
    inputs: [
      { name: "asset", type: "uint256" },
      { name: "previous", type: "uint256" },
    ],
    name: "AssetRegistryUnsortedParents",
    type: "error",
  },
  { inputs: [{ name: "account", type: "address" }], name: "AssetRegistryZeroWeight", type: "error" },
  {
    inputs: [
      { name: "validUntil", type: "uint40" },
      { name: "earliest", type: "uint40" },
    ],
    name: "AttestationsExpired",
    type: "error",
  },
  {
    inputs: [
      { name: "attester", type: "address" },
      { name: "subject", type: "bytes32" },
    ],
    name: "AttestationsForeignActor",
    type: "error",
  },
  { inputs: [{ name: "subject", type: "bytes32" }], name: "AttestationsInvalidActor", type: "error" },
  {
    inputs: [
      { name: "score", type: "uint32" },
      { name: "maxScore", type: "uint32" },
    ],
    name: "AttestationsInvalidScore",
    type: "error",
  },
  {
    inputs: [
      { name: "attester", type: "address" },
      { name: "uid", type: "bytes32" },
    ],
    name: "AttestationsInvalidSignature",
    type: "error",
  },
  { inputs: [{ name: "subject", type: "bytes32" }], name: "AttestationsInvalidSubject", type: "error" },
  { inputs: [{ name: "deadline", type: "uint256" }], name: "AttestationsLate", type: "error" },
  {
    inputs: [
      { name: "found", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "AttestationsLongText",
    type: "error",
  },
  { inputs: [{ name: "subject", type: "bytes32" }], name: "AttestationsMissingOutcome", type: "error" },
  {
    inputs: [
      { name: "attester", type: "address" },
      { name: "uid", type: "bytes32" },
    ],
    name: "AttestationsRevoked",
    type: "error",
  },
  { inputs: [{ name: "length", type: "uint256" }], name: "AuditBallotsInvalidLength", type: "error" },
  { inputs: [], name: "BitSliceOverflow", type: "error" },
  { inputs: [], name: "BlockHeaderMalformed", type: "error" },
  { inputs: [{ name: "number", type: "uint256" }], name: "BlockHistoryUnavailable", type: "error" },
  { inputs: [], name: "CheckpointUnorderedInsertion", type: "error" },
  { inputs: [], name: "CloneArgumentsTooLong", type: "error" },
  {
    inputs: [
      { name: "commissionId", type: "bytes32" },
      { name: "milestone", type: "uint8" },
    ],
    name: "CommissionsClosedMilestone",
    type: "error",
  },
  { inputs: [{ name: "commissionId", type: "bytes32" }], name: "CommissionsDuplicate", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CommissionsForeignLot", type: "error" },
  {
    inputs: [
      { name: "milestones", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "CommissionsInvalidLength",
    type: "error",
  },
  { inputs: [{ name: "milestone", type: "uint256" }], name: "CommissionsInvalidMilestone", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "dependency", type: "uint8" },
    ],
    name: "CommissionsMissingParent",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CommissionsNotReleasable", type: "error" },
  {
    inputs: [
      { name: "commissionId", type: "bytes32" },
      { name: "milestone", type: "uint8" },
    ],
    name: "CommissionsNotReturnable",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CommissionsPendingLot", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "CommissionsUnauthorized", type: "error" },
  {
    inputs: [
      { name: "commissionId", type: "bytes32" },
      { name: "amount", type: "uint256" },
      { name: "total", type: "uint256" },
    ],
    name: "CommissionsUnderfunded",
    type: "error",
  },
  { inputs: [{ name: "commissionId", type: "bytes32" }], name: "CommissionsUnknownCommission", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "committedAt", type: "uint256" },
      { name: "from", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
    name: "CommissionsUntimelyLot",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CommissionsUsedLot", type: "error" },
  { inputs: [], name: "Create2EmptyBytecode", type: "error" },
  { inputs: [], name: "Create3EmptyBytecode", type: "error" },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationAgentBallot", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
    ],
    name: "CurationAlreadyAppealed",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
      { name: "mask", type: "uint256" },
    ],
    name: "CurationAlreadyBlocked",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "index", type: "uint16" },
    ],
    name: "CurationAlreadyCast",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationAlreadyReaudited", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "round", type: "uint8" },
    ],
    name: "CurationAlreadySettled",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
    ],
    name: "CurationAlreadyVetoed",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "CurationAuditTimedOut",
    type: "error",
  },
  { inputs: [{ name: "token", type: "address" }], name: "CurationAuditTokenAlreadySet", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "index", type: "uint16" },
    ],
    name: "CurationBallotMissing",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "ballotDeadline", type: "uint40" },
    ],
    name: "CurationBallotsClosed",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "ballotDeadline", type: "uint40" },
    ],
    name: "CurationBallotsOpen",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
      { name: "mask", type: "uint256" },
    ],
    name: "CurationBeyondLot",
    type: "error",
  },
  { inputs: [{ name: "account", type: "address" }], name: "CurationBoundProducer", type: "error" },
  {
    inputs: [
      { name: "root", type: "bytes32" },
      { name: "opened", type: "uint16" },
      { name: "count", type: "uint16" },
    ],
    name: "CurationCanariesPending",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "root", type: "bytes32" },
    ],
    name: "CurationCanaryCommittedLate",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "deadline", type: "uint40" },
    ],
    name: "CurationCanaryTooLate",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "id", type: "uint16" },
      { name: "time", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
    name: "CurationChallengePending",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "windowEnd", type: "uint40" },
    ],
    name: "CurationChallengeWindowOpen",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "open", type: "uint16" },
    ],
    name: "CurationChallengesOpen",
    type: "error",
  },
  {
    inputs: [
      { name: "index", type: "uint16" },
      { name: "lanes", type: "uint256" },
    ],
    name: "CurationContradictoryBallot",
    type: "error",
  },
  { inputs: [{ name: "maximum", type: "uint16" }], name: "CurationCuratorsExhausted", type: "error" },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationDelegateOfProducer", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "free", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "CurationDepositTooSmall",
    type: "error",
  },
  { inputs: [{ name: "root", type: "bytes32" }], name: "CurationDuplicateCanaries", type: "error" },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "CurationDuplicateCandidate", type: "error" },
  { inputs: [{ name: "epoch", type: "uint16" }], name: "CurationEmptyEpoch", type: "error" },
  { inputs: [], name: "CurationEmptyEvidence", type: "error" },
  { inputs: [{ name: "word", type: "uint16" }], name: "CurationEmptyMask", type: "error" },
  { inputs: [{ name: "epoch", type: "uint16" }], name: "CurationEpochClosed", type: "error" },
  {
    inputs: [
      { name: "epoch", type: "uint16" },
      { name: "time", type: "uint256" },
      { name: "end", type: "uint256" },
    ],
    name: "CurationEpochOpen",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "CurationForeignCandidate", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationForeignLot", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "version", type: "uint32" },
      { name: "expected", type: "uint32" },
    ],
    name: "CurationInboxCharter",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationInboxFull", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "reputation", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "CurationInsufficientReputation",
    type: "error",
  },
  { inputs: [{ name: "token", type: "address" }], name: "CurationInvalidAuditToken", type: "error" },
  {
    inputs: [
      { name: "count", type: "uint16" },
      { name: "deadline", type: "uint40" },
    ],
    name: "CurationInvalidCanaries",
    type: "error",
  },
  {
    inputs: [
      { name: "key", type: "address" },
      { name: "signer", type: "address" },
    ],
    name: "CurationInvalidKeySignature",
    type: "error",
  },
  {
    inputs: [
      { name: "masks", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "CurationInvalidMasks",
    type: "error",
  },
  { inputs: [{ name: "account", type: "address" }], name: "CurationInvalidProducer", type: "error" },
  {
    inputs: [
      { name: "count", type: "uint256" },
      { name: "k", type: "uint16" },
    ],
    name: "CurationInvalidSlate",
    type: "error",
  },
  {
    inputs: [
      { name: "ballotDeadline", type: "uint40" },
      { name: "earliest", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "CurationInvalidSlateDeadline",
    type: "error",
  },
  { inputs: [{ name: "field", type: "uint8" }], name: "CurationInvalidTerms", type: "error" },
  {
    inputs: [
      { name: "key", type: "address" },
      { name: "index", type: "uint16" },
    ],
    name: "CurationKeyTaken",
    type: "error",
  },
  {
    inputs: [
      { name: "words", type: "uint256" },
      { name: "masks", type: "uint256" },
    ],
    name: "CurationLengthMismatch",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationLotSuspended", type: "error" },
  { inputs: [], name: "CurationNoAuditToken", type: "error" },
  { inputs: [{ name: "epoch", type: "uint16" }], name: "CurationNoBudget", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "status", type: "uint8" },
      { name: "time", type: "uint256" },
      { name: "windowEnd", type: "uint40" },
    ],
    name: "CurationNoChallengeWindow",
    type: "error",
  },
  {
    inputs: [
      { name: "copy", type: "uint256" },
      { name: "original", type: "uint256" },
    ],
    name: "CurationNoDuplicate",
    type: "error",
  },
  { inputs: [], name: "CurationNoEquivocation", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "index", type: "uint16" },
    ],
    name: "CurationNoPractice",
    type: "error",
  },
  {
    inputs: [
      { name: "subject", type: "uint256" },
      { name: "weight", type: "uint256" },
      { name: "quorum", type: "uint256" },
    ],
    name: "CurationNoQuorum",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationNotAccepted", type: "error" },
  {
    inputs: [
      { name: "index", type: "uint16" },
      { name: "widening", type: "uint8" },
    ],
    name: "CurationNotDrawn",
    type: "error",
  },
  {
    inputs: [
      { name: "copy", type: "uint256" },
      { name: "original", type: "uint256" },
    ],
    name: "CurationNotEarlier",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationNotExpired", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationNotFinal", type: "error" },
  {
    inputs: [
      { name: "subject", type: "uint256" },
      { name: "weight", type: "uint256" },
      { name: "present", type: "uint16" },
    ],
    name: "CurationNotHeavier",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "status", type: "uint8" },
    ],
    name: "CurationNotPending",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "CurationNotReleasable", type: "error" },
  {
    inputs: [
      { name: "slateId", type: "uint256" },
      { name: "candidate", type: "uint16" },
    ],
    name: "CurationNotSelected",
    type: "error",
  },
  { inputs: [{ name: "producer", type: "address" }], name: "CurationNotStopped", type: "error" },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationNotStruckOff", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "id", type: "uint16" },
    ],
    name: "CurationNothingDecided",
    type: "error",
  },
  { inputs: [{ name: "account", type: "address" }], name: "CurationNothingDeposited", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "CurationNothingToClaim", type: "error" },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationOwnChallenge", type: "error" },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationOwnLot", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationPanelAlreadyCalled", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationPanelNotCalled", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationPanelNotDrawn", type: "error" },
  { inputs: [{ name: "producer", type: "address" }], name: "CurationProducerStopped", type: "error" },
  {
    inputs: [
      { name: "producer", type: "address" },
      { name: "used", type: "uint256" },
      { name: "quota", type: "uint32" },
    ],
    name: "CurationQuotaExceeded",
    type: "error",
  },
  { inputs: [], name: "CurationReplaced", type: "error" },
  { inputs: [], name: "CurationSaltChainUnset", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationSaltNotOverdue", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "span", type: "uint256" },
    ],
    name: "CurationSaltNotRevealed",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "seed", type: "bytes16" },
    ],
    name: "CurationSeedAlreadyDrawn",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationSeedNotDrawn", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "blockNumber", type: "uint256" },
      { name: "earliest", type: "uint256" },
    ],
    name: "CurationSeedTooEarly",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "blockNumber", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "CurationSeedTooLate",
    type: "error",
  },
  {
    inputs: [
      { name: "slateId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "finalAt", type: "uint40" },
    ],
    name: "CurationSlateFinal",
    type: "error",
  },
  {
    inputs: [
      { name: "slateId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "deadline", type: "uint40" },
    ],
    name: "CurationSlateOpen",
    type: "error",
  },
  {
    inputs: [
      { name: "span", type: "uint256" },
      { name: "blockNumber", type: "uint256" },
    ],
    name: "CurationSpanNotOver",
    type: "error",
  },
  {
    inputs: [
      { name: "span", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "CurationSpanOutOfOrder",
    type: "error",
  },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationStruckOff", type: "error" },
  {
    inputs: [
      { name: "subject", type: "uint256" },
      { name: "ballots", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "CurationTooFewBallots",
    type: "error",
  },
  {
    inputs: [
      { name: "epoch", type: "uint16" },
      { name: "curators", type: "uint256" },
      { name: "minimum", type: "uint256" },
    ],
    name: "CurationTooFewCurators",
    type: "error",
  },
  {
    inputs: [
      { name: "subject", type: "uint256" },
      { name: "humans", type: "uint256" },
      { name: "minimum", type: "uint8" },
    ],
    name: "CurationTooFewHumans",
    type: "error",
  },
  {
    inputs: [
      { name: "subject", type: "uint256" },
      { name: "ballots", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "CurationTooManyBallots",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "CurationUnauthorized", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "CurationUnbondedChallenge", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "lanes", type: "uint256" },
    ],
    name: "CurationUncovered",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "salt", type: "bytes32" },
    ],
    name: "CurationUnexpectedSalt",
    type: "error",
  },
  { inputs: [], name: "CurationUnexpectedSaltChain", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "CurationUnknownAudit", type: "error" },
  { inputs: [{ name: "root", type: "bytes32" }], name: "CurationUnknownCanaries", type: "error" },
  {
    inputs: [
      { name: "slateId", type: "uint256" },
      { name: "assetId", type: "uint256" },
    ],
    name: "CurationUnknownCandidate",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "id", type: "uint16" },
    ],
    name: "CurationUnknownChallenge",
    type: "error",
  },
  {
    inputs: [
      { name: "version", type: "uint32" },
      { name: "newest", type: "uint32" },
    ],
    name: "CurationUnknownCharter",
    type: "error",
  },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationUnknownCurator", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "CurationUnknownProducer", type: "error" },
  { inputs: [{ name: "slateId", type: "uint256" }], name: "CurationUnknownSlate", type: "error" },
  { inputs: [{ name: "version", type: "uint16" }], name: "CurationUnknownTerms", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
    ],
    name: "CurationUnknownVeto",
    type: "error",
  },
  { inputs: [{ name: "index", type: "uint16" }], name: "CurationUnsortedBallots", type: "error" },
  { inputs: [{ name: "word", type: "uint16" }], name: "CurationUnsortedWords", type: "error" },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "CurationUnverifiedLeaf", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "time", type: "uint256" },
      { name: "windowEnd", type: "uint40" },
    ],
    name: "CurationVerdictFinal",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "word", type: "uint16" },
      { name: "until", type: "uint40" },
    ],
    name: "CurationVetoStands",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "hash", type: "bytes32" },
      { name: "expected", type: "bytes32" },
    ],
    name: "CurationWrongBallots",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "root", type: "bytes32" },
    ],
    name: "CurationWrongCanaryProof",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "hash", type: "bytes32" },
      { name: "expected", type: "bytes32" },
    ],
    name: "CurationWrongHeaderHash",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "number", type: "uint256" },
      { name: "seedBlock", type: "uint256" },
    ],
    name: "CurationWrongHeaderNumber",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "id", type: "uint16" },
    ],
    name: "CurationWrongMasks",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "digest", type: "bytes16" },
      { name: "expected", type: "bytes16" },
    ],
    name: "CurationWrongOutcome",
    type: "error",
  },
  { inputs: [{ name: "preset", type: "uint8" }], name: "CurationWrongPreset", type: "error" },
  {
    inputs: [
      { name: "span", type: "uint256" },
      { name: "link", type: "bytes32" },
    ],
    name: "CurationWrongSalt",
    type: "error",
  },
  { inputs: [{ name: "slateId", type: "uint256" }], name: "CurationWrongSelection", type: "error" },
  {
    inputs: [
      { name: "index", type: "uint16" },
      { name: "signer", type: "address" },
      { name: "key", type: "address" },
    ],
    name: "CurationWrongSigner",
    type: "error",
  },
  {
    inputs: [
      { name: "success", type: "bool" },
      { name: "ret", type: "bytes" },
    ],
    name: "DelegateAndRevert",
    type: "error",
  },
  {
    inputs: [
      { name: "name", type: "bytes32" },
      { name: "deployed", type: "address" },
    ],
    name: "DeployerAlreadyDeployed",
    type: "error",
  },
  { inputs: [{ name: "name", type: "bytes32" }], name: "DeployerInvalidEntry", type: "error" },
  {
    inputs: [
      { name: "names", type: "uint256" },
      { name: "creationCodeHashes", type: "uint256" },
    ],
    name: "DeployerLengthMismatch",
    type: "error",
  },
  { inputs: [{ name: "name", type: "bytes32" }], name: "DeployerUnknownName", type: "error" },
  {
    inputs: [
      { name: "name", type: "bytes32" },
      { name: "found", type: "bytes32" },
      { name: "expected", type: "bytes32" },
    ],
    name: "DeployerWrongCode",
    type: "error",
  },
  { inputs: [], name: "ECDSAInvalidSignature", type: "error" },
  { inputs: [{ name: "length", type: "uint256" }], name: "ECDSAInvalidSignatureLength", type: "error" },
  { inputs: [{ name: "s", type: "bytes32" }], name: "ECDSAInvalidSignatureS", type: "error" },
  {
    inputs: [
      { name: "sender", type: "address" },
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
      { name: "tokenId", type: "uint256" },
    ],
    name: "ERC1155InsufficientBalance",
    type: "error",
  },
  { inputs: [{ name: "approver", type: "address" }], name: "ERC1155InvalidApprover", type: "error" },
  {
    inputs: [
      { name: "idsLength", type: "uint256" },
      { name: "valuesLength", type: "uint256" },
    ],
    name: "ERC1155InvalidArrayLength",
    type: "error",
  },
  { inputs: [{ name: "operator", type: "address" }], name: "ERC1155InvalidOperator", type: "error" },
  { inputs: [{ name: "receiver", type: "address" }], name: "ERC1155InvalidReceiver", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "ERC1155InvalidSender", type: "error" },
  {
    inputs: [
      { name: "operator", type: "address" },
      { name: "owner", type: "address" },
    ],
    name: "ERC1155MissingApprovalForAll",
    type: "error",
  },
  { inputs: [{ name: "implementation", type: "address" }], name: "ERC1967InvalidImplementation", type: "error" },
  { inputs: [], name: "ERC1967NonPayable", type: "error" },
  {
    inputs: [
      { name: "increasedSupply", type: "uint256" },
      { name: "cap", type: "uint256" },
    ],
    name: "ERC20ExceededSafeSupply",
    type: "error",
  },
  {
    inputs: [
      { name: "spender", type: "address" },
      { name: "allowance", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "ERC20InsufficientAllowance",
    type: "error",
  },
  {
    inputs: [
      { name: "sender", type: "address" },
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "ERC20InsufficientBalance",
    type: "error",
  },
  { inputs: [{ name: "approver", type: "address" }], name: "ERC20InvalidApprover", type: "error" },
  { inputs: [{ name: "receiver", type: "address" }], name: "ERC20InvalidReceiver", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "ERC20InvalidSender", type: "error" },
  { inputs: [{ name: "spender", type: "address" }], name: "ERC20InvalidSpender", type: "error" },
  {
    inputs: [
      { name: "validAfter", type: "uint256" },
      { name: "validBefore", type: "uint256" },
    ],
    name: "ERC3009InvalidAuthorizationTime",
    type: "error",
  },
  { inputs: [], name: "ERC3009InvalidSignature", type: "error" },
  {
    inputs: [
      { name: "authorizer", type: "address" },
      { name: "nonce", type: "bytes32" },
    ],
    name: "ERC3009UsedAuthorization",
    type: "error",
  },
  {
    inputs: [
      { name: "timepoint", type: "uint256" },
      { name: "clock", type: "uint48" },
    ],
    name: "ERC5805FutureLookup",
    type: "error",
  },
  {
    inputs: [
      { name: "spender", type: "address" },
      { name: "allowance", type: "uint256" },
      { name: "needed", type: "uint256" },
      { name: "id", type: "uint256" },
    ],
    name: "ERC6909InsufficientAllowance",
    type: "error",
  },
  {
    inputs: [
      { name: "sender", type: "address" },
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
      { name: "id", type: "uint256" },
    ],
    name: "ERC6909InsufficientBalance",
    type: "error",
  },
  { inputs: [{ name: "approver", type: "address" }], name: "ERC6909InvalidApprover", type: "error" },
  { inputs: [{ name: "receiver", type: "address" }], name: "ERC6909InvalidReceiver", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "ERC6909InvalidSender", type: "error" },
  { inputs: [{ name: "spender", type: "address" }], name: "ERC6909InvalidSpender", type: "error" },
  {
    inputs: [
      { name: "sender", type: "address" },
      { name: "tokenId", type: "uint256" },
      { name: "owner", type: "address" },
    ],
    name: "ERC721IncorrectOwner",
    type: "error",
  },
  {
    inputs: [
      { name: "operator", type: "address" },
      { name: "tokenId", type: "uint256" },
    ],
    name: "ERC721InsufficientApproval",
    type: "error",
  },
  { inputs: [{ name: "approver", type: "address" }], name: "ERC721InvalidApprover", type: "error" },
  { inputs: [{ name: "operator", type: "address" }], name: "ERC721InvalidOperator", type: "error" },
  { inputs: [{ name: "owner", type: "address" }], name: "ERC721InvalidOwner", type: "error" },
  { inputs: [{ name: "receiver", type: "address" }], name: "ERC721InvalidReceiver", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "ERC721InvalidSender", type: "error" },
  { inputs: [{ name: "tokenId", type: "uint256" }], name: "ERC721NonexistentToken", type: "error" },
  { inputs: [{ name: "reviewId", type: "uint256" }], name: "EthicsBoardAlreadyEnacted", type: "error" },
  {
    inputs: [
      { name: "claimant", type: "address" },
      { name: "found", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "EthicsBoardBondTooSmall",
    type: "error",
  },
  { inputs: [{ name: "reviewId", type: "uint256" }], name: "EthicsBoardCannotAppeal", type: "error" },
  {
    inputs: [
      { name: "reviewId", type: "uint256" },
      { name: "seat", type: "uint8" },
    ],
    name: "EthicsBoardCannotVote",
    type: "error",
  },
  { inputs: [{ name: "claimId", type: "uint256" }], name: "EthicsBoardClaimNotOpen", type: "error" },
  { inputs: [{ name: "claimId", type: "uint256" }], name: "EthicsBoardClaimOpen", type: "error" },
  { inputs: [{ name: "candidate", type: "address" }], name: "EthicsBoardEmptyStatement", type: "error" },
  { inputs: [{ name: "proposalId", type: "uint256" }], name: "EthicsBoardExemptProposal", type: "error" },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "bond", type: "uint128" },
    ],
    name: "EthicsBoardInvalidBond",
    type: "error",
  },
  {
    inputs: [
      { name: "chamber", type: "address" },
      { name: "until", type: "uint48" },
      { name: "maxUntil", type: "uint48" },
    ],
    name: "EthicsBoardInvalidChamber",
    type: "error",
  },
  { inputs: [], name: "EthicsBoardInvalidClaim", type: "error" },
  {
    inputs: [
      { name: "duration", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "EthicsBoardInvalidDuration",
    type: "error",
  },
  { inputs: [{ name: "holder", type: "address" }], name: "EthicsBoardInvalidHolder", type: "error" },
  { inputs: [{ name: "power", type: "uint8" }], name: "EthicsBoardInvalidReview", type: "error" },
  {
    inputs: [
      { name: "seat", type: "uint8" },
      { name: "max", type: "uint8" },
    ],
    name: "EthicsBoardInvalidSeat",
    type: "error",
  },
  {
    inputs: [
      { name: "kind", type: "uint8" },
      { name: "subject", type: "uint256" },
    ],
    name: "EthicsBoardInvalidSubject",
    type: "error",
  },
  {
    inputs: [
      { name: "limit", type: "uint8" },
      { name: "min", type: "uint8" },
      { name: "max", type: "uint8" },
    ],
    name: "EthicsBoardInvalidVetoLimit",
    type: "error",
  },
  { inputs: [{ name: "module", type: "uint8" }], name: "EthicsBoardMissingModule", type: "error" },
  { inputs: [{ name: "reviewId", type: "uint256" }], name: "EthicsBoardNoAppeal", type: "error" },
  { inputs: [{ name: "claimant", type: "address" }], name: "EthicsBoardNoMember", type: "error" },
  { inputs: [{ name: "reviewId", type: "uint256" }], name: "EthicsBoardNoReward", type: "error" },
  { inputs: [{ name: "board", type: "address" }], name: "EthicsBoardReplaced", type: "error" },
  {
    inputs: [
      { name: "reviewId", type: "uint256" },
      { name: "end", type: "uint256" },
    ],
    name: "EthicsBoardReviewOver",
    type: "error",
  },
  {
    inputs: [
      { name: "subject", type: "uint256" },
      { name: "next", type: "uint256" },
    ],
    name: "EthicsBoardStoppedRecently",
    type: "error",
  },
  {
    inputs: [
      { name: "time", type: "uint256" },
      { name: "earliest", type: "uint256" },
    ],
    name: "EthicsBoardTooEarly",
    type: "error",
  },
  {
    inputs: [
      { name: "live", type: "uint256" },
      { name: "min", type: "uint256" },
    ],
    name: "EthicsBoardTooFewSeats",
    type: "error",
  },
  {
    inputs: [
      { name: "reviewId", type: "uint256" },
      { name: "votes", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "EthicsBoardTooFewVotes",
    type: "error",
  },
  {
    inputs: [
      { name: "found", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "EthicsBoardTooLittleGas",
    type: "error",
  },
  {
    inputs: [
      { name: "found", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "EthicsBoardTooLittleIssuance",
    type: "error",
  },
  {
    inputs: [
      { name: "claimant", type: "address" },
      { name: "found", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "EthicsBoardTooManyFreeClaims",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "EthicsBoardUnauthorized", type: "error" },
  { inputs: [{ name: "claimId", type: "uint256" }], name: "EthicsBoardUnknownClaim", type: "error" },
  { inputs: [{ name: "reviewId", type: "uint256" }], name: "EthicsBoardUnknownReview", type: "error" },
  {
    inputs: [
      { name: "used", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "EthicsBoardVetoLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "found", type: "bytes32" },
      { name: "expected", type: "bytes32" },
    ],
    name: "EthicsBoardWrongPayload",
    type: "error",
  },
  { name: "ExcessiveInvalidation", type: "error", inputs: [] },
  {
    inputs: [
      { name: "index", type: "uint256" },
      { name: "error", type: "bytes" },
    ],
    name: "ExecuteError",
    type: "error",
  },
  { inputs: [], name: "FailedCall", type: "error" },
  { inputs: [], name: "FailedDeployment", type: "error" },
  {
    inputs: [
      { name: "opIndex", type: "uint256" },
      { name: "reason", type: "string" },
    ],
    name: "FailedOp",
    type: "error",
  },
  {
    inputs: [
      { name: "opIndex", type: "uint256" },
      { name: "reason", type: "string" },
      { name: "inner", type: "bytes" },
    ],
    name: "FailedOpWithRevert",
    type: "error",
  },
  { inputs: [{ name: "voter", type: "address" }], name: "GovernorAlreadyCastVote", type: "error" },
  { inputs: [{ name: "proposalId", type: "uint256" }], name: "GovernorAlreadyQueuedProposal", type: "error" },
  { inputs: [], name: "GovernorDisabledDeposit", type: "error" },
  {
    inputs: [
      { name: "proposer", type: "address" },
      { name: "votes", type: "uint256" },
      { name: "threshold", type: "uint256" },
    ],
    name: "GovernorInsufficientProposerVotes",
    type: "error",
  },
  {
    inputs: [
      { name: "targets", type: "uint256" },
      { name: "calldatas", type: "uint256" },
      { name: "values", type: "uint256" },
    ],
    name: "GovernorInvalidProposalLength",
    type: "error",
  },
  {
    inputs: [
      { name: "quorumNumerator", type: "uint256" },
      { name: "quorumDenominator", type: "uint256" },
    ],
    name: "GovernorInvalidQuorumFraction",
    type: "error",
  },
  { inputs: [{ name: "voter", type: "address" }], name: "GovernorInvalidSignature", type: "error" },
  { inputs: [], name: "GovernorInvalidVoteParams", type: "error" },
  { inputs: [], name: "GovernorInvalidVoteType", type: "error" },
  { inputs: [{ name: "votingPeriod", type: "uint256" }], name: "GovernorInvalidVotingPeriod", type: "error" },
  { inputs: [{ name: "proposalId", type: "uint256" }], name: "GovernorNonexistentProposal", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "GovernorOnlyExecutor", type: "error" },
  {
    inputs: [
      { name: "newVoteExtension", type: "uint256" },
      { name: "maxVoteExtension", type: "uint256" },
    ],
    name: "GovernorPreventLateQuorumVoteExtensionTooLarge",
    type: "error",
  },
  { inputs: [{ name: "proposalId", type: "uint256" }], name: "GovernorProposalQueueingFailed", type: "error" },
  { inputs: [{ name: "proposalId", type: "uint256" }], name: "GovernorProposalQueueingNotRequired", type: "error" },
  { inputs: [{ name: "proposer", type: "address" }], name: "GovernorRestrictedProposer", type: "error" },
  {
    inputs: [
      { name: "proposalId", type: "uint256" },
      { name: "account", type: "address" },
    ],
    name: "GovernorUnableToCancel",
    type: "error",
  },
  {
    inputs: [
      { name: "proposalId", type: "uint256" },
      { name: "current", type: "uint8" },
      { name: "expectedStates", type: "bytes32" },
    ],
    name: "GovernorUnexpectedProposalState",
    type: "error",
  },
  {
    inputs: [
      { name: "epoch", type: "uint32" },
      { name: "time", type: "uint256" },
      { name: "end", type: "uint256" },
    ],
    name: "ImpactEmissionClaimExpired",
    type: "error",
  },
  { inputs: [{ name: "epoch", type: "uint32" }], name: "ImpactEmissionEmptyEpoch", type: "error" },
  { inputs: [{ name: "epoch", type: "uint32" }], name: "ImpactEmissionEpochClosed", type: "error" },
  {
    inputs: [
      { name: "epoch", type: "uint32" },
      { name: "time", type: "uint256" },
      { name: "end", type: "uint256" },
    ],
    name: "ImpactEmissionEpochOpen",
    type: "error",
  },
  { inputs: [{ name: "recipient", type: "address" }], name: "ImpactEmissionForeignRecipient", type: "error" },
  {
    inputs: [
      { name: "share", type: "uint24" },
      { name: "max", type: "uint24" },
    ],
    name: "ImpactEmissionInvalidShare",
    type: "error",
  },
  {
    inputs: [
      { name: "epoch", type: "uint32" },
      { name: "available", type: "uint256" },
      { name: "wanted", type: "uint256" },
    ],
    name: "ImpactEmissionNoBudget",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "account", type: "address" },
    ],
    name: "ImpactEmissionNothingToClaim",
    type: "error",
  },
  { inputs: [], name: "ImpactEmissionOff", type: "error" },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "weight", type: "uint32" },
      { name: "min", type: "uint32" },
    ],
    name: "ImpactEmissionTreasuryShare",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "ImpactEmissionUnauthorized", type: "error" },
  { inputs: [{ name: "token", type: "address" }], name: "ImpactEmissionUnknownToken", type: "error" },
  { inputs: [{ name: "recipe", type: "uint32" }], name: "ImpactEmissionUnsupportedSplit", type: "error" },
  { inputs: [], name: "ImpactEmissionZeroPrice", type: "error" },
  { name: "InsufficientAllowance", type: "error", inputs: [{ type: "uint256", name: "amount" }] },
  {
    inputs: [
      { name: "balance", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "InsufficientBalance",
    type: "error",
  },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "currentNonce", type: "uint256" },
    ],
    name: "InvalidAccountNonce",
    type: "error",
  },
  { name: "InvalidAmount", type: "error", inputs: [{ type: "uint256", name: "maxAmount" }] },
  { name: "InvalidContractSignature", type: "error", inputs: [] },
  { inputs: [], name: "InvalidInitialization", type: "error" },
  { name: "InvalidNonce", type: "error", inputs: [] },
  { inputs: [], name: "InvalidShortString", type: "error" },
  { name: "InvalidSignature", type: "error", inputs: [] },
  { name: "InvalidSignatureLength", type: "error", inputs: [] },
  { name: "InvalidSigner", type: "error", inputs: [] },
  { name: "LengthMismatch", type: "error", inputs: [] },
  { inputs: [{ name: "offerId", type: "bytes32" }], name: "LicenseMarketDuplicateOffer", type: "error" },
  { inputs: [{ name: "deadline", type: "uint40" }], name: "LicenseMarketExpiredPurchase", type: "error" },
  {
    inputs: [
      { name: "assetId", type: "uint256" },
      { name: "recipe", type: "uint32" },
      { name: "offerRecipe", type: "uint32" },
    ],
    name: "LicenseMarketForeignAsset",
    type: "error",
  },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "seller", type: "address" },
      { name: "owner", type: "address" },
    ],
    name: "LicenseMarketForeignSeller",
    type: "error",
  },
  { inputs: [{ name: "duration", type: "uint40" }], name: "LicenseMarketInvalidDuration", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "LicenseMarketInvalidExclusive", type: "error" },
  { inputs: [{ name: "licensee", type: "address" }], name: "LicenseMarketInvalidLicensee", type: "error" },
  {
    inputs: [
      { name: "supply", type: "uint32" },
      { name: "perPayer", type: "uint32" },
    ],
    name: "LicenseMarketInvalidLimits",
    type: "error",
  },
  {
    inputs: [
      { name: "payer", type: "address" },
      { name: "caller", type: "address" },
    ],
    name: "LicenseMarketInvalidPayer",
    type: "error",
  },
  {
    inputs: [
      { name: "start", type: "uint40" },
      { name: "end", type: "uint40" },
    ],
    name: "LicenseMarketInvalidPeriod",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint96" },
      { name: "free", type: "bool" },
    ],
    name: "LicenseMarketInvalidPrice",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "LicenseMarketInvalidProof", type: "error" },
  {
    inputs: [
      { name: "rate", type: "uint24" },
      { name: "minRate", type: "uint24" },
      { name: "maxRate", type: "uint24" },
    ],
    name: "LicenseMarketInvalidRate",
    type: "error",
  },
  {
    inputs: [
      { name: "referral", type: "uint24" },
      { name: "maxReferral", type: "uint24" },
    ],
    name: "LicenseMarketInvalidReferral",
    type: "error",
  },
  {
    inputs: [
      { name: "refundWindow", type: "uint32" },
      { name: "penalty", type: "uint24" },
    ],
    name: "LicenseMarketInvalidRefund",
    type: "error",
  },
  {
    inputs: [
      { name: "scope", type: "uint8" },
      { name: "scopeId", type: "uint256" },
    ],
    name: "LicenseMarketInvalidScope",
    type: "error",
  },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "LicenseMarketInvalidTitle", type: "error" },
  { inputs: [{ name: "token", type: "address" }], name: "LicenseMarketInvalidToken", type: "error" },
  { inputs: [{ name: "usages", type: "uint8" }], name: "LicenseMarketInvalidUsages", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "LicenseMarketNotPlain", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicenseMarketNotRefundable", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicenseMarketNotRenewable", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicenseMarketNotRevocable", type: "error" },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "end", type: "uint40" },
    ],
    name: "LicenseMarketOfferEnded",
    type: "error",
  },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "start", type: "uint40" },
    ],
    name: "LicenseMarketOfferNotStarted",
    type: "error",
  },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "assetId", type: "uint256" },
    ],
    name: "LicenseMarketOutOfScope",
    type: "error",
  },
  {
    inputs: [
      { name: "agent", type: "address" },
      { name: "field", type: "uint8" },
    ],
    name: "LicenseMarketOverAgency",
    type: "error",
  },
  {
    inputs: [
      { name: "total", type: "uint256" },
      { name: "maxTotal", type: "uint256" },
    ],
    name: "LicenseMarketOverMaxTotal",
    type: "error",
  },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "payer", type: "address" },
      { name: "perPayer", type: "uint32" },
    ],
    name: "LicenseMarketOverPayerLimit",
    type: "error",
  },
  {
    inputs: [
      { name: "seats", type: "uint32" },
      { name: "maxSeats", type: "uint32" },
    ],
    name: "LicenseMarketOverSeats",
    type: "error",
  },
  {
    inputs: [
      { name: "usages", type: "uint8" },
      { name: "ownerUsages", type: "uint8" },
    ],
    name: "LicenseMarketOwnerUsages",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "refundableUntil", type: "uint40" },
    ],
    name: "LicenseMarketRefundOpen",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "refundableUntil", type: "uint40" },
    ],
    name: "LicenseMarketRefundOver",
    type: "error",
  },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "supply", type: "uint32" },
    ],
    name: "LicenseMarketSoldOut",
    type: "error",
  },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "controlEpoch", type: "uint16" },
      { name: "offerEpoch", type: "uint16" },
    ],
    name: "LicenseMarketStaleOffer",
    type: "error",
  },
  {
    inputs: [
      { name: "orders", type: "uint256" },
      { name: "maxOrders", type: "uint256" },
    ],
    name: "LicenseMarketTooManyOrders",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "LicenseMarketUnauthorized", type: "error" },
  { inputs: [{ name: "offerId", type: "bytes32" }], name: "LicenseMarketUnknownOffer", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "LicenseMarketUnknownRecipe", type: "error" },
  {
    inputs: [
      { name: "offerId", type: "bytes32" },
      { name: "referrer", type: "address" },
    ],
    name: "LicenseMarketUnlistedReferrer",
    type: "error",
  },
  { inputs: [{ name: "field", type: "uint8" }], name: "LicenseMarketUnsupportedTerm", type: "error" },
  { inputs: [{ name: "offerId", type: "bytes32" }], name: "LicenseMarketWithdrawnOffer", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesDuplicateLicense", type: "error" },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "status", type: "uint8" },
    ],
    name: "LicensesEndedLicense",
    type: "error",
  },
  {
    inputs: [
      { name: "assetId", type: "uint256" },
      { name: "licenseId", type: "bytes32" },
    ],
    name: "LicensesExclusiveAsset",
    type: "error",
  },
  {
    inputs: [
      { name: "contentHash", type: "bytes32" },
      { name: "licenseId", type: "bytes32" },
    ],
    name: "LicensesExclusiveContent",
    type: "error",
  },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "LicensesExclusiveLot", type: "error" },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "expiry", type: "uint40" },
    ],
    name: "LicensesExpiredLicense",
    type: "error",
  },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesFinalLicense", type: "error" },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "account", type: "address" },
      { name: "holder", type: "address" },
    ],
    name: "LicensesForeignLicense",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "status", type: "uint8" },
    ],
    name: "LicensesInvalidEnd",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "usage", type: "uint8" },
      { name: "usages", type: "uint8" },
    ],
    name: "LicensesMissingUsage",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "copy", type: "uint256" },
    ],
    name: "LicensesNoBreach",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "LicensesNoContent", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesNotExclusive", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesNotRevocable", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesNotTransferable", type: "error" },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "LicensesNothingToRelease", type: "error" },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "assetId", type: "uint256" },
      { name: "licensed", type: "uint256" },
    ],
    name: "LicensesOutOfScope",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "account", type: "address" },
      { name: "seat", type: "uint32" },
    ],
    name: "LicensesSeatedAccount",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "LicensesSoldAsset", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesTransferredLicense", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "LicensesUnauthorized", type: "error" },
  { inputs: [{ name: "licenseId", type: "bytes32" }], name: "LicensesUnknownLicense", type: "error" },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "seat", type: "uint32" },
      { name: "seats", type: "uint32" },
    ],
    name: "LicensesUnknownSeat",
    type: "error",
  },
  {
    inputs: [
      { name: "licenseId", type: "bytes32" },
      { name: "recipe", type: "uint32" },
    ],
    name: "LicensesUsedLicense",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "MandateAccountUnauthorized", type: "error" },
  { inputs: [{ name: "", type: "address" }], name: "MissingPrecompile", type: "error" },
  { inputs: [], name: "NotInitializing", type: "error" },
  {
    inputs: [
      { name: "low", type: "uint256" },
      { name: "high", type: "uint256" },
    ],
    name: "PairOverflow",
    type: "error",
  },
  { inputs: [{ name: "returnData", type: "bytes" }], name: "PostOpReverted", type: "error" },
  {
    inputs: [
      { name: "claimant", type: "address" },
      { name: "found", type: "uint256" },
      { name: "bond", type: "uint256" },
    ],
    name: "ProvenanceBondTooSmall",
    type: "error",
  },
  { inputs: [{ name: "contestId", type: "uint256" }], name: "ProvenanceClosedContest", type: "error" },
  {
    inputs: [
      { name: "contestId", type: "uint256" },
      { name: "deadline", type: "uint40" },
    ],
    name: "ProvenanceEarly",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "first", type: "uint24" },
    ],
    name: "ProvenanceForeignLeaves",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "bond", type: "uint96" },
    ],
    name: "ProvenanceInvalidBond",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "ProvenanceInvalidContent", type: "error" },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "length", type: "uint256" },
      { name: "maxLength", type: "uint256" },
    ],
    name: "ProvenanceInvalidLength",
    type: "error",
  },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "ProvenanceInvalidProof", type: "error" },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "ProvenanceKnownContent", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "parent", type: "uint256" },
    ],
    name: "ProvenanceKnownParent",
    type: "error",
  },
  {
    inputs: [
      { name: "contestId", type: "uint256" },
      { name: "deadline", type: "uint40" },
    ],
    name: "ProvenanceLate",
    type: "error",
  },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "ProvenanceMissingEvidence", type: "error" },
  { inputs: [{ name: "contestId", type: "uint256" }], name: "ProvenanceNoFinding", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "licensor", type: "address" },
    ],
    name: "ProvenanceNoJudge",
    type: "error",
  },
  { inputs: [{ name: "contestId", type: "uint256" }], name: "ProvenanceOpenContest", type: "error" },
  {
    inputs: [
      { name: "recipeId", type: "bytes32" },
      { name: "licensor", type: "address" },
    ],
    name: "ProvenanceOwnRecipe",
    type: "error",
  },
  {
    inputs: [
      { name: "lotId", type: "uint256" },
      { name: "first", type: "uint24" },
      { name: "length", type: "uint256" },
    ],
    name: "ProvenanceUnaligned",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "ProvenanceUnauthorized", type: "error" },
  { inputs: [{ name: "assetId", type: "uint256" }], name: "ProvenanceUnknownAsset", type: "error" },
  { inputs: [{ name: "contestId", type: "uint256" }], name: "ProvenanceUnknownContest", type: "error" },
  { inputs: [{ name: "lotId", type: "uint256" }], name: "ProvenanceUnknownLot", type: "error" },
  { inputs: [{ name: "recipeId", type: "bytes32" }], name: "ProvenanceUnknownRecipe", type: "error" },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "bond", type: "uint96" },
      { name: "expectedToken", type: "address" },
      { name: "minBond", type: "uint96" },
    ],
    name: "ProvenanceWrongBond",
    type: "error",
  },
  { inputs: [], name: "ReentrancyGuardReentrantCall", type: "error" },
  { inputs: [{ name: "agent", type: "address" }], name: "ReputationTokenAgent", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenAlreadyClaimed", type: "error" },
  { inputs: [{ name: "supply", type: "uint256" }], name: "ReputationTokenAlreadyIssued", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenAlreadyNoted", type: "error" },
  { inputs: [{ name: "deadline", type: "uint256" }], name: "ReputationTokenExpiredMigration", type: "error" },
  { inputs: [{ name: "predecessor", type: "address" }], name: "ReputationTokenInvalidCurve", type: "error" },
  { inputs: [{ name: "founder", type: "address" }], name: "ReputationTokenInvalidFounder", type: "error" },
  {
    inputs: [
      { name: "capacity", type: "uint24" },
      { name: "min", type: "uint24" },
      { name: "max", type: "uint24" },
    ],
    name: "ReputationTokenInvalidGrantCapacity",
    type: "error",
  },
  {
    inputs: [
      { name: "halfLife", type: "uint32" },
      { name: "min", type: "uint32" },
      { name: "max", type: "uint32" },
    ],
    name: "ReputationTokenInvalidHalfLife",
    type: "error",
  },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenInvalidProof", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenInvalidSignature", type: "error" },
  { inputs: [{ name: "sponsor", type: "address" }], name: "ReputationTokenInvalidSponsor", type: "error" },
  {
    inputs: [
      { name: "until", type: "uint48" },
      { name: "max", type: "uint256" },
    ],
    name: "ReputationTokenInvalidTerm",
    type: "error",
  },
  {
    inputs: [
      { name: "from", type: "address" },
      { name: "readyAt", type: "uint48" },
    ],
    name: "ReputationTokenMigrationNotReady",
    type: "error",
  },
  { inputs: [{ name: "from", type: "address" }], name: "ReputationTokenMigrationPending", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenMoved", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenNoBalance", type: "error" },
  { inputs: [{ name: "from", type: "address" }], name: "ReputationTokenNoMigration", type: "error" },
  { inputs: [], name: "ReputationTokenNonTransferable", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "ReputationTokenNotDormant", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    name: "ReputationTokenNotDust",
    type: "error",
  },
  { inputs: [{ name: "to", type: "address" }], name: "ReputationTokenNotFresh", type: "error" },
  {
    inputs: [
      { name: "amount", type: "uint256" },
      { name: "available", type: "uint256" },
    ],
    name: "ReputationTokenOverGrantLimit",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "ReputationTokenUnauthorized", type: "error" },
  { inputs: [], name: "ReputationTokenZeroAmount", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "RoyaltyReceiverUnauthorized", type: "error" },
  { inputs: [{ name: "recipe", type: "uint32" }], name: "RoyaltySplitterAlreadyOpen", type: "error" },
  { inputs: [{ name: "deadline", type: "uint256" }], name: "RoyaltySplitterExpiredSignature", type: "error" },
  { inputs: [{ name: "recipe", type: "uint32" }], name: "RoyaltySplitterInvalidAdvance", type: "error" },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "kind", type: "uint8" },
    ],
    name: "RoyaltySplitterInvalidOptions",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "index", type: "uint256" },
    ],
    name: "RoyaltySplitterInvalidProof",
    type: "error",
  },
  { inputs: [{ name: "to", type: "address" }], name: "RoyaltySplitterInvalidReceiver", type: "error" },
  {
    inputs: [
      { name: "referrer", type: "address" },
      { name: "referral", type: "uint256" },
      { name: "gross", type: "uint256" },
    ],
    name: "RoyaltySplitterInvalidReferral",
    type: "error",
  },
  { inputs: [{ name: "account", type: "address" }], name: "RoyaltySplitterInvalidSignature", type: "error" },
  {
    inputs: [
      { name: "account", type: "address" },
      { name: "readyAt", type: "uint40" },
    ],
    name: "RoyaltySplitterMigrationNotReady",
    type: "error",
  },
  { inputs: [{ name: "permit2", type: "address" }], name: "RoyaltySplitterMissingPermit2", type: "error" },
  { inputs: [{ name: "account", type: "address" }], name: "RoyaltySplitterNoMigration", type: "error" },
  { inputs: [{ name: "recipe", type: "uint32" }], name: "RoyaltySplitterNotTradable", type: "error" },
  {
    inputs: [
      { name: "id", type: "bytes32" },
      { name: "amount", type: "uint256" },
      { name: "left", type: "uint256" },
    ],
    name: "RoyaltySplitterOverRelease",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "stack", type: "uint256" },
      { name: "cap", type: "uint256" },
    ],
    name: "RoyaltySplitterOverStackCap",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "parent", type: "uint32" },
    ],
    name: "RoyaltySplitterParentNotEarlier",
    type: "error",
  },
  {
    inputs: [
      { name: "length", type: "uint256" },
      { name: "allowed", type: "uint256" },
    ],
    name: "RoyaltySplitterPathTooLong",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "parents", type: "uint256" },
      { name: "allowed", type: "uint256" },
    ],
    name: "RoyaltySplitterTooManyParents",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "payees", type: "uint256" },
      { name: "allowed", type: "uint256" },
    ],
    name: "RoyaltySplitterTooManyPayees",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "RoyaltySplitterUnauthorized", type: "error" },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "account", type: "address" },
    ],
    name: "RoyaltySplitterUnknownPayee",
    type: "error",
  },
  {
    inputs: [
      { name: "opener", type: "address" },
      { name: "id", type: "bytes32" },
    ],
    name: "RoyaltySplitterUnknownPot",
    type: "error",
  },
  { inputs: [{ name: "recipe", type: "uint32" }], name: "RoyaltySplitterUnknownRecipe", type: "error" },
  { inputs: [{ name: "token", type: "address" }], name: "RoyaltySplitterUnknownToken", type: "error" },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "parent", type: "uint32" },
      { name: "previous", type: "uint32" },
    ],
    name: "RoyaltySplitterUnsortedParents",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "account", type: "address" },
      { name: "previous", type: "address" },
    ],
    name: "RoyaltySplitterUnsortedPayees",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "kind", type: "uint8" },
    ],
    name: "RoyaltySplitterWrongKind",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "received", type: "uint256" },
      { name: "expected", type: "uint256" },
    ],
    name: "RoyaltySplitterWrongReceipt",
    type: "error",
  },
  {
    inputs: [
      { name: "recipe", type: "uint32" },
      { name: "sum", type: "uint256" },
      { name: "expected", type: "uint256" },
    ],
    name: "RoyaltySplitterWrongWeightSum",
    type: "error",
  },
  {
    inputs: [
      { name: "bits", type: "uint8" },
      { name: "value", type: "int256" },
    ],
    name: "SafeCastOverflowedIntDowncast",
    type: "error",
  },
  { inputs: [{ name: "value", type: "int256" }], name: "SafeCastOverflowedIntToUint", type: "error" },
  {
    inputs: [
      { name: "bits", type: "uint8" },
      { name: "value", type: "uint256" },
    ],
    name: "SafeCastOverflowedUintDowncast",
    type: "error",
  },
  { inputs: [{ name: "value", type: "uint256" }], name: "SafeCastOverflowedUintToInt", type: "error" },
  {
    inputs: [
      { name: "spender", type: "address" },
      { name: "currentAllowance", type: "uint256" },
      { name: "requestedDecrease", type: "uint256" },
    ],
    name: "SafeERC20FailedDecreaseAllowance",
    type: "error",
  },
  { inputs: [{ name: "token", type: "address" }], name: "SafeERC20FailedOperation", type: "error" },
  { inputs: [{ name: "sender", type: "address" }], name: "SenderAddressResult", type: "error" },
  { name: "SignatureExpired", type: "error", inputs: [{ type: "uint256", name: "signatureDeadline" }] },
  { inputs: [{ name: "aggregator", type: "address" }], name: "SignatureValidationFailed", type: "error" },
  { inputs: [{ name: "collection", type: "address" }], name: "StandardsLensForeignCollection", type: "error" },
  { inputs: [{ name: "licenseId", type: "uint256" }], name: "StandardsLensInactiveLicense", type: "error" },
  {
    inputs: [
      { name: "span", type: "uint256" },
      { name: "maxSpan", type: "uint256" },
    ],
    name: "StandardsLensTooLong",
    type: "error",
  },
  {
    inputs: [
      { name: "collection", type: "address" },
      { name: "tokenId", type: "uint256" },
    ],
    name: "StandardsLensUnknownToken",
    type: "error",
  },
  { inputs: [{ name: "str", type: "string" }], name: "StringTooLong", type: "error" },
  {
    inputs: [
      { name: "value", type: "uint256" },
      { name: "length", type: "uint256" },
    ],
    name: "StringsInsufficientHexLength",
    type: "error",
  },
  { inputs: [], name: "StringsInvalidAddressFormat", type: "error" },
  { inputs: [], name: "StringsInvalidChar", type: "error" },
  {
    inputs: [
      { name: "module", type: "uint8" },
      { name: "token", type: "address" },
      { name: "allowance", type: "uint256" },
    ],
    name: "StudioAllowanceLeft",
    type: "error",
  },
  { inputs: [], name: "StudioEmptyCharter", type: "error" },
  { inputs: [{ name: "clone", type: "address" }], name: "StudioFactoryForeignClone", type: "error" },
  {
    inputs: [
      { name: "root", type: "bytes32" },
      { name: "total", type: "uint256" },
    ],
    name: "StudioFactoryInvalidBalances",
    type: "error",
  },
  {
    inputs: [
      { name: "founders", type: "uint256" },
      { name: "min", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioFactoryInvalidFounders",
    type: "error",
  },
  {
    inputs: [
      { name: "length", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioFactoryInvalidName",
    type: "error",
  },
  { inputs: [{ name: "seats", type: "uint256" }], name: "StudioFactoryInvalidSeats", type: "error" },
  {
    inputs: [
      { name: "secondsPerTick", type: "uint32" },
      { name: "max", type: "uint32" },
    ],
    name: "StudioFactoryInvalidSecondsPerTick",
    type: "error",
  },
  {
    inputs: [
      { name: "length", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioFactoryInvalidSymbol",
    type: "error",
  },
  { inputs: [{ name: "name", type: "bytes32" }], name: "StudioFactoryMissingContract", type: "error" },
  { inputs: [{ name: "studio", type: "address" }], name: "StudioFactoryUnknownStudio", type: "error" },
  {
    inputs: [
      { name: "preset", type: "uint8" },
      { name: "expected", type: "uint8" },
    ],
    name: "StudioFactoryWrongPreset",
    type: "error",
  },
  {
    inputs: [
      { name: "module", type: "uint8" },
      { name: "found", type: "address" },
    ],
    name: "StudioForeignModule",
    type: "error",
  },
  {
    inputs: [
      { name: "found", type: "uint8" },
      { name: "expected", type: "uint8" },
    ],
    name: "StudioForeignPreset",
    type: "error",
  },
  { inputs: [{ name: "target", type: "address" }], name: "StudioGovernorCallToBareTarget", type: "error" },
  { inputs: [], name: "StudioGovernorGuardianFixed", type: "error" },
  {
    inputs: [
      { name: "thresholdRatio", type: "uint256" },
      { name: "min", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioGovernorInvalidProposalThreshold",
    type: "error",
  },
  {
    inputs: [
      { name: "quorumNumerator", type: "uint256" },
      { name: "min", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioGovernorInvalidQuorum",
    type: "error",
  },
  {
    inputs: [
      { name: "voteCap", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioGovernorInvalidVoteCap",
    type: "error",
  },
  {
    inputs: [
      { name: "votingDelay", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioGovernorInvalidVotingDelay",
    type: "error",
  },
  {
    inputs: [
      { name: "votingPeriod", type: "uint256" },
      { name: "min", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioGovernorInvalidVotingPeriod",
    type: "error",
  },
  { inputs: [{ name: "target", type: "address" }], name: "StudioGovernorTargetChanged", type: "error" },
  { inputs: [], name: "StudioGovernorTimelockFixed", type: "error" },
  {
    inputs: [
      { name: "actions", type: "uint256" },
      { name: "max", type: "uint256" },
    ],
    name: "StudioGovernorTooManyActions",
    type: "error",
  },
  {
    inputs: [
      { name: "quorum", type: "uint256" },
      { name: "voteCap", type: "uint256" },
    ],
    name: "StudioGovernorUnreachableQuorum",
    type: "error",
  },
  { inputs: [{ name: "proposalId", type: "uint256" }], name: "StudioGovernorVetoImmune", type: "error" },
  {
    inputs: [
      { name: "proposalId", type: "uint256" },
      { name: "actionsHash", type: "bytes32" },
    ],
    name: "StudioGovernorVetoedActions",
    type: "error",
  },
  {
    inputs: [
      { name: "left", type: "uint256" },
      { name: "min", type: "uint256" },
    ],
    name: "StudioOutOfGas",
    type: "error",
  },
  { inputs: [{ name: "governor", type: "address" }], name: "StudioRetiredGovernor", type: "error" },
  {
    inputs: [
      { name: "role", type: "bytes32" },
      { name: "account", type: "address" },
    ],
    name: "StudioTimelockGovernorOnly",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "StudioTimelockUnauthorized", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "StudioUnauthorized", type: "error" },
  {
    inputs: [
      { name: "oldPreset", type: "uint8" },
      { name: "newPreset", type: "uint8" },
    ],
    name: "StudioWrongPreset",
    type: "error",
  },
  {
    inputs: [
      { name: "delay", type: "uint256" },
      { name: "minDelay", type: "uint256" },
    ],
    name: "TimelockInsufficientDelay",
    type: "error",
  },
  {
    inputs: [
      { name: "targets", type: "uint256" },
      { name: "payloads", type: "uint256" },
      { name: "values", type: "uint256" },
    ],
    name: "TimelockInvalidOperationLength",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "TimelockUnauthorizedCaller", type: "error" },
  { inputs: [{ name: "predecessorId", type: "bytes32" }], name: "TimelockUnexecutedPredecessor", type: "error" },
  {
    inputs: [
      { name: "operationId", type: "bytes32" },
      { name: "expectedStates", type: "bytes32" },
    ],
    name: "TimelockUnexpectedOperationState",
    type: "error",
  },
  { inputs: [], name: "UUPSUnauthorizedCallContext", type: "error" },
  { inputs: [{ name: "slot", type: "bytes32" }], name: "UUPSUnsupportedProxiableUUID", type: "error" },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "VotesExpiredSignature", type: "error" },
  {
    name: "WrappedError",
    type: "error",
    inputs: [
      { type: "address", name: "target" },
      { type: "bytes4", name: "selector" },
      { type: "bytes", name: "reason" },
      { type: "bytes", name: "details" },
    ],
  },
] as const;
