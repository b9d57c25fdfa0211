// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/ethicsBoard.ts";

export const ethicsBoardAppealGrantedEvent = /* @__PURE__ */ unpackItem("AppealGranted", [
  "u*reviewId",
]) as typeof full.ethicsBoardAppealGrantedEvent;

export const ethicsBoardBondReturnedEvent = /* @__PURE__ */ unpackItem("BondReturned", [
  "u*claimId",
  "a*to",
  "u amount",
]) as typeof full.ethicsBoardBondReturnedEvent;

export const ethicsBoardCandidateStoodEvent = /* @__PURE__ */ unpackItem("CandidateStood", [
  "a*candidate",
  "h statement",
]) as typeof full.ethicsBoardCandidateStoodEvent;

export const ethicsBoardChamberAppointedEvent = /* @__PURE__ */ unpackItem("ChamberAppointed", [
  "a*oldChamber",
  "a*chamber",
  "uint48 until",
]) as typeof full.ethicsBoardChamberAppointedEvent;

export const ethicsBoardChamberVetoedEvent = /* @__PURE__ */ unpackItem("ChamberVetoed", [
  "a*chamber",
  "h*reasonCode",
  "h evidence",
]) as typeof full.ethicsBoardChamberVetoedEvent;

export const ethicsBoardClaimAnsweredEvent = /* @__PURE__ */ unpackItem("ClaimAnswered", [
  "u*claimId",
  "u*reviewId",
  "uint8 finding",
]) as typeof full.ethicsBoardClaimAnsweredEvent;

export const ethicsBoardClaimFiledEvent = /* @__PURE__ */ unpackItem("ClaimFiled", [
  "u*claimId",
  "a*claimant",
  "u*subject",
  "uint8 kind",
  "h reasonCode",
  "h evidence",
  "a token",
  "u bond",
]) as typeof full.ethicsBoardClaimFiledEvent;

export const ethicsBoardClaimLapsedEvent = /* @__PURE__ */ unpackItem("ClaimLapsed", [
  "u*claimId",
  "uint48 stoppedUntil",
]) as typeof full.ethicsBoardClaimLapsedEvent;

export const ethicsBoardClaimTermsSetEvent = /* @__PURE__ */ unpackItem("ClaimTermsSet", [
  "a*token",
  "uint128 bond",
]) as typeof full.ethicsBoardClaimTermsSetEvent;

export const ethicsBoardFirstSeatsGrantedEvent = /* @__PURE__ */ unpackItem("FirstSeatsGranted", [
  "address[] holders",
  "uint48 oddTermEnd",
  "uint48 evenTermEnd",
]) as typeof full.ethicsBoardFirstSeatsGrantedEvent;

export const ethicsBoardProposalVetoedEvent = /* @__PURE__ */ unpackItem("ProposalVetoed", [
  "u*proposalId",
  "u*reviewId",
  "h*reasonCode",
  "h evidence",
]) as typeof full.ethicsBoardProposalVetoedEvent;

export const ethicsBoardReviewAppealedEvent = /* @__PURE__ */ unpackItem("ReviewAppealed", [
  "u*reviewId",
  "a*appellant",
  "h evidence",
]) as typeof full.ethicsBoardReviewAppealedEvent;

export const ethicsBoardReviewEnactedEvent = /* @__PURE__ */ unpackItem("ReviewEnacted", [
  "u*reviewId",
  "a*by",
  "uint16 supporters",
  "u live",
  "u needed",
]) as typeof full.ethicsBoardReviewEnactedEvent;

export const ethicsBoardReviewOpenedEvent = /* @__PURE__ */ unpackItem("ReviewOpened", [
  "u*reviewId",
  "u*subject",
  "uint8*seat",
  [
    " input",
    "uint8 kind",
    "u subject",
    "uint8 power",
    "bytes payload",
    "h reasonCode",
    "h evidence",
    "u claimId",
    "uint8 finding",
  ],
  "uint32 charter",
]) as typeof full.ethicsBoardReviewOpenedEvent;

export const ethicsBoardReviewRewardedEvent = /* @__PURE__ */ unpackItem("ReviewRewarded", [
  "u*reviewId",
  "uint16 seats",
  "u raw",
]) as typeof full.ethicsBoardReviewRewardedEvent;

export const ethicsBoardReviewVotedEvent = /* @__PURE__ */ unpackItem("ReviewVoted", [
  "u*reviewId",
  "uint8*seat",
  "a*holder",
  "b support",
  "string reason",
]) as typeof full.ethicsBoardReviewVotedEvent;

export const ethicsBoardSeatGrantedEvent = /* @__PURE__ */ unpackItem("SeatGranted", [
  "uint8*seat",
  "a*holder",
  "uint48 termEnd",
]) as typeof full.ethicsBoardSeatGrantedEvent;

