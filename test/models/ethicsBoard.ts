import { type Address, decodeAbiParameters, type Hash, type Hex, keccak256, zeroAddress } from "viem";

const DAY = 86_400;
const SEATS = 9;

export interface SeatModel {
  holder: Address;
  since: number;
  termEnd: number;
}

/** What the board stores of a review. */
export interface ReviewModel {
  kind: number;
  power: number;
  finding: number;
  confirmed: boolean;
  rewarded: boolean;
  supporters: number;
  opponents: number;
  charter: number;
  openedAt: number;
  enactedAt: number;
  appealedAt: number;
  claimId: bigint;
  subject: bigint;
  payloadHash: Hash;
  reasonCode: Hash;
  evidence: Hash;
}

interface InputLog {
  kind: number;
  subject: bigint;
  power: number;
  payload: Hex;
  reasonCode: Hash;
  evidence: Hash;
  claimId: bigint;
  finding: number;
}

/** An event of the board, decoded, with the time of its block. */
export interface BoardLog {
  eventName: string;
  args: Record<string, unknown>;
  timestamp: number;
}

const POWER = { veto: 1, pause: 4, confirm: 7 } as const;
const EMPTY: SeatModel = { holder: zeroAddress, since: 0, termEnd: 0 };

/** An ethics board as somebody sees it who has nothing but its events. */
export class EthicsBoardModel {
  readonly seats = new Map<number, SeatModel>();
  readonly candidacies = new Map<Address, number>();
  readonly reviews: ReviewModel[] = [];
  readonly certificates = new Map<string, readonly [bigint, boolean, number]>();
  readonly pauses = new Map<bigint, number>();
  vetoLimit = 4;
  chamber: readonly [Address, number] = [zeroAddress, 0];
  readonly #vetoes: Record<"board" | "chamber", number[]> = { board: [], chamber: [] };
  readonly #payloads: Hex[] = [];

  seatOf(seat: number): SeatModel {
    return this.seats.get(seat) ?? EMPTY;
  }

