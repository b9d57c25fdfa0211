// Written by scripts/generate from the compiled contracts: npm run generate

export const curationAdjudicatorsPaidEvent = {
  type: "event",
  name: "AdjudicatorsPaid",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "id", type: "uint16" },
    { name: "pays", type: "bytes" },
  ],
} as const;

export const curationAssetsVetoedEvent = {
  type: "event",
  name: "AssetsVetoed",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "word", type: "uint16" },
    { indexed: true, name: "by", type: "address" },
    { name: "mask", type: "uint256" },
    { name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
    { name: "until", type: "uint40" },
  ],
} as const;

export const curationAuditClosedEvent = {
  type: "event",
  name: "AuditClosed",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "relayer", type: "address" },
    { name: "charterVersion", type: "uint32" },
    { name: "expectedWeight", type: "uint16" },
    { name: "weight", type: "uint16" },
    { name: "humanBallots", type: "uint8" },
    { name: "widening", type: "uint8" },
    { name: "covered", type: "uint256" },
    { name: "bad", type: "uint256" },
    { name: "weights", type: "uint256" },
    { name: "status", type: "uint8" },
    { name: "releasableAt", type: "uint40" },
    { name: "ballots", type: "bytes" },
  ],
} as const;

export const curationAuditOpenedEvent = {
  type: "event",
  name: "AuditOpened",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "producer", type: "address" },
    { name: "round", type: "uint8" },
    { name: "seedBlock", type: "uint40" },
    { name: "plan", type: "uint8" },
    { name: "terms", type: "uint16" },
    { name: "epoch", type: "uint16" },
    { name: "excluded", type: "uint16" },
  ],
} as const;

export const curationAuditTokenSetEvent = {
  type: "event",
  name: "AuditTokenSet",
  inputs: [{ indexed: true, name: "token", type: "address" }],
} as const;

export const curationBallotCastEvent = {
  type: "event",
  name: "BallotCast",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "index", type: "uint16" },
    { name: "charterVersion", type: "uint32" },
    { name: "practice", type: "bool" },
    { name: "ballot", type: "bytes" },
  ],
} as const;

export const curationCanariesCommittedEvent = {
  type: "event",
  name: "CanariesCommitted",
  inputs: [
    { indexed: true, name: "root", type: "bytes32" },
    { indexed: true, name: "poster", type: "address" },
    { name: "count", type: "uint16" },
    { name: "deadline", type: "uint40" },
    { name: "bond", type: "uint256" },
  ],
} as const;

export const curationCanariesForfeitedEvent = {
  type: "event",
  name: "CanariesForfeited",
  inputs: [
    { indexed: true, name: "root", type: "bytes32" },
    { name: "bond", type: "uint256" },
  ],
} as const;

export const curationCanariesReturnedEvent = {
  type: "event",
  name: "CanariesReturned",
  inputs: [
    { indexed: true, name: "root", type: "bytes32" },
    { name: "bond", type: "uint256" },
  ],
} as const;

export const curationCanaryOpenedEvent = {
  type: "event",
  name: "CanaryOpened",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "root", type: "bytes32" },
    { name: "salt", type: "bytes32" },
    { name: "masks", type: "uint256[]" },
  ],
} as const;

export const curationChallengeJudgedEvent = {
  type: "event",
  name: "ChallengeJudged",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "id", type: "uint16" },
    { indexed: true, name: "relayer", type: "address" },
    { name: "charterVersion", type: "uint32" },
    { name: "firstWord", type: "uint16" },
    { name: "decided", type: "uint256[]" },
    { name: "upheld", type: "uint256[]" },
    { name: "ballots", type: "bytes" },
  ],
} as const;

export const curationChallengeResolvedEvent = {
  type: "event",
  name: "ChallengeResolved",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "id", type: "uint16" },
    { name: "returned", type: "uint256" },
    { name: "reward", type: "uint256" },
    { name: "lost", type: "uint256" },
    { name: "undecided", type: "uint256" },
  ],
} as const;

export const curationCuratorReadmittedEvent = {
  type: "event",
  name: "CuratorReadmitted",
  inputs: [{ indexed: true, name: "index", type: "uint16" }],
} as const;

export const curationCuratorRegisteredEvent = {
  type: "event",
  name: "CuratorRegistered",
  inputs: [
    { indexed: true, name: "index", type: "uint16" },
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "key", type: "address" },
    { name: "agent", type: "bool" },
  ],
} as const;

