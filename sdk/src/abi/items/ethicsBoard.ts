// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/ethicsBoard.ts";

export const ethicsBoardAppealGrantedEvent = /* @__PURE__ */ unpackItem(
  "eAppealGranted;u*reviewId",
) as typeof full.ethicsBoardAppealGrantedEvent;

export const ethicsBoardBondReturnedEvent = /* @__PURE__ */ unpackItem(
  "eBondReturned;u*claimId,a*to,u amount",
) as typeof full.ethicsBoardBondReturnedEvent;

export const ethicsBoardCandidateStoodEvent = /* @__PURE__ */ unpackItem(
  "eCandidateStood;a*candidate,h statement",
) as typeof full.ethicsBoardCandidateStoodEvent;

export const ethicsBoardChamberAppointedEvent = /* @__PURE__ */ unpackItem(
  "eChamberAppointed;a*oldChamber,a*chamber,uint48 until",
) as typeof full.ethicsBoardChamberAppointedEvent;

export const ethicsBoardChamberVetoedEvent = /* @__PURE__ */ unpackItem(
  "eChamberVetoed;a*chamber,h*reasonCode,h evidence",
) as typeof full.ethicsBoardChamberVetoedEvent;

export const ethicsBoardClaimAnsweredEvent = /* @__PURE__ */ unpackItem(
  "eClaimAnswered;u*claimId,u*reviewId,uint8 finding",
) as typeof full.ethicsBoardClaimAnsweredEvent;

export const ethicsBoardClaimFiledEvent = /* @__PURE__ */ unpackItem(
  "eClaimFiled;u*claimId,a*claimant,u*subject,uint8 kind,h reasonCode,h evidence,a token,u bond",
) as typeof full.ethicsBoardClaimFiledEvent;

export const ethicsBoardClaimLapsedEvent = /* @__PURE__ */ unpackItem(
  "eClaimLapsed;u*claimId,uint48 stoppedUntil",
) as typeof full.ethicsBoardClaimLapsedEvent;

export const ethicsBoardClaimTermsSetEvent = /* @__PURE__ */ unpackItem(
  "eClaimTermsSet;a*token,uint128 bond",
) as typeof full.ethicsBoardClaimTermsSetEvent;

export const ethicsBoardFirstSeatsGrantedEvent = /* @__PURE__ */ unpackItem(
  "eFirstSeatsGranted;a[] holders,uint48 oddTermEnd,uint48 evenTermEnd",
) as typeof full.ethicsBoardFirstSeatsGrantedEvent;

export const ethicsBoardProposalVetoedEvent = /* @__PURE__ */ unpackItem(
  "eProposalVetoed;u*proposalId,u*reviewId,h*reasonCode,h evidence",
) as typeof full.ethicsBoardProposalVetoedEvent;

export const ethicsBoardReviewAppealedEvent = /* @__PURE__ */ unpackItem(
  "eReviewAppealed;u*reviewId,a*appellant,h evidence",
) as typeof full.ethicsBoardReviewAppealedEvent;

export const ethicsBoardReviewEnactedEvent = /* @__PURE__ */ unpackItem(
  "eReviewEnacted;u*reviewId,a*by,uint16 supporters,u live,u needed",
) as typeof full.ethicsBoardReviewEnactedEvent;

export const ethicsBoardReviewOpenedEvent = /* @__PURE__ */ unpackItem(
  "eReviewOpened;u*reviewId,u*subject,uint8*seat,(uint8 kind,u subject,uint8 power,bytes payload,h reasonCode,h evidence,u claimId,uint8 finding) input,uint32 charter",
) as typeof full.ethicsBoardReviewOpenedEvent;

export const ethicsBoardReviewRewardedEvent = /* @__PURE__ */ unpackItem(
  "eReviewRewarded;u*reviewId,uint16 seats,u raw",
) as typeof full.ethicsBoardReviewRewardedEvent;

export const ethicsBoardReviewVotedEvent = /* @__PURE__ */ unpackItem(
  "eReviewVoted;u*reviewId,uint8*seat,a*holder,b support,string reason",
) as typeof full.ethicsBoardReviewVotedEvent;

export const ethicsBoardSeatGrantedEvent = /* @__PURE__ */ unpackItem(
  "eSeatGranted;uint8*seat,a*holder,uint48 termEnd",
) as typeof full.ethicsBoardSeatGrantedEvent;

