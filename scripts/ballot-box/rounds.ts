import { setTimeout as delay } from "node:timers/promises";
import type { BallotBox, Closer } from "./box.ts";
import type { Relay } from "./closing.ts";
import { pullFrom } from "./exchange.ts";
import type { Gate } from "./gate.ts";

/** Milliseconds between two looks at the chain. */
const PAUSE = 500;

/** Looks at peers once in so many rounds. */
const PEER_ROUNDS = 4;

export interface RoundsOptions {
  box: BallotBox;
  gate: Gate;
  closer: Closer;
  /** Undefined: others pay for closing. */
  relay: Relay | undefined;
  peers: readonly string[];
  token: string | undefined;
}

/** What the box does by itself: follow the chain, pull from peers, decide what can be decided. */
export class Rounds {
  readonly #options: RoundsOptions;
  #complaint = "";

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** Goes on until the signal; what fails in one round is tried in the next. */
  async run(signal: AbortSignal): Promise<void> {
    for (let round = 0; !signal.aborted; round += 1) {
      await this.#attempt(() => this.#follow());
      if (round % PEER_ROUNDS === 0)
        for (const peer of this.#options.peers) await this.#attempt(() => this.#pull(peer));
      await this.#attempt(() => this.#decide());
      await delay(PAUSE, undefined, { signal }).catch(() => undefined);
    }
    if (signal.reason instanceof Error && signal.reason.name !== "InterruptedError") throw signal.reason;
  }

  async #follow(): Promise<void> {
    const { box, gate } = this.#options;
    box.behind = true;
    await gate.refresh();
    box.behind = false;
  }

  async #pull(peer: string): Promise<void> {
    const { box, token } = this.#options;
    if (token === undefined) return;
    const stored = await pullFrom(box, peer, token);
    if (stored > 0) console.log(`${stored} ballots from ${peer}`);
  }

  async #decide(): Promise<void> {
    const { box, gate, closer, relay } = this.#options;
    if (relay === undefined) return;
    for (const poll of box.polls()) {
      const state = { late: gate.time > poll.deadline, ballots: box.standing(poll) };
      if (await relay.consider(poll, state, closer)) {
        console.log(`Decided ${poll.id} with ${state.ballots.length} ballots`);
        await gate.refresh();
      }
    }
  }

  /** Says what is wrong once, not in every round. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#complaint = "";
    } catch (error) {
      const complaint = error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
      if (complaint !== this.#complaint) console.error(complaint);
      this.#complaint = complaint;
    }
  }
}
