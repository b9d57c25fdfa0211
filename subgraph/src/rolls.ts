import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  Actor,
  AuditTerms,
  AuditTokenChoice,
  Curator,
  CuratorReadmission,
  CuratorRegistration,
  CuratorStrikeOff,
  Deposit,
  DepositPayment,
  DepositWithdrawal,
  MandatesFollowing,
  ProducerAdmission,
  ProducerBinding,
  ProducerLevelChange,
  SaltChainChange,
  SaltReveal,
  SeedBlockChange,
  StandingChange,
  TermsChange,
} from "../generated/schema";
import {
  AuditTokenSet,
  CuratorReadmitted,
  CuratorRegistered,
  CuratorStruckOff,
  Deposited,
  DepositWithdrawn,
  MandatesFollowed,
  ProducerAdmitted,
  ProducerBound,
  ProducerLevelSet,
  SaltChainSet,
  SaltRevealed,
  SeedBlockSet,
  StandingSet,
  TermsSet,
} from "../generated/templates/Curation/Curation";
import { actor, agentActor } from "./helpers/actors";
import { loadAudit } from "./helpers/audits";
import { commonPot, loadBooks, loadTerms } from "./helpers/books";
import { curatorKey, loadCurator, loadProducer } from "./helpers/curators";
import { changePay, depositOf, forfeit, payIn, payOut } from "./helpers/deposits";
import { setStanding } from "./helpers/electorate";
import { PRODUCER_LEVELS } from "./helpers/enums";
import { eventId, nullable } from "./helpers/ids";
import { loadToken } from "./helpers/money";
import { stamp } from "./helpers/stamp";

const NONE = BigInt.zero();
const NEXT = BigInt.fromI32(1);
const OPEN_DOOR = 1;
const AGENTS_JUDGE = 2;

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

/** Who is no agent any more has no quota, as after a dismissal. */
export function handleProducerBound(event: ProducerBound): void {
  const account = event.params.producer;
  const bound = event.params.bound;
  const producer = loadProducer(event.address, account);
  producer.bound = bound;
  if (!bound) producer.quota = NONE;
  producer.save();
  if (bound) agentActor(account);
  bindCurator(event.address, account, bound);

  const binding = new ProducerBinding(eventId(event));
  stamp(binding, event);
  binding.producer = producer.id;
  binding.bound = bound;
  binding.save();
}

/** As a curator of the same gate, if it is one, it is an agent too. */
function bindCurator(curation: Bytes, account: Bytes, bound: bool): void {
  const curators = new Actor(account).curators.load();
  for (let i = 0; i < curators.length; i++) {
    if (curators[i].curation != curation) continue;
    curators[i].agent = bound;
    curators[i].save();
  }
}

export function handleMandatesFollowed(event: MandatesFollowed): void {
  const books = loadBooks(event.address);
  books.followedMandates = nullable(event.params.mandates);
  books.save();

  const following = new MandatesFollowing(eventId(event));
  stamp(following, event);
  following.books = books.id;
  following.mandates = books.followedMandates;
  following.save();
}

export function handleProducerLevelSet(event: ProducerLevelSet): void {
  const producer = loadProducer(event.address, event.params.producer);
  producer.level = PRODUCER_LEVELS[event.params.level];
  producer.save();

  const change = new ProducerLevelChange(eventId(event));
  stamp(change, event);
  change.producer = producer.id;
  change.level = producer.level;
  change.save();
}

export function handleCuratorRegistered(event: CuratorRegistered): void {
  const id = curatorKey(event.address, event.params.index);
  const known = Curator.load(id);
  const curator = known ? known : newCurator(event);
  curator.account = event.params.agent ? agentActor(event.params.account) : actor(event.params.account);
  curator.key = event.params.key;
  curator.agent = event.params.agent;
  curator.save();

  const registration = new CuratorRegistration(eventId(event));
  stamp(registration, event);
  registration.curator = id;
  registration.account = curator.account;
  registration.key = curator.key;
  registration.agent = curator.agent;
  registration.save();
}

function newCurator(event: CuratorRegistered): Curator {
  const books = loadBooks(event.address);
  books.curatorCount += 1;
  books.save();

  const curator = new Curator(curatorKey(event.address, event.params.index));
  curator.studio = books.studio;
  curator.curation = event.address;
  curator.index = event.params.index;
  curator.struckOff = false;
  curator.standing = 0;
  curator.registeredAt = event.block.timestamp;
  curator.ballotCount = 0;
  curator.scoreCount = 0;
  curator.hits = NONE;
  curator.misses = NONE;
  curator.falseAlarms = NONE;
  curator.points = NONE;
  curator.canaryPoints = NONE;
  curator.payEarned = NONE;
  curator.payClaimed = NONE;
  curator.payForfeited = NONE;
  curator.pay = NONE;
  return curator;
}

export function handleStandingSet(event: StandingSet): void {
  const curator = loadCurator(event.address, event.params.index);
  setStanding(curator, event.params.epoch, event.params.standing, event.block.timestamp);
  curator.standing = event.params.standing;
  curator.standingEpoch = event.params.epoch;
  curator.save();

  const change = new StandingChange(eventId(event));
  stamp(change, event);
  change.curator = curator.id;
  change.epoch = event.params.epoch;
  change.standing = event.params.standing;
  change.save();
}