export const ethicsBoardSeatVacatedEvent = /* @__PURE__ */ unpackItem(
  "eSeatVacated;uint8*seat,a*holder,h evidence",
) as typeof full.ethicsBoardSeatVacatedEvent;

export const ethicsBoardSubjectCertifiedEvent = /* @__PURE__ */ unpackItem(
  "eSubjectCertified;uint8*kind,u*subject,u*reviewId,b passed,h report,uint32 charter",
) as typeof full.ethicsBoardSubjectCertifiedEvent;

export const ethicsBoardVetoLimitSetEvent = /* @__PURE__ */ unpackItem(
  "eVetoLimitSet;uint8 oldLimit,uint8 newLimit",
) as typeof full.ethicsBoardVetoLimitSetEvent;

export const ethicsBoardAppeal = /* @__PURE__ */ unpackItem(
  "nappeal;u reviewId,h evidence;",
) as typeof full.ethicsBoardAppeal;

export const ethicsBoardAppointChamber = /* @__PURE__ */ unpackItem(
  "nappointChamber;a chamber,uint48 until;",
) as typeof full.ethicsBoardAppointChamber;

export const ethicsBoardCandidateUntil = /* @__PURE__ */ unpackItem(
  "vcandidateUntil;a candidate;uint48 ",
) as typeof full.ethicsBoardCandidateUntil;

export const ethicsBoardCertificationOf = /* @__PURE__ */ unpackItem(
  "vcertificationOf;uint8 kind,u subject;u reviewId,b passed,uint48 at",
) as typeof full.ethicsBoardCertificationOf;

export const ethicsBoardChamberOf = /* @__PURE__ */ unpackItem(
  "vchamberOf;;a chamber,uint48 until",
) as typeof full.ethicsBoardChamberOf;

export const ethicsBoardClaimCount = /* @__PURE__ */ unpackItem("vclaimCount;;u ") as typeof full.ethicsBoardClaimCount;

export const ethicsBoardClaimOf = /* @__PURE__ */ unpackItem(
  "vclaimOf;u claimId;(a claimant,uint8 kind,uint8 finding,b closed,uint48 filedAt,uint128 bond,a token,u subject,u reviewId) ",
) as typeof full.ethicsBoardClaimOf;

export const ethicsBoardClaimTerms = /* @__PURE__ */ unpackItem(
  "vclaimTerms;;a token,uint128 bond",
) as typeof full.ethicsBoardClaimTerms;

export const ethicsBoardCloseClaim = /* @__PURE__ */ unpackItem(
  "ncloseClaim;u claimId;",
) as typeof full.ethicsBoardCloseClaim;

export const ethicsBoardElectSeat = /* @__PURE__ */ unpackItem(
  "nelectSeat;uint8 seat,a holder;",
) as typeof full.ethicsBoardElectSeat;

export const ethicsBoardEnactReview = /* @__PURE__ */ unpackItem(
  "nenactReview;u reviewId,bytes payload;",
) as typeof full.ethicsBoardEnactReview;

export const ethicsBoardFile = /* @__PURE__ */ unpackItem(
  "nfile;uint8 kind,u subject,h reasonCode,h evidence;u claimId",
) as typeof full.ethicsBoardFile;

export const ethicsBoardFreeClaimsOf = /* @__PURE__ */ unpackItem(
  "vfreeClaimsOf;a claimant;u ",
) as typeof full.ethicsBoardFreeClaimsOf;

export const ethicsBoardGrantAppeal = /* @__PURE__ */ unpackItem(
  "ngrantAppeal;u reviewId;",
) as typeof full.ethicsBoardGrantAppeal;

export const ethicsBoardInitialize = /* @__PURE__ */ unpackItem(
  "ninitialize;a[] holders;",
) as typeof full.ethicsBoardInitialize;

export const ethicsBoardLapse = /* @__PURE__ */ unpackItem("nlapse;u claimId;") as typeof full.ethicsBoardLapse;

export const ethicsBoardLiveSeats = /* @__PURE__ */ unpackItem(
  "vliveSeats;;u live",
) as typeof full.ethicsBoardLiveSeats;

export const ethicsBoardNextPauseOf = /* @__PURE__ */ unpackItem(
  "vnextPauseOf;u mandateId;uint48 ",
) as typeof full.ethicsBoardNextPauseOf;

