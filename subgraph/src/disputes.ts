import { BigInt } from "@graphprotocol/graph-ts";
import {
  AdjudicatorPay,
  AdjudicatorPayment,
  AssetVeto,
  Audit,
  AuditTerms,
  Challenge,
  ChallengeJudgment,
  ChallengeResolution,
  Curator,
  Dispute,
  DuplicateProof,
  Lot,
  LotChallenge,
  LotSuspension,
  PanelCall,
  PanelDraw,
  Producer,
  Veto,
  VetoAppeal,
  VetoConfirmation,
  VetoLift,
} from "../generated/schema";
import {
  AdjudicatorsPaid,
  AssetsVetoed,
  ChallengeJudged,
  ChallengeResolved,
  DuplicateProved,
  LotChallenged,
  LotSuspended,
  PanelCalled,
  PanelDrawn,
  VetoAppealed,
  VetoConfirmed,
  VetoLifted,
} from "../generated/templates/Curation/Curation";
import { actor } from "./helpers/actors";
import { presentAudit } from "./helpers/audits";
import { readBallots, saveAdjudicationBallots } from "./helpers/ballots";
import { challengeKey, countAll, decide, emptyWords, loadChallenge, loadDispute } from "./helpers/challenges";
import { changePay, depositOf, gain, spendFree, spendStake, stake, unstake } from "./helpers/deposits";
import { assetKey, bigEndianOf, eventId, lotKey, WORD_WIDTH } from "./helpers/ids";
import { lotOf } from "./helpers/lots";
import { Panel } from "./helpers/panels";
import { readPays } from "./helpers/scores";
import { stamp } from "./helpers/stamp";
import { changeVeto, loadVeto } from "./helpers/vetoes";

export function handleLotChallenged(event: LotChallenged): void {
  const lot = lotKey(event.params.lotId);
  const masks = event.params.masks;
  const dispute = loadDispute(lot);
  dispute.challengeCount += 1;
  dispute.openCount += 1;
  dispute.challengedCount += countAll(masks);
  dispute.save();

  const challenge = new Challenge(challengeKey(event.params.lotId, event.params.id));
  challenge.dispute = dispute.id;
  challenge.lot = lot;
  challenge.number = event.params.id;
  challenge.challenger = actor(event.params.challenger);
  challenge.deposit = depositOf(event.address, event.params.challenger);
  challenge.wholeLot = masks.length == 0;
  challenge.suspended = false;
  challenge.evidence = event.params.evidence;
  challenge.firstWord = event.params.firstWord;
  challenge.masks = masks;
  challenge.open = masks;
  challenge.upheld = emptyWords(masks.length);
  challenge.cleared = emptyWords(masks.length);
  challenge.challengedCount = countAll(masks);
  challenge.upheldCount = 0;
  challenge.clearedCount = 0;
  challenge.bond = event.params.bond;
  challenge.fee = event.params.fee;
  challenge.challengedAt = event.block.timestamp;
  challenge.resolved = false;
  challenge.returned = BigInt.zero();
  challenge.reward = BigInt.zero();
  challenge.lost = BigInt.zero();
  challenge.paid = BigInt.zero();
  challenge.save();
  stake(challenge.deposit, event.params.bond.plus(event.params.fee));

  const entity = new LotChallenge(eventId(event));
  stamp(entity, event);
  entity.challenge = challenge.id;
  entity.lot = lot;
  entity.challenger = challenge.challenger;
  entity.firstWord = challenge.firstWord;
  entity.masks = masks;
  entity.evidence = challenge.evidence;
  entity.bond = challenge.bond;
  entity.fee = challenge.fee;
  entity.save();
}

export function handleLotSuspended(event: LotSuspended): void {
  const challenge = loadChallenge(event.params.lotId, event.params.id);
  challenge.suspended = true;
  challenge.save();

  const dispute = loadDispute(challenge.lot);
  dispute.suspender = challenge.id;
  dispute.save();

  const suspension = new LotSuspension(eventId(event));
  stamp(suspension, event);
  suspension.lot = challenge.lot;
  suspension.challenge = challenge.id;
  suspension.save();
}

