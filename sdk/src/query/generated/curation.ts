// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getAudit } from "../../actions/curation/getAudit.ts";
import { getAuditTerms } from "../../actions/curation/getAuditTerms.ts";
import { getCanaries } from "../../actions/curation/getCanaries.ts";
import { getChallenge } from "../../actions/curation/getChallenge.ts";
import { getCurator } from "../../actions/curation/getCurator.ts";
import { getDispute } from "../../actions/curation/getDispute.ts";
import { getElectorate } from "../../actions/curation/getElectorate.ts";
import { getEpochPoints } from "../../actions/curation/getEpochPoints.ts";
import { getInbox } from "../../actions/curation/getInbox.ts";
import { getOpenMasks } from "../../actions/curation/getOpenMasks.ts";
import { getOutcome } from "../../actions/curation/getOutcome.ts";
import { getPoints } from "../../actions/curation/getPoints.ts";
import { getProducer } from "../../actions/curation/getProducer.ts";
import { getScore } from "../../actions/curation/getScore.ts";
import { getSlate } from "../../actions/curation/getSlate.ts";
import { getTruth } from "../../actions/curation/getTruth.ts";
import { getVeto } from "../../actions/curation/getVeto.ts";
import { preparePanelSeed } from "../../actions/curation/preparePanelSeed.ts";
import { prepareSeed } from "../../actions/curation/prepareSeed.ts";
import { sampleLot } from "../../actions/curation/sampleLot.ts";
import { simulateAdjudication } from "../../actions/curation/simulateAdjudication.ts";
import { simulateClose } from "../../actions/curation/simulateClose.ts";
import { simulateSlate } from "../../actions/curation/simulateSlate.ts";
import { weighBallots } from "../../actions/curation/weighBallots.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** Reads the audit of a lot. The query of {@link getAudit}. */
export const getAuditQueryOptions: ReadQuery<typeof getAudit> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getAudit",
  getAudit,
);

/** Reads terms by which lots are audited, by their version. The query of {@link getAuditTerms}. */
export const getAuditTermsQueryOptions: ReadQuery<typeof getAuditTerms> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getAuditTerms",
  getAuditTerms,
);

/** Reads a set of canaries. The query of {@link getCanaries}. */
export const getCanariesQueryOptions: ReadQuery<typeof getCanaries> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getCanaries",
  getCanaries,
);

/** Reads a challenge; see `getOpenMasks` for what it is about. The query of {@link getChallenge}. */
export const getChallengeQueryOptions: ReadQuery<typeof getChallenge> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getChallenge",
  getChallenge,
);

/** Reads a curator; undefined if there is none. The query of {@link getCurator}. */
export const getCuratorQueryOptions: ReadQuery<typeof getCurator> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getCurator",
  getCurator,
);

/** Reads the state of a lot's challenges and of their panel. The query of {@link getDispute}. */
export const getDisputeQueryOptions: ReadQuery<typeof getDispute> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getDispute",
  getDispute,
);

/** Reads the sum of curators' standings in an epoch. The query of {@link getElectorate}. */
export const getElectorateQueryOptions: ReadQuery<typeof getElectorate> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getElectorate",
  getElectorate,
);

/**
 * Reads the points of all curators in an epoch and the reputation that they share. The query of {@link
 * getEpochPoints}.
 */
export const getEpochPointsQueryOptions: ReadQuery<typeof getEpochPoints> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getEpochPoints",
  getEpochPoints,
);

/** Reads whose ballots were cast directly. The query of {@link getInbox}. */
export const getInboxQueryOptions: ReadQuery<typeof getInbox> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getInbox",
  getInbox,
);

/**
 * Rebuilds from the logs what is undecided of a challenge: the chain keeps only its hash. The query of {@link
 * getOpenMasks}.
 */
export const getOpenMasksQueryOptions: ReadQuery<typeof getOpenMasks> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getOpenMasks",
  getOpenMasks,
);

/**
 * Rebuilds from the logs what the newest close of an audit decided: the chain keeps only its digest. The query of
 * {@link getOutcome}.
 */
export const getOutcomeQueryOptions: ReadQuery<typeof getOutcome> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getOutcome",
  getOutcome,
);

/** Reads a curator's points in an epoch. The query of {@link getPoints}. */
export const getPointsQueryOptions: ReadQuery<typeof getPoints> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getPoints",
  getPoints,
);

/** Reads what a producer may commit, and what its deposit is. The query of {@link getProducer}. */
export const getProducerQueryOptions: ReadQuery<typeof getProducer> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getProducer",
  getProducer,
);

/** Reads what a curator has scored and earned. The query of {@link getScore}. */
export const getScoreQueryOptions: ReadQuery<typeof getScore> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getScore",
  getScore,
);

/** Reads a slate. The query of {@link getSlate}. */
export const getSlateQueryOptions: ReadQuery<typeof getSlate> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getSlate",
  getSlate,
);

/** Reads the truth about an opened canary. The query of {@link getTruth}. */
export const getTruthQueryOptions: ReadQuery<typeof getTruth> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getTruth",
  getTruth,
);

/** Reads the veto on a word of assets. The query of {@link getVeto}. */
export const getVetoQueryOptions: ReadQuery<typeof getVeto> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "getVeto",
  getVeto,
);

/**
 * Fetches the header that proves the seed of the panel that judges a lot's challenges. The query of {@link
 * preparePanelSeed}.
 */
export const preparePanelSeedQueryOptions: ReadQuery<typeof preparePanelSeed> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "preparePanelSeed",
  preparePanelSeed,
);

/**
 * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash. The query of {@link
 * prepareSeed}.
 */
export const prepareSeedQueryOptions: ReadQuery<typeof prepareSeed> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "prepareSeed",
  prepareSeed,
);

/**
 * The assets that a lot's curators judge, and what their ballots have to name; before and after the close. The query
 * of {@link sampleLot}.
 */
export const sampleLotQueryOptions: ReadQuery<typeof sampleLot> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "sampleLot",
  sampleLot,
);

/**
 * What `adjudicate` would decide with these ballots, computed here; throws `BallotRejectedError` for a ballot that
 * the chain would refuse, `AuditOpenError` where nothing is decided yet. The query of {@link simulateAdjudication}.
 */
export const simulateAdjudicationQueryOptions: ReadQuery<typeof simulateAdjudication> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "simulateAdjudication",
  simulateAdjudication,
);

/**
 * The verdict that `closeAudit` would give with these ballots, computed here; throws `BallotRejectedError` for a
 * ballot that the chain would refuse, `AuditOpenError` where there is no verdict yet. The query of {@link
 * simulateClose}.
 */
export const simulateCloseQueryOptions: ReadQuery<typeof simulateClose> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "simulateClose",
  simulateClose,
);

/**
 * The result that `closeSlate` would give with these ballots, computed here; throws `BallotRejectedError` for a
 * ballot that the chain would refuse, `AuditOpenError` where there is no result yet. The query of {@link
 * simulateSlate}.
 */
export const simulateSlateQueryOptions: ReadQuery<typeof simulateSlate> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "simulateSlate",
  simulateSlate,
);

/**
 * What the ballots of an audit weigh now; the panel widens while drawn curators sleep. The query of {@link
 * weighBallots}.
 */
export const weighBallotsQueryOptions: ReadQuery<typeof weighBallots> = /* @__PURE__ */ defineReadQuery(
  "curation",
  "weighBallots",
  weighBallots,
);
