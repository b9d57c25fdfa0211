import { type Address, type Client, type Hash, type Hex, isAddressEqual } from "viem";
import { getBlock } from "viem/actions";
import {
  ethicsBoardFirstSeatsGrantedEvent,
  ethicsBoardReviewEnactedEvent,
  ethicsBoardReviewOpenedEvent,
  ethicsBoardReviewVotedEvent,
  ethicsBoardSeatGrantedEvent,
  ethicsBoardSeatVacatedEvent,
} from "../abi/items/index.ts";
import { seatsIn } from "../board/seats.ts";
import { nameOf } from "../types/codec.ts";
import { type Finding, FINDINGS, type Power, POWERS, type SubjectKind, SUBJECT_KINDS } from "../types/enums.ts";
import { type Difference, differ } from "./difference.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

/** A public vote of a seat. */
export type ReplayedReviewVote = { seat: number; holder: Address; support: boolean; reason: string };

/** A review as its events tell it. */
export type ReplayedReview = {
  reviewId: bigint;
  kind: SubjectKind;
  subject: bigint;
  power: Power;
  finding: Finding;
  claimId: bigint;
  reasonCode: Hex;
  evidence: Hex;
  payload: Hex;
  charter: number;
  /** Unix seconds. */
  openedAt: bigint;
  votes: ReplayedReviewVote[];
  /** The decision, re-computed from seats and votes; undefined: none. */
  enacted?: { transactionHash: Hash; supporters: number[]; live: number; needed: number; enough: boolean };
};

/** What an outsider knows of a board's decisions. */
export type BoardHistory = {
  reviews: ReplayedReview[];
  /** Where the board's own account of a decision is not what seats and votes make of it. */
  differences: Difference[];
};

const EVENTS = [
  ethicsBoardFirstSeatsGrantedEvent,
  ethicsBoardSeatGrantedEvent,
  ethicsBoardSeatVacatedEvent,
  ethicsBoardReviewOpenedEvent,
  ethicsBoardReviewVotedEvent,
  ethicsBoardReviewEnactedEvent,
] as const;

/** Live seats below which a board decides nothing. */
const MIN_LIVE = 3;

type Seat = { holder: Address; since: bigint; termEnd: bigint };

/**
 * Re-computes every decision of an ethics board from its logs alone: which seats were live, whose votes counted, and
 * how many were needed.
 *
 * @example
 * ```ts
 * const { reviews, differences } = await readBoardHistory(client, { board, fromBlock: 0n });
 * ```
 */
export async function readBoardHistory(
  client: Client,
  { board, ...range }: BlockRange & { board: Address },
): Promise<BoardHistory> {
  const seats = new Map<number, Seat>();
  const reviews = new Map<bigint, ReplayedReview>();
  const differences: Difference[] = [];
  const times = new Map<bigint, bigint>();
  const timeOf = async (blockNumber: bigint): Promise<bigint> => {
    const time = times.get(blockNumber) ?? (await getBlock(client, { blockNumber })).timestamp;
    times.set(blockNumber, time);
    return time;
  };
  for (const log of await fetchLogs(client, { ...range, address: board, events: EVENTS })) {
    const now = await timeOf(log.blockNumber);
    switch (log.eventName) {
      case "FirstSeatsGranted": {
        const { holders, oddTermEnd, evenTermEnd } = log.args;
        holders.forEach((holder, place) => {
          seats.set(place + 1, { holder, since: now, termEnd: BigInt(place % 2 === 0 ? oddTermEnd : evenTermEnd) });
        });
        break;
      }
      case "SeatGranted": {
        const { seat, holder, termEnd } = log.args;
        const old = seats.get(seat);
        const goesOn = old !== undefined && isLive(old, now) && isAddressEqual(old.holder, holder);
        seats.set(seat, { holder, since: goesOn ? old.since : now, termEnd: BigInt(termEnd) });
        break;
      }
      case "SeatVacated":
        seats.delete(log.args.seat);
        break;
      case "ReviewOpened":
        reviews.set(log.args.reviewId, opened(log.args, now, seats));
        break;
      case "ReviewVoted": {
        const { reviewId, seat, holder, support, reason } = log.args;
        reviews.get(reviewId)?.votes.push({ seat, holder, support, reason });
        break;
      }
      case "ReviewEnacted": {
        const review = reviews.get(log.args.reviewId);
        if (review === undefined) break;
        const tally = tallyOf(review, seats, now);
        review.enacted = { ...tally, transactionHash: log.transactionHash };
        const { supporters, live, needed } = log.args;
        const found = { supporters: seatsIn(supporters), live: Number(live), needed: Number(needed), enough: true };
        differences.push(...differ(`review ${log.args.reviewId}`, found, tally));
        break;
      }
    }
  }
  return { reviews: [...reviews.values()], differences };
}

const isLive = ({ termEnd }: Seat, now: bigint): boolean => now < termEnd;

type Opening = {
  reviewId: bigint;
  seat: number;
  charter: number;
  input: Pick<ReplayedReview, "subject" | "claimId" | "reasonCode" | "evidence" | "payload"> & {
    kind: number;
    power: number;
    finding: number;
  };
};

/** Opening a review is its opener's vote. */
function opened({ reviewId, seat, charter, input }: Opening, now: bigint, seats: Map<number, Seat>): ReplayedReview {
  const { holder } = seats.get(seat) ?? { holder: "0x0000000000000000000000000000000000000000" as const };
  return {
    ...input,
    ...{ reviewId, charter, openedAt: now },
    kind: nameOf(SUBJECT_KINDS, input.kind),
    power: nameOf(POWERS, input.power),
    finding: nameOf(FINDINGS, input.finding),
    votes: [{ seat, holder, support: true, reason: "" }],
  };
}

type Tally = { supporters: number[]; live: number; needed: number; enough: boolean };

/** Votes count of seats that are live now and were held before the review began. */
function tallyOf({ power, votes, openedAt }: ReplayedReview, seats: Map<number, Seat>, now: bigint): Tally {
  const live = [...seats].filter(([, seat]) => isLive(seat, now));
  const sitting = new Set(live.filter(([, { since }]) => since < openedAt).map(([seat]) => seat));
  const supporters = votes
    .filter(({ seat, support }) => support && sitting.has(seat))
    .map(({ seat }) => seat)
    .sort((a, b) => a - b);
  const needed = neededOf(power, live.length);
  return { supporters, live: live.length, needed, enough: live.length >= MIN_LIVE && supporters.length >= needed };
}

/** Two thirds for a veto and to confirm, more than half for the rest. */
const neededOf = (power: Power, live: number): number =>
  power === "veto" || power === "confirm" ? Math.ceil((2 * live) / 3) : Math.floor(live / 2) + 1;