export const curationCuratorStruckOffEvent = {
  type: "event",
  name: "CuratorStruckOff",
  inputs: [
    { indexed: true, name: "index", type: "uint16" },
    { indexed: true, name: "subject", type: "uint256" },
    { name: "forfeited", type: "uint256" },
  ],
} as const;

export const curationCuratorsScoredEvent = {
  type: "event",
  name: "CuratorsScored",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
    { name: "canary", type: "bool" },
    { name: "defects", type: "uint256" },
    { name: "scores", type: "bytes" },
  ],
} as const;

export const curationDepositWithdrawnEvent = {
  type: "event",
  name: "DepositWithdrawn",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const curationDepositedEvent = {
  type: "event",
  name: "Deposited",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const curationDuplicateProvedEvent = {
  type: "event",
  name: "DuplicateProved",
  inputs: [
    { indexed: true, name: "copy", type: "uint256" },
    { indexed: true, name: "original", type: "uint256" },
    { indexed: true, name: "prover", type: "address" },
    { name: "reward", type: "uint256" },
  ],
} as const;

export const curationEIP712DomainChangedEvent = { type: "event", name: "EIP712DomainChanged", inputs: [] } as const;

export const curationEpochClosedEvent = {
  type: "event",
  name: "EpochClosed",
  inputs: [
    { indexed: true, name: "epoch", type: "uint16" },
    { name: "points", type: "uint256" },
    { name: "canaryPoints", type: "uint256" },
    { name: "budget", type: "uint256" },
  ],
} as const;

export const curationLotChallengedEvent = {
  type: "event",
  name: "LotChallenged",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "id", type: "uint16" },
    { indexed: true, name: "challenger", type: "address" },
    { name: "firstWord", type: "uint16" },
    { name: "masks", type: "uint256[]" },
    { name: "evidence", type: "bytes32" },
    { name: "bond", type: "uint256" },
    { name: "fee", type: "uint256" },
  ],
} as const;

export const curationLotExpiredEvent = {
  type: "event",
  name: "LotExpired",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
    { name: "bond", type: "uint256" },
    { name: "fee", type: "uint256" },
  ],
} as const;

export const curationLotSelfCertifiedEvent = {
  type: "event",
  name: "LotSelfCertified",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "by", type: "address" },
  ],
} as const;

export const curationLotSettledEvent = {
  type: "event",
  name: "LotSettled",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
    { name: "paid", type: "uint256" },
    { name: "rest", type: "uint256" },
    { name: "returned", type: "uint256" },
    { name: "slashed", type: "uint256" },
  ],
} as const;

export const curationLotSuspendedEvent = {
  type: "event",
  name: "LotSuspended",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "id", type: "uint16" },
  ],
} as const;

export const curationMandatesFollowedEvent = {
  type: "event",
  name: "MandatesFollowed",
  inputs: [{ indexed: true, name: "mandates", type: "address" }],
} as const;

export const curationPanelCalledEvent = {
  type: "event",
  name: "PanelCalled",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "seedBlock", type: "uint40" },
    { name: "epoch", type: "uint16" },
  ],
} as const;

export const curationPanelDrawnEvent = {
  type: "event",
  name: "PanelDrawn",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "ballotDeadline", type: "uint40" },
  ],
} as const;

export const curationPayClaimedEvent = {
  type: "event",
  name: "PayClaimed",
  inputs: [
    { indexed: true, name: "index", type: "uint16" },
    { indexed: true, name: "account", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const curationPracticeScoredEvent = {
  type: "event",
  name: "PracticeScored",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "index", type: "uint16" },
    { name: "hits", type: "uint256" },
    { name: "misses", type: "uint256" },
    { name: "falseAlarms", type: "uint256" },
    { name: "canaryPoints", type: "uint256" },
  ],
} as const;

export const curationProducerAdmittedEvent = {
  type: "event",
  name: "ProducerAdmitted",
  inputs: [
    { indexed: true, name: "producer", type: "address" },
    { name: "quota", type: "uint32" },
  ],
} as const;

export const curationProducerBoundEvent = {
  type: "event",
  name: "ProducerBound",
  inputs: [
    { indexed: true, name: "producer", type: "address" },
    { name: "bound", type: "bool" },
  ],
} as const;

export const curationProducerLevelSetEvent = {
  type: "event",
  name: "ProducerLevelSet",
  inputs: [
    { indexed: true, name: "producer", type: "address" },
    { name: "level", type: "uint8" },
  ],
} as const;

export const curationRefinementRequestedEvent = {
  type: "event",
  name: "RefinementRequested",
  inputs: [
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "producer", type: "address" },
    { indexed: true, name: "slateId", type: "uint256" },
    { name: "note", type: "bytes32" },
  ],
} as const;

