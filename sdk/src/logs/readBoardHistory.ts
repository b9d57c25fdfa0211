import { type Address, type Client, decodeAbiParameters, type Hash, type Hex, isAddressEqual } from "viem";
import { getBlock } from "viem/actions";
import {
  ethicsBoardAppealGrantedEvent,
  ethicsBoardFirstSeatsGrantedEvent,
  ethicsBoardProposalVetoedEvent,
  ethicsBoardReviewAppealedEvent,
  ethicsBoardReviewEnactedEvent,
  ethicsBoardReviewOpenedEvent,
  ethicsBoardReviewVotedEvent,
  ethicsBoardSeatGrantedEvent,
  ethicsBoardSeatVacatedEvent,
} from "../abi/items/index.ts";
import { seatsIn } from "../board/seats.ts";
import { nameOf } from "../types/codec.ts";
import { type Finding, FINDINGS, type Power, POWERS, type SubjectKind, SUBJECT_KINDS } from "../types/enums.ts";
import { CHAMBER_EVENTS, ChamberReplay, type ReplayedChamber, type ReplayedChamberVeto } from "./boardChamber.ts";
import { CLAIM_EVENTS, ClaimReplay, type ReplayedClaim } from "./boardClaims.ts";
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
  enacted?: { transactionHash: Hash; supporters: number[]; live: number; needed: number; enough: boolean; at: bigint };
  /** The proposals that it vetoed. */
  vetoed: bigint[];
  /** What the harmed account answered to a quarantine; granted where the board did not confirm it in time. */
  appeal?: { appellant: Address; evidence: Hex; appealedAt: bigint; grantedAt?: bigint };
};

/** What an outsider knows of a board's decisions. */
export type BoardHistory = {
  reviews: ReplayedReview[];
  claims: ReplayedClaim[];
  /** Who was the chamber. */
  chambers: ReplayedChamber[];
  chamberVetoes: ReplayedChamberVeto[];
  /** Where the board's own account of a decision is not what seats, votes, claims and time make of it. */
  differences: Difference[];
};

const EVENTS = [
  ethicsBoardFirstSeatsGrantedEvent,
  ethicsBoardSeatGrantedEvent,
  ethicsBoardSeatVacatedEvent,
  ethicsBoardReviewOpenedEvent,
  ethicsBoardReviewVotedEvent,
  ethicsBoardReviewEnactedEvent,
  ethicsBoardProposalVetoedEvent,
  ethicsBoardReviewAppealedEvent,
  ethicsBoardAppealGrantedEvent,
  ...CLAIM_EVENTS,
  ...CHAMBER_EVENTS,
] as const;

/** Seconds that the board has to confirm a quarantine that was appealed. */
const APPEAL_TIME = 14n * 86_400n;

/** Live seats below which a board decides nothing. */
const MIN_LIVE = 3;

type Seat = { holder: Address; since: bigint; termEnd: bigint };

/**
 * Re-computes every decision of an ethics board from its logs alone: which seats were live, whose votes counted, and
 * how many were needed; what became of each claim, its bond and each appeal; and who vetoed as the chamber.
 *
 * @example
 * ```ts
 * const { reviews, claims, chamberVetoes, differences } = await readBoardHistory(client, { board, fromBlock: 0n });
 * ```
 */
export async function readBoardHistory(
  client: Client,
  { board, ...range }: BlockRange & { board: Address },
): Promise<BoardHistory> {
  const seats = new Map<number, Seat>();
  const reviews = new Map<bigint, ReplayedReview>();
  const differences: Difference[] = [];
  const [claims, chamber] = [new ClaimReplay(), new ChamberReplay()];
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
        review.enacted = { ...tally, at: now, transactionHash: log.transactionHash };
        const { supporters, live, needed } = log.args;
        const found = { supporters: seatsIn(supporters), live: Number(live), needed: Number(needed), enough: true };
        differences.push(...differ(`review ${log.args.reviewId}`, found, tally));
        break;
      }
      case "ProposalVetoed": {
        const { proposalId, reviewId } = log.args;
        const ended = reviewId === 0n ? chamber.vetoes.at(-1)?.proposals : reviews.get(reviewId)?.vetoed;
        ended?.push(proposalId);
        break;
      }
      case "ReviewAppealed": {
        const { reviewId, appellant, evidence } = log.args;
        const review = reviews.get(reviewId);
        if (review === undefined) break;
        const found = {
          power: review.power,
          enacted: review.enacted !== undefined,
          first: review.appeal === undefined,
        };
        differences.push(
          ...differ(`appeal of ${reviewId}`, found, { power: "quarantine", enacted: true, first: true }),
        );
        review.appeal = { appellant, evidence, appealedAt: now };
        break;
      }
      case "AppealGranted": {
        const appeal = reviews.get(log.args.reviewId)?.appeal;
        const late = appeal !== undefined && now >= appeal.appealedAt + APPEAL_TIME;
        const found = { late, confirmed: isConfirmed(reviews, log.args.reviewId) };
        differences.push(...differ(`appeal of ${log.args.reviewId}`, found, { late: true, confirmed: false }));
        if (appeal !== undefined) appeal.grantedAt = now;
        break;
      }
      case "ClaimFiled":
        claims.filed(log.args, now);
        break;
      case "ClaimAnswered":
        claims.answered(log.args, now, reviews.get(log.args.reviewId));
        break;
      case "ClaimLapsed":
        claims.lapsed(log.args, now);
        break;
      case "BondReturned":
        claims.returned(log.args);
        break;
      case "ChamberAppointed":
        chamber.appointed(log.args, now);
        break;
      case "ChamberVetoed":
        chamber.vetoed(log.args, now, log.transactionHash);
        break;
    }
  }
  return {
    reviews: [...reviews.values()],
    claims: [...claims.claims.values()],
    chambers: chamber.chambers,
    chamberVetoes: chamber.vetoes,
    differences: [...differences, ...claims.differences, ...chamber.differences],
  };
}

/** Whether the board decided that a quarantine stays although it was appealed. */
function isConfirmed(reviews: ReadonlyMap<bigint, ReplayedReview>, reviewId: bigint): boolean {
  return [...reviews.values()].some(
    ({ power, enacted, payload }) =>
      power === "confirm" &&
      enacted !== undefined &&
      decodeAbiParameters([{ type: "uint256" }], payload)[0] === reviewId,
  );
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
    vetoed: [],
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