export const ethicsBoardSeatVacatedEvent = /* @__PURE__ */ unpackItem("SeatVacated", [
  "uint8*seat",
  "a*holder",
  "h evidence",
]) as typeof full.ethicsBoardSeatVacatedEvent;

export const ethicsBoardSubjectCertifiedEvent = /* @__PURE__ */ unpackItem("SubjectCertified", [
  "uint8*kind",
  "u*subject",
  "u*reviewId",
  "b passed",
  "h report",
  "uint32 charter",
]) as typeof full.ethicsBoardSubjectCertifiedEvent;

export const ethicsBoardVetoLimitSetEvent = /* @__PURE__ */ unpackItem("VetoLimitSet", [
  "uint8 oldLimit",
  "uint8 newLimit",
]) as typeof full.ethicsBoardVetoLimitSetEvent;

export const ethicsBoardAppeal = /* @__PURE__ */ unpackItem(
  "appeal",
  ["u reviewId", "h evidence"],
  [],
) as typeof full.ethicsBoardAppeal;

export const ethicsBoardAppointChamber = /* @__PURE__ */ unpackItem(
  "appointChamber",
  ["a chamber", "uint48 until"],
  [],
) as typeof full.ethicsBoardAppointChamber;

export const ethicsBoardCandidateUntil = /* @__PURE__ */ unpackItem(
  "candidateUntil",
  ["a candidate"],
  ["uint48 "],
  "view",
) as typeof full.ethicsBoardCandidateUntil;

export const ethicsBoardCertificationOf = /* @__PURE__ */ unpackItem(
  "certificationOf",
  ["uint8 kind", "u subject"],
  ["u reviewId", "b passed", "uint48 at"],
  "view",
) as typeof full.ethicsBoardCertificationOf;

export const ethicsBoardChamberOf = /* @__PURE__ */ unpackItem(
  "chamberOf",
  [],
  ["a chamber", "uint48 until"],
  "view",
) as typeof full.ethicsBoardChamberOf;

export const ethicsBoardClaimCount = /* @__PURE__ */ unpackItem(
  "claimCount",
  [],
  ["u "],
  "view",
) as typeof full.ethicsBoardClaimCount;

export const ethicsBoardClaimOf = /* @__PURE__ */ unpackItem(
  "claimOf",
  ["u claimId"],
  [
    [
      " ",
      "a claimant",
      "uint8 kind",
      "uint8 finding",
      "b closed",
      "uint48 filedAt",
      "uint128 bond",
      "a token",
      "u subject",
      "u reviewId",
    ],
  ],
  "view",
) as typeof full.ethicsBoardClaimOf;

export const ethicsBoardClaimTerms = /* @__PURE__ */ unpackItem(
  "claimTerms",
  [],
  ["a token", "uint128 bond"],
  "view",
) as typeof full.ethicsBoardClaimTerms;

export const ethicsBoardCloseClaim = /* @__PURE__ */ unpackItem(
  "closeClaim",
  ["u claimId"],
  [],
) as typeof full.ethicsBoardCloseClaim;

export const ethicsBoardElectSeat = /* @__PURE__ */ unpackItem(
  "electSeat",
  ["uint8 seat", "a holder"],
  [],
) as typeof full.ethicsBoardElectSeat;

export const ethicsBoardEnactReview = /* @__PURE__ */ unpackItem(
  "enactReview",
  ["u reviewId", "bytes payload"],
  [],
) as typeof full.ethicsBoardEnactReview;

export const ethicsBoardFile = /* @__PURE__ */ unpackItem(
  "file",
  ["uint8 kind", "u subject", "h reasonCode", "h evidence"],
  ["u claimId"],
) as typeof full.ethicsBoardFile;

export const ethicsBoardFreeClaimsOf = /* @__PURE__ */ unpackItem(
  "freeClaimsOf",
  ["a claimant"],
  ["u "],
  "view",
) as typeof full.ethicsBoardFreeClaimsOf;

export const ethicsBoardGrantAppeal = /* @__PURE__ */ unpackItem(
  "grantAppeal",
  ["u reviewId"],
  [],
) as typeof full.ethicsBoardGrantAppeal;

export const ethicsBoardInitialize = /* @__PURE__ */ unpackItem(
  "initialize",
  ["address[] holders"],
  [],
) as typeof full.ethicsBoardInitialize;

export const ethicsBoardLapse = /* @__PURE__ */ unpackItem("lapse", ["u claimId"], []) as typeof full.ethicsBoardLapse;

export const ethicsBoardLiveSeats = /* @__PURE__ */ unpackItem(
  "liveSeats",
  [],
  ["u live"],
  "view",
) as typeof full.ethicsBoardLiveSeats;

export const ethicsBoardNextPauseOf = /* @__PURE__ */ unpackItem(
  "nextPauseOf",
  ["u mandateId"],
  ["uint48 "],
  "view",
) as typeof full.ethicsBoardNextPauseOf;

