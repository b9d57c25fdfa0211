// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
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
} from "../../abi/items/curation.ts";

/** Watches `AdjudicatorsPaid` of Curation. */
export const watchAdjudicatorsPaid: WatchAction<"curation", typeof curationAdjudicatorsPaidEvent> =
  /* @__PURE__ */ defineWatch("curation", curationAdjudicatorsPaidEvent);

/** Watches `AssetsVetoed` of Curation. */
export const watchAssetsVetoed: WatchAction<"curation", typeof curationAssetsVetoedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationAssetsVetoedEvent,
);

/** Watches `AuditClosed` of Curation. */
export const watchAuditClosed: WatchAction<"curation", typeof curationAuditClosedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationAuditClosedEvent,
);

/** Watches `AuditOpened` of Curation. */
export const watchAuditOpened: WatchAction<"curation", typeof curationAuditOpenedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationAuditOpenedEvent,
);

/** Watches `AuditTokenSet` of Curation. */
export const watchAuditTokenSet: WatchAction<"curation", typeof curationAuditTokenSetEvent> =
  /* @__PURE__ */ defineWatch("curation", curationAuditTokenSetEvent);

/** Watches `BallotCast` of Curation. */
export const watchBallotCast: WatchAction<"curation", typeof curationBallotCastEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationBallotCastEvent,
);

/** Watches `CanariesCommitted` of Curation. */
export const watchCanariesCommitted: WatchAction<"curation", typeof curationCanariesCommittedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCanariesCommittedEvent);

/** Watches `CanariesForfeited` of Curation. */
export const watchCanariesForfeited: WatchAction<"curation", typeof curationCanariesForfeitedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCanariesForfeitedEvent);

/** Watches `CanariesReturned` of Curation. */
export const watchCanariesReturned: WatchAction<"curation", typeof curationCanariesReturnedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCanariesReturnedEvent);

/** Watches `CanaryOpened` of Curation. */
export const watchCanaryOpened: WatchAction<"curation", typeof curationCanaryOpenedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationCanaryOpenedEvent,
);

/** Watches `ChallengeJudged` of Curation. */
export const watchChallengeJudged: WatchAction<"curation", typeof curationChallengeJudgedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationChallengeJudgedEvent);

/** Watches `ChallengeResolved` of Curation. */
export const watchChallengeResolved: WatchAction<"curation", typeof curationChallengeResolvedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationChallengeResolvedEvent);

/** Watches `CuratorReadmitted` of Curation. */
export const watchCuratorReadmitted: WatchAction<"curation", typeof curationCuratorReadmittedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCuratorReadmittedEvent);

/** Watches `CuratorRegistered` of Curation. */
export const watchCuratorRegistered: WatchAction<"curation", typeof curationCuratorRegisteredEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCuratorRegisteredEvent);

/** Watches `CuratorStruckOff` of Curation. */
export const watchCuratorStruckOff: WatchAction<"curation", typeof curationCuratorStruckOffEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCuratorStruckOffEvent);

/** Watches `CuratorsScored` of Curation. */
export const watchCuratorsScored: WatchAction<"curation", typeof curationCuratorsScoredEvent> =
  /* @__PURE__ */ defineWatch("curation", curationCuratorsScoredEvent);

/** Watches `DepositWithdrawn` of Curation. */
export const watchDepositWithdrawn: WatchAction<"curation", typeof curationDepositWithdrawnEvent> =
  /* @__PURE__ */ defineWatch("curation", curationDepositWithdrawnEvent);

/** Watches `Deposited` of Curation. */
export const watchDeposited: WatchAction<"curation", typeof curationDepositedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationDepositedEvent,
);

/** Watches `DuplicateProved` of Curation. */
export const watchDuplicateProved: WatchAction<"curation", typeof curationDuplicateProvedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationDuplicateProvedEvent);

/** Watches `EIP712DomainChanged` of Curation. */
export const watchCurationEIP712DomainChanged: WatchAction<"curation", typeof curationEIP712DomainChangedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationEIP712DomainChangedEvent);

/** Watches `EpochClosed` of Curation. */
export const watchEpochClosed: WatchAction<"curation", typeof curationEpochClosedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationEpochClosedEvent,
);

/** Watches `LotChallenged` of Curation. */
export const watchLotChallenged: WatchAction<"curation", typeof curationLotChallengedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationLotChallengedEvent);

/** Watches `LotExpired` of Curation. */
export const watchLotExpired: WatchAction<"curation", typeof curationLotExpiredEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationLotExpiredEvent,
);

