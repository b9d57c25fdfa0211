import { type Address, type Hex, isAddress } from "viem";
import type { BallotStore, StoredBallot } from "./ballotStore.ts";
import type { Gate } from "./gate.ts";
import { type Poll, pollId, weightIn } from "./poll.ts";
import { Refusal } from "./refusal.ts";
import type { SampledFile, Samples } from "./samples.ts";
import { type Place, validate } from "./validate.ts";
import type { Ballot } from "./wire.ts";

/** A call that anybody may send to the chain. */
export interface ChainCall {
  to: Address;
  data: Hex;
}

/** Closes polls whose ballots make a verdict. */
export interface Closer {
  /** The call that would decide the poll now; throws a {@link Refusal} where there is none. */
  callFor(poll: Poll, ballots: readonly StoredBallot[]): Promise<ChainCall>;
}

export interface BoxParts {
  place: Place;
  gate: Gate;
  store: BallotStore;
  samples: Samples;
  closer: Closer;
}

/** What a box tells about itself. */
export interface Health {
  status: "ok" | "behind";
  chainId: number;
  curation: string;
  /** Latest block that it has read. */
  block: string;
  polls: number;
  ballots: number;
  /** Double votes. */
  evidence: number;
}

/** Tells, serves, checks and keeps; whatever it decides, the chain decides again. */
export class BallotBox {
  readonly store: BallotStore;
  readonly samples: Samples;
  readonly #place: Place;
  readonly #gate: Gate;
  readonly #closer: Closer;
  /** Set while the node does not answer. */
  behind = false;

  constructor({ place, gate, store, samples, closer }: BoxParts) {
    this.#place = place;
    this.#gate = gate;
    this.store = store;
    this.samples = samples;
    this.#closer = closer;
  }

  health(): Health {
    const { chainId, curation } = this.#place;
    const status = this.behind ? "behind" : "ok";
    return {
      ...{ status, chainId, curation, block: String(this.#gate.block), polls: this.#gate.polls().length },
      ...this.store.count(),
    };
  }

  polls(): Poll[] {
    return this.#gate.polls();
  }

  poll(id: string): Poll {
    const poll = this.#gate.poll(id);
    if (poll === undefined) throw new Refusal("unknownPoll");
    return poll;
  }

  /** What waits for a curator, by index or by ballot key. */
  tasksOf(curator: string): Poll[] {
    const index = isAddress(curator) ? this.#gate.indexOfKey(curator) : Number(curator);
    if (!this.#gate.hasCurator(index)) throw new Refusal("unknownCurator", curator.slice(0, 42));
    const waits = (poll: Poll): boolean =>
      weightIn(poll, index) > 0 && !this.standing(poll).some((ballot) => ballot.curator === index);
    return this.#gate.polls().filter(waits);
  }

  /** Checks and keeps a ballot; resolves once it is on disk, throws a {@link Refusal} that says why not. */
  async submit(ballot: Ballot): Promise<void> {
    const poll = this.#pollOf(ballot);
    const storing = await this.store.add(await validate(this.#place, poll, ballot));
    if (storing !== "stored") throw new Refusal(storing);
  }

  /** The ballots that would count now: keys, charters and draws change. */
  standing(poll: Poll): StoredBallot[] {
    return this.store
      .ballotsOf(poll)
      .filter(
        ({ curator, key, charterVersion, words }) =>
          charterVersion === poll.charterVersion &&
          pollId({ ...poll, words: words.length }) === poll.id &&
          key === poll.members.get(curator)?.key &&
          weightIn(poll, curator) > 0,
      );
  }

  /** The ballots of a poll, for everybody: not before it is too late to go by them. */
  opened(poll: Poll): StoredBallot[] {
    if (this.#gate.time <= poll.deadline) throw new Refusal("sealed");
    return this.standing(poll);
  }

  /** The call that decides a poll, for whoever wants to pay for it. */
  closeCall(poll: Poll): Promise<ChainCall> {
    return this.#closer.callFor(poll, this.standing(poll));
  }

  /** A file that the poll asks about: the box is no mirror of whole lots. */
  async file(poll: Poll, position: string): Promise<SampledFile> {
    const item = poll.items.find(
      (each) => `${each.lotId}-${each.position}` === position || String(each.position) === position,
    );
    if (item === undefined) throw new Refusal("unknownFile");
    return this.samples.file(item.lotId, item.position);
  }

  #pollOf(ballot: Ballot): Poll {
    const named = this.#gate.poll(pollId({ ...ballot, words: ballot.words.length }));
    if (named !== undefined) return named;
    const { kind, subject, seed, firstWord } = ballot;
    const near = this.#gate.polls().filter((poll) => poll.kind === kind && poll.subject === subject);
    // The nearest poll says best what is wrong with the ballot.
    const best = near.find((poll) => poll.seed === seed && poll.firstWord === firstWord) ?? near[0];
    if (best === undefined) throw new Refusal(this.#gate.whyShut(kind, subject));
    if (best.seed === seed && best.firstWord !== firstWord)
      throw new Refusal("unknownPoll", `no first word ${firstWord}`);
    return best;
  }
}
