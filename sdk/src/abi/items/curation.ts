// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/curation.ts";

export const curationAdjudicatorsPaidEvent = /* @__PURE__ */ unpackItem("AdjudicatorsPaid", [
  "u*lotId",
  "uint16*id",
  "bytes pays",
]) as typeof full.curationAdjudicatorsPaidEvent;

export const curationAssetsVetoedEvent = /* @__PURE__ */ unpackItem("AssetsVetoed", [
  "u*lotId",
  "uint16*word",
  "a*by",
  "u mask",
  "h reasonCode",
  "h evidence",
  "uint40 until",
]) as typeof full.curationAssetsVetoedEvent;

export const curationAuditClosedEvent = /* @__PURE__ */ unpackItem("AuditClosed", [
  "u*lotId",
  "a*relayer",
  "uint32 charterVersion",
  "uint16 expectedWeight",
  "uint16 weight",
  "uint8 humanBallots",
  "uint8 widening",
  "u covered",
  "u bad",
  "u weights",
  "uint8 status",
  "uint40 releasableAt",
  "bytes ballots",
]) as typeof full.curationAuditClosedEvent;

export const curationAuditOpenedEvent = /* @__PURE__ */ unpackItem("AuditOpened", [
  "u*lotId",
  "a*producer",
  "uint8 round",
  "uint40 seedBlock",
  "uint8 plan",
  "uint16 terms",
  "uint16 epoch",
  "uint16 excluded",
]) as typeof full.curationAuditOpenedEvent;

export const curationAuditTokenSetEvent = /* @__PURE__ */ unpackItem("AuditTokenSet", [
  "a*token",
]) as typeof full.curationAuditTokenSetEvent;

export const curationBallotCastEvent = /* @__PURE__ */ unpackItem("BallotCast", [
  "u*lotId",
  "uint16*index",
  "uint32 charterVersion",
  "b practice",
  "bytes ballot",
]) as typeof full.curationBallotCastEvent;

export const curationCanariesCommittedEvent = /* @__PURE__ */ unpackItem("CanariesCommitted", [
  "h*root",
  "a*poster",
  "uint16 count",
  "uint40 deadline",
  "u bond",
]) as typeof full.curationCanariesCommittedEvent;

export const curationCanariesForfeitedEvent = /* @__PURE__ */ unpackItem("CanariesForfeited", [
  "h*root",
  "u bond",
]) as typeof full.curationCanariesForfeitedEvent;

export const curationCanariesReturnedEvent = /* @__PURE__ */ unpackItem("CanariesReturned", [
  "h*root",
  "u bond",
]) as typeof full.curationCanariesReturnedEvent;

export const curationCanaryOpenedEvent = /* @__PURE__ */ unpackItem("CanaryOpened", [
  "u*lotId",
  "h*root",
  "h salt",
  "uint256[] masks",
]) as typeof full.curationCanaryOpenedEvent;

export const curationChallengeJudgedEvent = /* @__PURE__ */ unpackItem("ChallengeJudged", [
  "u*lotId",
  "uint16*id",
  "a*relayer",
  "uint32 charterVersion",
  "uint16 firstWord",
  "uint256[] decided",
  "uint256[] upheld",
  "bytes ballots",
]) as typeof full.curationChallengeJudgedEvent;

export const curationChallengeResolvedEvent = /* @__PURE__ */ unpackItem("ChallengeResolved", [
  "u*lotId",
  "uint16*id",
  "u returned",
  "u reward",
  "u lost",
  "u undecided",
]) as typeof full.curationChallengeResolvedEvent;

export const curationCuratorReadmittedEvent = /* @__PURE__ */ unpackItem("CuratorReadmitted", [
  "uint16*index",
]) as typeof full.curationCuratorReadmittedEvent;

export const curationCuratorRegisteredEvent = /* @__PURE__ */ unpackItem("CuratorRegistered", [
  "uint16*index",
  "a*account",
  "a*key",
  "b agent",
]) as typeof full.curationCuratorRegisteredEvent;

export const curationCuratorStruckOffEvent = /* @__PURE__ */ unpackItem("CuratorStruckOff", [
  "uint16*index",
  "u*subject",
  "u forfeited",
]) as typeof full.curationCuratorStruckOffEvent;

