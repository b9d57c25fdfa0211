// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/curation.ts";

export const curationAdjudicatorsPaidEvent = /* @__PURE__ */ unpackItem(
  "eAdjudicatorsPaid;u*lotId,uint16*id,bytes pays",
) as typeof full.curationAdjudicatorsPaidEvent;

export const curationAssetsVetoedEvent = /* @__PURE__ */ unpackItem(
  "eAssetsVetoed;u*lotId,uint16*word,a*by,u mask,h reasonCode,h evidence,uint40 until",
) as typeof full.curationAssetsVetoedEvent;

export const curationAuditClosedEvent = /* @__PURE__ */ unpackItem(
  "eAuditClosed;u*lotId,a*relayer,uint32 charterVersion,uint16 expectedWeight,uint16 weight,uint8 humanBallots,uint8 widening,u covered,u bad,u weights,uint8 status,uint40 releasableAt,bytes ballots",
) as typeof full.curationAuditClosedEvent;

export const curationAuditOpenedEvent = /* @__PURE__ */ unpackItem(
  "eAuditOpened;u*lotId,a*producer,uint8 round,uint40 seedBlock,uint8 plan,uint16 terms,uint16 epoch,uint16 excluded",
) as typeof full.curationAuditOpenedEvent;

export const curationAuditTokenSetEvent = /* @__PURE__ */ unpackItem(
  "eAuditTokenSet;a*token",
) as typeof full.curationAuditTokenSetEvent;

export const curationBallotCastEvent = /* @__PURE__ */ unpackItem(
  "eBallotCast;u*lotId,uint16*index,uint32 charterVersion,b practice,bytes ballot",
) as typeof full.curationBallotCastEvent;

export const curationCanariesCommittedEvent = /* @__PURE__ */ unpackItem(
  "eCanariesCommitted;h*root,a*poster,uint16 count,uint40 deadline,u bond",
) as typeof full.curationCanariesCommittedEvent;

export const curationCanariesForfeitedEvent = /* @__PURE__ */ unpackItem(
  "eCanariesForfeited;h*root,u bond",
) as typeof full.curationCanariesForfeitedEvent;

export const curationCanariesReturnedEvent = /* @__PURE__ */ unpackItem(
  "eCanariesReturned;h*root,u bond",
) as typeof full.curationCanariesReturnedEvent;

export const curationCanaryOpenedEvent = /* @__PURE__ */ unpackItem(
  "eCanaryOpened;u*lotId,h*root,h salt,u[] masks",
) as typeof full.curationCanaryOpenedEvent;

export const curationChallengeJudgedEvent = /* @__PURE__ */ unpackItem(
  "eChallengeJudged;u*lotId,uint16*id,a*relayer,uint32 charterVersion,uint16 firstWord,u[] decided,u[] upheld,bytes ballots",
) as typeof full.curationChallengeJudgedEvent;

export const curationChallengeResolvedEvent = /* @__PURE__ */ unpackItem(
  "eChallengeResolved;u*lotId,uint16*id,u returned,u reward,u lost,u undecided",
) as typeof full.curationChallengeResolvedEvent;

export const curationCuratorReadmittedEvent = /* @__PURE__ */ unpackItem(
  "eCuratorReadmitted;uint16*index",
) as typeof full.curationCuratorReadmittedEvent;

export const curationCuratorRegisteredEvent = /* @__PURE__ */ unpackItem(
  "eCuratorRegistered;uint16*index,a*account,a*key,b agent",
) as typeof full.curationCuratorRegisteredEvent;

export const curationCuratorStruckOffEvent = /* @__PURE__ */ unpackItem(
  "eCuratorStruckOff;uint16*index,u*subject,u forfeited",
) as typeof full.curationCuratorStruckOffEvent;

export const curationCuratorsScoredEvent = /* @__PURE__ */ unpackItem(
  "eCuratorsScored;u*lotId,uint8 round,b canary,u defects,bytes scores",
) as typeof full.curationCuratorsScoredEvent;