export const curationReputationClaimedEvent = {
  type: "event",
  name: "ReputationClaimed",
  inputs: [
    { indexed: true, name: "epoch", type: "uint16" },
    { indexed: true, name: "account", type: "address" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const curationSaltChainSetEvent = {
  type: "event",
  name: "SaltChainSet",
  inputs: [
    { name: "anchor", type: "bytes32" },
    { name: "firstSpan", type: "uint256" },
  ],
} as const;

export const curationSaltRevealedEvent = {
  type: "event",
  name: "SaltRevealed",
  inputs: [
    { indexed: true, name: "span", type: "uint256" },
    { name: "link", type: "bytes32" },
  ],
} as const;

export const curationSeedBlockSetEvent = {
  type: "event",
  name: "SeedBlockSet",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
    { name: "seedBlock", type: "uint40" },
  ],
} as const;

export const curationSeedDrawnEvent = {
  type: "event",
  name: "SeedDrawn",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "ballotDeadline", type: "uint40" },
  ],
} as const;

export const curationSlateClosedEvent = {
  type: "event",
  name: "SlateClosed",
  inputs: [
    { indexed: true, name: "slateId", type: "uint256" },
    { indexed: true, name: "relayer", type: "address" },
    { name: "charterVersion", type: "uint32" },
    { name: "expectedWeight", type: "uint16" },
    { name: "weight", type: "uint16" },
    { name: "threshold", type: "uint256" },
    { name: "selected", type: "uint256[]" },
    { name: "finalAt", type: "uint40" },
    { name: "ballots", type: "bytes" },
  ],
} as const;

export const curationSlateOpenedEvent = {
  type: "event",
  name: "SlateOpened",
  inputs: [
    { indexed: true, name: "slateId", type: "uint256" },
    { indexed: true, name: "by", type: "address" },
    { name: "candidates", type: "uint256[]" },
    { name: "k", type: "uint16" },
    { name: "ballotDeadline", type: "uint40" },
    { name: "epoch", type: "uint16" },
    { name: "terms", type: "uint16" },
    { name: "brief", type: "bytes32" },
  ],
} as const;

export const curationStandingSetEvent = {
  type: "event",
  name: "StandingSet",
  inputs: [
    { indexed: true, name: "index", type: "uint16" },
    { indexed: true, name: "epoch", type: "uint16" },
    { name: "standing", type: "uint24" },
  ],
} as const;

export const curationTermsSetEvent = {
  type: "event",
  name: "TermsSet",
  inputs: [
    { indexed: true, name: "version", type: "uint16" },
    {
      components: [
        { name: "bond", type: "uint80" },
        { name: "fee", type: "uint80" },
        { name: "challengeBond", type: "uint80" },
        { name: "seedDelay", type: "uint16" },
        { name: "ballotWindow", type: "uint24" },
        { name: "timeOut", type: "uint24" },
        { name: "challengeWindow", type: "uint24" },
        { name: "quorum", type: "uint24" },
        { name: "coverage", type: "uint24" },
        { name: "panel", type: "uint8" },
        { name: "minHumanBallots", type: "uint8" },
        { name: "normalSize", type: "uint16" },
        { name: "normalAcceptance", type: "uint8" },
        { name: "tightenedSize", type: "uint16" },
        { name: "tightenedAcceptance", type: "uint8" },
        { name: "reducedSize", type: "uint16" },
        { name: "reducedAcceptance", type: "uint8" },
        { name: "flags", type: "uint8" },
      ],
      name: "terms",
      type: "tuple",
    },
  ],
} as const;

export const curationVetoAppealedEvent = {
  type: "event",
  name: "VetoAppealed",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "word", type: "uint16" },
    { indexed: true, name: "by", type: "address" },
    { name: "evidence", type: "bytes32" },
    { name: "until", type: "uint40" },
  ],
} as const;

export const curationVetoConfirmedEvent = {
  type: "event",
  name: "VetoConfirmed",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "word", type: "uint16" },
  ],
} as const;

export const curationVetoLiftedEvent = {
  type: "event",
  name: "VetoLifted",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "word", type: "uint16" },
    { indexed: true, name: "by", type: "address" },
    { name: "mask", type: "uint256" },
  ],
} as const;

