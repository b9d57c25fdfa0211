import {
  Audit,
  AuditClose,
  AuditOpening,
  BallotCast as CastEntity,
  Challenge,
  Dispute,
  SeedDraw,
  SelfCertification,
} from "../generated/schema";
import {
  AuditClosed,
  AuditOpened,
  BallotCast,
  LotSelfCertified,
  SeedDrawn,
} from "../generated/templates/Curation/Curation";
import { actor } from "./helpers/actors";
import { drawSamples, judgeSamples, presentAudit, setPlan } from "./helpers/audits";
import { readBallots, saveBallots } from "./helpers/ballots";
import { loadTerms } from "./helpers/books";
import { curatorKey, loadProducer } from "./helpers/curators";
import { stake } from "./helpers/deposits";
import { LOT_STATUSES } from "./helpers/enums";
import { auditKey, eventId, lotKey } from "./helpers/ids";
import { loadLot } from "./helpers/lots";
import { stamp } from "./helpers/stamp";

/** Words of a ballot on a sample: ok, defect. */
const SAMPLE_WORDS = 2;

export function handleAuditOpened(event: AuditOpened): void {
  const audit = newAudit(event);
  if (audit.round == 0) stakeForCommit(audit);
  else payBySuspender(audit);
  audit.save();

  const lot = loadLot(event.params.lotId);
  lot.audit = audit.id;
  lot.save();

  const opening = new AuditOpening(eventId(event));
  stamp(opening, event);
  opening.audit = audit.id;
  opening.lot = audit.lot;
  opening.producer = audit.producer;
  opening.round = audit.round;
  opening.seedBlock = audit.seedBlock;
  opening.plan = audit.plan;
  opening.terms = audit.terms;
  opening.epoch = audit.epoch;
  opening.excluded = audit.excluded;
  opening.save();
}

function newAudit(event: AuditOpened): Audit {
  const lot = loadLot(event.params.lotId);
  const producer = loadProducer(event.address, event.params.producer);
  if (event.params.round == 0) producer.auditCount += 1;
  producer.save();

  const terms = loadTerms(event.address, event.params.terms);
  const audit = new Audit(auditKey(lot.id, event.params.round));
  audit.lot = lot.id;
  audit.studio = producer.studio;
  audit.curation = event.address;
  audit.producer = producer.id;
  audit.round = event.params.round;
  audit.seedBlock = event.params.seedBlock;
  audit.plan = event.params.plan;
  audit.terms = terms.id;
  audit.epoch = event.params.epoch;
  audit.excluded = event.params.excluded == 0 ? null : curatorKey(event.address, event.params.excluded);
  setPlan(audit, terms, lot.count);
  audit.openedAt = event.block.timestamp;
  audit.inboxCount = 0;
  audit.closeCount = 0;
  audit.bond = terms.bond;
  audit.fee = terms.fee;
  audit.feePayer = producer.deposit;
  return audit;
}

function stakeForCommit(audit: Audit): void {
  stake(audit.feePayer, audit.bond.plus(audit.fee));
}

/** The challenge that suspended the lot has brought the fee; the bond of the commit stays where it is. */
function payBySuspender(audit: Audit): void {
  const first = Audit.load(auditKey(audit.lot, 0))!;
  audit.bond = first.bond;
  const suspender = Dispute.load(audit.lot)!.suspender;
  if (suspender) audit.feePayer = Challenge.load(suspender)!.deposit;
}

export function handleSeedDrawn(event: SeedDrawn): void {
  const audit = presentAudit(event.params.lotId);
  audit.seed = event.params.seed;
  audit.ballotDeadline = event.params.ballotDeadline;
  audit.save();
  drawSamples(audit, event.params.seed, loadLot(event.params.lotId).count);

  const draw = new SeedDraw(eventId(event));
  stamp(draw, event);
  draw.audit = audit.id;
  draw.lot = audit.lot;
  draw.seed = event.params.seed;
  draw.ballotDeadline = event.params.ballotDeadline;
  draw.save();
}

export function handleBallotCast(event: BallotCast): void {
  const audit = presentAudit(event.params.lotId);
  if (!event.params.practice) {
    audit.inboxCharterVersion = event.params.charterVersion;
    audit.inboxCount += 1;
    audit.save();
  }

  const cast = new CastEntity(eventId(event));
  stamp(cast, event);
  cast.audit = audit.id;
  cast.lot = audit.lot;
  cast.curator = curatorKey(event.address, event.params.index);
  cast.charterVersion = event.params.charterVersion;
  cast.practice = event.params.practice;
  const wire = readBallots(event.params.ballot, SAMPLE_WORDS)[0];
  cast.r = wire.r;
  cast.vs = wire.vs;
  cast.ok = wire.word(0);
  cast.defect = wire.word(1);
  cast.packedBallot = event.params.ballot;
  cast.save();
}

export function handleAuditClosed(event: AuditClosed): void {
  const audit = presentAudit(event.params.lotId);
  const ballots = readBallots(event.params.ballots, SAMPLE_WORDS);
  const close = newClose(event, audit);
  close.ballotCount = ballots.length;
  close.save();
  saveBallots(close, ballots, event.address);
  judgeSamples(audit, event.params.covered, event.params.bad);

  audit.closeCount += 1;
  audit.close = close.id;
  audit.expectedWeight = event.params.expectedWeight;
  audit.save();
}

function newClose(event: AuditClosed, audit: Audit): AuditClose {
  const close = new AuditClose(eventId(event));
  stamp(close, event);
  close.audit = audit.id;
  close.lot = audit.lot;
  close.relayer = event.params.relayer;
  close.charterVersion = event.params.charterVersion;
  close.expectedWeight = event.params.expectedWeight;
  close.weight = event.params.weight;
  close.humanBallots = event.params.humanBallots;
  close.widening = event.params.widening;
  close.covered = event.params.covered;
  close.bad = event.params.bad;
  close.weights = event.params.weights;
  close.status = LOT_STATUSES[event.params.status];
  close.releasableAt = event.params.releasableAt;
  close.packedBallots = event.params.ballots;
  return close;
}

export function handleLotSelfCertified(event: LotSelfCertified): void {
  const certification = new SelfCertification(eventId(event));
  stamp(certification, event);
  certification.lot = lotKey(event.params.lotId);
  certification.by = actor(event.params.by);
  certification.save();

  const lot = loadLot(event.params.lotId);
  lot.selfCertification = certification.id;
  lot.save();
}