export const curationDepositWithdrawnEvent = /* @__PURE__ */ unpackItem(
  "eDepositWithdrawn;a*account,u amount",
) as typeof full.curationDepositWithdrawnEvent;

export const curationDepositedEvent = /* @__PURE__ */ unpackItem(
  "eDeposited;a*account,u amount",
) as typeof full.curationDepositedEvent;

export const curationDuplicateProvedEvent = /* @__PURE__ */ unpackItem(
  "eDuplicateProved;u*copy,u*original,a*prover,u reward",
) as typeof full.curationDuplicateProvedEvent;

export const curationEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "eEIP712DomainChanged;",
) as typeof full.curationEIP712DomainChangedEvent;

export const curationEpochClosedEvent = /* @__PURE__ */ unpackItem(
  "eEpochClosed;uint16*epoch,u points,u canaryPoints,u budget",
) as typeof full.curationEpochClosedEvent;

export const curationLotChallengedEvent = /* @__PURE__ */ unpackItem(
  "eLotChallenged;u*lotId,uint16*id,a*challenger,uint16 firstWord,u[] masks,h evidence,u bond,u fee",
) as typeof full.curationLotChallengedEvent;

export const curationLotExpiredEvent = /* @__PURE__ */ unpackItem(
  "eLotExpired;u*lotId,uint8 round,u bond,u fee",
) as typeof full.curationLotExpiredEvent;

export const curationLotSelfCertifiedEvent = /* @__PURE__ */ unpackItem(
  "eLotSelfCertified;u*lotId,a*by",
) as typeof full.curationLotSelfCertifiedEvent;

export const curationLotSettledEvent = /* @__PURE__ */ unpackItem(
  "eLotSettled;u*lotId,uint8 round,u paid,u rest,u returned,u slashed",
) as typeof full.curationLotSettledEvent;

export const curationLotSuspendedEvent = /* @__PURE__ */ unpackItem(
  "eLotSuspended;u*lotId,uint16*id",
) as typeof full.curationLotSuspendedEvent;

export const curationPanelCalledEvent = /* @__PURE__ */ unpackItem(
  "ePanelCalled;u*lotId,uint40 seedBlock,uint16 epoch",
) as typeof full.curationPanelCalledEvent;

export const curationPanelDrawnEvent = /* @__PURE__ */ unpackItem(
  "ePanelDrawn;u*lotId,bytes16 seed,uint40 ballotDeadline",
) as typeof full.curationPanelDrawnEvent;

export const curationPayClaimedEvent = /* @__PURE__ */ unpackItem(
  "ePayClaimed;uint16*index,a*account,u amount",
) as typeof full.curationPayClaimedEvent;

export const curationPracticeScoredEvent = /* @__PURE__ */ unpackItem(
  "ePracticeScored;u*lotId,uint16*index,u hits,u misses,u falseAlarms,u canaryPoints",
) as typeof full.curationPracticeScoredEvent;

export const curationProducerAdmittedEvent = /* @__PURE__ */ unpackItem(
  "eProducerAdmitted;a*producer,uint32 quota",
) as typeof full.curationProducerAdmittedEvent;

export const curationProducerLevelSetEvent = /* @__PURE__ */ unpackItem(
  "eProducerLevelSet;a*producer,uint8 level",
) as typeof full.curationProducerLevelSetEvent;

export const curationRefinementRequestedEvent = /* @__PURE__ */ unpackItem(
  "eRefinementRequested;u*assetId,a*producer,u*slateId,h note",
) as typeof full.curationRefinementRequestedEvent;

export const curationReputationClaimedEvent = /* @__PURE__ */ unpackItem(
  "eReputationClaimed;uint16*epoch,a*account,u raw",
) as typeof full.curationReputationClaimedEvent;

export const curationSaltChainSetEvent = /* @__PURE__ */ unpackItem(
  "eSaltChainSet;h anchor,u firstSpan",
) as typeof full.curationSaltChainSetEvent;

