import { admitProducer, admitProducerAndWait } from "../actions/curation/admitProducer.ts";
import { closeAudit, closeAuditAndWait } from "../actions/curation/closeAudit.ts";
import { drawSeed, drawSeedAndWait } from "../actions/curation/drawSeed.ts";
import { getAudit } from "../actions/curation/getAudit.ts";
import { getCurator } from "../actions/curation/getCurator.ts";
import { getProducer } from "../actions/curation/getProducer.ts";
import { prepareSeed } from "../actions/curation/prepareSeed.ts";
import { registerCurator, registerCuratorAndWait } from "../actions/curation/registerCurator.ts";
import { sampleLot } from "../actions/curation/sampleLot.ts";
import { selfCertify, selfCertifyAndWait } from "../actions/curation/selfCertify.ts";
import { signAuditBallot } from "../actions/curation/signAuditBallot.ts";
import { signCuratorKey } from "../actions/curation/signCuratorKey.ts";
import { simulateClose } from "../actions/curation/simulateClose.ts";
import type { Bound } from "./types.ts";

/** Audits of lots, as methods of a client. */
export type CurationActions = {
  /**
   * Lets an account commit lots to the studio's gate; only the registrar or the timelock may. See {@link
   * admitProducer}.
   */
  admitProducer: Bound<typeof admitProducer>;
  /** {@link admitProducer}, waiting for the receipt. */
  admitProducerAndWait: Bound<typeof admitProducerAndWait>;
  /** Relays ballots: the chain verifies and counts them and sets the verdict. See {@link closeAudit}. */
  closeAudit: Bound<typeof closeAudit>;
  /** {@link closeAudit}, waiting for the receipt. */
  closeAuditAndWait: Bound<typeof closeAuditAndWait>;
  /** Draws a lot's seed from the prevRandao of its seed block: fixes sample and electorate. See {@link drawSeed}. */
  drawSeed: Bound<typeof drawSeed>;
  /** {@link drawSeed}, waiting for the receipt. */
  drawSeedAndWait: Bound<typeof drawSeedAndWait>;
  /** Reads the audit of a lot. See {@link getAudit}. */
  getAudit: Bound<typeof getAudit>;
  /** Reads a curator; undefined if there is none. See {@link getCurator}. */
  getCurator: Bound<typeof getCurator>;
  /** Reads what a producer may commit. See {@link getProducer}. */
  getProducer: Bound<typeof getProducer>;
  /**
   * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash. See {@link
   * prepareSeed}.
   */
  prepareSeed: Bound<typeof prepareSeed>;
  /**
   * Registers the sender, a member with enough reputation, as a curator, or gives a curator a new key. See {@link
   * registerCurator}.
   */
  registerCurator: Bound<typeof registerCurator>;
  /** {@link registerCurator}, waiting for the receipt. */
  registerCuratorAndWait: Bound<typeof registerCuratorAndWait>;
  /** The assets that a lot's curators judge, and what their ballots have to name. See {@link sampleLot}. */
  sampleLot: Bound<typeof sampleLot>;
  /**
   * Accepts a lot of a solo studio without judges, and says so in its verdict; only the registrar or the timelock
   * may. See {@link selfCertify}.
   */
  selfCertify: Bound<typeof selfCertify>;
  /** {@link selfCertify}, waiting for the receipt. */
  selfCertifyAndWait: Bound<typeof selfCertifyAndWait>;
  /**
   * Signs a curator's judgment of a sample: one `"ok"`, `"defect"` or undefined (abstains) for each lane. See {@link
   * signAuditBallot}.
   */
  signAuditBallot: Bound<typeof signAuditBallot>;
  /** Signs, with a ballot key, that it serves a member: what `registerCurator` takes. See {@link signCuratorKey}. */
  signCuratorKey: Bound<typeof signCuratorKey>;
  /**
   * The verdict that `closeAudit` would give with these ballots, computed here; throws `BallotRejectedError` for a
   * ballot that the chain would refuse, `AuditOpenError` where there is no verdict yet. See {@link simulateClose}.
   */
  simulateClose: Bound<typeof simulateClose>;
};

/** The actions behind {@link CurationActions}. */
export const CURATION_ACTIONS = {
  admitProducer,
  admitProducerAndWait,
  closeAudit,
  closeAuditAndWait,
  drawSeed,
  drawSeedAndWait,
  getAudit,
  getCurator,
  getProducer,
  prepareSeed,
  registerCurator,
  registerCuratorAndWait,
  sampleLot,
  selfCertify,
  selfCertifyAndWait,
  signAuditBallot,
  signCuratorKey,
  simulateClose,
} as const satisfies Record<keyof CurationActions, unknown>;