export const curationCuratorsScoredEvent = /* @__PURE__ */ unpackItem("CuratorsScored", [
  "u*lotId",
  "uint8 round",
  "b canary",
  "u defects",
  "bytes scores",
]) as typeof full.curationCuratorsScoredEvent;

export const curationDepositWithdrawnEvent = /* @__PURE__ */ unpackItem("DepositWithdrawn", [
  "a*account",
  "u amount",
]) as typeof full.curationDepositWithdrawnEvent;

export const curationDepositedEvent = /* @__PURE__ */ unpackItem("Deposited", [
  "a*account",
  "u amount",
]) as typeof full.curationDepositedEvent;

export const curationDuplicateProvedEvent = /* @__PURE__ */ unpackItem("DuplicateProved", [
  "u*copy",
  "u*original",
  "a*prover",
  "u reward",
]) as typeof full.curationDuplicateProvedEvent;

export const curationEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "EIP712DomainChanged",
  [],
) as typeof full.curationEIP712DomainChangedEvent;

export const curationEpochClosedEvent = /* @__PURE__ */ unpackItem("EpochClosed", [
  "uint16*epoch",
  "u points",
  "u canaryPoints",
  "u budget",
]) as typeof full.curationEpochClosedEvent;

export const curationLotChallengedEvent = /* @__PURE__ */ unpackItem("LotChallenged", [
  "u*lotId",
  "uint16*id",
  "a*challenger",
  "uint16 firstWord",
  "uint256[] masks",
  "h evidence",
  "u bond",
  "u fee",
]) as typeof full.curationLotChallengedEvent;

export const curationLotExpiredEvent = /* @__PURE__ */ unpackItem("LotExpired", [
  "u*lotId",
  "uint8 round",
  "u bond",
  "u fee",
]) as typeof full.curationLotExpiredEvent;

export const curationLotSelfCertifiedEvent = /* @__PURE__ */ unpackItem("LotSelfCertified", [
  "u*lotId",
  "a*by",
]) as typeof full.curationLotSelfCertifiedEvent;

export const curationLotSettledEvent = /* @__PURE__ */ unpackItem("LotSettled", [
  "u*lotId",
  "uint8 round",
  "u paid",
  "u rest",
  "u returned",
  "u slashed",
]) as typeof full.curationLotSettledEvent;

export const curationLotSuspendedEvent = /* @__PURE__ */ unpackItem("LotSuspended", [
  "u*lotId",
  "uint16*id",
]) as typeof full.curationLotSuspendedEvent;

export const curationMandatesFollowedEvent = /* @__PURE__ */ unpackItem("MandatesFollowed", [
  "a*mandates",
]) as typeof full.curationMandatesFollowedEvent;

export const curationPanelCalledEvent = /* @__PURE__ */ unpackItem("PanelCalled", [
  "u*lotId",
  "uint40 seedBlock",
  "uint16 epoch",
]) as typeof full.curationPanelCalledEvent;

export const curationPanelDrawnEvent = /* @__PURE__ */ unpackItem("PanelDrawn", [
  "u*lotId",
  "bytes16 seed",
  "uint40 ballotDeadline",
]) as typeof full.curationPanelDrawnEvent;

export const curationPayClaimedEvent = /* @__PURE__ */ unpackItem("PayClaimed", [
  "uint16*index",
  "a*account",
  "u amount",
]) as typeof full.curationPayClaimedEvent;

export const curationPracticeScoredEvent = /* @__PURE__ */ unpackItem("PracticeScored", [
  "u*lotId",
  "uint16*index",
  "u hits",
  "u misses",
  "u falseAlarms",
  "u canaryPoints",
]) as typeof full.curationPracticeScoredEvent;

export const curationProducerAdmittedEvent = /* @__PURE__ */ unpackItem("ProducerAdmitted", [
  "a*producer",
  "uint32 quota",
]) as typeof full.curationProducerAdmittedEvent;

export const curationProducerBoundEvent = /* @__PURE__ */ unpackItem("ProducerBound", [
  "a*producer",
  "b bound",
]) as typeof full.curationProducerBoundEvent;

export const curationProducerLevelSetEvent = /* @__PURE__ */ unpackItem("ProducerLevelSet", [
  "a*producer",
  "uint8 level",
]) as typeof full.curationProducerLevelSetEvent;