export const curationSaltRevealedEvent = /* @__PURE__ */ unpackItem(
  "eSaltRevealed;u*span,h link",
) as typeof full.curationSaltRevealedEvent;

export const curationSeedBlockSetEvent = /* @__PURE__ */ unpackItem(
  "eSeedBlockSet;u*lotId,uint8 round,uint40 seedBlock",
) as typeof full.curationSeedBlockSetEvent;

export const curationSeedDrawnEvent = /* @__PURE__ */ unpackItem(
  "eSeedDrawn;u*lotId,bytes16 seed,uint40 ballotDeadline",
) as typeof full.curationSeedDrawnEvent;

export const curationSlateClosedEvent = /* @__PURE__ */ unpackItem(
  "eSlateClosed;u*slateId,a*relayer,uint32 charterVersion,uint16 expectedWeight,uint16 weight,u threshold,u[] selected,uint40 finalAt,bytes ballots",
) as typeof full.curationSlateClosedEvent;

export const curationSlateOpenedEvent = /* @__PURE__ */ unpackItem(
  "eSlateOpened;u*slateId,a*by,u[] candidates,uint16 k,uint40 ballotDeadline,uint16 epoch,uint16 terms,h brief",
) as typeof full.curationSlateOpenedEvent;

export const curationStandingSetEvent = /* @__PURE__ */ unpackItem(
  "eStandingSet;uint16*index,uint16*epoch,uint24 standing",
) as typeof full.curationStandingSetEvent;

export const curationTermsSetEvent = /* @__PURE__ */ unpackItem(
  "eTermsSet;uint16*version,(uint80 bond,uint80 fee,uint80 challengeBond,uint16 seedDelay,uint24 ballotWindow,uint24 timeOut,uint24 challengeWindow,uint24 quorum,uint24 coverage,uint8 panel,uint8 minHumanBallots,uint16 normalSize,uint8 normalAcceptance,uint16 tightenedSize,uint8 tightenedAcceptance,uint16 reducedSize,uint8 reducedAcceptance,uint8 flags) terms",
) as typeof full.curationTermsSetEvent;

export const curationVetoAppealedEvent = /* @__PURE__ */ unpackItem(
  "eVetoAppealed;u*lotId,uint16*word,a*by,h evidence,uint40 until",
) as typeof full.curationVetoAppealedEvent;

export const curationVetoConfirmedEvent = /* @__PURE__ */ unpackItem(
  "eVetoConfirmed;u*lotId,uint16*word",
) as typeof full.curationVetoConfirmedEvent;

export const curationVetoLiftedEvent = /* @__PURE__ */ unpackItem(
  "eVetoLifted;u*lotId,uint16*word,a*by,u mask",
) as typeof full.curationVetoLiftedEvent;

export const curationAdjudicate = /* @__PURE__ */ unpackItem(
  "nadjudicate;u lotId,uint16 id,uint16 firstWord,u[] masks,uint32 charterVersion,bytes ballots;",
) as typeof full.curationAdjudicate;

export const curationAdmitLot = /* @__PURE__ */ unpackItem(
  "nadmitLot;u lotId,a producer,uint32 count;",
) as typeof full.curationAdmitLot;

export const curationAdmitProducer = /* @__PURE__ */ unpackItem(
  "nadmitProducer;a account,uint32 quota;",
) as typeof full.curationAdmitProducer;

export const curationAppealVeto = /* @__PURE__ */ unpackItem(
  "nappealVeto;u lotId,uint16 word,h evidence;",
) as typeof full.curationAppealVeto;

export const curationAuditOf = /* @__PURE__ */ unpackItem(
  "vauditOf;u lotId,uint8 round;(bytes16 digest,uint40 clock,uint16 weight,uint16 excluded,uint16 terms,uint8 epoch,uint8 plan,uint8 humanBallots,uint8 inbox,uint8 flags) ",
) as typeof full.curationAuditOf;