export const curationAdjudicate = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "id", type: "uint16" },
    { name: "firstWord", type: "uint16" },
    { name: "masks", type: "uint256[]" },
    { name: "charterVersion", type: "uint32" },
    { name: "ballots", type: "bytes" },
  ],
  name: "adjudicate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAdmitLot = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "producer", type: "address" },
    { name: "count", type: "uint32" },
  ],
  name: "admitLot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAdmitProducer = {
  inputs: [
    { name: "account", type: "address" },
    { name: "quota", type: "uint32" },
  ],
  name: "admitProducer",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAppealVeto = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "appealVeto",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAuditOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
  ],
  name: "auditOf",
  outputs: [
    {
      components: [
        { name: "digest", type: "bytes16" },
        { name: "clock", type: "uint40" },
        { name: "weight", type: "uint16" },
        { name: "excluded", type: "uint16" },
        { name: "terms", type: "uint16" },
        { name: "epoch", type: "uint8" },
        { name: "plan", type: "uint8" },
        { name: "humanBallots", type: "uint8" },
        { name: "inbox", type: "uint8" },
        { name: "flags", type: "uint8" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationAuditToken = {
  inputs: [],
  name: "auditToken",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationBindProducer = {
  inputs: [
    { name: "account", type: "address" },
    { name: "bound", type: "bool" },
  ],
  name: "bindProducer",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCallPanel = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "callPanel",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCanariesOf = {
  inputs: [{ name: "root", type: "bytes32" }],
  name: "canariesOf",
  outputs: [
    {
      components: [
        { name: "poster", type: "address" },
        { name: "deadline", type: "uint40" },
        { name: "count", type: "uint16" },
        { name: "opened", type: "uint16" },
        { name: "bond", type: "uint112" },
        { name: "committedAt", type: "uint40" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationCastDirect = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "charterVersion", type: "uint32" },
    { name: "ballot", type: "bytes" },
  ],
  name: "castDirect",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationChallenge = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "firstWord", type: "uint16" },
    { name: "masks", type: "uint256[]" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "challenge",
  outputs: [{ name: "id", type: "uint16" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationChallengeLot = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "challengeLot",
  outputs: [{ name: "id", type: "uint16" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationChallengeOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "id", type: "uint16" },
  ],
  name: "challengeOf",
  outputs: [
    {
      components: [
        { name: "challenger", type: "address" },
        { name: "bond", type: "uint88" },
        { name: "flags", type: "uint8" },
        { name: "masks", type: "bytes32" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationClaimPay = {
  inputs: [{ name: "account", type: "address" }],
  name: "claimPay",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationClaimReputation = {
  inputs: [
    { name: "account", type: "address" },
    { name: "epoch", type: "uint16" },
  ],
  name: "claimReputation",
  outputs: [{ name: "raw", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCloseAudit = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "charterVersion", type: "uint32" },
    { name: "ballots", type: "bytes" },
    {
      components: [
        { name: "seed", type: "bytes16" },
        { name: "ballots", type: "bytes32" },
        { name: "covered", type: "uint256" },
        { name: "bad", type: "uint256" },
        { name: "weights", type: "uint256" },
      ],
      name: "previous",
      type: "tuple",
    },
  ],
  name: "closeAudit",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCloseEpoch = {
  inputs: [{ name: "epoch", type: "uint16" }],
  name: "closeEpoch",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCloseSlate = {
  inputs: [
    { name: "slateId", type: "uint256" },
    { name: "charterVersion", type: "uint32" },
    { name: "ballots", type: "bytes" },
  ],
  name: "closeSlate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCommitCanaries = {
  inputs: [
    { name: "root", type: "bytes32" },
    { name: "count", type: "uint16" },
    { name: "deadline", type: "uint40" },
  ],
  name: "commitCanaries",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationConfirmVeto = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
  ],
  name: "confirmVeto",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCuratorCount = {
  inputs: [],
  name: "curatorCount",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationCuratorOf = {
  inputs: [{ name: "index", type: "uint16" }],
  name: "curatorOf",
  outputs: [
    {
      components: [
        { name: "key", type: "address" },
        { name: "epoch", type: "uint16" },
        { name: "standing", type: "uint24" },
        { name: "previous", type: "uint24" },
        { name: "earlier", type: "uint24" },
        { name: "flags", type: "uint8" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationDeposit = {
  inputs: [{ name: "account", type: "address" }],
  name: "deposit",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationDisputeOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "disputeOf",
  outputs: [
    {
      components: [
        { name: "seed", type: "bytes16" },
        { name: "clock", type: "uint40" },
        { name: "challenged", type: "uint24" },
        { name: "challenges", type: "uint16" },
        { name: "open", type: "uint16" },
        { name: "epoch", type: "uint8" },
        { name: "suspender", type: "uint16" },
        { name: "dropped", type: "bool" },
        { name: "paid", type: "uint80" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationDrawPanel = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "header", type: "bytes" },
    { name: "salt", type: "bytes32" },
  ],
  name: "drawPanel",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationDrawSeed = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "header", type: "bytes" },
    { name: "salt", type: "bytes32" },
  ],
  name: "drawSeed",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationDrawnWeightOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "index", type: "uint16" },
    { name: "widening", type: "uint8" },
  ],
  name: "drawnWeightOf",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationDropChallenge = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "id", type: "uint16" },
    { name: "firstWord", type: "uint16" },
    { name: "masks", type: "uint256[]" },
  ],
  name: "dropChallenge",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationEip712Domain = {
  inputs: [],
  name: "eip712Domain",
  outputs: [
    { name: "fields", type: "bytes1" },
    { name: "name", type: "string" },
    { name: "version", type: "string" },
    { name: "chainId", type: "uint256" },
    { name: "verifyingContract", type: "address" },
    { name: "salt", type: "bytes32" },
    { name: "extensions", type: "uint256[]" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationElectorateOf = {
  inputs: [{ name: "epoch", type: "uint16" }],
  name: "electorateOf",
  outputs: [
    { name: "curators", type: "uint16" },
    { name: "standing", type: "uint40" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationEpochAt = {
  inputs: [{ name: "time", type: "uint256" }],
  name: "epochAt",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationEpochPointsOf = {
  inputs: [{ name: "epoch", type: "uint16" }],
  name: "epochPointsOf",
  outputs: [
    {
      components: [
        { name: "points", type: "uint64" },
        { name: "canaryPoints", type: "uint64" },
        { name: "budget", type: "uint128" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationExpectedWeightOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "expectedWeightOf",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationExpireLot = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "expireLot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationFollowMandates = {
  inputs: [],
  name: "followMandates",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationFollowedMandates = {
  inputs: [],
  name: "followedMandates",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationHashBallot = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "seed", type: "bytes16" },
        { name: "charterVersion", type: "uint32" },
        { name: "firstWord", type: "uint16" },
        { name: "words", type: "uint256[]" },
      ],
      name: "ballot",
      type: "tuple",
    },
  ],
  name: "hashBallot",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationHashCuratorKey = {
  inputs: [
    { name: "account", type: "address" },
    { name: "key", type: "address" },
  ],
  name: "hashCuratorKey",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationHashOutcome = {
  inputs: [
    {
      components: [
        { name: "seed", type: "bytes16" },
        { name: "ballots", type: "bytes32" },
        { name: "covered", type: "uint256" },
        { name: "bad", type: "uint256" },
        { name: "weights", type: "uint256" },
      ],
      name: "outcome",
      type: "tuple",
    },
  ],
  name: "hashOutcome",
  outputs: [{ name: "", type: "bytes16" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const curationInboxOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
  ],
  name: "inboxOf",
  outputs: [
    { name: "charterVersion", type: "uint32" },
    { name: "indexes", type: "uint16[]" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationIndexOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "indexOf",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationIndexOfKey = {
  inputs: [{ name: "key", type: "address" }],
  name: "indexOfKey",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationIsExpired = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "isExpired",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationLanePosition = {
  inputs: [
    { name: "seed", type: "bytes16" },
    { name: "lane", type: "uint8" },
    { name: "count", type: "uint32" },
  ],
  name: "lanePosition",
  outputs: [{ name: "", type: "uint24" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const curationLiftStop = {
  inputs: [{ name: "producer", type: "address" }],
  name: "liftStop",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationLiftVeto = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
    { name: "mask", type: "uint256" },
  ],
  name: "liftVeto",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationNewestTerms = {
  inputs: [],
  name: "newestTerms",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationOpenCanary = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "root", type: "bytes32" },
    { name: "proof", type: "bytes32[]" },
    { name: "salt", type: "bytes32" },
    { name: "masks", type: "uint256[]" },
    {
      components: [
        { name: "seed", type: "bytes16" },
        { name: "ballots", type: "bytes32" },
        { name: "covered", type: "uint256" },
        { name: "bad", type: "uint256" },
        { name: "weights", type: "uint256" },
      ],
      name: "outcome",
      type: "tuple",
    },
  ],
  name: "openCanary",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationOpenSlate = {
  inputs: [
    { name: "candidates", type: "uint256[]" },
    { name: "k", type: "uint16" },
    { name: "ballotDeadline", type: "uint40" },
    { name: "brief", type: "bytes32" },
  ],
  name: "openSlate",
  outputs: [{ name: "slateId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationPlanOf = {
  inputs: [
    { name: "version", type: "uint16" },
    { name: "plan", type: "uint8" },
  ],
  name: "planOf",
  outputs: [
    { name: "sampleSize", type: "uint16" },
    { name: "acceptance", type: "uint8" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationPointsOf = {
  inputs: [
    { name: "index", type: "uint16" },
    { name: "epoch", type: "uint16" },
  ],
  name: "pointsOf",
  outputs: [
    { name: "points", type: "uint256" },
    { name: "canaryPoints", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationPracticeOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "index", type: "uint16" },
  ],
  name: "practiceOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationProducerOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "producerOf",
  outputs: [
    {
      components: [
        { name: "quota", type: "uint32" },
        { name: "used", type: "uint32" },
        { name: "day", type: "uint32" },
        { name: "level", type: "uint8" },
        { name: "accepted", type: "uint8" },
        { name: "rejected", type: "uint8" },
        { name: "delegate", type: "uint16" },
        { name: "free", type: "uint112" },
        { name: "bound", type: "bool" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationProveDuplicate = {
  inputs: [
    { name: "copy", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "copyLeaf",
      type: "tuple",
    },
    { name: "copyProof", type: "bytes32[]" },
    { name: "original", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "originalLeaf",
      type: "tuple",
    },
    { name: "originalProof", type: "bytes32[]" },
  ],
  name: "proveDuplicate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationProveEquivocation = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "seed", type: "bytes16" },
        { name: "charterVersion", type: "uint32" },
        { name: "firstWord", type: "uint16" },
        { name: "words", type: "uint256[]" },
      ],
      name: "a",
      type: "tuple",
    },
    { name: "signatureA", type: "bytes" },
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "seed", type: "bytes16" },
        { name: "charterVersion", type: "uint32" },
        { name: "firstWord", type: "uint16" },
        { name: "words", type: "uint256[]" },
      ],
      name: "b",
      type: "tuple",
    },
    { name: "signatureB", type: "bytes" },
  ],
  name: "proveEquivocation",
  outputs: [{ name: "index", type: "uint16" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationReadmitCurator = {
  inputs: [{ name: "account", type: "address" }],
  name: "readmitCurator",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationRedraw = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "redraw",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationRefreshCurators = {
  inputs: [{ name: "accounts", type: "address[]" }],
  name: "refreshCurators",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationRegisterCurator = {
  inputs: [
    { name: "key", type: "address" },
    { name: "keySignature", type: "bytes" },
  ],
  name: "registerCurator",
  outputs: [{ name: "index", type: "uint16" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationRequestRefinement = {
  inputs: [
    { name: "slateId", type: "uint256" },
    { name: "candidate", type: "uint16" },
    { name: "assetId", type: "uint256" },
    { name: "proof", type: "bytes32[]" },
    { name: "selected", type: "uint256[]" },
    { name: "note", type: "bytes32" },
  ],
  name: "requestRefinement",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationResolveCanaries = {
  inputs: [{ name: "root", type: "bytes32" }],
  name: "resolveCanaries",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationRevealSalt = {
  inputs: [
    { name: "span", type: "uint256" },
    { name: "link", type: "bytes32" },
  ],
  name: "revealSalt",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationRoundOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "roundOf",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationSaltChain = {
  inputs: [],
  name: "saltChain",
  outputs: [
    { name: "link", type: "bytes32" },
    { name: "nextSpan", type: "uint256" },
    { name: "firstSpan", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationSaltOf = {
  inputs: [{ name: "span", type: "uint256" }],
  name: "saltOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationSampleOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "seed", type: "bytes16" },
  ],
  name: "sampleOf",
  outputs: [{ name: "positions", type: "uint24[]" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationScoreOf = {
  inputs: [{ name: "index", type: "uint16" }],
  name: "scoreOf",
  outputs: [
    {
      components: [
        { name: "hits", type: "uint24" },
        { name: "misses", type: "uint24" },
        { name: "falseAlarms", type: "uint24" },
        { name: "epoch", type: "uint16" },
        { name: "points", type: "uint24" },
        { name: "canaryPoints", type: "uint24" },
        { name: "pay", type: "uint112" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationScorePractice = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "index", type: "uint16" },
    { name: "ok", type: "uint256" },
    { name: "defect", type: "uint256" },
  ],
  name: "scorePractice",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSelfCertify = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "words", type: "uint16[]" },
    { name: "masks", type: "uint256[]" },
  ],
  name: "selfCertify",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSetAuditTerms = {
  inputs: [
    {
      components: [
        { name: "bond", type: "uint80" },
        { name: "fee", type: "uint80" },
        { name: "challengeBond", type: "uint80" },
        { name: "seedDelay", type: "uint16" },
        { name: "ballotWindow", type: "uint24" },
        { name: "timeOut", type: "uint24" },
        { name: "challengeWindow", type: "uint24" },
        { name: "quorum", type: "uint24" },
        { name: "coverage", type: "uint24" },
        { name: "panel", type: "uint8" },
        { name: "minHumanBallots", type: "uint8" },
        { name: "normalSize", type: "uint16" },
        { name: "normalAcceptance", type: "uint8" },
        { name: "tightenedSize", type: "uint16" },
        { name: "tightenedAcceptance", type: "uint8" },
        { name: "reducedSize", type: "uint16" },
        { name: "reducedAcceptance", type: "uint8" },
        { name: "flags", type: "uint8" },
      ],
      name: "terms",
      type: "tuple",
    },
  ],
  name: "setAuditTerms",
  outputs: [{ name: "version", type: "uint16" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSetAuditToken = {
  inputs: [{ name: "token", type: "address" }],
  name: "setAuditToken",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSetSaltChain = {
  inputs: [{ name: "anchor", type: "bytes32" }],
  name: "setSaltChain",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSettleLot = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "round", type: "uint8" },
    {
      components: [
        { name: "seed", type: "bytes16" },
        { name: "ballots", type: "bytes32" },
        { name: "covered", type: "uint256" },
        { name: "bad", type: "uint256" },
        { name: "weights", type: "uint256" },
      ],
      name: "outcome",
      type: "tuple",
    },
    { name: "judgments", type: "bytes" },
  ],
  name: "settleLot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSlateOf = {
  inputs: [{ name: "slateId", type: "uint256" }],
  name: "slateOf",
  outputs: [
    {
      components: [
        { name: "candidates", type: "bytes32" },
        { name: "count", type: "uint16" },
        { name: "k", type: "uint16" },
        { name: "clock", type: "uint40" },
        { name: "epoch", type: "uint16" },
        { name: "weight", type: "uint16" },
        { name: "terms", type: "uint16" },
        { name: "digest", type: "bytes16" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationSlateSeedOf = {
  inputs: [{ name: "slateId", type: "uint256" }],
  name: "slateSeedOf",
  outputs: [{ name: "", type: "bytes16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationSlateWeightOf = {
  inputs: [
    { name: "slateId", type: "uint256" },
    { name: "index", type: "uint16" },
  ],
  name: "slateWeightOf",
  outputs: [{ name: "weight", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationStandingOf = {
  inputs: [
    { name: "index", type: "uint16" },
    { name: "epoch", type: "uint16" },
  ],
  name: "standingOf",
  outputs: [{ name: "", type: "uint24" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationTermsOf = {
  inputs: [{ name: "version", type: "uint16" }],
  name: "termsOf",
  outputs: [
    {
      components: [
        { name: "bond", type: "uint80" },
        { name: "fee", type: "uint80" },
        { name: "challengeBond", type: "uint80" },
        { name: "seedDelay", type: "uint16" },
        { name: "ballotWindow", type: "uint24" },
        { name: "timeOut", type: "uint24" },
        { name: "challengeWindow", type: "uint24" },
        { name: "quorum", type: "uint24" },
        { name: "coverage", type: "uint24" },
        { name: "panel", type: "uint8" },
        { name: "minHumanBallots", type: "uint8" },
        { name: "normalSize", type: "uint16" },
        { name: "normalAcceptance", type: "uint8" },
        { name: "tightenedSize", type: "uint16" },
        { name: "tightenedAcceptance", type: "uint8" },
        { name: "reducedSize", type: "uint16" },
        { name: "reducedAcceptance", type: "uint8" },
        { name: "flags", type: "uint8" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationTruthOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "truthOf",
  outputs: [
    { name: "opened", type: "bool" },
    { name: "lanes", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationVeto = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
    { name: "mask", type: "uint256" },
    { name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "veto",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationVetoOf = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "word", type: "uint16" },
  ],
  name: "vetoOf",
  outputs: [
    { name: "mask", type: "uint256" },
    { name: "until", type: "uint40" },
    { name: "confirmed", type: "bool" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationWithdrawDeposit = {
  inputs: [{ name: "amount", type: "uint256" }],
  name: "withdrawDeposit",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAbi = [
  curationAdjudicatorsPaidEvent,
  curationAssetsVetoedEvent,
  curationAuditClosedEvent,
  curationAuditOpenedEvent,
  curationAuditTokenSetEvent,
  curationBallotCastEvent,
  curationCanariesCommittedEvent,
  curationCanariesForfeitedEvent,
  curationCanariesReturnedEvent,
  curationCanaryOpenedEvent,
  curationChallengeJudgedEvent,
  curationChallengeResolvedEvent,
  curationCuratorReadmittedEvent,
  curationCuratorRegisteredEvent,
  curationCuratorStruckOffEvent,
  curationCuratorsScoredEvent,
  curationDepositWithdrawnEvent,
  curationDepositedEvent,
  curationDuplicateProvedEvent,
  curationEIP712DomainChangedEvent,
  curationEpochClosedEvent,
  curationLotChallengedEvent,
  curationLotExpiredEvent,
  curationLotSelfCertifiedEvent,
  curationLotSettledEvent,
  curationLotSuspendedEvent,
  curationMandatesFollowedEvent,
  curationPanelCalledEvent,
  curationPanelDrawnEvent,
  curationPayClaimedEvent,
  curationPracticeScoredEvent,
  curationProducerAdmittedEvent,
  curationProducerBoundEvent,
  curationProducerLevelSetEvent,
  curationRefinementRequestedEvent,
  curationReputationClaimedEvent,
  curationSaltChainSetEvent,
  curationSaltRevealedEvent,
  curationSeedBlockSetEvent,
  curationSeedDrawnEvent,
  curationSlateClosedEvent,
  curationSlateOpenedEvent,
  curationStandingSetEvent,
  curationTermsSetEvent,
  curationVetoAppealedEvent,
  curationVetoConfirmedEvent,
  curationVetoLiftedEvent,
  curationAdjudicate,
  curationAdmitLot,
  curationAdmitProducer,
  curationAppealVeto,
  curationAuditOf,
  curationAuditToken,
  curationBindProducer,
  curationCallPanel,
  curationCanariesOf,
  curationCastDirect,
  curationChallenge,
  curationChallengeLot,
  curationChallengeOf,
  curationClaimPay,
  curationClaimReputation,
  curationCloseAudit,
  curationCloseEpoch,
  curationCloseSlate,
  curationCommitCanaries,
  curationConfirmVeto,
  curationCuratorCount,
  curationCuratorOf,
  curationDeposit,
  curationDisputeOf,
  curationDrawPanel,
  curationDrawSeed,
  curationDrawnWeightOf,
  curationDropChallenge,
  curationEip712Domain,
  curationElectorateOf,
  curationEpochAt,
  curationEpochPointsOf,
  curationExpectedWeightOf,
  curationExpireLot,
  curationFollowMandates,
  curationFollowedMandates,
  curationHashBallot,
  curationHashCuratorKey,
  curationHashOutcome,
  curationInboxOf,
  curationIndexOf,
  curationIndexOfKey,
  curationIsExpired,
  curationLanePosition,
  curationLiftStop,
  curationLiftVeto,
  curationNewestTerms,
  curationOpenCanary,
  curationOpenSlate,
  curationPlanOf,
  curationPointsOf,
  curationPracticeOf,
  curationProducerOf,
  curationProveDuplicate,
  curationProveEquivocation,
  curationReadmitCurator,
  curationRedraw,
  curationRefreshCurators,
  curationRegisterCurator,
  curationRequestRefinement,
  curationResolveCanaries,
  curationRevealSalt,
  curationRoundOf,
  curationSaltChain,
  curationSaltOf,
  curationSampleOf,
  curationScoreOf,
  curationScorePractice,
  curationSelfCertify,
  curationSetAuditTerms,
  curationSetAuditToken,
  curationSetSaltChain,
  curationSettleLot,
  curationSlateOf,
  curationSlateSeedOf,
  curationSlateWeightOf,
  curationStandingOf,
  curationStudio,
  curationTermsOf,
  curationTruthOf,
  curationVeto,
  curationVetoOf,
  curationWithdrawDeposit,
] as const;