export const curationRefinementRequestedEvent = /* @__PURE__ */ unpackItem("RefinementRequested", [
  "u*assetId",
  "a*producer",
  "u*slateId",
  "h note",
]) as typeof full.curationRefinementRequestedEvent;

export const curationReputationClaimedEvent = /* @__PURE__ */ unpackItem("ReputationClaimed", [
  "uint16*epoch",
  "a*account",
  "u raw",
]) as typeof full.curationReputationClaimedEvent;

export const curationSaltChainSetEvent = /* @__PURE__ */ unpackItem("SaltChainSet", [
  "h anchor",
  "u firstSpan",
]) as typeof full.curationSaltChainSetEvent;

export const curationSaltRevealedEvent = /* @__PURE__ */ unpackItem("SaltRevealed", [
  "u*span",
  "h link",
]) as typeof full.curationSaltRevealedEvent;

export const curationSeedBlockSetEvent = /* @__PURE__ */ unpackItem("SeedBlockSet", [
  "u*lotId",
  "uint8 round",
  "uint40 seedBlock",
]) as typeof full.curationSeedBlockSetEvent;

export const curationSeedDrawnEvent = /* @__PURE__ */ unpackItem("SeedDrawn", [
  "u*lotId",
  "bytes16 seed",
  "uint40 ballotDeadline",
]) as typeof full.curationSeedDrawnEvent;

export const curationSlateClosedEvent = /* @__PURE__ */ unpackItem("SlateClosed", [
  "u*slateId",
  "a*relayer",
  "uint32 charterVersion",
  "uint16 expectedWeight",
  "uint16 weight",
  "u threshold",
  "uint256[] selected",
  "uint40 finalAt",
  "bytes ballots",
]) as typeof full.curationSlateClosedEvent;

export const curationSlateOpenedEvent = /* @__PURE__ */ unpackItem("SlateOpened", [
  "u*slateId",
  "a*by",
  "uint256[] candidates",
  "uint16 k",
  "uint40 ballotDeadline",
  "uint16 epoch",
  "uint16 terms",
  "h brief",
]) as typeof full.curationSlateOpenedEvent;

export const curationStandingSetEvent = /* @__PURE__ */ unpackItem("StandingSet", [
  "uint16*index",
  "uint16*epoch",
  "uint24 standing",
]) as typeof full.curationStandingSetEvent;

export const curationTermsSetEvent = /* @__PURE__ */ unpackItem("TermsSet", [
  "uint16*version",
  [
    " terms",
    "uint80 bond",
    "uint80 fee",
    "uint80 challengeBond",
    "uint16 seedDelay",
    "uint24 ballotWindow",
    "uint24 timeOut",
    "uint24 challengeWindow",
    "uint24 quorum",
    "uint24 coverage",
    "uint8 panel",
    "uint8 minHumanBallots",
    "uint16 normalSize",
    "uint8 normalAcceptance",
    "uint16 tightenedSize",
    "uint8 tightenedAcceptance",
    "uint16 reducedSize",
    "uint8 reducedAcceptance",
    "uint8 flags",
  ],
]) as typeof full.curationTermsSetEvent;

export const curationVetoAppealedEvent = /* @__PURE__ */ unpackItem("VetoAppealed", [
  "u*lotId",
  "uint16*word",
  "a*by",
  "h evidence",
  "uint40 until",
]) as typeof full.curationVetoAppealedEvent;

export const curationVetoConfirmedEvent = /* @__PURE__ */ unpackItem("VetoConfirmed", [
  "u*lotId",
  "uint16*word",
]) as typeof full.curationVetoConfirmedEvent;

export const curationVetoLiftedEvent = /* @__PURE__ */ unpackItem("VetoLifted", [
  "u*lotId",
  "uint16*word",
  "a*by",
  "u mask",
]) as typeof full.curationVetoLiftedEvent;

export const curationAdjudicate = /* @__PURE__ */ unpackItem(
  "adjudicate",
  ["u lotId", "uint16 id", "uint16 firstWord", "uint256[] masks", "uint32 charterVersion", "bytes ballots"],
  [],
) as typeof full.curationAdjudicate;