export const curationAuditToken = /* @__PURE__ */ unpackItem("vauditToken;;a ") as typeof full.curationAuditToken;

export const curationCallPanel = /* @__PURE__ */ unpackItem("ncallPanel;u lotId;") as typeof full.curationCallPanel;

export const curationCanariesOf = /* @__PURE__ */ unpackItem(
  "vcanariesOf;h root;(a poster,uint40 deadline,uint16 count,uint16 opened,uint112 bond,uint40 committedAt) ",
) as typeof full.curationCanariesOf;

export const curationCastDirect = /* @__PURE__ */ unpackItem(
  "ncastDirect;u lotId,uint32 charterVersion,bytes ballot;",
) as typeof full.curationCastDirect;

export const curationChallenge = /* @__PURE__ */ unpackItem(
  "nchallenge;u lotId,uint16 firstWord,u[] masks,h evidence;uint16 id",
) as typeof full.curationChallenge;

export const curationChallengeLot = /* @__PURE__ */ unpackItem(
  "nchallengeLot;u lotId,h evidence;uint16 id",
) as typeof full.curationChallengeLot;

export const curationChallengeOf = /* @__PURE__ */ unpackItem(
  "vchallengeOf;u lotId,uint16 id;(a challenger,uint88 bond,uint8 flags,h masks) ",
) as typeof full.curationChallengeOf;

export const curationClaimPay = /* @__PURE__ */ unpackItem(
  "nclaimPay;a account;u amount",
) as typeof full.curationClaimPay;

export const curationClaimReputation = /* @__PURE__ */ unpackItem(
  "nclaimReputation;a account,uint16 epoch;u raw",
) as typeof full.curationClaimReputation;

export const curationCloseAudit = /* @__PURE__ */ unpackItem(
  "ncloseAudit;u lotId,uint32 charterVersion,bytes ballots,(bytes16 seed,h ballots,u covered,u bad,u weights) previous;",
) as typeof full.curationCloseAudit;

export const curationCloseEpoch = /* @__PURE__ */ unpackItem(
  "ncloseEpoch;uint16 epoch;",
) as typeof full.curationCloseEpoch;

export const curationCloseSlate = /* @__PURE__ */ unpackItem(
  "ncloseSlate;u slateId,uint32 charterVersion,bytes ballots;",
) as typeof full.curationCloseSlate;

export const curationCommitCanaries = /* @__PURE__ */ unpackItem(
  "ncommitCanaries;h root,uint16 count,uint40 deadline;",
) as typeof full.curationCommitCanaries;

export const curationConfirmVeto = /* @__PURE__ */ unpackItem(
  "nconfirmVeto;u lotId,uint16 word;",
) as typeof full.curationConfirmVeto;

export const curationCuratorCount = /* @__PURE__ */ unpackItem(
  "vcuratorCount;;uint16 ",
) as typeof full.curationCuratorCount;

export const curationCuratorOf = /* @__PURE__ */ unpackItem(
  "vcuratorOf;uint16 index;(a key,uint16 epoch,uint24 standing,uint24 previous,uint24 earlier,uint8 flags) ",
) as typeof full.curationCuratorOf;

export const curationDeposit = /* @__PURE__ */ unpackItem("ndeposit;a account;u amount") as typeof full.curationDeposit;

export const curationDisputeOf = /* @__PURE__ */ unpackItem(
  "vdisputeOf;u lotId;(bytes16 seed,uint40 clock,uint24 challenged,uint16 challenges,uint16 open,uint8 epoch,uint16 suspender,b dropped,uint80 paid) ",
) as typeof full.curationDisputeOf;

export const curationDrawPanel = /* @__PURE__ */ unpackItem(
  "ndrawPanel;u lotId,bytes header,h salt;",
) as typeof full.curationDrawPanel;

export const curationDrawSeed = /* @__PURE__ */ unpackItem(
  "ndrawSeed;u lotId,bytes header,h salt;",
) as typeof full.curationDrawSeed;

