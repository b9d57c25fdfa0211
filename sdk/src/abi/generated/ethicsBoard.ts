// Written by scripts/generate from the compiled contracts: npm run generate

export const ethicsBoardAppealGrantedEvent = {
  type: "event",
  name: "AppealGranted",
  inputs: [{ indexed: true, name: "reviewId", type: "uint256" }],
} as const;

export const ethicsBoardBondReturnedEvent = {
  type: "event",
  name: "BondReturned",
  inputs: [
    { indexed: true, name: "claimId", type: "uint256" },
    { indexed: true, name: "to", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const ethicsBoardCandidateStoodEvent = {
  type: "event",
  name: "CandidateStood",
  inputs: [
    { indexed: true, name: "candidate", type: "address" },
    { name: "statement", type: "bytes32" },
  ],
} as const;

export const ethicsBoardChamberAppointedEvent = {
  type: "event",
  name: "ChamberAppointed",
  inputs: [
    { indexed: true, name: "oldChamber", type: "address" },
    { indexed: true, name: "chamber", type: "address" },
    { name: "until", type: "uint48" },
  ],
} as const;

export const ethicsBoardChamberVetoedEvent = {
  type: "event",
  name: "ChamberVetoed",
  inputs: [
    { indexed: true, name: "chamber", type: "address" },
    { indexed: true, name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
} as const;

export const ethicsBoardClaimAnsweredEvent = {
  type: "event",
  name: "ClaimAnswered",
  inputs: [
    { indexed: true, name: "claimId", type: "uint256" },
    { indexed: true, name: "reviewId", type: "uint256" },
    { name: "finding", type: "uint8" },
  ],
} as const;

export const ethicsBoardClaimFiledEvent = {
  type: "event",
  name: "ClaimFiled",
  inputs: [
    { indexed: true, name: "claimId", type: "uint256" },
    { indexed: true, name: "claimant", type: "address" },
    { indexed: true, name: "subject", type: "uint256" },
    { name: "kind", type: "uint8" },
    { name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "bond", type: "uint256" },
  ],
} as const;

export const ethicsBoardClaimLapsedEvent = {
  type: "event",
  name: "ClaimLapsed",
  inputs: [
    { indexed: true, name: "claimId", type: "uint256" },
    { name: "stoppedUntil", type: "uint48" },
  ],
} as const;

export const ethicsBoardClaimTermsSetEvent = {
  type: "event",
  name: "ClaimTermsSet",
  inputs: [
    { indexed: true, name: "token", type: "address" },
    { name: "bond", type: "uint128" },
  ],
} as const;

export const ethicsBoardFirstSeatsGrantedEvent = {
  type: "event",
  name: "FirstSeatsGranted",
  inputs: [
    { name: "holders", type: "address[]" },
    { name: "oddTermEnd", type: "uint48" },
    { name: "evenTermEnd", type: "uint48" },
  ],
} as const;

export const ethicsBoardProposalVetoedEvent = {
  type: "event",
  name: "ProposalVetoed",
  inputs: [
    { indexed: true, name: "proposalId", type: "uint256" },
    { indexed: true, name: "reviewId", type: "uint256" },
    { indexed: true, name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
} as const;

export const ethicsBoardReviewAppealedEvent = {
  type: "event",
  name: "ReviewAppealed",
  inputs: [
    { indexed: true, name: "reviewId", type: "uint256" },
    { indexed: true, name: "appellant", type: "address" },
    { name: "evidence", type: "bytes32" },
  ],
} as const;

export const ethicsBoardReviewEnactedEvent = {
  type: "event",
  name: "ReviewEnacted",
  inputs: [
    { indexed: true, name: "reviewId", type: "uint256" },
    { indexed: true, name: "by", type: "address" },
    { name: "supporters", type: "uint16" },
    { name: "live", type: "uint256" },
    { name: "needed", type: "uint256" },
  ],
} as const;

export const ethicsBoardReviewOpenedEvent = {
  type: "event",
  name: "ReviewOpened",
  inputs: [
    { indexed: true, name: "reviewId", type: "uint256" },
    { indexed: true, name: "subject", type: "uint256" },
    { indexed: true, name: "seat", type: "uint8" },
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "power", type: "uint8" },
        { name: "payload", type: "bytes" },
        { name: "reasonCode", type: "bytes32" },
        { name: "evidence", type: "bytes32" },
        { name: "claimId", type: "uint256" },
        { name: "finding", type: "uint8" },
      ],
      name: "input",
      type: "tuple",
    },
    { name: "charter", type: "uint32" },
  ],
} as const;

export const ethicsBoardReviewRewardedEvent = {
  type: "event",
  name: "ReviewRewarded",
  inputs: [
    { indexed: true, name: "reviewId", type: "uint256" },
    { name: "seats", type: "uint16" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const ethicsBoardReviewVotedEvent = {
  type: "event",
  name: "ReviewVoted",
  inputs: [
    { indexed: true, name: "reviewId", type: "uint256" },
    { indexed: true, name: "seat", type: "uint8" },
    { indexed: true, name: "holder", type: "address" },
    { name: "support", type: "bool" },
    { name: "reason", type: "string" },
  ],
} as const;

export const ethicsBoardSeatGrantedEvent = {
  type: "event",
  name: "SeatGranted",
  inputs: [
    { indexed: true, name: "seat", type: "uint8" },
    { indexed: true, name: "holder", type: "address" },
    { name: "termEnd", type: "uint48" },
  ],
} as const;

export const ethicsBoardSeatVacatedEvent = {
  type: "event",
  name: "SeatVacated",
  inputs: [
    { indexed: true, name: "seat", type: "uint8" },
    { indexed: true, name: "holder", type: "address" },
    { name: "evidence", type: "bytes32" },
  ],
} as const;

export const ethicsBoardSubjectCertifiedEvent = {
  type: "event",
  name: "SubjectCertified",
  inputs: [
    { indexed: true, name: "kind", type: "uint8" },
    { indexed: true, name: "subject", type: "uint256" },
    { indexed: true, name: "reviewId", type: "uint256" },
    { name: "passed", type: "bool" },
    { name: "report", type: "bytes32" },
    { name: "charter", type: "uint32" },
  ],
} as const;

export const ethicsBoardVetoLimitSetEvent = {
  type: "event",
  name: "VetoLimitSet",
  inputs: [
    { name: "oldLimit", type: "uint8" },
    { name: "newLimit", type: "uint8" },
  ],
} as const;

export const ethicsBoardAppeal = {
  inputs: [
    { name: "reviewId", type: "uint256" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "appeal",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardAppointChamber = {
  inputs: [
    { name: "chamber", type: "address" },
    { name: "until", type: "uint48" },
  ],
  name: "appointChamber",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardCandidateUntil = {
  inputs: [{ name: "candidate", type: "address" }],
  name: "candidateUntil",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardCertificationOf = {
  inputs: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
  ],
  name: "certificationOf",
  outputs: [
    { name: "reviewId", type: "uint256" },
    { name: "passed", type: "bool" },
    { name: "at", type: "uint48" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardChamberOf = {
  inputs: [],
  name: "chamberOf",
  outputs: [
    { name: "chamber", type: "address" },
    { name: "until", type: "uint48" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardClaimCount = {
  inputs: [],
  name: "claimCount",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardClaimOf = {
  inputs: [{ name: "claimId", type: "uint256" }],
  name: "claimOf",
  outputs: [
    {
      components: [
        { name: "claimant", type: "address" },
        { name: "kind", type: "uint8" },
        { name: "finding", type: "uint8" },
        { name: "closed", type: "bool" },
        { name: "filedAt", type: "uint48" },
        { name: "bond", type: "uint128" },
        { name: "token", type: "address" },
        { name: "subject", type: "uint256" },
        { name: "reviewId", type: "uint256" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardClaimTerms = {
  inputs: [],
  name: "claimTerms",
  outputs: [
    { name: "token", type: "address" },
    { name: "bond", type: "uint128" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardCloseClaim = {
  inputs: [{ name: "claimId", type: "uint256" }],
  name: "closeClaim",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardElectSeat = {
  inputs: [
    { name: "seat", type: "uint8" },
    { name: "holder", type: "address" },
  ],
  name: "electSeat",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardEnactReview = {
  inputs: [
    { name: "reviewId", type: "uint256" },
    { name: "payload", type: "bytes" },
  ],
  name: "enactReview",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardFile = {
  inputs: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
    { name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "file",
  outputs: [{ name: "claimId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardFreeClaimsOf = {
  inputs: [{ name: "claimant", type: "address" }],
  name: "freeClaimsOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardGrantAppeal = {
  inputs: [{ name: "reviewId", type: "uint256" }],
  name: "grantAppeal",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardInitialize = {
  inputs: [{ name: "holders", type: "address[]" }],
  name: "initialize",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardLapse = {
  inputs: [{ name: "claimId", type: "uint256" }],
  name: "lapse",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardLiveSeats = {
  inputs: [],
  name: "liveSeats",
  outputs: [{ name: "live", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardNextPauseOf = {
  inputs: [{ name: "mandateId", type: "uint256" }],
  name: "nextPauseOf",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardOpenClaimOf = {
  inputs: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
  ],
  name: "openClaimOf",
  outputs: [{ name: "claimId", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardOpenReview = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "power", type: "uint8" },
        { name: "payload", type: "bytes" },
        { name: "reasonCode", type: "bytes32" },
        { name: "evidence", type: "bytes32" },
        { name: "claimId", type: "uint256" },
        { name: "finding", type: "uint8" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "openReview",
  outputs: [{ name: "reviewId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardRemoveSeat = {
  inputs: [
    { name: "seat", type: "uint8" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "removeSeat",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardResign = {
  inputs: [{ name: "seat", type: "uint8" }],
  name: "resign",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardReviewCount = {
  inputs: [],
  name: "reviewCount",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardReviewOf = {
  inputs: [{ name: "reviewId", type: "uint256" }],
  name: "reviewOf",
  outputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "power", type: "uint8" },
        { name: "finding", type: "uint8" },
        { name: "confirmed", type: "bool" },
        { name: "rewarded", type: "bool" },
        { name: "supporters", type: "uint16" },
        { name: "opponents", type: "uint16" },
        { name: "charter", type: "uint32" },
        { name: "openedAt", type: "uint48" },
        { name: "enactedAt", type: "uint48" },
        { name: "appealedAt", type: "uint48" },
        { name: "claimId", type: "uint256" },
        { name: "subject", type: "uint256" },
        { name: "payloadHash", type: "bytes32" },
        { name: "reasonCode", type: "bytes32" },
        { name: "evidence", type: "bytes32" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardRewardReview = {
  inputs: [{ name: "reviewId", type: "uint256" }],
  name: "rewardReview",
  outputs: [{ name: "raw", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardSeatHeldBy = {
  inputs: [{ name: "account", type: "address" }],
  name: "seatHeldBy",
  outputs: [{ name: "seat", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardSeatOf = {
  inputs: [{ name: "seat", type: "uint8" }],
  name: "seatOf",
  outputs: [
    {
      components: [
        { name: "holder", type: "address" },
        { name: "since", type: "uint48" },
        { name: "termEnd", type: "uint48" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardSetClaimTerms = {
  inputs: [
    { name: "token", type: "address" },
    { name: "bond", type: "uint128" },
  ],
  name: "setClaimTerms",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardSetVetoLimit = {
  inputs: [{ name: "newLimit", type: "uint8" }],
  name: "setVetoLimit",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardStand = {
  inputs: [{ name: "statement", type: "bytes32" }],
  name: "stand",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardTallyOf = {
  inputs: [{ name: "reviewId", type: "uint256" }],
  name: "tallyOf",
  outputs: [
    { name: "votes", type: "uint256" },
    { name: "needed", type: "uint256" },
    { name: "live", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardVetoAsChamber = {
  inputs: [
    {
      components: [
        { name: "targets", type: "address[]" },
        { name: "values", type: "uint256[]" },
        { name: "calldatas", type: "bytes[]" },
        { name: "descriptionHash", type: "bytes32" },
      ],
      name: "proposals",
      type: "tuple[]",
    },
    { name: "reasonCode", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "vetoAsChamber",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardVetoLimit = {
  inputs: [],
  name: "vetoLimit",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardVetoedAssetsOf = {
  inputs: [
    { name: "subject", type: "uint256" },
    { name: "word", type: "uint256" },
  ],
  name: "vetoedAssetsOf",
  outputs: [{ name: "mask", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardVetoesLeft = {
  inputs: [],
  name: "vetoesLeft",
  outputs: [
    { name: "board", type: "uint256" },
    { name: "chamber", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const ethicsBoardVoteOnReview = {
  inputs: [
    { name: "reviewId", type: "uint256" },
    { name: "support", type: "bool" },
    { name: "reason", type: "string" },
  ],
  name: "voteOnReview",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardWithdrawBond = {
  inputs: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint128" },
  ],
  name: "withdrawBond",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const ethicsBoardAbi = [
  ethicsBoardAppealGrantedEvent,
  ethicsBoardBondReturnedEvent,
  ethicsBoardCandidateStoodEvent,
  ethicsBoardChamberAppointedEvent,
  ethicsBoardChamberVetoedEvent,
  ethicsBoardClaimAnsweredEvent,
  ethicsBoardClaimFiledEvent,
  ethicsBoardClaimLapsedEvent,
  ethicsBoardClaimTermsSetEvent,
  ethicsBoardFirstSeatsGrantedEvent,
  ethicsBoardProposalVetoedEvent,
  ethicsBoardReviewAppealedEvent,
  ethicsBoardReviewEnactedEvent,
  ethicsBoardReviewOpenedEvent,
  ethicsBoardReviewRewardedEvent,
  ethicsBoardReviewVotedEvent,
  ethicsBoardSeatGrantedEvent,
  ethicsBoardSeatVacatedEvent,
  ethicsBoardSubjectCertifiedEvent,
  ethicsBoardVetoLimitSetEvent,
  ethicsBoardAppeal,
  ethicsBoardAppointChamber,
  ethicsBoardCandidateUntil,
  ethicsBoardCertificationOf,
  ethicsBoardChamberOf,
  ethicsBoardClaimCount,
  ethicsBoardClaimOf,
  ethicsBoardClaimTerms,
  ethicsBoardCloseClaim,
  ethicsBoardElectSeat,
  ethicsBoardEnactReview,
  ethicsBoardFile,
  ethicsBoardFreeClaimsOf,
  ethicsBoardGrantAppeal,
  ethicsBoardInitialize,
  ethicsBoardLapse,
  ethicsBoardLiveSeats,
  ethicsBoardNextPauseOf,
  ethicsBoardOpenClaimOf,
  ethicsBoardOpenReview,
  ethicsBoardRemoveSeat,
  ethicsBoardResign,
  ethicsBoardReviewCount,
  ethicsBoardReviewOf,
  ethicsBoardRewardReview,
  ethicsBoardSeatHeldBy,
  ethicsBoardSeatOf,
  ethicsBoardSetClaimTerms,
  ethicsBoardSetVetoLimit,
  ethicsBoardStand,
  ethicsBoardTallyOf,
  ethicsBoardVetoAsChamber,
  ethicsBoardVetoLimit,
  ethicsBoardVetoedAssetsOf,
  ethicsBoardVetoesLeft,
  ethicsBoardVoteOnReview,
  ethicsBoardWithdrawBond,
] as const;