export const curationAdmitLot = /* @__PURE__ */ unpackItem(
  "admitLot",
  ["u lotId", "a producer", "uint32 count"],
  [],
) as typeof full.curationAdmitLot;

export const curationAdmitProducer = /* @__PURE__ */ unpackItem(
  "admitProducer",
  ["a account", "uint32 quota"],
  [],
) as typeof full.curationAdmitProducer;

export const curationAppealVeto = /* @__PURE__ */ unpackItem(
  "appealVeto",
  ["u lotId", "uint16 word", "h evidence"],
  [],
) as typeof full.curationAppealVeto;

export const curationAuditOf = /* @__PURE__ */ unpackItem(
  "auditOf",
  ["u lotId", "uint8 round"],
  [
    [
      " ",
      "bytes16 digest",
      "uint40 clock",
      "uint16 weight",
      "uint16 excluded",
      "uint16 terms",
      "uint8 epoch",
      "uint8 plan",
      "uint8 humanBallots",
      "uint8 inbox",
      "uint8 flags",
    ],
  ],
  "view",
) as typeof full.curationAuditOf;

export const curationAuditToken = /* @__PURE__ */ unpackItem(
  "auditToken",
  [],
  ["a "],
  "view",
) as typeof full.curationAuditToken;

export const curationBindProducer = /* @__PURE__ */ unpackItem(
  "bindProducer",
  ["a account", "b bound"],
  [],
) as typeof full.curationBindProducer;

export const curationCallPanel = /* @__PURE__ */ unpackItem(
  "callPanel",
  ["u lotId"],
  [],
) as typeof full.curationCallPanel;

export const curationCanariesOf = /* @__PURE__ */ unpackItem(
  "canariesOf",
  ["h root"],
  [[" ", "a poster", "uint40 deadline", "uint16 count", "uint16 opened", "uint112 bond", "uint40 committedAt"]],
  "view",
) as typeof full.curationCanariesOf;

export const curationCastDirect = /* @__PURE__ */ unpackItem(
  "castDirect",
  ["u lotId", "uint32 charterVersion", "bytes ballot"],
  [],
) as typeof full.curationCastDirect;

export const curationChallenge = /* @__PURE__ */ unpackItem(
  "challenge",
  ["u lotId", "uint16 firstWord", "uint256[] masks", "h evidence"],
  ["uint16 id"],
) as typeof full.curationChallenge;

export const curationChallengeLot = /* @__PURE__ */ unpackItem(
  "challengeLot",
  ["u lotId", "h evidence"],
  ["uint16 id"],
) as typeof full.curationChallengeLot;

export const curationChallengeOf = /* @__PURE__ */ unpackItem(
  "challengeOf",
  ["u lotId", "uint16 id"],
  [[" ", "a challenger", "uint88 bond", "uint8 flags", "h masks"]],
  "view",
) as typeof full.curationChallengeOf;

export const curationClaimPay = /* @__PURE__ */ unpackItem(
  "claimPay",
  ["a account"],
  ["u amount"],
) as typeof full.curationClaimPay;

export const curationClaimReputation = /* @__PURE__ */ unpackItem(
  "claimReputation",
  ["a account", "uint16 epoch"],
  ["u raw"],
) as typeof full.curationClaimReputation;

export const curationCloseAudit = /* @__PURE__ */ unpackItem(
  "closeAudit",
  [
    "u lotId",
    "uint32 charterVersion",
    "bytes ballots",
    [" previous", "bytes16 seed", "h ballots", "u covered", "u bad", "u weights"],
  ],
  [],
) as typeof full.curationCloseAudit;

export const curationCloseEpoch = /* @__PURE__ */ unpackItem(
  "closeEpoch",
  ["uint16 epoch"],
  [],
) as typeof full.curationCloseEpoch;

export const curationCloseSlate = /* @__PURE__ */ unpackItem(
  "closeSlate",
  ["u slateId", "uint32 charterVersion", "bytes ballots"],
  [],
) as typeof full.curationCloseSlate;

export const curationCommitCanaries = /* @__PURE__ */ unpackItem(
  "commitCanaries",
  ["h root", "uint16 count", "uint40 deadline"],
  [],
) as typeof full.curationCommitCanaries;

