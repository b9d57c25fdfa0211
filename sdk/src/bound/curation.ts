import { admitProducer, type admitProducerAndWait } from "../actions/curation/admitProducer.ts";
import { castDirect, type castDirectAndWait } from "../actions/curation/castDirect.ts";
import { claimPay, type claimPayAndWait } from "../actions/curation/claimPay.ts";
import { claimReputation, type claimReputationAndWait } from "../actions/curation/claimReputation.ts";
import { closeSigned, closeSignedAndWait } from "../actions/curation/closeSigned.ts";
import { closeEpoch, type closeEpochAndWait } from "../actions/curation/closeEpoch.ts";
import { commitCanaries, type commitCanariesAndWait } from "../actions/curation/commitCanaries.ts";
import { deposit, type depositAndWait } from "../actions/curation/deposit.ts";
import { drawSeed, type drawSeedAndWait } from "../actions/curation/drawSeed.ts";
import { expireLot, type expireLotAndWait } from "../actions/curation/expireLot.ts";
import { fundDeposit } from "../actions/curation/fundDeposit.ts";
import { getAudit } from "../actions/curation/getAudit.ts";
import { getAuditTerms } from "../actions/curation/getAuditTerms.ts";
import { getCanaries } from "../actions/curation/getCanaries.ts";
import { getCurator } from "../actions/curation/getCurator.ts";
import { getElectorate } from "../actions/curation/getElectorate.ts";
import { getEpochPoints } from "../actions/curation/getEpochPoints.ts";
import { getInbox } from "../actions/curation/getInbox.ts";
import { getOutcome } from "../actions/curation/getOutcome.ts";
import { getPoints } from "../actions/curation/getPoints.ts";
import { getProducer } from "../actions/curation/getProducer.ts";
import { getScore } from "../actions/curation/getScore.ts";
import { getTruth } from "../actions/curation/getTruth.ts";
import { liftStop, type liftStopAndWait } from "../actions/curation/liftStop.ts";
import { openCanary, type openCanaryAndWait } from "../actions/curation/openCanary.ts";
import { prepareSeed } from "../actions/curation/prepareSeed.ts";
import { proveEquivocation, type proveEquivocationAndWait } from "../actions/curation/proveEquivocation.ts";
import { readmitCurator, type readmitCuratorAndWait } from "../actions/curation/readmitCurator.ts";
import { redraw, type redrawAndWait } from "../actions/curation/redraw.ts";
import { refreshCurators, type refreshCuratorsAndWait } from "../actions/curation/refreshCurators.ts";
import { registerCurator, type registerCuratorAndWait } from "../actions/curation/registerCurator.ts";
import { relay } from "../actions/curation/relay.ts";
import { resolveCanaries, type resolveCanariesAndWait } from "../actions/curation/resolveCanaries.ts";
import { revealSalt, type revealSaltAndWait } from "../actions/curation/revealSalt.ts";
import { sampleLot } from "../actions/curation/sampleLot.ts";
import { scorePractice, type scorePracticeAndWait } from "../actions/curation/scorePractice.ts";
import { selfCertify, type selfCertifyAndWait } from "../actions/curation/selfCertify.ts";
import { setAuditTerms, type setAuditTermsAndWait } from "../actions/curation/setAuditTerms.ts";
import { setAuditToken, type setAuditTokenAndWait } from "../actions/curation/setAuditToken.ts";
import { setSaltChain, type setSaltChainAndWait } from "../actions/curation/setSaltChain.ts";
import { settleLot, type settleLotAndWait } from "../actions/curation/settleLot.ts";
import { signAuditBallot } from "../actions/curation/signAuditBallot.ts";
import { signCuratorKey } from "../actions/curation/signCuratorKey.ts";
import { simulateClose } from "../actions/curation/simulateClose.ts";
import { weighBallots } from "../actions/curation/weighBallots.ts";
import { withdrawDeposit, type withdrawDepositAndWait } from "../actions/curation/withdrawDeposit.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Curators, deposits and audits of lots, as methods of a client. */
export type CurationActions = {
  /**
   * Lets an account commit lots to the studio's gate; only the registrar or the timelock may. See {@link
   * admitProducer}.
   */
  admitProducer: Bound<typeof admitProducer>;
  /** {@link admitProducer}, waiting for the receipt. */
  admitProducerAndWait: Bound<typeof admitProducerAndWait>;
  /**
   * Casts a signed ballot of one pair of words on chain, so that no relayer can leave it out. Anybody may. See {@link
   * castDirect}.
   */
  castDirect: Bound<typeof castDirect>;
  /** {@link castDirect}, waiting for the receipt. */
  castDirectAndWait: Bound<typeof castDirectAndWait>;
  /**
   * Credits a curator with what it earned; it is withdrawn like any royalty. Anybody may, for anybody. See {@link
   * claimPay}.
   */
  claimPay: Bound<typeof claimPay>;
  /** {@link claimPay}, waiting for the receipt. */
  claimPayAndWait: Bound<typeof claimPayAndWait>;
  /** Mints a curator's part of an epoch's reputation. Anybody may, for anybody. See {@link claimReputation}. */
  claimReputation: Bound<typeof claimReputation>;
  /** {@link claimReputation}, waiting for the receipt. */
  claimReputationAndWait: Bound<typeof claimReputationAndWait>;
  /**
   * Relays ballots: the chain verifies and counts them and sets the verdict. A bound client also weighs signed ballots
   * and finds the present verdict by itself. See {@link closeSigned}.
   */
  closeAudit: Bound<typeof closeSigned>;
  /** {@link closeSigned}, waiting for the receipt. */
  closeAuditAndWait: Bound<typeof closeSignedAndWait>;
  /** Reserves the reputation that the curators of an epoch that is over share. Anybody may. See {@link closeEpoch}. */
  closeEpoch: Bound<typeof closeEpoch>;
  /** {@link closeEpoch}, waiting for the receipt. */
  closeEpochAndWait: Bound<typeof closeEpochAndWait>;
  /**
   * Announces lots of known truth among those to come; the registrar, the timelock or the board may, with a bond from
   * its deposit. See {@link commitCanaries}.
   */
  commitCanaries: Bound<typeof commitCanaries>;
  /** {@link commitCanaries}, waiting for the receipt. */
  commitCanariesAndWait: Bound<typeof commitCanariesAndWait>;
  /**
   * Books what was paid into an account's pot as its deposit at the studio's gate. Anybody may; see `fundDeposit`. See
   * {@link deposit}.
   */
  deposit: Bound<typeof deposit>;
  /** {@link deposit}, waiting for the receipt. */
  depositAndWait: Bound<typeof depositAndWait>;
  /** Draws a lot's seed from the prevRandao of its seed block: fixes sample and panel. See {@link drawSeed}. */
  drawSeed: Bound<typeof drawSeed>;
  /** {@link drawSeed}, waiting for the receipt. */
  drawSeedAndWait: Bound<typeof drawSeedAndWait>;
  /** Gives bond and fee back where an audit came to no verdict in time. Anybody may. See {@link expireLot}. */
  expireLot: Bound<typeof expireLot>;
  /** {@link expireLot}, waiting for the receipt. */
  expireLotAndWait: Bound<typeof expireLotAndWait>;
  /**
   * Pays into an account's deposit at the studio's gate: approves exactly the amount if the allowance is smaller, fills
   * the account's pot, and has the gate book it. See {@link fundDeposit}.
   */
  fundDeposit: Bound<typeof fundDeposit>;
  /** Reads the audit of a lot. See {@link getAudit}. */
  getAudit: Bound<typeof getAudit>;
  /** Reads terms by which lots are audited, by their version. See {@link getAuditTerms}. */
  getAuditTerms: Bound<typeof getAuditTerms>;
  /** Reads a set of canaries. See {@link getCanaries}. */
  getCanaries: Bound<typeof getCanaries>;
  /** Reads a curator; undefined if there is none. See {@link getCurator}. */
  getCurator: Bound<typeof getCurator>;
  /** Reads the sum of curators' standings in an epoch. See {@link getElectorate}. */
  getElectorate: Bound<typeof getElectorate>;
  /** Reads the points of all curators in an epoch and the reputation that they share. See {@link getEpochPoints}. */
  getEpochPoints: Bound<typeof getEpochPoints>;
  /** Reads whose ballots were cast directly. See {@link getInbox}. */
  getInbox: Bound<typeof getInbox>;
  /**
   * Rebuilds from the logs what the newest close of an audit decided: the chain keeps only its digest. See {@link
   * getOutcome}.
   */
  getOutcome: Bound<typeof getOutcome>;
  /** Reads a curator's points in an epoch. See {@link getPoints}. */
  getPoints: Bound<typeof getPoints>;
  /** Reads what a producer may commit, and what its deposit is. See {@link getProducer}. */
  getProducer: Bound<typeof getProducer>;
  /** Reads what a curator has scored and earned. See {@link getScore}. */
  getScore: Bound<typeof getScore>;
  /** Reads the truth about an opened canary. See {@link getTruth}. */
  getTruth: Bound<typeof getTruth>;
  /** Lets a stopped producer commit again, under tightened inspection; only the timelock may. See {@link liftStop}. */
  liftStop: Bound<typeof liftStop>;
  /** {@link liftStop}, waiting for the receipt. */
  liftStopAndWait: Bound<typeof liftStopAndWait>;
  /**
   * Opens a canary: voids the lot, and its panel is scored against the truth. Anybody may who has the proof. See {@link
   * openCanary}.
   */
  openCanary: Bound<typeof openCanary>;
  /** {@link openCanary}, waiting for the receipt. */
  openCanaryAndWait: Bound<typeof openCanaryAndWait>;
  /**
   * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash. See {@link prepareSeed}.
   */
  prepareSeed: Bound<typeof prepareSeed>;
  /** Strikes off a curator who signed two different ballots on one thing. See {@link proveEquivocation}. */
  proveEquivocation: Bound<typeof proveEquivocation>;
  /** {@link proveEquivocation}, waiting for the receipt. */
  proveEquivocationAndWait: Bound<typeof proveEquivocationAndWait>;
  /** Lets a curator who was struck off judge again; only the timelock may. See {@link readmitCurator}. */
  readmitCurator: Bound<typeof readmitCurator>;
  /** {@link readmitCurator}, waiting for the receipt. */
  readmitCuratorAndWait: Bound<typeof readmitCuratorAndWait>;
  /**
   * Gives an audit another seed block, once, because the salt of its span was never revealed and the chain of salts was
   * replaced. Anybody may. See {@link redraw}.
   */
  redraw: Bound<typeof redraw>;
  /** {@link redraw}, waiting for the receipt. */
  redrawAndWait: Bound<typeof redrawAndWait>;
  /**
   * Brings curators' standings up to their reputation, from the next epoch on. Anybody may, for anybody. See {@link
   * refreshCurators}.
   */
  refreshCurators: Bound<typeof refreshCurators>;
  /** {@link refreshCurators}, waiting for the receipt. */
  refreshCuratorsAndWait: Bound<typeof refreshCuratorsAndWait>;
  /**
   * Registers the sender, a member with enough reputation, as a curator, or gives a curator a new key. See {@link
   * registerCurator}.
   */
  registerCurator: Bound<typeof registerCurator>;
  /** {@link registerCurator}, waiting for the receipt. */
  registerCuratorAndWait: Bound<typeof registerCuratorAndWait>;
  /**
   * Collects ballots until they make a verdict, and closes the audit: as soon as all who are drawn have judged, else
   * after the deadline. Ballots that the chain would refuse are left out, those from its inbox are added. Any number of
   * relayers may work on one audit. See {@link relay}.
   */
  relay: Bound<typeof relay>;
  /**
   * Ends a set of canaries: its bond goes back once all are opened, and to the timelock after the deadline. Anybody
   * may. See {@link resolveCanaries}.
   */
  resolveCanaries: Bound<typeof resolveCanaries>;
  /** {@link resolveCanaries}, waiting for the receipt. */
  resolveCanariesAndWait: Bound<typeof resolveCanariesAndWait>;
  /** Reveals the salt of a span of 256 blocks that is over. Anybody may who knows it. See {@link revealSalt}. */
  revealSalt: Bound<typeof revealSalt>;
  /** {@link revealSalt}, waiting for the receipt. */
  revealSaltAndWait: Bound<typeof revealSaltAndWait>;
  /**
   * The assets that a lot's curators judge, and what their ballots have to name; before and after the close. See {@link
   * sampleLot}.
   */
  sampleLot: Bound<typeof sampleLot>;
  /** Scores a ballot of a curator without a standing on an opened canary. Anybody may. See {@link scorePractice}. */
  scorePractice: Bound<typeof scorePractice>;
  /** {@link scorePractice}, waiting for the receipt. */
  scorePracticeAndWait: Bound<typeof scorePracticeAndWait>;
  /**
   * Accepts a lot of a solo studio without judges, and says so in its verdict; only the registrar or the timelock may.
   * See {@link selfCertify}.
   */
  selfCertify: Bound<typeof selfCertify>;
  /** {@link selfCertify}, waiting for the receipt. */
  selfCertifyAndWait: Bound<typeof selfCertifyAndWait>;
  /**
   * Sets the terms by which lots committed from now on are audited; only the timelock may. See {@link setAuditTerms}.
   */
  setAuditTerms: Bound<typeof setAuditTerms>;
  /** {@link setAuditTerms}, waiting for the receipt. */
  setAuditTermsAndWait: Bound<typeof setAuditTermsAndWait>;
  /**
   * Sets the token of the studio's deposits, bonds and fees, once; only the timelock may. See {@link setAuditToken}.
   */
  setAuditToken: Bound<typeof setAuditToken>;
  /** {@link setAuditToken}, waiting for the receipt. */
  setAuditTokenAndWait: Bound<typeof setAuditTokenAndWait>;
  /**
   * Begins a chain of pre-committed salts, which seeds need off L1; the registrar or the timelock the first time, then
   * the timelock. See {@link setSaltChain}.
   */
  setSaltChain: Bound<typeof setSaltChain>;
  /** {@link setSaltChain}, waiting for the receipt. */
  setSaltChainAndWait: Bound<typeof setSaltChainAndWait>;
  /**
   * Pays the panel of a final audit, scores its ballots and decides about the bond. Anybody may, once a round; see
   * `getOutcome`. See {@link settleLot}.
   */
  settleLot: Bound<typeof settleLot>;
  /** {@link settleLot}, waiting for the receipt. */
  settleLotAndWait: Bound<typeof settleLotAndWait>;
  /**
   * Signs a curator's ballot: one `"ok"`, `"defect"` or undefined (abstains) for each lane of a sample or of challenged
   * words, or the approvals of a slate. See {@link signAuditBallot}.
   */
  signAuditBallot: Bound<typeof signAuditBallot>;
  /** Signs, with a ballot key, that it serves a member: what `registerCurator` takes. See {@link signCuratorKey}. */
  signCuratorKey: Bound<typeof signCuratorKey>;
  /**
   * The verdict that `closeAudit` would give with these ballots, computed here; throws `BallotRejectedError` for a
   * ballot that the chain would refuse, `AuditOpenError` where there is no verdict yet. See {@link simulateClose}.
   */
  simulateClose: Bound<typeof simulateClose>;
  /** What the ballots of an audit weigh now; the panel widens while drawn curators sleep. See {@link weighBallots}. */
  weighBallots: Bound<typeof weighBallots>;
  /**
   * Credits the sender with a part of its deposit that is not at stake; it is withdrawn like any royalty. See {@link
   * withdrawDeposit}.
   */
  withdrawDeposit: Bound<typeof withdrawDeposit>;
  /** {@link withdrawDeposit}, waiting for the receipt. */
  withdrawDepositAndWait: Bound<typeof withdrawDepositAndWait>;
};

/** The actions behind {@link CurationActions}. */
export const CURATION_ACTIONS = {
  admitProducer,
  castDirect,
  claimPay,
  claimReputation,
  closeAudit: closeSigned,
  closeAuditAndWait: closeSignedAndWait,
  closeEpoch,
  commitCanaries,
  deposit,
  drawSeed,
  expireLot,
  fundDeposit,
  getAudit,
  getAuditTerms,
  getCanaries,
  getCurator,
  getElectorate,
  getEpochPoints,
  getInbox,
  getOutcome,
  getPoints,
  getProducer,
  getScore,
  getTruth,
  liftStop,
  openCanary,
  prepareSeed,
  proveEquivocation,
  readmitCurator,
  redraw,
  refreshCurators,
  registerCurator,
  relay,
  resolveCanaries,
  revealSalt,
  sampleLot,
  scorePractice,
  selfCertify,
  setAuditTerms,
  setAuditToken,
  setSaltChain,
  settleLot,
  signAuditBallot,
  signCuratorKey,
  simulateClose,
  weighBallots,
  withdrawDeposit,
} as const satisfies Record<Unwaiting<keyof CurationActions> | "closeAuditAndWait", unknown>;
