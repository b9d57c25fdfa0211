import type { BallotKind } from "@imprimatur/sdk/curation";
import type { Address, Hex } from "viem";

/** How often the chance of small standings can be doubled when drawn curators sleep, and once as it is. */
export const WIDENINGS = 3;

/** Why a curator may never judge a poll, whatever the draw says. */
export type Bar = "ownLot" | "delegate" | "struckOff" | "agent" | "challenger";

/** A curator as one poll sees it. */
export interface Member {
  key: Address;
  agent: boolean;
  /** Weight of its ballot at each widening; 0: not drawn. */
  weights: readonly number[];
  bar: Bar | undefined;
}

/** One thing to judge. */
export interface Item {
  lane: number;
  lotId: bigint;
  /** Index of the asset in the lot. */
  position: number;
}

/** What one set of ballots judges, and who may. */
export interface Poll {
  /** Name in URLs: made of what the ballots sign, so the same at every box. */
  readonly id: string;
  readonly kind: BallotKind;
  /** The lot; of a slate: its id. */
  readonly subject: bigint;
  readonly seed: Hex;
  readonly firstWord: number;
  /** For each 256 lanes: those that may be judged. */
  readonly lanes: readonly bigint[];
  readonly items: readonly Item[];
  /** Assets in the lot; of a slate: candidates. */
  readonly count: number;
  /** Version that ballots have to name. */
  readonly charterVersion: number;
  /** Unix seconds: asked for until then. */
  readonly deadline: bigint;
  /** Unix seconds: pointless from then on. */
  readonly end: bigint;
  readonly widening: number;
  readonly expectedWeight: number;
  /** Weight behind the present verdict, which only a heavier one replaces; 0: none yet. */
  readonly present: number;
  /** By index. */
  readonly members: ReadonlyMap<number, Member>;
  /** Challenges that an adjudication decides. */
  readonly challenges: readonly number[];
}

/** The name of a poll: what its ballots have in common. */
export function pollId(poll: Pick<Poll, "kind" | "subject" | "seed" | "firstWord"> & { words: number }): string {
  const { kind, subject, seed, firstWord, words } = poll;
  return [kind, subject.toString(16), seed.slice(2), firstWord, words].join("-");
}

/** Words in a ballot of the poll: ok and defect of an audit's lanes, the approvals of a slate's. */
export function wordsIn({ kind, lanes }: Pick<Poll, "kind" | "lanes">): number {
  return kind === "slate" ? lanes.length : 2 * lanes.length;
}

/** What a curator's ballot weighs now; 0: it does not count. */
export function weightIn(poll: Poll, curator: number): number {
  const member = poll.members.get(curator);
  return member === undefined || member.bar !== undefined ? 0 : (member.weights[poll.widening] ?? 0);
}