export const curationConfirmVeto = /* @__PURE__ */ unpackItem(
  "confirmVeto",
  ["u lotId", "uint16 word"],
  [],
) as typeof full.curationConfirmVeto;

export const curationCuratorCount = /* @__PURE__ */ unpackItem(
  "curatorCount",
  [],
  ["uint16 "],
  "view",
) as typeof full.curationCuratorCount;

export const curationCuratorOf = /* @__PURE__ */ unpackItem(
  "curatorOf",
  ["uint16 index"],
  [[" ", "a key", "uint16 epoch", "uint24 standing", "uint24 previous", "uint24 earlier", "uint8 flags"]],
  "view",
) as typeof full.curationCuratorOf;

export const curationDeposit = /* @__PURE__ */ unpackItem(
  "deposit",
  ["a account"],
  ["u amount"],
) as typeof full.curationDeposit;

export const curationDisputeOf = /* @__PURE__ */ unpackItem(
  "disputeOf",
  ["u lotId"],
  [
    [
      " ",
      "bytes16 seed",
      "uint40 clock",
      "uint24 challenged",
      "uint16 challenges",
      "uint16 open",
      "uint8 epoch",
      "uint16 suspender",
      "b dropped",
      "uint80 paid",
    ],
  ],
  "view",
) as typeof full.curationDisputeOf;

export const curationDrawPanel = /* @__PURE__ */ unpackItem(
  "drawPanel",
  ["u lotId", "bytes header", "h salt"],
  [],
) as typeof full.curationDrawPanel;

export const curationDrawSeed = /* @__PURE__ */ unpackItem(
  "drawSeed",
  ["u lotId", "bytes header", "h salt"],
  [],
) as typeof full.curationDrawSeed;

export const curationDrawnWeightOf = /* @__PURE__ */ unpackItem(
  "drawnWeightOf",
  ["u lotId", "bytes16 seed", "uint16 index", "uint8 widening"],
  ["uint16 "],
  "view",
) as typeof full.curationDrawnWeightOf;

export const curationDropChallenge = /* @__PURE__ */ unpackItem(
  "dropChallenge",
  ["u lotId", "uint16 id", "uint16 firstWord", "uint256[] masks"],
  [],
) as typeof full.curationDropChallenge;

export const curationEip712Domain = /* @__PURE__ */ unpackItem(
  "eip712Domain",
  [],
  [
    "bytes1 fields",
    "string name",
    "string version",
    "u chainId",
    "a verifyingContract",
    "h salt",
    "uint256[] extensions",
  ],
  "view",
) as typeof full.curationEip712Domain;

export const curationElectorateOf = /* @__PURE__ */ unpackItem(
  "electorateOf",
  ["uint16 epoch"],
  ["uint16 curators", "uint40 standing"],
  "view",
) as typeof full.curationElectorateOf;

export const curationEpochAt = /* @__PURE__ */ unpackItem(
  "epochAt",
  ["u time"],
  ["uint16 "],
  "view",
) as typeof full.curationEpochAt;

export const curationEpochPointsOf = /* @__PURE__ */ unpackItem(
  "epochPointsOf",
  ["uint16 epoch"],
  [[" ", "uint64 points", "uint64 canaryPoints", "uint128 budget"]],
  "view",
) as typeof full.curationEpochPointsOf;

export const curationExpectedWeightOf = /* @__PURE__ */ unpackItem(
  "expectedWeightOf",
  ["u lotId"],
  ["uint16 "],
  "view",
) as typeof full.curationExpectedWeightOf;

export const curationExpireLot = /* @__PURE__ */ unpackItem(
  "expireLot",
  ["u lotId"],
  [],
) as typeof full.curationExpireLot;

export const curationFollowMandates = /* @__PURE__ */ unpackItem(
  "followMandates",
  [],
  [],
) as typeof full.curationFollowMandates;

export const curationFollowedMandates = /* @__PURE__ */ unpackItem(
  "followedMandates",
  [],
  ["a "],
  "view",
) as typeof full.curationFollowedMandates;

export const curationHashBallot = /* @__PURE__ */ unpackItem(
  "hashBallot",
  [
    [
      " ballot",
      "uint8 kind",
      "u subject",
      "bytes16 seed",
      "uint32 charterVersion",
      "uint16 firstWord",
      "uint256[] words",
    ],
  ],
  ["h "],
  "view",
) as typeof full.curationHashBallot;

