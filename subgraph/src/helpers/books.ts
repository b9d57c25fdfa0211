import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { AuditTerms, CurationBooks, Epoch, Module, Studio } from "../../generated/schema";
import { bigEndianOf, POT_ID, WORD_WIDTH } from "./ids";

const NONE = BigInt.zero();

/** Seconds. */
const EPOCH = BigInt.fromI32(604_800);

/** What a studio's curation keeps. */
export function loadBooks(curation: Address): CurationBooks {
  const known = CurationBooks.load(curation);
  if (known) return known;
  const books = new CurationBooks(curation);
  books.studio = Module.load(curation)!.studio;
  books.curation = curation;
  books.curatorCount = 0;
  books.slateCount = 0;
  books.free = NONE;
  books.staked = NONE;
  books.pay = NONE;
  books.forfeited = NONE;
  books.save();
  return books;
}

/** Id of the pot that deposits, bonds, fees and pay are in. */
export function commonPot(curation: Bytes, token: Bytes): Bytes {
  return curation.concat(POT_ID).concat(token);
}

/** The terms of this version; version 0 are the defaults, which no event tells. */
export function loadTerms(curation: Address, version: i32): AuditTerms {
  const id = curation.concat(bigEndianOf(version, WORD_WIDTH));
  const known = AuditTerms.load(id);
  if (known) return known;
  const terms = new AuditTerms(id);
  terms.books = loadBooks(curation).id;
  terms.version = version;
  terms.bond = NONE;
  terms.fee = NONE;
  terms.challengeBond = NONE;
  terms.seedDelay = 32;
  terms.ballotWindow = 86_400;
  terms.timeOut = 604_800;
  terms.challengeWindow = 86_400;
  terms.quorum = 600_000;
  terms.coverage = 400_000;
  terms.panel = 16;
  terms.minHumanBallots = 0;
  terms.normalSize = 256;
  terms.normalAcceptance = 2;
  terms.tightenedSize = 256;
  terms.tightenedAcceptance = 0;
  terms.reducedSize = 64;
  terms.reducedAcceptance = 0;
  terms.openDoor = false;
  terms.agentsJudge = false;
  if (version == 0) terms.save();
  return terms;
}

/** An epoch of a studio; a new one is not saved. */
export function loadEpoch(curation: Bytes, number: i32): Epoch {
  const id = curation.concat(bigEndianOf(number, WORD_WIDTH));
  const known = Epoch.load(id);
  if (known) return known;
  const epoch = new Epoch(id);
  epoch.books = curation;
  epoch.number = number;
  epoch.standing = NONE;
  epoch.curators = 0;
  epoch.points = NONE;
  epoch.canaryPoints = NONE;
  epoch.closed = false;
  epoch.claimed = NONE;
  return epoch;
}

/** Number of the studio's epoch at this second. */
export function epochAt(books: CurationBooks, time: BigInt): i32 {
  return time.minus(Studio.load(books.studio)!.createdAt).div(EPOCH).toI32();
}