export function handleCuratorStruckOff(event: CuratorStruckOff): void {
  const curator = loadCurator(event.address, event.params.index);
  curator.struckOff = true;
  curator.payForfeited = curator.payForfeited.plus(event.params.forfeited);
  curator.pay = curator.pay.minus(event.params.forfeited);
  curator.save();
  changePay(event.address, event.params.forfeited.neg());
  forfeit(event.address, event.params.forfeited);

  const strike = new CuratorStrikeOff(eventId(event));
  stamp(strike, event);
  strike.curator = curator.id;
  strike.subject = event.params.subject;
  strike.forfeited = event.params.forfeited;
  strike.save();
}

export function handleCuratorReadmitted(event: CuratorReadmitted): void {
  const curator = loadCurator(event.address, event.params.index);
  curator.struckOff = false;
  curator.save();

  const readmission = new CuratorReadmission(eventId(event));
  stamp(readmission, event);
  readmission.curator = curator.id;
  readmission.save();
}

export function handleAuditTokenSet(event: AuditTokenSet): void {
  const token = loadToken(event.params.token);
  token.save();
  const books = loadBooks(event.address);
  books.auditToken = token.id;
  books.pot = commonPot(event.address, token.id);
  books.save();

  const choice = new AuditTokenChoice(eventId(event));
  stamp(choice, event);
  choice.books = books.id;
  choice.token = token.id;
  choice.save();
}

export function handleTermsSet(event: TermsSet): void {
  const terms = loadTerms(event.address, event.params.version);
  fillIn(terms, event);
  terms.save();
  const books = loadBooks(event.address);
  books.terms = terms.id;
  books.save();

  const change = new TermsChange(eventId(event));
  stamp(change, event);
  change.books = books.id;
  change.terms = terms.id;
  change.save();
}

function fillIn(terms: AuditTerms, event: TermsSet): void {
  const set = event.params.terms;
  terms.bond = set.bond;
  terms.fee = set.fee;
  terms.challengeBond = set.challengeBond;
  terms.seedDelay = set.seedDelay;
  terms.ballotWindow = set.ballotWindow;
  terms.timeOut = set.timeOut;
  terms.challengeWindow = set.challengeWindow;
  terms.quorum = set.quorum;
  terms.coverage = set.coverage;
  terms.panel = set.panel;
  terms.minHumanBallots = set.minHumanBallots;
  terms.normalSize = set.normalSize;
  terms.normalAcceptance = set.normalAcceptance;
  terms.tightenedSize = set.tightenedSize;
  terms.tightenedAcceptance = set.tightenedAcceptance;
  terms.reducedSize = set.reducedSize;
  terms.reducedAcceptance = set.reducedAcceptance;
  terms.openDoor = (set.flags & OPEN_DOOR) != 0;
  terms.agentsJudge = (set.flags & AGENTS_JUDGE) != 0;
}

export function handleDeposited(event: Deposited): void {
  const id = depositOf(event.address, event.params.account);
  payIn(id, event.params.amount);

  const payment = new DepositPayment(eventId(event));
  stamp(payment, event);
  payment.deposit = id;
  payment.account = Deposit.load(id)!.account;
  payment.amount = event.params.amount;
  payment.save();
}

export function handleDepositWithdrawn(event: DepositWithdrawn): void {
  const id = depositOf(event.address, event.params.account);
  payOut(id, event.params.amount);

  const withdrawal = new DepositWithdrawal(eventId(event));
  stamp(withdrawal, event);
  withdrawal.deposit = id;
  withdrawal.account = Deposit.load(id)!.account;
  withdrawal.amount = event.params.amount;
  withdrawal.save();
}

export function handleSaltChainSet(event: SaltChainSet): void {
  const books = loadBooks(event.address);
  books.saltAnchor = event.params.anchor;
  books.saltFirstSpan = event.params.firstSpan;
  books.saltNextSpan = event.params.firstSpan;
  books.saltLink = event.params.anchor;
  books.save();

  const change = new SaltChainChange(eventId(event));
  stamp(change, event);
  change.books = books.id;
  change.anchor = event.params.anchor;
  change.firstSpan = event.params.firstSpan;
  change.save();
}

/** Links that were passed over may be revealed later. */
export function handleSaltRevealed(event: SaltRevealed): void {
  const books = loadBooks(event.address);
  if (event.params.span.ge(books.saltNextSpan!)) {
    books.saltNextSpan = event.params.span.plus(NEXT);
    books.saltLink = event.params.link;
    books.save();
  }

  const reveal = new SaltReveal(eventId(event));
  stamp(reveal, event);
  reveal.books = books.id;
  reveal.span = event.params.span;
  reveal.link = event.params.link;
  reveal.save();
}

export function handleSeedBlockSet(event: SeedBlockSet): void {
  const audit = loadAudit(event.params.lotId, event.params.round);
  audit.seedBlock = event.params.seedBlock;
  audit.save();

  const change = new SeedBlockChange(eventId(event));
  stamp(change, event);
  change.audit = audit.id;
  change.lot = audit.lot;
  change.seedBlock = event.params.seedBlock;
  change.save();
}