export const ethicsBoardOpenClaimOf = /* @__PURE__ */ unpackItem(
  "openClaimOf",
  ["uint8 kind", "u subject"],
  ["u claimId"],
  "view",
) as typeof full.ethicsBoardOpenClaimOf;

export const ethicsBoardOpenReview = /* @__PURE__ */ unpackItem(
  "openReview",
  [
    [
      " input",
      "uint8 kind",
      "u subject",
      "uint8 power",
      "bytes payload",
      "h reasonCode",
      "h evidence",
      "u claimId",
      "uint8 finding",
    ],
  ],
  ["u reviewId"],
) as typeof full.ethicsBoardOpenReview;

export const ethicsBoardRemoveSeat = /* @__PURE__ */ unpackItem(
  "removeSeat",
  ["uint8 seat", "h evidence"],
  [],
) as typeof full.ethicsBoardRemoveSeat;

export const ethicsBoardResign = /* @__PURE__ */ unpackItem(
  "resign",
  ["uint8 seat"],
  [],
) as typeof full.ethicsBoardResign;

export const ethicsBoardReviewCount = /* @__PURE__ */ unpackItem(
  "reviewCount",
  [],
  ["u "],
  "view",
) as typeof full.ethicsBoardReviewCount;

export const ethicsBoardReviewOf = /* @__PURE__ */ unpackItem(
  "reviewOf",
  ["u reviewId"],
  [
    [
      " ",
      "uint8 kind",
      "uint8 power",
      "uint8 finding",
      "b confirmed",
      "b rewarded",
      "uint16 supporters",
      "uint16 opponents",
      "uint32 charter",
      "uint48 openedAt",
      "uint48 enactedAt",
      "uint48 appealedAt",
      "u claimId",
      "u subject",
      "h payloadHash",
      "h reasonCode",
      "h evidence",
    ],
  ],
  "view",
) as typeof full.ethicsBoardReviewOf;

export const ethicsBoardRewardReview = /* @__PURE__ */ unpackItem(
  "rewardReview",
  ["u reviewId"],
  ["u raw"],
) as typeof full.ethicsBoardRewardReview;

export const ethicsBoardSeatHeldBy = /* @__PURE__ */ unpackItem(
  "seatHeldBy",
  ["a account"],
  ["uint8 seat"],
  "view",
) as typeof full.ethicsBoardSeatHeldBy;

export const ethicsBoardSeatOf = /* @__PURE__ */ unpackItem(
  "seatOf",
  ["uint8 seat"],
  [[" ", "a holder", "uint48 since", "uint48 termEnd"]],
  "view",
) as typeof full.ethicsBoardSeatOf;

export const ethicsBoardSetClaimTerms = /* @__PURE__ */ unpackItem(
  "setClaimTerms",
  ["a token", "uint128 bond"],
  [],
) as typeof full.ethicsBoardSetClaimTerms;

export const ethicsBoardSetVetoLimit = /* @__PURE__ */ unpackItem(
  "setVetoLimit",
  ["uint8 newLimit"],
  [],
) as typeof full.ethicsBoardSetVetoLimit;

export const ethicsBoardStand = /* @__PURE__ */ unpackItem(
  "stand",
  ["h statement"],
  [],
) as typeof full.ethicsBoardStand;

export const ethicsBoardTallyOf = /* @__PURE__ */ unpackItem(
  "tallyOf",
  ["u reviewId"],
  ["u votes", "u needed", "u live"],
  "view",
) as typeof full.ethicsBoardTallyOf;

export const ethicsBoardVetoAsChamber = /* @__PURE__ */ unpackItem(
  "vetoAsChamber",
  [
    ["[] proposals", "address[] targets", "uint256[] values", "bytes[] calldatas", "h descriptionHash"],
    "h reasonCode",
    "h evidence",
  ],
  [],
) as typeof full.ethicsBoardVetoAsChamber;

export const ethicsBoardVetoLimit = /* @__PURE__ */ unpackItem(
  "vetoLimit",
  [],
  ["uint8 "],
  "view",
) as typeof full.ethicsBoardVetoLimit;

export const ethicsBoardVetoedAssetsOf = /* @__PURE__ */ unpackItem(
  "vetoedAssetsOf",
  ["u subject", "u word"],
  ["u mask"],
  "view",
) as typeof full.ethicsBoardVetoedAssetsOf;

export const ethicsBoardVetoesLeft = /* @__PURE__ */ unpackItem(
  "vetoesLeft",
  [],
  ["u board", "u chamber"],
  "view",
) as typeof full.ethicsBoardVetoesLeft;

export const ethicsBoardVoteOnReview = /* @__PURE__ */ unpackItem(
  "voteOnReview",
  ["u reviewId", "b support", "string reason"],
  [],
) as typeof full.ethicsBoardVoteOnReview;

export const ethicsBoardWithdrawBond = /* @__PURE__ */ unpackItem(
  "withdrawBond",
  ["a token", "uint128 amount"],
  [],
) as typeof full.ethicsBoardWithdrawBond;