export const curationDrawnWeightOf = /* @__PURE__ */ unpackItem(
  "vdrawnWeightOf;u lotId,bytes16 seed,uint16 index,uint8 widening;uint16 ",
) as typeof full.curationDrawnWeightOf;

export const curationDropChallenge = /* @__PURE__ */ unpackItem(
  "ndropChallenge;u lotId,uint16 id,uint16 firstWord,u[] masks;",
) as typeof full.curationDropChallenge;

export const curationEip712Domain = /* @__PURE__ */ unpackItem(
  "veip712Domain;;bytes1 fields,string name,string version,u chainId,a verifyingContract,h salt,u[] extensions",
) as typeof full.curationEip712Domain;

export const curationElectorateOf = /* @__PURE__ */ unpackItem(
  "velectorateOf;uint16 epoch;uint16 curators,uint40 standing",
) as typeof full.curationElectorateOf;

export const curationEpochAt = /* @__PURE__ */ unpackItem("vepochAt;u time;uint16 ") as typeof full.curationEpochAt;

export const curationEpochPointsOf = /* @__PURE__ */ unpackItem(
  "vepochPointsOf;uint16 epoch;(uint64 points,uint64 canaryPoints,uint128 budget) ",
) as typeof full.curationEpochPointsOf;

export const curationExpectedWeightOf = /* @__PURE__ */ unpackItem(
  "vexpectedWeightOf;u lotId;uint16 ",
) as typeof full.curationExpectedWeightOf;

export const curationExpireLot = /* @__PURE__ */ unpackItem("nexpireLot;u lotId;") as typeof full.curationExpireLot;

export const curationHashBallot = /* @__PURE__ */ unpackItem(
  "vhashBallot;(uint8 kind,u subject,bytes16 seed,uint32 charterVersion,uint16 firstWord,u[] words) ballot;h ",
) as typeof full.curationHashBallot;

export const curationHashCuratorKey = /* @__PURE__ */ unpackItem(
  "vhashCuratorKey;a account,a key;h ",
) as typeof full.curationHashCuratorKey;

export const curationHashOutcome = /* @__PURE__ */ unpackItem(
  "uhashOutcome;(bytes16 seed,h ballots,u covered,u bad,u weights) outcome;bytes16 ",
) as typeof full.curationHashOutcome;

export const curationInboxOf = /* @__PURE__ */ unpackItem(
  "vinboxOf;u lotId,uint8 round;uint32 charterVersion,uint16[] indexes",
) as typeof full.curationInboxOf;

export const curationIndexOf = /* @__PURE__ */ unpackItem("vindexOf;a account;uint16 ") as typeof full.curationIndexOf;

export const curationIndexOfKey = /* @__PURE__ */ unpackItem(
  "vindexOfKey;a key;uint16 ",
) as typeof full.curationIndexOfKey;

export const curationIsExpired = /* @__PURE__ */ unpackItem("visExpired;u lotId;b ") as typeof full.curationIsExpired;

export const curationLanePosition = /* @__PURE__ */ unpackItem(
  "ulanePosition;bytes16 seed,uint8 lane,uint32 count;uint24 ",
) as typeof full.curationLanePosition;

export const curationLiftStop = /* @__PURE__ */ unpackItem("nliftStop;a producer;") as typeof full.curationLiftStop;

export const curationLiftVeto = /* @__PURE__ */ unpackItem(
  "nliftVeto;u lotId,uint16 word,u mask;",
) as typeof full.curationLiftVeto;

export const curationNewestTerms = /* @__PURE__ */ unpackItem(
  "vnewestTerms;;uint16 ",
) as typeof full.curationNewestTerms;

export const curationOpenCanary = /* @__PURE__ */ unpackItem(
  "nopenCanary;u lotId,h root,h[] proof,h salt,u[] masks,(bytes16 seed,h ballots,u covered,u bad,u weights) outcome;",
) as typeof full.curationOpenCanary;

