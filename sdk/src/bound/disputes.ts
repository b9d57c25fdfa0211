import { adjudicate, type adjudicateAndWait } from "../actions/curation/adjudicate.ts";
import { appealVeto, type appealVetoAndWait } from "../actions/curation/appealVeto.ts";
import { callPanel, type callPanelAndWait } from "../actions/curation/callPanel.ts";
import { challenge, type challengeAndWait } from "../actions/curation/challenge.ts";
import { challengeLot, type challengeLotAndWait } from "../actions/curation/challengeLot.ts";
import { closeSlate, type closeSlateAndWait } from "../actions/curation/closeSlate.ts";
import { confirmVeto, type confirmVetoAndWait } from "../actions/curation/confirmVeto.ts";
import { drawPanel, type drawPanelAndWait } from "../actions/curation/drawPanel.ts";
import { dropChallenge, type dropChallengeAndWait } from "../actions/curation/dropChallenge.ts";
import { getChallenge } from "../actions/curation/getChallenge.ts";
import { getDispute } from "../actions/curation/getDispute.ts";
import { getOpenMasks } from "../actions/curation/getOpenMasks.ts";
import { getSlate } from "../actions/curation/getSlate.ts";
import { getVeto } from "../actions/curation/getVeto.ts";
import { liftVeto, type liftVetoAndWait } from "../actions/curation/liftVeto.ts";
import { openSlate, type openSlateAndWait } from "../actions/curation/openSlate.ts";
import { preparePanelSeed } from "../actions/curation/preparePanelSeed.ts";
import { proveDuplicate, type proveDuplicateAndWait } from "../actions/curation/proveDuplicate.ts";
import { requestRefinement, type requestRefinementAndWait } from "../actions/curation/requestRefinement.ts";
import { simulateAdjudication } from "../actions/curation/simulateAdjudication.ts";
import { simulateSlate } from "../actions/curation/simulateSlate.ts";
import { veto, type vetoAndWait } from "../actions/curation/veto.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Challenges, vetoes and slates, as methods of a client. */
export type DisputeActions = {
  /**
   * Relays ballots of the panel on one challenge: decided assets are cleared or stay blocked. See `getChallenge`. See
   * {@link adjudicate}.
   */
  adjudicate: Bound<typeof adjudicate>;
  /** {@link adjudicate}, waiting for the receipt. */
  adjudicateAndWait: Bound<typeof adjudicateAndWait>;
  /** Shortens a veto, once; only the lot's producer or its recipe's licensor may. See {@link appealVeto}. */
  appealVeto: Bound<typeof appealVeto>;
  /** {@link appealVeto}, waiting for the receipt. */
  appealVetoAndWait: Bound<typeof appealVetoAndWait>;
  /**
   * Asks for a fresh panel to judge a lot's challenges, once its window is over. Anybody may. See {@link callPanel}.
   */
  callPanel: Bound<typeof callPanel>;
  /** {@link callPanel}, waiting for the receipt. */
  callPanelAndWait: Bound<typeof callPanelAndWait>;
  /**
   * Challenges assets of an accepted lot within its window: they are blocked at once, and a panel judges them. The bond
   * is taken from the sender's deposit. See {@link challenge}.
   */
  challenge: Bound<typeof challenge>;
  /** {@link challenge}, waiting for the receipt. */
  challengeAndWait: Bound<typeof challengeAndWait>;
  /**
   * Challenges an accepted lot as a whole: it is suspended and audited once more, more strictly. See {@link
   * challengeLot}.
   */
  challengeLot: Bound<typeof challengeLot>;
  /** {@link challengeLot}, waiting for the receipt. */
  challengeLotAndWait: Bound<typeof challengeLotAndWait>;
  /** Relays approvals: the chain verifies and counts them and selects the best. See {@link closeSlate}. */
  closeSlate: Bound<typeof closeSlate>;
  /** {@link closeSlate}, waiting for the receipt. */
  closeSlateAndWait: Bound<typeof closeSlateAndWait>;
  /** Keeps a veto from lapsing; only the timelock may. See {@link confirmVeto}. */
  confirmVeto: Bound<typeof confirmVeto>;
  /** {@link confirmVeto}, waiting for the receipt. */
  confirmVetoAndWait: Bound<typeof confirmVetoAndWait>;
  /**
   * Draws the panel that judges a lot's challenges from the prevRandao of its seed block. Anybody may. See {@link
   * drawPanel}.
   */
  drawPanel: Bound<typeof drawPanel>;
  /** {@link drawPanel}, waiting for the receipt. */
  drawPanelAndWait: Bound<typeof drawPanelAndWait>;
  /**
   * Ends a challenge that no panel will decide any more: its lot was rejected, or the panel timed out. See {@link
   * dropChallenge}.
   */
  dropChallenge: Bound<typeof dropChallenge>;
  /** {@link dropChallenge}, waiting for the receipt. */
  dropChallengeAndWait: Bound<typeof dropChallengeAndWait>;
  /** Reads a challenge; see `getOpenMasks` for what it is about. See {@link getChallenge}. */
  getChallenge: Bound<typeof getChallenge>;
  /** Reads the state of a lot's challenges and of their panel. See {@link getDispute}. */
  getDispute: Bound<typeof getDispute>;
  /**
   * Rebuilds from the logs what is undecided of a challenge: the chain keeps only its hash. See {@link getOpenMasks}.
   */
  getOpenMasks: Bound<typeof getOpenMasks>;
  /** Reads a slate. See {@link getSlate}. */
  getSlate: Bound<typeof getSlate>;
  /** Reads the veto on a word of assets. See {@link getVeto}. */
  getVeto: Bound<typeof getVeto>;
  /**
   * Frees vetoed assets; the board or the timelock may at any time, anybody once the veto has lapsed. See {@link
   * liftVeto}.
   */
  liftVeto: Bound<typeof liftVeto>;
  /** {@link liftVeto}, waiting for the receipt. */
  liftVetoAndWait: Bound<typeof liftVetoAndWait>;
  /** Opens a vote on the best k of up to 4,096 candidates. See {@link openSlate}. */
  openSlate: Bound<typeof openSlate>;
  /** {@link openSlate}, waiting for the receipt. */
  openSlateAndWait: Bound<typeof openSlateAndWait>;
  /**
   * Fetches the header that proves the seed of the panel that judges a lot's challenges. See {@link preparePanelSeed}.
   */
  preparePanelSeed: Bound<typeof preparePanelSeed>;
  /**
   * Proves that an accepted asset copies an earlier one of the same studio: it is blocked. See {@link proveDuplicate}.
   */
  proveDuplicate: Bound<typeof proveDuplicate>;
  /** {@link proveDuplicate}, waiting for the receipt. */
  proveDuplicateAndWait: Bound<typeof proveDuplicateAndWait>;
  /**
   * Asks the producer of a selected candidate to refine it; the registrar or the timelock may. See {@link
   * requestRefinement}.
   */
  requestRefinement: Bound<typeof requestRefinement>;
  /** {@link requestRefinement}, waiting for the receipt. */
  requestRefinementAndWait: Bound<typeof requestRefinementAndWait>;
  /**
   * What `adjudicate` would decide with these ballots, computed here; throws `BallotRejectedError` for a ballot that
   * the chain would refuse, `AuditOpenError` where nothing is decided yet. See {@link simulateAdjudication}.
   */
  simulateAdjudication: Bound<typeof simulateAdjudication>;
  /**
   * The result that `closeSlate` would give with these ballots, computed here; throws `BallotRejectedError` for a
   * ballot that the chain would refuse, `AuditOpenError` where there is no result yet. See {@link simulateSlate}.
   */
  simulateSlate: Bound<typeof simulateSlate>;
  /**
   * Blocks assets by ethical judgment until it lapses or is confirmed; only the board or the timelock may. See {@link
   * veto}.
   */
  veto: Bound<typeof veto>;
  /** {@link veto}, waiting for the receipt. */
  vetoAndWait: Bound<typeof vetoAndWait>;
};

/** The actions behind {@link DisputeActions}. */
export const DISPUTE_ACTIONS = {
  adjudicate,
  appealVeto,
  callPanel,
  challenge,
  challengeLot,
  closeSlate,
  confirmVeto,
  drawPanel,
  dropChallenge,
  getChallenge,
  getDispute,
  getOpenMasks,
  getSlate,
  getVeto,
  liftVeto,
  openSlate,
  preparePanelSeed,
  proveDuplicate,
  requestRefinement,
  simulateAdjudication,
  simulateSlate,
  veto,
} as const satisfies Record<Unwaiting<keyof DisputeActions>, unknown>;