export const curationHashCuratorKey = /* @__PURE__ */ unpackItem(
  "hashCuratorKey",
  ["a account", "a key"],
  ["h "],
  "view",
) as typeof full.curationHashCuratorKey;

export const curationHashOutcome = /* @__PURE__ */ unpackItem(
  "hashOutcome",
  [[" outcome", "bytes16 seed", "h ballots", "u covered", "u bad", "u weights"]],
  ["bytes16 "],
  "pure",
) as typeof full.curationHashOutcome;

export const curationInboxOf = /* @__PURE__ */ unpackItem(
  "inboxOf",
  ["u lotId", "uint8 round"],
  ["uint32 charterVersion", "uint16[] indexes"],
  "view",
) as typeof full.curationInboxOf;

export const curationIndexOf = /* @__PURE__ */ unpackItem(
  "indexOf",
  ["a account"],
  ["uint16 "],
  "view",
) as typeof full.curationIndexOf;

export const curationIndexOfKey = /* @__PURE__ */ unpackItem(
  "indexOfKey",
  ["a key"],
  ["uint16 "],
  "view",
) as typeof full.curationIndexOfKey;

export const curationIsExpired = /* @__PURE__ */ unpackItem(
  "isExpired",
  ["u lotId"],
  ["b "],
  "view",
) as typeof full.curationIsExpired;

export const curationLanePosition = /* @__PURE__ */ unpackItem(
  "lanePosition",
  ["bytes16 seed", "uint8 lane", "uint32 count"],
  ["uint24 "],
  "pure",
) as typeof full.curationLanePosition;

export const curationLiftStop = /* @__PURE__ */ unpackItem(
  "liftStop",
  ["a producer"],
  [],
) as typeof full.curationLiftStop;

export const curationLiftVeto = /* @__PURE__ */ unpackItem(
  "liftVeto",
  ["u lotId", "uint16 word", "u mask"],
  [],
) as typeof full.curationLiftVeto;

export const curationNewestTerms = /* @__PURE__ */ unpackItem(
  "newestTerms",
  [],
  ["uint16 "],
  "view",
) as typeof full.curationNewestTerms;

export const curationOpenCanary = /* @__PURE__ */ unpackItem(
  "openCanary",
  [
    "u lotId",
    "h root",
    "bytes32[] proof",
    "h salt",
    "uint256[] masks",
    [" outcome", "bytes16 seed", "h ballots", "u covered", "u bad", "u weights"],
  ],
  [],
) as typeof full.curationOpenCanary;

export const curationOpenSlate = /* @__PURE__ */ unpackItem(
  "openSlate",
  ["uint256[] candidates", "uint16 k", "uint40 ballotDeadline", "h brief"],
  ["u slateId"],
) as typeof full.curationOpenSlate;

export const curationPlanOf = /* @__PURE__ */ unpackItem(
  "planOf",
  ["uint16 version", "uint8 plan"],
  ["uint16 sampleSize", "uint8 acceptance"],
  "view",
) as typeof full.curationPlanOf;

export const curationPointsOf = /* @__PURE__ */ unpackItem(
  "pointsOf",
  ["uint16 index", "uint16 epoch"],
  ["u points", "u canaryPoints"],
  "view",
) as typeof full.curationPointsOf;

export const curationPracticeOf = /* @__PURE__ */ unpackItem(
  "practiceOf",
  ["u lotId", "uint16 index"],
  ["h "],
  "view",
) as typeof full.curationPracticeOf;

export const curationProducerOf = /* @__PURE__ */ unpackItem(
  "producerOf",
  ["a account"],
  [
    [
      " ",
      "uint32 quota",
      "uint32 used",
      "uint32 day",
      "uint8 level",
      "uint8 accepted",
      "uint8 rejected",
      "uint16 delegate",
      "uint112 free",
      "b bound",
    ],
  ],
  "view",
) as typeof full.curationProducerOf;

