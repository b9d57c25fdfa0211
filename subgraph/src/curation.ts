import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  Audit,
  AuditClose,
  AuditOpening,
  Curator,
  CuratorRegistration,
  Producer,
  ProducerAdmission,
  SeedDraw,
  SelfCertification,
} from "../generated/schema";
import {
  AuditClosed,
  AuditOpened,
  CuratorRegistered,
  LotSelfCertified,
  ProducerAdmitted,
  SeedDrawn,
} from "../generated/templates/Curation/Curation";
import { actor, agentActor } from "./helpers/actors";
import { countBallots, saveBallots } from "./helpers/ballots";
import { LOT_STATUSES } from "./helpers/enums";
import { bigEndianOf, eventId, lotKey, WORD_WIDTH } from "./helpers/ids";
import { loadLot } from "./helpers/lots";
import { stamp } from "./helpers/stamp";
import { currentStudio } from "./helpers/studios";

export function handleProducerAdmitted(event: ProducerAdmitted): void {
  const producer = loadProducer(event.address, event.params.producer);
  producer.quota = event.params.quota;
  if (producer.admittedAt === null) producer.admittedAt = event.block.timestamp;
  producer.save();

  const admission = new ProducerAdmission(eventId(event));
  stamp(admission, event);
  admission.producer = producer.id;
  admission.quota = event.params.quota;
  admission.save();
}

/** A producer of the studio; the registrar is one without ever being admitted. */
function loadProducer(curation: Bytes, account: Bytes): Producer {
  const id = curation.concat(account);
  const known = Producer.load(id);
  if (known) return known;
  const producer = new Producer(id);
  producer.studio = currentStudio();
  producer.curation = curation;
  producer.account = actor(account);
  producer.auditCount = 0;
  return producer;
}

export function handleCuratorRegistered(event: CuratorRegistered): void {
  const id = event.address.concat(bigEndianOf(event.params.index, WORD_WIDTH));
  const known = Curator.load(id);
  const curator = new Curator(id);
  curator.studio = currentStudio();
  curator.curation = event.address;
  curator.index = event.params.index;
  curator.account = event.params.agent ? agentActor(event.params.account) : actor(event.params.account);
  curator.key = event.params.key;
  curator.agent = event.params.agent;
  curator.tier = event.params.tier;
  curator.registeredAt = known ? known.registeredAt : event.block.timestamp;
  curator.ballotCount = known ? known.ballotCount : 0;
  curator.save();

  const registration = new CuratorRegistration(eventId(event));
  stamp(registration, event);
  registration.curator = id;
  registration.account = curator.account;
  registration.key = curator.key;
  registration.agent = curator.agent;
  registration.tier = curator.tier;
  registration.save();
}

export function handleAuditOpened(event: AuditOpened): void {
  const producer = loadProducer(event.address, event.params.producer);
  producer.auditCount += 1;
  producer.save();

  const audit = new Audit(lotKey(event.params.lotId));
  audit.lot = audit.id;
  audit.studio = producer.studio;
  audit.curation = event.address;
  audit.producer = producer.id;
  audit.seedBlock = event.params.seedBlock;
  audit.plan = event.params.plan;
  audit.openedAt = event.block.timestamp;
  audit.closeCount = 0;
  audit.save();
  attach(event.params.lotId, audit);

  const opening = new AuditOpening(eventId(event));
  stamp(opening, event);
  opening.audit = audit.id;
  opening.producer = producer.id;
  opening.seedBlock = audit.seedBlock;
  opening.plan = audit.plan;
  opening.save();
}

function attach(lotId: BigInt, audit: Audit): void {
  const lot = loadLot(lotId);
  lot.audit = audit.id;
  lot.save();
}

export function handleSeedDrawn(event: SeedDrawn): void {
  const audit = loadAudit(event.params.lotId);
  audit.seed = event.params.seed;
  audit.ballotDeadline = event.params.ballotDeadline;
  audit.expectedWeight = event.params.expectedWeight;
  audit.save();

  const draw = new SeedDraw(eventId(event));
  stamp(draw, event);
  draw.audit = audit.id;
  draw.seed = event.params.seed;
  draw.ballotDeadline = event.params.ballotDeadline;
  draw.expectedWeight = event.params.expectedWeight;
  draw.save();
}

function loadAudit(lotId: BigInt): Audit {
  return Audit.load(lotKey(lotId))!;
}

export function handleAuditClosed(event: AuditClosed): void {
  const audit = loadAudit(event.params.lotId);
  const close = new AuditClose(eventId(event));
  stamp(close, event);
  close.audit = audit.id;
  close.lot = audit.lot;
  close.relayer = event.params.relayer;
  close.charterVersion = event.params.charterVersion;
  close.weight = event.params.weight;
  close.humanBallots = event.params.humanBallots;
  close.covered = event.params.covered;
  close.bad = event.params.bad;
  close.status = LOT_STATUSES[event.params.status];
  close.releasableAt = event.params.releasableAt;
  close.packedBallots = event.params.ballots;
  close.ballotCount = countBallots(event.params.ballots);
  close.save();
  saveBallots(close, event.address);

  audit.closeCount += 1;
  audit.close = close.id;
  audit.save();
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