export const ethicsBoardOpenClaimOf = /* @__PURE__ */ unpackItem(
  "vopenClaimOf;uint8 kind,u subject;u claimId",
) as typeof full.ethicsBoardOpenClaimOf;

export const ethicsBoardOpenReview = /* @__PURE__ */ unpackItem(
  "nopenReview;(uint8 kind,u subject,uint8 power,bytes payload,h reasonCode,h evidence,u claimId,uint8 finding) input;u reviewId",
) as typeof full.ethicsBoardOpenReview;

export const ethicsBoardRemoveSeat = /* @__PURE__ */ unpackItem(
  "nremoveSeat;uint8 seat,h evidence;",
) as typeof full.ethicsBoardRemoveSeat;

export const ethicsBoardResign = /* @__PURE__ */ unpackItem("nresign;uint8 seat;") as typeof full.ethicsBoardResign;

export const ethicsBoardReviewCount = /* @__PURE__ */ unpackItem(
  "vreviewCount;;u ",
) as typeof full.ethicsBoardReviewCount;

export const ethicsBoardReviewOf = /* @__PURE__ */ unpackItem(
  "vreviewOf;u reviewId;(uint8 kind,uint8 power,uint8 finding,b confirmed,b rewarded,uint16 supporters,uint16 opponents,uint32 charter,uint48 openedAt,uint48 enactedAt,uint48 appealedAt,u claimId,u subject,h payloadHash,h reasonCode,h evidence) ",
) as typeof full.ethicsBoardReviewOf;

export const ethicsBoardRewardReview = /* @__PURE__ */ unpackItem(
  "nrewardReview;u reviewId;u raw",
) as typeof full.ethicsBoardRewardReview;

export const ethicsBoardSeatHeldBy = /* @__PURE__ */ unpackItem(
  "vseatHeldBy;a account;uint8 seat",
) as typeof full.ethicsBoardSeatHeldBy;

export const ethicsBoardSeatOf = /* @__PURE__ */ unpackItem(
  "vseatOf;uint8 seat;(a holder,uint48 since,uint48 termEnd) ",
) as typeof full.ethicsBoardSeatOf;

export const ethicsBoardSetClaimTerms = /* @__PURE__ */ unpackItem(
  "nsetClaimTerms;a token,uint128 bond;",
) as typeof full.ethicsBoardSetClaimTerms;

export const ethicsBoardSetVetoLimit = /* @__PURE__ */ unpackItem(
  "nsetVetoLimit;uint8 newLimit;",
) as typeof full.ethicsBoardSetVetoLimit;

export const ethicsBoardStand = /* @__PURE__ */ unpackItem("nstand;h statement;") as typeof full.ethicsBoardStand;

export const ethicsBoardTallyOf = /* @__PURE__ */ unpackItem(
  "vtallyOf;u reviewId;u votes,u needed,u live",
) as typeof full.ethicsBoardTallyOf;

export const ethicsBoardVetoAsChamber = /* @__PURE__ */ unpackItem(
  "nvetoAsChamber;(a[] targets,u[] values,bytes[] calldatas,h descriptionHash)[] proposals,h reasonCode,h evidence;",
) as typeof full.ethicsBoardVetoAsChamber;

export const ethicsBoardVetoLimit = /* @__PURE__ */ unpackItem(
  "vvetoLimit;;uint8 ",
) as typeof full.ethicsBoardVetoLimit;

export const ethicsBoardVetoedAssetsOf = /* @__PURE__ */ unpackItem(
  "vvetoedAssetsOf;u subject,u word;u mask",
) as typeof full.ethicsBoardVetoedAssetsOf;

export const ethicsBoardVetoesLeft = /* @__PURE__ */ unpackItem(
  "vvetoesLeft;;u board,u chamber",
) as typeof full.ethicsBoardVetoesLeft;

export const ethicsBoardVoteOnReview = /* @__PURE__ */ unpackItem(
  "nvoteOnReview;u reviewId,b support,string reason;",
) as typeof full.ethicsBoardVoteOnReview;

export const ethicsBoardWithdrawBond = /* @__PURE__ */ unpackItem(
  "nwithdrawBond;a token,uint128 amount;",
) as typeof full.ethicsBoardWithdrawBond;
