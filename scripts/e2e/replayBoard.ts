import {
  ethicsBoardBondReturnedEvent,
  ethicsBoardClaimAnsweredEvent,
  ethicsBoardClaimFiledEvent,
  ethicsBoardFirstSeatsGrantedEvent,
  ethicsBoardSeatGrantedEvent,
  ethicsBoardSeatVacatedEvent,
} from "@imprimatur/sdk/abi";
import { fetchLogs } from "@imprimatur/sdk/logs";
import { type Address, type Client, type Hex, numberToHex } from "viem";
import { idOf } from "./replay.ts";

const FINDINGS = [null, "Upheld", "Mistaken", "Abusive"];

/** Who holds the seats of a board until when, by the logs. */
export async function readSeats(client: Client, board: Address): Promise<Record<string, unknown>> {
  const events = [ethicsBoardFirstSeatsGrantedEvent, ethicsBoardSeatGrantedEvent, ethicsBoardSeatVacatedEvent] as const;
  const seats: Record<string, unknown> = {};
  const seat = (number: number, holder: Address | null, termEnd: number | null): void => {
    const id = idOf(board, numberToHex(number, { size: 1 }));
    seats[id] = { holder: holder === null ? null : { id: holder }, termEnd };
  };
  for (const { eventName, args } of await fetchLogs(client, { address: board, events, fromBlock: 0n })) {
    if (eventName === "SeatGranted") seat(args.seat, args.holder, args.termEnd);
    else if (eventName === "SeatVacated") seat(args.seat, null, null);
    else args.holders.forEach((holder, i) => seat(i + 1, holder, i % 2 === 0 ? args.oddTermEnd : args.evenTermEnd));
  }
  return seats;
}

interface Claim {
  claimant: { id: Address };
  subject: bigint;
  bond: bigint;
  finding: string | null;
  review: { reviewId: bigint } | null;
  bondReturn: { to: { id: Address } } | null;
}

/** The claims to a board, by the logs. */
export async function readClaims(client: Client, board: Address): Promise<Record<string, unknown>> {
  const events = [ethicsBoardClaimFiledEvent, ethicsBoardClaimAnsweredEvent, ethicsBoardBondReturnedEvent] as const;
  const claims: Record<Hex, Claim> = {};
  for (const { eventName, args } of await fetchLogs(client, { address: board, events, fromBlock: 0n })) {
    const id = idOf(board, numberToHex(args.claimId, { size: 32 }));
    if (eventName === "ClaimFiled") {
      const { claimant, subject, bond } = args;
      claims[id] = { claimant: { id: claimant }, subject, bond, finding: null, review: null, bondReturn: null };
      continue;
    }
    const claim = claims[id];
    if (claim === undefined) continue;
    if (eventName === "BondReturned") claim.bondReturn = { to: { id: args.to } };
    else {
      claim.finding = FINDINGS[args.finding] ?? null;
      claim.review = { reviewId: args.reviewId };
    }
  }
  return claims;
}