export const curationProveDuplicate = /* @__PURE__ */ unpackItem(
  "proveDuplicate",
  [
    "u copy",
    [
      " copyLeaf",
      "h contentHash",
      "h c2paHash",
      "h recipeCommitment",
      "uint64 createdAt",
      "h perceptualHash",
      "uint32 machineScore",
      "h reportHash",
    ],
    "bytes32[] copyProof",
    "u original",
    [
      " originalLeaf",
      "h contentHash",
      "h c2paHash",
      "h recipeCommitment",
      "uint64 createdAt",
      "h perceptualHash",
      "uint32 machineScore",
      "h reportHash",
    ],
    "bytes32[] originalProof",
  ],
  [],
) as typeof full.curationProveDuplicate;

export const curationProveEquivocation = /* @__PURE__ */ unpackItem(
  "proveEquivocation",
  [
    [" a", "uint8 kind", "u subject", "bytes16 seed", "uint32 charterVersion", "uint16 firstWord", "uint256[] words"],
    "bytes signatureA",
    [" b", "uint8 kind", "u subject", "bytes16 seed", "uint32 charterVersion", "uint16 firstWord", "uint256[] words"],
    "bytes signatureB",
  ],
  ["uint16 index"],
) as typeof full.curationProveEquivocation;

export const curationReadmitCurator = /* @__PURE__ */ unpackItem(
  "readmitCurator",
  ["a account"],
  [],
) as typeof full.curationReadmitCurator;

export const curationRedraw = /* @__PURE__ */ unpackItem("redraw", ["u lotId"], []) as typeof full.curationRedraw;

export const curationRefreshCurators = /* @__PURE__ */ unpackItem(
  "refreshCurators",
  ["address[] accounts"],
  [],
) as typeof full.curationRefreshCurators;

export const curationRegisterCurator = /* @__PURE__ */ unpackItem(
  "registerCurator",
  ["a key", "bytes keySignature"],
  ["uint16 index"],
) as typeof full.curationRegisterCurator;

export const curationRequestRefinement = /* @__PURE__ */ unpackItem(
  "requestRefinement",
  ["u slateId", "uint16 candidate", "u assetId", "bytes32[] proof", "uint256[] selected", "h note"],
  [],
) as typeof full.curationRequestRefinement;

export const curationResolveCanaries = /* @__PURE__ */ unpackItem(
  "resolveCanaries",
  ["h root"],
  [],
) as typeof full.curationResolveCanaries;

export const curationRevealSalt = /* @__PURE__ */ unpackItem(
  "revealSalt",
  ["u span", "h link"],
  [],
) as typeof full.curationRevealSalt;

export const curationRoundOf = /* @__PURE__ */ unpackItem(
  "roundOf",
  ["u lotId"],
  ["uint8 "],
  "view",
) as typeof full.curationRoundOf;

export const curationSaltChain = /* @__PURE__ */ unpackItem(
  "saltChain",
  [],
  ["h link", "u nextSpan", "u firstSpan"],
  "view",
) as typeof full.curationSaltChain;

export const curationSaltOf = /* @__PURE__ */ unpackItem(
  "saltOf",
  ["u span"],
  ["h "],
  "view",
) as typeof full.curationSaltOf;

export const curationSampleOf = /* @__PURE__ */ unpackItem(
  "sampleOf",
  ["u lotId", "bytes16 seed"],
  ["uint24[] positions"],
  "view",
) as typeof full.curationSampleOf;

export const curationScoreOf = /* @__PURE__ */ unpackItem(
  "scoreOf",
  ["uint16 index"],
  [
    [
      " ",
      "uint24 hits",
      "uint24 misses",
      "uint24 falseAlarms",
      "uint16 epoch",
      "uint24 points",
      "uint24 canaryPoints",
      "uint112 pay",
    ],
  ],
  "view",
) as typeof full.curationScoreOf;

export const curationScorePractice = /* @__PURE__ */ unpackItem(
  "scorePractice",
  ["u lotId", "uint16 index", "u ok", "u defect"],
  [],
) as typeof full.curationScorePractice;

export const curationSelfCertify = /* @__PURE__ */ unpackItem(
  "selfCertify",
  ["u lotId", "uint16[] words", "uint256[] masks"],
  [],
) as typeof full.curationSelfCertify;