export const curationOpenSlate = /* @__PURE__ */ unpackItem(
  "nopenSlate;u[] candidates,uint16 k,uint40 ballotDeadline,h brief;u slateId",
) as typeof full.curationOpenSlate;

export const curationPlanOf = /* @__PURE__ */ unpackItem(
  "vplanOf;uint16 version,uint8 plan;uint16 sampleSize,uint8 acceptance",
) as typeof full.curationPlanOf;

export const curationPointsOf = /* @__PURE__ */ unpackItem(
  "vpointsOf;uint16 index,uint16 epoch;u points,u canaryPoints",
) as typeof full.curationPointsOf;

export const curationPracticeOf = /* @__PURE__ */ unpackItem(
  "vpracticeOf;u lotId,uint16 index;h ",
) as typeof full.curationPracticeOf;

export const curationProducerOf = /* @__PURE__ */ unpackItem(
  "vproducerOf;a account;(uint32 quota,uint32 used,uint32 day,uint8 level,uint8 accepted,uint8 rejected,uint16 delegate,uint112 free) ",
) as typeof full.curationProducerOf;

export const curationProveDuplicate = /* @__PURE__ */ unpackItem(
  "nproveDuplicate;u copy,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) copyLeaf,h[] copyProof,u original,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) originalLeaf,h[] originalProof;",
) as typeof full.curationProveDuplicate;

export const curationProveEquivocation = /* @__PURE__ */ unpackItem(
  "nproveEquivocation;(uint8 kind,u subject,bytes16 seed,uint32 charterVersion,uint16 firstWord,u[] words) a,bytes signatureA,(uint8 kind,u subject,bytes16 seed,uint32 charterVersion,uint16 firstWord,u[] words) b,bytes signatureB;uint16 index",
) as typeof full.curationProveEquivocation;

export const curationReadmitCurator = /* @__PURE__ */ unpackItem(
  "nreadmitCurator;a account;",
) as typeof full.curationReadmitCurator;

export const curationRedraw = /* @__PURE__ */ unpackItem("nredraw;u lotId;") as typeof full.curationRedraw;

export const curationRefreshCurators = /* @__PURE__ */ unpackItem(
  "nrefreshCurators;a[] accounts;",
) as typeof full.curationRefreshCurators;

export const curationRegisterCurator = /* @__PURE__ */ unpackItem(
  "nregisterCurator;a key,bytes keySignature;uint16 index",
) as typeof full.curationRegisterCurator;

export const curationRequestRefinement = /* @__PURE__ */ unpackItem(
  "nrequestRefinement;u slateId,uint16 candidate,u assetId,h[] proof,u[] selected,h note;",
) as typeof full.curationRequestRefinement;

export const curationResolveCanaries = /* @__PURE__ */ unpackItem(
  "nresolveCanaries;h root;",
) as typeof full.curationResolveCanaries;

export const curationRevealSalt = /* @__PURE__ */ unpackItem(
  "nrevealSalt;u span,h link;",
) as typeof full.curationRevealSalt;

export const curationRoundOf = /* @__PURE__ */ unpackItem("vroundOf;u lotId;uint8 ") as typeof full.curationRoundOf;

export const curationSaltChain = /* @__PURE__ */ unpackItem(
  "vsaltChain;;h link,u nextSpan,u firstSpan",
) as typeof full.curationSaltChain;

export const curationSaltOf = /* @__PURE__ */ unpackItem("vsaltOf;u span;h ") as typeof full.curationSaltOf;

export const curationSampleOf = /* @__PURE__ */ unpackItem(
  "vsampleOf;u lotId,bytes16 seed;uint24[] positions",
) as typeof full.curationSampleOf;

export const curationScoreOf = /* @__PURE__ */ unpackItem(
  "vscoreOf;uint16 index;(uint24 hits,uint24 misses,uint24 falseAlarms,uint16 epoch,uint24 points,uint24 canaryPoints,uint112 pay) ",
) as typeof full.curationScoreOf;