  /** Vetoes left to board and chamber. */
  vetoesLeft(time: number): readonly [bigint, bigint] {
    const left = (times: number[]): bigint =>
      BigInt(Math.max(0, this.vetoLimit - times.filter((at) => at + 90 * DAY > time).length));
    return [left(this.#vetoes.board), left(this.#vetoes.chamber)];
  }

  /** Seats that support a review, live seats and votes that it takes. */
  tally(reviewId: bigint, time: number): { supporters: number; live: number; needed: number } {
    const review = this.#review(reviewId);
    let [supporters, live] = [0, 0];
    for (let seat = 1; seat <= SEATS; seat++) {
      const { holder, since, termEnd } = this.seatOf(seat);
      if (holder === zeroAddress || time >= termEnd) continue;
      live += 1;
      if (since < review.openedAt) supporters |= review.supporters & (1 << seat);
    }
    const grave = review.power === POWER.veto || review.power === POWER.confirm;
    return { supporters, live, needed: grave ? Math.ceil((2 * live) / 3) : Math.floor(live / 2) + 1 };
  }

  /** Follows one event; throws if it contradicts those before. */
  apply({ eventName, args, timestamp }: BoardLog): void {
    const handler = this.#handlers[eventName];
    if (handler === undefined) throw new Error(`${eventName} is unknown`);
    handler(args as never, timestamp);
  }

  #review(reviewId: bigint): ReviewModel {
    const review = this.reviews[Number(reviewId) - 1];
    if (review === undefined) throw new Error(`Review ${reviewId} was never opened`);
    return review;
  }

  readonly #handlers: Record<string, (args: never, timestamp: number) => void> = {
    FirstSeatsGranted: (
      args: { holders: readonly Address[]; oddTermEnd: number; evenTermEnd: number },
      since: number,
    ) => {
      for (const [i, holder] of args.holders.entries()) {
        this.seats.set(i + 1, { holder, since, termEnd: i % 2 === 0 ? args.oddTermEnd : args.evenTermEnd });
      }
    },
    SeatGranted: (args: { seat: number; holder: Address; termEnd: number }, timestamp: number) => {
      const old = this.seatOf(args.seat);
      const goesOn = old.holder === args.holder && timestamp < old.termEnd;
      const { holder, termEnd } = args;
      this.seats.set(args.seat, { holder, since: goesOn ? old.since : timestamp, termEnd });
      this.candidacies.delete(holder);
    },
    SeatVacated: (args: { seat: number; holder: Address }) => {
      if (this.seatOf(args.seat).holder !== args.holder) throw new Error(`Seat ${args.seat} was somebody else's`);
      this.seats.delete(args.seat);
    },
    CandidateStood: (args: { candidate: Address }, timestamp: number) => {
      this.candidacies.set(args.candidate, timestamp + 90 * DAY);
    },
    ReviewOpened: (
      args: { reviewId: bigint; subject: bigint; seat: number; input: InputLog; charter: number },
      openedAt: number,
    ) => {
      const { payload, ...input } = args.input;
      this.#payloads.push(payload);
      const count = this.reviews.push({
        ...input,
        confirmed: false,
        rewarded: false,
        supporters: 1 << args.seat,
        opponents: 0,
        charter: args.charter,
        openedAt,
        enactedAt: 0,
        appealedAt: 0,
        payloadHash: keccak256(payload),
      });
      if (BigInt(count) !== args.reviewId) throw new Error(`Review ${args.reviewId} is number ${count}`);
    },
    ReviewVoted: (args: { reviewId: bigint; seat: number; holder: Address; support: boolean }) => {
      const review = this.#review(args.reviewId);
      if (this.seatOf(args.seat).holder !== args.holder) throw new Error("A vote of somebody without the seat");
      if (args.support) review.supporters |= 1 << args.seat;
      else review.opponents |= 1 << args.seat;
    },
    ReviewEnacted: (
      args: { reviewId: bigint; supporters: number; live: bigint; needed: bigint },
      timestamp: number,
    ) => {
      const review = this.#review(args.reviewId);
      const { supporters, live, needed } = this.tally(args.reviewId, timestamp);
      const found = [args.supporters, Number(args.live), Number(args.needed)];
      if ([supporters, live, needed].some((value, i) => value !== found[i])) {
        throw new Error(`Review ${args.reviewId}: ${found.join()} instead of ${[supporters, live, needed].join()}`);
      }
      review.enactedAt = timestamp;
      if (review.power === POWER.veto) this.#vetoes.board.push(timestamp);
      if (review.power === POWER.pause) this.pauses.set(review.subject, timestamp + 180 * DAY);
      if (review.power === POWER.confirm) this.#confirm(args.reviewId);
    },
    ProposalVetoed: (args: { reviewId: bigint; reasonCode: Hash }) => {
      if (args.reviewId === 0n) return;
      if (this.#review(args.reviewId).reasonCode !== args.reasonCode) throw new Error("A veto for another reason");
    },
    ChamberVetoed: (args: { chamber: Address }, timestamp: number) => {
      const [chamber, until] = this.chamber;
      if (chamber !== args.chamber || timestamp >= until) throw new Error("A veto of no chamber");
      this.#vetoes.chamber.push(timestamp);
    },
    SubjectCertified: (
      args: { kind: number; subject: bigint; reviewId: bigint; passed: boolean },
      timestamp: number,
    ) => {
      this.certificates.set(`${args.kind}:${args.subject}`, [args.reviewId, args.passed, timestamp]);
    },
    VetoLimitSet: (args: { oldLimit: number; newLimit: number }) => {
      if (args.oldLimit !== this.vetoLimit) throw new Error("Another limit than the one before");
      this.vetoLimit = args.newLimit;
    },
    ChamberAppointed: (args: { chamber: Address; until: number }) => {
      this.chamber = [args.chamber, args.until];
    },
    ClaimFiled: () => undefined,
    ClaimAnswered: (args: { claimId: bigint; reviewId: bigint; finding: number }) => {
      const { claimId, finding } = this.#review(args.reviewId);
      if (claimId !== args.claimId || finding !== args.finding) throw new Error("Another answer than voted on");
    },
    ReviewAppealed: (args: { reviewId: bigint }, timestamp: number) => {
      this.#review(args.reviewId).appealedAt = timestamp;
    },
  };

  #confirm(reviewId: bigint): void {
    const [appealed] = decodeAbiParameters([{ type: "uint256" }], this.#payloads[Number(reviewId) - 1] ?? "0x");
    this.#review(appealed).confirmed = true;
  }
}