export function handleDuplicateProved(event: DuplicateProved): void {
  const proof = new DuplicateProof(eventId(event));
  stamp(proof, event);
  proof.copy = assetKey(event.params.copy);
  proof.original = assetKey(event.params.original);
  proof.copyLot = lotOf(proof.copy);
  proof.originalLot = lotOf(proof.original);
  proof.prover = actor(event.params.prover);
  proof.reward = event.params.reward;
  proof.save();

  spendFree(depositOf(event.address, Lot.load(proof.copyLot)!.producer), event.params.reward);
  gain(depositOf(event.address, event.params.prover), event.params.reward);
}

export function handlePanelCalled(event: PanelCalled): void {
  const dispute = loadDispute(lotKey(event.params.lotId));
  dispute.seedBlock = event.params.seedBlock;
  dispute.epoch = event.params.epoch;
  dispute.seed = null;
  dispute.ballotDeadline = null;
  dispute.save();

  const call = new PanelCall(eventId(event));
  stamp(call, event);
  call.dispute = dispute.id;
  call.lot = dispute.lot;
  call.seedBlock = event.params.seedBlock;
  call.epoch = event.params.epoch;
  call.save();
}

export function handlePanelDrawn(event: PanelDrawn): void {
  const dispute = loadDispute(lotKey(event.params.lotId));
  dispute.seed = event.params.seed;
  dispute.ballotDeadline = event.params.ballotDeadline;
  dispute.save();

  const draw = new PanelDraw(eventId(event));
  stamp(draw, event);
  draw.dispute = dispute.id;
  draw.lot = dispute.lot;
  draw.seed = event.params.seed;
  draw.ballotDeadline = event.params.ballotDeadline;
  draw.save();
}

export function handleChallengeJudged(event: ChallengeJudged): void {
  const challenge = loadChallenge(event.params.lotId, event.params.id);
  decide(challenge, event.params.firstWord, event.params.decided, event.params.upheld);
  challenge.save();

  const ballots = readBallots(event.params.ballots, 2 * event.params.decided.length);
  const judgment = new ChallengeJudgment(eventId(event));
  stamp(judgment, event);
  judgment.challenge = challenge.id;
  judgment.lot = challenge.lot;
  judgment.relayer = event.params.relayer;
  judgment.charterVersion = event.params.charterVersion;
  judgment.firstWord = event.params.firstWord;
  judgment.decided = event.params.decided;
  judgment.upheld = event.params.upheld;
  judgment.ballotCount = ballots.length;
  judgment.packedBallots = event.params.ballots;
  judgment.save();
  saveAdjudicationBallots(judgment, ballots, panelOf(event, Dispute.load(challenge.lot)!));
}

/** A panel on challenges is never widened. */
function panelOf(event: ChallengeJudged, dispute: Dispute): Panel {
  const terms = AuditTerms.load(presentAudit(event.params.lotId).terms)!;
  return new Panel(event.address, dispute.seed!, dispute.epoch, terms.panel);
}

export function handleChallengeResolved(event: ChallengeResolved): void {
  const challenge = loadChallenge(event.params.lotId, event.params.id);
  const over = event.params.undecided.isZero();
  if (over && !challenge.resolved) closeChallenge(challenge);
  if (over) challenge.resolvedAt = event.block.timestamp;
  challenge.resolved = over;
  challenge.returned = challenge.returned.plus(event.params.returned);
  challenge.reward = challenge.reward.plus(event.params.reward);
  challenge.lost = challenge.lost.plus(event.params.lost);
  challenge.save();
  payChallenger(challenge, event);

  const resolution = new ChallengeResolution(eventId(event));
  stamp(resolution, event);
  resolution.challenge = challenge.id;
  resolution.lot = challenge.lot;
  resolution.returned = event.params.returned;
  resolution.reward = event.params.reward;
  resolution.lost = event.params.lost;
  resolution.undecidedCount = event.params.undecided.toI32();
  resolution.save();
}

function closeChallenge(challenge: Challenge): void {
  const dispute = loadDispute(challenge.lot);
  dispute.openCount -= 1;
  dispute.save();
}