export const curationScorePractice = /* @__PURE__ */ unpackItem(
  "nscorePractice;u lotId,uint16 index,u ok,u defect;",
) as typeof full.curationScorePractice;

export const curationSelfCertify = /* @__PURE__ */ unpackItem(
  "nselfCertify;u lotId,uint16[] words,u[] masks;",
) as typeof full.curationSelfCertify;

export const curationSetAuditTerms = /* @__PURE__ */ unpackItem(
  "nsetAuditTerms;(uint80 bond,uint80 fee,uint80 challengeBond,uint16 seedDelay,uint24 ballotWindow,uint24 timeOut,uint24 challengeWindow,uint24 quorum,uint24 coverage,uint8 panel,uint8 minHumanBallots,uint16 normalSize,uint8 normalAcceptance,uint16 tightenedSize,uint8 tightenedAcceptance,uint16 reducedSize,uint8 reducedAcceptance,uint8 flags) terms;uint16 version",
) as typeof full.curationSetAuditTerms;

export const curationSetAuditToken = /* @__PURE__ */ unpackItem(
  "nsetAuditToken;a token;",
) as typeof full.curationSetAuditToken;

export const curationSetSaltChain = /* @__PURE__ */ unpackItem(
  "nsetSaltChain;h anchor;",
) as typeof full.curationSetSaltChain;

export const curationSettleLot = /* @__PURE__ */ unpackItem(
  "nsettleLot;u lotId,uint8 round,(bytes16 seed,h ballots,u covered,u bad,u weights) outcome,bytes judgments;",
) as typeof full.curationSettleLot;

export const curationSlateOf = /* @__PURE__ */ unpackItem(
  "vslateOf;u slateId;(h candidates,uint16 count,uint16 k,uint40 clock,uint16 epoch,uint16 weight,uint16 terms,bytes16 digest) ",
) as typeof full.curationSlateOf;

export const curationSlateSeedOf = /* @__PURE__ */ unpackItem(
  "vslateSeedOf;u slateId;bytes16 ",
) as typeof full.curationSlateSeedOf;

export const curationSlateWeightOf = /* @__PURE__ */ unpackItem(
  "vslateWeightOf;u slateId,uint16 index;uint16 weight",
) as typeof full.curationSlateWeightOf;

export const curationStandingOf = /* @__PURE__ */ unpackItem(
  "vstandingOf;uint16 index,uint16 epoch;uint24 ",
) as typeof full.curationStandingOf;

export const curationStudio = /* @__PURE__ */ unpackItem("vstudio;;a ") as typeof full.curationStudio;

export const curationTermsOf = /* @__PURE__ */ unpackItem(
  "vtermsOf;uint16 version;(uint80 bond,uint80 fee,uint80 challengeBond,uint16 seedDelay,uint24 ballotWindow,uint24 timeOut,uint24 challengeWindow,uint24 quorum,uint24 coverage,uint8 panel,uint8 minHumanBallots,uint16 normalSize,uint8 normalAcceptance,uint16 tightenedSize,uint8 tightenedAcceptance,uint16 reducedSize,uint8 reducedAcceptance,uint8 flags) ",
) as typeof full.curationTermsOf;

export const curationTruthOf = /* @__PURE__ */ unpackItem(
  "vtruthOf;u lotId;b opened,u lanes",
) as typeof full.curationTruthOf;

export const curationVeto = /* @__PURE__ */ unpackItem(
  "nveto;u lotId,uint16 word,u mask,h reasonCode,h evidence;",
) as typeof full.curationVeto;

export const curationVetoOf = /* @__PURE__ */ unpackItem(
  "vvetoOf;u lotId,uint16 word;u mask,uint40 until,b confirmed",
) as typeof full.curationVetoOf;

export const curationWithdrawDeposit = /* @__PURE__ */ unpackItem(
  "nwithdrawDeposit;u amount;",
) as typeof full.curationWithdrawDeposit;