export const curationSetAuditTerms = /* @__PURE__ */ unpackItem(
  "setAuditTerms",
  [
    [
      " terms",
      "uint80 bond",
      "uint80 fee",
      "uint80 challengeBond",
      "uint16 seedDelay",
      "uint24 ballotWindow",
      "uint24 timeOut",
      "uint24 challengeWindow",
      "uint24 quorum",
      "uint24 coverage",
      "uint8 panel",
      "uint8 minHumanBallots",
      "uint16 normalSize",
      "uint8 normalAcceptance",
      "uint16 tightenedSize",
      "uint8 tightenedAcceptance",
      "uint16 reducedSize",
      "uint8 reducedAcceptance",
      "uint8 flags",
    ],
  ],
  ["uint16 version"],
) as typeof full.curationSetAuditTerms;

export const curationSetAuditToken = /* @__PURE__ */ unpackItem(
  "setAuditToken",
  ["a token"],
  [],
) as typeof full.curationSetAuditToken;

export const curationSetSaltChain = /* @__PURE__ */ unpackItem(
  "setSaltChain",
  ["h anchor"],
  [],
) as typeof full.curationSetSaltChain;

export const curationSettleLot = /* @__PURE__ */ unpackItem(
  "settleLot",
  [
    "u lotId",
    "uint8 round",
    [" outcome", "bytes16 seed", "h ballots", "u covered", "u bad", "u weights"],
    "bytes judgments",
  ],
  [],
) as typeof full.curationSettleLot;

export const curationSlateOf = /* @__PURE__ */ unpackItem(
  "slateOf",
  ["u slateId"],
  [
    [
      " ",
      "h candidates",
      "uint16 count",
      "uint16 k",
      "uint40 clock",
      "uint16 epoch",
      "uint16 weight",
      "uint16 terms",
      "bytes16 digest",
    ],
  ],
  "view",
) as typeof full.curationSlateOf;

export const curationSlateSeedOf = /* @__PURE__ */ unpackItem(
  "slateSeedOf",
  ["u slateId"],
  ["bytes16 "],
  "view",
) as typeof full.curationSlateSeedOf;

export const curationSlateWeightOf = /* @__PURE__ */ unpackItem(
  "slateWeightOf",
  ["u slateId", "uint16 index"],
  ["uint16 weight"],
  "view",
) as typeof full.curationSlateWeightOf;

export const curationStandingOf = /* @__PURE__ */ unpackItem(
  "standingOf",
  ["uint16 index", "uint16 epoch"],
  ["uint24 "],
  "view",
) as typeof full.curationStandingOf;

export const curationStudio = /* @__PURE__ */ unpackItem("studio", [], ["a "], "view") as typeof full.curationStudio;

export const curationTermsOf = /* @__PURE__ */ unpackItem(
  "termsOf",
  ["uint16 version"],
  [
    [
      " ",
      "uint80 bond",
      "uint80 fee",
      "uint80 challengeBond",
      "uint16 seedDelay",
      "uint24 ballotWindow",
      "uint24 timeOut",
      "uint24 challengeWindow",
      "uint24 quorum",
      "uint24 coverage",
      "uint8 panel",
      "uint8 minHumanBallots",
      "uint16 normalSize",
      "uint8 normalAcceptance",
      "uint16 tightenedSize",
      "uint8 tightenedAcceptance",
      "uint16 reducedSize",
      "uint8 reducedAcceptance",
      "uint8 flags",
    ],
  ],
  "view",
) as typeof full.curationTermsOf;

export const curationTruthOf = /* @__PURE__ */ unpackItem(
  "truthOf",
  ["u lotId"],
  ["b opened", "u lanes"],
  "view",
) as typeof full.curationTruthOf;

export const curationVeto = /* @__PURE__ */ unpackItem(
  "veto",
  ["u lotId", "uint16 word", "u mask", "h reasonCode", "h evidence"],
  [],
) as typeof full.curationVeto;

export const curationVetoOf = /* @__PURE__ */ unpackItem(
  "vetoOf",
  ["u lotId", "uint16 word"],
  ["u mask", "uint40 until", "b confirmed"],
  "view",
) as typeof full.curationVetoOf;

export const curationWithdrawDeposit = /* @__PURE__ */ unpackItem(
  "withdrawDeposit",
  ["u amount"],
  [],
) as typeof full.curationWithdrawDeposit;
