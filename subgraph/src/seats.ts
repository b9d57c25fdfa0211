import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { BoardSeat, Candidacy, Candidate, SeatTerm, SeatVacancy } from "../generated/schema";
import {
  CandidateStood,
  FirstSeatsGranted,
  SeatGranted,
  SeatVacated,
} from "../generated/templates/EthicsBoard/EthicsBoard";
import { actor } from "./helpers/actors";
import { loadSeat } from "./helpers/boards";
import { bigEndianOf, eventId, nonZero } from "./helpers/ids";
import { stamp } from "./helpers/stamp";

/** Seconds for which a candidacy counts. */
const CANDIDACY = BigInt.fromI32(7_776_000);

export function handleCandidateStood(event: CandidateStood): void {
  const account = actor(event.params.candidate);
  const until = event.block.timestamp.plus(CANDIDACY);
  const candidacy = new Candidacy(eventId(event));
  stamp(candidacy, event);
  candidacy.board = event.address;
  candidacy.account = account;
  candidacy.statement = event.params.statement;
  candidacy.until = until;
  candidacy.save();

  const candidate = new Candidate(event.address.concat(account));
  candidate.board = event.address;
  candidate.account = account;
  candidate.candidacy = candidacy.id;
  candidate.until = until;
  candidate.save();
}

/** Seat n is the n-th holder's. */
export function handleFirstSeatsGranted(event: FirstSeatsGranted): void {
  const holders = event.params.holders;
  for (let i = 0; i < holders.length; i++) {
    const seat = loadSeat(event.address, i + 1);
    const termEnd = seat.number % 2 == 1 ? event.params.oddTermEnd : event.params.evenTermEnd;
    beginTerm(event, seat, holders[i], termEnd);
  }
}

export function handleSeatGranted(event: SeatGranted): void {
  const seat = loadSeat(event.address, event.params.seat);
  beginTerm(event, seat, event.params.holder, event.params.termEnd);
}

/** Who is elected again before the end of the term goes on voting on reviews opened since the first one. */
function beginTerm(event: ethereum.Event, seat: BoardSeat, account: Bytes, termEnd: BigInt): void {
  const holder = actor(account);
  const continues = sitsOn(seat, holder, event.block.timestamp);

  const term = new SeatTerm(eventId(event).concat(bigEndianOf(seat.number, 1)));
  stamp(term, event);
  term.board = event.address;
  term.seat = seat.id;
  term.holder = holder;
  term.since = continues ? seat.since! : event.block.timestamp;
  term.termEnd = termEnd;
  term.continues = continues ? seat.term : null;
  term.candidacy = elect(event.address.concat(holder), event.block.timestamp);
  term.save();

  seat.holder = holder;
  seat.since = term.since;
  seat.termEnd = termEnd;
  seat.term = term.id;
  seat.save();
}

/** Uses up a candidacy that counts now; null: there is none. */
function elect(id: Bytes, now: BigInt): Bytes | null {
  const candidate = Candidate.load(id);
  if (!candidate) return null;
  const until = candidate.until;
  candidate.until = null;
  candidate.save();
  return until && until.gt(now) ? candidate.candidacy : null;
}

function sitsOn(seat: BoardSeat, holder: Bytes, now: BigInt): boolean {
  const present = seat.holder;
  return present !== null && present.equals(holder) && seat.termEnd!.gt(now);
}

export function handleSeatVacated(event: SeatVacated): void {
  const seat = loadSeat(event.address, event.params.seat);
  const vacancy = new SeatVacancy(eventId(event));
  stamp(vacancy, event);
  vacancy.board = event.address;
  vacancy.seat = seat.id;
  vacancy.term = seat.term!;
  vacancy.holder = actor(event.params.holder);
  vacancy.evidence = nonZero(event.params.evidence);
  vacancy.save();

  seat.holder = null;
  seat.since = null;
  seat.termEnd = null;
  seat.term = null;
  seat.save();
}
