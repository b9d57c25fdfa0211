import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { BoardSeat, EthicsBoard, EthicsClaim, Review } from "../../generated/schema";
import { bigEndian, bigEndianOf, WORD256_WIDTH } from "./ids";

/** Vetoes in 90 days, until votes say otherwise. */
const VETO_LIMIT = 4;

const MAX_SEATS = 9;

/** A board as its own events have not described it yet. */
export function openBoard(studio: Bytes, address: Bytes): void {
  const board = new EthicsBoard(address);
  board.studio = studio;
  board.module = address;
  board.vetoLimit = VETO_LIMIT;
  board.vetoCount = 0;
  board.chamberVetoCount = 0;
  board.claimBond = BigInt.zero();
  board.reviewCount = 0;
  board.enactedCount = 0;
  board.claimCount = 0;
  board.openClaimCount = 0;
  board.lapsedClaimCount = 0;
  board.rewardedRaw = BigInt.zero();
  board.save();
}

/** The board that logs: the factory's handler made it. */
export function loadBoard(address: Bytes): EthicsBoard {
  return EthicsBoard.load(address)!;
}

/** A seat of the board, whether or not anybody ever sat on it; a new one is not saved. */
export function loadSeat(board: Bytes, number: i32): BoardSeat {
  const id = board.concat(bigEndianOf(number, 1));
  const known = BoardSeat.load(id);
  if (known) return known;
  const seat = new BoardSeat(id);
  seat.board = board;
  seat.number = number;
  seat.cohort = number % 2 == 1 ? 1 : 2;
  return seat;
}

/** Id of a review or of a claim. */
export function bookKey(board: Bytes, number: BigInt): Bytes {
  return board.concat(bigEndian(number, WORD256_WIDTH));
}

/** A review that was opened before. */
export function loadReview(board: Bytes, reviewId: BigInt): Review {
  return Review.load(bookKey(board, reviewId))!;
}

/** A claim that was filed before. */
export function loadClaim(board: Bytes, claimId: BigInt): EthicsClaim {
  return EthicsClaim.load(bookKey(board, claimId))!;
}

/** The seats whose bit is set: bit n is seat n. */
export function seatsOf(mask: i32): i32[] {
  const seats: i32[] = [];
  for (let seat = 1; seat <= MAX_SEATS; seat++) if ((mask >> seat) & 1) seats.push(seat);
  return seats;
}
