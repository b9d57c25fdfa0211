// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
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
} from "../../abi/items/ethicsBoard.ts";

/** Watches `AppealGranted` of EthicsBoard. */
export const watchAppealGranted: WatchAction<"board", typeof ethicsBoardAppealGrantedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardAppealGrantedEvent);

/** Watches `BondReturned` of EthicsBoard. */
export const watchBondReturned: WatchAction<"board", typeof ethicsBoardBondReturnedEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardBondReturnedEvent,
);

/** Watches `CandidateStood` of EthicsBoard. */
export const watchCandidateStood: WatchAction<"board", typeof ethicsBoardCandidateStoodEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardCandidateStoodEvent);

/** Watches `ChamberAppointed` of EthicsBoard. */
export const watchChamberAppointed: WatchAction<"board", typeof ethicsBoardChamberAppointedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardChamberAppointedEvent);

/** Watches `ChamberVetoed` of EthicsBoard. */
export const watchChamberVetoed: WatchAction<"board", typeof ethicsBoardChamberVetoedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardChamberVetoedEvent);

/** Watches `ClaimAnswered` of EthicsBoard. */
export const watchClaimAnswered: WatchAction<"board", typeof ethicsBoardClaimAnsweredEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardClaimAnsweredEvent);

/** Watches `ClaimFiled` of EthicsBoard. */
export const watchClaimFiled: WatchAction<"board", typeof ethicsBoardClaimFiledEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardClaimFiledEvent,
);

/** Watches `ClaimLapsed` of EthicsBoard. */
export const watchClaimLapsed: WatchAction<"board", typeof ethicsBoardClaimLapsedEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardClaimLapsedEvent,
);

/** Watches `ClaimTermsSet` of EthicsBoard. */
export const watchClaimTermsSet: WatchAction<"board", typeof ethicsBoardClaimTermsSetEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardClaimTermsSetEvent);

/** Watches `FirstSeatsGranted` of EthicsBoard. */
export const watchFirstSeatsGranted: WatchAction<"board", typeof ethicsBoardFirstSeatsGrantedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardFirstSeatsGrantedEvent);

/** Watches `ProposalVetoed` of EthicsBoard. */
export const watchProposalVetoed: WatchAction<"board", typeof ethicsBoardProposalVetoedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardProposalVetoedEvent);

/** Watches `ReviewAppealed` of EthicsBoard. */
export const watchReviewAppealed: WatchAction<"board", typeof ethicsBoardReviewAppealedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardReviewAppealedEvent);

/** Watches `ReviewEnacted` of EthicsBoard. */
export const watchReviewEnacted: WatchAction<"board", typeof ethicsBoardReviewEnactedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardReviewEnactedEvent);

/** Watches `ReviewOpened` of EthicsBoard. */
export const watchReviewOpened: WatchAction<"board", typeof ethicsBoardReviewOpenedEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardReviewOpenedEvent,
);

/** Watches `ReviewRewarded` of EthicsBoard. */
export const watchReviewRewarded: WatchAction<"board", typeof ethicsBoardReviewRewardedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardReviewRewardedEvent);

/** Watches `ReviewVoted` of EthicsBoard. */
export const watchReviewVoted: WatchAction<"board", typeof ethicsBoardReviewVotedEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardReviewVotedEvent,
);

/** Watches `SeatGranted` of EthicsBoard. */
export const watchSeatGranted: WatchAction<"board", typeof ethicsBoardSeatGrantedEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardSeatGrantedEvent,
);

/** Watches `SeatVacated` of EthicsBoard. */
export const watchSeatVacated: WatchAction<"board", typeof ethicsBoardSeatVacatedEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardSeatVacatedEvent,
);

/** Watches `SubjectCertified` of EthicsBoard. */
export const watchSubjectCertified: WatchAction<"board", typeof ethicsBoardSubjectCertifiedEvent> =
  /* @__PURE__ */ defineWatch("board", ethicsBoardSubjectCertifiedEvent);

/** Watches `VetoLimitSet` of EthicsBoard. */
export const watchVetoLimitSet: WatchAction<"board", typeof ethicsBoardVetoLimitSetEvent> = /* @__PURE__ */ defineWatch(
  "board",
  ethicsBoardVetoLimitSetEvent,
);