/** The reward is from the producer's bond; what the challenger loses is the producer's. */
function payChallenger(challenge: Challenge, event: ChallengeResolved): void {
  const producer = Producer.load(presentAudit(event.params.lotId).producer)!;
  unstake(challenge.deposit, event.params.returned);
  spendStake(challenge.deposit, event.params.lost);
  gain(challenge.deposit, event.params.reward);
  spendStake(producer.deposit, event.params.reward);
  gain(producer.deposit, event.params.lost);
}

export function handleAdjudicatorsPaid(event: AdjudicatorsPaid): void {
  const challenge = loadChallenge(event.params.lotId, event.params.id);
  const payment = new AdjudicatorPayment(eventId(event));
  stamp(payment, event);
  payment.challenge = challenge.id;
  payment.lot = challenge.lot;
  payment.amount = savePays(event, payment);
  payment.save();

  challenge.paid = challenge.paid.plus(payment.amount);
  challenge.save();
  spendStake(challenge.deposit, payment.amount);
  changePay(event.address, payment.amount);
}

function savePays(event: AdjudicatorsPaid, payment: AdjudicatorPayment): BigInt {
  const lines = readPays(event.params.pays);
  let sum = BigInt.zero();
  for (let i = 0; i < lines.length; i++) {
    const curator = Curator.load(event.address.concat(lines[i].index))!;
    curator.payEarned = curator.payEarned.plus(lines[i].amount);
    curator.pay = curator.pay.plus(lines[i].amount);
    curator.save();

    const pay = new AdjudicatorPay(payment.id.concat(bigEndianOf(i, WORD_WIDTH)));
    pay.payment = payment.id;
    pay.challenge = payment.challenge;
    pay.curator = curator.id;
    pay.position = i;
    pay.amount = lines[i].amount;
    pay.save();
    sum = sum.plus(pay.amount);
  }
  return sum;
}

export function handleAssetsVetoed(event: AssetsVetoed): void {
  const veto = new Veto(lotKey(event.params.lotId).concat(bigEndianOf(event.params.word, WORD_WIDTH)));
  veto.lot = lotKey(event.params.lotId);
  veto.word = event.params.word;
  veto.mask = event.params.mask;
  veto.by = actor(event.params.by);
  veto.reasonCode = event.params.reasonCode;
  veto.evidence = event.params.evidence;
  veto.until = event.params.until;
  veto.confirmed = false;
  veto.appealed = false;
  veto.vetoedAt = event.block.timestamp;
  veto.save();

  const entity = new AssetVeto(eventId(event));
  stamp(entity, event);
  entity.veto = veto.id;
  entity.lot = veto.lot;
  entity.word = veto.word;
  entity.by = veto.by;
  entity.mask = event.params.mask;
  entity.reasonCode = event.params.reasonCode;
  entity.evidence = event.params.evidence;
  entity.until = event.params.until;
  entity.save();
}

export function handleVetoAppealed(event: VetoAppealed): void {
  const veto = loadVeto(event.params.lotId, event.params.word);
  veto.appealed = true;
  veto.until = event.params.until;
  veto.save();

  const appeal = new VetoAppeal(eventId(event));
  stamp(appeal, event);
  appeal.veto = veto.id;
  appeal.lot = veto.lot;
  appeal.by = actor(event.params.by);
  appeal.evidence = event.params.evidence;
  appeal.until = event.params.until;
  appeal.save();
}

export function handleVetoConfirmed(event: VetoConfirmed): void {
  const veto = loadVeto(event.params.lotId, event.params.word);
  veto.confirmed = true;
  veto.save();

  const confirmation = new VetoConfirmation(eventId(event));
  stamp(confirmation, event);
  confirmation.veto = veto.id;
  confirmation.lot = veto.lot;
  confirmation.save();
}

export function handleVetoLifted(event: VetoLifted): void {
  const veto = loadVeto(event.params.lotId, event.params.word);
  changeVeto(veto, event.params.mask);
  veto.save();

  const lift = new VetoLift(eventId(event));
  stamp(lift, event);
  lift.veto = veto.id;
  lift.lot = veto.lot;
  lift.by = actor(event.params.by);
  lift.mask = event.params.mask;
  lift.save();
}