/** Watches `LotSelfCertified` of Curation. */
export const watchLotSelfCertified: WatchAction<"curation", typeof curationLotSelfCertifiedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationLotSelfCertifiedEvent);

/** Watches `LotSettled` of Curation. */
export const watchLotSettled: WatchAction<"curation", typeof curationLotSettledEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationLotSettledEvent,
);

/** Watches `LotSuspended` of Curation. */
export const watchLotSuspended: WatchAction<"curation", typeof curationLotSuspendedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationLotSuspendedEvent,
);

/** Watches `MandatesFollowed` of Curation. */
export const watchMandatesFollowed: WatchAction<"curation", typeof curationMandatesFollowedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationMandatesFollowedEvent);

/** Watches `PanelCalled` of Curation. */
export const watchPanelCalled: WatchAction<"curation", typeof curationPanelCalledEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationPanelCalledEvent,
);

/** Watches `PanelDrawn` of Curation. */
export const watchPanelDrawn: WatchAction<"curation", typeof curationPanelDrawnEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationPanelDrawnEvent,
);

/** Watches `PayClaimed` of Curation. */
export const watchPayClaimed: WatchAction<"curation", typeof curationPayClaimedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationPayClaimedEvent,
);

/** Watches `PracticeScored` of Curation. */
export const watchPracticeScored: WatchAction<"curation", typeof curationPracticeScoredEvent> =
  /* @__PURE__ */ defineWatch("curation", curationPracticeScoredEvent);

/** Watches `ProducerAdmitted` of Curation. */
export const watchProducerAdmitted: WatchAction<"curation", typeof curationProducerAdmittedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationProducerAdmittedEvent);

/** Watches `ProducerBound` of Curation. */
export const watchProducerBound: WatchAction<"curation", typeof curationProducerBoundEvent> =
  /* @__PURE__ */ defineWatch("curation", curationProducerBoundEvent);

/** Watches `ProducerLevelSet` of Curation. */
export const watchProducerLevelSet: WatchAction<"curation", typeof curationProducerLevelSetEvent> =
  /* @__PURE__ */ defineWatch("curation", curationProducerLevelSetEvent);

/** Watches `RefinementRequested` of Curation. */
export const watchRefinementRequested: WatchAction<"curation", typeof curationRefinementRequestedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationRefinementRequestedEvent);

/** Watches `ReputationClaimed` of Curation. */
export const watchReputationClaimed: WatchAction<"curation", typeof curationReputationClaimedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationReputationClaimedEvent);

/** Watches `SaltChainSet` of Curation. */
export const watchSaltChainSet: WatchAction<"curation", typeof curationSaltChainSetEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationSaltChainSetEvent,
);

/** Watches `SaltRevealed` of Curation. */
export const watchSaltRevealed: WatchAction<"curation", typeof curationSaltRevealedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationSaltRevealedEvent,
);

/** Watches `SeedBlockSet` of Curation. */
export const watchSeedBlockSet: WatchAction<"curation", typeof curationSeedBlockSetEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationSeedBlockSetEvent,
);

/** Watches `SeedDrawn` of Curation. */
export const watchSeedDrawn: WatchAction<"curation", typeof curationSeedDrawnEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationSeedDrawnEvent,
);

/** Watches `SlateClosed` of Curation. */
export const watchSlateClosed: WatchAction<"curation", typeof curationSlateClosedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationSlateClosedEvent,
);

/** Watches `SlateOpened` of Curation. */
export const watchSlateOpened: WatchAction<"curation", typeof curationSlateOpenedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationSlateOpenedEvent,
);

/** Watches `StandingSet` of Curation. */
export const watchStandingSet: WatchAction<"curation", typeof curationStandingSetEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationStandingSetEvent,
);

/** Watches `TermsSet` of Curation. */
export const watchTermsSet: WatchAction<"curation", typeof curationTermsSetEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationTermsSetEvent,
);

/** Watches `VetoAppealed` of Curation. */
export const watchVetoAppealed: WatchAction<"curation", typeof curationVetoAppealedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationVetoAppealedEvent,
);

/** Watches `VetoConfirmed` of Curation. */
export const watchVetoConfirmed: WatchAction<"curation", typeof curationVetoConfirmedEvent> =
  /* @__PURE__ */ defineWatch("curation", curationVetoConfirmedEvent);

/** Watches `VetoLifted` of Curation. */
export const watchVetoLifted: WatchAction<"curation", typeof curationVetoLiftedEvent> = /* @__PURE__ */ defineWatch(
  "curation",
  curationVetoLiftedEvent,
);
